"""A text as a reader compares it: typography evened out, every offset traceable to the original.

Evened out are quotation marks, dashes, blanks, line ends, hyphenation at line ends, ligatures,
composed and decomposed accents, width variants, invisible characters and the time marks of a
transcript. Letters, accents, digits of any script, currency signs and look-alikes of other
alphabets stay what they are: they are differences.

Method: Unicode NFKC, except for superscripts, subscripts, fractions and circled numbers
(10² is not 102). Work is done only where something special stands, and offsets are kept only
where a length changes, because texts are long and mostly plain.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimtrack.text.patterns import later
from claimtrack.text.words import UNSPACED

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    _Edit = tuple[int, int, str]
    _Edits = Callable[[re.Match[str], int], Iterator[_Edit]]

_DOUBLE = "«»“”„‟″‶〝〞〟「」《》｢｣״❝❞❠⹂🙶🙷🙸＂"
_SINGLE = "‘’‚‛‹›′‵ʹʻʼʽˈ׳´`『』〈〉❛❜❟᾽᾿῾＇"
_HYPHENS = "-‐"
_DASHES = "‐‑‒–—―−⁃﹘﹣－⸺⸻"
_MARKS = {**dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DASHES, "-")}
_SOFT_HYPHEN = "\u00ad"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u0640\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
)
"""Also the tatweel, which only stretches an Arabic word."""
_LINE_END = r"[^\S\r\n]*(?:\r\n?|\n)[^\S\r\n]*"
_CLOSED_UP = UNSPACED + "\u3001-\u3003\u3008-\u3011\u3300-\u33ff\uff01-\uff0f\uff1a-\uff20\U0001f200-\U0001f251"
"""Letters and marks between which a blank or a line end means nothing, with what folds into them."""
_PLAIN_BUT_HYPHEN = (
    "!-,.-_a-~¡-§©®°-±¶¿À-ıĴ-ľŁ-ňŊ-žƀ-ǃǍ-ǰǴ-ʯͰ-ͳΈ-ώЀ-҂Ҋ-ԯԱ-ՖՙՠՐ-ֆא-תء-ؿف-ي٠-٭ٱ-ٴٹ-ەۮ-ۿऄ-नऩ-हऽ-ौ०-ॿ"
    "ก-าิ-ื฿-็๏-๛ა-ჺḀ-ẙẠ-ỹ•₠-₧₩-₿←-↔、-〇ぁ-ゖァ-ヺー-ヾ㐀-䶿一-鿿가-힣\U0001f300-\U0001f5ff\U0001f600-\U0001f64f"
)
"""Characters that no step changes; not all there are, only the common ones, so that they are skipped quickly."""
_PLAIN = rf"{_PLAIN_BUT_HYPHEN}\-"
_VANISHING = later(
    r"(?:\A|(?<=[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]))"  # a time mark begins a line
    rf"(?:[^\S\n\r]|[{_INVISIBLE}])*(?:\[(?:\d?\d:)?\d?\d:\d\d(?:[.,]\d+)?\](?:[^\S\n\r]|[{_INVISIBLE}])*)+"
    rf"|{_SOFT_HYPHEN}[{_INVISIBLE}]*{_LINE_END}(?=\w)"
    rf"|[{_INVISIBLE}]+"
)
_MAY_VANISH = later(rf"[\[{_INVISIBLE}]")
"""Without one of these nothing vanishes."""
_HYPHEN = rf"(?P<hyphen>[-{_DASHES}](?<=[\w\u0300-\u036f].){_LINE_END}(?=\w))"
"""Looks behind only where there is a hyphen: `re` skips to it."""
_BROKEN = later(_HYPHEN)
_SPECIAL = later(
    rf"{_HYPHEN}"
    rf"|(?P<blank>[^\S ]\s*| (?:\s+|(?<=[{_CLOSED_UP}] )(?=[{_CLOSED_UP}])))"
    rf"|(?P<mark>[{''.join(_MARKS)}])"
    rf"|(?P<other>[^\s{_PLAIN}{''.join(_MARKS)}]+)"
)
_NOT_PLAIN = later(f"[^ {_PLAIN_BUT_HYPHEN}]")
_ODD_BLANK = later(rf" (?=[\s{_CLOSED_UP}])")
"""Where alone `_SPECIAL` can match: both are found in a quarter of its time."""
_UNTIDY = later(r"[^ -_a-~]|  |\[")
"""What an ASCII text may hold that is changed."""
_INNER_HYPHEN = later(r"(?<=\w)-(?=\w)")
_CLOSES_UP = later(f"[{_CLOSED_UP}]")
_KEPT = frozenset({"<super>", "<sub>", "<fraction>", "<circle>"})
"""The compatibility forms that say something of their own."""
_JAMO_FORMS = later("[\u3131-\u318e\uffa0-\uffdc]")
"""Korean letters standing alone: NFKC would make syllables of them."""
_JOINS = later("[\u1160-\u11ff\uff9e\uff9f\ufcf2-\ufcf4\ufe71-\ufe7f]")
"""What is written after a character, and joined to it, without being a mark by its category."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One rewriting of a text: its stretches, a plain and a changed one in turn, by where they begin."""

    ours: list[int]
    """Offsets in the new text."""
    theirs: list[int]
    """Offsets in the old text."""

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the old text that became a span of the new one."""
        first = bisect_right(self.ours, start) - 1
        begin = self.theirs[first] + (0 if first % 2 else start - self.ours[first])
        if end <= start:
            return begin, begin
        last = bisect_left(self.ours, end) - 1
        return begin, self.theirs[last + 1] if last % 2 else self.theirs[last] + end - self.ours[last]


@dataclass(frozen=True, slots=True)
class Normalised:
    """A normalised text that remembers where everything stood."""

    text: str
    steps: tuple[_Step, ...] = ()

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original text that a span of the normalised one stands for."""
        for step in reversed(self.steps):
            start, end = step.back(start, end)
        return start, end

    def without_hyphens(self) -> Normalised:
        """Return the text with the hyphens inside words taken out, wherever they stood in a line."""
        return self.rewritten(_INNER_HYPHEN.finditer(self.text), _nothing)

    def rewritten(self, matches: Iterable[re.Match[str]], edits: _Edits) -> Normalised:
        """Return the text with every match of a pattern in it replaced as `edits` says.

        An edit is a span with its new text; one that keeps its length needs no place in the step.
        """
        parts: list[str] = []
        ours, theirs = [0], [0]
        done = shift = 0
        for found in matches:
            for start, end, new in edits(found, done):
                parts += (self.text[done:start], new)
                done = end
                if len(new) != end - start:
                    ours += (start + shift, start + shift + len(new))
                    theirs += (start, end)
                    shift += len(new) - (end - start)
        if not done:
            return self
        parts.append(self.text[done:])
        step = (_Step(ours, theirs),) if len(ours) > 1 else ()
        return Normalised("".join(parts), self.steps + step)


