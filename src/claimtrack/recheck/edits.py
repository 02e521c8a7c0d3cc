"""What has changed in a project since it was checked, and what that concerns."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.ledger import Ledger
from claimtrack.model.records import Party
from claimtrack.model.references import file_name, name_of, source_name, subject_name
from claimtrack.recheck.moves import carried
from claimtrack.recheck.pages import TWICE, Outline, party_of
from claimtrack.recheck.prints import text_of
from claimtrack.store.files import Seen
from claimtrack.store.merge import Merged
from claimtrack.store.project import snapshots_folder
from claimtrack.store.readers import Reader
from claimtrack.store.recorded import FileRecords
from claimtrack.store.snapshots import Snapshots
from claimtrack.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet
    from datetime import date
    from pathlib import Path

    from claimtrack.model.findings import Fault
    from claimtrack.model.ledger import Records
    from claimtrack.model.references import Affected, Links
    from claimtrack.model.settings import Settings
    from claimtrack.store.files import Found
    from claimtrack.store.memory import Memory
    from claimtrack.store.sheets import Page, Sheet
    from claimtrack.store.state import Recall, State

_FEW = 100
"""So many names may lead nowhere; each is compared with all names there are."""


class Before(NamedTuple):
    """A project as it was checked before, with what is needed to look at it again."""

    root: Path
    settings: Settings
    codes: AbstractSet[str]
    """Those that a waiver may name."""
    day: date
    """The one to take for today."""
    sheet: Sheet
    """The outcome of that check."""
    recall: Recall
    """What is known of the files since then."""
    memory: Memory
    """The records that the cache holds."""

    def edit(self) -> Edit:
        """Return what has changed since then."""
        return Edit(self.sheet, self.recall, Reader(self.root, self.codes, self.settings.limits, self.memory))

    @property
    def snapshots(self) -> Path:
        """The snapshots folder."""
        return snapshots_folder(self.root, self.settings)

    def ledger(self, records: Records) -> Ledger:
        """Return the ledger of some of its records."""
        return Ledger(records, self.day, Snapshots(self.snapshots, limit=self.settings.limits.snapshot_size))


class Edit:
    """The files of a project that are not as they were, and the sheet of the check before."""

    def __init__(self, sheet: Sheet, recall: Recall, reader: Reader) -> None:
        """Find them. In: the outcome of the last check, what is known of the files, and what reads one."""
        self.carried: dict[str, dict[str, int]] = {}
        """Of each file that was written to, the records that were not changed, and how many lines each has moved."""
        self._pages, self._nowhere = sheet.pages, sheet.nowhere
        self._files, self._reader = recall.files, reader
        self._digests = {path: seen.digest for path, seen in recall.seen.items()}
        self.written = [file for file in recall.files if file.path not in recall.seen]
        """Those that were written to, or came."""
        self.gone = sheet.pages.keys() - {file.path for file in recall.files}
        """The paths of those that went."""
        self._held: dict[str, FileRecords] = {}
        """What is in those that were read."""
        self.outlines: dict[str, Outline] = {}
        """The records in those that were written to or came, by path."""
        kept = recall.kept.records if recall.kept else ()
        self._before = [sheet.pages[seen.path] for seen in kept if seen.path in sheet.pages]
        """All pages, in the order in which the files were read."""

    @property
    def share(self) -> float:
        """The share of the files that it touches."""
        return (len(self.written) + len(self.gone)) / max(len(self._files) + len(self.gone), 1)

    def read(self, root: Path, settings: Settings) -> bool:
        """Read what was written. Out: whether it could be read to the end, and the parties are who they were."""
        for file in self.written:
            held = self._read(file)
            if held is None:
                return False
            text = text_of(root, file.path, self._digests[file.path], settings.limits)
            outline = Outline.of(file.path, held, settings.speaks, text)
            self.outlines[file.path] = outline
            self.carried[file.path] = carried(self._pages.get(file.path), outline)
        return all(self._parties_now(path) == self._parties_before(path) for path in {*self.outlines, *self.gone})

    @property
    def before(self) -> dict[str, Page]:
        """The pages of what was written to or is gone."""
        return {path: self._pages[path] for path in (*self.outlines, *self.gone) if path in self._pages}

    @property
    def seen(self) -> list[Seen]:
        """All files, as they were read."""
        return [Seen(file.path, file.stamp, self._digests[file.path]) for file in self._files]

    def files(self) -> list[Page | Outline]:
        """Return every file as it is now, in the order in which they are read."""
        found = (self.outlines.get(file.path) or self._pages.get(file.path) for file in self._files)
        return [each for each in found if each]

    def concerns(self, links: Links, texts: AbstractSet[str]) -> Affected | None:
        """Return what has to be judged anew; None where that is too much to tell.

        In: who names whom now, and the sources whose texts are others than they were.
        """
        before, now = self._says(self.before), self._says(self.outlines)
        named: set[str] = set()
        for name in before.keys() | now.keys():
            then, says = before.get(name, {}), now.get(name, {})
            named.update(
                target
                for target in then.keys() | says.keys()
                if (target in then) != (target in says) or then[target] is None or then[target] != says[target]
            )
        nowhere = {*links.nowhere(), *self._nowhere}
        if len(nowhere) > _FEW:
            return None
        changed = before.keys() | now.keys() | texts | self._of_nowhere(nowhere, links)
        return links.affected(changed, named)

    def records(self, needed: AbstractSet[str]) -> Records | None:
        """Return the records that are needed, with all parties; None where a file is no longer as it was.

        In: their names. What has a fault of form comes whole.
        """
        merged = Merged()
        parties: list[Party] = []
        for file in self._files:
            page, held = self._pages.get(file.path), self._held.get(file.path)
            if held is None and page and not (page.sound and needed.isdisjoint(page.names)):
                known = self._digests[file.path]
                held = self._read(file)
                if held is None or self._digests[file.path] != known:
                    return None
            if held:
                held = _part(held, needed) if held.whole else held
                merged.add(held)
                parties.extend(record for record in held.sound if isinstance(record, Party))
            elif page:
                parties.extend(party_of(plain, file.path) for plain in page.parties)
        records = merged.records()
        if any(fault.code == TWICE for fault in merged.faults):
            return None
        return replace(
            records,
            parties=tuple(parties),
            source_ids=dict.fromkeys(_ids(source_name(""), self.files())),
            claim_ids=dict.fromkeys(_ids("claim:", self.files())),
        )

    def faults(self, judged: AbstractSet[str]) -> list[Fault]:
        """Return the faults of what was read that have to be told anew. In: the names of what is judged."""
        return [
            fault
            for path, held in self._held.items()
            for fault in held.faults
            if path in self.outlines or subject_name(fault) in judged
        ]

    def _says(self, files: Mapping[str, Page | Outline]) -> dict[str, dict[str, str | None]]:
        """Return what the changed records of some files say, by name, of those that each names."""
        return {
            name: dict(zip_longest(named, prints[name].says if name in prints else ()))
            for path, file in files.items()
            for prints in (file.prints,)
            for name, named in zip(file.names, file.references, strict=True)
            if name not in self.carried.get(path, ())
        }

    def _read(self, file: Found) -> FileRecords | None:
        found = self._reader.read(file)
        if not isinstance(found.held, FileRecords) or found.held.unread:
            return None
        self._digests[file.path] = found.digest
        if file.path not in self._held and (file in self.written or not found.held.whole):
            self._held[file.path] = found.held
        return found.held

    def _of_nowhere(self, nowhere: AbstractSet[str], links: Links) -> set[str]:
        """Return whom names concern that lead nowhere: those who have them, and what they may be meant for."""
        if not nowhere:
            return set()
        kind = source_name("")
        found = {each for name in nowhere for each in links.naming(name)}
        for known in (_ids(kind, self._before), _ids(kind, self.files())):
            likely = (nearest(name.removeprefix(kind), known) for name in nowhere if name.startswith(kind))
            found.update(source_name(source) for source in likely if source)
        return found & links.edges.keys()

    def _parties_now(self, path: str) -> object:
        return self.outlines[path].parties if path in self.outlines else []

    def _parties_before(self, path: str) -> object:
        return self._pages[path].parties if path in self._pages else []


def _ids(kind: str, files: Iterable[Page | Outline]) -> list[str]:
    """Return the ids of all sources or claims, as a ledger has them: the broken ones behind the sound ones."""
    sound, broken = [], []
    for file in files:
        ids = [name[len(kind) :] for name in file.names if name.startswith(kind)]
        if file.broken:
            broken += [id_ for id_ in ids if kind + id_ in file.broken]
            ids = [id_ for id_ in ids if kind + id_ not in file.broken]
        sound += ids
    return sound + broken


def of_changed_texts(files: Iterable[Page | Outline], before: State, now: State) -> set[str]:
    """Return the names of the sources whose texts are others than they were."""
    known = {seen.path: seen.digest for seen in before.texts}
    changed = {seen.path for seen in now.texts if known.get(seen.path) != seen.digest}
    if not changed:
        return set()
    return {
        name
        for file in files
        for name, text in file.snapshots.items()
        if os.path.join(now.snapshots, text) in changed  # noqa: PTH118  (as the state has it)
    }


def _part(held: FileRecords, needed: AbstractSet[str]) -> FileRecords:
    """Return the records of a file that are needed, with its parties."""
    sound = [record for record in held.sound if isinstance(record, Party) or name_of(record) in needed]
    article = held.article if held.article and file_name(held.article.place.file) in needed else None
    return replace(held, sound=sound, article=article)
