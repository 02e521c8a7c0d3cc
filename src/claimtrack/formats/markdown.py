"""Markdown tables, for a pull request or a wiki."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.formats import Screen, Table

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def table(table: Table, _screen: Screen) -> str:
    """Return the columns of a table as a table."""
    rows = [table.columns, *(tuple(_SPECIAL.sub(r"\\\1", one_line(cell)) for cell in row) for row in table.rows)]
    lines = [_line(row) for row in rows]
    return "\n".join([lines[0], _line("---" for _ in table.columns), *lines[1:]]) + "\n"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
