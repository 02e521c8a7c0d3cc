"""Where a record file has to be cut to change one field, so that all else stays as it was written.

Nothing here decides whether a cut is right: `write` reads the text back and compares.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.store.flow import flow
from claimtrack.store.tree import Map, Seq

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.store.flow import Value
    from claimtrack.store.tree import Span

WIDTH = 120
"""A line of flow style that would grow beyond goes on in a new one."""
_LINE_END = re.compile(r"\r\n?|\n")


class CutError(Exception):
    """The place cannot be cut without a loss; the message says why, and follows the field's name."""


@dataclass(frozen=True, slots=True)
class Splice:
    """A piece of text to take out, and what to put there."""

    start: int
    end: int
    new: str

    def of(self, text: str) -> str:
        """Return the text with the splice done."""
        return text[: self.start] + self.new + text[self.end :]


def setting(text: str, record: Map, field: str, value: Value) -> Iterator[Splice]:
    """Yield splices that give a mapping a field or change it, the best one first. Raises CutError."""
    added = f"{flow(field)}: {flow(value)}"
    if field in record.spans:
        yield _replaced(text, record, field, flow(value))
    elif text.startswith("{", record.span[0]):
        yield _in_flow(text, _first_key(record), _last(record), added)
    else:
        line = " " * _column(text, _first_key(record)[0]) + added
        yield _new_line(text, record.span[1], line)
        # Text in `|` that the file ends with, or that keeps blank lines, would change if anything
        # followed it; the first field is no such text.
        yield _new_line(text, next(iter(record.spans.values()))[1], line)


def appending(text: str, record: Map, field: str, item: Value) -> Iterator[Splice]:
    """Yield splices that put an item at the end of a list field, made where there is none. Raises CutError."""
    held = record.extra.get(field) if field in record.extra else record.get(field)
    if held is None or held == []:
        yield from setting(text, record, field, [item])
    elif not isinstance(held, Seq):
        raise CutError("is no list")
    elif text.startswith("[", held.span[0]):
        yield _in_flow(text, held.spans[0], held.spans[-1], flow(item))
    else:
        dash, first = held.span[0], held.spans[0][0]
        gap = text[dash + 1 : first]
        indent = " " * _column(text, dash)
        yield _new_line(text, held.span[1], f"{indent}-{gap if gap and not gap.strip(' ') else ' '}{flow(item)}")


def _replaced(text: str, record: Map, field: str, new: str) -> Splice:
    key_end = record.key_spans[field][1]
    start, end = record.spans[field]
    held = record.extra.get(field) if field in record.extra else record.get(field)
    if start == end:
        before = text[key_end:start]
        if ":" not in before:
            return Splice(key_end, key_end, f": {new}")
        at = key_end + before.index(":") + 1
        return Splice(at, at if text[at:start].strip(" ") else start, f" {new}")
    if _holds_comment(text, held, (start, end)):
        raise CutError("holds comments that would be lost; change it by hand")
    if not isinstance(held, (Map, Seq)) or text[start] in "{[":
        return Splice(start, end, new)
    # A value in block style begins on a line of its own; a comment before it stays with the key.
    colon = text.index(":", key_end) + 1
    return Splice(colon, end, f" {new}{text[colon:start].rstrip()}")


def _holds_comment(text: str, held: object, span: Span) -> bool:
    """Tell whether there is a `#` between the scalars of a value, or behind the `|` or `>` of one."""
    waiting: list[tuple[object, Span]] = [(held, span)]
    rest = list(text[span[0] : span[1]])
    while waiting:
        node, (start, end) = waiting.pop()
        if isinstance(node, Map):
            waiting.extend(("", place) for place in node.key_spans.values())
            waiting.extend((item, node.spans[key]) for key, item in (*node.items(), *node.extra.items()))
        elif isinstance(node, Seq):
            waiting.extend(zip(node, node.spans, strict=True))
        else:
            head = len(text[start:end].splitlines()[0]) if text[start:end].startswith(("|", ">")) else 0
            rest[start + head - span[0] : end - span[0]] = " " * (end - start - head)
    return "#" in rest


def _in_flow(text: str, first: Span, last: Span, added: str) -> Splice:
    """Put something behind the last thing inside brackets, on a new line where the old one is full."""
    at = last[1]
    line_start = at - _column(text, at)
    line_end = _line_end(text, at)[0]
    comma = " ," if text[at - 1] == ":" else ","  # an empty value; its colon must not touch the comma
    if line_end - line_start + len(added) + len(", ") <= WIDTH:
        return Splice(at, at, f"{comma} {added}")
    return Splice(at, at, f"{comma}{_line_end(text, at)[1]}{' ' * _column(text, first[0])}{added}")


def _new_line(text: str, after: int, line: str) -> Splice:
    """Put a line behind the one that holds the character before `after`; a comment at its end stays there."""
    at, line_end = _line_end(text, after)
    return Splice(at, at, f"{line_end}{line}")


def _line_end(text: str, offset: int) -> tuple[int, str]:
    """Return where the line ends, and how lines end here."""
    found = _LINE_END.search(text, offset)
    how = found or _LINE_END.search(text)
    return found.start() if found else len(text), how[0] if how else "\n"


def _column(text: str, offset: int) -> int:
    return offset - max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) - 1


def _first_key(record: Map) -> Span:
    return min(record.key_spans.values())


def _last(record: Map) -> Span:
    return max((*record.key_spans.values(), *record.spans.values()), key=lambda span: span[1])
