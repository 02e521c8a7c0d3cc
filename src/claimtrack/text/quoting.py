"""Finding a quotation in a text: where it stands, whether altered, or not at all.

A text is normalised once; after that a quotation costs one search through it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from claimtrack.text.fragments import Fragment, Match, folded, fragments, whole, windows
from claimtrack.text.likeness import Nearest, nearest_passage
from claimtrack.text.locators import Layout, parse_locator
from claimtrack.text.normalise import Normalised, hyphen_breaks, normalise
from claimtrack.text.patterns import later
from claimtrack.text.words import is_boundary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Quote

Kind = Literal["exact", "normalised", "altered", "absent", "ambiguous", "elsewhere", "misplaced"]
_CLOSING = " \t\r\n.,;:。，、；：،؛।\"'“”‘’«»„‹›「」"
_LOOSE = " .,;:'()-"
"""What may stand between words and their prefix or suffix."""
_SENTENCE_END = ".!?:。！？؟।"
_NO_BREAK = "\u00a0\u2007\u2009\u202f"
_NEIGHBOURS = 40
"""How many characters more than its prefix are looked at before a match."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What became of a quotation in a text."""

    kind: Kind
    matches: tuple[Match, ...] = ()
    """The one place where it stands; all that fit where they are several; where it stands instead."""
    nearest: Nearest | None = None
    """For `altered`: the passage most like it."""


