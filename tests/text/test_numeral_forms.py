from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text.numeral_forms import SIGNED, WORDED, starts


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("two thirds of a million", "fraction", "two thirds of a million"),
        ("half a dozen", "half", "half a dozen"),
        ("twenty-first", "rank", "twenty-first"),
        ("us$ 3.5 million", "digits", "us$ 3.5 million"),
        ("rp. 500", "digits", "rp. 500"),
        ("three hundred and two people", "words", "three hundred and two"),
    ],
)
def test_numerals_of_words_are_told_apart(text: str, kind: str, words: str) -> None:
    found = WORDED.match(text)
    assert found is not None
    assert (found.lastgroup, found[0]) == (kind, words)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("2 thirds", "fraction", "2 thirds"),
        ("3/4 of it", "slashed", "3/4"),
        ("1,000th", "nth", "1,000th"),
        ("£3.2bn", "digits", "£3.2bn"),
        ("-5 degrees", "digits", "-5"),
        ("½", "vulgar", "½"),
    ],
)
def test_numerals_of_signs_are_told_apart(text: str, kind: str, words: str) -> None:
    found = SIGNED.match(text)
    assert found is not None
    assert (found.lastgroup, found[0]) == (kind, words)


def test_a_numeral_can_begin_at_a_sign_or_a_word_and_not_in_the_midst_of_digits() -> None:
    assert starts("the 41 ships, two docks, $300") == [4, 14, 25, 26]
    assert starts("nothing of the kind") == []


pieces = st.sampled_from(
    """
    a an one two six sixteen twenty half third thirds halves first hundred dozen million and of us$ a$ usd rp rs. rm $ £
    0 1 5 12 300 1,000 1234,567,890 3.5 th st / - + , . ½ k bn x é _ someone
    """.split()  # noqa: SIM905  (a list of words is read as words)
)


@settings(max_examples=500)
@given(st.lists(st.tuples(pieces, st.sampled_from([" ", ""])), max_size=7))
def test_no_numeral_begins_where_none_is_said_to_begin(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in parts)
    found = {place for place in range(len(text)) if WORDED.match(text, place) or SIGNED.match(text, place)}
    assert found <= set(starts(text))
    assert not any(SIGNED.match(text, place) for place in found if "a" <= text[place] <= "z")
    assert not any(WORDED.match(text, place) for place in found if not "a" <= text[place] <= "z")
