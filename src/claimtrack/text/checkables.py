"""What in an article somebody can check: its figures, dates, quotations and names.

Found by their form alone and without any library: words for numbers in English, Indonesian,
Spanish and French, digits in every script, names where a script has capitals.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from claimtrack.text import hints
from claimtrack.text.patterns import by_initial, later
from claimtrack.text.relative_dates import relative_dates
from claimtrack.text.sentences import paragraphs
from claimtrack.text.wording import brief

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Span = tuple[int, int]
Kind = Literal["quotation", "date", "figure", "name"]

_SMALL = rf"{hints.SMALL}|(?:{hints.TENS})(?:-\w+)?"
_PARTS, _SCALES = hints.PARTS, hints.SCALES
_WORDS = rf"""
    (?:one|an?|{_SMALL}|several|many)[ -](?:{_SCALES})(?:(?:[ -]|\ and\ )(?:one|{_SMALL}|{_SCALES}))*
    | (?:one|{_SMALL})[ -](?:{_PARTS}) | (?:half|an?\ (?:third|quarter|fifth|tenth))(?=\ (?:of|an?|the)\b)
    | one\ (?:in|of\ every)\ (?:{_SMALL}|\d+) | (?:{_SMALL})(?![ -]?(?:{_SCALES}))
    | dozens|hundreds|thousands|millions|billions
