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
from claimtrack.text.patterns import by_initial, later

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIGNS = "$£€¥₹₽₩₺₴₦₱฿₫₪₡₿"
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏΆ-ώЀ-ӿ"
_SMALL = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_BIG = "hundred|dozen|thousand|million|billion|trillion"
_TENTHS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
_RANKS = {
    "first": 1, "second": 2, **{word: value for word, value in _TENTHS.items() if word not in ("half", "quarter")},
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
_SCALES = {
    "hundred": 10**2, "dozen": 12, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "trn": 10**12,
    "lakh": 10**5, "crore": 10**7, "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9, "milliard": 10**9,
    "milliards": 10**9, "millions": 10**6, "millones": 10**6, "milhões": 10**6, "milioni": 10**6, "miliardi": 10**9,
    "miljoen": 10**6, "miljard": 10**9, "ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12,
    "млн": 10**6, "млрд": 10**9, "مليون": 10**6, "مليار": 10**9, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8,
    "만": 10**4, "억": 10**8,
}  # fmt: skip
_AFTER_SPACE = "|".join(sorted((word for word in _SCALES if word not in "kmb"), key=len, reverse=True))
_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
WORDS = frozenset(f"{_SMALL}|{_BIG}".split("|"))
"""The words that numbers are made of."""
_PIECE = later(r"[^ ,-]+")
_GLUE = later(r"[ ,-]+")
_BLANKS = later(r"[ '٬]")
_COMMAS = later(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_POINTS = later(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+")
_ONE_POINT = later(r"[1-9]\d{0,2}\.\d{3}")
_FORMS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![,.]?\d)|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?![,.]?\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?![,.]?\d)|\d{1,3}(?:\.\d{3})+,\d+(?![,.]?\d)"
    r"|\d{1,3}(?:[ '٬]\d{3})+(?:[.,]\d+)?(?![,.]?\d)|\d+(?:[.,]\d+)?(?![,.]?\d)"
)
_CURRENCY = (
    rf"(?:\b(?:us|au|a|ca|c|hk|nz|nt|r|s))?[{re.escape(SIGNS)}]"
    r"|\b(?:usd|eur|gbp|chf|jpy|cny|inr|aud|cad|rp\.?|rs\.?|rm)"
)
_COMPOUND = rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?(?:{'|'.join(_RANKS)})"
_CANDIDATE = later(
    rf"""
      (?P<fraction>\b(?P<top>an?|{_SMALL}|\d{{1,2}})[ -](?P<tenth>{"|".join(_TENTHS)}|halve)s?\b(?!-[a-z])
        (?:\ of\ an?\ (?P<whole>{_BIG})\b)?)
    | (?P<slashed>(?<![\d/.,])(?P<over>\d{{1,2}})/(?P<under>[2-9]|10)(?![\d/.,]))
    | (?P<half>(?<!-)\bhalf\b(?!-(?!an?\b)|\ past|\ time)(?:[ -]an?\ (?P<of_what>{_BIG})\b)?)
    | (?P<ordinal>(?<![\w-])(?:(?P<nth>\d+(?:,\d{{3}})*)(?:st|nd|rd|th)\b|(?P<rank>{_COMPOUND})\b))
    | (?P<digits>(?:(?P<currency>{_CURRENCY})\ ?|(?<![{_LETTER}\d_])(?<![{_LETTER}]-)(?<!\d[.,/:]))
        (?P<sign>(?<![\w)\]-])[-+])?(?P<amount>{_FORMS})
        (?:\ ?(?P<rest>[{_VULGAR}])|\ (?P<part_of>[1-9])/(?P<parts>[2-9])(?![\d/]))?
        (?:[ -]?(?P<scale>{_AFTER_SPACE})(?![{_LETTER}])|(?P<suffix>k|m|b)(?![\w-]))?)
    | (?P<words>\b(?:(?:an?\ (?=(?:{_BIG})\b))?(?:{_SMALL}|{_BIG})\b
        (?:(?:\ and\ |,?[ -])(?:{_SMALL}|{_BIG})\b){{0,20}}))
    | (?P<vulgar>[{_VULGAR}])
    """,
    re.VERBOSE,
)
"""For text in lower case, which is read three times as fast as text in either."""
_ALONE = by_initial(("half", *_SMALL.split("|"), *_BIG.split("|"), *_RANKS))
_AFTER_A = by_initial((*_TENTHS, "halve", *_BIG.split("|")))
_SIGN_BEGINS = later(rf"[-+0-9{_VULGAR}{re.escape(SIGNS)}](?:(?<![-+])|(?=\d))")
_WORD_BEGINS = later(
    rf"\W(?=(?:{_ALONE})\b|an?[ -](?:{_AFTER_A})|a[{re.escape(SIGNS)}]"
    r"|(?:us|au|ca?|hk|nz|nt|r|s)\$|usd|eur|gbp|chf|jpy|cny|inr|aud|cad|r[ps]\.? ?\d|rm ?\d)"
)
"""The sign before a word that a candidate can begin with.

Each of these two patterns begins with a class of characters: `re` skips to the next one of them at
a tenth of what it costs to try a whole pattern at every character.
"""
_AND_PART = later(
    rf"\ and\ (?:an?\ |one[ ])?(?P<part>half|third|quarter|three\ quarters)\b(?:\ (?P<scale>{_AFTER_SPACE})\b)?",
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
_SMALL_VALUES = {word: parse_number(word) for word in _SMALL.split("|")}


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


def numerals_in(text: str) -> Iterator[Numeral]:
    """Yield the numerals of a plain text, in its order."""
    lowered = text.lower()
    text = lowered if len(lowered) == len(text) else text
    done = 0
    for start in _starts(text):
        match = _CANDIDATE.match(text, start) if start >= done else None
        if match is None:
            continue
        found = _read(match)
        if found is not None:
            found = _with_part(text, found)
            done = found.end
            yield found
        elif match.lastgroup == "digits":
            done = match.end()


def _starts(text: str) -> list[int]:
    """Return where a candidate can begin, told at a fraction of what it costs to try one at every character."""
    signs = [found.start() for found in _SIGN_BEGINS.finditer(text)]
    # With a blank in front, so that there is a sign before the first word too.
    words = [found.start() for found in _WORD_BEGINS.finditer(f" {text}")]
    return sorted(signs + words) if signs and words else signs or words


def _read(match: re.Match[str]) -> Numeral | None:
    return _READERS[match.lastgroup or ""](match)


def _slashed(match: re.Match[str]) -> Numeral | None:
    over, under = Decimal(match["over"]), Decimal(match["under"])
    return Numeral(*match.span(), over / under, fraction=True) if over < under else None


def _half(match: re.Match[str]) -> Numeral:
    scale = Decimal(_SCALES[match["of_what"].lower()]) if match["of_what"] else _ONE
    return Numeral(*match.span(), scale / 2, fraction=scale == 1)


def _ordinal(match: re.Match[str]) -> Numeral:
    return Numeral(*match.span(), _rank(match), ordinal=True)


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
    value = parse_number(top) / _TENTHS[tenth] * _SCALES.get(match["whole"] or "", 1)
    return Numeral(start=match.start(), end=match.end(), value=value, fraction=value < 1)


def _rank(match: re.Match[str]) -> Decimal:
    if match["nth"]:
        return Decimal(match["nth"].replace(",", "")[:_LONG])
    *tens, rank = re.split(r"[ -]", match["rank"].lower())
    return sum((parse_number(ten) for ten in tens), Decimal(_RANKS[rank]))


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
    scale = Decimal(_SCALES[word.lower()]) if word else _ONE
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
        scale = Decimal(_SCALES.get(big, 1)) if last > 1 else Decimal(1)
        return Numeral(start=match.start(), end=match.start() + len(words), value=value, scale=scale)
    return None


_READERS: dict[str, Callable[[re.Match[str]], Numeral | None]] = {
    "fraction": _fraction, "slashed": _slashed, "half": _half, "ordinal": _ordinal, "digits": _digits, "words": _words,
    "vulgar": _vulgar_alone,
}  # fmt: skip
"""Who reads what, by the groups of _CANDIDATE."""


def _with_part(text: str, found: Numeral) -> Numeral:
    """Add `and a half` to the numeral before it: `two and a half million`."""
    part = None if found.fraction or found.ordinal else _AND_PART.match(text, found.end)
    if part is None:
        return found
    share = {"half": "0.5", "third": str(Decimal(1) / 3), "quarter": "0.25"}.get(part["part"].lower(), "0.75")
    scale = Decimal(_SCALES[part["scale"].lower()]) if part["scale"] else found.scale
    base = found.value if part["scale"] else found.value / found.scale
    return Numeral(
        start=found.start,
        end=part.end(),
        value=(base + Decimal(share)) * scale,
        scale=scale,
        currency=found.currency,
        digits=found.digits,
    )
