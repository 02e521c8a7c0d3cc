"""CSV after RFC 4180, for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from claimtrack.text.printable import one_line

if TYPE_CHECKING:
    from claimtrack.formats import Screen, Table

_FORMULA = ("=", "+", "-", "@", "\t")


def table(table: Table, _screen: Screen) -> str:
    """Return the columns of a table with a heading line."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return text.getvalue()


def _cell(value: str) -> str:
    """A spreadsheet must not take somebody's words for a formula."""
    safe = one_line(value)
    return f"'{safe}" if safe.startswith(_FORMULA) else safe
