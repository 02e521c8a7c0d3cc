"""The pieces of a quotation that must stand in a text as they are, and what may lie between them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimtrack.text.diff import INSERTED, LEFT_OUT
from claimtrack.text.normalise import normalise
from claimtrack.text.patterns import later

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Link = Literal["", "gap", "insertion", "letter"]
_LETTER = later(r"(?<!\w)\[(\w)\](?=\w)")
_BETWEEN = later(rf"(?P<gap>{LEFT_OUT.pattern})|(?P<insertion>{INSERTED.pattern})")
_REACH = 60
"""How many characters an editor's insertion can stand for."""
_INSIDE_WORD = later(r"\w{0,12}")
_WORD_END = later(r"\w{0,12}\W{0,3}")
_WORD_START = later(r"\W{0,3}\w{0,12}")
_SENTENCE_END = later(r"[.!?。！？؟।][\"'”’»)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words without a gap, and how they hang on the fragment before."""

    raw: str
    words: str
    """Normalised, with marks of all kinds made one."""
    link: Link = ""
    free: bool = True
    """Whether its first letter may be of either case wherever it stands."""
    glued_before: bool = False
    """Whether an insertion is a part of its first word."""
    glued_after: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Where words stand in a text."""

    start: int
    end: int
    exact: bool
    """Whether they stand there letter for letter, or only after normalising."""


def folded(text: str) -> str:
    """Return a normalised text with double and single marks made one: no length changes."""
    return text.replace('"', "'")


def whole(raw: str) -> Fragment:
    """Return a quotation as one fragment, its dots and brackets taken literally."""
    return Fragment(raw, folded(normalise(raw).text).strip())


def fragments(raw: str) -> list[Fragment]:
    """Split a quotation at what is left out of it and what an editor has put in."""
    parts: list[Fragment] = []
    link: Link = ""
    free, glued, done = True, False, 0
    for found in _BETWEEN.finditer(raw):
        start, end = found.span()
        if found.lastgroup == "insertion" and _LETTER.match(raw, start):
            # Only the case of a letter was changed: `[W]e` is `we`.
            _add(parts, raw[done:start], link, free=free, glued=(glued, False))
            link, free, glued, done = "letter", True, False, start
            continue
        joins = found.lastgroup == "insertion"
        _add(parts, raw[done:start], link, free=free, glued=(glued, joins and raw[max(start - 1, 0) : start].isalpha()))
        ended = bool(_SENTENCE_END.search(raw[max(start - 8, 0) : start])) or "...." in found[0]
        link = "insertion" if joins else "gap"
        free, glued, done = ended, joins and raw[end : end + 1].isalpha(), end
    _add(parts, raw[done:], link, free=free, glued=(glued, False))
    return parts


def _add(parts: list[Fragment], raw: str, link: Link, *, free: bool, glued: tuple[bool, bool]) -> None:
    raw = _LETTER.sub(r"\1", raw).strip()
    words = folded(normalise(raw).text).strip()
    if any(map(str.isalnum, words)):
        parts.append(Fragment(raw, words, link if parts else "", free or not parts, *glued))


def windows(
    text: str, parts: Sequence[Fragment], places: Sequence[list[Match]], block_of: Callable[[int], int]
) -> list[Match]:
    """Return the smallest passages in which all fragments stand in order, as their links allow.

    Method: from the last fragment to the first, each place keeps the nearest place that goes on
    from it; of passages that end in one place the latest beginning counts.
    """
    following = [(place.start, place.end, place.exact) for place in places[-1]]
    for index in range(len(parts) - 2, -1, -1):
        starts = [start for start, _, _ in following]
        current = []
        for place in places[index]:
            for at in range(bisect_left(starts, place.end), len(following)):
                start, end, exact = following[at]
                if block_of(place.end - 1) != block_of(start) or _too_far(parts[index + 1], place.end, start):
                    break
                if _linked(text[place.end : start], parts[index], parts[index + 1]):
                    current.append((place.start, end, exact and place.exact))
                    break
        following = current
    smallest: list[Match] = []
    for start, end, exact in sorted(following, reverse=True):
        if not smallest or end < smallest[-1].end:
            smallest.append(Match(start, end, exact))
    return smallest[::-1]


def _too_far(part: Fragment, end: int, start: int) -> bool:
    return part.link != "gap" and start - end > _REACH


def _linked(between: str, before: Fragment, after: Fragment) -> bool:
    if after.link == "gap":
        return True
    if after.link == "letter":
        return not between.strip()
    if before.glued_after and after.glued_before:
        return bool(_INSIDE_WORD.fullmatch(between))
    if before.glued_after:
        return bool(_WORD_END.fullmatch(between))
    return not after.glued_before or bool(_WORD_START.fullmatch(between))
