"""Dates that depend on when they are read: yesterday, last year, that same month.

English only. Words that count from the day of publication are resolved against it; words that
count from another date in the text ("the following week") cannot be and only need a date.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from claimtrack.model.edtf import Edtf
from claimtrack.model.numbers import parse_number
from claimtrack.text.patterns import by_initial, caseless, later

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = "day|week|month|year"
_NAMES = "|".join(name.capitalize() for name in (*_MONTHS, *_WEEKDAYS))
_SEASONS = "spring|summer|autumn|fall|winter|weekend|quarter"
_AMOUNT = (
    r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
)
_FROM_TODAY = later(
    rf"""\b(?:
      (?P<day>yesterday|today|tomorrow|last\ night|this\ (?:morning|afternoon|evening)|tonight)
    | (?P<which>last|this|next|earlier\ this|later\ this)\ (?P<unit>week|month|year|(?-i:{_NAMES}))
    | (?P<amount>(?<![\d.,]){_AMOUNT})\ (?P<units>{_UNITS})s?\ ago
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_FROM_TEXT = later(
    rf"""\b(?:
      (?:that|the)\ same\ (?:{_UNITS}|(?-i:{_NAMES}))
    | that\ (?:{_UNITS})
    | (?:last|this|next|that)\ (?:{_SEASONS})
    | the\ (?:following|next|previous|preceding)\ (?:{_UNITS})
    | the\ (?:{_UNITS})\ (?:before|after)(?=[.,;:!?]|$)
    | (?:later|earlier)\ that\ (?:same\ )?(?:{_UNITS})
    | (?:{_AMOUNT})\ (?:(?:{_UNITS})s?\ (?:later|earlier)(?!\ than)|decades?\ (?:ago|later|earlier))
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_TIME = later(
    by_initial(
        (
            *("day", "week", "month", "year", "decade", "tomorrow", "night", "morning", "afternoon", "evening"),
            *_MONTHS,
            *_SEASONS.split("|"),
        )
    )
)
"""In small letters; `day` stands for Sunday and yesterday, `week` for the weekend."""
_WHICH = later(
    by_initial(
        (
            *("yesterday", "today", "tomorrow", "tonight", "last", "this", "next", "ago", "same", "that", "following"),
            *("previous", "preceding", "before", "after", "later", "earlier"),
        )
    )
)
_SPACES = later(r"\s+")
_QUOTED = later(r'“[^”]*”?|"[^"]*"?|‘[^‘’]*’|„[^“”]*[“”]?|«[^»]*»?|(?<![^“”])[^“”]*”')
_NOT_RELATIVE = later(r"(?:\b(?:the|his|her|its|their|my|our|your|half)|[’\']s)\ $", re.IGNORECASE)
"""What makes `last year` a part of something else: `the last year of his life`, `its last year`."""
_REACH = 20
"""How many characters before a word are looked at for a sentence's end."""
_SENTENCE_START = later(r"(?:^|[.!?:“‘\"\'])\s*$")
_OFFSETS = {"last": -1, "this": 0, "next": 1}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """A date in a text that means nothing without another date."""

    words: str
    parts: tuple[str, str] | None
    """What to count (a number or which) and the unit; None where it cannot be counted from publication."""

    def counted_from(self, published: Edtf) -> list[Edtf]:
        """Return the spans that the words can mean in a text of that date; empty where nobody can tell."""
        if self.parts is None or published.qualified or not published.earliest or not published.latest:
            return []
        which, unit = self.parts
        try:
            return _spans(published.earliest, published.latest, which, unit)
        except (OverflowError, ValueError):
            return []  # Before the year 1, or after 9999.


def _spans(first: date, last: date, which: str, unit: str) -> list[Edtf]:
    if which in _OFFSETS and unit in _WEEKDAYS:
        return [_week_around(first, last, _OFFSETS[which])]
    if which in _OFFSETS and unit in _MONTHS:
        return _named_month(first, last, _MONTHS.index(unit) + 1, _OFFSETS[which])
    if which in _OFFSETS:
        return [_shifted(first, last, unit, _OFFSETS[which])]
    return _ago(first, last, unit, int(which))


def relative_dates(text: str, *, speech: bool = False) -> list[RelativeDate]:
    """Find the relative dates of a text, in its order.

    In: the text, and whether it is somebody's speech where it has no quotation marks. Words
    inside a quotation count from the day on which they were spoken, which is not known here.
    """
    if not _may_count(text):
        return []
    line = _SPACES.sub(" ", text)
    quoted = [match.span() for match in _QUOTED.finditer(line)] or ([(0, len(line))] if speech else [])
    found = [(match.span(), RelativeDate(match[0], None)) for match in _FROM_TEXT.finditer(line)]
    taken = [span for span, _ in found]
    for match in _FROM_TODAY.finditer(line):
        start, end = match.span()
        overlaps = _last_before(taken, end) > start
        if overlaps or _NOT_RELATIVE.search(line, max(0, start - 8), start) or _is_name(line, match):
            continue
        spoken = _last_before(quoted, start + 1) > start
        found.append(((start, end), RelativeDate(match[0], None if spoken else _parts(match))))
    return [date for _, date in sorted(found, key=lambda pair: pair[0])]


def _last_before(spans: list[tuple[int, int]], at: int) -> int:
    """Return where the last of some sorted spans ends that begins before an offset; -1 where none does."""
    place = bisect_left(spans, (at, 0)) - 1
    return spans[place][1] if place >= 0 else -1


def _may_count(text: str) -> bool:
    """Tell whether a text names a stretch of time and may say which: no relative date does without."""
    line = caseless(text)
    return _TIME.search(line) is not None and _WHICH.search(line) is not None


def _is_name(line: str, match: re.Match[str]) -> bool:
    """Tell whether a capital in the midst of a sentence makes it a name: `USA Today`."""
    return match[0][0].isupper() and not _SENTENCE_START.search(line, max(0, match.start() - _REACH), match.start())


def _parts(match: re.Match[str]) -> tuple[str, str]:
    if match["day"]:
        words = caseless(match["day"])
        return {"yesterday": "last", "last night": "last", "tomorrow": "next"}.get(words, "this"), "day"
    if match["which"]:
        return caseless(match["which"]).split()[-1], caseless(match["unit"])
    amount = caseless(match["amount"])
    # Digits may be of any script, which records may not have.
    return str(int(amount if amount.isdecimal() else parse_number(amount))), caseless(match["units"])


def _shifted(first: date, last: date, unit: str, by: int) -> Edtf:
    """Return the calendar units that lie `by` units from those of the first and the last day."""
    begin, _ = _unit_around(first, unit, by)
    _, end = _unit_around(last, unit, by)
    return _span(begin, end)


def _unit_around(day: date, unit: str, by: int) -> tuple[date, date]:
    if unit == "day":
        return day + by * _DAY, day + by * _DAY
    if unit == "week":
        monday = day - day.weekday() * _DAY + 7 * by * _DAY
        # A week begins on Sunday here and on Monday there.
        return monday - _DAY, monday + 6 * _DAY
    months = day.year * 12 + day.month - 1 + by * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    if unit == "year":
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])


