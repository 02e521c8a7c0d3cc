from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text.words import WORD, is_boundary, is_unspaced, word_count, words

quick = settings(max_examples=200, deadline=None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ""),
        ("It was, he said, sold.", "It|was|he|said|sold"),
        ("a well-known 30-year-old can't", "a|well-known|30-year-old|can't"),
        ("£3.5bn, 30%, 30 %, -5 and 1,300.", "£3.5bn|30%|30 %|-5|and|1,300"),
        ("2021-22 at 10:30 on 12/03", "2021-22|at|10:30|on|12/03"),
        ("U.S. and/or R&D a_b", "U.S|and/or|R&D|a_b"),
        ("п'ять l'été c'est", "п'ять|l'été|c'est"),
        ("كل شيء مرئي، في الصين", "كل|شيء|مرئي|في|الصين"),
        ("可见 TikTok的", "可|见|TikTok|的"),
        ("+ & 5 °C", "+|&|5 °|C"),
    ],
)
def test_words_are_found_whole_and_without_punctuation(text: str, found: str) -> None:
    assert "|".join(word.text for word in words(text)) == found


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("a b-c 3.5", 3), ("他说一切", 2), ("他说一", 2), ("TikTok的员工", 3), ("— … !", 0)]
)
def test_words_are_counted_and_letters_of_scripts_without_blanks_by_two(text: str, count: int) -> None:
    assert word_count(text) == count


@pytest.mark.parametrize(
    "text",
    [
        "st|art",
        "30|.5",
        "1|,300",
        "1,|300",
        "3|0",
        "10|:30",
        "9|/11",
        "-|5",
        "of -|5",
        "(-|5",
        ".|5",
        "a .|5",
        "ca|f",
        "can|'t",
        "x|\u0302",
        "10|²",
        "n|1",
        "ก|ุ",
        "๑|๒",
        "٣|٫٥",
        "a|_b",
        " |\u0301",
    ],
)
def test_no_word_ends_here(text: str) -> None:
    at = text.index("|")
    assert not is_boundary(text.replace("|", ""), at)


@pytest.mark.parametrize(
    "text",
    [
        "|",
        "|a",
        "a|",
        "a| b",
        "a |b",
        "well-|known",
        "l'|homme",
        "dog|'s",
        "30|.",
        "30|, and",
        "3-|5",
        "30|%",
        "$|30",
        "可|见",
        "TikTok|的",
        "กา|ร",
        '"|a',
        "end...|30",
        "can|'table",
    ],
)
def test_a_word_ends_here(text: str) -> None:
    at = text.index("|")
    assert is_boundary(text.replace("|", ""), at)


@quick
@given(st.text("ab1.,-' 中ก\u0301", max_size=20))
def test_words_lie_in_order_and_begin_where_they_say(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_korean_and_arabic_put_blanks_between_words() -> None:
    assert [is_unspaced(letter) for letter in "中かカกក한aعя"] == [True] * 5 + [False] * 4


@settings(max_examples=500)
@given(st.text("aB1_.,-+' $%:/&@=<>[]\n", max_size=20))
def test_in_ascii_the_words_are_those_of_any_text(text: str) -> None:
    assert [(word.text, word.start, word.end) for word in words(text)] == [
        (found[0], *found.span()) for found in WORD.finditer(text)
    ]
    assert word_count(text) == len(WORD.findall(text))
