"""Where a command works: a project before it is read, and what a cache knows of it."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import typer

from claimtrack.cli import NOTHING, USAGE
from claimtrack.cli._app import Failure
from claimtrack.store.files import CLAIMS
from claimtrack.store.root import find_root
from claimtrack.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from claimtrack.cli._project import Project
    from claimtrack.model.report import Report
    from claimtrack.store.answers import Answer
    from claimtrack.store.cache import Cache
    from claimtrack.store.memory import Memory
    from claimtrack.store.state import Basis, State


class Ground:
    """A project that was found; its records are read when somebody asks for them.

    A command that only reads asks for its answer here. What was answered before is printed
    again where nothing has changed that it depends on, and then nothing is read or imported
    but that.
    """

    def __init__(self, directory: Path, *, no_cache: bool) -> None:
        """Find the project around a folder. Raises Failure where there is none."""
        self.root = root_around(directory)
        self._began = time.time_ns()
        self._known = None if no_cache else _Known.of(self.root)
        self._answers = False
        self._project: Project | None = None
        self._state: State | None = None
        self._reports: dict[tuple[object, ...], Report] = {}

    def project(self, today: date, *, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Project:
        """Read the records. Raises Failure where the settings are wrong."""
        from claimtrack.cli._project import read_project

        memory = self._known.memory() if self._known else None
        self._project = read_project(self.root, today, memory, select=select, ignore=ignore)
        if self._answers and self._known:
            # Now, before a rule reads a text: what is read from here on can be told to be of this state.
            self._state = self._known.look(self._began, self._project)
        return self._project

    def report(
        self, day: date, select: tuple[str, ...] = (), ignore: tuple[str, ...] = (), *, require_snapshots: bool = False
    ) -> Report:
        """Return what a check finds, without reading a record where it is known."""
        from claimtrack.store.answers import recall_report

        question = ("report", day, select, ignore, require_snapshots)
        known, state = self._known, self._seen_state()
        report = recall_report(known.cache, state.digest(), question) if known and state else None
        if report is None:
            project = self._project or self.project(day, select=select, ignore=ignore)
            report = project.check(require_snapshots=require_snapshots)
            self._reports[question] = report
        return report

    def answer(self, question: tuple[object, ...], make: Callable[[], Answer]) -> int:
        """Print an answer. Out: the exit code.

        In: all that it depends on besides the project (the command, its options, the day, the
        screen), and what makes it where it is not known yet.
        """
        known = self._known
        if known is None:
            return _print(make())
        from claimtrack.store.answers import key_of, recall, remember, remember_report

        found = recall(known.cache, key_of(known.state.digest(), question)) if known.state else None
        if found:
            return _print(found)
        answer = self._made(make)
        code = _print(answer)
        state = self._seen_state()
        if state and known.stands(state):
            for asked, report in self._reports.items():
                remember_report(known.cache, state.digest(), asked, report)
            remember(known.cache, key_of(state.digest(), question), answer)
        return code

    def _seen_state(self) -> State | None:
        """Return the state that an answer is of: that of the records which were read, else the one that is known."""
        if self._project is not None:
            return self._state
        return self._known.state if self._known else None

    def _made(self, make: Callable[[], Answer]) -> Answer:
        """Make an answer. Where that fails, it may be the cache: somebody has made up what it holds."""
        self._answers = True
        try:
            return make()
        except (Failure, typer.BadParameter):
            raise
        except Exception:  # noqa: BLE001  (where it is not the cache, it comes again)
            self._known = self._project = self._state = None
            self._reports.clear()
            return make()


class _Known:
    """What a cache knows of a project."""

    def __init__(self, cache: Cache, basis: Basis, root: Path) -> None:
        from claimtrack.store.state import Recall

        self.cache = cache
        self._root, self._basis = root, basis
        self._recall = Recall(root, cache, basis.digest)
        self.state = self._recall.state

    @classmethod
    def of(cls, root: Path) -> _Known | None:
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


def root_around(directory: Path) -> Path:
    """Return the root of the project around a folder. Raises Failure where there is none."""
    if not directory.is_dir():
        raise Failure(USAGE, f"{one_line(str(directory))} is no folder.")
    root = find_root(directory)
    if root is None:
        where = one_line(str(directory.resolve()))
        raise Failure(
            NOTHING,
            f"there are no claims in or above {where}: no claimtrack.toml, no [tool.claimtrack], "
            f"no folder `{CLAIMS}/` with a YAML file.",
        )
    return root


def _print(answer: Answer) -> int:
    for line in answer.before:
        typer.echo(line, err=True)
    sys.stdout.write(answer.text)
    sys.stdout.flush()
    for line in answer.after:
        typer.echo(line, err=True)
    return answer.code