"""
_INDONESIAN = rf"(?:{hints.INDONESIAN})(?:\ (?:belas|puluh|ratus|ribu|juta|miliar|triliun))*"
_FIRST_WORDS = by_initial(("one", "an?", "several", "many", *hints.NUMBERS["en"].split("|")))
_DIGITS = r"""
    (?=[£$€¥₹+−\d-])(?<![^\W\u3040-\u9fff])(?<![.,/])(?<![^\W\d_]-)(?<![^\W\d_]\.)
    [£$€¥₹+−-]?\d+(?:[.,'’\u00a0\u202f]\d+)*(?:[/:–-]\d+(?:[.,]\d+)*)*(?:[^\W\u3040-\u9fff]|[%‰°])*
    (?:[ \u00a0-](?:hundred|thousand|(?:m|b|tr)illion|dozen|juta|miliar|triliun|mil|millones|millions|milliards))?
    (?:\ ?(?:per\ cent|percent)\b|\ %)?
"""
_HAN = rf"[{hints.HAN_NUMERALS}]+(?=[个個名条條位次家人年月日岁歲天周场場项項万亿%％])"
_NO_FIGURE = later(r"\d[Gg]")
"""`5G` is the name of a thing."""
_ADDRESS = later(
    rf"(?:https?://|www\.)\S+|\b[\w.+-]{{1,64}}@\w\S*|[@#]\w+|\b(?:[\w-]{{1,63}}\.){{1,9}}(?:{hints.TOP_LEVELS})\b\S*"
)

_OTHER_MONTHS = (
    "januari|februari|maret|mei|juni|juli|agustus|oktober|desember"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
)
_MONTH = rf"(?:{hints.MONTHS}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|(?i:{_OTHER_MONTHS}))"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º)?"
_YEAR = r"(?:1\d|20)\d\d"
_WEEKDAY = f"(?:{hints.WEEKDAYS})"
_DATE = later(
    rf"""(?<![^\W\u3040-\u9fff])(?=[\dA-Z]|the\s|(?i:{by_initial(_OTHER_MONTHS.split("|"))}))(?<![.,/])(?<!\d-)(?:
      \d{{4}}-\d\d(?:-\d\d)? | \d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d\d) | \d{{4}}年(?:\d+月(?:\d+日)?)?|\d+月\d+日
    | (?:{_WEEKDAY},?\ )?(?:{_DAY}\ (?:of\ |de\ )?)?{_MONTH}\ (?:de\ )?(?:{_DAY},?\ )?{_YEAR}
    | (?:{_WEEKDAY},?\ )?(?:{_DAY}\ (?:of\ |de\ )?{_MONTH}|{_MONTH}\ {_DAY})
    | (?:{hints.MONTHS}) | {_WEEKDAY}s? | (?:the\ )?{_YEAR}s | {_YEAR}(?:[–/-]\d\d(?:\d\d)?)?
    )(?![^\W\u3040-\u9fff]|%|[.,]\d)""".replace("\\ ", r"\s"),
    re.VERBOSE,
)
_NAME_MONTH = later(r"March|April|May|June|August")
"""A month on its own only behind a word that dates have before them: `in May`, not `May I` nor `Theresa May`."""
_BEFORE_MONTH = later(
    r"\b(?:in|since|by|until|till|of|from|to|last|this|next|early|late|mid|and|through|during|before|after|between)[\s-]$",
    re.IGNORECASE,
)

_CLOSING = {
    "“": "”", "”": "”", '"': '"', "‘": "’", "'": "'", "«": "»", "»": "«", "„": "“”", "「": "」", "『": "』", "‹": "›",
}  # fmt: skip
_MARK = later(f"[{''.join({*_CLOSING, *''.join(_CLOSING.values())})}]")
_BOUND = frozenset("\"”»'‘")
"""Marks that open only in front of a word; several of them close elsewhere or are apostrophes."""
_CAPITALISED = later(r"[^\W\d_][\w’'&.-]*[^\W_]|[^\W\d_]")
_BETWEEN = later(r"\.?\s(?:(?:of|de|van|von|bin|al|da|del|la|the|der|den)\s){0,2}")
_POSSESSIVE = later(r"[’']s?$")
_NO_MARKS = str.maketrans(dict.fromkeys('“”„«»‘’"', " "))
_LONGEST = 5_000
"""No sentence is longer: what is, is no prose, and relative dates are not looked for in it."""
_GOES_ON = later(r"\S+\s+[^\W\d_A-Z]")
"""A sentence behind a colon, and not a credit such as `Photo: Pixabay`."""
_QUOTING = tuple("\"'“‘«„¿¡")
_OPENERS = " \n\t([—–-"
_LIST_NUMBER = later(r"^\s*\d{1,2}[.)](?=\s)")
_NO_NAME = frozenset({"I", "I’m", "I'm", "I’ve", "I've", "I’d", "I'd", "I’ll", "I'll", "OK"})


@dataclass(frozen=True, slots=True)
class Checkable:
    """Something in a text that can be checked."""

    kind: Kind
    span: Span
    words: str

    def __str__(self) -> str:
        return f"{self.kind} “{brief(self.words.strip(_MARKS))}”"


_MARKS = "".join({*_CLOSING, *"”’»›」』 \n"})


def checkables(
    sentence: str, language: str | None = None, *, hinted: bool = True, named: bool = True
) -> list[Checkable]:
    """Return the dates, figures and names of a sentence, in its order; what is in a date is no figure.

    In: the sentence; its language; whether there are `hints` of figures and dates in it, for
    without them there are none; whether names are asked for.
    """
    if not hinted:
        return [Checkable("name", span, sentence[slice(*span)]) for span in _names(sentence)] if named else []
    masked = _LIST_NUMBER.sub(_blanked, _ADDRESS.sub(_blanked, sentence), count=1) if sentence else sentence
    dates = _dates(masked)
    figures = _apart(_figures(masked, hints.known_language(language)), dates)
    names = _apart(_names(masked), dates) if named else []
    kinds: list[tuple[Kind, list[Span]]] = [("date", dates), ("figure", figures), ("name", names)]
    found = [Checkable(kind, span, sentence[slice(*span)]) for kind, spans in kinds for span in spans]
    return sorted(found, key=lambda item: item.span)


def may_name(sentence: str) -> bool:
    """Tell whether a sentence may hold a name: not where nothing but its first letter is a capital."""
    return not sentence[1:].islower()


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found[0])


def quotations(text: str) -> list[Span]:
    """Return what stands in quotation marks, the marks included, in order.

    A quotation that its paragraph leaves open ends with it: the next paragraph opens it again,
    or goes on with it and closes it. Marks inside a quotation belong to it.
    """
    found: list[Span] = []
    if not _MARK.search(text):
        return found
    left_open = False
    for first, last in paragraphs(text):
        spans, closed = _quoted(text, first, last, again=left_open)
        found += [span for span in spans if any(character.isalnum() for character in text[slice(*span)])]
        left_open = not closed
    return found


def _quoted(text: str, first: int, last: int, *, again: bool) -> tuple[list[Span], bool]:
    """Return the quotations of one paragraph, and whether the last one is closed."""
    spans: list[Span] = []
    start, closing = -1, ""
    for at in [mark.start() for mark in _MARK.finditer(text, first, last)]:
        mark = text[at]
        if start < 0 and mark in "”»" and again and not spans and not _opens(text, at):
            spans.append((first, at + 1))
        elif start < 0 and mark in _CLOSING and (mark not in _BOUND or _opens(text, at)):
            start, closing = at, _CLOSING[mark]
            if mark == "“" and text.find("”", at, last) < 0:
                closing = '"'
        elif start >= 0 and mark in closing and _closes(text, at):
            spans.append((start, at + 1))
            start = -1
    single = start >= 0 and text[start] in "'‘"
    if start >= 0 and not single:
        spans.append((start, last))
    return spans, start < 0 or single


def _opens(text: str, at: int) -> bool:
    """Tell whether a mark stands in front of a word and not behind one."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    elided = text[at] in "'‘" and not after.isalpha()
    behind = before.isalnum() or (before != "" and before in ".,;:!?%")
    return not behind and not after.isspace() and not elided


def _closes(text: str, at: int) -> bool:
    """Tell whether a mark is no apostrophe, nor one that opens."""
    return not text[at + 1 : at + 2].isalnum() or text[at] in "”»«“」』›"


def _dates(text: str) -> list[Span]:
    spans = [found.span() for found in _DATE.finditer(text) if _is_date(text, found)]
    return sorted([*spans, *_apart(_relative(text), spans)])


def _relative(text: str) -> list[Span]:
    """Return the dates that count from the day of publication, in quotation marks or not."""
    spans: list[Span] = []
    bare = text.translate(_NO_MARKS)
    for item in relative_dates(bare) if len(text) <= _LONGEST else ():
        words = re.compile(r"\s+".join(map(re.escape, item.words.split())))
        found = words.search(bare, spans[-1][1] if spans else 0)
        if found and item.parts:
            spans.append(found.span())
    return spans


def _is_date(text: str, found: re.Match[str]) -> bool:
    return not _NAME_MONTH.fullmatch(found[0]) or bool(
        _BEFORE_MONTH.search(text[max(0, found.start() - 12) : found.start()])
    )


def _figures(text: str, language: str) -> list[Span]:
    return [found.span() for found in _figure(language).finditer(text) if not _NO_FIGURE.fullmatch(found[0])]


@cache
def _figure(language: str) -> re.Pattern[str]:
    words = hints.NUMBERS[language].replace(hints.INDONESIAN, _INDONESIAN)
    if language == "en":
        words = rf"(?={_FIRST_WORDS})(?:{_WORDS})"
    return re.compile(rf"{_DIGITS}|\b(?i:{words})\b|{_HAN}", re.VERBOSE)


def _names(text: str) -> list[Span]:
    """Return runs of capitalised words; one whose only capital begins a sentence is no name."""
    if not any(character.islower() for character in text):
        return []
    runs: list[list[Span]] = []
    for found in _CAPITALISED.finditer(text):
        if not found[0][0].isupper() or found[0] in _NO_NAME:
            continue
        word = _POSSESSIVE.sub("", found[0])
        capitals = sum(map(str.isupper, word))
        if capitals == 1 and _begins(text, found.start()):
            continue
        span = (found.start(), found.start() + len(word))
        if runs and _BETWEEN.fullmatch(text, runs[-1][-1][1], span[0]):
            runs[-1].append(span)
        else:
            runs.append([span])
    return [(run[0][0], run[-1][1]) for run in runs]


def _begins(text: str, at: int) -> bool:
    """Tell whether a word begins a sentence: this one, one in quotation marks, one behind a colon or a dash."""
    if text[at - 1 : at] in ('"', "'", "“", "‘", "«", "„", "¿", "¡"):
        return True
    start = at
    while start and text[start - 1] in _OPENERS:
        start -= 1
    dashed = any(dash in text[start:at] for dash in ("—", "– ", "- "))
    told = text[start - 1 : start] == ":" and _GOES_ON.match(text, at) is not None
    return start == 0 or text[start - 1] in ";•*“«„" or told or dashed


def _apart(spans: Iterable[Span], taken: Sequence[Span]) -> list[Span]:
    """Leave out the spans that share a character with some sorted ones."""
    starts = [start for start, _ in taken]
    return [span for span in spans if (at := bisect_left(starts, span[1])) == 0 or taken[at - 1][1] <= span[0]]
