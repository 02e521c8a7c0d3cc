"""From a folder to everything that is recorded in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.model.findings import Fault
from claimtrack.model.settings import raised_by
from claimtrack.store.decode import unreadable
from claimtrack.store.files import CLAIMS, Seen, record_files
from claimtrack.store.merge import Merged
from claimtrack.store.readers import read_files
from claimtrack.text.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from claimtrack.model.ledger import Records
    from claimtrack.model.settings import Limits, Settings
    from claimtrack.store.memory import Memory


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a project holds, and what kept files and records from being read."""

    records: Records
    faults: tuple[Fault, ...]
    files: int
    """How many record files there are."""
    files_read: int
    """How many of them could be read at all."""
    seen: tuple[Seen | None, ...]
    """The record files as they were read; None for what could not be."""
    not_read: Mapping[str, int]
    """How many records of a file were too broken to judge, by file."""


def load(
    root: Path,
    settings: Settings,
    codes: AbstractSet[str],
    memory: Memory | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Loaded:
    """Read every record file under a root. Never raises for what they hold.

    In: the project's root, its settings, the codes that a waiver may name, what a cache holds of
    its files, and what is called after each file, with a word for the work and how many files of
    how many were read.
    Out: the records in file order with the faults CT001 to CT004.
    """
    merged = Merged()
    limits = settings.limits
    files = record_files(root, snapshots_folder(root, settings))
    seen: list[Seen | None] = []
    not_read: dict[str, int] = {}
    for place, (file, held, digest) in enumerate(read_files(root, files, codes, limits, memory), start=1):
        merged.add(held)
        seen.append(Seen(file.path, file.stamp, digest) if digest else None)
        if not isinstance(held, Fault) and held.not_read:
            not_read[file.path] = held.not_read
        if merged.number > limits.records:
            merged.add(_too_many(file.path, len(files) - place, limits))
            seen.extend([None] * (len(files) - place))
            break
        if progress:
            progress("reading files", place, len(files))
    if memory:
        memory.save({file.path for file in files})
    return Loaded(merged.records(), tuple(merged.faults), len(files), merged.files_read, tuple(seen), not_read)


def snapshots_folder(root: Path, settings: Settings) -> Path:
    """Return where the snapshots of a project lie."""
    return root / (settings.snapshots or f"{CLAIMS}/snapshots")


def _too_many(file: str, left: int, limits: Limits) -> Fault:
    """Return CT001 for the file with which a project has more records than the limit."""
    rest = f"; {counted(left, 'file')} after it not read" if left else ""
    return unreadable(
        file,
        f"brings the project over the limit of {counted(limits.records, 'record')}{rest}",
        f"So many belong into a database. {raised_by('records')}",
    )
