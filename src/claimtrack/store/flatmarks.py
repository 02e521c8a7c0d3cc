"""The places of a record's fields, in the little memory that a hundred thousand records leave for it.

The nodes that a record was read from take ten times as much as the record. What is kept of
them are the offsets, in one array, and the shape by which they are found, which records of one
make share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.place import Marks, Path, Place

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping

    from claimtrack.store.decode import Lines

Tokens = tuple[tuple["str | None", ...], tuple[int, ...]]
"""The keys of all values inside a record, in the order of the text, None for items of lists; and of each
value, the record before all, how many values it is made of, itself among them."""
_NOTHING: Mapping[str, object] = {}


class Shape:
    """Where in the array of a record the offsets of a field are."""

    __slots__ = ("_paths", "tokens")

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._paths: dict[Path, int] = {}

    def nearest(self, path: Path) -> int:
        """Return the number of the field at a path, or of what encloses it."""
        paths = self._paths or self._index()
        for end in range(len(path), 0, -1):
            if path[:end] in paths:
                return paths[path[:end]]
        return 0

    def _index(self) -> dict[Path, int]:
        """Number the fields; of a key that is given twice, the first stands, and the desk's own are none."""
        keys, sizes = self.tokens
        self._paths[()] = 0
        waiting: list[tuple[Path, int]] = [((), 0)]
        for path, outer in waiting:
            number, item = outer + 1, 0
            while number < outer + sizes[outer]:
                key = keys[number - 1]
                way = (*path, item if key is None else key)
                if way not in self._paths and not (key and key.startswith("x-")):
                    self._paths[way] = number
                    waiting.append((way, number))
                number, item = number + sizes[number], item + 1
        return self._paths


class FlatMarks(Marks):
    """Finds a field by the shape of its record; a short form stands for all that is inside it."""

    __slots__ = ("lines", "offsets", "own", "shape")

    def __init__(
        self, lines: Lines, shape: Shape, offsets: array[int], own: Mapping[Path, Mapping[str, object]]
    ) -> None:
        self.lines, self.shape = lines, shape
        self.offsets = offsets
        """Where the record and all values inside it begin, and then where they end."""
        self.own = own
        """The desk's `x-` keys, by the mapping that holds them."""

    def place(self, path: Path = ()) -> Place:
        """Return the place of the value at `path`, or of what encloses it."""
        number = self.shape.nearest(_written(path)) if path else 0
        return self.lines.place(self.offsets[number], self.offsets[number + len(self.offsets) // 2])

    def own_keys(self, path: Path = ()) -> Mapping[str, object]:
        """Return the desk's own `x-` keys of the mapping at `path`."""
        return self.own.get(_written(path), _NOTHING) if self.own else _NOTHING


_shapes: dict[Tokens, Shape] = {}


def shape_of(tokens: Tokens) -> Shape:
    """Return the shape that these tokens tell of; the same for all records that have it."""
    shape = _shapes.get(tokens)
    if shape is None:
        shape = _shapes[tokens] = Shape(tokens)
    return shape


def as_written(part: str | int) -> str | int:
    """Return a key as a record file has it: `is_` is written `is`."""
    return part[:-1] if isinstance(part, str) and part.endswith("_") else part


def _written(path: Path) -> Path:
    return tuple(as_written(part) for part in path)
