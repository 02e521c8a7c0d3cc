"""What one process has made of a file's YAML, on its way to another that makes records of it.

Reading YAML is most of the work and needs no schema, so that the other process can begin at
once. Only files are handed over of which nothing is to be told; those of one make share a line.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.store.decode import Lines
from claimtrack.store.flatmarks import FlatMarks, shape_of
from claimtrack.store.flatten import flatten
from claimtrack.store.packed import pack_numbers, unpack_numbers
from claimtrack.store.tree import Map, Seq

if TYPE_CHECKING:
    from claimtrack.store.decode import Text
    from claimtrack.store.flatmarks import Tokens
    from claimtrack.store.tree import Nodes, Span

ARTICLE = "article"
SECTIONS = ("parties", "sources", "claims")
"""As the schema has them, which is not imported here: it takes long."""


_Marks = tuple[int, str, list[tuple[object, object]]]
"""The number of the shape, the offsets, and the desk's own keys by the ways to the mappings that hold them."""


class Handed(NamedTuple):
    """A file as plain values: what is in its sections, each record with its `marks`."""

    lines: Lines
    article: tuple[str, Span] | None
    sections: dict[str, list[dict[str, Any]]]


def hand_over(text: Text, nodes: Nodes) -> str:
    """Return a file as one line of text; an empty one where the file is not as plain as most are.

    In: its text and its nodes.
    """
    root = nodes.root
    if not isinstance(root, Map) or text.control is not None or nodes.stop or nodes.twice or nodes.cuts:
        return ""
    shapes: dict[Tokens, int] = {}
    sections: dict[str, tuple[Seq, list[_Marks]]] = {}
    article: tuple[str, Span] | None = None
    for key, value in root.items():
        if key in SECTIONS and isinstance(value, Seq):
            if not all(isinstance(item, Map) and "marks" not in item for item in value):
                return ""
            marks = [flatten(text.lines, item) for item in value if isinstance(item, Map)]
            sections[key] = value, [_pack(mark, shapes) for mark in marks]
        elif key == ARTICLE and isinstance(value, str) and value.strip():
            article = value, root.spans[key]
        elif key not in SECTIONS or value is not None:
            return ""
    starts = pack_numbers(text.lines.starts)
    return json.dumps((starts, article, list(shapes), sections), separators=(",", ":"))


def take_over(path: str, line: str) -> Handed:
    """Return what `hand_over` was given. In: the file's path, and the line."""
    starts, article, tokens, sections = json.loads(line)
    lines = Lines(path, unpack_numbers(starts))
    shapes = [shape_of((tuple(keys), tuple(sizes))) for keys, sizes in tokens]
    for items, marks in sections.values():
        for item, (shape, offsets, own) in zip(items, marks, strict=True):
            own_keys = {tuple(way): keys for way, keys in own}
            item["marks"] = FlatMarks(lines, shapes[shape], unpack_numbers(offsets), own_keys)
    records = {section: items for section, (items, _) in sections.items()}
    return Handed(lines, (article[0], tuple(article[1])) if article else None, records)


def _pack(marks: FlatMarks, shapes: dict[Tokens, int]) -> _Marks:
    """Return the places of a record; shapes are kept once a file."""
    shape = shapes.setdefault(marks.shape.tokens, len(shapes))
    return shape, pack_numbers(marks.offsets), list(marks.own.items())
