from __future__ import annotations

import pytest

from support import judge


def allegation(fields: str, mark: str = "") -> str:
    return f"""
        parties:
          - {{id: spokesman, name: Spokesman, of: harbour-board}}
          - {{id: ministry, name: Ministry}}
        sources:
          - {{id: briefing, kind: statement, title: Briefing, party: spokesman}}
          - {{id: talk, kind: interview, title: Talk, party: harbour-board}}
          - {{id: reporter, kind: interview, title: Reporter, party: evening-post}}
        claims:
          - id: hid  # {mark}
            text: The board hid the price.
            serious: true
            {fields}
        """


def test_an_allegation_on_which_nobody_was_asked_is_found() -> None:
    (found,) = judge(allegation("about: harbour-board", "<- CT108"), "CT108")
    assert found.severity == "warning"
    assert found.message == "harbour-sale/hid: is a serious allegation about harbour-board, and no reply is on record."
    assert found.hint == "Ask for one and record `reply: {sought: …, got: …}`, or cite their statement or interview."


def test_an_allegation_against_nobody_in_particular_has_to_say_whom() -> None:
    (found,) = judge(allegation("reply: {sought: 2026-03-10}", "<- CT108"), "CT108")
    assert found.message == "harbour-sale/hid: is marked as serious and does not say about whom."
    assert found.hint == "Name the party with `about:`."


@pytest.mark.parametrize(
    "fields",
    [
        "reply: {}",
        "sources: [board-minutes]",
        "sources: [reporter]",
        "sources: [evening-post-story]",
    ],
)
def test_an_empty_reply_a_document_and_the_words_of_others_are_no_answer(fields: str) -> None:
    judge(allegation(f"about: harbour-board\n            {fields}", "<- CT108"), "CT108")


@pytest.mark.parametrize(
    "fields",
    [
        "about: harbour-board\n            reply: {sought: 2026-03-10}",
        "about: harbour-board\n            reply: {got: No comment.}",
        "about: harbour-board\n            sources: [talk]",
        "about: harbour-board\n            sources: [briefing]",
        "about: spokesman\n            sources: [talk]",
        "about: harbour-board\n            sources: [{source: briefing, stance: refutes, at: line 1}]",
    ],
)
def test_a_reply_or_a_statement_of_theirs_is_an_answer(fields: str) -> None:
    judge(allegation(fields), "CT108")


def test_of_several_parties_those_that_were_not_heard_are_named() -> None:
    about = "about: [harbour-board, ministry, daily-ledger]\n            sources: [briefing]"
    (found,) = judge(allegation(about, "<- CT108"), "CT108")
    assert "about ministry and daily-ledger, and no reply" in found.message


def test_what_is_not_serious_needs_no_reply() -> None:
    judge(
        """
        claims:
          - {id: a, text: The board met., about: harbour-board, sources: [board-minutes]}
          - {id: b, text: The board met., serious: false, sources: [board-minutes]}
        """,
        "CT108",
    )
