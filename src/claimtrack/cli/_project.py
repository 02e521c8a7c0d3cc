"""Opens the project around a folder: root, settings, records, today."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import typer

from claimtrack.cli import USAGE
from claimtrack.cli._app import Failure
from claimtrack.cli._ground import root_around
from claimtrack.cli._options import today
from claimtrack.cli._output import told_of_broken
from claimtrack.cli._progress import Waiting
from claimtrack.model.ledger import Ledger
from claimtrack.rules import codes
from claimtrack.store.project import Loaded, load, snapshots_folder
from claimtrack.store.settings import SettingsError, read_settings
from claimtrack.store.snapshots import Snapshots
from claimtrack.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from claimtrack.cli._known import Question
    from claimtrack.model.records import Record
    from claimtrack.model.report import Report
    from claimtrack.model.settings import Settings
    from claimtrack.recheck.again import Rechecked
    from claimtrack.store.memory import Memory

_BROKEN = frozenset({"CT001", "CT002", "CT003", "CT004"})


@dataclass(frozen=True, slots=True)
class Project:
    """Everything that a command needs to know about the records."""

    root: Path
    settings: Settings
    loaded: Loaded
    ledger: Ledger

    @property
    def broken(self) -> tuple[tuple[str, int], ...]:
        """The files with faults of form, and how many each has."""
        return tuple(Counter(fault.place.file for fault in self.loaded.faults).items())

    def check(self, *, require_snapshots: bool = False) -> Report:
        """Run the rules. In: whether a text that is not here is an error, whatever the settings say."""
        from claimtrack.engine import check

        settings = _requiring(self.settings, require_snapshots=require_snapshots)
        with Waiting() as waiting:
            return check(self.ledger, settings, self.loaded.faults, waiting)


def open_project(
    directory: Path, as_of: date | None, *, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> Project:
    """Load the project around a folder. Raises Failure where there is none or its settings are wrong."""
    return read_project(root_around(directory), as_of or today(), select=select, ignore=ignore)


def read_project(
    root: Path, day: date, memory: Memory | None = None, *, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> Project:
    """Load the project at a root.

    In: the root, the day to take for today, what a cache holds of its files, and codes of the
    command line. Raises Failure where its settings are wrong.
    """
    settings = settings_of(root, select, ignore)
    with Waiting() as waiting:
        loaded = load(root, settings, codes(), memory, waiting)
    texts = Snapshots(snapshots_folder(root, settings), limit=settings.limits.snapshot_size)
    return Project(root, settings, loaded, Ledger(loaded.records, day, texts))


def recheck_project(
    root: Path,
    question: Question,
    recheck: Callable[[Settings, frozenset[str], date, Waiting], Rechecked | None],
) -> Rechecked | None:
    """Check a project again. In: its root, what is asked, and what does it. Raises Failure as `read_project` does."""
    settings = settings_of(root, question.select, question.ignore)
    settings = _requiring(settings, require_snapshots=question.require_snapshots)
    with Waiting() as waiting:
        return recheck(settings, codes(), question.day, waiting)


def settings_of(root: Path, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Settings:
    """Return the settings of a project. Raises Failure where they are wrong."""
    try:
        return read_settings(root, codes(), select=select, ignore=ignore)
    except SettingsError as error:
        raise Failure(USAGE, one_line(str(error))) from None


def _requiring(settings: Settings, *, require_snapshots: bool) -> Settings:
    return replace(settings, require_snapshots=require_snapshots or settings.require_snapshots)


def record_named(ledger: Ledger, name: str) -> Record:
    """Return the record that an id of the command line means. Raises Failure where it is none, or several."""
    from claimtrack.views.resolve import UnknownIdError, resolve

    try:
        return resolve(ledger, name)
    except UnknownIdError as error:
        raise Failure(USAGE, str(error)) from None


def name_broken_files(project: Project) -> None:
    """Tell on stderr which files are not, or not all, in what a command prints."""
    for line in broken_files(project):
        typer.echo(line, err=True)


def broken_files(project: Project) -> tuple[str, ...]:
    """Return a line for each file that is not, or not all, in what a command prints."""
    return told_of_broken(project.broken)
