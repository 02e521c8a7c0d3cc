"""Names in a text that are spelled almost as they are recorded.

In scripts that have capitals. A name that is one common noun ("The Post", "Oracle") is told from
the noun by its capitals, and a word all in capitals is a headline's and no spelling.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W_]+(?:[.'&][^\W_]+)*")
_POSSESSIVE = re.compile(r"'s?$")
_LINK = re.compile(r"[ -]?")
_SPACES = re.compile(r"\s")
_LITTLE = frozenset(
    """
    the a an of and for in on at to by with de la le les du des der die das und von van den da do dos di del
    el y e &
    """.split()  # noqa: SIM905  (a list of words is read as words)
)
_FOLDED = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-"})
_ALIKE = 60.0
"""In per cent: what a first or last word shares with the one it stands for. Post and Times share 22."""
_MISSPELT = 75.0
"""Likewise for a name of two words, where only a slip of the pen is meant."""
_LONG, _PAIR = 3, 2


@dataclass(frozen=True, slots=True)
class Variant:
    """A spelling in a text that is almost a recorded name."""

    spelled: str
    name: str
    """The recorded name that it is like."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    words: tuple[str, ...]

    @property
    def camel(self) -> bool:
        """Whether it has capitals inside a word, or a sign: no common noun is spelled so."""
        return any(re.search(r"[^\W\d_][A-ZÀ-Þ]|[.\d]", word) and not word.isupper() for word in self.words)


@dataclass(slots=True)
class Names:
    """The names to look for; made once for many texts."""

    known: Iterable[str]
    """Every name and alias: spelled so, nothing is wrong."""
    _names: dict[str, list[_Name]] = field(default_factory=dict, init=False)
    _begins: set[str] = field(default_factory=set, init=False)
    _shapes: dict[tuple[int, tuple[str, ...]], list[_Name]] = field(default_factory=dict, init=False)
    """The names by the place of one word and by all the others."""
    _ends: dict[int, set[str]] = field(default_factory=dict, init=False)
    """The first and last words of names of so many words."""

    def __post_init__(self) -> None:
        for text in dict.fromkeys(self.known):
            words = tuple(word.text for word in _words(_plain(text)))
            if words[:1] and words[0].casefold() == "the" and len(words) > 1:
                words = words[1:]
            if not words or not any(character.isalpha() for character in text):
                continue
            name = _Name(text, words)
            self._names.setdefault("".join(words).casefold(), []).append(name)
            key = "".join(words).casefold()
            self._begins.update(key[:end] for end in range(1, len(key) + 1))
            keys = tuple(word.casefold() for word in words)
            for place in range(len(keys)) if len(keys) > 1 else ():
                self._shapes.setdefault((place, keys[:place] + keys[place + 1 :]), []).append(name)
                self._ends.setdefault(len(keys), set()).update((keys[0], keys[-1]))

    def variants_in(self, text: str) -> list[Variant]:
        """Return the spellings in a text that are no name and almost one, in its order."""
        line = _plain(text)
        words = _words(line)
        found, right = self._same_letters(line, words)
        taken = [*right, *((variant.start, variant.end) for variant in found)]
        for variant, other in self._other_word(line, words):
            # A name inside it that has no part in the other word is its own: "Party" may be an alias.
            inside = [variant.start <= start and end <= variant.end for start, end in taken]
            apart = [end <= other.start or other.end <= start for start, end in taken]
            away = [end <= variant.start or variant.end <= start for start, end in taken]
            if all((within and free) or far for within, free, far in zip(inside, apart, away, strict=True)):
                found.append(variant)
                taken.append((variant.start, variant.end))
        return [
            Variant(text[item.start : item.end], item.name, item.start, item.end)
            for item in sorted(found, key=lambda item: item.start)
        ]

    def _same_letters(self, line: str, words: list[_Word]) -> tuple[list[Variant], list[tuple[int, int]]]:
        """Return what differs by case, spaces and hyphens alone, and where names stand as they should."""
        candidates = sorted(self._windows(line, words), key=lambda item: item[0].start - item[1].end)
        found: list[Variant] = []
        right: list[tuple[int, int]] = []
        for first, last, names in candidates:
            inside = [start <= first.start and last.end <= end for start, end in right]
            if any(inside) or any(item.start < last.end and first.start < item.end for item in found):
                continue
            spelled = line[first.start : last.end]
            if any(_is_right(spelled, name) for name in names):
                right.append((first.start, last.end))
            elif name := next((name for name in names if _is_variant(spelled, name)), None):
                found.append(Variant(spelled, name.text, first.start, last.end))
        return found, right

    def _windows(self, line: str, words: list[_Word]) -> Iterator[tuple[_Word, _Word, list[_Name]]]:
        for place, first in enumerate(words):
            joined, last = "", None
            for word in words[place:]:
                if last is not None and not _LINK.fullmatch(line, last.end, word.start):
                    break
                joined, last = joined + word.key, word
                if joined not in self._begins:
                    break
                if joined in self._names:
                    yield first, word, self._names[joined]

    def _other_word(self, line: str, words: list[_Word]) -> Iterator[tuple[Variant, _Word]]:
        """Yield what differs from a name in one word, and that word."""
        for begin, first in enumerate(words):
            for length, ends in self._ends.items():
                window = words[begin : begin + length]
                known = len(window) == length and (first.key in ends or window[-1].key in ends)
                if not known or not _adjacent(line, window):
                    continue
                keys = tuple(word.key for word in window)
                shapes = ((place, keys[:place] + keys[place + 1 :]) for place in range(length))
                names = (name for shape in shapes for name in self._shapes.get(shape, ()))
                for name in names:
                    if other := _other_in(window, name.words):
                        spelled = line[first.start : window[-1].end]
                        yield Variant(spelled, name.text, first.start, window[-1].end), other
                        break


