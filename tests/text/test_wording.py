from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text.wording import brief, counted, listed

quick = settings(max_examples=100, deadline=None)


@pytest.mark.parametrize(
    ("names", "phrase"),
    [
        ("", ""),
        ("a", "a"),
        ("ab", "a and b"),
        ("abc", "a, b and c"),
        ("abcdefg", "a, b, c, d, e, f and g"),
        ("abcdefgh", "a, b, c, d, e, f and 2 more"),
        ("a" * 1006, "a, a, a, a, a, a and 1,000 more"),
    ],
)
def test_names_are_listed_and_the_many_are_counted(names: str, phrase: str) -> None:
    assert listed(list(names)) == phrase


@pytest.mark.parametrize(
    ("most", "phrase"), [(1, "a and 3 more"), (2, "a, b and 2 more"), (3, "a, b, c and d"), (9, "a, b, c and d")]
)
def test_no_list_ends_in_one_more(most: int, phrase: str) -> None:
    assert listed("abcd", most) == phrase


@pytest.mark.parametrize(
    ("number", "noun", "plural", "phrase"),
    [
        (0, "claim", None, "0 claims"),
        (1, "claim", None, "1 claim"),
        (2, "claim", None, "2 claims"),
        (1, "party", "parties", "1 party"),
        (3, "party", "parties", "3 parties"),
        (12_000, "claim", None, "12,000 claims"),
    ],
)
def test_a_number_comes_with_its_noun(number: int, noun: str, plural: str | None, phrase: str) -> None:
    assert counted(number, noun, plural) == phrase


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("", 9, ""),
        ("Sold.", 9, "Sold"),
        ("  Sold \n in\tsecret. ", 20, "Sold in secret"),
        ("It was sold", 11, "It was sold"),
        ("It was sold.", 11, "It was sold"),
        ("It was sold off", 11, "It was…"),
        ("Sold in secret", 8, "Sold…"),
        ("Secretly", 5, "Secr…"),
        ("Sold…", 9, "Sold…"),
    ],
)
def test_text_is_cut_between_words(text: str, width: int, short: str) -> None:
    assert brief(text, width) == short


def test_text_is_sixty_characters_long_at_most_unless_somebody_says_otherwise() -> None:
    assert brief("a " * 30) == ("a " * 30).strip()
    assert len(brief("a " * 31)) <= 60


@quick
@given(st.text(), st.integers(2, 30))
def test_brief_text_fits_is_one_line_and_begins_like_the_whole(text: str, width: int) -> None:
    short = brief(text, width)
    assert len(short) <= width
    assert len(short.splitlines()) <= 1
    assert " ".join(text.split()).startswith(short.removesuffix("…"))