class Haystack:
    """A text in which quotations are looked up; what that needs is made when the first one is."""

    def __init__(self, text: str, title: str | None = None) -> None:
        self.text = text
        self.layout = Layout(text, title)

    def occurrences(self, words: str) -> list[Match]:
        """Return all places where words stand, in order.

        The words as they are come first; else without their closing punctuation; else with what
        dots and brackets leave out and put in.
        """
        literal = whole(words.strip())
        if found := self._places(literal):
            return found
        closed = literal.raw.rstrip(_CLOSING)
        if closed != literal.raw and (found := self._places(whole(closed))):
            return [Match(place.start, place.end, exact=False) for place in found]
        parts = fragments(literal.raw)
        if [part.words for part in parts] == [literal.words] or not parts:
            return []
        return self._windows(parts) or self._windows(fragments(closed))

    def resolve(self, quote: Quote) -> Resolution:
        """Return what became of a quotation: its neighbours are looked at first, then its place."""
        found = self.occurrences(quote.exact)
        if not found:
            nearest = nearest_passage(self.text, self._normalised, self.layout, quote.exact)
            return Resolution("altered" if nearest else "absent", nearest=nearest)
        fitting = [match for match in found if self._fits(match, quote)]
        if not fitting:
            return Resolution("misplaced", tuple(found))
        within = self._within(fitting, quote.at)
        if not within:
            return Resolution("elsewhere", tuple(fitting))
        if len(within) > 1:
            return Resolution("ambiguous", tuple(within))
        return Resolution("exact" if within[0].exact else "normalised", tuple(within))

    def _fits(self, match: Match, quote: Quote) -> bool:
        if not (quote.prefix or quote.suffix):
            return True
        before, after = (folded(normalise(words or "").text).strip(_LOOSE) for words in (quote.prefix, quote.suffix))
        reach = 2 * max(len(before), len(after)) + _NEIGHBOURS
        left = folded(normalise(self.text[max(match.start - reach, 0) : match.start]).text)
        right = folded(normalise(self.text[match.end : match.end + reach]).text)
        return left.rstrip(_LOOSE).endswith(before) and right.lstrip(_LOOSE).startswith(after)

    def _within(self, found: list[Match], at: str | None) -> list[Match]:
        locator = parse_locator(at) if at else None
        if locator is None or not self.layout.judges(locator):
            return found
        spans = self.layout.spans(locator)
        return [match for match in found if any(match.start < end and start < match.end for start, end in spans)]

    def _windows(self, parts: list[Fragment]) -> list[Match]:
        places = []
        for part in parts:
            # Looked up in the order of the words, so that the rest is spared where one is missing.
            places.append(self._places(part))
            if not places[-1]:
                return []
        return [self._whole_words(match, parts) for match in windows(self.text, parts, places, self.layout.block_of)]

    def _whole_words(self, match: Match, parts: list[Fragment]) -> Match:
        """Widen a passage that begins or ends inside a word in which an editor has put letters."""
        start, end = match.start, match.end
        while parts[0].glued_before and start and self.text[start - 1].isalnum():
            start -= 1
        while parts[-1].glued_after and self.text[end : end + 1].isalnum():
            end += 1
        return Match(start, end, match.exact)

    def _places(self, part: Fragment) -> list[Match]:
        """Return where a fragment stands, as whole words, in order."""
        found = dict.fromkeys(self._search(self._normalised, self._folded, part))
        if self._broken:
            kept = self._with_hyphens
            found |= dict.fromkeys(self._search(kept, folded(kept.text), part))
        if self._broken and "-" in part.words:
            rest = _INNER_HYPHEN.sub("", part.words)
            hyphenless = Fragment(part.raw, rest, part.link, part.free, part.glued_before, part.glued_after)
            joined = self._without_hyphens
            for span in self._search(joined, folded(joined.text), hyphenless):
                if self._same_but_for_breaks(span, part.words):
                    found[span] = None
        return [
            Match(start, end, self.text.startswith(part.raw, start) and end - start == len(part.raw))
            for start, end in sorted(found)
        ]

    def _search(self, text: Normalised, searched: str, part: Fragment) -> Iterator[tuple[int, int]]:
        for at in _finds(searched, part.words):
            end = at + len(part.words)
            if not (part.glued_before or self._alone(text, searched, at)):
                continue
            if not (part.glued_after or self._alone(text, searched, end)):
                continue
            start, until = text.original_span(at, end)
            if part.free or searched.startswith(part.words, at) or self._begins_sentence(searched, at, start):
                yield start, until

    def _alone(self, text: Normalised, searched: str, at: int) -> bool:
        """Tell whether a word ends at an offset, what no-break blanks and long dashes say included."""
        before, after = searched[at - 1 : at], searched[at : at + 1]
        if at and before == "-" and after.isdigit():
            # A dash that is as long as a clause is no minus: `—30 personas—`.
            return is_boundary(searched, at) or self.text[text.original_span(at - 1, at)[0]] == "—"
        blank = at if after == " " else at - 1 if before == " " else None
        if blank and searched[blank - 1].isdigit() and searched[blank + 1 : blank + 2].isdigit():
            return self.text[text.original_span(blank, blank + 1)[0]] not in _NO_BREAK
        return is_boundary(searched, at)

    def _begins_sentence(self, searched: str, at: int, start: int) -> bool:
        before = searched[max(at - 4, 0) : at].rstrip(" '(")
        blocks = self.layout.blocks
        return not before or before[-1] in _SENTENCE_END or blocks[self.layout.block_of(start)][0] == start

    @cached_property
    def _normalised(self) -> Normalised:
        return normalise(self.text)

    @cached_property
    def _folded(self) -> str:
        return folded(self._normalised.text)

    @cached_property
    def _broken(self) -> list[tuple[int, int]]:
        return hyphen_breaks(self.text)

    @cached_property
    def _with_hyphens(self) -> Normalised:
        return normalise(self.text, keep_hyphens=True)

    @cached_property
    def _without_hyphens(self) -> Normalised:
        return self._normalised.without_hyphens()

    def _same_but_for_breaks(self, span: tuple[int, int], words: str) -> bool:
        """Tell whether a stretch of the text is the words, a hyphen at a line end being one or none."""
        pieces, done = [], span[0]
        for start, end in self._broken[bisect_left(self._broken, span) : bisect_left(self._broken, (span[1], 0))]:
            pieces.append(self.text[done:start])
            done = end
        pieces.append(self.text[done : span[1]])
        pattern = "-?".join(re.escape(folded(normalise(piece).text)) for piece in pieces)
        return any(re.fullmatch(pattern, form) for form in _either_case(words))


_INNER_HYPHEN = later(r"(?<=\w)-(?=\w)")


def _first_letter(words: str) -> int:
    return next((index for index, character in enumerate(words) if character.isalnum()), 0)


def _either_case(words: str) -> tuple[str, str]:
    at = _first_letter(words)
    other = words[at : at + 1].swapcase()
    return words, words[:at] + (other if len(other) == 1 else words[at : at + 1]) + words[at + 1 :]


def _finds(text: str, words: str) -> Iterator[int]:
    """Yield where words stand, whatever the case of their first letter.

    What follows the first letter is searched for, so that one pass serves both cases.
    """
    one, other = _either_case(words)
    skipped = _first_letter(words) + 1 if one != other and len(words) > _first_letter(words) + 1 else 0
    rest = words[skipped:]
    at = text.find(rest, skipped) if rest else -1
    while at >= 0:
        if text.startswith((one, other), at - skipped):
            yield at - skipped
        at = text.find(rest, at + 1)
