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

    from claimtrack.engine import Report
    from claimtrack.formats import Card, Screen, Table
    from claimtrack.model.findings import Finding

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
_GROWS = frozenset({"text", "title", "name", "quote"})
"""Columns that share what width is left."""


def table(table: Table, screen: Screen) -> str:
    """Return a table as wide as the terminal; past a few hundred rows, the first ones and a count."""
    from rich import box  # noqa: PLC0415  (rich takes 50 ms to import: only a terminal needs it)
    from rich.table import Table as Grid  # noqa: PLC0415

    grid = Grid(
        box=box.SIMPLE_HEAD, title=one_line(table.title), title_justify="left", title_style="bold", pad_edge=False
    )
    for column in table.columns:
        grid.add_column(column, overflow="fold", ratio=1 if column in _GROWS else None, no_wrap=False)
    shown = table.rows if screen.everything else table.rows[:MOST_ROWS]
    for row in shown:
        grid.add_row(*(_text(cell, _STYLES.get(cell, "")) for cell in row))
    grid.expand = any(column in _GROWS for column in table.columns)
    hidden = len(table.rows) - len(shown)
    rest = [_text(f"{hidden:,} more: narrow the list down, or give --all", "dim")] if hidden else []
    return _drawn([grid, *rest], screen)


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
            grid = Grid.grid(padding=(0, 1))
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

    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", style="dim", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    told = [finding for finding in findings if screen.everything or finding.severity != "info"]
    for finding in told:
        words = Text.assemble(one_line(finding.message), "\n", (one_line(finding.hint), "dim"))
        place = f"{finding.place.line}:{finding.place.column}"
        grid.add_row(place, _text(finding.code, _STYLES[finding.severity]), words)
    infos = Counter((finding.code, finding.name) for finding in findings if finding not in told)
    for (code, name), number in sorted(infos.items()):
        grid.add_row(
            "", _text(code, _STYLES["info"]), _text(f"{name}: {counted(number, 'record')} (--all shows them)", "dim")
        )
    return [_text(file, "bold underline"), grid, _text("", "")]


def _text(words: str, style: str) -> Text:
    from rich.text import Text  # noqa: PLC0415

    return Text(one_line(words), style=style)


def _drawn(parts: Iterable[RenderableType], screen: Screen) -> str:
    console = _console(screen)
    for part in parts:
        console.print(part)
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
