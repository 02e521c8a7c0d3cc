"""Whether a record is still written as it was: a digest of its text."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from claimtrack.model.findings import Fault
from claimtrack.store.decode import encoding_of, read_data
from claimtrack.store.flatmarks import FlatMarks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from claimtrack.model.records import Record
    from claimtrack.model.settings import Limits

_REFERS = re.compile(r"(?:^|[\s\[{,:])\*\S", re.MULTILINE)
"""What may be an alias: the text of a record is then not all that it holds."""
_SIZE = 8
"""Bytes of a digest: it tells one record from what the same record was before, and no more."""


def text_of(root: Path, file: str, digest: str, limits: Limits) -> str | None:
    """Return the text of a record file that was read. In: its path and its digest; None where it has another by now."""
    data = read_data(root / file, file, limits)
    if isinstance(data, Fault) or hashlib.sha256(data).hexdigest() != digest:
        return None
    encoding, skipped = encoding_of(data)
    try:
        return data[skipped:].decode(encoding)
    except UnicodeDecodeError:
        return None


def prints_of(text: str, records: Sequence[Record]) -> Iterator[str]:
    """Yield a digest of the text of each record. In: the text of their file, and records as they were read from it."""
    # Where records may share text, the text of each of them is that of all.
    whole = print_of(text) if "*" in text and _REFERS.search(text) else None
    for record in records:
        marks = record.marks
        assert isinstance(marks, FlatMarks)  # noqa: S101  (for the type checker: all that were read do)
        yield whole or print_of(text[marks.offsets[0] : marks.offsets[len(marks.offsets) // 2]])


def print_of(words: str) -> str:
    """Return a digest of some words."""
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()