def _plain(text: str) -> str:
    """Return a text of the same length with one kind of apostrophe, hyphen and space."""
    return _SPACES.sub(" ", text.translate(_FOLDED))


def _words(line: str) -> list[_Word]:
    found = []
    for match in _WORD.finditer(line):
        word = _POSSESSIVE.sub("", match[0])
        key = unicodedata.normalize("NFC", word).casefold()
        found.append(_Word(word, key, match.start(), match.start() + len(word)))
    return found


def _adjacent(line: str, window: list[_Word]) -> bool:
    return all(line[one.end : two.start] in (" ", "-") for one, two in pairwise(window))


def _is_right(spelled: str, name: _Name) -> bool:
    plain = unicodedata.normalize("NFC", spelled)
    recorded = unicodedata.normalize("NFC", _plain(name.text))
    if plain == recorded or plain == re.sub(r"^[Tt]he ", "", recorded):
        return True
    return plain[:1].isupper() and plain == recorded[:1].upper() + recorded[1:]


def _is_variant(spelled: str, name: _Name) -> bool:
    """Tell a spelling from a headline's capitals, from a common noun, and from two words that only meet."""
    letters = [character for character in spelled if character.isalpha()]
    if not any(character != character.casefold() for character in name.text) and spelled.casefold() == name.text:
        return False
    if len(letters) > 1 and all(character.isupper() for character in letters):
        return False
    parts = [part for part in re.split(r"[ -]", spelled) if part]
    weighty = [part for part in parts if part.casefold() not in _LITTLE]
    capitals = sum(part[:1].isupper() for part in weighty)
    if len(parts) != len(name.words):
        return capitals == len(weighty) or (len(parts) == 1 and len(name.words) > 1 and capitals > 0)
    if not capitals:
        return name.camel
    gaps_differ = re.sub(r"[^ -]", "", spelled) != re.sub(r"[^ -]", "", re.sub(r"^[Tt]he ", "", _plain(name.text)))
    pairs = zip(parts, name.words, strict=True)
    cased = [(part, word) for part, word in pairs if word.casefold() not in _LITTLE and part != word]
    # A word all in capitals is a headline's, and so is the capital of a word recorded in lower case.
    told = [part for part, word in cased if not part.isupper() and part[0].lower() + part[1:] != word]
    return bool(told) or gaps_differ


def _other_in(window: list[_Word], words: tuple[str, ...]) -> _Word | None:
    """Return the one word that is not the name's; None where it is another name, or another form of it."""
    places = [place for place, (word, own) in enumerate(zip(window, words, strict=True)) if word.key != own.casefold()]
    capitals = [word.text[:1].isupper() for word, own in zip(window, words, strict=True) if own[:1].isupper()]
    if len(places) != 1 or not any(capitals) or not all(capitals):
        return None
    place = places[0]
    said, own = window[place].key, words[place].casefold()
    if (said in _LITTLE) != (own in _LITTLE) or said.startswith(own) or own.startswith(said):
        return None
    within = len(words) >= _LONG and 0 < place < len(words) - 1
    return window[place] if within or _alike(said, own, _ALIKE if len(words) >= _LONG else _MISSPELT) else None


def _alike(said: str, own: str, least: float) -> bool:
    """Tell whether one word may be a slip for another, and no other form of it: `Korean` for `Korea`."""
    # Imported here because most texts hold no such word.
    from rapidfuzz import fuzz  # noqa: PLC0415

    stem = min(len(said), len(own)) - 1
    inflected = said[:stem] == own[:stem] and abs(len(said) - len(own)) > 0 and len(said) > stem + 1
    return said[:1] == own[:1] and not inflected and fuzz.ratio(said, own) >= least
