"""Tables for a terminal, by rich. Text of records is never taken for markup."""

from __future__ import annotations

from collections import Counter
from io import StringIO
from itertools import groupby
from typing import TYPE_CHECKING

from claimtrack.formats.plain import summary_line
from claimtrack.text.printable import indented, one_line
from claimtrack.text.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console, RenderableType
    from rich.text import Text

    from claimtrack.formats import Card, Screen, Table
    from claimtrack.model.findings import Finding
    from claimtrack.model.report import Report

MOST_ROWS = 300
"""Beyond that a table takes seconds to draw, and nobody reads it."""

_STYLES = {
    "error": "bold red",
    "warning": "yellow",
    "info": "cyan",
    "unsourced": "red",
    "unexamined": "yellow",
    "single-origin": "yellow",
    "corroborated": "green",
    "contested": "magenta",
    "refuted": "red",
    "supported": "green",
    "conflicting": "magenta",
}
_GROWS = frozenset({"text", "title", "name", "quote", "finds"})
"""Columns that share what width is left."""
_HEADINGS = {"independent": "indep."}
_NARROWEST = 16
_COMFORTABLE = 24
_GAP = 2


def table(table: Table, screen: Screen) -> str:
    """Return a table as wide as the terminal; past a few hundred rows, the first ones and a count.

    Where the terminal is too narrow for columns, each row becomes a paragraph.
    """
    article, rows = _without_article(table)
    title = _text(f"{table.title} in {article}" if article else table.title, "bold")
    shown = rows if screen.everything else rows[:MOST_ROWS]
    widths = _widths(table.columns, shown, screen.width)
    body = [_grid(table.columns, shown, widths)] if widths else _paragraphs(table.columns, shown)
    hidden = len(rows) - len(shown)
    rest = [_text(f"{hidden:,} more: narrow the list down, or give --all", "dim")] if hidden else []
    return _drawn([title, _text("", ""), *body, *rest], screen)


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Share out the width of the terminal: ids may fold, text takes what is left. Empty where it does not do."""
    wanted = [
        max([len(_HEADINGS.get(column, column)), *(len(row[place]) for row in rows)])
        for place, column in enumerate(columns)
    ]
    growing = [place for place, column in enumerate(columns) if column in _GROWS]
    left = (
        width
        - _GAP * len(columns)
        - sum(wanted[place] for place, column in enumerate(columns) if place not in growing and column != "id")
    )
    if "id" in columns:
        at = columns.index("id")
        wanted[at] = min(wanted[at], max(_NARROWEST, left - _COMFORTABLE * len(growing)))
        left -= wanted[at]
    share = left // max(len(growing), 1)
    if share < max([0, *(min(wanted[place], _NARROWEST) for place in growing)]):
        return []
    for place in growing:
        wanted[place] = min(wanted[place], share)
    return wanted


def _grid(columns: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> RenderableType:
    from rich import box  # noqa: PLC0415  (rich takes 50 ms to import: only a terminal needs it)
    from rich.table import Table as Grid  # noqa: PLC0415

    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for column, width in zip(columns, widths, strict=True):
        grid.add_column(_HEADINGS.get(column, column), overflow="fold", width=width)
    for row in rows:
        grid.add_row(*(_text(cell, _STYLES.get(cell, "")) for cell in row))
    return grid


def _paragraphs(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[RenderableType]:
    """Return each row as its first cell, its short cells on one line, and its texts below."""
    from rich.padding import Padding  # noqa: PLC0415

    parts: list[RenderableType] = []
    for row in rows:
        cells = list(zip(columns, row, strict=True))
        short = [f"{_HEADINGS.get(name, name)} {cell}" for name, cell in cells[1:] if cell and name not in _GROWS]
        texts = [cell for name, cell in cells[1:] if cell and name in _GROWS]
        parts.append(_text(row[0], "bold"))
        parts.extend(Padding(_text(line, ""), (0, 0, 0, 2)) for line in (*texts, " · ".join(short)) if line)
    return parts


def _without_article(table: Table) -> tuple[str | None, tuple[tuple[str, ...], ...]]:
    """Return the article that all ids begin with, to be said once, and the rows without it."""
    if "id" not in table.columns or len(table.rows) < 2:  # noqa: PLR2004  (one id has nothing to share)
        return None, table.rows
    at = table.columns.index("id")
    articles = {row[at].partition("/")[0] if "/" in row[at] else "" for row in table.rows}
    if len(articles) > 1 or articles == {""}:
        return None, table.rows
    short = tuple((*row[:at], row[at].partition("/")[2], *row[at + 1 :]) for row in table.rows)
    return articles.pop(), short


def card(card: Card, screen: Screen) -> str:
    """Return a record with its blocks."""
    from rich.padding import Padding  # noqa: PLC0415
    from rich.table import Table as Grid  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    parts: list[RenderableType] = [_text(card.title, "bold"), _text(card.text, "")]
    for block in card.blocks:
        parts.append(_text("", ""))
        if block.heading:
            parts.append(_text(block.heading, "bold"))
        labels = max((len(line.label) for line in block.lines), default=0)
        for line in block.lines:
            if line.text.startswith(" "):
                # An example: a line of it that is broken could not be copied.
                parts.append(Text("  " + indented(line.text), no_wrap=True))
                continue
            grid = Grid.grid(padding=(0, 2, 0, 0), pad_edge=False)
            if labels:
                grid.add_column(width=labels, style="dim")
            grid.add_column(overflow="fold")
            cells = [Text(indented(line.text), style=_STYLES.get(line.text, ""))]
            grid.add_row(*([_text(line.label, "")] if labels else []), *cells)
            parts.append(Padding(grid, (0, 0, 0, 2 * (line.depth + bool(block.heading)))))
    return _drawn(parts, screen)


def report(report: Report, screen: Screen) -> str:
    """Return the findings by file, infos summed up, and the summary."""
    parts: list[RenderableType] = []
    for file, findings in groupby(report.findings, key=lambda finding: finding.place.file):
        parts.extend(_of_file(file, list(findings), screen))
    style = "red" if report.summary.errors else "yellow" if report.summary.warnings else "green"
    return _drawn([*parts, _text(summary_line(report.summary), f"bold {style}")], screen)


def _of_file(file: str, findings: Sequence[Finding], screen: Screen) -> Iterable[RenderableType]:
    from rich.table import Table as Grid  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    grid = Grid.grid(padding=(0, 2, 0, 0), pad_edge=False)
    grid.add_column(justify="right", style="dim", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    told = [finding for finding in findings if screen.everything or finding.severity != "info"]
    for finding in told:
        others = [(f"\n{one_line(f'{related.place}: {related.message}')}", "dim") for related in finding.related]
        words = Text.assemble(one_line(finding.message), "\n", (one_line(finding.hint), "dim"), *others)
        place = f"{finding.place.line}:{finding.place.column}"
        grid.add_row(place, _text(finding.code, _STYLES[finding.severity]), words)
    infos = Counter(
        (finding.code, finding.name) for finding in findings if finding.severity == "info" and not screen.everything
    )
    for (code, name), number in sorted(infos.items()):
        grid.add_row(
            "", _text(code, _STYLES["info"]), _text(f"{name}: {counted(number, 'record')} (--all shows them)", "dim")
        )
    return [_text(file, "bold underline"), grid, _text("", "")]


def _text(words: str, style: str) -> Text:
    from rich.text import Text  # noqa: PLC0415

    return Text(one_line(words), style=style)


def _drawn(parts: Iterable[RenderableType], screen: Screen) -> str:
    from rich.text import Text  # noqa: PLC0415

    console = _console(screen)
    for part in parts:
        console.print(part, soft_wrap=isinstance(part, Text) and bool(part.no_wrap))
    file = console.file
    text = file.getvalue() if isinstance(file, StringIO) else ""
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def _console(screen: Screen) -> Console:
    from rich.console import Console  # noqa: PLC0415

    return Console(
        file=StringIO(),
        width=screen.width,
        force_terminal=screen.colour,
        no_color=not screen.colour,
        color_system="standard" if screen.colour else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
