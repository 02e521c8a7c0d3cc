"""What a project is made of, and whether it is still just that.

Two looks at the stamps of its files tell, as git's index does, with the same care: a file that
was changed within the clock's grain of the first look may have changed again unseen, so it is
read and its digest compared. What cannot be told so (a link, a folder in a file's place, what
cannot be read) makes a project that is looked at anew each time.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.store.files import Found, Seen, Stamp, record_files, stamp_of
from claimtrack.store.program import program
from claimtrack.store.reading import NoFileError, TooLargeError, read_bytes
from claimtrack.store.root import LARGEST_SETTINGS, PYPROJECT, SETTINGS_FILE, SNAPSHOTS_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimtrack.store.cache import Cache

_NAME = "state"
_GRAIN = 2 * 10**9
"""In nanoseconds: the coarsest clock of a file system in use (FAT counts changes by two seconds)."""
_LARGEST = 256 * 2**20
"""In bytes: what is larger is over every limit, and not worth a digest."""
_ABSENT = ""
"""The digest of a file that is not there."""


class Basis(NamedTuple):
    """What stands above the records: the program, the root and its settings."""

    digest: str
    stamps: tuple[Stamp | None, ...]
    """Of the files of settings; None for one that is not there."""


class State(NamedTuple):
    """All that the answers about a project depend on, but for the question and the day."""

    basis: str
    """The digest of the program, the root and its settings."""
    snapshots: str
    """The snapshots folder."""
    taken: int
    """When the look began, in nanoseconds."""
    records: tuple[Seen, ...]
    texts: tuple[Seen, ...]
    """The snapshots that the records name."""
    folders: tuple[tuple[str, str], ...]
    """The folders in which the texts lie, and where they really are."""

    def digest(self) -> str:
        """Return a digest of what was read, whenever that was."""
        parts = (self.basis, self.snapshots, _contents(self.records), _contents(self.texts), self.folders)
        return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def basis_of(root: Path, environ: Mapping[str, str] = os.environ) -> Basis | None:
    """Return what stands above the records; None where that cannot be told.

    In: the root, and the environment that the settings are read from.
    """
    made_by = program()
    if made_by is None:
        return None
    stamps: list[Stamp | None] = []
    try:
        texts = environ.get(SNAPSHOTS_VARIABLE)
        # A relative one leads elsewhere from each folder that somebody works in.
        parts = (made_by, os.fspath(root), texts and os.fspath(Path(texts).absolute()))
        digest = hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass"))
        for name in (SETTINGS_FILE, PYPROJECT):
            try:
                stamp = stamp_of((root / name).stat())
                held = read_bytes(root / name, LARGEST_SETTINGS)
            except FileNotFoundError:
                stamps.append(None)
                continue
            stamps.append(stamp)
            digest.update(f"{name}\n".encode() + hashlib.sha256(held).digest())
    except (OSError, NoFileError, TooLargeError):
        return None
    return Basis(digest.hexdigest(), tuple(stamps))


class Recall:
    """What a cache knows of a project, held against what stands there now."""

    def __init__(self, root: Path, cache: Cache, basis: str) -> None:
        self.files: list[Found] = []
        """The record files as they are now; none where the project was not looked at before."""
        self.seen: dict[str, Seen] = {}
        """Those of them that are certainly as they were, by path."""
        self.state: State | None = None
        """The state of the whole project; None where it is not what it was."""
        kept = _read(cache, basis)
        self.known = kept is not None
        """Whether the project was looked at before."""
        if kept:
            try:
                self._look(root, cache, kept)
            except (TypeError, ValueError):
                # Somebody has made up what was kept: not even its paths are paths.
                self.files, self.seen, self.known = [], {}, False
        self.kept = kept if self.known else None
        """The state of the project when it was looked at before."""

    def texts(self) -> dict[str, Seen]:
        """Return the texts that need not be read again while they keep their stamps, by path."""
        if self.kept is None:
            return {}
        return {seen.path: seen for seen in self.kept.texts if not _doubtful(seen, self.kept.taken)}

    def _look(self, root: Path, cache: Cache, kept: State) -> None:
        now = time.time_ns()
        records = self._same_records(root, kept)
        texts = None if records is None else _same_texts(kept)
        if records is not None and texts is not None:
            self.state = kept._replace(taken=now, records=records, texts=texts)
            if any(_doubtful(seen, kept.taken) for seen in (*records, *texts)):
                keep(cache, self.state)

    def _same_records(self, root: Path, kept: State) -> tuple[Seen, ...] | None:
        """Return the record files as they are now; None where one has changed, come or gone."""
        before = {seen.path: seen for seen in kept.records}
        self.files = found = record_files(root, Path(kept.snapshots))
        for file in found:
            seen = before.get(file.path)
            if seen and seen.stamp == file.stamp and not _doubtful(seen, kept.taken):
                self.seen[file.path] = seen
        if [file.path for file in found] != [seen.path for seen in kept.records]:
            return None
        now = []
        for file in found:
            seen = self.seen.get(file.path)
            if seen is None:
                digest = None if file.stamp is None else _digest(root / file.path)
                if digest is None or digest != before[file.path].digest:
                    return None
                seen = self.seen[file.path] = Seen(file.path, file.stamp, digest)
            now.append(seen)
        return tuple(now)


def take(  # noqa: PLR0913  (each by its name)
    *,
    basis: str,
    taken: int,
    snapshots: Path,
    records: Sequence[Seen | None],
    texts: Iterable[str],
    recall: Recall | None = None,
) -> State | None:
    """Return the state of a project whose records were just read, and its texts not yet.

    In: its basis, when reading began, its snapshots folder, its record files as they were read
    (None for one that could not be), the names of the snapshots that its records name, and what
    was known before. Out: None where something is in the way of telling later whether it has
    changed.
    """
    paths = [os.path.join(snapshots, name) for name in sorted(set(texts))]  # noqa: PTH118  (of thousands)
    known = recall.texts() if recall else {}
    looked_at = [_text(path, known.get(path)) for path in paths]
    if any(seen is None or seen.stamp is None for seen in records) or None in looked_at:
        return None
    folders = sorted({os.fspath(snapshots), *(os.path.dirname(path) for path in paths)})  # noqa: PTH120  (likewise)
    return State(
        basis,
        os.fspath(snapshots),
        taken,
        tuple(_as_first_seen(seen, recall) for seen in records if seen),
        tuple(seen for seen in looked_at if seen),
        tuple((folder, os.path.realpath(folder)) for folder in folders),
    )


def unchanged(state: State) -> bool:
    """Tell whether the texts are untouched since a state was taken, so that whatever was read meanwhile is of it."""
    return _same_texts(state) == state.texts


def keep(cache: Cache, state: State) -> None:
    """Write a state into a cache."""
    plain = {**state._asdict(), "records": _plain(state.records), "texts": _plain(state.texts)}
    cache.write(_NAME, f"{state.basis}\n{json.dumps(plain, separators=(',', ':'))}".encode())


def _read(cache: Cache, basis: str) -> State | None:
    """Return the state that a cache holds, if this very program wrote it under the same settings."""
    data = cache.read(_NAME) or b""
    head, _, rest = data.partition(b"\n")
    if head != basis.encode():
        return None
    try:
        plain = json.loads(rest)
        if type(plain["taken"]) is not int:
            return None
        return State(
            basis,
            plain["snapshots"],
            plain["taken"],
            _seen(plain["records"]),
            _seen(plain["texts"]),
            tuple((folder, real) for folder, real in plain["folders"]),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return None  # Made up by somebody else, or it would not fit its digest.


def _as_first_seen(seen: Seen, recall: Recall | None) -> Seen:
    """Return a record file with the stamp that it had when its digest was known to be this one.

    Where its records were remembered, it may have changed between the two looks.
    """
    known = recall.seen.get(seen.path) if recall else None
    return known if known and known.digest == seen.digest else seen


def _doubtful(seen: Seen, taken: int) -> bool:
    """Tell whether a file may have been changed again after it was read without a change of its stamp."""
    return seen.stamp is not None and max(seen.stamp.mtime, seen.stamp.ctime) > taken - _GRAIN


def _same_texts(kept: State) -> tuple[Seen, ...] | None:
    """Return the texts as they are now; None where one has changed, come or gone."""
    if any(os.path.realpath(folder) != real for folder, real in kept.folders):
        return None
    now = []
    for seen in kept.texts:
        again = _text(seen.path, None if _doubtful(seen, kept.taken) else seen)
        if again is None or again.digest != seen.digest:
            return None
        now.append(again)
    return tuple(now)


def _text(path: str, before: Seen | None = None) -> Seen | None:
    """Look at a text; None where it is no plain file, or cannot be read.

    In: its path, and how it was seen before: with the same stamp it is not read again.
    """
    try:
        state = os.lstat(path)
    except FileNotFoundError:
        return Seen(path, None, _ABSENT)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(state.st_mode):
        return None
    stamp = stamp_of(state)
    if before and before.stamp == stamp:
        return before
    digest = _digest(Path(path))
    return None if digest is None else Seen(path, stamp, digest)


def _digest(path: Path) -> str | None:
    """Return the digest of what a file holds, None where it cannot be read."""
    try:
        return hashlib.sha256(read_bytes(path, _LARGEST)).hexdigest()
    except (OSError, ValueError, NoFileError, TooLargeError):
        return None


def _contents(files: tuple[Seen, ...]) -> list[tuple[str, str]]:
    return [(seen.path, seen.digest) for seen in files]


def _plain(files: tuple[Seen, ...]) -> list[list[object]]:
    return [[seen.path, seen.digest, *(seen.stamp or ())] for seen in files]


def _seen(plain: list[Any]) -> tuple[Seen, ...]:
    return tuple(Seen(path, Stamp(*stamp) if stamp else None, digest) for path, digest, *stamp in plain)
