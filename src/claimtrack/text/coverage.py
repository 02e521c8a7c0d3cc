"""Which sentences of an article nobody has made a claim of."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.text.checkables import Checkable, checkables, quotations
from claimtrack.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.text.sentences import Sentence

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A sentence with something in it that no passage and no cue holds."""

    span: Span
    line: int
    text: str
    reasons: tuple[str, ...]
    """What nobody has claimed, in order: `figure “14”`, `name “BuzzFeed”`."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of an article is covered by claims."""

    sentences: int
    """How many count: those set aside do not."""
    covered: int
    uncovered: tuple[Uncovered, ...]
    set_aside: int = 0
    """How many sentences need no claim because somebody said so."""

    @property
    def percent(self) -> float:
        """The share that is covered, rounded down to a tenth, so that 100 means all; 100 of nothing."""
        return self.covered * 1000 // self.sentences / 10 if self.sentences else 100.0


class _Spans:
    """Spans of a text, joined where they overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            elif start < end:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, text: str, span: Span) -> bool:
        """Tell whether every letter and digit of a span lies in one of these."""
        at, last = span
        while at < last:
            index = bisect_right(self._starts, at) - 1
            if index >= 0 and at < self._ends[index]:
                at = self._ends[index]
            elif text[at].isalnum():
                return False
            else:
                at += 1
        return True

    def touch(self, span: Span) -> bool:
        """Tell whether one of these shares a character with a span."""
        index = bisect_right(self._starts, span[1] - 1) - 1
        return index >= 0 and self._ends[index] > span[0]


def coverage(
    text: str, title: str | None, covered: Sequence[Span], set_aside: Sequence[Span], *, language: str | None = None
) -> Coverage:
    """Hold an article against what has been claimed of it.

    In: its text and title; the spans of all passages and cues; the spans that need no claim;
    its language, whose words for numbers are known (English where it is not given). Out: each
    sentence in which a figure, date or quotation lies outside the spans, or a name where
    nothing touches the sentence. A quotation over several sentences is judged in each by the
    part that stands there, and may lie in several passages together.
    """
    claimed, aside, known = _Spans(covered), _Spans(set_aside), _Spans([*covered, *set_aside])
    quoted = quotations(text)
    every = sentences(text, title)
    counted = [sentence for sentence in every if not aside.hold(text, sentence.span)]
    uncovered: list[Uncovered] = []
    for sentence in counted:
        touched = claimed.touch(sentence.span)
        found = (item for item in _found(text, sentence, quoted, language) if not touched or item.kind != "name")
        reasons = dict.fromkeys(str(item) for item in found if not known.hold(text, item.span))
        if reasons:
            uncovered.append(Uncovered(sentence.span, sentence.line, sentence.text, tuple(reasons)))
    return Coverage(len(counted), len(counted) - len(uncovered), tuple(uncovered), len(every) - len(counted))


def _found(text: str, sentence: Sentence, quoted: Sequence[Span], language: str | None) -> list[Checkable]:
    """Return what can be checked in a sentence, with its places in the text."""
    first, last = sentence.span
    parts = [(max(first, start), min(last, end)) for start, end in _overlapping(quoted, sentence.span)]
    found = [Checkable("quotation", part, text[slice(*part)]) for part in parts if _says(text, part)]
    for item in checkables(sentence.text, language):
        span = (item.span[0] + first, item.span[1] + first)
        if item.kind != "name" or not _overlapping(parts, span):
            found.append(Checkable(item.kind, span, item.words))
    return sorted(found, key=lambda item: (item.span[0], -item.span[1]))


def _overlapping(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Return those of some sorted spans apart from one another that share a character with a span."""
    first = bisect_right(spans, span[0], key=lambda item: item[1])
    last = bisect_right(spans, span[1] - 1, key=lambda item: item[0])
    return spans[first:last]


def _says(text: str, span: Span) -> bool:
    return any(character.isalnum() for character in text[slice(*span)])
