"""The passage of a text that is most like words which do not stand in it.

Likeness is not meaning: "nothing is visible" is very like "everything is visible". What is found
here is never a match; it is shown so that a person sees what became of the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.text.diff import Change, punctuation_changes, shared_words, word_changes
from claimtrack.text.fragments import Fragment, folded, fragments
from claimtrack.text.normalise import normalise
from claimtrack.text.words import word_count, words

if TYPE_CHECKING:
    from claimtrack.text.locators import Layout
    from claimtrack.text.normalise import Normalised

_FEWEST_WORDS = 6
"""Under six words nothing is matched by likeness (design 5.1)."""
_LIKENESS = 68.0
_SHARED = 0.5
"""A passage with under half the words is no counterpart (design 5.1)."""
_AROUND = 80
"""How many characters around an alignment are looked at for the words at its ends."""
_ENDS = 4
"""By how many words either end may be moved."""


_LONGEST = 5_000
"""How many characters of a fragment are looked for by likeness: that takes its length times the text's."""


class Nearest(NamedTuple):
    """A passage like the words looked for."""

    start: int
    end: int
    text: str
    """The original text of the passage."""
    changes: tuple[Change, ...]
    """From the words looked for to those of the passage; of punctuation, where only that differs."""
    likeness: float
    """In per cent."""


def nearest_passage(text: str, normalised: Normalised, layout: Layout, quote: str) -> Nearest | None:
    """Return the passage most like a quotation, or None where none is like it.

    Method: rapidfuzz `partial_ratio_alignment` on the normalised text, widened to whole words;
    both a likeness in letters and half of the words are asked for. A quotation with gaps is
    looked for fragment by fragment, in order, in the paragraph of its longest fragment.
    """
    parts = fragments(quote)
    if sum(word_count(part.words) for part in parts) < _FEWEST_WORDS:
        return None
    longest = max(parts, key=lambda part: len(part.words))
    if len(longest.words) > _LONGEST or not layout.blocks:
        return None
    found = _aligned(folded(normalised.text), longest.words, 0)
    if found is None:
        return None
    likeness, start, end = found
    first, last = normalised.original_span(start, end)
    if len(parts) > 1:
        begin, until = layout.blocks[max(layout.block_of(first), 0)]
        block = normalise(text[begin:until])
        likeness, start, end = _in_order(folded(block.text), parts)
        first, last = (begin + offset for offset in block.original_span(start, end))
    passage = text[first:last]
    if likeness < _LIKENESS or shared_words(quote, passage) < _SHARED:
        return None
    changes = word_changes(quote, passage) or punctuation_changes(quote, passage)
    return Nearest(first, last, passage, tuple(changes), likeness)


def _in_order(searched: str, parts: list[Fragment]) -> tuple[float, int, int]:
    """Return the likeness of fragments, one after the other, to a paragraph, and from where to where they reach."""
    spans: list[tuple[int, int]] = []
    total = 0.0
    for part in parts:
        found = _aligned(searched, part.words, spans[-1][1] if spans else 0)
        if found:
            likeness, start, end = found
            total += likeness * len(part.words)
            spans.append((start, end))
    if not spans:
        return 0.0, 0, 0
    return total / sum(len(part.words) for part in parts), spans[0][0], spans[-1][1]


def _aligned(searched: str, wanted: str, since: int) -> tuple[float, int, int] | None:
    """Return how like the nearest stretch of a text is, with its first and last word whole."""
    exact = searched.find(wanted, since)
    if exact >= 0:
        return 100.0, exact, exact + len(wanted)
    # Imported here because most quotations stand where they should.
    from rapidfuzz import fuzz  # noqa: PLC0415

    found = fuzz.partial_ratio_alignment(wanted, searched[since:], score_cutoff=_LIKENESS)
    if found is None or found.dest_start >= found.dest_end:
        return None
    start, end = _fitted(searched, wanted, since + found.dest_start, since + found.dest_end)
    return found.score, start, end


def _fitted(searched: str, wanted: str, start: int, end: int) -> tuple[int, int]:
    """Return the whole words around an alignment that answer best to those looked for.

    An alignment is as long as what is looked for, so it cuts words and misses some at its ends.
    """
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    begin = max(start - _AROUND, 0)
    near = words(searched[begin : end + _AROUND])
    ours, theirs = [word.text.casefold() for word in words(wanted)], [word.text.casefold() for word in near]
    first = sum(1 for word in near if begin + word.end <= start)
    after = sum(1 for word in near if begin + word.start < end)
    candidates = [
        (Levenshtein.distance(ours, theirs[a:b]), abs(b - a - len(ours)), a, b)
        for a in range(max(first - _ENDS, 0), min(first + _ENDS + 1, len(near)))
        for b in range(max(after - _ENDS, a + 1), min(after + _ENDS, len(near)) + 1)
    ]
    if not candidates:
        return start, end
    _, _, a, b = min(candidates)
    return begin + near[a].start, begin + near[b - 1].end
