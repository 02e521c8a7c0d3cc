"""How numerals are written: the words and signs, and the patterns of all that may be one."""

from __future__ import annotations

import re

from claimtrack.text.patterns import by_initial, later

SIGNS = "$£€¥₹₽₩₺₴₦₱฿₫₪₡₿"
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏΆ-ώЀ-ӿ"
SMALL = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_BIG = "hundred|dozen|thousand|million|billion|trillion"
TENTHS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
RANKS = {
    "first": 1, "second": 2, **{word: value for word, value in TENTHS.items() if word not in ("half", "quarter")},
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
SCALES = {
    "hundred": 10**2, "dozen": 12, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "trn": 10**12,
    "lakh": 10**5, "crore": 10**7, "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9, "milliard": 10**9,
    "milliards": 10**9, "millions": 10**6, "millones": 10**6, "milhões": 10**6, "milioni": 10**6, "miliardi": 10**9,
    "miljoen": 10**6, "miljard": 10**9, "ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12,
    "млн": 10**6, "млрд": 10**9, "مليون": 10**6, "مليار": 10**9, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8,
    "만": 10**4, "억": 10**8,
}  # fmt: skip
AFTER_SPACE = "|".join(sorted((word for word in SCALES if word not in "kmb"), key=len, reverse=True))
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
WORDS = frozenset(f"{SMALL}|{_BIG}".split("|"))
"""The words that numbers are made of."""
_FORMS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![,.]?\d)|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?![,.]?\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?![,.]?\d)|\d{1,3}(?:\.\d{3})+,\d+(?![,.]?\d)"
    r"|\d{1,3}(?:[ '٬]\d{3})+(?:[.,]\d+)?(?![,.]?\d)|\d+(?:[.,]\d+)?(?![,.]?\d)"
)
_BEFORE_SIGN = "us|au|a|ca|c|hk|nz|nt|r|s"
_CODES = r"usd|eur|gbp|chf|jpy|cny|inr|aud|cad|rp\.?|rs\.?|rm"
_COMPOUND = rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?(?:{'|'.join(RANKS)})"
_TENTH = rf"""[ -](?P<tenth>{"|".join(TENTHS)}|halve)s?\b(?!-[a-z])(?:\ of\ an?\ (?P<whole>{_BIG})\b)?"""
_AMOUNT = rf"""
    (?P<sign>(?<![\w)\]-])[-+])?(?P<amount>{_FORMS})
    (?:\ ?(?P<rest>[{VULGAR}])|\ (?P<part_of>[1-9])/(?P<parts>[2-9])(?![\d/]))?
    (?:[ -]?(?P<scale>{AFTER_SPACE})(?![{_LETTER}])|(?P<suffix>k|m|b)(?![\w-]))?
"""
SIGNED = later(
    rf"""
      (?P<fraction>\b(?P<top>\d{{1,2}}){_TENTH})
    | (?P<slashed>(?<![\d/.,])(?P<over>\d{{1,2}})/(?P<under>[2-9]|10)(?![\d/.,]))
    | (?P<nth>(?<![\w-])(?P<place>\d+(?:,\d{{3}})*)(?:st|nd|rd|th)\b)
    | (?P<digits>(?:(?P<currency>[{re.escape(SIGNS)}])\ ?|(?<![{_LETTER}\d_])(?<![{_LETTER}]-)(?<!\d[.,/:])){_AMOUNT})
    | (?P<vulgar>[{VULGAR}])
    """,
    re.VERBOSE,
)
"""A numeral that begins with a digit or a sign, in text in lower case, which is read three times as fast."""
_NUMBER_WORD = by_initial((*SMALL.split("|"), *_BIG.split("|")))
WORDED = later(
    rf"""
      (?P<fraction>\b(?P<top>an?|{by_initial(SMALL.split("|"))}){_TENTH})
    | (?P<half>(?<!-)\bhalf\b(?!-(?!an?\b)|\ past|\ time)(?:[ -]an?\ (?P<of_what>{_BIG})\b)?)
    | (?P<rank>(?<![\w-])(?P<ordinal>{_COMPOUND})\b)
    | (?P<digits>\b(?P<currency>(?:{_BEFORE_SIGN})[{re.escape(SIGNS)}]|{_CODES})\ ?{_AMOUNT})
    | (?P<words>\b(?:an?\ (?=(?:{_BIG})\b))?(?:{_NUMBER_WORD})\b
        (?:(?:\ and\ |,?[ -])(?:{_NUMBER_WORD})\b){{0,20}})
    """,
    re.VERBOSE,
)
"""A numeral that begins with a letter, in text in lower case."""
_AFTER_A = by_initial((*TENTHS, "halve", *_BIG.split("|")))
_SIGN_BEGINS = later(rf"[-+0-9{VULGAR}{re.escape(SIGNS)}](?:(?<=[0-9])[0-9]*+|(?<![-+])|(?=[0-9]))")
_WORD_BEGINS = later(
    "[^a-z](?="
    + by_initial(
        (
            *(rf"{word}\b" for word in ("half", *SMALL.split("|"), *_BIG.split("|"), *RANKS)),
            *("usd", "eur", "gbp", "chf", "jpy", "cny", "inr", "aud", "cad", r"r[ps]\.? ?\d", r"rm ?\d"),
            *(rf"{letters}\$" for letters in _BEFORE_SIGN.split("|")),
            *(rf"an?[ -](?:{_AFTER_A})", rf"a[{re.escape(SIGNS)}]"),
        )
    )
    + ")"
)
"""The sign before a word that a numeral can begin with.

Each of these two patterns begins with a class of characters: `re` skips to the next one of them at
a tenth of what it costs to try a whole pattern at every character. No numeral begins in the midst of digits.
"""


def starts(text: str) -> list[int]:
    """Return where a numeral can begin in a text in lower case, told at a fraction of what it costs to try anywhere."""
    signs = [found.start() for found in _SIGN_BEGINS.finditer(text)]
    # With a blank in front, so that there is a sign before the first word too.
    words = [found.start() for found in _WORD_BEGINS.finditer(f" {text}")]
    return sorted(signs + words) if signs and words else signs or words
