"""Whether a spelling in a text is a slip for a recorded name, another name, or no name at all."""

from __future__ import annotations

import re
import unicodedata

from claimtrack.text.patterns import later

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


class Name:
    """A recorded name, and what is asked of it again and again."""

    __slots__ = ("capitals", "keys", "right", "text", "words")

    def __init__(self, text: str, words: tuple[str, ...]) -> None:
        self.text = text
        self.words = words
        self.keys = tuple(word.casefold() for word in words)
        self.capitals = tuple(place for place, word in enumerate(words) if word[:1].isupper())
        """The places of its words with a capital."""
        recorded = unicodedata.normalize("NFC", plain(text))
        self.right = {recorded, re.sub(r"^[Tt]he ", "", recorded)}
        """How it may be spelled."""
        begun = recorded[:1].upper() + recorded[1:]
        if begun[:1].isupper():
            self.right.add(begun)

    def is_camel(self) -> bool:
        """Tell whether it has capitals inside a word, or a sign: no common noun is spelled so."""
        return any(_CAMEL.search(word) and not word.isupper() for word in self.words)


def plain(text: str) -> str:
    """Return a text of the same length with one kind of apostrophe, hyphen and space."""
    if not text.isascii():
        text = _FOLDABLE.sub(lambda found: _FOLDED[found[0]], text)
    return _ODD_SPACES.sub(" ", text)


def is_variant(spelled: str, name: Name) -> bool:
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
    gaps_differ = re.sub(r"[^ -]", "", spelled) != re.sub(r"[^ -]", "", re.sub(r"^[Tt]he ", "", plain(name.text)))
    pairs = zip(parts, name.words, strict=True)
    cased = [(part, word) for part, word in pairs if word.casefold() not in _LITTLE and part != word]
    # A word all in capitals is a headline's, and so is the capital of a word recorded in lower case.
    told = [part for part, word in cased if not part.isupper() and part[0].lower() + part[1:] != word]
    return bool(told) or gaps_differ


def is_slip(words: list[str], said: str, place: int, name: Name) -> bool:
    """Tell whether the one word that is not the name's is a slip: neither another name's nor a form of it."""
    own = name.keys[place]
    if not name.capitals or not all(words[at][:1].isupper() for at in name.capitals):
        return False
    if (said in _LITTLE) != (own in _LITTLE) or said.startswith(own) or own.startswith(said):
        return False
    size = len(name.keys)
    return is_within(size, place) or _alike(said, own, _ALIKE if size >= _LONG else _MISSPELT)


def is_within(size: int, place: int) -> bool:
    """Tell whether a word stands in the midst of a name of so many, where another word need not be like it."""
    return size >= _LONG and 0 < place < size - 1


def _alike(said: str, own: str, least: float) -> bool:
    """Tell whether one word may be a slip for another, and no other form of it: `Korean` for `Korea`."""
    stem = min(len(said), len(own)) - 1
    inflected = said[:stem] == own[:stem] and abs(len(said) - len(own)) > 0 and len(said) > stem + 1
    if inflected:
        return False
    # Imported here because most texts hold no such word.
    from rapidfuzz import fuzz  # noqa: PLC0415

    return bool(fuzz.ratio(said, own) >= least)
