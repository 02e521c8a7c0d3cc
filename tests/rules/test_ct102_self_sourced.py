from __future__ import annotations

import pytest

from support import judge


def test_support_from_the_claimants_own_papers_alone_is_found() -> None:
    (found,) = judge(
        """
        claims:
          - id: open-vote  # <- CT102
            text: The vote was open.
            claimant: harbour-board
            sources: [{source: board-minutes, at: page 1}]
        """,
        "CT102",
    )
    assert found.severity == "warning"
    assert found.message == (
        "harbour-sale/open-vote: all support comes from the claimant's own side, harbour-board: board-minutes."
    )
    assert found.hint == "Find a source that does not belong to harbour-board, or record the claim as `type: position`."


def test_staff_owners_and_retellings_are_the_claimants_own_side() -> None:
    judge(
        """
        parties:
          - {id: spokesman, name: Spokesman, of: harbour-board}
        sources:
          - {id: briefing, kind: statement, title: Briefing, party: spokesman}
          - {id: wire, kind: article, title: Wire, party: evening-post, derived_from: [board-minutes]}
        claims:
          - id: by-staff  # <- CT102
            text: The vote was open.
            claimant: harbour-board
            sources: [{source: briefing, at: line 1}]
          - id: by-owner  # <- CT102
            text: The vote was open.
            claimant: spokesman
            sources: [{source: board-minutes, at: page 1}]
          - id: retold  # <- CT102
            text: The vote was open.
            claimant: harbour-board
            sources: [{source: wire, at: para 1}, {source: board-minutes, at: page 1}]
        """,
        "CT102",
    )


@pytest.mark.parametrize("kind", ["quote", "position"])
def test_of_its_own_words_and_views_the_claimant_is_the_best_source(kind: str) -> None:
    judge(
        f"""
        claims:
          - id: open-vote
            text: The vote was open.
            type: {kind}
            claimant: harbour-board
            sources: [{{source: board-minutes, at: page 1}}]
        """,
        "CT102",
    )


def test_one_origin_outside_is_enough() -> None:
    judge(
        """
        sources:
          - {id: mixed, kind: article, title: Mixed, party: evening-post, derived_from: [board-minutes, gate-log]}
          - {id: gate-log, kind: document, title: Log of the gate}
        claims:
          - id: two
            text: The vote was open.
            claimant: harbour-board
            sources: [{source: board-minutes, at: page 1}, {source: evening-post-story, at: para 2}]
          - id: one-with-two-origins
            text: The vote was open.
            claimant: harbour-board
            sources: [{source: mixed, at: para 1}]
          - {id: nobody, text: The vote was open., sources: [{source: board-minutes, at: page 1}]}
        """,
        "CT102",
    )


def test_a_citation_nobody_looked_at_a_mention_and_a_refutation_are_no_support_from_outside() -> None:
    judge(
        """
        claims:
          - id: open-vote  # <- CT102
            text: The vote was open.
            claimant: harbour-board
            sources:
              - {source: board-minutes, at: page 1}
              - evening-post-story
              - {source: evening-post-story, stance: mentions, at: para 1}
              - {source: evening-post-story, stance: refutes, at: para 2}
        """,
        "CT102",
    )


def test_an_unsourced_claim_is_the_business_of_another_rule() -> None:
    judge("claims:\n  - {id: a, text: It was sold., claimant: harbour-board}\n", "CT102")
