"""The sentences of a text, with their places in it.

Paragraphs end sentences; so does a line end without punctuation before a capital. A full stop
ends one unless an abbreviation, an initial or a number goes on; a quotation is split like
anything else, and a closing mark belongs to the sentence that it closes.

No library is behind it: of those tried in November 2026 the kept-up ones (sentencex, yasbd-lib)
leave an opening mark alone behind a sentence or run `“…” He left.` together, pysbd has had no
release since 2021, and each has to be told the language.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import category

from claimtrack.text.patterns import later

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Span = tuple[int, int]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words(
    """mr mrs ms mx messrs dr drs prof st ste gen sen rep gov lt col cpl capt cmdr adm maj sgt rev hon pres supt insp mt
    ft mme mlle mgr me sra srta srto lic dra ing arq bp sdr sdri tn ny ir hj jl jln gg kab kec pt cv rp hr fr herr
    e.g i.e cf viz vs v al resp approx z.b d.h u.a p.ej ca"""
)
"""Abbreviations that something always follows."""
_ABBREVIATIONS = _words(
    """inc corp ltd co cos llc plc bros jr sr dept univ assn est ave blvd rd sq ext tel min max avg etc u.s u.k e.u u.n
    u.s.a d.c a.m p.m ph.d m.d b.a m.a jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs
    fri sat sun ee uu núm ud uds av apdo dll dsb dst tbk bzw usw evtl inkl"""
)
"""Abbreviations that may end a sentence: they do where one of the words that begin one follows."""
_COUNTED = _words(
    """no nos nr n° nº núm num pp fig figs vol ch sec art arts para paras ver op ed hal ps bab pasal cap pág págs p str
    abs kap nomor"""
)
"""Abbreviations before a number: `No. 14`, while `No.` alone is an answer."""
_STARTERS = _words(
    """the a an he she it they we you i his her its their our your my this that these those there here what who how why
    when where which if in on at by for from with as after before but and or so yet no not nobody nothing then now did
    does do is are was were will would can could has have had according mr mrs ms meanwhile however
    el la los las un una él ella ellos en pero le les il elle ils elles un une mais ce cette ia dia mereka itu ini"""
)
_GERMAN_MONTHS = _words("januar februar märz april mai juni juli august september oktober november dezember")
_OFTEN_NO_END = _TITLES | _COUNTED | _ABBREVIATIONS
_SAID = "said|says|asked|asks|added|adds|cried|replied|wrote|writes|shouted|told|wondered|exclaimed"
_SPEAKER = later(rf"(?:[^\W\d_][\w.’'-]*\s+){{1,4}}(?:{_SAID})\b|[^\s。]{{1,6}}[说說道问問表喊称稱]|と")
"""What follows a closing mark where the sentence goes on: `“Why?” Lee asked`."""

_FULL = "。！？｡।॥"
"""Ends that need no blank behind them."""
_CLOSERS = r"(?:[\u00a0\u202f\u2009]?[\"'”’“»«›)\]}』」】）]|[ \u00a0\u202f][»”’](?=[\s.,;:]|$)|\[\d+\])*"
_MARKS = f"[.!?…؟۔։።{_FULL}]"
_END = later(rf"(?P<marks>{_MARKS}{_MARKS}*)(?P<closers>{_CLOSERS})")
"""The first mark stands alone in it, so that `re` skips to it."""
_ENCLOSED = later(r"\([^()]*\)|（[^（）]*）|《[^《》]*》")
_BLANK_LINES = later(r"(?:\r\n?|\n)[^\S\r\n]*(?:(?:\r\n?|\n)[^\S\r\n]*)+")
_LINE_END = later(r"(?:\r\n?|\n)\s*")
_BULLET = later(r"(?:[-*•–▪◦]|\d{1,2}[.)])\s")
_OPENERS = "\"'“‘«„‚‹»”([{「『【（¿¡—–- \u00a0\u202f"
_BEFORE = later(r"(?:(\S+)\s+)?([^\s\"'“‘«„(\[]+)$")
_WORD = later(r"[^\W\d_]+")
_LOOK_BACK = 60
"""How many characters before an end are looked at: no abbreviation with its neighbour is longer."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands."""

    span: Span
    """From its first character to behind its last, in the text."""
    line: int
    """The line on which it begins, counted from 1."""
    text: str
    """Its words as they stand in the text."""


def sentences(text: str, title: str | None = None) -> list[Sentence]:
    """Split a text into its sentences, in order.

    In: the text, and its title: a first paragraph or line that says the same is the headline
    and one sentence. Out: sentences that never overlap; what holds neither letter nor digit is
    none. Linear in the text.
    """
    lines = LineIndex(text)
    return [Sentence((start, end), lines.of(start), text[start:end]) for start, end in sentence_spans(text, title)]


def sentence_spans(text: str, title: str | None = None) -> list[Span]:
    """Return where the sentences of a text stand, in order: `sentences` without their words and lines."""
    found: list[Span] = []
    head = _headline(text, title)
    spans = [(0, head), *_split(text, head)] if head else list(_split(text, 0))
    for first, last in spans:
        words = text[first:last].lstrip()
        start = last - len(words)
        end = start + len(words.rstrip())
        if words[:1].isalnum() or any(map(str.isalnum, words)):
            found.append((start, end))
    return found


