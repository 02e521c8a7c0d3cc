from __future__ import annotations

from support import judge


def test_a_check_by_the_author_is_found_at_the_name() -> None:
    (found,) = judge(
        """
        claims:
          - id: secret
            text: The sale was kept secret.
            checks:
              - date: 2026-03-13
                by: Ana Ruiz  # <- CT404
        """,
        "CT404",
    )
    assert found.severity == "warning"
    assert found.message == "harbour-sale/secret: Ana Ruiz checked this and wrote harbour-sale."
    assert found.hint == "Have somebody check it who did not report or edit the story."


def test_an_id_a_name_and_an_alias_of_the_author_are_the_same_person() -> None:
    judge(
        """
        parties:
          - {id: cleo-brandt, name: Cleo Brandt, kind: person, aliases: [cb, C. Brandt]}
        sources:
          - {id: by-alias, kind: article, title: Signed with initials, author: C. Brandt}
        claims:
          - {id: a, text: t, checks: [{by: ana-ruiz, date: 2026-03-14}]}  # <- CT404
          - {id: b, text: t, checks: [{by: ANA  RUIZ, date: 2026-03-14}]}  # <- CT404
          - {id: c, text: t, article: by-alias, checks: [{by: cb, date: 2026-03-14}]}  # <- CT404
          - {id: d, text: t, article: by-alias, checks: [{by: Cleo Brandt, date: 2026-03-14}]}  # <- CT404
        """,
        "CT404",
    )


def test_each_of_several_authors_is_one() -> None:
    judge(
        """
        sources:
          - {id: joint, kind: article, title: By three, author: "Ben Cole, Cleo Brandt and Dan Orlando"}
        claims:
          - id: a
            text: t
            article: joint
            checks:
              - {by: Ben Cole, date: 2026-03-14}  # <- CT404
              - {by: Cleo Brandt, date: 2026-03-14}  # <- CT404
              - {by: Dan Orlando, date: 2026-03-14}  # <- CT404
              - {by: Dan, date: 2026-03-14}
              - {by: Eve Winter, date: 2026-03-14}
        """,
        "CT404",
    )


def test_a_colleague_of_the_author_may_check() -> None:
    judge(
        """
        parties:
          - {id: ben-cole, name: Ben Cole, kind: person, of: daily-ledger}
        claims:
          - {id: a, text: t, checks: [{by: ben-cole, date: 2026-03-14}, {by: Ben Cole, date: 2026-03-14}]}
          - {id: b, text: t, checks: [{by: Ana, date: 2026-03-14}]}
        """,
        "CT404",
    )


def test_an_author_may_check_what_others_wrote() -> None:
    judge(
        """
        sources:
          - {id: unsigned, kind: article, title: Nobody signed this}
          - {id: other, kind: article, title: By another, author: Ben Cole}
        claims:
          - {id: a, text: t, article: unsigned, checks: [{by: Ana Ruiz, date: 2026-03-14}]}
          - {id: b, text: t, article: other, checks: [{by: Ana Ruiz, date: 2026-03-14}]}
          - id: c
            text: t
            article: other
            sources: [{source: harbour-sale, at: para 1}]
            checks: [{by: Ana Ruiz, date: 2026-03-14}]
        """,
        "CT404",
    )
