"""From the text of a record file to plain values that know where they stand.

PyYAML's event stream and a builder of our own, for what PyYAML's constructors would let pass:
`no` turned into False, `12:30` into 750, the first of two equal keys lost without a word,
aliases that grow into gigabytes. Here every plain scalar is text or null, and what a record
file must not hold stops the reading where it stands.
"""

from __future__ import annotations

import re
from sys import intern
from typing import TYPE_CHECKING, Any, NoReturn

import yaml

from claimtrack.model.settings import DEFAULT_LIMITS, Limits, raised_by
from claimtrack.store.syntax import explain_syntax
from claimtrack.store.tree import Map, Nodes, Seq, Stop

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.store.decode import Text
    from claimtrack.store.tree import Span

_Event = Any
"""An event of PyYAML, whose types call optional the marks that every event of a text has."""
_NULLS = frozenset({"", "~", "null"})
_COMMENT = re.compile(r"(?: #(?=[^\s#]|[ \t]*\d)|\r?\n +#(?=\d))[^\r\n]*")
"""A comment that reads like more of the text before it: `#MeToo`, `# 4`, or `#4` on the next line."""
_NEW = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*(?:[ ]*-(?:[ \t\r\n]|$)|[a-zA-Z][\w-]*:|$)")
"""What follows a whole item: the next one, a key at the left margin, or nothing."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCK = ("|", ">")
_OFTEN_THE_SAME = 32
"""Characters below which a value is likely to be an id, a date or a keyword, of which one will do for all records."""
MOST_TWICE = 1_000
"""Beyond it a file is no record file that somebody has mistyped."""
_IN_SECTION = 2
"""What is open among the items of a section: the root and the section."""


def read_nodes(text: Text, limits: Limits = DEFAULT_LIMITS) -> Nodes:
    """Read the nodes of a file, up to the limits. Never raises: what stops the reading is in the result."""
    return _read(text.text, limits)


def _read(text: str, limits: Limits) -> Nodes:
    builder = _Builder(text, limits)
    loader = _LOADER(text)
    try:
        builder.take_all(loader.get_event)
    except yaml.YAMLError as error:
        trouble = explain_syntax(error, text)
        if trouble.resumes:
            # What stands before is whole; the parser, looking ahead, may not have told all of it.
            builder.nodes = _read(text[: trouble.offset], limits)
            builder.nodes.doubtful = _cut_short(builder.nodes.root, text, trouble.resumes)
        else:
            builder.salvage()
            builder.nodes.doubtful = None if builder.in_item else _cut_short(builder.nodes.root, text)
        builder.nodes.stop = Stop(trouble.offset, trouble.offset, trouble.message, trouble.hint)
    except Stop as stop:
        builder.nodes.stop = stop
        builder.salvage()
    finally:
        loader.dispose()
    return builder.nodes


def _cut_short(root: Map | Seq | str | None, text: str, after: int | None = None) -> Map | Seq | str | None:
    """Return the last item of a file that could not be read on, unless something new follows it.

    In: the root, the text, and where the text goes on, if not right behind the item.
    """
    sections = [section for section in root.values() if isinstance(section, Seq)] if isinstance(root, Map) else []
    items = [(span[1], item) for section in sections for item, span in zip(section, section.spans, strict=True)]
    if not items:
        return None
    end, last = max(items, key=lambda pair: pair[0])
    return None if _NEW.match(text, end if after is None else after) else last


class _Builder:
    """Puts events together with a stack of its own, so that depth costs nothing but a counter.

    Files are made of scalars, and most of the time of reading goes by here: what is done for
    each of them stands in few functions, and on attributes of the object rather than behind calls.
    """

    def __init__(self, text: str, limits: Limits) -> None:
        self.nodes = Nodes()
        self._text = text
        self._limits = limits
        self._has_comments = "#" in text
        self._open: Map | Seq | None = None
        """The innermost collection that has begun and not ended."""
        self._root: Map | Seq | None = None
        self._key: str | None = None
        """In an open mapping, the key that waits for its value, and where it stands."""
        self._key_span: Span = (0, 0)
        self._outer: list[tuple[Map | Seq | None, str | None, Span]] = []
        """The same for the collections around it."""
        self._names: dict[str, str] = {}
        """Keys that were met; each is kept once."""
        self._anchors: dict[str, tuple[Map | Seq | str | None, int]] = {}
        self._anchored: dict[int, tuple[str, int]] = {}
        """Depth of an anchored collection that is still open, its anchor, and the count before it."""
        self._count = 0
        self._aliased = 0
        self._items = 0
        """How many items the lists of the root have: its records."""

    def take_all(self, get_event: Callable[[], _Event]) -> None:
        """Take the events of a file to its end. Raises Stop at what a record file must not hold."""
        scalar = self._scalar
        kind: type[_Event] = yaml.StreamStartEvent
        while kind is not yaml.StreamEndEvent:
            event = get_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._start(event, Map if kind is yaml.MappingStartEvent else Seq)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._end(event)
            elif kind is yaml.AliasEvent:
                self._alias(event)
            elif kind is yaml.DocumentStartEvent and self._count:
                self._refuse(
                    event,
                    "a second document begins here",
                    "Keep one document a file: take the `---` out, or move what follows to a file of its own.",
                )

    @property
    def in_item(self) -> bool:
        """Whether an item of a list has begun and not ended: below it are the root and the list."""
        return len(self._outer) > _IN_SECTION

    def salvage(self) -> None:
        """Keep what was complete when the reading stopped: of an open list its finished items."""
        opened = [*self._outer, (self._open, self._key, self._key_span)][1:]
        if not opened:
            return
        root, key, key_span = opened[0]
        section = opened[1][0] if len(opened) > 1 else None
        if isinstance(root, Map) and isinstance(section, Seq) and key is not None:
            self._put(root, key, key_span, section, section.span)
        self.nodes.root = root

    def _scalar(self, event: _Event) -> None:
        span = (event.start_mark.index, event.end_mark.index)
        if event.tag is not None:
            self._refuse_tag(event)
        value = event.value
        self._count += 1
        is_key = self._key is None and type(self._open) is Map
        if event.implicit[0]:
            if value in _NULLS and not is_key:
                value = None
            if self._has_comments and not is_key and (cut := _COMMENT.match(self._text, span[1])):
                self.nodes.cuts.append((span, cut[0].strip()))
        elif event.style in _BLOCK:
            span = (span[0], span[0] + len(self._text[slice(*span)].rstrip()))
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, 1)
        if is_key:
            self._key = self._names.setdefault(value, value)
            self._key_span = span
        else:
            if value is not None and len(value) < _OFTEN_THE_SAME:
                value = intern(value)
            self._add(value, span)

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
        self._count += 1
        if event.anchor is not None:
            self._anchors.pop(event.anchor, None)
            self._anchored[len(self._outer)] = (event.anchor, self._count)
        self._outer.append((self._open, self._key, self._key_span))
        self._open = kind(event.start_mark.index)
        self._root = self._open if self._root is None else self._root
        self._key = None

    def _end(self, event: _Event) -> None:
        node = self._open
        assert node is not None  # noqa: S101  (for the type checker: what ends has begun)
        self._open, self._key, self._key_span = self._outer.pop()
        at = event.end_mark.index
        if event.start_mark.index != at and self._text[at - 1] in "]}":
            node.span = (node.span[0], at)
        else:
            node.span = (node.span[0], max(_last_end(node), node.span[1]))
        anchor = self._anchored.pop(len(self._outer), None) if self._anchored else None
        if anchor:
            self._anchors[anchor[0]] = (node, self._count - anchor[1] + 1)
        self._add(node, node.span)

    def _alias(self, event: _Event) -> None:
        if event.anchor not in self._anchors:
            inside = any(name == event.anchor for name, _ in self._anchored.values())
            problem = "stands inside what it stands for" if inside else "stands for nothing"
            self._refuse(event, f"the alias `*{event.anchor}` {problem}", "Write the value out.")
        value, size = self._anchors[event.anchor]
        self._count += size
        self._aliased += size
        if self._aliased > self._limits.aliases:
            self._refuse(
                event,
                f"the aliases of this file stand for more than {self._limits.aliases:,} values",
                f"Write the values out, or take them out. {raised_by('aliases')}",
            )
        self._add(value, (event.start_mark.index, event.end_mark.index))

    def _add(self, value: Map | Seq | str | None, span: Span) -> None:
        """Put a node where it belongs: behind its key, into its list, or as the root."""
        parent, key = self._open, self._key
        if type(parent) is Map:
            if key is None:
                self._key, self._key_span = value if isinstance(value, str) else str(value), span
            else:
                self._key = None
                self._put(parent, key, self._key_span, value, span)
        elif type(parent) is Seq:
            if len(self._outer) == _IN_SECTION:
                self._count_item(span)
            parent.append(value)
            parent.spans.append(span)
        else:
            self.nodes.root = value

    def _put(self, parent: Map, key: str, key_span: Span, value: Map | Seq | str | None, span: Span) -> None:
        if key in parent or key in parent.extra:
            self.nodes.twice.append((key, parent.key_spans[key], key_span, parent))
            if len(self.nodes.twice) > MOST_TWICE:
                message = f"this file gives more than {MOST_TWICE:,} keys twice"
                raise Stop(*key_span, message, "Mend those that are told of; or is this a record file at all?")
            parent.span = (parent.span[0], max(parent.span[1], span[1]))
            first = parent.get(key)
            if parent is self._root and isinstance(first, Seq) and isinstance(value, Seq):
                first.extend(value)
                first.spans.extend(value.spans)
            return
        parent.key_spans[key] = key_span
        parent.spans[key] = span
        if key.startswith("x-"):
            parent.extra[key] = value
        else:
            parent[key] = value

    def _count_item(self, span: Span) -> None:
        self._items += 1
        if self._items > self._limits.records:
            message = f"this file holds more records than a project may, {self._limits.records:,}"
            raise Stop(*span, message, f"So many belong into a database. {raised_by('records')}")

    def _refuse_tag(self, event: _Event) -> NoReturn:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        self._refuse(event, f"the tag `{tag}` stands here", "Take the tag out: every value is plain text.")

    def _refuse(self, event: _Event, message: str, hint: str) -> NoReturn:
        raise Stop(event.start_mark.index, event.end_mark.index, message, hint)


def _last_end(node: Map | Seq) -> int:
    """Return where the last value of a collection ends; 0 where it has none."""
    if not node.spans:
        return 0
    return (next(reversed(node.spans.values())) if isinstance(node, Map) else node.spans[-1])[1]
