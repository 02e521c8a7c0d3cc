"""Opens the project around a folder: root, settings, records, today."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import typer

from claimtrack.cli import NOTHING, USAGE
from claimtrack.cli._app import Failure
from claimtrack.model.ledger import Ledger
from claimtrack.rules import codes
from claimtrack.store.project import CLAIMS, Loaded, load, snapshots_folder
from claimtrack.store.root import find_root
from claimtrack.store.settings import SettingsError, read_settings
from claimtrack.store.snapshots import Snapshots
from claimtrack.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from claimtrack.engine import Report
    from claimtrack.model.settings import Settings

_BROKEN = frozenset({"CT001", "CT002", "CT003", "CT004"})


@dataclass(frozen=True, slots=True)
class Project:
    """Everything that a command needs to know about the records."""

    root: Path
    settings: Settings
    loaded: Loaded
    ledger: Ledger

    def check(self, *, require_snapshots: bool = False) -> Report:
        """Run the rules. In: whether a text that is not here is an error, whatever the settings say."""
        from claimtrack.engine import check

        required = require_snapshots or self.settings.require_snapshots
        return check(self.ledger, replace(self.settings, require_snapshots=required), self.loaded.faults)


def open_project(
    directory: Path, as_of: date | None, *, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> Project:
    """Load the project around a folder. Raises Failure where there is none or its settings are wrong."""
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
    try:
        settings = read_settings(root, codes(), select=select, ignore=ignore)
    except SettingsError as error:
        raise Failure(USAGE, one_line(str(error))) from None
    loaded = load(root, settings, codes())
    texts = Snapshots(snapshots_folder(root, settings), limit=settings.limits.snapshot_size)
    return Project(root, settings, loaded, Ledger(loaded.records, as_of or _today(), texts))


def name_broken_files(project: Project) -> None:
    """Tell on stderr which files are not, or not all, in what a command prints."""
    counts: dict[str, int] = {}
    for fault in project.loaded.faults:
        counts[fault.place.file] = counts.get(fault.place.file, 0) + 1
    for file, number in counts.items():
        problems = "1 problem" if number == 1 else f"{number} problems"
        typer.echo(f"claimtrack: {one_line(file)} has {problems}; `claimtrack verify` says which.", err=True)


def _today() -> date:
    """Return SOURCE_DATE_EPOCH's day where it is set, else the local date."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        raise Failure(USAGE, f"SOURCE_DATE_EPOCH must be a number of seconds, not `{one_line(epoch)}`.") from None
