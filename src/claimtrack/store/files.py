"""Which record files a project has, and what the system says of each: enough to know whether it changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CLAIMS = "claims"
"""The folder that holds the record files."""
_ENDINGS = (".yaml", ".yml")


class Stamp(NamedTuple):
    """What tells a file that was written to from one that was not, without reading it.

    A program can put the time of the last change back; the time of the last change of the
    entry (`ctime`) it cannot, and a file that was put in the place of another has its own inode.
    """

    size: int
    mtime: int
    """In nanoseconds, as the next."""
    ctime: int
    inode: int


class Found(NamedTuple):
    """A record file, or a folder that cannot be looked into."""

    path: str
    """Relative to the root, with forward slashes."""
    stamp: Stamp | None
    """None where the system does not tell."""
    problem: str | None = None
    """Of a folder: `cannot be looked into: permission denied`."""


class Seen(NamedTuple):
    """A file as it was when it was read."""

    path: str
    stamp: Stamp | None
    """None for a file that is not there."""
    digest: str
    """The sha256 of what it held; empty for a file that is not there."""


def stamp_of(status: os.stat_result) -> Stamp:
    """Return the stamp of a file that was just looked at."""
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def record_files(root: Path, snapshots: Path) -> list[Found]:
    """Find the record files under a root, in byte order of their paths.

    In: the root, and its snapshots folder, which holds none. Names that begin with a dot and
    symbolic links to folders are passed over too.
    """
    return sorted(_met(root, snapshots), key=lambda file: os.fsencode(file.path))


def has_record_files(root: Path, snapshots: Path) -> bool:
    """Tell whether there is any of what `record_files` finds; it looks no further than that."""
    return any(True for _ in _met(root, snapshots))


def _met(root: Path, snapshots: Path) -> Iterator[Found]:
    """Yield the record files as they are met."""
    skipped = os.path.normpath(snapshots)
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
            yield Found(folder, None, f"cannot be looked into: {reason}")
            continue
        for entry in kept:
            path = f"{folder}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if os.path.normpath(entry.path) != skipped:
                    waiting.append(path)
            elif entry.name.endswith(_ENDINGS) and not _leads_to_folder(entry):
                yield Found(path, _stamp(entry))


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # A link that leads nowhere is told of when it is read.


def _stamp(entry: os.DirEntry[str]) -> Stamp | None:
    try:
        return stamp_of(entry.stat())
    except OSError:
        return None
