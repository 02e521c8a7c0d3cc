"""From the nodes of a record to the places of its fields, which is all that is kept of them."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from claimtrack.store.flatmarks import FlatMarks, shape_of
from claimtrack.store.tree import Map, Seq

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.model.place import Path
    from claimtrack.store.decode import Lines

_NONE: dict[Path, Mapping[str, object]] = {}


def flatten(lines: Lines, record: Map) -> FlatMarks:
    """Return the places of a record. In: the lines of its file, and what it was read from."""
    table, number = record.table, record.number
    end = number + table.sizes[number]
    shape = shape_of((tuple(table.keys[number + 1 : end]), tuple(table.sizes[number:end])))
    offsets = array("I", table.starts[number:end] + table.ends[number:end])
    return FlatMarks(lines, shape, offsets, _own_keys(record) if table.own else _NONE)


def _own_keys(record: Map) -> dict[Path, Mapping[str, object]]:
    found: dict[Path, Mapping[str, object]] = {}
    waiting: list[tuple[Path, object]] = [((), record)]
    while waiting:
        path, held = waiting.pop()
        if isinstance(held, Map):
            if held.extra:
                found[path] = held.extra
            waiting.extend(((*path, key), value) for key, value in held.items())
        elif isinstance(held, Seq):
            waiting.extend(((*path, place), value) for place, value in enumerate(held))
    return found or _NONE
