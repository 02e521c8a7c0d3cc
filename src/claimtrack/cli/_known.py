"""What a cache knows of a project: its state when it was looked at last, and what was found then."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet
    from datetime import date
    from pathlib import Path

    from claimtrack.cli._progress import Waiting
    from claimtrack.cli._project import Project
    from claimtrack.model.report import Report
    from claimtrack.model.settings import Settings
    from claimtrack.recheck.again import Rechecked
    from claimtrack.recheck.around import Around
    from claimtrack.recheck.edits import Before
    from claimtrack.store.cache import Cache
    from claimtrack.store.memory import Memory
    from claimtrack.store.sheets import Sheet
    from claimtrack.store.state import Basis, State


T = TypeVar("T")


class Question(NamedTuple):
    """What a check is asked: all that its findings depend on besides the project."""

    day: date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    require_snapshots: bool = False


class Known:
    """What a cache knows of a project."""

    def __init__(self, cache: Cache, basis: Basis, root: Path) -> None:
        from claimtrack.store.state import Recall

        self.cache = cache
        self._root, self._basis = root, basis
        self._recall = Recall(root, cache, basis.digest)
        self.state = self._recall.state

    @classmethod
    def of(cls, root: Path) -> Known | None:
        """Return what is known; None where there can be no cache."""
        from claimtrack.store.cache import project_cache
        from claimtrack.store.state import basis_of

        cache = project_cache(root)
        basis = basis_of(root) if cache else None
        return cls(cache, basis, root) if cache and basis else None

    def memory(self) -> Memory:
        """Return what is known of the records. Those of a project that is seen but once are not worth keeping."""
        from claimtrack.store.memory import Memory

        digests = {path: seen.digest for path, seen in self._recall.seen.items()}
        return Memory(self.cache, self._basis.digest, digests, learns=self._recall.known, holds=self._same_basis)

    def report(self, state: State, question: Question) -> Report | None:
        """Return what was found in a state, None where that is not known."""
        from claimtrack.store.answers import recall_report

        sheet = self.sheet(question, state)
        return sheet.report() if sheet else recall_report(self.cache, state.digest(), question)

    def sheet(self, question: Question, state: State | None = None) -> Sheet | None:
        """Return what was found in a state, file by file; without one, when the project was looked at before."""
        state = state or self._recall.kept
        if state is None:
            return None
        from claimtrack.store.sheets import read_sheet

        return read_sheet(self.cache, self._basis.digest, question, state.digest())

    def around(self, id_: str, sheet: Sheet, settings: Settings, codes: AbstractSet[str], day: date) -> Around | None:
        """Read what has to be known to show one record of a project that has not changed."""
        from claimtrack.recheck.around import around

        before = self._before(sheet, settings, codes, day)
        return self._learnt(before, around(id_, before))

    def recheck(
        self, sheet: Sheet, began: int, settings: Settings, codes: AbstractSet[str], day: date, progress: Waiting
    ) -> Rechecked | None:
        """Judge what an edit has touched. In: what was found before, and as for `recheck`."""
        from claimtrack.recheck.again import recheck

        before = self._before(sheet, settings, codes, day)
        done = recheck(before=before, basis=self._basis.digest, began=began, progress=progress)
        return self._learnt(before, done)

    def _before(self, sheet: Sheet, settings: Settings, codes: AbstractSet[str], day: date) -> Before:
        from claimtrack.recheck.edits import Before

        return Before(self._root, settings, codes, day, sheet, self._recall, self.memory())

    def _learnt(self, before: Before, done: T | None) -> T | None:
        """Keep the records that were read, where something came of it."""
        if done:
            before.memory.save({file.path for file in self._recall.files})
        return done

    def keep(
        self,
        state: State,
        sheets: Mapping[Question, Sheet],
        reports: Mapping[Question, Report],
        project: Project | None,
    ) -> None:
        """Keep what was found in a state: file by file where that can be, else as a whole."""
        from claimtrack.recheck.pages import sheet_of
        from claimtrack.store.answers import remember_report
        from claimtrack.store.sheets import write_sheet

        for asked, sheet in sheets.items():
            with suppress(Exception):  # There is no end to what somebody may have made up of which it is made.
                write_sheet(self.cache, self._basis.digest, asked, state.digest(), sheet)
        for asked, report in reports.items():
            whole = project and sheet_of(project.root, project.settings, project.loaded, project.ledger, report)
            if whole:
                write_sheet(self.cache, self._basis.digest, asked, state.digest(), whole)
            else:
                remember_report(self.cache, state.digest(), asked, report)

    def look(self, began: int, project: Project) -> State | None:
        """Return the state of a project whose records were just read. In: when that began, and the project."""
        from claimtrack.store.project import snapshots_folder
        from claimtrack.store.state import take

        records = project.loaded.records
        every = (*records.sources, *records.broken, *records.duplicates)
        snapshots = (getattr(record, "snapshot", None) for record in every)
        return take(
            basis=self._basis.digest,
            taken=began,
            snapshots=snapshots_folder(self._root, project.settings),
            records=project.loaded.seen,
            texts=[snapshot.file for snapshot in snapshots if snapshot],
            recall=self._recall,
        )

    def stands(self, state: State) -> bool:
        """Tell whether what was read since a state was taken is certainly of it; then the state is kept."""
        from claimtrack.store.state import keep, unchanged

        if not unchanged(state) or not self._same_basis():
            return False
        if self.state is None or self.state.digest() != state.digest():
            keep(self.cache, state)
        return True

    def _same_basis(self) -> bool:
        from claimtrack.store.state import basis_of

        return basis_of(self._root) == self._basis
