"""Units of figures, folded so that `Meetings` and `meeting`, `%` and `per cent` are one."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from claimtrack.text.patterns import later

_PERCENT = frozenset({"%", "％", "٪", "percent", "per cent", "pct", "percentage", "prozent", "persen"})
_MONEY = {
    "pound": "£", "pound sterling": "£", "gbp": "£", "quid": "£",
    "dollar": "$", "us dollar": "$", "usd": "$", "us$": "$", "buck": "$",
    "euro": "€", "eur": "€", "yen": "¥", "jpy": "¥", "rupee": "₹", "inr": "₹",
}  # fmt: skip
_SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "bn": 10**9, "mn": 10**6,
}  # fmt: skip
_IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "teeth": "tooth", "lives": "life", "wives": "wife", "knives": "knife", "halves": "half", "police": "police",
    "series": "series", "species": "species", "movies": "movie", "cookies": "cookie", "calories": "calorie",
    "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "gases": "gas", "analyses": "analysis",
    "crises": "crisis", "metre": "meter", "metres": "meter", "kilometre": "kilometer", "kilometres": "kilometer",
    "km": "kilometer", "kg": "kilogram", "kilo": "kilogram", "kilos": "kilogram", "spokesmen": "spokesman",
    "policemen": "policeman", "spokeswomen": "spokeswoman",
}  # fmt: skip
_CONTINUOUS = frozenset({
    "percent", "percentage point", "point", "degree", "mile", "meter", "kilometer", "foot", "inch", "yard", "acre",
    "hectare", "kilogram", "gram", "tonne", "ton", "litre", "liter", "second", "minute", "hour", "day", "week",
    "month", "year", "decade", "watt", "megawatt", "gigawatt", "barrel", *_MONEY.values(),
})  # fmt: skip


_KEPT = 1_024
"""How many units are remembered: a project counts the same things over and over."""
_SIBILANT = later(r"(?:ss|sh|ch|x|zz|[^aeo]us)es$")
_IES = later(r"[^aeiou]ies$")
_PLURAL = later(r"[^\Wsui]s$")
_SIGN = later(r"[$£€¥₹]")


@lru_cache(_KEPT)
def folded_unit(unit: str | None) -> str | None:
    """Return a unit in lower case and in the singular, each word of it; None where there is none.

    Every way to write per cent is `percent`, and a currency is its sign.
    """
    if unit is None or not unit.strip():
        return None
    words = unit.casefold().split()
    if " ".join(words) in _PERCENT:
        return "percent"
    folded = " ".join(singular(word) for word in words)
    return _MONEY.get(folded, folded)


def singular(word: str) -> str:
    """Return an English noun in lower case and in the singular, as far as its ending tells."""
    word = word.casefold()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if _SIBILANT.search(word):
        return word[:-2]
    if _IES.search(word) and len(word) > len("dies"):
        return f"{word[:-3]}y"
    if _PLURAL.search(word) and len(word) > len("gas"):
        return word[:-1]
    return word


@lru_cache(_KEPT)
def split_scale(unit: str | None) -> tuple[Decimal, str | None]:
    """Take a scale off the front of a unit: `million pounds` is a million of `pounds`."""
    first, _, rest = (unit or "").strip().partition(" ")
    scale = _SCALES.get(first.casefold())
    return (Decimal(scale), rest.strip() or None) if scale else (Decimal(1), unit)


@lru_cache(_KEPT)
def is_count(unit: str | None) -> bool:
    """Tell whether nothing lies between two whole numbers of this unit: meetings, not per cent."""
    folded = folded_unit(unit)
    return folded not in _CONTINUOUS and not (folded and _SIGN.search(folded))
