"""Names in a text that are spelled almost as they are recorded.

In scripts that have capitals. A name that is one common noun ("The Post", "Oracle") is told from
the noun by its capitals, and a word all in capitals is a headline's and no spelling.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.text.patterns import later
from claimtrack.text.spelling import Name, is_slip, is_variant, is_within, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    _Span = tuple[int, int]
    _Ends = dict[str, dict[int, set[int]]]

_WORD = later(r"[^\W_]+(?:[.'&][^\W_]+)*")
_LINKS = frozenset({"", " ", "-"})
"""What may stand between words that were one word in a name."""
_GAPS = frozenset({" ", "-"})


class Variant(NamedTuple):
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
        if text.isascii():
            self.keys = [word.lower() for word in self.words]
        else:
            self.keys = [unicodedata.normalize("NFC", word).casefold() for word in self.words]
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


_LONGEST = 300
"""In characters; what is longer is no name that a text could spell, and takes the room of its length squared."""


class Names:
    """The names to look for; made once for many texts."""

    def __init__(self, known: Iterable[str]) -> None:
        """Sort the names. In: every name and alias; spelled so, nothing is wrong."""
        self._names: dict[str, list[Name]] = {}
        self._begins: set[str] = set()
        self._shapes: dict[tuple[int, tuple[str, ...], str], list[Name]] = {}
        """The names by the place of one word, by all the others, and by its first letter where that has to be right."""
        self._lengths: dict[int, int] = {}
        """The numbers of words that names have, with their places in the order in which the names come."""
        self._firsts: _Ends = {}
        """For the first words of names: the numbers of words, and where all these names have a capital."""
        self._lasts: _Ends = {}
        """The same for the last words."""
        for text in dict.fromkeys(known):
            if len(text) > _LONGEST:
                continue
            words = tuple(_Line(plain(text)).words)
            if words[:1] and words[0].casefold() == "the" and len(words) > 1:
                words = words[1:]
            if not words or not any(character.isalpha() for character in text):
                continue
            self._add(Name(text, words))

    def _add(self, name: Name) -> None:
        key = "".join(name.words).casefold()
        self._names.setdefault(key, []).append(name)
        self._begins.update(key[:end] for end in range(1, len(key) + 1))
        keys = name.keys
        if len(keys) > 1:
            self._lengths.setdefault(len(keys), len(self._lengths))
        # Without any capital nothing tells a name from other words.
        if len(keys) > 1 and name.capitals:
            for place in range(len(keys)):
                self._shapes.setdefault(_shape(keys, place), []).append(name)
            for end, ends in ((keys[0], self._firsts), (keys[-1], self._lasts)):
                capitals = ends.setdefault(end, {}).setdefault(len(keys), set(name.capitals))
                capitals.intersection_update(name.capitals)

    def variants_in(self, text: str) -> list[Variant]:
        """Return the spellings in a text that are no name and almost one, in its order."""
        line = _Line(plain(text))
        stretches = self._at_ends(line)
        if not stretches and not self._may_spell(line.keys):
            return []
        line.place()
        found, right = self._same_letters(line)
        taken = [*right, *((variant.start, variant.end) for variant in found)]
        for variant, (first, last) in self._other_word(line, stretches, taken):
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

    def _may_spell(self, keys: list[str]) -> bool:
        """Tell whether words have the letters of a name: where they stand costs more to find out than this."""
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
            composed = unicodedata.normalize("NFC", spelled)
            if any(composed in name.right for name in names):
                right.append((first, last))
            elif name := next((name for name in names if is_variant(spelled, name)), None):
                found.append(Variant(spelled, name.text, first, last))
        return found, right

    def _windows(self, line: _Line) -> Iterator[tuple[int, int, list[Name]]]:
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

    def _other_word(
        self, line: _Line, stretches: list[tuple[int, int]], taken: list[_Span]
    ) -> Iterator[tuple[Variant, _Span]]:
        """Yield what differs from a name in one word, and where that word is; no name as it should be."""
        for begin, length in stretches:
            end = begin + length
            start, until = line.starts[begin], line.end(end - 1)
            if (start, until) in taken:
                continue
            if any(line.between(place) not in _GAPS for place in range(begin, end - 1)):
                continue
            keys, words = tuple(line.keys[begin:end]), line.words[begin:end]
            for place in range(length):
                names = self._shapes.get(_shape(keys, place))
                name = names and next((name for name in names if is_slip(words, keys[place], place, name)), None)
                if name:
                    other = begin + place
                    variant = Variant(line.text[start:until], name.text, start, until)
                    yield variant, (line.starts[other], line.end(other))
                    break

    def _at_ends(self, line: _Line) -> list[tuple[int, int]]:
        """Return from which word on and for how many a name can stand whose first or last word is here.

        Only where all words have a capital that have one in every such name.
        """
        found: set[tuple[int, int]] = set()
        words, firsts, lasts = line.words, self._firsts, self._lasts
        for place, key in enumerate(line.keys):
            begins = [(place, *item) for item in firsts[key].items()] if key in firsts else []
            if key in lasts:
                begins += [(place - length + 1, length, capitals) for length, capitals in lasts[key].items()]
            for begin, length, capitals in begins:
                if 0 <= begin <= len(words) - length and all(words[begin + n][:1].isupper() for n in capitals):
                    found.add((begin, length))
        return sorted(found, key=lambda item: (item[0], self._lengths[item[1]]))


def _shape(keys: tuple[str, ...], place: int) -> tuple[int, tuple[str, ...], str]:
    """Return by what names are found that differ from some words at one place."""
    initial = "" if is_within(len(keys), place) else keys[place][:1]
    return place, keys[:place] + keys[place + 1 :], initial
