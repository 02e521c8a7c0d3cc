"""Tables of measures, as plain text or as Markdown."""

from __future__ import annotations

import resource
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.measure import Measure

_MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class Table:
    """A title, a sentence on how to read it, and rows of text."""

    title: str
    note: str
    header: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)

    def plain(self) -> str:
        """Return it as aligned columns."""
        cells = [self.header, *self.rows]
        widths = [max(len(row[column]) for row in cells) for column in range(len(self.header))]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
        ]
        ruled = [lines[0], "─" * max(map(len, lines)), *lines[1:]]
        return "\n".join([self.title, *([self.note] if self.note else []), "", *ruled, ""])

    def markdown(self) -> str:
        """Return it as a table of Markdown, with its title as a paragraph above."""
        head = f"**{self.title}**" + (f" {self.note}" if self.note else "")
        columns = ["---", *("--:" if _is_number(self, at) else "---" for at in range(1, len(self.header)))]
        lines = [f"| {' | '.join(row)} |" for row in (self.header, columns, *self.rows)]
        return "\n".join([head, "", *lines, ""])


def _is_number(table: Table, column: int) -> bool:
    return all(not row[column] or row[column].lstrip("<- ")[0].isdigit() for row in table.rows)


def seconds(taken: float) -> str:
    """Return a time as one reads it: `23 ms`, `1.28 s`, `54 s`."""
    if taken < 1:
        return f"{taken * 1000:.0f} ms"
    return f"{taken:.2f} s" if taken < 10 else f"{taken:.0f} s"


def ratio(taken: float, floor: float) -> str:
    """Return how many times the floor something takes: `1.2`, `64`."""
    times = taken / floor
    return f"{times:.2f}" if times < 1 else f"{times:.1f}" if times < 20 else f"{times:.0f}"


def memory(measure: Measure) -> str:
    """Return the peak memory of a command; of a small one only that it is less than what runs it."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return megabytes(measure.peak) if measure.peak > own else f"< {megabytes(own)}"


def megabytes(size: int) -> str:
    """Return a number of bytes as one reads it: `2.5 MB`, `76 MB`."""
    return f"{size / _MEGA:.1f} MB" if size < 10 * _MEGA else f"{size / _MEGA:.0f} MB"
