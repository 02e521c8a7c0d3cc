"""From PyYAML's events to the nodes of a file, with what a record file must not hold refused on the way."""

from __future__ import annotations

import re
from sys import intern
from typing import TYPE_CHECKING, Any, NoReturn

import yaml

from claimtrack.model.settings import raised_by
from claimtrack.store.tree import Map, Nodes, Seq, Stop, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.model.settings import Limits

_Event = Any
"""An event of PyYAML, whose types call optional the marks that every event of a text has."""
_Value = Map | Seq | str | None
_SCALAR, _ALIAS = yaml.ScalarEvent, yaml.AliasEvent
_DOCUMENT, _END = yaml.DocumentStartEvent, yaml.StreamEndEvent
_STARTS: dict[_Event, type[Map | Seq]] = {yaml.MappingStartEvent: Map, yaml.SequenceStartEvent: Seq}
_ENDS = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
_NULLS = frozenset({"", "~", "null"})
_LONGER_THAN_NULL = 5
_COMMENT = re.compile(r"(?: #(?=[^\s#]|[ \t]*\d)|\r?\n +#(?=\d))[^\r\n]*")
"""A comment that reads like more of the text before it: `#MeToo`, `# 4`, or `#4` on the next line."""
_BLOCK = ("|", ">")
_OFTEN_THE_SAME = 32
"""Characters below which a value is likely to be an id, a date or a keyword, of which one will do for all records."""
MOST_TWICE = 1_000
"""Beyond it a file is no record file that somebody has mistyped."""
_IN_SECTION = 2
"""What is open among the items of a section: the root and the section."""


