"""JSON Lines: one item a line, for programs that read as they go."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack.text.printable import escaped

if TYPE_CHECKING:
    from claimtrack.formats import Screen, Table


def table(table: Table, _screen: Screen) -> str:
    """Return the items of a table, a line each."""
    return "".join(escaped(json.dumps(item, ensure_ascii=False)) + "\n" for item in table.items)
