from __future__ import annotations

import pytest

from support import judge


def test_a_claim_that_rests_on_an_unnamed_witness_alone_is_found() -> None:
    (found,) = judge(
        """
        sources:
          - {id: dock-worker, kind: interview, title: At the pier, identity: unnamed}
        claims:
          - id: night  # <- CT106
            text: The buyers came at night.
            sources: [{source: dock-worker, says: They came after dark.}]
        """,
        "CT106",
    )
    assert found.severity == "warning"
    assert found.message == "harbour-sale/night: all support comes from sources that are not named: dock-worker."
    assert found.hint == "Find a document or a named source; an allegation on this basis goes to a senior editor."


def test_for_a_serious_allegation_it_is_an_error() -> None:
    (found,) = judge(
        """
        sources:
          - {id: dock-worker, kind: interview, title: At the pier, identity: confidential}
        claims:
          - id: night  # <- CT106
            text: The buyers bribed the guard.
            serious: true
            about: harbour-board
            reply: {got: No comment.}
            sources: [{source: dock-worker, says: I saw the money.}]
        """,
        "CT106",
    )
    assert found.severity == "error"


def test_several_witnesses_reports_of_them_and_posts_of_hidden_parties_are_no_better() -> None:
    (found,) = judge(
        """
        parties:
          - {id: whisper, name: Whisper, kind: person, identity: confidential}
        sources:
          - {id: guard, kind: statement, title: Guard, identity: unnamed}
          - {id: tip, kind: post, title: Tip, party: whisper}
          - {id: wire, kind: article, title: Wire, party: evening-post, derived_from: [guard]}
        claims:
          - id: night  # <- CT106
            text: The buyers came at night.
            sources: [{source: wire, at: para 1}, {source: tip, at: para 1}]
        """,
        "CT106",
    )
    assert found.message.endswith("not named: guard and tip.")


@pytest.mark.parametrize("kind", ["document", "recording", "dataset", "photo"])
def test_a_confidential_document_still_shows_what_it_shows(kind: str) -> None:
    judge(
        f"""
        sources:
          - {{id: leak, kind: {kind}, title: Leak, identity: confidential}}
        claims:
          - {{id: night, text: The buyers came at night., sources: [{{source: leak, at: page 1}}]}}
        """,
        "CT106",
    )


def test_one_named_origin_is_enough() -> None:
    judge(
        """
        sources:
          - {id: guard, kind: statement, title: Guard, identity: unnamed}
          - {id: captain, kind: interview, title: Captain, party: ana-ruiz}
          - {id: wire, kind: article, title: Wire, own_reporting: true, derived_from: [guard]}
        claims:
          - id: beside
            text: The buyers came at night.
            sources: [{source: guard, at: line 1}, {source: captain, at: line 1}]
          - {id: behind, text: The buyers came at night., sources: [{source: wire, at: para 1}]}
        """,
        "CT106",
    )


def test_a_named_source_that_does_not_support_the_claim_does_not_help() -> None:
    judge(
        """
        sources:
          - {id: guard, kind: statement, title: Guard, identity: unnamed}
        claims:
          - id: night  # <- CT106
            text: The buyers came at night.
            sources:
              - {source: guard, at: line 1}
              - {source: board-minutes, stance: mentions, at: page 1}
              - {source: board-minutes, stance: refutes, at: page 2}
              - evening-post-story
        """,
        "CT106",
    )


def test_a_claim_without_any_support_is_the_business_of_another_rule() -> None:
    judge("claims:\n  - {id: a, text: The buyers came at night., serious: true}\n", "CT106")
