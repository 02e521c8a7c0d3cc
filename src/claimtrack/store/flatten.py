"""From the nodes of a record to the places of its fields, which is all that is kept of them."""

from __future__ import annotations

from array import array
from itertools import chain
from typing import TYPE_CHECKING

from claimtrack.store.flatmarks import FlatMarks, shape_of
from claimtrack.store.marks import record_span
from claimtrack.store.tree import Map, Seq

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.model.place import Path
    from claimtrack.store.decode import Lines

_COLLECTIONS = frozenset({Map, Seq})
_NONE: dict[Path, dict[str, object]] = {}


def flatten(lines: Lines, record: Map) -> FlatMarks:
    """Return the places of a record. In: the lines of its file, and what it was read from."""
    offsets = array("I")
    tokens: list[tuple[tuple[str, ...] | int, tuple[int, ...]]] = []
    collections: list[Map | Seq] = [record]
    extra = False
    for held in collections:
        spans: Iterable[tuple[int, int]]
        values: Iterable[object]
        if isinstance(held, Map):
            offsets.extend(record_span(held))
            keys: tuple[str, ...] | int = tuple(held)
            values = held.values()
            spans = held.spans.values()
            if held.extra:
                extra = True
                spans = [held.spans[key] for key in held]
        else:
            keys, values, spans = len(held), held, held.spans
        offsets.extend(chain.from_iterable(spans))
        inner = [place for place, value in enumerate(values) if type(value) in _COLLECTIONS]
        tokens.append((keys, tuple(inner)))
        if inner:
            collections.extend(value for value in values if isinstance(value, (Map, Seq)))
    return FlatMarks(lines, shape_of(tuple(tokens)), offsets, _own_keys(record) if extra else _NONE)


def _own_keys(record: Map) -> dict[Path, dict[str, object]]:
    found: dict[Path, dict[str, object]] = {}
    waiting: list[tuple[Path, object]] = [((), record)]
    while waiting:
        path, held = waiting.pop()
        if isinstance(held, Map):
            if held.extra:
                found[path] = held.extra
            waiting.extend(((*path, key), value) for key, value in held.items())
        elif isinstance(held, Seq):
            waiting.extend(((*path, place), value) for place, value in enumerate(held))
    return found
