"""Numbers as a reporter writes them: 14, fourteen, 1,200, 3.5bn, 1 billion, a dozen."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10), ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], strict=True
    )
}
_SMALL = {**_UNITS, **_TENS}
_ONE = ("a", "an")
_SCALES = {
    "dozen": Decimal(12),
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
}
_SUFFIXES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "bn": "billion",
    "b": "billion",
    "tn": "trillion",
}
_DIGITS = re.compile(r"[+\-−]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_JOINT = re.compile(r"(?<=\d)(?=[a-z])|(?<=[a-z])-(?=[a-z])")
_LONGEST = 80
_MOST_DIGITS = 24
"""What stays exact through a scale: decimals here hold 28 digits."""
_HUNDRED = 100
_BIG = frozenset({"hundred", *_SCALES})


def parse_number(text: str) -> Decimal:
    """Read one number.

    In: digits (with `,` between thousands and `.` before decimals) or English words, either
    with a scale behind (`million`, `bn`, `dozen`). Out: its exact value. Raises ValueError,
    with words fit for a user, where the text is no single number.
    """
    if (small := _SMALL.get(text)) is not None:
        return Decimal(small)
    complaint = f"`{text}` is no number; write it as 14, fourteen, 1,200 or 1 billion"
    if len(text) > _LONGEST:
        raise ValueError(f"a number of {len(text)} characters is more than a figure can hold")
    words = [_SUFFIXES.get(word, word) for word in _JOINT.sub(" ", text.strip().lower()).split()]
    if not words:
        raise ValueError(complaint)
    if not _DIGITS.fullmatch(words[0]):
        return _from_words(words, complaint)
    digits = sum(character.isdigit() for character in words[0])
    if digits > _MOST_DIGITS:
        raise ValueError(f"a number of {digits} digits is more than a figure can hold")
    value = Decimal(words[0].replace(",", "").replace("−", "-"))
    for scale in words[1:]:
        if scale not in _SCALES:
            raise ValueError(complaint)
        value *= _SCALES[scale]
    return value


def _from_words(words: list[str], complaint: str) -> Decimal:
    """Add up `three hundred and twenty-one thousand`: groups under a thousand, each with a smaller scale."""
    if words[0] in _BIG:
        words = ["one", *words]
    total, limit = Decimal(0), Decimal(10) ** 15
    group: int | None = None
    for place, word in enumerate(words):
        if word == "and" and 0 < place < len(words) - 1 and words[place - 1] in _BIG:
            continue
        if word in _SCALES and group and _SCALES[word] < limit:
            total, limit, group = total + group * _SCALES[word], _SCALES[word], None
        elif word == "hundred" and group is not None and 0 < group < _HUNDRED:
            group *= _HUNDRED
        elif (word in _SMALL and _fits(group, _SMALL[word])) or (word in _ONE and place == 0):
            group = (group or 0) + _SMALL.get(word, 1)
        else:
            raise ValueError(complaint)
    return total + (group or 0)


def _fits(group: int | None, number: int) -> bool:
    """Tell whether a small number may follow: `forty` `two`, `three hundred` `twelve`, not `ten` `two`."""
    if group is None:
        return True
    if group >= _HUNDRED and group % _HUNDRED == 0:
        return number > 0
    return group % _HUNDRED in _TENS.values() and 0 < number < min(_TENS.values()) // 2
