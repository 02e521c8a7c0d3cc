from __future__ import annotations

import pytest

from claimtrack.formats import Block, Card, Line, Screen, Table, plain
from claimtrack.model.findings import Finding, Subject
from claimtrack.model.place import Place
from claimtrack.model.report import Report, Summary

NARROW = Screen(width=20, colour=True)


def summary(**counts: int) -> Summary:
    """Return a summary: sourcing levels with underscores, all else by its name."""
    zero = dict.fromkeys(("articles", "sources", "claims", "not_read", "errors", "warnings", "infos", "waived"), 0)
    sourcing = {"unsourced": counts.pop("unsourced", 0), "single-origin": counts.pop("single_origin", 0)}
    quotes = {"exact": 0, "not_checked": counts.pop("not_checked", 0)}
    return Summary(**{**zero, **counts}, sourcing=sourcing, quotes=quotes)


def test_a_table_is_a_line_a_row_with_tabs_between_and_nothing_cut() -> None:
    text = "A text\nof two lines,\tlonger than any terminal is wide " * 5
    table = Table(title="t", columns=("id", "text"), rows=(("a", text), ("b", "")), items=(), schema="s")
    lines = plain.table(table, NARROW).split("\n")
    assert [line.count("\t") for line in lines] == [1, 1, 0]
    assert lines[0].endswith("any terminal is wide")
    assert lines[1:] == ["b\t", ""]


def test_a_card_is_indented_by_block_and_depth() -> None:
    card = Card(
        title="harbour-sale/a",
        text="It was\nsold.",
        blocks=(
            Block(lines=(Line(label="type", text="event"), Line(text="bare"))),
            Block(heading="Sources", lines=(Line(label="supports", text="s"), Line(text="deep", depth=2))),
        ),
        item={},
    )
    assert plain.card(card, NARROW) == (
        "harbour-sale/a\nIt was sold.\n\ntype: event\nbare\n\nSources\n  supports: s\n      deep\n"
    )


def test_a_report_is_a_line_a_finding_and_the_summary() -> None:
    finding = Finding(
        code="CT101",
        name="unsourced",
        severity="error",
        message="a/b: no\nsource.",
        hint="Cite one.",
        subject=Subject(),
        place=Place(file="claims/x.yaml", line=3, column=5),
        fingerprint="f",
    )
    assert plain.report(Report((finding,), summary(claims=1, errors=1, unsourced=1)), NARROW) == (
        "claims/x.yaml:3:5: error CT101 a/b: no source. Cite one.\n"
        "1 claim (1 unsourced): 1 error, 0 warnings, 0 infos\n"
    )


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ({}, "0 claims: 0 errors, 0 warnings, 0 infos"),
        ({"claims": 1, "single_origin": 1}, "1 claim (1 single-origin): 0 errors, 0 warnings, 0 infos"),
        (
            {"claims": 3, "unsourced": 1, "single_origin": 2, "errors": 1, "warnings": 1, "infos": 1},
            "3 claims (1 unsourced, 2 single-origin): 1 error, 1 warning, 1 info",
        ),
        ({"not_read": 1, "waived": 2}, "0 claims, 1 record not read: 0 errors, 0 warnings, 0 infos, 2 waived"),
        ({"not_checked": 1}, "0 claims: 0 errors, 0 warnings, 0 infos; 1 quote not checked"),
        ({"not_checked": 2}, "0 claims: 0 errors, 0 warnings, 0 infos; 2 quotes not checked"),
    ],
)
def test_the_summary_says_what_was_checked_and_what_was_not(counts: dict[str, int], line: str) -> None:
    assert plain.summary_line(summary(**counts)) == line