def overlapping(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Return those of some sorted spans apart from one another that share a character with a span."""
    first, last = bisect_left(spans, span), bisect_left(spans, (span[1], 0))
    if first and spans[first - 1][1] > span[0]:
        first -= 1
    return spans[first:last]


class LineIndex:
    """Knows on which line a place of a text is."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", text))]

    def of(self, offset: int) -> int:
        """Return the line of a place, counted from 1."""
        return bisect_right(self._starts, offset)


def _headline(text: str, title: str | None) -> int:
    """Return where the headline ends; 0 where the text does not begin with its title."""
    words = r"\s+".join(re.escape(word) for word in (title or "").split())
    found = re.match(rf"\s*{words}[^\S\r\n]*(?=[\r\n]|$)", text) if words else None
    return found.end() if found else 0


def _split(text: str, start: int) -> Iterator[Span]:
    for first, last in paragraphs(text, start):
        for begin, end in _lines_that_end(text, first, last):
            yield from _within(text, begin, end)


def paragraphs(text: str, start: int = 0) -> Iterator[Span]:
    """Cut a text at its blank lines, from a place on."""
    for found in _BLANK_LINES.finditer(text, start):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _lines_that_end(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a paragraph where a line ends a sentence: without punctuation, and a capital or a bullet follows."""
    for found in _LINE_END.finditer(text, start, end):
        after = found.end()
        before = text[max(start, found.start() - _LOOK_BACK) : found.start()].rstrip()[-1:]
        bare = before.isalnum() or category(before or ".")[0] in "SM"
        if (bare and _first(text, after).isupper()) or _BULLET.match(text, after):
            yield start, found.start()
            start = after
    yield start, end


def _first(text: str, at: int) -> str:
    """Return the first character from there on that opens nothing; empty at the end."""
    while at < len(text) and text[at] in _OPENERS:
        at += 1
    return text[at : at + 1]


def _within(text: str, start: int, end: int) -> Iterator[Span]:
    enclosed = [match.span() for match in _ENCLOSED.finditer(text, start, end)][::-1]
    bullet = _BULLET.match(text, start)
    for found in _END.finditer(text, bullet.end() if bullet else start, end):
        while enclosed and enclosed[-1][1] <= found.start():
            enclosed.pop()
        if enclosed and enclosed[-1][0] < found.start():
            continue
        last = found.end()
        if last < end and (_ends_plainly(text, start, found.start(), last) or _ends(text, found, start, end)):
            yield start, last
            start = last
    yield start, end


def _ends_plainly(text: str, start: int, at: int, last: int) -> bool:
    """Tell whether marks are a full stop between a word and a blank with a capital behind it: most ends are.

    `_ends` says the same of these, and needs several times as long.
    """
    if last - at != 1 or text[at] != "." or text[last] != " " or not "A" <= text[last + 1 : last + 2] <= "Z":
        return False
    token = text[max(text.rfind(" ", start, at) + 1, start) : at]
    return len(token) > 1 and token.isalpha() and token.lower() not in _OFTEN_NO_END


def _ends(text: str, found: re.Match[str], start: int, end: int) -> bool:
    """Tell whether the marks that were found end a sentence."""
    marks, closers = found["marks"], found["closers"]
    full = marks[-1] in _FULL
    rest = text[found.end() : min(end, found.end() + _LOOK_BACK)]
    following = rest.lstrip()
    if not full and (not rest[0].isspace() or following.startswith(".")):
        return False
    if closers and not closers.startswith(")") and marks != "." and _SPEAKER.match(following):
        return False
    found_word = _WORD.search(following)
    word = found_word[0] if found_word else ""
    if following[:1].islower():
        return not word.islower()  # A name such as iPhone.
    if marks != "." or closers:
        return True
    before = _BEFORE.search(text[max(start, found.start() - _LOOK_BACK) : found.start()])
    return before is None or not _goes_on(before[1] or "", before[2], following, word.lower())


def _goes_on(previous: str, token: str, following: str, word: str) -> bool:
    """Tell whether a full stop behind a token belongs to it: an abbreviation, an initial, an ordinal."""
    name = token.lower()
    if name in _TITLES:
        return True
    number = following[:1].isdigit()
    if name in _COUNTED and number:
        return True
    starts = word in _STARTERS and not number
    if len(token) == 1 and token.isalpha():
        # `J. Smith` is an initial; `you and I.`, `vitamin C.` end before a word that begins a sentence.
        return not (starts and previous.islower())
    if token.isdigit():
        return len(token) < len("100") and word in _GERMAN_MONTHS
    return (name in _ABBREVIATIONS or _is_dotted(token)) and not starts


def _is_dotted(token: str) -> bool:
    """Tell whether it is letters with full stops between them: `U.S`, `Ph.D`."""
    parts = token.split(".")
    return len(parts) > 1 and all(part.isalpha() and len(part) < len("abc") for part in parts)
