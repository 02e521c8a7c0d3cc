"""Figures in a text: numbers that count something, with what limits them and what they count.

English words; digits in any script. A number that is a date, an ordinal or part of a name is
found too and says so, for callers to leave out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimtrack.text.limits import limits, reach_before
from claimtrack.text.numeral_forms import WORDS
from claimtrack.text.numerals import Numeral, numerals_in, plain
from claimtrack.text.patterns import later
from claimtrack.text.uncounted import kind_of, not_figures
from claimtrack.text.units import folded_unit

if TYPE_CHECKING:
    from claimtrack.model.vocabulary import Comparator
    from claimtrack.text.uncounted import Kind

_SPAN_UNITS = frozenset({"second", "minute", "hour", "day", "week", "weekend", "month", "year", "decade", "century"})
_UNIT = later(
    r"[ -]?(?P<sign>%)|(?:[ -]?(?P<words>percentage points?|per ?cent|percent|pct)\b)"
    r"|(?P<glued>(?:km|kg|mph|kph|cm|mm|ft|lb|lbs|mg|mi|hrs?|mins?|secs?|gb|mb|tb|mw|gw|kw|kwh|[mgcfx°])\b)"
    r"|(?:[ -](?:of the |of its |of their |of )?(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?))",
    re.IGNORECASE,
)
_NO_UNIT = frozenset(
    """
    a an and are as at be been but by can could did do does for from had has have he her him his i if in into
    is it its me my no not of off on or our out said say says she so than that the their them then there these
    they this those to until up was we were when where which while who will with would you
    """.split()  # noqa: SIM905  (a list of words is read as words)
)
_ONES = later(r"\b(?:an?|single|sole|lone|only|another)\b(?! (?:few|lot|number)\b)", re.IGNORECASE)
_RANGE = later(r" ?[-–—] ?| (?:up )?to | and ")
_BETWEEN = later(r"\b(?:between|from) $", re.IGNORECASE)
_FROM_BETWEEN = later(r"\bbetween (?:about |roughly )?$", re.IGNORECASE)
_SHARE = later(r"^(?: ?%| ?per ?cent)")
_COUNTRY = later(r"^[a-z]+(?=[^\w.])")


class Mention(NamedTuple):
    """A number in a text, as the text has it."""

    start: int
    end: int
    """The number with its currency, scale and per cent sign; a range as a whole."""
    words: str
    """The words of the text, from the comparator to the number's end."""
    value: Decimal
    to: Decimal | None = None
    """The upper end, where it is a range."""
    comparator: Comparator | None = None
    unit: str | None = None
    """The word that follows, in lower case and in the singular; `percent`; or the currency's sign."""
    kind: Kind = "figure"
    also: tuple[Decimal, ...] = ()
    """Other values that the same signs can mean: `1.200`, `5m`."""
    maybe: tuple[Comparator | None, ...] = ()
    """Other limits that the same words can mean: `nearly 80` is less, `over two years` is two years."""
    fraction: bool = False
    """Whether it is a part of one, as `two thirds` is: the same as so many per cent."""
    two: bool = False
    """Whether its two ends may be two figures of their own: `rose from 3 to 5`, `won 2-3`."""

    @property
    def ordinal(self) -> bool:
        """Whether it says which one and not how many."""
        return self.kind == "ordinal"

    @property
    def date(self) -> bool:
        """Whether it is a date, a year or a time of day."""
        return self.kind == "date"


def figures_in(text: str, *, ones: bool = False) -> list[Mention]:
    """Find the numbers of a text, in its order.

    In: the text, and whether `a`, `an`, `one`, `single` and their like are each a 1 wherever they
    stand. Out: the numbers; of kind `figure` are those that count something.
    """
    found = Numbers(text).mentions()
    return _with_ones(text, plain(text), found) if ones else found


def with_ones(text: str, numbers: list[Mention]) -> list[Mention]:
    """Return what `figures_in` finds with `ones`. In: the text, and what it finds without."""
    return _with_ones(text, plain(text), numbers)


class Numbers:
    """The numbers of a text, read only as far as somebody asks."""

    __slots__ = ("_found", "_line", "_numerals", "text")

    def __init__(self, text: str) -> None:
        """In: the text."""
        self.text = text
        self._line = plain(text)
        self._numerals = numerals_in(self._line)
        self._found: list[Mention] | None = None

    def mentions(self) -> list[Mention]:
        """Return the numbers in the order of the text; of kind `figure` are those that count something."""
        if self._found is None:
            self._found = _read(self.text, self._line, self._numerals) if self._numerals else []
        return self._found

    def bare_values(self) -> set[Decimal] | None:
        """Return the values of all numbers, dates among them, where that is all there is to tell of them.

        None where one of them has a limit, may be an end of a range, is a fraction or an ordinal, or can mean
        several values. Most texts have only bare numbers, and to find that out costs half of reading them.
        """
        values: set[Decimal] = set()
        for numeral in self._numerals:
            if numeral.fraction or numeral.ordinal or numeral.also or self._is_limited(numeral):
                return None
            values.add(numeral.value)
        for lower, upper in pairwise(self._numerals):
            if _RANGE.fullmatch(_SHARE.sub("", self._line[lower.end : upper.start])):
                return None
        return values

    def _is_limited(self, numeral: Numeral) -> bool:
        reach = reach_before(self._line, numeral.start)
        _, _, names = limits(self._line, numeral, reach, _unit(self._line, numeral)[1])
        return bool(names)


