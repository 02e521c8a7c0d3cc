"""Where a project begins: the root that everything else is relative to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store.files import CLAIMS, has_record_files
from claimtrack.store.reading import NoFileError, TooLargeError, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SETTINGS_FILE = "claimtrack.toml"
PYPROJECT = "pyproject.toml"
SNAPSHOTS_VARIABLE = "CLAIMTRACK_SNAPSHOTS"
"""Names the snapshots folder, whatever the settings say."""
LARGEST_SETTINGS = 128 * 1024
"""In bytes; ten times what anybody writes, and little enough for a parser that takes its time."""
_TABLE = b"[tool.claimtrack"


def find_root(start: Path) -> Path | None:
    """Find the root of the project around a folder.

    The nearest ancestor with a `claimtrack.toml`; else with a pyproject.toml that has
    `[tool.claimtrack]`; else with a folder `claims/` that holds a record file. The search ends
    at the edge of the file system. Out: the root, None where there is none.
    """
    ancestors = list(_ancestors(start))
    for is_root in (_has_settings, mentions_claimtrack, _has_records):
        for folder in ancestors:
            if is_root(folder):
                return folder
    return None


def _ancestors(start: Path) -> Iterator[Path]:
    folder = start.resolve()
    device = folder.stat().st_dev
    yield folder
    for parent in folder.parents:
        if parent.stat().st_dev != device:
            return
        yield parent


def _has_settings(folder: Path) -> bool:
    return (folder / SETTINGS_FILE).is_file()


def mentions_claimtrack(folder: Path) -> bool:
    """Tell whether a folder's pyproject.toml has settings of claimtrack."""
    try:
        return _TABLE in read_bytes(folder / PYPROJECT, LARGEST_SETTINGS)
    except (OSError, NoFileError, TooLargeError):
        return False


def _has_records(folder: Path) -> bool:
    # A folder that cannot be looked into counts: there is something to tell of it.
    return has_record_files(folder, folder / CLAIMS / "snapshots")