class Builder:
    """Puts events together with a stack of its own, so that depth costs nothing but a counter."""

    def __init__(self, text: str, limits: Limits) -> None:
        self._nodes = Nodes()
        self._text = text
        self._limits = limits
        self._has_comments = "#" in text
        self._table = Table()
        self._open: Map | Seq | None = None
        """The innermost collection that has begun and not ended."""
        self._key: str | None = None
        """In an open mapping, the key that waits for its value, and where it stands."""
        self._key_start = self._key_end = 0
        self._outer: list[tuple[Map | Seq | None, str | None]] = []
        """The collections around it, each with the key behind which the next one stands."""
        self._reached = 0
        """Where the last value ends."""
        self._anchors: dict[str, tuple[_Value, int]] = {}
        """The value behind each anchor, and how many values an alias of it stands for."""
        self._anchored: dict[int, tuple[str, int]] = {}
        """Depth of an anchored collection that is still open, its anchor, and `_in_keys` before it."""
        self._in_keys = 0
        """How many values those aliases stand for that are keys."""
        self._aliased = 0
        """How many values all aliases stand for."""
        self._twice: list[tuple[str, int, Map]] = []
        """Keys given twice in one mapping: the key, the number of the second value, the mapping."""
        self._items = 0
        """How many items the lists of the root have: its records."""
        self._refused: int | None = None
        """The number of the item that is one too many."""
        self._documents = 0

    def take_all(self, get_event: Callable[[], _Event]) -> None:  # noqa: C901, PLR0912  (a call is paid for a million times)
        """Take the events of a file to its end. Raises Stop at what a record file must not hold.

        Files are made of scalars, and most of the time of reading goes by here: all that is done
        for each of them stands in this one loop.
        """
        keys, key_starts, key_ends, starts, ends, sizes = self._table.columns
        while True:
            event = get_event()
            kind = type(event)
            if kind is _SCALAR:
                start, end = event.start_mark.index, event.end_mark.index
                value, style = event.value, event.style
                if event.tag is not None:
                    self._refuse_tag(event)
                if style and style in _BLOCK:
                    end = start + len(self._text[start:end].rstrip())
                if self._key is None and type(self._open) is Map:
                    self._key, self._key_start, self._key_end = intern(value), start, end
                    if event.anchor is not None:
                        self._anchors[event.anchor] = (value, 1)
                    continue
                if not style:
                    if len(value) < _LONGER_THAN_NULL and value in _NULLS:
                        value = None
                    if self._has_comments and (cut := _COMMENT.match(self._text, end)):
                        self._nodes.cuts.append(((start, end), cut[0].strip()))
                if value is not None and len(value) < _OFTEN_THE_SAME:
                    value = intern(value)
                if event.anchor is not None:
                    self._anchors[event.anchor] = (value, 1)
                number = len(keys)
                keys.append(self._key)
                key_starts.append(self._key_start)
                key_ends.append(self._key_end)
                starts.append(start)
                ends.append(end)
                sizes.append(1)
                self._reached = end
                self._put(value, number)
            elif kind in _ENDS:
                self._end(event)
            elif kind in _STARTS:
                self._start(event, _STARTS[kind])
            elif kind is _ALIAS:
                self._alias(event)
            elif kind is _DOCUMENT:
                self._begin_document(event)
            elif kind is _END:
                return

    @property
    def in_item(self) -> bool:
        """Whether an item of a list has begun and not ended: below it are the root and the list."""
        return len(self._outer) > _IN_SECTION

    def salvage(self) -> None:
        """Keep what was complete when the reading stopped: of an open list its finished items."""
        opened = [held for held, _ in (*self._outer, (self._open, None)) if held is not None]
        if not opened:
            return
        sizes, end = self._table.sizes, len(self._table.keys)
        for held in opened:
            sizes[held.number] = end - held.number
        root, inner = opened[0], opened[1:]
        section, key = (inner[0], self._outer[1][1]) if inner else (None, None)
        if isinstance(root, Map) and isinstance(section, Seq) and key is not None:
            end = inner[1].number if len(inner) > 1 else self._refused or end
            sizes[section.number] = end - section.number
            self._put_behind(root, key, section, section.number)
        elif inner:
            end = inner[0].number
        sizes[root.number] = end - root.number
        self._nodes.root = root

    def nodes(self) -> Nodes:
        """Return what was read, when nothing more is taken."""
        for key, again, held in self._twice:
            self._nodes.twice.append((key, held.key_spans[key], self._table.key_span(again), held))
        self._twice.clear()
        return self._nodes

    def _start(self, event: _Event, kind: type[Map | Seq]) -> None:
        if event.tag is not None:
            self._refuse_tag(event)
        if self._key is None and type(self._open) is Map:
            self._refuse(event, "a key of several parts stands here", "Use plain text as a key.")
        if len(self._outer) >= self._limits.nesting:
            self._refuse(
                event,
                f"values are nested more than {self._limits.nesting} levels deep here",
                f"Look for a stray bracket. {raised_by('nesting')}",
            )
        at = event.start_mark.index
        if event.anchor is not None:
            self._anchors.pop(event.anchor, None)
            self._anchored[len(self._outer)] = (event.anchor, self._in_keys)
        self._outer.append((self._open, self._key))
        self._open = kind(self._table, self._table.add(self._key, (self._key_start, self._key_end), (at, at)))
        self._key = None

    def _end(self, event: _Event) -> None:
        node, table = self._open, self._table
        assert node is not None  # noqa: S101  (for the type checker: what ends has begun)
        self._open, self._key = self._outer.pop()
        number, end = node.number, event.end_mark.index
        size = table.sizes[number] = len(table.keys) - number
        start = table.starts[number]
        if event.start_mark.index == end or self._text[end - 1] not in "]}":
            # Of a block the parser knows no end: it is where the last value ends.
            end = max(start, self._reached) if size > 1 else start
        table.ends[number] = self._reached = end
        if size > 1 and type(node) is Map and table.key_starts[number + 1] != start:
            table.outer[number] = start, end
            table.starts[number] = table.key_starts[number + 1]
        if self._anchored and (anchor := self._anchored.pop(len(self._outer), None)):
            keys = sum(key is not None for key in table.keys[number + 1 : number + size])
            self._anchors[anchor[0]] = (node, size + keys + self._in_keys - anchor[1])
        self._put(node, number)

    def _alias(self, event: _Event) -> None:
        if event.anchor not in self._anchors:
            inside = any(name == event.anchor for name, _ in self._anchored.values())
            problem = "stands inside what it stands for" if inside else "stands for nothing"
            self._refuse(event, f"the alias `*{event.anchor}` {problem}", "Write the value out.")
        value, size = self._anchors[event.anchor]
        self._aliased += size
        if self._aliased > self._limits.aliases:
            self._refuse(
                event,
                f"the aliases of this file stand for more than {self._limits.aliases:,} values",
                f"Write the values out, or take them out. {raised_by('aliases')}",
            )
        start, end = event.start_mark.index, event.end_mark.index
        if self._key is None and type(self._open) is Map:
            self._key, self._key_start, self._key_end = value if isinstance(value, str) else str(value), start, end
            self._in_keys += size - 1
        else:
            self._reached = end
            key_span = self._key_start, self._key_end
            self._put(value, self._table.add_alias(self._key, key_span, (start, end), value))

    def _put(self, value: _Value, number: int) -> None:
        """Put a value where it belongs: behind its key, into its list, or as the root."""
        key = self._key
        parent: Any = self._open  # a mapping where a key waits, else a list or nothing
        if key is not None:
            self._key = None
            if key in parent or key.startswith("x-"):
                self._put_behind(parent, key, value, number)
            else:
                parent[key] = value
        elif parent is not None:
            if len(self._outer) == _IN_SECTION:
                self._count_item(number)
            parent.append(value)
        else:
            self._nodes.root = value

    def _put_behind(self, parent: Map, key: str, value: _Value, number: int) -> None:
        """Put a value behind a key that may be there already, or be one of the desk's own."""
        if key not in parent and key not in parent.extra:
            (self._table.own.setdefault(parent.number, {}) if key.startswith("x-") else parent)[key] = value
            return
        self._twice.append((key, number, parent))
        if len(self._twice) == MOST_TWICE + 1:  # Once: what is then kept may give one more.
            message = f"this file gives more than {MOST_TWICE:,} keys twice"
            hint = "Mend those that are told of; or is this a record file at all?"
            raise Stop(*self._table.key_span(number), message, hint)
        first = parent.get(key)
        if not parent.number and isinstance(first, Seq) and isinstance(value, Seq):
            # A section of the root: its number is the first.
            first.extend(value)
            first.more = (*first.more, value)

    def _count_item(self, number: int) -> None:
        self._items += 1
        if self._items > self._limits.records:
            message = f"this file holds more records than a project may, {self._limits.records:,}"
            hint = f"So many belong into a database. {raised_by('records')}"
            self._refused = number
            raise Stop(*self._table.span(number), message, hint)

    def _begin_document(self, event: _Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse(
                event,
                "a second document begins here",
                "Keep one document a file: take the `---` out, or move what follows to a file of its own.",
            )

    def _refuse_tag(self, event: _Event) -> NoReturn:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        self._refuse(event, f"the tag `{tag}` stands here", "Take the tag out: every value is plain text.")

    def _refuse(self, event: _Event, message: str, hint: str) -> NoReturn:
        raise Stop(event.start_mark.index, event.end_mark.index, message, hint)
