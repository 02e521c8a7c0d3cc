"""Where a command works: a project before it is read, and what a cache knows of it."""

from __future__ import annotations

import sys
import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import typer

from claimtrack.cli import NOTHING, USAGE
from claimtrack.cli._app import Failure
from claimtrack.cli._known import Known, Question
from claimtrack.store.files import CLAIMS
from claimtrack.store.root import find_root
from claimtrack.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from claimtrack.cli._project import Project
    from claimtrack.model.findings import Finding
    from claimtrack.model.ledger import Ledger
    from claimtrack.model.report import Report
    from claimtrack.store.answers import Answer
    from claimtrack.store.sheets import Sheet
    from claimtrack.store.state import State


class View(NamedTuple):
    """What has to be known to show a record."""

    ledger: Ledger
    """All records, or those around the one that is shown."""
    hedges: Sequence[str]
    """A desk's own."""
    broken: Iterable[tuple[str, int]]
    """The files with faults of form, and how many each has."""
    findings: Callable[[], Sequence[Finding]]
    """Returns all findings, or those in the record's file."""


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
        self._known = None if no_cache else Known.of(self.root)
        self._answers = False
        self._project: Project | None = None
        self._looked = False
        """Whether the project was looked at anew, so that an answer is of what it is now."""
        self._state: State | None = None
        self._reports: dict[Question, Report] = {}
        self._sheets: dict[Question, Sheet] = {}

    def project(self, today: date, *, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Project:
        """Read the records. Raises Failure where the settings are wrong."""
        from claimtrack.cli._project import read_project

        memory = self._known.memory() if self._known else None
        self._project = read_project(self.root, today, memory, select=select, ignore=ignore)
        self._looked = True
        if self._answers and self._known:
            # Now, before a rule reads a text: what is read from here on can be told to be of this state.
            self._state = self._known.look(self._began, self._project)
        return self._project

    def view(self, id_: str, day: date) -> View:
        """Read what has to be known to show a record: of a project that is known only what is around it.

        In: its id as a user gives it, and the day. Raises Failure where the settings are wrong.
        """
        from claimtrack.cli._project import record_named, settings_of
        from claimtrack.model.references import name_of
        from claimtrack.rules import codes

        known, question = self._known, Question(day)
        sheet = known.sheet(question, known.state) if known and known.state and not self._looked else None
        settings = settings_of(self.root)
        found = known.around(id_, sheet, settings, codes(), day) if known and sheet else None
        if found and name_of(record_named(found.ledger, id_)) == found.name:
            return View(found.ledger, settings.hedges, found.broken, lambda: found.findings)
        project = self.project(day)
        return View(project.ledger, settings.hedges, project.broken, lambda: self.report(day).findings)

    def report(
        self, day: date, select: tuple[str, ...] = (), ignore: tuple[str, ...] = (), *, require_snapshots: bool = False
    ) -> Report:
        """Return what a check finds: where it is known without reading a record, else reading as few as may be."""
        question = Question(day, select, ignore, require_snapshots)
        known, state = self._known, self._seen_state()
        report = known.report(state, question) if known and state else None
        if report is None and known:
            report = self._rechecked(known, question)
        if report is None:
            project = self._project or self.project(day, select=select, ignore=ignore)
            report = project.check(require_snapshots=require_snapshots)
            self._reports[question] = report
        return report

    def _rechecked(self, known: Known, question: Question) -> Report | None:
        """Return what a check finds where only a part has to be judged anew, None where that is not so."""
        sheet = known.sheet(question)
        if sheet is None:
            return None
        from claimtrack.cli._project import recheck_project

        done = recheck_project(self.root, question, partial(known.recheck, sheet, self._began))
        if done is None:
            return None
        if self._looked and (self._state is None or self._state.digest() != done.state.digest()):
            return None  # Something was changed since the records were read that are shown with it.
        self._looked, self._state = True, done.state
        self._sheets[question] = done.sheet
        return done.sheet.report()

    def answer(self, question: tuple[object, ...], make: Callable[[], Answer]) -> int:
        """Print an answer. Out: the exit code.

        In: all that it depends on besides the project (the command, its options, the day, the
        screen), and what makes it where it is not known yet.
        """
        known = self._known
        if known is None:
            return _print(make())
        from claimtrack.store.answers import key_of, recall, remember

        found = recall(known.cache, key_of(known.state.digest(), question)) if known.state else None
        if found:
            return _print(found)
        answer = self._made(make)
        code = _print(answer)
        state = self._seen_state()
        if state and known.stands(state):
            remember(known.cache, key_of(state.digest(), question), answer)
            known.keep(state, self._sheets, self._reports, self._project)
        return code

    def _seen_state(self) -> State | None:
        """Return the state that an answer is of: that of the records which were read, else the one that is known."""
        if self._looked:
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
            self._sheets.clear()
            return make()


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
