"""Small phrases that messages are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 6


def listed(names: Sequence[str], most: int = _MOST) -> str:
    """Return names as a phrase: `a`, `a and b`, `a, b and c`, `a, b and 7 more`."""
    shown = list(names[:most]) if len(names) > most + 1 else list(names)
    if len(shown) < len(names):
        shown.append(f"{len(names) - len(shown):,} more")
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun: `1 claim`, `2 claims`, `3 parties`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def brief(text: str, width: int = 60) -> str:
    """Return text on one line, without its full stop, cut between words at `width` characters."""
    line = " ".join(text.split()).removesuffix(".")
    if len(line) <= width:
        return line
    return f"{line[: width - 1].rsplit(' ', 1)[0]}…"
