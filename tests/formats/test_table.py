from __future__ import annotations

from collections import Counter

import pytest
from rich.cells import cell_len

from claimtrack.formats import Block, Card, Line, Screen, Table, table
from claimtrack.formats.table import MOST_ROWS
from support import check_files

LONG = "The board of the harbour voted in secret to sell the whole of it, quays and cranes included, in one night."


def claims(*rows: tuple[str, ...], columns: tuple[str, ...] = ("id", "text", "sourcing")) -> Table:
    return Table(title=f"{len(rows)} claims", columns=columns, rows=rows, items=(), schema="s")


def draw(what: Table, **screen: int | bool) -> list[str]:
    return table.table(what, Screen(**{"width": 80, **screen})).splitlines()  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [20, 30, 40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(width: int) -> None:
    lines = draw(
        claims(("a/six-votes", LONG, "single-origin"), ("b/price", "港の売却 " * 20, "unsourced")), width=width
    )
    assert max(cell_len(line) for line in lines) <= width
    text = "".join(lines)
    assert (text.count("港"), text.count("…")) == (20, 0)
    assert not Counter(LONG.replace(" ", "")) - Counter(text)


def test_a_wide_terminal_shows_columns_with_a_heading() -> None:
    lines = draw(claims(("a/x", "It was sold.", "unsourced"), ("b/y", "T", "unsourced")))
    assert lines[0] == "2 claims"
    assert lines[2].split() == ["id", "text", "sourcing"]
    assert lines[4].split("  ")[0] == "a/x"
    assert "It was sold." in lines[4]


def test_a_narrow_terminal_shows_each_row_as_a_paragraph() -> None:
    lines = draw(claims(("a/six", "It was sold to the sea.", "unsourced"), ("b/y", "", "")), width=30)
    assert lines[2:] == ["a/six", "  It was sold to the sea.", "  sourcing unsourced", "b/y"]


def test_the_article_that_all_claims_share_is_said_once() -> None:
    lines = draw(claims(("sale/a", "T", "unsourced"), ("sale/b", "U", "unsourced")))
    assert lines[0] == "2 claims in sale"
    assert [line.split()[0] for line in lines[4:]] == ["a", "b"]


@pytest.mark.parametrize(
    "rows",
    [[("sale/a", "T", "")], [("sale/a", "T", ""), ("other/b", "U", "")], [("a", "T", ""), ("b", "U", "")]],
)
def test_ids_stay_whole_where_there_is_no_article_to_share(rows: list[tuple[str, ...]]) -> None:
    lines = draw(claims(*rows))
    assert lines[0] == f"{len(rows)} claims"
    assert [line.split()[0] for line in lines[4:]] == [row[0] for row in rows]


def test_a_table_without_ids_or_texts_keeps_its_columns() -> None:
    lines = draw(claims(("supported", "3"), ("refuted", "12"), columns=("verdict", "independent")))
    assert lines[2].split() == ["verdict", "indep."]
    assert lines[4].split() == ["supported", "3"]


@pytest.mark.parametrize(("rows", "more"), [(MOST_ROWS, None), (MOST_ROWS + 1, "1 more"), (2_000, "1,700 more")])
def test_of_a_long_table_the_first_rows_are_shown_and_the_others_counted(rows: int, more: str | None) -> None:
    long = claims(*((f"a/c{number}", "T", "unsourced") for number in range(rows)))
    lines = draw(long)
    assert len(lines) == MOST_ROWS + 4 + bool(more)
    assert (": narrow the list down, or give --all" in lines[-1]) == bool(more)
    assert lines[-1].startswith(more or f"c{rows - 1}")


def test_all_rows_are_shown_where_everything_is_asked_for() -> None:
    assert len(draw(claims(*((f"a/c{number}", "T", "") for number in range(400))), everything=True)) == 404


def test_colour_comes_only_where_it_is_wanted() -> None:
    rows = claims(("a", "T", "unsourced"))
    assert "\x1b[31munsourced" in table.table(rows, Screen(colour=True))
    assert "\x1b" not in table.table(rows, Screen(colour=False))


# ---- cards

CARD = Card(
    title="sale/a",
    text=LONG,
    blocks=(
        Block(lines=(Line(label="type", text="event"), Line(label="recorded", text="claims/x.yaml:3"))),
        Block(heading="Sources", lines=(Line(label="supports", text=LONG), Line(text="deep", depth=2))),
        Block(heading="Not established", lines=(Line(text="nobody has signed it"),)),
        Block(heading="Bad", lines=(Line(text="    # file: " + "x" * 90),)),
    ),
    item={},
)


def test_a_card_folds_its_lines_below_their_labels() -> None:
    lines = table.card(CARD, Screen(width=60)).splitlines()
    assert lines[0] == "sale/a"
    assert "type      event" in lines
    assert "  nobody has signed it" in lines
    at = lines.index("Sources")
    assert lines[at + 1].startswith("  supports  The board of the harbour")
    assert lines[at + 2].startswith(" " * 12)
    assert "deep" in "".join(line for line in lines if line.startswith("      "))
    assert max(len(line) for line in lines if "xxx" not in line) <= 60


def test_a_line_of_an_example_is_never_folded() -> None:
    assert "      # file: " + "x" * 90 in table.card(CARD, Screen(width=40)).splitlines()


def test_a_card_has_colour_only_where_it_is_wanted() -> None:
    assert "\x1b[1msale/a" in table.card(CARD, Screen(colour=True))
    assert "\x1b" not in table.card(CARD, Screen())


# ---- reports

FILES: dict[str, str | bytes] = {
    "claims/x.yaml": "article: harbour-sale\nclaims:\n- {id: a, text: T}\n- {id: b, text: U}\n",
    "claims/y.yaml": "claims: [\n",
}


def report(**screen: int | bool) -> list[str]:
    return table.report(check_files(FILES), Screen(**{"width": 100, **screen})).splitlines()  # type: ignore[arg-type]


def test_a_report_goes_file_by_file_and_sums_infos_up() -> None:
    lines = report()
    assert lines.index("claims/x.yaml") < lines.index("claims/y.yaml")
    assert [line.split()[:2] for line in lines if "CT101" in line] == [["3:4", "CT101"], ["4:4", "CT101"]]
    assert [line.split(maxsplit=1) for line in lines if "CT208" in line] == [
        ["CT208", "no-passage: 2 records (--all shows them)"]
    ]
    assert lines[-1].startswith("2 claims (2 unsourced): 3 errors, 0 warnings, ")


def test_a_report_shows_every_info_where_everything_is_asked_for() -> None:
    lines = report(everything=True)
    assert len([line for line in lines if "CT208" in line]) == 2
    assert not any("--all" in line for line in lines)


@pytest.mark.parametrize("width", [40, 60, 100])
def test_a_report_is_folded_to_the_terminal(width: int) -> None:
    lines = report(width=width)
    assert max(len(line) for line in lines) <= width
    assert not any("…" in line for line in lines)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (FILES, "31"),
        ({"claims/x.yaml": "sources: [{id: s, kind: post, title: T}]\n"}, "32"),
        (
            {
                "claims/x.yaml": "article: harbour-sale\nclaims:\n"
                "- {id: a, text: T, quote: q, waivers: [{rule: CT101, why: w}],"
                " sources: [{source: board-minutes, at: page 1}]}\n"
            },
            "33",
        ),
    ],
)
def test_the_summary_has_the_colour_of_the_worst(files: dict[str, str | bytes], code: str) -> None:
    last = table.report(check_files(files), Screen(width=200, colour=True)).splitlines()[-1]
    assert last.startswith(f"\x1b[1;{code}m")


def test_markup_in_a_record_is_shown_as_it_was_written() -> None:
    files: dict[str, str | bytes] = {
        "claims/x.yaml": "article: harbour-sale\nclaims:\n"
        '- {id: a, text: "[red]x[/red] [/] :smile: \\e[2J", type: question}\n'
    }
    text = table.report(check_files(files), Screen(width=200, everything=True))
    assert "[red]x[/red] [/] :smile: \\x1b[2J" in text
