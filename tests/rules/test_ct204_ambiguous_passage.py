from __future__ import annotations

from stored import judge_texts

ARTICLE = """Port sold

The port was sold in secret, the minutes say. Nobody knew.

It is said that “the port was sold in
secret”, the minutes say. In the north the port was shut.
"""
LETTER = "We are sorry.\n\nWe are sorry, and we are not proud. We are sorry.\n"


def test_words_that_stand_twice_are_found_with_the_places() -> None:
    report = judge_texts(
        {"port-sale": ARTICLE},
        """
        claims:
          - id: secret
            text: T
            quote: the port was sold in secret  # <- CT204
        """,
        "CT204",
    )
    (found,) = report.findings
    assert found.severity == "warning"
    assert found.message == (
        "port-sale/secret: “the port was sold in secret” stands 2 times in port-sale (para 1 and para 2)."
    )
    assert found.hint == "Say which with `prefix:`, `suffix:` or `at:`, or quote more words."
    assert report.summary.quotes["normalised"] == 1


def test_the_quote_of_a_citation_is_ambiguous_too_and_a_paragraph_is_named_once() -> None:
    report = judge_texts(
        {"letter": LETTER},
        """
        claims:
          - id: a
            text: T
            sources:
              - {source: letter, quote: we are sorry}  # <- CT204
        """,
        "CT204",
    )
    assert report.findings[0].message.endswith("“we are sorry” stands 3 times in letter (para 1 and para 2).")


def test_a_locator_leaves_words_ambiguous_that_stand_twice_there() -> None:
    judge_texts(
        {"letter": LETTER},
        """
        claims:
          - id: a
            text: T
            sources:
              - {source: letter, quote: we are sorry, at: para 1}
              - {source: letter, quote: we are sorry, at: para 2}  # <- CT204
              - {source: letter, quote: we are sorry, at: somewhere near the end}  # <- CT204
        """,
        "CT204",
    )


def test_neighbours_a_locator_and_more_words_say_which_is_meant() -> None:
    report = judge_texts(
        {"port-sale": ARTICLE},
        """
        claims:
          - {id: prefix, text: T, quote: {exact: the port was sold in secret, prefix: It is said that}}
          - {id: suffix, text: T, quote: {exact: the minutes say, suffix: Nobody knew}}
          - {id: place, text: T, quote: {exact: the port was sold in secret, at: para 1}}
          - {id: longer, text: T, quote: The port was sold in secret … Nobody knew}
          - {id: once, text: T, quote: the port was shut}
        """,
        "CT204",
    )
    assert report.summary.quotes["absent"] == 0


def test_a_cue_may_recur() -> None:
    judge_texts(
        {"port-sale": ARTICLE},
        "claims: [{id: a, text: T, sources: [{source: board-minutes, cue: the minutes say, at: page 4}]}]\n",
        "CT204",
    )


def test_a_part_of_a_longer_word_is_no_second_place() -> None:
    judge_texts(
        {"letter": "The port was sold. The port was soldered. 1,300 euros. 300 euros.\n"},
        """
        claims:
          - id: a
            text: T
            sources:
              - {source: letter, quote: the port was sold}
              - {source: letter, quote: 300 euros}
        """,
        "CT204",
    )


def test_without_the_text_nothing_is_found() -> None:
    report = judge_texts({"port-sale": None}, "claims: [{id: a, text: T, quote: the port was sold}]\n", "CT204")
    assert report.summary.quotes["not_checked"] == 1
