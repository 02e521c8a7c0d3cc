"""Where a project begins: the root that everything else is relative to."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from claimtrack.store.project import CLAIMS, record_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SETTINGS_FILE = "claimtrack.toml"
PYPROJECT = "pyproject.toml"


def find_root(start: Path) -> Path | None:
    """Find the root of the project around a folder.

    The nearest ancestor with a `claimtrack.toml`; else with a pyproject.toml that has
    `[tool.claimtrack]`; else with a folder `claims/` that holds a record file. The search ends
    at the edge of the file system. Out: the root, None where there is none.
    """
    ancestors = list(_ancestors(start))
    for is_root in (_has_settings, _has_table, _has_records):
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


def _has_table(folder: Path) -> bool:
    return pyproject_table(folder) is not None


def _has_records(folder: Path) -> bool:
    return any(isinstance(file, str) for file in record_files(folder, folder / CLAIMS / "snapshots"))


def pyproject_table(folder: Path) -> dict[str, Any] | None:
    """Return `[tool.claimtrack]` of a folder's pyproject.toml, None where there is none.

    A file that cannot be read is somebody else's trouble here and counts as none.
    """
    try:
        table = tomllib.loads((folder / PYPROJECT).read_text(encoding="utf-8")).get("tool", {}).get("claimtrack")
    except (OSError, ValueError, AttributeError):
        return None
    return table if isinstance(table, dict) else None
