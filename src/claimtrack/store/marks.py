"""The places of a record's fields, looked up in the nodes that it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.place import Marks, Path, Place
from claimtrack.store.flatmarks import as_written
from claimtrack.store.tree import Map, Seq

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.store.decode import Lines
    from claimtrack.store.tree import Span


class NodeMarks(Marks):
    """Finds a field by walking the nodes; a short form stands for all that is inside it."""

    __slots__ = ("_lines", "node")

    def __init__(self, lines: Lines, node: Map) -> None:
        self._lines = lines
        self.node = node

    def place(self, path: Path = ()) -> Place:
        """Return the place of the value at `path`, or of what encloses it."""
        return self._lines.place(*self._walk(path)[1])

    def key_place(self, path: Path) -> Place:
        """Return the place of the key that `path` ends with."""
        node, span = self._walk(path[:-1])
        key = str(as_written(path[-1]))
        return self._lines.place(*(node.key_spans.get(key, span) if isinstance(node, Map) else span))

    def own_keys(self, path: Path = ()) -> Mapping[str, object]:
        """Return the desk's own `x-` keys of the mapping at `path`."""
        node, _ = self._walk(path)
        return node.extra if isinstance(node, Map) else {}

    def path_of(self, span: Span) -> Path | None:
        """Return the way to the scalar that stands at a span, None where there is none."""
        waiting: list[tuple[Path, Map | Seq]] = [((), self.node)]
        while waiting:
            path, node = waiting.pop()
            for key, value, place in _entries(node):
                if place == span:
                    return (*path, key)
                if isinstance(value, (Map, Seq)):
                    waiting.append(((*path, key), value))
        return None

    def _walk(self, path: Path) -> tuple[Map | Seq | str | None, Span]:
        node: Map | Seq | str | None = self.node
        span = record_span(self.node)
        for part in path:
            child = _child(node, as_written(part))
            if child:
                node, span = child
            elif not isinstance(node, str):
                break
            if isinstance(node, Map):
                span = record_span(node)
        return node, span


def _child(node: Map | Seq | str | None, key: str | int) -> tuple[Map | Seq | str | None, Span] | None:
    """Return the value at a key with its span, None where there is none."""
    match node, key:
        case Map(), str() if key in node:
            return node[key], node.spans[key]
        case Seq(), int() if key < len(node):
            return node[key], node.spans[key]
    return None


def _entries(node: Map | Seq) -> Iterator[tuple[str | int, Map | Seq | str | None, Span]]:
    if isinstance(node, Map):
        return ((key, value, node.spans[key]) for key, value in node.items())
    return ((key, value, span) for key, (value, span) in enumerate(zip(node, node.spans, strict=True)))


def record_span(node: Map) -> Span:
    """Return the span of a mapping from its first key on, whatever bracket stands before it."""
    first = next(iter(node.key_spans.values()), node.span)
    return first[0], node.span[1]
