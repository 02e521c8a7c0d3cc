from __future__ import annotations

from support import judge


def test_a_source_that_is_older_than_its_upstream_is_found_at_the_derivation() -> None:
    (found,) = judge(
        """
        sources:
          - id: morning-mail
            kind: article
            title: Board sold harbour
            published: 2026-03-10
            derived_from:
              - board-minutes
              - evening-post-story  # <- CT304
        """,
        "CT304",
    )
    assert found.severity == "warning"
    assert found.message == (
        "source morning-mail: is of 2026-03-10 and derives from evening-post-story, which is of 2026-03-12."
    )
    assert found.hint == "Correct the date that is wrong, or take the derivation out."


def test_an_article_cannot_credit_what_was_published_after_it() -> None:
    (found,) = judge(
        """
        sources:
          - {id: follow-up, kind: article, title: More on the harbour, published: 2026-03-20, own_reporting: true}
        claims:
          - id: secret
            text: The sale was kept secret.
            sources:
              - {source: follow-up, cue: it was reported, at: para 2}  # <- CT304
        """,
        "CT304",
    )
    assert found.severity == "warning"
    assert found.message == (
        "harbour-sale/secret: harbour-sale, of 2026-03-14, credits follow-up, which is of 2026-03-20."
    )
    assert found.hint == "Correct the date that is wrong, or the source that is meant."


def test_a_later_source_without_a_credit_is_the_checkers_own_and_fine() -> None:
    judge(
        """
        sources:
          - {id: follow-up, kind: article, title: More on the harbour, published: 2026-03-20, own_reporting: true}
        claims:
          - {id: secret, text: The sale was kept secret., sources: [{source: follow-up, at: para 2}]}
        """,
        "CT304",
    )


def test_a_credit_that_is_recorded_as_a_derivation_is_told_once() -> None:
    judge(
        """
        article: digest
        sources:
          - id: digest
            kind: article
            title: Digest
            published: 2026-03-01
            derived_from: [evening-post-story]  # <- CT304
        claims:
          - {id: a, text: t, sources: [{source: evening-post-story, cue: the Post reports, at: para 1}]}
        """,
        "CT304",
    )


def test_the_upstream_of_one_fact_cannot_be_later_than_the_source_either() -> None:
    (found,) = judge(
        """
        sources:
          - {id: morning-mail, kind: article, title: Board sold harbour, published: 2026-03-10}
        claims:
          - id: secret
            text: The sale was kept secret.
            sources:
              - source: morning-mail
                at: para 2
                upstream:
                  - board-minutes
                  - evening-post-story  # <- CT304
        """,
        "CT304",
    )
    assert found.message == (
        "harbour-sale/secret: morning-mail, of 2026-03-10, has this from evening-post-story, which is of 2026-03-12."
    )


def test_a_check_cannot_be_earlier_than_a_source_that_it_covers() -> None:
    (found,) = judge(
        """
        claims:
          - id: secret
            text: The sale was kept secret.
            sources: [{source: board-minutes, at: page 4}, {source: evening-post-story, at: para 1}]
            checks:
              - {by: ben, date: 2026-03-13}
              - by: ben
                date: 2026-03-11  # <- CT304
        """,
        "CT304",
    )
    assert found.message == (
        "harbour-sale/secret: ben checked this on 2026-03-11, before evening-post-story, which is of 2026-03-12."
    )
    assert found.hint == "Correct the date that is wrong, or check again."


def test_the_same_day_an_overlap_a_rough_date_and_no_date_prove_nothing() -> None:
    judge(
        """
        sources:
          - {id: same-day, kind: article, title: A, published: 2026-03-12, derived_from: [evening-post-story]}
          - {id: same-month, kind: article, title: B, published: 2026-03, derived_from: [evening-post-story]}
          - {id: span, kind: article, title: C, published: 2026-02/2026-04, derived_from: [evening-post-story]}
          - {id: rough, kind: article, title: D, published: 2025~, derived_from: [evening-post-story]}
          - {id: undated, kind: article, title: E, derived_from: [evening-post-story]}
          - {id: month, kind: article, title: F, published: 2026-02, derived_from: [evening-post-story]}  # <- CT304
        claims:
          - id: a
            text: t
            sources: [{source: evening-post-story, at: para 1, cue: the Post reports}]
            checks: [{by: ben, date: 2026-03}, {by: ben, date: 2025~}]
        """,
        "CT304",
    )
