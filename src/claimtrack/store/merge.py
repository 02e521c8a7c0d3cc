"""From the records of each file to the records of a project; of several with one id the first stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Fault, Related, Subject
from claimtrack.model.ledger import Cut, FileArticle, Records
from claimtrack.model.records import Claim, Party, Record, Source
from claimtrack.store.flatmarks import FlatMarks

if TYPE_CHECKING:
    from claimtrack.store.recorded import FileRecords


class Merged:
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
        for record in sorted((*found.sound, *found.broken), key=_offset):
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


def _offset(record: Record) -> int:
    """Return where in its file a record begins."""
    marks = record.marks
    assert isinstance(marks, FlatMarks)  # noqa: S101  (for the type checker: all that were read do)
    return marks.offsets[0]