def _ago(first: date, last: date, unit: str, amount: int) -> list[Edtf]:
    """Return what `three months ago` can mean: that calendar unit, or half a unit around the day."""
    calendar = _shifted(first, last, unit, -amount)
    half = {"day": 0, "week": 4, "month": 16, "year": 183}[unit] * _DAY
    days = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}[unit] * amount
    around = timedelta(days=round(days))
    return [calendar, _span(first - around - half, last - around + half)]


def _named_month(first: date, last: date, month: int, which: int) -> list[Edtf]:
    """Return the months of that name around publication that the words can mean."""
    months = [_unit_around(date(year, month, 1), "month", 0) for year in range(first.year - 1, last.year + 2)]
    if which < 0:
        fitting = [(start, end) for start, end in months if start <= last]
    elif which > 0:
        fitting = [(start, end) for start, end in months if end >= first]
    else:
        fitting = [(start, end) for start, end in months if first.year <= start.year <= last.year]
    return [_span(start, end) for start, end in fitting]


def _week_around(first: date, last: date, which: int) -> Edtf:
    return _span(
        first + (min(which, 0) * 14 - (which == 0) * 7) * _DAY, last + (max(which, 0) * 14 + (which == 0) * 7) * _DAY
    )


def _span(first: date, last: date) -> Edtf:
    if first == last:
        return Edtf(first.isoformat(), first, last)
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole_years and first.year == last.year:
        return Edtf(str(first.year), first, last)
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and (last + _DAY).day == 1:
        return Edtf(f"{first:%Y-%m}", first, last)
    return Edtf(f"{first.isoformat()}/{last.isoformat()}", first, last)
