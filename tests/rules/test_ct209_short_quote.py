from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.rules import ct209_short_quote as rule
from claimtrack.text.normalise import normalise
from claimtrack.text.words import word_count
from stored import judge_texts
from support import judge


def test_a_passage_of_two_words_is_too_short_to_be_found_again() -> None:
    (found,) = judge(
        """
        claims:
          - id: secret
            text: It was kept secret.
            quote: kept secret  # <- CT209
        """,
        "CT209",
    )
    assert found.severity == "warning"
    assert found.message == "harbour-sale/secret: “kept secret” is too short to be found again in harbour-sale."
    assert found.hint == "Quote more words, or add `prefix:`, `suffix:` or `at:`."


def test_the_quote_of_a_citation_is_counted_too_and_punctuation_is_no_word() -> None:
    judge(
        """
        claims:
          - id: a
            text: T
            quote: three words here
            sources:
              - {source: board-minutes, quote: not public}  # <- CT209
              - {source: board-minutes, quote: "“secret” … — !"}  # <- CT209
              - {source: board-minutes, quote: well-known secret}  # <- CT209
              - {source: board-minutes, quote: no public vote}
        """,
        "CT209",
    )


def test_neighbours_and_locators_pin_few_words_down() -> None:
    judge(
        """
        claims:
          - {id: prefix, text: T, quote: {exact: kept secret, prefix: it was}}
          - {id: suffix, text: T, quote: {exact: kept secret, suffix: for a month}}
          - id: place
            text: T
            quote: {exact: kept secret, at: para 2}
            sources:
              - {source: board-minutes, quote: not public, at: page 4}
              - {source: board-minutes, quote: {exact: not public, at: page 4}}
        """,
        "CT209",
    )


def test_words_on_several_lines_are_told_on_one() -> None:
    (found,) = judge('claims:\n  - {id: a, text: T, quote: "kept\\n secret"}  # <- CT209\n', "CT209")
    assert found.message == "harbour-sale/a: “kept secret” is too short to be found again in harbour-sale."


def test_a_cue_may_be_short() -> None:
    judge("claims: [{id: a, text: T, sources: [{source: board-minutes, cue: minutes, at: page 4}]}]\n", "CT209")


def test_two_characters_count_as_a_word_in_a_script_without_blanks() -> None:
    judge(
        """
        claims:
          - {id: long, text: T, quote: 一切都是可见}
          - {id: short, text: T, quote: 可见}  # <- CT209
          - {id: decomposed, text: T, quote: "cafe\\u0301 noir"}  # <- CT209
          - {id: spaced, text: T, quote: порт не продано}
        """,
        "CT209",
    )


def test_few_words_are_too_few_whether_or_not_the_text_is_here() -> None:
    for text in ("The sale was kept secret.\n", None):
        judge_texts({"port-sale": text}, "claims:\n  - {id: a, text: T, quote: kept secret}  # <- CT209\n", "CT209")


@settings(max_examples=500)
@given(st.text("ab1 -'[]:é中ﬁ\u00ad\u200b\u0301\n", max_size=16))
def test_three_words_in_a_row_are_enough_without_counting(text: str) -> None:
    assert vars(rule)["_is_short"](text) == (word_count(normalise(text).text) < 3)
