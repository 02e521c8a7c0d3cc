"""Places within a text: paragraphs, pages, lines, moments of a recording, sections, the headline.

The texts are snapshots: paragraphs are blocks between blank lines, pages end at form feeds, and
`[00:12:05]` at the start of a line begins the words spoken from then on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from claimtrack.text.normalise import normalise
from claimtrack.text.patterns import later

Kind = Literal["para", "page", "line", "time", "section", "headline"]
_NUMBERED = later(
    r"(?P<kind>paragraph|paras?|page|lines?|pp?\.|pages|paragraphs|¶¶?)[ ]?(?P<first>\d+)(?: ?[-–] ?(?P<last>\d+))?",
    re.IGNORECASE,
)
_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:[0-5]\d(?:[.,]\d+)?"
_TIMED = later(rf"t ?= ?(?P<first>{_CLOCK})(?: ?[-–,] ?(?P<last>{_CLOCK}))?", re.IGNORECASE)
_SECTION = later(r"(?:section|§) ?(?P<name>\S.*)", re.IGNORECASE | re.DOTALL)
_GAP = later(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*")
_LINE = later(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_TIME_MARK = later(rf"^[^\S\n]*\[(?P<clock>{_CLOCK})\]", re.MULTILINE)
_HEADING = later(r"^(?P<level>#{1,6})[^\S\n]+(?P<name>[^\n]*)", re.MULTILINE)

Span = tuple[int, int]
_NEAR = 10
"""Seconds by which a player's clock and a mark may differ."""


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a text, as `at` names it."""

    kind: Kind
    first: int = 0
    """A number that counts from 1, or seconds."""
    last: int = 0
    name: str = ""
    """Of a section."""
    within: Locator | None = None
    """The page or section in which it counts: `page 4, para 2`."""


def parse_locator(at: str) -> Locator | None:
    """Return the place that `at` names, or None where it is free text."""
    at = " ".join(at.split())
    outer, comma, inner = at.rpartition(",")
    if comma and (number := _numbered(inner.strip())) and (place := parse_locator(outer)):
        return Locator(number.kind, number.first, number.last, within=place)
    if at.casefold() == "headline":
        return Locator("headline")
    if found := _TIMED.fullmatch(at):
        first = _seconds(found["first"])
        return Locator("time", first, max(first, _seconds(found["last"] or found["first"])))
    if found := _SECTION.fullmatch(at):
        return Locator("section", name=found["name"].strip("“”\"'‘’«» "))
    return _numbered(at)


def _numbered(at: str) -> Locator | None:
    found = _NUMBERED.fullmatch(at)
    if not found:
        return None
    first, last = int(found["first"]), int(found["last"] or found["first"])
    word = found["kind"].casefold()
    kind: Kind = "para" if word.startswith(("para", "¶")) else "line" if word.startswith("line") else "page"
    return Locator(kind, first, last) if 0 < first <= last else None


def _seconds(clock: str) -> int:
    hours, minutes, seconds = ["0", *re.split("[.,]", clock)[0].split(":")][-3:]
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds)


class Layout:
    """The places of one text, each found when first asked for."""

    def __init__(self, text: str, title: str | None = None) -> None:
        self.text = text
        self.title = title

    def judges(self, locator: Locator) -> bool:
        """Tell whether the text has places of this kind at all: without page ends no page can be wrong."""
        if locator.within and not self.judges(locator.within):
            return False
        if locator.kind == "time":
            return bool(self._moments)
        return locator.kind != "page" or "\f" in self.text

    def spans(self, locator: Locator) -> list[Span]:
        """Return where the place is, in offsets of the text; empty where it does not exist."""
        if locator.within:
            inner = Locator(locator.kind, locator.first, locator.last, locator.name)
            return [
                (outer + start, outer + end)
                for outer, until in self.spans(locator.within)
                for start, end in Layout(self.text[outer:until]).spans(inner)
            ]
        match locator.kind:
            case "headline":
                return self.blocks[:1] if self.has_headline else []
            case "time":
                return self._around(locator.first, locator.last)
            case "section":
                return self._sections(locator.name)
            case _:
                return self._counted(locator)

    def paragraph_of(self, offset: int) -> int | None:
        """Return the number of the paragraph at an offset, or None in the headline or before all text."""
        number = self.block_of(offset) + 1 - self.has_headline
        return number if number > 0 else None

    def block_of(self, offset: int) -> int:
        """Return the index of the block at an offset or before it; -1 before all of them."""
        return bisect_right(self._starts, offset) - 1

    def describe(self, offset: int) -> str:
        """Return a locator of an offset: the moment in a transcript, else the paragraph."""
        moments = [seconds for start, seconds in self._moments if start <= offset]
        if moments:
            minutes, seconds = divmod(moments[-1], 60)
            return f"t={minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
        if self.has_headline and self.block_of(offset) <= 0:
            return "headline"
        return f"para {self.paragraph_of(offset) or 1}"

    @cached_property
    def blocks(self) -> list[Span]:
        """The stretches between blank lines, the headline among them."""
        found, start = [], len(self.text) - len(self.text.lstrip())
        for gap in _GAP.finditer(self.text, start):
            found.append((start, gap.start()))
            start = gap.end()
        end = len(self.text.rstrip())
        return [*found, (start, end)] if start < end else found

    @cached_property
    def has_headline(self) -> bool:
        """Whether the first block is the title."""
        if not self.title or not self.blocks:
            return False
        start, end = self.blocks[0]
        return _name(self.text[start:end].lstrip("# ")) == _name(self.title)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.blocks]

    @cached_property
    def _moments(self) -> list[tuple[int, int]]:
        """Where each time mark stands, and its seconds."""
        return [(found.start(), _seconds(found["clock"])) for found in _TIME_MARK.finditer(self.text)]

    def _counted(self, locator: Locator) -> list[Span]:
        match locator.kind:
            case "para":
                places = self.blocks[int(self.has_headline) :]
            case "page":
                ends = [found.start() for found in re.finditer("\f", self.text)]
                places = list(zip([0, *(end + 1 for end in ends)], [*ends, len(self.text)], strict=True))
            case _:
                places = [found.span() for found in _LINE.finditer(self.text) if found[0]]
        if locator.last > len(places):
            return []
        return [(places[locator.first - 1][0], places[locator.last - 1][1])]

    def _around(self, first: int, last: int) -> list[Span]:
        """Return the cues from one moment to another, with a neighbour that is but seconds away.

        Words begin a little before or after the mark under which they stand, and players round.
        """
        starts = [start for start, _ in self._moments]
        times = [seconds for _, seconds in self._moments]
        found = []
        for index, seconds in enumerate(times):
            following = times[index + 1] if index + 1 < len(times) and times[index + 1] >= seconds else None
            before_all = index == 0 and last < seconds
            if before_all or (seconds <= last and (following is None or first < following)):
                begin = starts[index - 1] if index and first - seconds <= _NEAR else starts[index] if index else 0
                near_next = following is not None and following - last <= _NEAR
                after = index + (2 if near_next else 1)
                found.append((begin, starts[after] if after < len(starts) else len(self.text)))
        return found

    def _sections(self, name: str) -> list[Span]:
        headings = [
            (found.start(), len(found["level"]), _name(found["name"])) for found in _HEADING.finditer(self.text)
        ]
        wanted = _name(name)
        found = []
        for index, (start, level, heading) in enumerate(headings):
            if heading == wanted:
                ends = (after for after, other, _ in headings[index + 1 :] if other <= level)
                found.append((start, next(ends, len(self.text))))
        if found:
            return found
        starts = [line.start() for line in _LINE.finditer(self.text) if _could_be(line[0], wanted)]
        return [(start, next((at for at, _, _ in headings if at > start), len(self.text))) for start in starts]


_LONGER = 3
"""How many times as long as its name a heading can be written; longer lines are not looked at."""


def _could_be(line: str, wanted: str) -> bool:
    return 0 < len(line) <= _LONGER * len(wanted) + 10 and _name(line) == wanted


def _name(text: str) -> str:
    """Return a title or heading so that it compares."""
    return normalise(text).text.casefold().replace('"', "'").strip(" #.:*_")
