"""Which sentences of an article nobody has made a claim of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.text.checkables import Checkable, checkables, may_name, quotations
from claimtrack.text.hints import hints
from claimtrack.text.sentences import LineIndex, overlapping, sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    hinted_at = hints(text, language)
    lines = LineIndex(text)
    every = sentence_spans(text, title)
    counted = [span for span in every if not aside.hold(text, span)] if set_aside else every
    uncovered: list[Uncovered] = []
    for span in counted:
        # Few sentences get past these: most have nothing in them, or a passage holds all of one.
        named = not claimed.touch(span) and may_name(text[slice(*span)])
        hinted = _any_within(hinted_at, span)
        if not (named or hinted or overlapping(quoted, span)) or known.hold(text, span):
            continue
        found = _found(text, span, quoted, checkables(text[slice(*span)], language, hinted=hinted, named=named))
        reasons = dict.fromkeys(str(item) for item in found if not known.hold(text, item.span))
        if reasons:
            uncovered.append(Uncovered(span, lines.of(span[0]), text[slice(*span)], tuple(reasons)))
    return Coverage(len(counted), len(counted) - len(uncovered), tuple(uncovered), len(every) - len(counted))


def _found(text: str, sentence: Span, quoted: Sequence[Span], items: Iterable[Checkable]) -> list[Checkable]:
    """Return what can be checked in a sentence, quotations included, with its places in the text."""
    first, last = sentence
    parts = [(max(first, start), min(last, end)) for start, end in overlapping(quoted, sentence)]
    found = [Checkable("quotation", part, text[slice(*part)]) for part in parts if _says(text, part)]
    for item in items:
        span = (item.span[0] + first, item.span[1] + first)
        if item.kind != "name" or not overlapping(parts, span):
            found.append(Checkable(item.kind, span, item.words))
    return sorted(found, key=lambda item: (item.span[0], -item.span[1]))


def _any_within(places: Sequence[int], span: Span) -> bool:
    """Tell whether one of some sorted places lies in a span."""
    at = bisect_left(places, span[0])
    return at < len(places) and places[at] < span[1]


def _says(text: str, span: Span) -> bool:
    return any(character.isalnum() for character in text[slice(*span)])
