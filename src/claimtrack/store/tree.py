"""What the nodes of a record file are: plain values that know where they stand.

Where all values of a file stand is kept in one table; what asks for the places in one
collection gets them made from it. Most collections are never asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Span = tuple[int, int]
"""Offsets of the first character and of the one behind the last."""
_NOTHING: Mapping[str, object] = {}


class Table:
    """Where the values of a file stand: one entry a value in each list, in the order of the text.

    A collection comes before what is inside it.
    """

    __slots__ = ("_spans", "ends", "key_ends", "key_starts", "keys", "outer", "own", "sizes", "starts")

    def __init__(self) -> None:
        self.keys: list[str | None] = []
        """The keys behind which values stand; None for what stands in a list."""
        self.key_starts: list[int] = []
        self.key_ends: list[int] = []
        self.starts: list[int] = []
        """Where values begin; a mapping with its first key, whatever bracket stands before it."""
        self.ends: list[int] = []
        self.sizes: list[int] = []
        """How many entries a value has, all that is inside it among them."""
        self.outer: dict[int, Span] = {}
        """What stands in the text for a value, where that is more than or apart from it: brackets, an alias."""
        self._spans: dict[int, tuple[dict[str, Span], dict[str, Span]]] = {}
        """What was asked for already."""
        self.own: dict[int, dict[str, object]] = {}
        """The desk's `x-` keys, by the number of the mapping that holds them."""

    @property
    def columns(self) -> tuple[list[str | None], list[int], list[int], list[int], list[int], list[int]]:
        """The lists that have an entry for each value."""
        return self.keys, self.key_starts, self.key_ends, self.starts, self.ends, self.sizes

    def add(self, key: str | None, key_span: Span, span: Span) -> int:
        """Add a value. Out: its number."""
        number = len(self.keys)
        self.keys.append(key)
        self.key_starts.append(key_span[0])
        self.key_ends.append(key_span[1])
        self.starts.append(span[0])
        self.ends.append(span[1])
        self.sizes.append(1)
        return number

    def add_alias(self, key: str | None, key_span: Span, span: Span, value: Map | Seq | str | None) -> int:
        """Add a value that an alias stands for, with a copy of all that is inside it. Out: its number."""
        number = self.add(key, key_span, span)
        if isinstance(value, (Map, Seq)):
            first = value.number
            inside = slice(first + 1, first + self.sizes[first])
            self.keys.extend(self.keys[inside])
            for column in (self.key_starts, self.key_ends, self.starts, self.ends, self.sizes):
                column.extend(column[inside])
            self.sizes[number] = self.sizes[first]
        if isinstance(value, Map):
            self.outer[number] = span
            self.starts[number], self.ends[number] = self.starts[first], self.ends[first]
        return number

    def key_span(self, number: int) -> Span:
        """Return where the key of a value stands."""
        return self.key_starts[number], self.key_ends[number]

    def span(self, number: int) -> Span:
        """Return where all that stands for a value does."""
        return self.outer.get(number) or (self.starts[number], self.ends[number])

    def spans_in(self, number: int) -> tuple[dict[str, Span], dict[str, Span]]:
        """Return where the values of a mapping stand, and where their keys do; to be asked when all was read."""
        if number not in self._spans:
            values: dict[str, Span] = {}
            keys: dict[str, Span] = {}
            for inner in self.inside(number):
                key = self.keys[inner] or ""
                values.setdefault(key, self.span(inner))
                keys.setdefault(key, self.key_span(inner))
            self._spans[number] = values, keys
        return self._spans[number]

    def inside(self, number: int) -> Iterator[int]:
        """Return the numbers of the values that stand right inside a collection."""
        end = number + self.sizes[number]
        number += 1
        while number < end:
            yield number
            number += self.sizes[number]


class Map(dict[str, "Map | Seq | str | None"]):
    """A mapping that knows where it and its values stand; the desk's `x-` keys are kept apart."""

    __slots__ = ("number", "table")

    def __init__(self, table: Table, number: int) -> None:
        # It begins empty: the base has nothing to be told.
        self.table, self.number = table, number

    @property
    def extra(self) -> Mapping[str, object]:
        """The desk's own keys, with their values."""
        return self.table.own.get(self.number, _NOTHING)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.table.span(self.number)

    @property
    def spans(self) -> Mapping[str, Span]:
        """Where its values stand, by key; of a key that is given twice, the first."""
        return self.table.spans_in(self.number)[0]

    @property
    def key_spans(self) -> Mapping[str, Span]:
        """Where the keys themselves stand, in the same order."""
        return self.table.spans_in(self.number)[1]


class Seq(list["Map | Seq | str | None"]):
    """A list that knows where it and its items stand."""

    __slots__ = ("more", "number", "table")

    def __init__(self, table: Table, number: int) -> None:
        # It begins empty: the base has nothing to be told.
        self.table, self.number = table, number
        self.more: tuple[Seq, ...] = ()
        """Lists whose items were added to it, behind its own."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.table.span(self.number)

    @property
    def spans(self) -> Sequence[Span]:
        """Where its items stand."""
        held = [self.table.span(number) for number in self.table.inside(self.number)]
        for other in self.more:
            held.extend(other.spans)
        return held


class Stop(Exception):  # noqa: N818  (no error of ours: it ends the reading of one file)
    """The file holds something that cannot be read past."""

    def __init__(self, start: int, end: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.start, self.end, self.message, self.hint = start, end, message, hint


class Nodes:
    """What a file holds, as far as it could be read."""

    def __init__(self) -> None:
        self.root: Map | Seq | str | None = None
        self.stop: Stop | None = None
        """Why reading ended early; what was complete before is in `root`."""
        self.twice: list[tuple[str, Span, Span, Map]] = []
        """Keys given twice in one mapping: the key, where first, where again, the mapping. The first stands."""
        self.cuts: list[tuple[Span, str]] = []
        """Plain text that ends in what looks like more of it behind a ` #`."""
        self.doubtful: Map | Seq | str | None = None
        """The last item before the stop, where the line that stopped the reading may belong to it."""
