"""From a folder to everything that is recorded in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.model.findings import Fault, Related, Subject
from claimtrack.model.ledger import Cut, FileArticle, Records
from claimtrack.model.records import Claim, Party, Record, Source
from claimtrack.model.settings import raised_by
from claimtrack.store.decode import read_text, unreadable
from claimtrack.text.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from claimtrack.model.settings import Limits, Settings
    from claimtrack.store.recordfile import FileRecords

CLAIMS = "claims"
"""The folder that holds the record files."""
_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a project holds, and what kept files and records from being read."""

    records: Records
    faults: tuple[Fault, ...]
    files: int
    """How many record files there are."""
    files_read: int
    """How many of them could be read at all."""


def load(root: Path, settings: Settings, codes: AbstractSet[str]) -> Loaded:
    """Read every record file under a root. Never raises for what they hold.

    In: the project's root, its settings, and the codes that a waiver may name. Out: the
    records in file order with the faults CT001 to CT004.
    """
    merged = _Merged()
    limits = settings.limits
    files = list(record_files(root, snapshots_folder(root, settings)))
    for place, file in enumerate(files):
        merged.add(_read(root, file, codes, limits) if isinstance(file, str) else file)
        if merged.number > limits.records:
            merged.add(_too_many(file if isinstance(file, str) else file.place.file, files[place + 1 :], limits))
            break
    return Loaded(merged.records(), tuple(merged.faults), len(files), merged.files_read)


def snapshots_folder(root: Path, settings: Settings) -> Path:
    """Return where the snapshots of a project lie."""
    return root / (settings.snapshots or f"{CLAIMS}/snapshots")


def record_files(root: Path, snapshots: Path) -> Iterator[str | Fault]:
    """Find the record files under a root, in byte order of their paths.

    Out: their paths relative to the root; CT001 in the place of a folder that cannot be
    looked into. Names that begin with a dot, symbolic links to folders and the snapshots
    folder are passed over.
    """
    skipped = os.path.normpath(snapshots)
    found: list[str | Fault] = []
    waiting = [CLAIMS]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(root / folder) as entries:
                kept = [entry for entry in entries if not entry.name.startswith(".")]
        except FileNotFoundError:
            continue
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            found.append(unreadable(folder, f"cannot be looked into: {reason}", "Check that you may read the folder."))
            continue
        for entry in kept:
            path = f"{folder}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if os.path.normpath(entry.path) != skipped:
                    waiting.append(path)
            elif entry.name.endswith(_ENDINGS) and not _leads_to_folder(entry):
                found.append(path)
    yield from sorted(found, key=lambda file: os.fsencode(file if isinstance(file, str) else file.place.file))


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # A link that leads nowhere is told of when it is read.


def _read(root: Path, file: str, codes: AbstractSet[str], limits: Limits) -> FileRecords | Fault:
    text = read_text(root / file, file, limits)
    if isinstance(text, Fault):
        return text
    # The schema costs more to import than many a project to read: only a real file needs it.
    from claimtrack.store.recordfile import read_records  # noqa: PLC0415

    return read_records(text, codes, limits)


def _too_many(file: str, left: Sequence[str | Fault], limits: Limits) -> Fault:
    """Return CT001 for the file with which a project has more records than the limit."""
    rest = f"; {counted(len(left), 'file')} after it not read" if left else ""
    return unreadable(
        file,
        f"brings the project over the limit of {counted(limits.records, 'record')}{rest}",
        f"So many belong into a database. {raised_by('records')}",
    )


class _Merged:
    """Puts the records of all files together; of several with one id the first stands."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.files_read = 0
        self.number = 0
        """How many records there are, sound or not."""
        self._first: dict[tuple[str, str], Record] = {}
        self._sound: list[Record] = []
        self._broken: list[Record] = []
        self._duplicates: list[Record] = []
        self._articles: list[FileArticle] = []
        self._cuts: list[Cut] = []
        self._not_read = 0
        self._unread = False

    def add(self, found: FileRecords | Fault) -> None:
        """Add what one file holds."""
        if isinstance(found, Fault):
            self.faults.append(found)
            self._unread = True
            return
        self.files_read += 1
        self.faults.extend(found.faults)
        self._unread = self._unread or found.unread
        self.number += len(found.sound) + found.not_read
        self._not_read += found.not_read
        self._cuts.extend(found.cuts)
        if found.article:
            self._articles.append(found.article)
        self._duplicates.extend(found.nameless)
        sound = {id(record) for record in found.sound}
        for record in sorted((*found.sound, *found.broken), key=lambda record: record.marks.place()):
            self._add_record(record, sound=id(record) in sound)

    def records(self) -> Records:
        """Return all records, in file order."""
        return Records(
            parties=tuple(record for record in self._sound if isinstance(record, Party)),
            sources=tuple(record for record in self._sound if isinstance(record, Source)),
            claims=tuple(record for record in self._sound if isinstance(record, Claim)),
            broken=tuple(self._broken),
            duplicates=tuple(self._duplicates),
            articles=tuple(self._articles),
            cuts=tuple(self._cuts),
            not_read=self._not_read,
            unread=self._unread,
        )

    def _add_record(self, record: Record, *, sound: bool) -> None:
        if isinstance(record, Claim) and not record.article:
            self._broken.append(record)  # Nobody can refer to it, nor it be another one's double.
            return
        kind = type(record).__name__.lower()
        first = self._first.setdefault((kind, record.key), record)
        if first is record:
            (self._sound if sound else self._broken).append(record)
            return
        self._duplicates.append(record)
        article = record.article if isinstance(record, Claim) else None
        self.faults.append(
            Fault(
                code="CT004",
                place=record.marks.place(("id",)),
                message=f"{kind} {record.key} is recorded twice, first in {first.marks.place().file}.",
                hint="Give one of them another id, or take it out.",
                subject=Subject(**{kind: record.key}, article=article),
                related=(Related(first.marks.place(("id",)), f"{kind} {record.key} was recorded here first"),),
            )
        )
