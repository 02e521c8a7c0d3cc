from __future__ import annotations

import pytest

from claimtrack.text.diff import render_changes
from claimtrack.text.likeness import Nearest, nearest_passage
from claimtrack.text.locators import Layout
from claimtrack.text.normalise import normalise

TEXT = """The board met. The board sold the port to a friend of the chairman in the month of May.

“Everything is visible in China,” a member of the well-known team said at the meeting in September.

Semua data pengguna dapat dilihat oleh karyawan di Tiongkok sejak bulan September tahun lalu.

在中国，员工可以访问所有美国用户的数据，公司从未否认。

قال الموظف إن كل شيء مرئي في الصين منذ شهر سبتمبر الماضي."""


def nearest(quote: str) -> Nearest | None:
    return nearest_passage(TEXT, normalise(TEXT), Layout(TEXT), quote)


@pytest.mark.parametrize(
    ("quote", "passage", "changes"),
    [
        (
            "The board sold the port to a friend of the mayor in the month of May",
            "The board sold the port to a friend of the chairman in the month of May",
            "“mayor” → “chairman”",
        ),
        (
            "Nothing is visible in China, a member",
            "Everything is visible in China,” a member",
            "“Nothing” → “Everything”",
        ),
        (
            "a member of the team said at the meeting",
            "a member of the well-known team said at the meeting",
            "added “well-known”",
        ),
        (
            "semua data pengguna dapat dilihat oleh karyawan di China",
            "Semua data pengguna dapat dilihat oleh karyawan di Tiongkok",
            "“China” → “Tiongkok”",
        ),
        ("员工可以访问所有中国用户的数据", "员工可以访问所有美国用户的数据", "“中” → “美”"),
        ("إن كل شيء واضح في الصين منذ شهر سبتمبر", "إن كل شيء مرئي في الصين منذ شهر سبتمبر", "“واضح” → “مرئي”"),
        (
            "Everything is visible … at the meeting in October",
            "Everything is visible in China,” a member of the well-known team said at the meeting in September",
            "“October” → “September”",
        ),
        ("The board sold: the port to a friend", "The board sold the port to a friend", "“sold:” → “sold”"),
    ],
)
def test_the_nearest_passage_is_shown_with_what_changed(quote: str, passage: str, changes: str) -> None:
    found = nearest(quote)
    assert found
    assert (found.text, render_changes(found.changes)) == (passage, changes)
    assert TEXT[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "quote",
    [
        "everything is seen in China",
        "the quick brown fox jumps over the lazy dog again and again",
        "The board sold the port … everything is visible in China",
        "The board sold … a harbour that nobody had ever wanted to build there",
        "可访问所有用户",
        "",
        "… …",
    ],
)
def test_short_and_strange_words_have_no_nearest_passage(quote: str) -> None:
    assert nearest(quote) is None


def test_words_longer_than_the_text_have_one_if_they_are_like_it() -> None:
    text = "They sold the whole port in secret"
    found = nearest_passage(text, normalise(text), Layout(text), text + " at night")
    assert found
    assert render_changes(found.changes) == "left out “at night”"
    assert nearest_passage("", normalise(""), Layout(""), "one two three four five six seven") is None


def test_a_text_of_blanks_has_no_passage_and_words_without_end_are_not_looked_for() -> None:
    words = "the port was sold for four million"
    assert nearest_passage(" ", normalise(" "), Layout(" "), words) is None
    text = f"{words} " * 400
    assert nearest_passage(text, normalise(text), Layout(text), text.replace("port", "harbour")) is None
