"""Dates as newsrooms know them: a day, a month, a year, a span, or roughly so.

Method: the Extended Date/Time Format of the Library of Congress (ISO 8601-2:2019), level 0,
with the qualifiers `~` (approximate), `?` (uncertain) and `%` (both) of level 1.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_TIME = r"T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-][01]\d:[0-5]\d)?"
_POINT = re.compile(rf"(\d{{4}})(?:-(\d{{2}})(?:-(\d{{2}})(?:{_TIME})?)?)?([~?%]?)", re.ASCII)
_OPEN = ("", "..")
EXAMPLES = "2026, 2026-03, 2026-03-14, 2026-03/2026-05 or 2026~"


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date that covers every day from `earliest` to `latest`, both included."""

    text: str
    """The date as it was written."""
    earliest: date | None
    """The first day it can be; None where the span has no known start."""
    latest: date | None
    """The last day it can be; None where the span has no known end."""
    qualified: bool = False
    """Whether `~`, `?` or `%` was written: such a date never proves anything."""

    def __str__(self) -> str:
        return self.text

    def after(self, other: Edtf) -> bool:
        """Tell whether this date is certainly later than `other`."""
        if self.qualified or other.qualified or self.earliest is None or other.latest is None:
            return False
        return self.earliest > other.latest

    def excludes(self, other: Edtf) -> bool:
        """Tell whether the two certainly share no day."""
        return self.after(other) or other.after(self)


@lru_cache(maxsize=4096)  # The records of a project share few dates.
def parse_edtf(text: str) -> Edtf:
    """Read a date.

    In: the text of a date or of an interval of two dates with `/` between them; an open end is
    empty or `..`. Out: the span of days that it covers. Raises ValueError, with words fit for
    a user, for anything else.
    """
    written = text.strip()
    start, slash, end = written.partition("/")
    if not slash:
        return _point(start, written)
    if start in _OPEN and end in _OPEN:
        raise ValueError(f"`{text}` is an interval without any date; write one as {EXAMPLES}")
    first = None if start in _OPEN else _point(start, written)
    last = None if end in _OPEN else _point(end, written)
    earliest = first.earliest if first else None
    latest = last.latest if last else None
    if earliest and latest and earliest > latest:
        raise ValueError(f"`{text}` ends before it begins")
    return Edtf(written, earliest, latest, any(side.qualified for side in (first, last) if side))


def of_day(day: date) -> Edtf:
    """Return the date that is just this day."""
    return Edtf(day.isoformat(), day, day)


def _point(text: str, whole: str) -> Edtf:
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError(f"`{whole}` is no date; write one as {EXAMPLES}")
    year, month, day = (int(part) if part else None for part in found.groups()[:3])
    if not year or (month is not None and month not in range(1, 13)):
        raise ValueError(f"`{whole}` is no date: there is no {'month' if year else 'year'} {month if year else year}")
    days = monthrange(year, month or 12)[1]
    if day is not None and not 1 <= day <= days:
        raise ValueError(f"`{whole}` is no date: that month has no day {day}")
    return Edtf(text, date(year, month or 1, day or 1), date(year, month or 12, day or days), bool(found[4]))
