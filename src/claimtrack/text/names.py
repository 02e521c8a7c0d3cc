"""Names in a text that are spelled almost as they are recorded.

In scripts that have capitals. A name that is one common noun ("The Post", "Oracle") is told from
the noun by its capitals, and a word all in capitals is a headline's and no spelling.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.text.patterns import later

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    _Span = tuple[int, int]

_WORD = later(r"[^\W_]+(?:[.'&][^\W_]+)*")
_LINKS = frozenset({"", " ", "-"})
"""What may stand between words that were one word in a name."""
_GAPS = frozenset({" ", "-"})
_ODD_SPACES = later(r"[^\S ]")
_CAMEL = later(r"[^\W\d_][A-ZÀ-Þ]|[.\d]")
_LITTLE = frozenset(
    """
    the a an of and for in on at to by with de la le les du des der die das und von van den da do dos di del
    el y e &
    """.split()  # noqa: SIM905  (a list of words is read as words)
)
_FOLDED = {"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-"}
_FOLDABLE = later(f"[{''.join(_FOLDED)}]")
_ALIKE = 60.0
"""In per cent: what a first or last word shares with the one it stands for. Post and Times share 22."""
_MISSPELT = 75.0
"""Likewise for a name of two words, where only a slip of the pen is meant."""
_LONG = 3


@dataclass(frozen=True, slots=True)
class Variant:
    """A spelling in a text that is almost a recorded name."""

    spelled: str
    name: str
    """The recorded name that it is like."""
    start: int
    end: int


class _Line:
    """A text as it is looked at: its words, how they compare, and where they begin."""

    __slots__ = ("keys", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        # A possessive is no part of a name.
        self.words = [word.removesuffix("'s") for word in _WORD.findall(text)]
        plain = text.isascii()
        self.keys = [word.lower() if plain else unicodedata.normalize("NFC", word).casefold() for word in self.words]
        self.starts: list[int] = []

    def place(self) -> None:
        """Find out where the words begin, which costs as much as all else."""
        self.starts = [match.start() for match in _WORD.finditer(self.text)]

    def end(self, place: int) -> int:
        """Return where a word ends."""
        return self.starts[place] + len(self.words[place])

    def between(self, place: int) -> str:
        """Return what stands between a word and the next one."""
        return self.text[self.end(place) : self.starts[place + 1]]


class _Name:
    """A recorded name, and what is asked of it again and again."""

    __slots__ = ("capitals", "keys", "text", "words")

    def __init__(self, text: str, words: tuple[str, ...]) -> None:
        self.text = text
        self.words = words
        self.keys = tuple(word.casefold() for word in words)
        self.capitals = tuple(place for place, word in enumerate(words) if word[:1].isupper())
        """The places of its words with a capital."""

    def is_camel(self) -> bool:
        """Tell whether it has capitals inside a word, or a sign: no common noun is spelled so."""
        return any(_CAMEL.search(word) and not word.isupper() for word in self.words)


_LONGEST = 300
"""In characters; what is longer is no name that a text could spell, and takes the room of its length squared."""


class Names:
    """The names to look for; made once for many texts."""

    def __init__(self, known: Iterable[str]) -> None:
        """Sort the names. In: every name and alias; spelled so, nothing is wrong."""
        self._names: dict[str, list[_Name]] = {}
        self._begins: set[str] = set()
        self._shapes: dict[tuple[int, tuple[str, ...], str], list[_Name]] = {}
        """The names by the place of one word, by all the others, and by its first letter where that has to be right."""
        self._lengths: dict[int, int] = {}
        """The numbers of words that names have, with their places in the order in which the names come."""
        self._ends: dict[str, set[int]] = {}
        """In names of how many words a word is the first or the last one."""
        for text in dict.fromkeys(known):
            if len(text) > _LONGEST:
                continue
            words = tuple(_Line(_plain(text)).words)
            if words[:1] and words[0].casefold() == "the" and len(words) > 1:
                words = words[1:]
            if not words or not any(character.isalpha() for character in text):
                continue
            self._add(_Name(text, words))

    def _add(self, name: _Name) -> None:
        key = "".join(name.words).casefold()
        self._names.setdefault(key, []).append(name)
        self._begins.update(key[:end] for end in range(1, len(key) + 1))
        keys = name.keys
        if len(keys) > 1:
            self._lengths.setdefault(len(keys), len(self._lengths))
            for place in range(len(keys)):
                self._shapes.setdefault(_shape(keys, place), []).append(name)
            for end in (keys[0], keys[-1]):
                self._ends.setdefault(end, set()).add(len(keys))

    def variants_in(self, text: str) -> list[Variant]:
        """Return the spellings in a text that are no name and almost one, in its order."""
        line = _Line(_plain(text))
        if not self._may_hold(line.keys):
            return []
        line.place()
        found, right = self._same_letters(line)
        taken = [*right, *((variant.start, variant.end) for variant in found)]
        for variant, (first, last) in self._other_word(line, taken):
            # A name inside it that has no part in the other word is its own: "Party" may be an alias.
            if all(
                (variant.start <= start and end <= variant.end and (end <= first or last <= start))
                or end <= variant.start
                or variant.end <= start
                for start, end in taken
            ):
                found.append(variant)
                taken.append((variant.start, variant.end))
        return [
            Variant(text[item.start : item.end], item.name, item.start, item.end)
            for item in sorted(found, key=lambda item: item.start)
        ]

    def _may_hold(self, keys: list[str]) -> bool:
        """Tell whether words can be a name or almost one: where they stand costs more to find out than this."""
        if not self._ends.keys().isdisjoint(keys):
            return True
        for place, key in enumerate(keys):
            joined, further = key, place
            while joined in self._begins:
                if joined in self._names:
                    return True
                further += 1
                if further == len(keys):
                    break
                joined += keys[further]
        return False

    def _same_letters(self, line: _Line) -> tuple[list[Variant], list[_Span]]:
        """Return what differs by case, spaces and hyphens alone, and where names stand as they should."""
        candidates = sorted(self._windows(line), key=lambda item: item[0] - item[1])
        found: list[Variant] = []
        right: list[_Span] = []
        for first, last, names in candidates:
            if any(start <= first and last <= end for start, end in right):
                continue
            if any(item.start < last and first < item.end for item in found):
                continue
            spelled = line.text[first:last]
            if any(_is_right(spelled, name) for name in names):
                right.append((first, last))
            elif name := next((name for name in names if _is_variant(spelled, name)), None):
                found.append(Variant(spelled, name.text, first, last))
        return found, right

    def _windows(self, line: _Line) -> Iterator[tuple[int, int, list[_Name]]]:
        """Yield from where to where letters of names stand, whatever is between them."""
        keys, begins = line.keys, self._begins
        for place, key in enumerate(keys):
            joined, last = key, place
            while joined in begins:
                if names := self._names.get(joined):
                    yield line.starts[place], line.end(last), names
                last += 1
                if last == len(keys) or line.between(last - 1) not in _LINKS:
                    break
                joined += keys[last]

    def _other_word(self, line: _Line, taken: list[_Span]) -> Iterator[tuple[Variant, _Span]]:
        """Yield what differs from a name in one word, and where that word is; no name as it should be."""
        for begin, length in self._at_ends(line.keys):
            end = begin + length
            start, until = line.starts[begin], line.end(end - 1)
            if (start, until) in taken:
                continue
            if any(line.between(place) not in _GAPS for place in range(begin, end - 1)):
                continue
            keys, words = tuple(line.keys[begin:end]), line.words[begin:end]
            for place in range(length):
                names = self._shapes.get(_shape(keys, place))
                name = names and next((name for name in names if _is_slip(words, keys[place], place, name)), None)
                if name:
                    other = begin + place
                    variant = Variant(line.text[start:until], name.text, start, until)
                    yield variant, (line.starts[other], line.end(other))
                    break

    def _at_ends(self, keys: list[str]) -> list[tuple[int, int]]:
        """Return from which word on and for how many a name can stand whose first or last word is here."""
        found = {
            (begin, length)
            for place, key in enumerate(keys)
            if key in self._ends
            for length in self._ends[key]
            for begin in (place, place - length + 1)
            if 0 <= begin <= len(keys) - length
        }
        return sorted(found, key=lambda item: (item[0], self._lengths[item[1]]))


def _plain(text: str) -> str:
    """Return a text of the same length with one kind of apostrophe, hyphen and space."""
    if not text.isascii():
        text = _FOLDABLE.sub(lambda found: _FOLDED[found[0]], text)
    return _ODD_SPACES.sub(" ", text)


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
        return name.is_camel()
    gaps_differ = re.sub(r"[^ -]", "", spelled) != re.sub(r"[^ -]", "", re.sub(r"^[Tt]he ", "", _plain(name.text)))
    pairs = zip(parts, name.words, strict=True)
    cased = [(part, word) for part, word in pairs if word.casefold() not in _LITTLE and part != word]
    # A word all in capitals is a headline's, and so is the capital of a word recorded in lower case.
    told = [part for part, word in cased if not part.isupper() and part[0].lower() + part[1:] != word]
    return bool(told) or gaps_differ


def _is_slip(words: list[str], said: str, place: int, name: _Name) -> bool:
    """Tell whether the one word that is not the name's is a slip: neither another name's nor a form of it."""
    own = name.keys[place]
    if not name.capitals or not all(words[at][:1].isupper() for at in name.capitals):
        return False
    if (said in _LITTLE) != (own in _LITTLE) or said.startswith(own) or own.startswith(said):
        return False
    size = len(name.keys)
    return _is_within(size, place) or _alike(said, own, _ALIKE if size >= _LONG else _MISSPELT)


def _is_within(size: int, place: int) -> bool:
    """Tell whether a word stands in the midst of a name of so many, where another word need not be like it."""
    return size >= _LONG and 0 < place < size - 1


def _shape(keys: tuple[str, ...], place: int) -> tuple[int, tuple[str, ...], str]:
    """Return by what names are found that differ from some words at one place."""
    initial = "" if _is_within(len(keys), place) else keys[place][:1]
    return place, keys[:place] + keys[place + 1 :], initial


def _alike(said: str, own: str, least: float) -> bool:
    """Tell whether one word may be a slip for another, and no other form of it: `Korean` for `Korea`."""
    stem = min(len(said), len(own)) - 1
    inflected = said[:stem] == own[:stem] and abs(len(said) - len(own)) > 0 and len(said) > stem + 1
    if inflected:
        return False
    # Imported here because most texts hold no such word.
    from rapidfuzz import fuzz  # noqa: PLC0415

    return bool(fuzz.ratio(said, own) >= least)
