"""Edits of a record file in place: only the lines meant are touched, and only if it comes out right.

Each edit is a cut in the text (`splice`), never a dump. The new text is read back, and every
record has to be as it was, the changed one as intended; then the file is replaced in one step.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from claimtrack.model.findings import Fault
from claimtrack.model.settings import DEFAULT_LIMITS, Limits
from claimtrack.store.atomic import WriteError, write_file
from claimtrack.store.decode import Text, decode
from claimtrack.store.flow import plain
from claimtrack.store.nodes import read_nodes
from claimtrack.store.reading import NoFileError, TooLargeError, read_bytes, size_in_words
from claimtrack.store.splice import CutError, appending, setting
from claimtrack.store.tree import Map, Seq

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from claimtrack.model.place import Path as Way
    from claimtrack.store.flow import Plain, Value
    from claimtrack.store.tree import Nodes

Key = tuple[str, str]
"""The section of a record, and its id; of a claim the full one or the bare one."""
_BOMS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_SINGULAR = {"parties": "party", "sources": "source", "claims": "claim"}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a field of a record is to be, or the item to put at the end of its list."""

    record: Key
    field: str
    value: Value
    append: bool = False


def set_field(path: Path, record: Key, field: str, value: Value) -> None:
    """Give a record a field, or its field another value. Raises WriteError; then nothing is written."""
    Edit(path, [Change(record=record, field=field, value=value)]).save()


def append_item(path: Path, record: Key, field: str, item: Value) -> None:
    """Put an item at the end of a list field. Raises WriteError; then nothing is written."""
    Edit(path, [Change(record=record, field=field, value=item, append=True)]).save()


