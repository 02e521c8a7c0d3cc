"""The nearest known name to one that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIKENESS = 60.0
"""In per cent of matching characters: `txt` and `text` share 86, strangers rarely 50."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like `name`, or None where none is like it.

    Method: normalised Indel similarity (rapidfuzz `ratio`); of equals the first known one.
    """
    # Imported here because most runs meet no unknown name at all.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    found = process.extractOne(name, list(known), scorer=fuzz.ratio, score_cutoff=_LIKENESS)
    return found[0] if found else None


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return the question `Did you mean …?`, or other advice where no known name is near."""
    found = nearest(name, known)
    return f"Did you mean `{found}`?" if found else otherwise
