"""Patterns that are put together so that reading them costs little."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable


_TAIL = 5
"""How many letters tell one ending from another well enough."""


def caseless(text: str) -> str:
    """Return a text in small letters, in which a pattern of small ASCII letters finds what it finds with IGNORECASE.

    Reading small letters alone is several times as fast. The four letters below are those outside
    ASCII that `re` takes for an i, a k or an s.
    """
    if not text.isascii():
        text = text.replace("\u0130", "i").replace("\u0131", "i").replace("\u212a", "k").replace("\u017f", "s")
    return text.lower()


def by_initial(alternatives: Iterable[str]) -> str:
    """Return a pattern of alternatives, put together by their first letter so that few of them are tried.

    In: patterns that each begin with one plain letter. Out: a pattern that finds what they find
    joined by `|`, in the same order of preference: those with different initials exclude each other.
    """
    rests: dict[str, list[str]] = {}
    for alternative in alternatives:
        rests.setdefault(alternative[0], []).append(alternative[1:])
    return "|".join(f"{initial}(?:{'|'.join(ends)})" for initial, ends in rests.items())


class Endings:
    """Tells cheaply whether a text may end in one of some words, by their last letters and without regard to case."""

    __slots__ = ("_tails",)

    def __init__(self, words: Iterable[str]) -> None:
        """In: the words, in small ASCII letters."""
        self._tails = frozenset(word[-_TAIL:] for word in words)

    def may_end(self, text: str) -> bool:
        """Tell whether a text may end in one of the words, perhaps with a blank behind; True is no promise."""
        tail = text[-_TAIL - 1 :].removesuffix(" ")[-_TAIL:].lower()
        tails = self._tails
        known = tail in tails or tail[1:] in tails or tail[2:] in tails or tail[3:] in tails or tail[4:] in tails
        return known or not tail.isascii()


class _Later:
    """Stands for a pattern until somebody asks it for something."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Return what the compiled pattern has under a name, and keep it, so that it is asked but once."""
        found: object = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used.

    Compiling costs more than all else that importing does, and most runs need few of the patterns:
    a project without texts has no sentences to split and no headings to find.
    """
    return cast("re.Pattern[str]", _Later(pattern, flags))
