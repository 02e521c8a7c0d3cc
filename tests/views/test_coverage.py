from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.place import Marks, Path, Place
from claimtrack.model.records import SetAside, Source
from claimtrack.text.articles import ArticleCoverage
from claimtrack.text.coverage import Coverage, Uncovered
from claimtrack.views.coverage import coverage_card, coverage_item, coverage_table, line_ranges


class Nowhere(Marks):
    """A record that stands in no file."""

    __slots__ = ()

    def place(self, path: Path = ()) -> Place:  # noqa: ARG002  (it stands nowhere)
        return Place(file="x.yaml")

    def own_keys(self, path: Path = ()) -> dict[str, object]:  # noqa: ARG002  (likewise)
        return {}


def source(name: str) -> Source:
    return Source(marks=Nowhere(), id=name, kind="article", title=name.title())


UNCOVERED = tuple(Uncovered((0, 5), line, f"Line {line}.", ("figure “14”", "name “Ruiz”")) for line in (15, 12, 16, 16))
SALE = ArticleCoverage(
    article=source("sale"), coverage=Coverage(12, 8, UNCOVERED, 2), stray=(SetAside(quote="Sign up", why="w"),)
)
WHOLE = ArticleCoverage(article=source("whole"), coverage=Coverage(4, 4, ()))
GONE = ArticleCoverage(article=source("gone"), reason="its text gone.txt is not here")


def test_one_article_is_one_row_with_its_missing_lines() -> None:
    table = coverage_table([SALE])
    assert table.title == "8 of 12 sentences covered (66.6 %)"
    assert table.columns == ("article", "sentences", "covered", "percent", "missing")
    assert table.rows == (("sale", "12", "8", "66.6", "12, 15-16"),)


def test_several_have_a_total_of_what_was_checked() -> None:
    table = coverage_table([SALE, WHOLE, GONE])
    assert table.rows[1:] == (
        ("whole", "4", "4", "100.0", ""),
        ("gone", "", "", "", "not checked"),
        ("TOTAL", "16", "12", "75.0", ""),
    )
    assert [item["article"] for item in table.items] == ["sale", "whole", "gone"]
    assert len(coverage_table([SALE, WHOLE], total=False).rows) == 2


def test_nothing_checked_is_never_a_pass() -> None:
    assert coverage_table([GONE]).title == "1 article, not checked"
    assert coverage_table([GONE, GONE]).rows[-1] == ("TOTAL", "", "", "", "not checked")
    assert coverage_table([]).rows == ()
    assert coverage_item(GONE) == {
        "article": "gone",
        "sentences": None,
        "covered": None,
        "percent": None,
        "uncovered": [],
        "set_aside": None,
        "not_in_text": [],
        "not_checked": "its text gone.txt is not here",
    }


def test_the_sentences_can_be_shown_with_their_reasons() -> None:
    table = coverage_table([SALE, WHOLE, GONE], show_text=True)
    assert table.columns == ("article", "line", "text", "reasons")
    assert table.rows[0] == ("sale", "15", "Line 15.", "figure “14”, name “Ruiz”")
    assert len(table.rows) == 4
    assert table.items == coverage_table([SALE, WHOLE, GONE]).items


def test_an_article_alone_is_a_document_of_its_own() -> None:
    item = coverage_card(SALE).item
    assert list(item) == [
        *("schema", "article", "sentences", "covered", "percent", "uncovered"),
        *("set_aside", "not_in_text", "not_checked"),
    ]
    assert (item["schema"], item["percent"], item["set_aside"]) == ("claimtrack/coverage/1", 66.6, 2)
    assert item["uncovered"][0] == {"line": 15, "text": "Line 15.", "reasons": ["figure “14”", "name “Ruiz”"]}
    assert item["not_in_text"] == ["Sign up"]


@pytest.mark.parametrize(
    ("lines", "words"),
    [([], ""), ([3], "3"), ([3, 3], "3"), ([12, 15, 16, 17], "12, 15-17"), ([2, 1, 4, 5], "1-2, 4-5")],
)
def test_lines_that_follow_one_another_are_a_range(lines: list[int], words: str) -> None:
    assert line_ranges(lines) == words


@given(st.sets(st.integers(1, 60)))
def test_ranges_hold_all_lines_and_no_other(lines: set[int]) -> None:
    parts = [part.split("-") for part in line_ranges(lines).split(", ") if part]
    assert {line for part in parts for line in range(int(part[0]), int(part[-1]) + 1)} == lines