def _read(text: str, line: str, numerals: list[Numeral]) -> list[Mention]:
    apart = sorted(not_figures(line))
    kinds = _kinds(line, numerals, apart) if apart else [kind_of(line, numeral) for numeral in numerals]
    if len(numerals) == 1:
        return [_mention((text, line), numerals[0], kinds[0])]
    return _joined(text, line, list(zip(numerals, kinds, strict=True)))


def _kinds(line: str, numerals: list[Numeral], apart: list[tuple[int, int, Literal["date", "label"]]]) -> list[Kind]:
    """Return what each numeral is, where some of them may lie in longer dates and names."""
    starts = [start for start, _, _ in apart]
    kinds: list[Kind] = []
    for numeral in numerals:
        place = bisect_right(starts, numeral.end - 1) - 1
        around = next((span for span in apart[max(0, place - 1) : place + 1] if numeral.start < span[1]), None)
        kinds.append(around[2] if around else kind_of(line, numeral))
    return kinds


def _with_ones(text: str, line: str, numbers: list[Mention]) -> list[Mention]:
    starts = [mention.start for mention in numbers]
    ones = [
        Mention(start=match.start(), end=match.end(), words=text[match.start() : match.end()], value=Decimal(1))
        for match in _ONES.finditer(line)
        if not (before := bisect_left(starts, match.end())) or numbers[before - 1].end <= match.start()
    ]
    mentions = [item._replace(kind="figure") if _is_one(line, item) else item for item in [*numbers, *ones]]
    return sorted(mentions, key=lambda mention: mention.start)


def _is_one(line: str, mention: Mention) -> bool:
    return mention.kind == "label" and line[mention.start : mention.end].lower() == "one"


def _joined(text: str, line: str, found: list[tuple[Numeral, Kind]]) -> list[Mention]:
    """Make mentions of numerals, two of them one where they are a range."""
    mentions, skip = [], False
    for (numeral, kind), following in zip(found, [*found[1:], None], strict=False):
        if skip:
            skip = False
            continue
        upper = following[0] if following and following[1] == kind == "figure" else None
        joint = line[numeral.end : upper.start] if upper else ""
        if upper and not upper.currency:
            joint = _SHARE.sub("", joint)
        if upper and _RANGE.fullmatch(joint) and (lower := _lower_end(line, numeral, upper, joint)) is not None:
            joined = numeral._replace(value=lower, end=upper.end, also=())
            mentions.append(_mention((text, line), joined, kind, upper.value, two=joint != " and "))
            skip = True
        else:
            mentions.append(_mention((text, line), numeral, kind))
    return mentions


def _lower_end(line: str, lower: Numeral, upper: Numeral, joint: str) -> Decimal | None:
    """Return the lower end of a range: `3` of `3 to 5 million` is 3 million. None where it is no range."""
    if joint == " and " and not _FROM_BETWEEN.search(line[: lower.start]):
        return None
    mixed = bool(upper.currency) and upper.currency != lower.currency
    if lower.fraction or upper.fraction or lower.value < 0 or mixed:
        return None
    shared = lower.scale == 1 and upper.scale > 1 and lower.value < upper.value / upper.scale
    value = lower.value * upper.scale if shared else lower.value
    return value if value < upper.value else None


def _mention(
    texts: tuple[str, str], numeral: Numeral, kind: Kind, to: Decimal | None = None, *, two: bool = False
) -> Mention:
    """Look around a numeral for its comparator and its unit; neither lies beyond a gap."""
    text, line = texts
    reach = reach_before(line, numeral.start)
    unit, end = _unit(line, numeral)
    start = numeral.start
    names: tuple[Comparator, ...] = ()
    if kind == "figure":
        start, end, names = limits(line, numeral, reach, end)
        if to is not None and (between := _BETWEEN.search(reach)):
            start = numeral.start - len(reach) + between.start()
    comparator = names[0] if names else None
    maybe: tuple[Comparator | None, ...] = names[1:]
    # "Over two years" may say how long something took.
    if comparator == "more-than" and unit in _SPAN_UNITS:
        maybe = (None,)
    return Mention(
        numeral.start,
        end if line[numeral.end : end].strip() == "%" else numeral.end,
        text[start:end],
        numeral.value,
        to,
        comparator,
        unit,
        kind,
        numeral.also,
        maybe,
        numeral.fraction,
        two,
    )


def _unit(line: str, numeral: Numeral) -> tuple[str | None, int]:
    """Return the unit of a numeral and where it ends: per cent, the currency, or the word that follows."""
    if numeral.currency:
        return folded_unit(_COUNTRY.sub("", numeral.currency)), numeral.end
    match = _UNIT.match(line, numeral.end)
    if match is None:
        return None, numeral.end
    word: str = match[match.lastindex or 0]
    if match.lastgroup == "word" and (word.lower() in _NO_UNIT or word.lower() in WORDS):
        return None, numeral.end
    return folded_unit(word.removesuffix("'s")), match.end()
