"""What the nodes of a record file are: plain values that know where they stand."""

from __future__ import annotations

Span = tuple[int, int]
"""Offsets of the first character and of the one behind the last."""


class Map(dict[str, "Map | Seq | str | None"]):
    """A mapping that knows where it and its values stand; the desk's `x-` keys are kept apart."""

    __slots__ = ("extra", "key_spans", "span", "spans")

    def __init__(self, start: int) -> None:
        super().__init__()
        self.span: Span = (start, start)
        self.spans: dict[str, Span] = {}
        """Of the values, by key."""
        self.key_spans: dict[str, Span] = {}
        """Of the keys themselves, in the same order."""
        self.extra: dict[str, object] = {}


class Seq(list["Map | Seq | str | None"]):
    """A list that knows where it and its items stand."""

    __slots__ = ("span", "spans")

    def __init__(self, start: int) -> None:
        super().__init__()
        self.span: Span = (start, start)
        self.spans: list[Span] = []


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
