"""What limits a number: `more than` before it, `or more` behind it. English only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.text.patterns import Endings, caseless, later

if TYPE_CHECKING:
    from claimtrack.model.vocabulary import Comparator
    from claimtrack.text.numerals import Numeral

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
_PREFIX = later(rf"(?<![\w-])(?:{'|'.join(f'(?P<c{n}>{words})' for n, words in enumerate(_BEFORE))}){_FILLER} ?$")
"""In small letters, which are read several times as fast."""
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
_REACH = 40
"""How far before a number its comparator may begin."""
_GAP = later(r"…|\.\.\.")


def reach_before(line: str, start: int) -> str:
    """Return what may limit a numeral: what stands before it in a plain text, nothing beyond a gap."""
    reach = line[max(0, start - _REACH) : start]
    if "…" in reach or "..." in reach:
        reach = reach[[gap.end() for gap in _GAP.finditer(reach)][-1] :]
    return reach


def limits(line: str, numeral: Numeral, reach: str, end: int) -> tuple[int, int, tuple[Comparator, ...]]:
    """Find what limits a numeral.

    In: a plain text, the numeral, `reach_before` it, and where its unit ends. Out: where its words
    begin and end with what limits it, and the comparators that this can be, none where it is nothing.
    """
    if _may_limit(reach) and (before := _PREFIX.search(caseless(reach))):
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
