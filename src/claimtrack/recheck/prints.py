"""Whether a record is still written as it was: a digest of its text, and where it begins."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from claimtrack.model.findings import Fault
from claimtrack.store.decode import Text, decode, read_data
from claimtrack.store.sheets import Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from claimtrack.model.place import Place
    from claimtrack.model.settings import Limits

_REFERS = re.compile(r"(?:^|[\s\[{,:])\*\S", re.MULTILINE)
"""What may be an alias: the text of a record is then not all that it holds."""
_SIZE = 8
"""Bytes of a digest: it tells one record from what the same record was before, and no more."""


def text_of(root: Path, file: str, digest: str, limits: Limits) -> Text | None:
    """Return the text of a record file. In: its path and its digest; None where it has another one by now."""
    data = read_data(root / file, file, limits)
    if isinstance(data, Fault) or hashlib.sha256(data).hexdigest() != digest:
        return None
    text = decode(data, file, limits)
    return text if isinstance(text, Text) else None


def prints_of(text: Text | None, records: Iterable[tuple[Place, list[str | None]]]) -> list[Written]:
    """Return how records are written.

    In: the text of their file, None where nobody knows it; their places in it, each with what the
    record says of those that it names.
    """
    if text is None:
        return []
    whole = _print(text.text) if _REFERS.search(text.text) else None
    starts = text.lines.starts
    return [
        Written(
            place.line,
            place.column,
            whole or _print(text.text[starts[place.line - 1] + place.column - 1 : _end(starts, place)]),
            says,
        )
        for place, says in records
    ]


def _end(starts: Sequence[int], place: Place) -> int:
    return starts[place.end_line - 1] + place.end_column - 1


def _print(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()