def normalise(text: str, *, keep_hyphens: bool = False) -> Normalised:
    """Return a text as a reader compares it.

    A hyphen at a line end inside a word is taken out (`inter-|national`) unless a digit or a
    capital follows (`COVID-|19`), or always kept with `keep_hyphens`: nobody can tell whether it was
    part of the word. `hyphen_breaks` says where that is so.
    """
    if text.isascii() and not _UNTIDY.search(text):
        return Normalised(text)
    kept = Normalised(text)
    if _MAY_VANISH.search(text):
        kept = kept.rewritten(_VANISHING.finditer(text), _nothing)
    return kept.rewritten(_specials(kept.text), _hyphens_kept if keep_hyphens else _evened_out)


def hyphen_breaks(text: str) -> list[tuple[int, int]]:
    """Return the spans of an original text that hold the hyphen and the line end inside a word."""
    if "\n" not in text and "\r" not in text:
        return []
    return [found.span() for found in _BROKEN.finditer(text) if _parts_a_word(found)]


def _specials(text: str) -> Iterator[re.Match[str]]:
    """Yield what `_SPECIAL.finditer` yields."""
    places = [found.start() for pattern in (_NOT_PLAIN, _ODD_BLANK) for found in pattern.finditer(text)]
    done = 0
    for place in sorted(places):
        if place >= done and (found := _SPECIAL.match(text, place)):
            yield found
            done = found.end()


def _nothing(found: re.Match[str], _done: int) -> Iterator[_Edit]:
    yield *found.span(), ""


def _evened_out(found: re.Match[str], done: int) -> Iterator[_Edit]:
    start, end = found.span()
    match found.lastgroup:
        case "mark":
            yield start, end, _MARKS[found[0]]
        case "blank":
            yield start, end, "" if _closes_up(found.string, start, end) else " "
        case "hyphen":
            yield start, end, "" if _parts_a_word(found) and found.string[end].islower() else "-"
        case _:
            base = start - (start > done)
            if not unicodedata.is_normalized("NFKC", found.string[base:end]):
                yield from _folded(found.string, base, end)


def _closes_up(text: str, start: int, end: int) -> bool:
    """Tell whether a blank means nothing between its neighbours; without it a mark would join the letter before."""
    before, after = _CLOSES_UP.match(text, start - 1) if start else None, _CLOSES_UP.match(text, end)
    return bool(before and after) and not _joins(text[end])


def _hyphens_kept(found: re.Match[str], done: int) -> Iterator[_Edit]:
    if found["hyphen"]:
        yield *found.span(), "-"
    else:
        yield from _evened_out(found, done)


def _parts_a_word(found: re.Match[str]) -> bool:
    """Tell whether letters stand on both sides of a hyphen at a line end."""
    after, before = found.string[found.end()], found.string[found.start() - 1]
    return found[0][0] in _HYPHENS and after.isalpha() and not before.isdigit()


def _folded(text: str, start: int, end: int) -> Iterator[_Edit]:
    """Fold the characters of a stretch, each with the marks upon it."""
    while start < end:
        after = start + 1
        while after < end and _joins(text[after]):
            after += 1
        old = text[start:after]
        new = unicodedata.normalize("NFC", "".join(map(_fold, old)))
        if new != old:
            yield start, after, new
        start = after


def _joins(character: str) -> bool:
    return unicodedata.category(character).startswith("M") or bool(_JOINS.match(character))


@cache
def _fold(character: str) -> str:
    """Return the plain characters that one stands for."""
    if character in _MARKS:
        return _MARKS[character]
    if character == "\u0640":
        return ""  # A form of an Arabic vowel sign that stands on a tatweel.
    kind, *codes = unicodedata.decomposition(character).split() or [""]
    if not kind or kind in _KEPT or codes[:1] == ["0020"] or _JAMO_FORMS.match(character):
        return character
    if not kind.startswith("<"):
        codes.insert(0, kind)
    return "".join(_fold(chr(int(code, 16))) for code in codes)
