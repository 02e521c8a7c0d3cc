"""A folder of things that can be made again: reading them back whole or not at all.

Each file begins with a digest of its name and of what follows. A file that was cut short, that
another program wrote, that was renamed or mended by hand does not fit its digest and counts as
not there. Nothing here raises: a cache that cannot be read or written is no cache.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

VARIABLE = "CLAIMTRACK_CACHE"
"""Names another folder for the caches of all projects."""
_HEAD = b"claimtrack cache 1\n"
_DIGEST = 64
_LARGEST = 512 * 1024 * 1024
"""In bytes. What is larger was not written here."""
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_SCRATCH = ".tmp"
_FORGOTTEN = 3600
"""In seconds. A scratch file this old was left by a program that was killed."""


class Cache:
    """The cached things of one project, by name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str) -> bytes | None:
        """Return what was written under a name, None where it is not there just as it was written."""
        try:
            digest, data = _parts(self.folder / name)
        except (OSError, ValueError):
            return None
        return data if digest == _digest(name, data) else None

    def write(self, name: str, data: bytes) -> None:
        """Keep data under a name, in one step: who reads meanwhile finds the old, the new, or nothing."""
        path = self.folder / name
        # A name that nobody can guess: in a folder that others may write to, it might be a link of theirs.
        scratch = path.with_name(f"{path.name}.{os.urandom(8).hex()}{_SCRATCH}")
        try:
            for folder in (self.folder, path.parent):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with open(os.open(scratch, _WRITE, 0o600), "wb") as file:  # noqa: PTH123  (a descriptor)
                file.write(_HEAD + _digest(name, data) + data)
            scratch.replace(path)
        except (OSError, ValueError):
            _drop(scratch)
        except BaseException:
            _drop(scratch)
            raise

    def touch(self, name: str) -> None:
        """Mark a thing as used just now, so that it is among the last to be dropped."""
        with suppress(OSError):
            os.utime(self.folder / name)

    def keep_newest(self, group: str, *, number: int, size: int) -> None:
        """Drop the things of a group that were used longest ago, beyond a number of files or of bytes.

        What programs that were killed left half written goes too, in whatever group.
        """
        entries = sorted(_files(self.folder / group), key=lambda entry: -entry[1].st_mtime_ns)
        for place, (path, state) in enumerate(entries):
            size -= state.st_size
            if place >= number or size < 0:
                _drop(path)
        for path, state in _files(self.folder):
            if path.suffix == _SCRATCH and state.st_mtime < time.time() - _FORGOTTEN:
                _drop(path)

    def clear(self) -> int:
        """Drop everything. Out: how many files that were."""
        number = 0
        for path, _ in list(_files(self.folder)):
            number += _drop(path)
        for folder in (*_folders(self.folder), self.folder):
            with suppress(OSError):
                folder.rmdir()
        return number

    def size(self) -> tuple[int, int]:
        """Return how many files there are, and how many bytes they take."""
        sizes = [state.st_size for _, state in _files(self.folder)]
        return len(sizes), sum(sizes)


def project_cache(root: Path, environ: Mapping[str, str] = os.environ) -> Cache | None:
    """Return the cache of a project, None where the user has no place for one.

    In: the project's root. Each root has a folder of its own, named after it and a digest of
    its whole path, in the folder that CLAIMTRACK_CACHE names, else in the user's cache directory.
    """
    base = caches_folder(environ)
    if base is None:
        return None
    digest = hashlib.sha256(os.fsencode(root.absolute())).hexdigest()[:16]
    name = "".join(letter for letter in root.name if letter.isalnum())[:32]
    return Cache(base / f"{name}-{digest}")


def caches_folder(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """Return the folder of all projects' caches, where the system has such things; None without a home.

    A library would tell this too, for 4 ms of a start that takes 60.
    """
    own = environ.get(VARIABLE)
    if own:
        return Path(own).absolute()
    given = environ.get("LOCALAPPDATA" if platform == "win32" else "XDG_CACHE_HOME")
    # A relative one would lie in whatever folder somebody works in.
    if given and Path(given).is_absolute():
        return Path(given, "claimtrack")
    try:
        home = Path.home()
    except RuntimeError:
        return None
    usual = {"win32": ("AppData", "Local"), "darwin": ("Library", "Caches")}.get(platform, (".cache",))
    return home.joinpath(*usual, "claimtrack") if home.is_absolute() else None


def _digest(name: str, data: bytes) -> bytes:
    digest = hashlib.sha256(f"{name}\n".encode())
    digest.update(data)
    return digest.hexdigest().encode()


def _parts(path: Path) -> tuple[bytes, bytes]:
    """Read a file: the digest at its head, and what follows. Raises ValueError for what was not written here."""
    with open(path, "rb", opener=_open) as file:
        state = os.fstat(file.fileno())
        # The head is looked at first: there is no need to read all of what is somebody else's.
        if not stat.S_ISREG(state.st_mode) or state.st_size > _LARGEST or file.read(len(_HEAD)) != _HEAD:
            raise ValueError(f"{path} was not written here")
        return file.read(_DIGEST), file.read()


def _open(path: str, flags: int) -> int:
    """Open a file; a pipe that somebody put in its place holds nothing up."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def _drop(path: Path) -> bool:
    """Remove a file. Out: whether it was there and could be."""
    with suppress(OSError, ValueError):
        path.unlink()
        return True
    return False


def _files(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Find all files of a cache, with their states; links are not followed, for what is there is not ours."""
    if folder.is_symlink():
        return
    for place in (folder, *_folders(folder)):
        with suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                with suppress(OSError):
                    if not entry.is_dir(follow_symlinks=False):
                        yield Path(entry.path), entry.stat(follow_symlinks=False)


def _folders(folder: Path) -> list[Path]:
    """Return the folders right under a folder; a cache has no deeper ones."""
    with suppress(OSError), os.scandir(folder) as entries:
        return [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]
    return []
