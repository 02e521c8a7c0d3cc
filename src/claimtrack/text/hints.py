"""Where in a text a figure or a date may stand, found in one pass over the whole.

Looking into each sentence for all that can be checked takes ten times as long as splitting the
text, and most sentences have nothing. The words are here from which `checkables` makes its
patterns, so that none of them is forgotten.
"""

from __future__ import annotations

import re
from functools import cache

from claimtrack.text.patterns import by_initial, caseless, later

TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SCALES = "hundred|thousand|million|billion|trillion|dozen"
SMALL = (
    "two|three|four|five|six|seven|eight|nine"
    "|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
PARTS = "half|halves|thirds?|quarters?|fifths?|tenths?"
INDONESIAN = "dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu|sejuta"
"""Those that others may follow."""
NUMBERS = {
    "en": f"{SMALL}|{TENS}|{SCALES}|{PARTS}",
    "id": f"{INDONESIAN}|puluhan|ratusan|ribuan|jutaan|miliaran",
    "es": "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veinte|treinta|cien"
    "|mil|decenas|docenas|cientos|miles|millones",
    "fr": "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|cent"
    "|mille|dizaines?|douzaines?|centaines?|milliers?|millions?",
}
"""By language, words one of which is in every number that has no digit."""
HAN_NUMERALS = "两二三四五六七八九十百千万萬亿億〇零"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
TOP_LEVELS = "com|org|net|id|gov|edu"
"""The ends of addresses that are known without `www` or `https`."""

_GAP = r"[\s“”„«»‘’\"]+"
"""What relative dates take for a blank: quotation marks are none of their business."""
_RELATIVE = (
    *("yesterday", "today", "tomorrow", "tonight", "ago"),
    *(f"{which}{_GAP}(?:morning|afternoon|evening|night|week|month|year)" for which in ("last", "this", "next")),
)
"""What is in every date that counts from today, but for the names of months and days."""
_SIGN = later(rf"[\d@#{HAN_NUMERALS}]")
_ADDRESS = later(rf"://|www\.|\.(?:{TOP_LEVELS})")


def known_language(language: str | None) -> str:
    """Return the language whose words for numbers are known: English where a text's own is not, or not given."""
    code = (language or "en")[:2].lower()
    return code if code in NUMBERS else "en"


def hints(text: str, language: str | None = None) -> list[int]:
    """Return where a text may hold a figure or a date, in order.

    In: a whole text, and its language. Out: a place in each figure and each date that
    `checkables` finds in a sentence of it, and in each address, behind which it may find another.
    Other places are of nothing: `may` is no month in `you may go`.
    """
    # With a character before its beginning, a word is where the character before it is.
    small = caseless(f" {text}")
    words = [found.start() for found in _words(known_language(language)).finditer(small)]
    signs = [found.start() - 1 for pattern in (_SIGN, _ADDRESS) for found in pattern.finditer(small)]
    return sorted([*words, *signs])


@cache
def _words(language: str) -> re.Pattern[str]:
    """Return a pattern of small letters for the words of numbers and dates, with the character before them."""
    known = (*NUMBERS[language].split("|"), *MONTHS.lower().split("|"), *WEEKDAYS.lower().split("|"), *_RELATIVE)
    return re.compile(f"[^a-z](?:{by_initial(known)})s?(?![a-z])")
