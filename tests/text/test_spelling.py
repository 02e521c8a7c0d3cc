from __future__ import annotations

import pytest

from claimtrack.text.spelling import Name, is_slip, is_variant, is_within, plain


def name(text: str) -> Name:
    """Return a recorded name of words with blanks between them."""
    return Name(text, tuple(text.split()))


def test_a_plain_text_is_as_long_as_the_text() -> None:
    assert plain("O’Brien\u00a0‐ Ltd") == "O'Brien - Ltd"


def test_a_name_may_go_without_its_article_and_begin_a_sentence() -> None:
    assert Name("the Board", ("Board",)).right == {"the Board", "Board", "The Board"}
    assert name("字节").right == {"字节"}


@pytest.mark.parametrize(
    ("spelled", "recorded", "variant"),
    [
        ("Tik Tok", "TikTok", True),
        ("Tiktok", "TikTok", True),
        ("TIKTOK", "TikTok", False),
        ("iphone", "iPhone", True),
        ("oracle", "Oracle", False),
        ("Harbour-Board", "Harbour Board", True),
        ("harbour board", "Harbour Board", False),
    ],
)
def test_a_variant_is_no_headline_and_no_common_noun(spelled: str, recorded: str, *, variant: bool) -> None:
    assert is_variant(spelled, name(recorded)) is variant


@pytest.mark.parametrize(
    ("words", "place", "recorded", "slip"),
    [
        ("Chinese Community Party", 1, "Chinese Communist Party", True),
        ("Ana Ruis", 1, "Ana Ruiz", True),
        ("Ana Perez", 1, "Ana Ruiz", False),
        ("Harbour Boards", 1, "Harbour Board", False),
        ("New York Times", 2, "New York Post", False),
        ("the harbour board", 0, "Old Harbour Board", False),
        ("Bank for England", 1, "Bank of England", True),
        ("Bank West England", 1, "Bank of England", False),
    ],
)
def test_a_slip_is_like_what_it_stands_for(words: str, place: int, recorded: str, *, slip: bool) -> None:
    said = words.split()
    assert is_slip(said, said[place].casefold(), place, name(recorded)) is slip


def test_a_word_within_has_neighbours_on_both_sides() -> None:
    assert [is_within(3, place) for place in range(3)] == [False, True, False]
    assert not is_within(2, 1)
