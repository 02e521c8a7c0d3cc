from __future__ import annotations

import pytest

from stored import judge_texts

LETTER = """“We sold the port because it was falling apart,” the chair-
man wrote. “It wasn’t our wish.”

Naïve buyers paid 1\u00a0300 euros. 在中国，员工可以访问所有数据。
"""
ONE = "claims:\n  - {id: a, text: T, sources: [{source: letter, quote: %s}]}"


def test_a_quote_with_another_word_is_found_with_the_words_of_the_source() -> None:
    report = judge_texts(
        {"letter": LETTER},
        """
        claims:
          - id: reason
            text: T
            sources:
              - board-minutes
              - source: letter
                quote: We sold the port because it was in ruins  # <- CT202
        """,
        "CT202",
    )
    (found,) = report.findings
    assert found.severity == "error"
    assert found.message == (
        "port-sale/reason: “We sold the port because it was in ruins” does not stand in letter; "
        "it has “We sold the port because it was falling apart”: “in ruins” → “falling apart”."
    )
    assert found.hint == "Copy the words from the source, or say them in your own under `says:`."


@pytest.mark.parametrize("stance", ["refutes", "mentions"])
def test_a_quote_is_looked_up_whatever_its_stance(stance: str) -> None:
    judge_texts(
        {"letter": LETTER},
        f"""
        claims:
          - id: a
            text: T
            sources:
              - {{source: letter, quote: it was our dearest wish, stance: {stance}}}  # <- CT202
        """,
        "CT202",
    )


@pytest.mark.parametrize(
    "quote",
    [
        "'\"we sold the port because it was falling apart.\"'",
        "it wasn't our wish",
        "the chairman wrote",
        "we sold … the chairman wrote",
        "'We sold [it] because it was falling apart'",
        '"nai\\u0308ve buyers paid 1 300 euros"',
        "员工可以访问所有数据",
    ],
)
def test_what_setting_and_editing_change_is_no_difference(quote: str) -> None:
    report = judge_texts({"letter": LETTER}, ONE % quote, "CT202")
    assert report.summary.quotes["exact"] + report.summary.quotes["normalised"] == 1


@pytest.mark.parametrize(
    "quote",
    [
        "it was our wish",  # a negation lost
        "buyers paid 300 euros",  # a number cut
        "we sold the ports",  # a part of a word added
        "the chairman … we sold the port",  # not in that order
        "we sold the port … 1 300 euros",  # a gap over a paragraph's end
        "员工不可以访问所有数据",
    ],
)
def test_what_changes_the_words_is_a_difference(quote: str) -> None:
    judge_texts({"letter": LETTER}, f"{ONE % quote}  # <- CT202\n", "CT202")


def test_the_words_of_a_passage_or_a_cue_are_the_business_of_another_rule() -> None:
    judge_texts(
        {"port-sale": "The port was sold.\n", "letter": LETTER},
        "claims: [{id: a, text: T, quote: no such words, sources: [{source: letter, cue: nobody wrote}]}]\n",
        "CT202",
    )


def test_where_the_text_is_not_here_nothing_is_found_and_the_quote_is_not_checked() -> None:
    report = judge_texts(
        {"letter": None},
        """
        claims:
          - id: a
            text: T
            sources:
              - {source: letter, quote: nothing of the kind}
              - {source: board-minutes, quote: no text of it is recorded}
        """,
        "CT202",
    )
    assert report.summary.quotes == {"exact": 0, "normalised": 0, "altered": 0, "absent": 0, "not_checked": 2}
