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
    from collections.abc import Iterable, Iterator, Sequence

    _Span = tuple[int, int]
    """From which word to which, the last one excluded."""
    _Ends = dict[str, dict[int, set[int]]]

_WORD = later(r"([^\W_]+(?:[.'&][^\W_]+)*)")
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
    """A text as it is looked at: its words, how they compare, and what stands between them."""

    __slots__ = ("_pieces", "keys", "words")

    def __init__(self, text: str) -> None:
        self._pieces = _WORD.split(text)
        """What stands before the first word, the word, what stands before the second one, and so on."""
        self.words = self._pieces[1::2]
        if "'s" in text:
            # A possessive is no part of a name.
            self.words = [word.removesuffix("'s") for word in self.words]
        words = self.words
        if not unicodedata.is_normalized("NFC", text):
            words = [unicodedata.normalize("NFC", word) for word in words]
        self.keys = [word.casefold() for word in words]

    def start(self, place: int) -> int:
        """Return where in the text a word begins."""
        return sum(map(len, self._pieces[: 2 * place + 1]))

    def between(self, place: int) -> str:
        """Return what stands between a word and the next one."""
        return self._pieces[2 * place + 1][len(self.words[place]) :] + self._pieces[2 * place + 2]

    def spelled(self, first: int, end: int) -> str:
        """Return some words with what stands between them."""
        return "".join(self._pieces[2 * first + 1 : 2 * end - 1]) + self.words[end - 1]


class _Like(NamedTuple):
    """Words of a line that are almost a recorded name."""

    first: int
    end: int
    name: str


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
        self._ends: dict[str, list[tuple[int, int, Sequence[int]]]] = {}
        """For the first and last words of names: how many words further back such a name begins, how many words it has,
        and where all such names have a capital.
        """
        firsts: _Ends = {}
        lasts: _Ends = {}
        for text in dict.fromkeys(known):
            if len(text) > _LONGEST:
                continue
            words = tuple(_Line(plain(text)).words)
            if words[:1] and words[0].casefold() == "the" and len(words) > 1:
                words = words[1:]
            if not words or not any(character.isalpha() for character in text):
                continue
            self._add(Name(text, words), firsts, lasts)
        for ends, is_last in ((firsts, False), (lasts, True)):
            for key, lengths in ends.items():
                # That of the word itself first, which alone says no to most.
                found = [
                    (length - 1 if is_last else 0, length, sorted(places, reverse=is_last))
                    for length, places in lengths.items()
                ]
                self._ends.setdefault(key, []).extend(found)

    def _add(self, name: Name, firsts: _Ends, lasts: _Ends) -> None:
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
            for end, ends in ((keys[0], firsts), (keys[-1], lasts)):
                capitals = ends.setdefault(end, {}).setdefault(len(keys), set(name.capitals))
                capitals.intersection_update(name.capitals)

    def variants_in(self, text: str) -> list[Variant]:
        """Return the spellings in a text that are no name and almost one, in its order."""
        line = _Line(plain(text))
        found, right = self._same_letters(line)
        taken = [*right, *((item.first, item.end) for item in found)]
        for like, other in self._other_word(line, self._at_ends(line), taken):
            # A name inside it that has no part in the other word is its own: "Party" may be an alias.
            if all(
                (like.first <= first and end <= like.end and not first <= other < end)
                or end <= like.first
                or like.end <= first
                for first, end in taken
            ):
                found.append(like)
                taken.append((like.first, like.end))
        return [_variant(text, line, like) for like in sorted(found)]

    def _same_letters(self, line: _Line) -> tuple[list[_Like], list[_Span]]:
        """Return what differs by case, spaces and hyphens alone, and where names stand as they should."""
        found: list[_Like] = []
        right: list[_Span] = []
        windows = [(first, end, line.spelled(first, end), names) for first, end, names in self._windows(line)]
        for first, end, spelled, names in sorted(windows, key=lambda window: -len(window[2])):
            if any(start <= first and end <= last for start, last in right):
                continue
            if any(item.first < end and first < item.end for item in found):
                continue
            composed = unicodedata.normalize("NFC", spelled)
            if any(composed in name.right for name in names):
                right.append((first, end))
            elif name := next((name for name in names if is_variant(spelled, name)), None):
                found.append(_Like(first, end, name.text))
        return found, right

    def _windows(self, line: _Line) -> Iterator[tuple[int, int, list[Name]]]:
        """Yield from where to where letters of names stand, whatever is between them."""
        keys, begins = line.keys, self._begins
        for place in [place for place, key in enumerate(keys) if key in begins]:
            joined, end = keys[place], place + 1
            while joined in begins:
                if names := self._names.get(joined):
                    yield place, end, names
                if end == len(keys):
                    break
                joined += keys[end]
                # Asked first because it mostly says no.
                if joined in begins and line.between(end - 1) not in _LINKS:
                    break
                end += 1

    def _other_word(
        self, line: _Line, stretches: list[tuple[int, int]], taken: list[_Span]
    ) -> Iterator[tuple[_Like, int]]:
        """Yield what differs from a name in one word, and which word that is; no name as it should be."""
        for begin, length in stretches:
            end = begin + length
            # What is part of a longer name, spelled right or not, is no name of its own.
            if any(first <= begin and end <= last for first, last in taken):
                continue
            if any(line.between(place) not in _GAPS for place in range(begin, end - 1)):
                continue
            keys, words = tuple(line.keys[begin:end]), line.words[begin:end]
            for place in range(length):
                names = self._shapes.get(_shape(keys, place))
                name = names and next((name for name in names if is_slip(words, keys[place], place, name)), None)
                if name:
                    yield _Like(begin, end, name.text), begin + place
                    break

    def _at_ends(self, line: _Line) -> list[tuple[int, int]]:
        """Return from which word on and for how many a name can stand whose first or last word is here.

        Only where all words have a capital that have one in every such name.
        """
        keys, words, ends = line.keys, line.words, self._ends
        places = [place for place, key in enumerate(keys) if key in ends]
        if not places:
            return []
        found: set[tuple[int, int]] = set()
        for place in places:
            for back, length, capitals in ends[keys[place]]:
                begin = place - back
                if 0 <= begin <= len(words) - length and _have_capitals(words, begin, capitals):
                    found.add((begin, length))
        return sorted(found, key=lambda item: (item[0], self._lengths[item[1]]))


def _variant(text: str, line: _Line, like: _Like) -> Variant:
    start = line.start(like.first)
    end = start + len(line.spelled(like.first, like.end))
    return Variant(text[start:end], like.name, start, end)


def _have_capitals(words: Sequence[str], begin: int, places: Sequence[int]) -> bool:
    for place in places:  # noqa: SIM110  (a generator costs more than it looks at: the first word mostly says no)
        if not words[begin + place][0].isupper():
            return False
    return True


def _shape(keys: tuple[str, ...], place: int) -> tuple[int, tuple[str, ...], str]:
    """Return by what names are found that differ from some words at one place."""
    initial = "" if is_within(len(keys), place) else keys[place][:1]
    return place, keys[:place] + keys[place + 1 :], initial
