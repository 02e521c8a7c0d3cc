"""Numerals in a text: the bare numbers, wherever they stand, before anybody asks what they count.

Digits of every script with the marks between them, English number words, fractions, ordinals,
scales (`million`, `bn`) and currency signs. Method: our own, on `model.numbers`. text2num reads
`£3.2 million` as two numbers and has no places in the text; number-parser turns pronouns into
figures ("no one" is "no 1"); quantulum3 needs 1.6 s for eight sentences and reads 3.5bn as bits.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.numbers import parse_number
from claimtrack.text.numeral_forms import AFTER_SPACE, RANKS, SCALES, SIGNED, SMALL, TENTHS, WORDED, starts
from claimtrack.text.patterns import later

if TYPE_CHECKING:
    from collections.abc import Callable

_PIECE = later(r"[^ ,-]+")
_GLUE = later(r"[ ,-]+")
_BLANKS = later(r"[ '٬]")
_COMMAS = later(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_POINTS = later(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+")
_ONE_POINT = later(r"[1-9]\d{0,2}\.\d{3}")
_AND_PART = later(
    rf"\ and\ (?:an?\ |one[ ])?(?P<part>half|third|quarter|three\ quarters)\b(?:\ (?P<scale>{AFTER_SPACE})\b)?",
    re.IGNORECASE | re.VERBOSE,
)
_ODD_SPACES = later(r"[^\S ]")
_FOLDED = {
    "’": "'", "‘": "'", "−": "-", "‑": "-", "‐": "-", "﹣": "-", "٫": ".", "％": "%", "٪": "%", "＄": "$", "￡": "£",
}  # fmt: skip
_FOLDABLE = later(rf"[{''.join(_FOLDED)}]|[^\D0-9]")
_LONG = 24
"""Digits beyond which nobody means a number."""
_ONE = Decimal(1)
_SMALL_VALUES = {word: parse_number(word) for word in SMALL.split("|")}


class Numeral(NamedTuple):
    """A number where it stands in a text."""

    start: int
    end: int
    value: Decimal
    also: tuple[Decimal, ...] = ()
    """What else the same signs can mean: `1.200` elsewhere, `5m` of metres."""
    scale: Decimal = _ONE
    currency: str | None = None
    fraction: bool = False
    ordinal: bool = False
    digits: bool = False


def plain(text: str) -> str:
    """Return a text of the same length with digits of every script, spaces and dashes in their plain forms."""
    if not text.isascii():
        text = _FOLDABLE.sub(lambda found: _FOLDED.get(found[0]) or str(unicodedata.decimal(found[0])), text)
    # Whatever is no plain blank is not printable, and that is told at a tenth of the cost.
    return text if text.isprintable() else _ODD_SPACES.sub(" ", text)


def numerals_in(text: str) -> list[Numeral]:
    """Return the numerals of a plain text, in its order."""
    lowered = text.lower()
    text = lowered if len(lowered) == len(text) else text
    found: list[Numeral] = []
    done = 0
    for start in starts(text):
        if start < done:
            continue
        match = (WORDED if "a" <= text[start] <= "z" else SIGNED).match(text, start)
        if match is None:
            continue
        kind = match.lastgroup or ""
        numeral = _READERS[kind](match)
        if numeral is not None:
            # Hardly any goes on so.
            numeral = _with_part(text, numeral) if text.startswith(" and ", numeral.end) else numeral
            done = numeral.end
            found.append(numeral)
        elif kind == "digits":
            done = match.end()
    return found


def _slashed(match: re.Match[str]) -> Numeral | None:
    over, under = Decimal(match["over"]), Decimal(match["under"])
    return Numeral(*match.span(), over / under, fraction=True) if over < under else None


def _half(match: re.Match[str]) -> Numeral:
    scale = Decimal(SCALES[match["of_what"].lower()]) if match["of_what"] else _ONE
    return Numeral(*match.span(), scale / 2, fraction=scale == 1)


def _nth(match: re.Match[str]) -> Numeral:
    return Numeral(*match.span(), Decimal(match["place"].replace(",", "")[:_LONG]), ordinal=True)


def _rank(match: re.Match[str]) -> Numeral:
    *tens, rank = re.split(r"[ -]", match["ordinal"])
    value = sum((parse_number(ten) for ten in tens), Decimal(RANKS[rank]))
    return Numeral(*match.span(), value, ordinal=True)


def _vulgar_alone(match: re.Match[str]) -> Numeral:
    return Numeral(*match.span(), _vulgar(match["vulgar"]), fraction=True)


def _fraction(match: re.Match[str]) -> Numeral | None:
    """Read `two thirds`, and `a third` only where it is no ordinal: `a third time`."""
    top, tenth = match["top"].lower(), match["tenth"].lower().replace("halve", "half")
    plural = match["fraction"].lower().endswith("s")
    if top in ("a", "an"):
        rest = match.string[match.end() : match.end() + 10]
        if (
            tenth != "half"
            and not match["whole"]
            and re.match(r"[ -]\w", rest)
            and not re.match(r" (?:of|in|more|less|fewer)\b", rest)
        ):
            return None
    elif plural == (top in ("one", "1")) or (tenth == "half" and not plural and top != "one"):
        # "Two fifth graders" are two.
        return Numeral(start=match.start(), end=match.end("top"), value=parse_number(top), digits=top.isdecimal())
    value = parse_number(top) / TENTHS[tenth] * SCALES.get(match["whole"] or "", 1)
    return Numeral(start=match.start(), end=match.end(), value=value, fraction=value < 1)


def _vulgar(character: str) -> Decimal:
    return Decimal(str(round(unicodedata.numeric(character), 6)))


def _digits(match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    amount, currency, sign, rest, parts, scale_word, suffix = match.group(
        "amount", "currency", "sign", "rest", "parts", "scale", "suffix"
    )
    if len(amount) > _LONG and sum(character.isdigit() for character in amount) > _LONG:
        return None
    value, other = _amount(amount)
    if rest:
        value += _vulgar(rest)
    if parts:
        value += Decimal(match["part_of"]) / Decimal(parts)
    word = scale_word or suffix
    if not word and other is None and sign != "-":
        return Numeral(start, end, value, currency=currency, digits=True)
    factor = -1 if sign == "-" else 1
    scale = Decimal(SCALES[word.lower()]) if word else _ONE
    also = [other] if other is not None and not word else []
    if suffix and not currency:
        also.append(value)
    return Numeral(
        start,
        end,
        value=factor * value * scale,
        also=tuple(factor * item for item in also),
        scale=scale,
        currency=currency,
        digits=True,
    )


def _amount(amount: str) -> tuple[Decimal, Decimal | None]:
    """Return the value of digits, and the other value that one point or comma leaves possible."""
    if amount.isdecimal():
        return Decimal(amount), None
    amount = _BLANKS.sub("", amount)
    if _COMMAS.fullmatch(amount):
        return Decimal(amount.replace(",", "")), None
    if _POINTS.fullmatch(amount):
        return Decimal(amount.replace(".", "").replace(",", ".")), None
    if _ONE_POINT.fullmatch(amount):
        return Decimal(amount), Decimal(amount.replace(".", ""))
    return Decimal(amount.replace(",", ".")), None


def _words(match: re.Match[str]) -> Numeral | None:
    """Read the longest run of words that is one number: `nine and fourteen` are two."""
    if (small := _SMALL_VALUES.get(match["words"])) is not None:
        # Most are one word under a hundred.
        return Numeral(*match.span(), small)
    pieces = list(_PIECE.finditer(match["words"]))
    for last in range(len(pieces), 0, -1):
        words = match["words"][: pieces[last - 1].end()]
        try:
            value = parse_number(_GLUE.sub(" ", words))
        except ValueError:
            continue
        big = pieces[last - 1][0].lower()
        scale = Decimal(SCALES.get(big, 1)) if last > 1 else Decimal(1)
        return Numeral(start=match.start(), end=match.start() + len(words), value=value, scale=scale)
    return None


_READERS: dict[str, Callable[[re.Match[str]], Numeral | None]] = {
    "fraction": _fraction, "slashed": _slashed, "half": _half, "nth": _nth, "rank": _rank, "digits": _digits,
    "words": _words, "vulgar": _vulgar_alone,
}  # fmt: skip
"""Who reads what, by the groups of SIGNED and WORDED."""


def _with_part(text: str, found: Numeral) -> Numeral:
    """Add `and a half` to the numeral before it: `two and a half million`."""
    part = None if found.fraction or found.ordinal else _AND_PART.match(text, found.end)
    if part is None:
        return found
    share = {"half": "0.5", "third": str(Decimal(1) / 3), "quarter": "0.25"}.get(part["part"].lower(), "0.75")
    scale = Decimal(SCALES[part["scale"].lower()]) if part["scale"] else found.scale
    base = found.value if part["scale"] else found.value / found.scale
    return Numeral(
        start=found.start,
        end=part.end(),
        value=(base + Decimal(share)) * scale,
        scale=scale,
        currency=found.currency,
        digits=found.digits,
    )
