from __future__ import annotations

from support import judge


def test_a_citation_of_a_retracted_source_is_an_error() -> None:
    (found,) = judge(
        """
        sources:
          - {id: morning-mail, kind: article, title: Two votes, own_reporting: true, status: retracted}
        claims:
          - id: two-votes
            text: The board had to vote twice.
            sources:
              - {source: board-minutes, at: page 4}
              - {source: morning-mail, at: para 1}  # <- CT407
        """,
        "CT407",
    )
    assert found.severity == "error"
    assert found.message == "harbour-sale/two-votes: rests on morning-mail, which was retracted."
    assert found.hint == "Read why it was taken back, and check the claim again without it."


def test_a_corrected_source_is_a_warning() -> None:
    (found,) = judge(
        """
        sources:
          - {id: morning-mail, kind: article, title: Two votes, own_reporting: true, status: corrected}
        claims:
          - id: two-votes
            text: The board had to vote twice.
            sources: [morning-mail]  # <- CT407
        """,
        "CT407",
    )
    assert found.severity == "warning"
    assert found.message == "harbour-sale/two-votes: rests on morning-mail, which was corrected."


def test_it_is_found_at_any_depth_and_the_way_is_named() -> None:
    (found,) = judge(
        """
        sources:
          - {id: morning-mail, kind: article, title: Two votes, status: retracted}
          - {id: coast-radio, kind: article, title: Two votes on air, derived_from: [morning-mail]}
          - {id: island-news, kind: article, title: Two votes at sea, derived_from: [coast-radio]}
        claims:
          - id: two-votes
            text: The board had to vote twice.
            sources: [{source: island-news, at: para 1}]  # <- CT407
        """,
        "CT407",
    )
    assert found.message == (
        "harbour-sale/two-votes: rests on morning-mail through island-news and coast-radio, which was retracted."
    )


def test_the_upstream_of_the_fact_decides_where_it_is_recorded() -> None:
    (found,) = judge(
        """
        sources:
          - {id: morning-mail, kind: article, title: Two votes, status: retracted}
          - {id: coast-radio, kind: article, title: Two votes on air, derived_from: [morning-mail]}
          - {id: island-news, kind: article, title: News of the day}
        claims:
          - {id: own, text: t, sources: [{source: coast-radio, at: para 1, upstream: []}]}
          - {id: elsewhere, text: t, sources: [{source: coast-radio, at: para 2, upstream: [board-minutes]}]}
          - id: recorded
            text: t
            sources: [{source: island-news, at: para 1, upstream: [coast-radio]}]  # <- CT407
        """,
        "CT407",
    )
    assert found.message == (
        "harbour-sale/recorded: rests on morning-mail through island-news and coast-radio, which was retracted."
    )


def test_a_source_taken_back_is_not_mended_by_saying_where_it_had_the_fact() -> None:
    judge(
        """
        sources:
          - {id: morning-mail, kind: article, title: Two votes, status: retracted}
        claims:
          - id: a
            text: t
            sources: [{source: morning-mail, at: para 1, upstream: []}]  # <- CT407
        """,
        "CT407",
    )


def test_a_refutation_that_rests_on_it_is_found_and_a_mention_is_not() -> None:
    judge(
        """
        sources:
          - {id: morning-mail, kind: article, title: Two votes, status: retracted}
        claims:
          - id: refuted
            text: t
            sources: [{source: morning-mail, stance: refutes, at: para 1}]  # <- CT407
          - id: mentioned
            text: t
            sources: [{source: morning-mail, stance: mentions, at: para 1}, {source: board-minutes, at: page 4}]
        """,
        "CT407",
    )


def test_what_a_retracted_source_was_made_from_is_not_touched() -> None:
    judge(
        """
        sources:
          - {id: morning-mail, kind: article, title: Two votes, derived_from: [board-minutes], status: retracted}
        claims:
          - {id: a, text: t, sources: [{source: board-minutes, at: page 4}]}
        """,
        "CT407",
    )


def test_each_source_taken_back_is_told_once_a_claim() -> None:
    first, second = judge(
        """
        sources:
          - {id: morning-mail, kind: article, title: Two votes, status: retracted}
          - {id: coast-radio, kind: article, title: On air, derived_from: [morning-mail], status: corrected}
        claims:
          - id: a
            text: t
            sources:
              - {source: coast-radio, at: para 1}  # <- CT407
              - {source: morning-mail, at: para 1}
        """,
        "CT407",
    )
    assert sorted((first.severity, second.severity)) == ["error", "warning"]