class Edit:
    """Changes to one file, tried out when made and written by `save`, all of them or none.

    In: where the file lies, the changes in their order, what to call the file in messages, and
    the limits. Raises WriteError where one of them cannot be made.
    """

    def __init__(
        self, path: Path, changes: Sequence[Change], *, name: str | None = None, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        self.path = path
        self._name = name or path.as_posix()
        self._limits = limits
        try:
            self._old = read_bytes(path, limits.file_size)
        except OSError as error:
            raise WriteError(f"{self._name} cannot be read: {(error.strerror or 'unknown reason').lower()}.") from None
        except (NoFileError, TooLargeError) as error:
            raise WriteError(f"{self._name} {error}.") from None
        text = decode(self._old, self._name, limits)
        if isinstance(text, Fault):
            raise WriteError(f"{text.message} {text.hint}")
        if text.control is not None:
            raise WriteError(f"{text.lines.place(text.control)}: a control character stands here. Take it out first.")
        self._text = text.text
        self._nodes = self._read(text)
        for change in changes:
            self._take(change)

    def save(self) -> None:
        """Write the file, unless nothing has changed. Raises WriteError."""
        bom = next((bom for bom in _BOMS if self._old.startswith(bom)), b"")
        data = bom + self._text.encode(_BOMS.get(bom, "utf-8"))
        limit = self._limits.file_size
        if len(data) > limit:
            raise WriteError(f"{self._name} would grow over the limit of {size_in_words(limit)}; split it.")
        if data != self._old:
            write_file(self.path, data, instead_of=self._old)

    @property
    def saved(self) -> bool:
        """Whether the file holds something else than what was read."""
        return self.path.read_bytes() != self._old

    def _take(self, change: Change) -> None:
        way = _way(self._nodes.root, change.record)
        title = f"{_SINGULAR.get(change.record[0], change.record[0])} {change.record[1]}"
        if len(way) != 1:
            often = "twice; give one of the two another id" if way else "nowhere"
            raise WriteError(f"{self._name} records {title} {often}.")
        self._refuse_shared(way[0], title)
        try:
            if change.append:
                self._cut(way[0], change.field, change.value, append=True)
                return
            for inner, field, value in _steps(self._at(way[0]), change.field, change.value):
                self._cut((*way[0], *inner), field, value, append=False)
        except (CutError, ValueError) as error:
            raise WriteError(f"{self._name}: `{change.field}` of {title} {error}.") from None

    def _cut(self, way: Way, field: str, value: Value, *, append: bool) -> None:
        """Make one cut: the first that reads back as intended."""
        expected = plain(self._nodes.root)
        holder: Any = expected
        for part in way:
            holder = holder[part]
        holder[field] = [*(holder.get(field) or ()), plain(value)] if append else plain(value)
        for splice in (appending if append else setting)(self._text, self._at(way), field, value):
            text = splice.of(self._text)
            nodes = read_nodes(Text(self._name, text), self._limits)
            if nodes.stop is None and plain(nodes.root) == expected and len(nodes.twice) == len(self._nodes.twice):
                self._text, self._nodes = text, nodes
                return
        raise CutError("cannot be written without a change to something else in the file; write it by hand")

    def _read(self, text: Text) -> Nodes:
        nodes = read_nodes(text, self._limits)
        if nodes.stop:
            raise WriteError(f"{text.lines.place(nodes.stop.start)}: {nodes.stop.message}. Mend it first.")
        return nodes

    def _at(self, way: Way) -> Map:
        node: Any = self._nodes.root
        for part in way:
            node = node[part]
        assert isinstance(node, Map)  # noqa: S101  (for the type checker: ways lead to mappings)
        return node

    def _refuse_shared(self, way: Way, title: str) -> None:
        """Refuse a record that shares values with another place, or that gives a key twice."""
        records: Any = self._nodes.root
        records = records[way[0]]
        span = records.spans[way[1]]
        shared = records[way[1]].span != span or any(
            span[0] <= offset < span[1] for offset in _shared(self._text, span)
        )
        if shared:
            raise WriteError(f"{self._name}: {title} uses a YAML anchor or alias (`&` or `*`); write its values out.")
        for key, _, (start, _), _ in self._nodes.twice:
            if span[0] <= start < span[1]:
                raise WriteError(f"{self._name}: {title} gives `{key}` twice; keep one of the two.")


def _way(root: object, record: Key) -> list[Way]:
    """Return the ways to the records of an id: one, if all is well."""
    section, key = record
    records = root.get(section) if isinstance(root, Map) else None
    if not isinstance(root, Map) or not isinstance(records, Seq):
        return []
    return [(section, place) for place, node in enumerate(records) if key in _keys(node, section, root.get("article"))]


def _keys(node: object, section: str, article: object) -> Iterator[object]:
    """Yield the ids under which a record is known."""
    if isinstance(node, Map):
        yield node.get("id")
        if section == "claims":
            yield f"{node.get('article') or article}/{node.get('id')}"


def _steps(record: Map, field: str, value: Value) -> Iterator[tuple[Way, str, Value]]:
    """Yield the smallest changes that lead to a value: a mapping is changed key by key where it can be.

    A key that is to go makes the whole value be written anew.
    """
    waiting: list[tuple[Way, Map, str, Plain]] = [((), record, field, plain(value))]
    while waiting:
        way, holder, name, wanted = waiting.pop()
        held = holder.extra.get(name) if name in holder.extra else holder.get(name)
        if name in holder.spans and plain(held) == wanted:
            continue
        if isinstance(held, Map) and isinstance(wanted, dict) and {*held, *held.extra} <= {*wanted}:
            waiting.extend(((*way, name), held, key, wanted[key]) for key in reversed(wanted))
        else:
            yield way, name, wanted


def _shared(text: str, span: tuple[int, int]) -> Iterator[int]:
    """Yield where anchors and aliases stand; nothing where the span holds no sign of them."""
    if "&" not in text[slice(*span)] and "*" not in text[slice(*span)]:
        return
    events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
    yield from (event.start_mark.index for event in events if getattr(event, "anchor", None))
