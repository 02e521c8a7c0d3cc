"""The table of `snapshot --status`: which texts are here, missing, changed or not recorded."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

from claimtrack.formats import Table
from claimtrack.model.texts import TextStatus
from claimtrack.text.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.model.records import Source
    from claimtrack.model.texts import Texts

SCHEMA = "claimtrack/snapshots/1"
_COLUMNS = ("source", "status", "snapshot", "reason")


def snapshot_table(sources: Sequence[Source], texts: Texts) -> Table:
    """Return the state of the text of each source, in the order given."""
    items = tuple(_item(source, texts) for source in sources)
    numbers = Counter(item["status"] for item in items)
    states = ", ".join(f"{numbers[status]} {status}" for status in get_args(TextStatus) if numbers[status])
    return Table(
        title=f"{counted(len(items), 'source')}{f': {states}' if states else ''}",
        columns=_COLUMNS,
        rows=tuple(tuple(item[column] or "" for column in _COLUMNS) for item in items),
        items=items,
        schema=SCHEMA,
    )


def _item(source: Source, texts: Texts) -> dict[str, str | None]:
    state = texts.state(source)
    return {
        "source": source.id,
        "status": state.status,
        "snapshot": source.snapshot.file if source.snapshot else None,
        "sha256": source.snapshot.sha256 if source.snapshot else None,
        "reason": state.reason or None,
    }
