"""Whether figures fit each other, thought of as intervals.

`more than 80` is everything above 80, and of things that are counted the same as `at least 81`;
`about 80` reaches ten per cent to either side.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.records import Figure
from claimtrack.text.units import folded_unit, is_count, split_scale

if TYPE_CHECKING:
    from claimtrack.model.vocabulary import Comparator
    from claimtrack.text.figures import Mention

_WORDED = (("billion", Decimal(10) ** 9), ("million", Decimal(10) ** 6))
TOLERANCE = Decimal("0.1")
"""How far from its value a figure that is `about` may lie, as a part of the value."""
_RANK_WORDS = frozenset({"rank", "place", "position", "ranking", "ordinal", "edition", "anniversary", "century"})


class _Interval(NamedTuple):
    low: Decimal | None
    high: Decimal | None
    open_low: bool = False
    open_high: bool = False

    def misses(self, other: _Interval) -> bool:
        return self._ends_before(other) or other._ends_before(self)

    def _ends_before(self, other: _Interval) -> bool:
        if self.high is None or other.low is None:
            return False
        touching = self.high == other.low and (self.open_high or other.open_low)
        return self.high < other.low or touching


def satisfies(stated: Mention | Figure, recorded: Figure) -> bool:
    """Tell whether what is stated says the same as what is recorded: value and comparator, not the unit.

    80 does not satisfy `more than 80`, nor the other way round; `at least 81` does where things
    are counted. `About 80` satisfies a bare 80, for who writes 80 has left out no limit.
    """
    figure = plain_figure(recorded)
    if isinstance(stated, Figure):
        return _same(plain_figure(stated), figure)
    if stated.ordinal and not _is_rank(figure):
        return False
    if (
        not (stated.fraction or stated.comparator or figure.comparator or stated.maybe)
        and stated.to is None
        and figure.to is None
    ):
        # Most numbers have no limits at all: they are the same where their values are.
        return figure.value == stated.value or figure.value in stated.also
    values = (stated.value, *stated.also)
    if stated.fraction and folded_unit(figure.unit) == "percent":
        values = (stated.value * 100,)
    comparators = (stated.comparator, *stated.maybe)
    readings = [(value, stated.to) for value in values]
    if stated.two and stated.to is not None:
        readings += [(stated.value, None), (stated.to, None)]
    return any(_is_said(value, to, name, stated, figure) for value, to in readings for name in comparators)


def conflicts(one: Figure, other: Figure) -> bool:
    """Tell whether no number is both, each with its comparator; `about` reaches TOLERANCE to either side."""
    return _interval(plain_figure(one)).misses(_interval(plain_figure(other)))


def plain_figure(figure: Figure) -> Figure:
    """Return a figure with the scale in its value, where its unit holds it: 3.2 `million pounds`."""
    scale, unit = split_scale(figure.unit)
    if scale == 1:
        return figure
    to = None if figure.to is None else figure.to * scale
    return replace(figure, value=figure.value * scale, to=to, unit=unit)


def bare_value(figure: Figure) -> Decimal | None:
    """Return the value of a figure, with the scale of its unit; None where it is a range or has a comparator."""
    if figure.comparator is not None or figure.to is not None:
        return None
    return plain_figure(figure).value


def in_words(figure: Figure) -> str:
    """Return a figure as a phrase: `more than 80 meetings`."""
    limit = (figure.comparator or "").replace("-", " ")
    value = _digits(figure.value) + (f" to {_digits(figure.to)}" if figure.to is not None else "")
    return " ".join(part for part in (limit, value, figure.unit or "") if part)


def _digits(value: Decimal) -> str:
    for name, scale in _WORDED:
        if abs(value) >= scale and value * 1000 % scale == 0:
            return f"{(value / scale).normalize():,f} {name}"
    return f"{value.normalize():,f}"


def _is_said(
    value: Decimal, to: Decimal | None, comparator: Comparator | None, stated: Mention, figure: Figure
) -> bool:
    if stated.fraction:
        value = _rounded(value, figure.value)
    if comparator == "about" and figure.comparator is None:
        comparator = None
    if to is None and stated.to is not None and figure.comparator in ("at-least", "at-most"):
        comparator = figure.comparator
    said = Figure(value=value, to=to, comparator=comparator, unit=figure.unit)
    if stated.to is not None and to is not None and figure.to is None:
        # One end of a range is a limit: "between 10 and 15" is at least 10.
        return (figure.comparator, figure.value) in (("at-least", value), ("at-most", to))
    return _same(said, figure)


def _same(one: Figure, other: Figure) -> bool:
    if one.comparator == "about" or other.comparator == "about":
        return (one.comparator, one.value, one.to) == (other.comparator, other.value, other.to)
    return _interval(one) == _interval(other)


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    """Return a value with as many decimals as another one has, where that makes them equal: `two thirds` is 0.67."""
    rounded = (value.quantize(like, ROUND_HALF_UP), value.quantize(like, ROUND_DOWN))
    return like if like in rounded else value


def _is_rank(figure: Figure) -> bool:
    return any(folded_unit(name) in _RANK_WORDS for name in (figure.unit, figure.is_))


def _interval(figure: Figure) -> _Interval:
    low, high = figure.value, figure.value if figure.to is None else figure.to
    low, high = min(low, high), max(low, high)
    whole = is_count(figure.unit) and low % 1 == 0 and high % 1 == 0
    match figure.comparator:
        case "more-than":
            return _Interval(low + 1, None) if whole else _Interval(low, None, open_low=True)
        case "at-least":
            return _Interval(low, None)
        case "less-than":
            return _Interval(None, high - 1) if whole else _Interval(None, high, open_high=True)
        case "at-most":
            return _Interval(None, high)
        case "about":
            return _Interval(low - abs(low) * TOLERANCE, high + abs(high) * TOLERANCE)
    return _Interval(low, high)
