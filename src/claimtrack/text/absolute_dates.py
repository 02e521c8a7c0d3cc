"""Dates that a text says in full: 11 February 2026, February 2026, in 2026. English only."""

from __future__ import annotations

import re

from claimtrack.model.edtf import Edtf, parse_edtf
from claimtrack.text.patterns import later

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_DATE = later(
    rf"""(?<![\w.,-])(?:
      {_DAY.format("day")}\s+(?:of\s+)?{_MONTH.format("month")},?\s+{_YEAR.format("year")}
    | {_MONTH.format("month2")}\s+{_DAY.format("day2")},?\s+{_YEAR.format("year2")}
    | {_MONTH.format("month3")},?\s+{_YEAR.format("year3")}
    | (?P<iso>(?:19|20)\d\d-\d\d-\d\d)
    | (?:in|during|since|by|until|of)\s+{_YEAR.format("year4")}
    )(?![\w-]|[.,]\d)""",
    re.VERBOSE,
)


_A_YEAR = later(r"(?:19|20)\d\d")


def absolute_dates(text: str) -> list[tuple[str, Edtf]]:
    """Return the dates of a text with the words that say them, in its order; no such day, no date."""
    found: list[tuple[str, Edtf]] = []
    # No date is without a year, and most texts are.
    if not _A_YEAR.search(text):
        return found
    for match in _DATE.finditer(" ".join(text.split())):
        try:
            found.append((match[0], parse_edtf(_written(match))))
        except ValueError:
            continue
    return found


def _written(match: re.Match[str]) -> str:
    if match["iso"]:
        return match["iso"]
    year = match["year"] or match["year2"] or match["year3"] or match["year4"]
    month = match["month"] or match["month2"] or match["month3"]
    day = match["day"] or match["day2"]
    parts = [year]
    if month:
        parts.append(f"{_MONTHS.index(month[:3].lower()) + 1:02}")
    if day:
        parts.append(f"{int(day):02}")
    return "-".join(parts)
