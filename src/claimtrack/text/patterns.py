"""Patterns that are put together so that reading them costs little."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


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
