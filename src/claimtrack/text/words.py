"""Where words and numbers begin and end, in scripts with and without blanks between them.

Everything here expects a normalised text.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from claimtrack.text.patterns import later

UNSPACED = (
    "\u0e01-\u0e4f\u0e81-\u0ecf\u1000-\u103f\u1050-\u108f\u1780-\u17df\ua9e0-\ua9ef\uaa60-\uaa7f"  # Thai to Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u303c\u3041-\u312f\u31f0-\u31ff"  # radicals, kana, bopomofo
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"  # Han, halfwidth kana
)
"""The letters of scripts that put no blanks between words, as the inside of a character class."""
_ACCENTS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0903\u093a-\u094f\u20d0-\u20f0"
)
"""Marks that Python's `\\w` leaves out: of Latin, Cyrillic, Hebrew, Arabic and Devanagari words."""
_LETTER = rf"[\w{_ACCENTS}]"
_SPACED = rf"(?:(?![{UNSPACED}]){_LETTER})"
WORD = later(
    rf"[{UNSPACED}]"
    r"|(?:(?<!\w)[-+])?[$£€¥¢₹₽₩₴₺₦₱₫₪฿]?(?:(?<!\w)[-+])?\d+(?:[.,:/'٫٬]\d+)*"  # a number, its currency and sign
    rf"(?: ?[%‰°]|(?:-?{_SPACED})*)"  # and what is joined to it: 30-year, 3.5bn, 30%
    rf"|{_SPACED}+(?:[-'/.&@]{_SPACED}+)*"  # hyphenated and shortened words are whole
    r"|[+=<>&§©®™%‰$£€¥¢₹₽₩₴₺₦₱₫₪°×÷]"
)
"""One word, number, meaningful sign, or letter of a script without blanks."""
_ASCII_WORD = later(
    r"(?:(?<!\w)[-+])?\$?(?:(?<!\w)[-+])?\d+(?:[.,:/']\d+)*(?: ?%|(?:-?\w)*)|\w+(?:[-'/.&@]\w+)*|[+=<>&%$]"
)
"""What WORD finds in ASCII, where it costs a third of the time."""
_SEPARATOR = frozenset(".,:/'٫٬")
_BEFORE_A_SIGN = ("", " ", "(", '"', "'")
_UNSPACED_LETTER = later(f"[{UNSPACED}]")
_LETTERS_OF_A_WORD = 2
"""In a script without blanks; Chinese words are of two letters more often than not."""


class Word(NamedTuple):
    """A word of a normalised text."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Return the words of a normalised text, punctuation left out."""
    pattern = _ASCII_WORD if text.isascii() else WORD
    return [Word(found[0], *found.span()) for found in pattern.finditer(text)]


def word_count(text: str) -> int:
    """Count the words of a normalised text; two letters of a script without blanks are about a word."""
    if text.isascii():
        return len(_ASCII_WORD.findall(text))
    found = WORD.findall(text)
    letters = sum(1 for word in found if is_unspaced(word))
    return len(found) - letters + -(-letters // _LETTERS_OF_A_WORD)


def is_unspaced(character: str) -> bool:
    """Tell whether a character is a letter of a script without blanks between words."""
    return _UNSPACED_LETTER.match(character) is not None


def is_boundary(text: str, at: int) -> bool:
    """Tell whether no word or number of a normalised text goes on across an offset."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before == " " or after == " ":
        return not unicodedata.category(after).startswith("M")
    if _cuts_number(text, at):
        return False
    if unicodedata.category(after).startswith("M"):
        return False
    if _in_word(before) and _in_word(after):
        return is_unspaced(before) or is_unspaced(after)
    return not _cuts_negation(text, at)


def _cuts_number(text: str, at: int) -> bool:
    """Tell whether the offset lies inside `1,300`, `30.5`, `10:30`, between `-` and `5`, `.` and `5`."""
    before, after = text[at - 1], text[at]
    if before.isdigit() and after.isdigit():
        return True
    if before.isdigit() and after in _SEPARATOR:
        return text[at + 1 : at + 2].isdigit()
    further = text[max(at - 2, 0) : at - 1]
    if after.isdigit() and before in _SEPARATOR and further.isdigit():
        return True
    return after.isdigit() and before in "-." and further in _BEFORE_A_SIGN


def _cuts_negation(text: str, at: int) -> bool:
    """Tell whether `can` is about to be cut from `can't`."""
    return text.startswith("'t", at) and text[at - 1].isalpha() and not text[at + 2 : at + 3].isalnum()


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")
