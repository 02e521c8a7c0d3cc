"""Figures in a text: numbers that count something, with what limits them and what they count.

English words; digits in any script. A number that is a date, an ordinal or part of a name is
found too and says so, for callers to leave out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.text.numerals import WORDS, Numeral, numerals_in, plain
from claimtrack.text.patterns import Endings, later
from claimtrack.text.uncounted import kind_of, not_figures
from claimtrack.text.units import folded_unit

if TYPE_CHECKING:
    from claimtrack.model.vocabulary import Comparator
    from claimtrack.text.uncounted import Kind

_BEFORE: dict[str, tuple[Comparator, ...]] = {
    r"no fewer than|no less than|not less than|not fewer than|at (?:the very )?least|a minimum of|minimum|upwards of"
    r"|as few as|as little as|≥|>=": ("at-least",),
    r"no more than|not more than|no greater than|at (?:the very )?most|up to|as many as|as much as|a maximum of"
    r"|maximum|not over|≤|<=": ("at-most",),
    r"more than|over|above|in excess of|exceeding|greater than|larger than|higher than|north of|beyond|>": (
        "more-than",
    ),
    r"fewer than|less than|under|below|short of|shy of|lower than|smaller than|<": ("less-than",),
    r"nearly|almost|close to|approaching|nearing|not quite": ("about", "less-than"),
    r"about|around|some|roughly|approximately|approx\.?|circa|c\.|ca\.|an estimated|in the region of|more or less|~|≈"
    r"|or so": ("about",),
}
_FILLERS = (
    " another", " a further", " an additional", " an estimated", " the", " some", " about", " a total of", " just",
)  # fmt: skip
_FILLER = rf"(?:{'|'.join(_FILLERS)})?"
_PREFIX = later(
    rf"(?<![\w-])(?:{'|'.join(f'(?P<c{n}>{words})' for n, words in enumerate(_BEFORE))}){_FILLER} ?$", re.IGNORECASE
)
_LIMITS = Endings((
    "than", "least", "minimum of", "minimum", "upwards of", "few as", "little as", ">=", "most", "up to", "many as",
    "much as", "maximum of", "maximum", "over", "<=", "above", "excess of", "exceeding", "north of", "beyond", ">",
    "under", "below", "short of", "shy of", "<", "nearly", "almost", "close to", "approaching", "nearing", "not quite",
    "about", "around", "some", "roughly", "approximately", "approx", "approx.", "circa", "c.", "ca.", "estimated",
    "region of", "more or less", "~", "or so",
))  # fmt: skip
"""How what limits a figure ends."""
_SUFFIX: dict[str, tuple[Comparator, ...]] = {
    r"\+|-plus\b| plus\b| or (?:more|above|over|older|greater)\b| and (?:over|above|older|up)\b|,? at (?:the very )?"
    r"least\b": ("at-least",),
    r" or (?:less|fewer|under|below|younger)\b| and under\b|,? at (?:the very )?most\b": ("at-most",),
    r" or so\b|-odd\b|-ish\b|,? approximately\b": ("about",),
}
_WORD = r"(?:\ [a-z]++)?"
"""What is counted, before the suffix; no part of the word will do, as no suffix begins with a letter."""
_SUFFIXED = [(later(rf"{_WORD}(?:{words})", re.IGNORECASE), names) for words, names in _SUFFIX.items()]
_ANY_SUFFIX = later(rf"{_WORD}(?:{'|'.join(_SUFFIX)})", re.IGNORECASE)
_NONE: tuple[Comparator, ...] = ()
_REACH = 40
"""How far before a number its comparator may begin."""
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
_GAP = later(r"…|\.\.\.")


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
    line = plain(text)
    found = _numbers(text, line)
    return _with_ones(text, line, found) if ones else found


def with_ones(text: str, numbers: list[Mention]) -> list[Mention]:
    """Return what `figures_in` finds with `ones`. In: the text, and what it finds without."""
    return _with_ones(text, plain(text), numbers)


def _numbers(text: str, line: str) -> list[Mention]:
    numerals = list(numerals_in(line))
    if not numerals:
        return []
    apart = sorted(not_figures(line))
    starts = [start for start, _, _ in apart]
    found: list[tuple[Numeral, Kind]] = []
    for numeral in numerals:
        place = bisect_right(starts, numeral.end - 1) - 1
        around = next((span for span in apart[max(0, place - 1) : place + 1] if numeral.start < span[1]), None)
        found.append((numeral, around[2] if around else kind_of(line, numeral)))
    if len(found) == 1:
        return [_mention((text, line), *found[0])]
    return _joined(text, line, found)


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
    reach = line[max(0, numeral.start - _REACH) : numeral.start]
    if "…" in reach or "..." in reach:
        reach = reach[[gap.end() for gap in _GAP.finditer(reach)][-1] :]
    unit, end = _unit(line, numeral)
    start, names = numeral.start, _NONE
    if kind == "figure":
        start, end, names = _comparators(line, reach, numeral, end)
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


def _comparators(line: str, reach: str, numeral: Numeral, end: int) -> tuple[int, int, tuple[Comparator, ...]]:
    """Return where the words of a figure begin and end with its comparator, and what it can be."""
    if _may_limit(reach) and (before := _PREFIX.search(reach)):
        names = next(names for n, names in enumerate(_BEFORE.values()) if before[f"c{n}"])
        return numeral.start - len(reach) + before.start(), end, names
    if _ANY_SUFFIX.match(line, numeral.end) or (end != numeral.end and _ANY_SUFFIX.match(line, end)):
        for after, names in _SUFFIXED:
            if (found := after.match(line, numeral.end)) or (found := after.match(line, end)):
                return numeral.start, max(end, found.end()), names
    return numeral.start, end, ()


def _may_limit(reach: str) -> bool:
    """Tell whether what stands before a number may end in a comparator: most does not, at a tenth of the cost."""
    if _LIMITS.may_end(reach):
        return True
    tail = reach.removesuffix(" ").lower()
    filler = next((filler for filler in _FILLERS if tail.endswith(filler)), "") if tail.endswith(_FILLERS) else ""
    return bool(filler) and _LIMITS.may_end(tail.removesuffix(filler))


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
