"""The stored texts of sources: reading them bound by their digests, and putting new ones there."""

from __future__ import annotations

import hashlib
import posixpath
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.fields import parse_snapshot_file
from claimtrack.model.settings import DEFAULT_LIMITS
from claimtrack.model.texts import TextState
from claimtrack.store.atomic import WriteError, write_file
from claimtrack.store.reading import NoFileError, TooLargeError, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from claimtrack.model.records import Snapshot, Source

_NONE = TextState(status="none")


class _Stored(NamedTuple):
    """What a file of the folder holds; without a digest it is as good as not there."""

    digest: str | None = None
    text: str | None = None
    reason: str = ""


class Snapshots:
    """The texts of a project's sources. Each file is read once at most, and only when asked for."""

    def __init__(self, folder: Path, *, limit: int = DEFAULT_LIMITS.snapshot_size) -> None:
        self._folder = folder
        self._limit = limit
        self._stored: dict[str, _Stored] = {}

    def state(self, source: Source) -> TextState:
        """Return what has become of the text of a source. Never raises for what it finds."""
        snapshot = source.snapshot
        if snapshot is None:
            return _NONE
        file = snapshot.file
        if file not in self._stored:
            self._stored[file] = self._read(file)
        digest, text, reason = self._stored[file]
        if digest is None:
            return TextState(status="missing", reason=reason)
        if digest != snapshot.sha256.lower():
            return TextState(status="changed", reason="is not the text that was recorded")
        if text is None:
            return TextState(status="changed", reason=reason)
        return TextState(status="here", text=text)

    def _read(self, file: str) -> _Stored:
        try:
            data = read_bytes(_inside(self._folder, file), self._limit)
        except FileNotFoundError:
            return _Stored()
        except TooLargeError as error:
            return _Stored(reason=f"{error} (`snapshot-size` under `limits` in the settings)")
        except (ValueError, NoFileError) as error:
            return _Stored(reason=str(error))
        except (OSError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
            return _Stored(reason=f"cannot be read: {(getattr(error, 'strerror', None) or str(error)).lower()}")
        digest = hashlib.sha256(data).hexdigest()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            return _Stored(digest, reason=f"is not UTF-8: byte {error.start} (0x{data[error.start]:02x})")
        # A text that was put there by hand may come from anywhere; lines are counted alike for all.
        return _Stored(digest, text.replace("\r\n", "\n").replace("\r", "\n"))


class Stored:
    """A text that was written into the folder, and the way back."""

    def __init__(self, path: Path, before: bytes | None, after: bytes) -> None:
        self._path, self._before, self._after = path, before, after

    def undo(self) -> None:
        """Put the folder back as it was, for the record that should name the text could not be written."""
        with suppress(OSError, WriteError):
            if self._before is None:
                if self._path.read_bytes() == self._after:
                    self._path.unlink()
            elif self._before != self._after:
                write_file(self._path, self._before, instead_of=self._after)


def digest_of(text: str) -> str:
    """Return the sha256 by which a text is bound."""
    return hashlib.sha256(text.encode()).hexdigest()


def store_snapshot(
    folder: Path, name: str, text: str, *, own: str | None = None, others: Iterable[Snapshot] = ()
) -> tuple[str, str]:
    """Store the text of a source. Out: the file, relative to the folder, and its sha256.

    In: the folder, made where it is missing; the name of the file; the text; the file that this
    source has recorded, which may be overwritten; and what other sources have recorded, which
    may not, even where it is missing here. Raises WriteError with nothing written.
    """
    place_snapshot(folder, name, text, own=own, others=others)
    return name, digest_of(text)


def place_snapshot(
    folder: Path, name: str, text: str, *, own: str | None = None, others: Iterable[Snapshot] = ()
) -> Stored:
    """Store the text of a source as `store_snapshot` does. Out: the way back."""
    data = text.encode()
    if any(_same(other.file, name) and other.sha256 != digest_of(text) for other in others):
        raise WriteError(f"{name} is the snapshot of another source; choose another name.")
    try:
        parse_snapshot_file(name)
        path = _inside(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_bytes() if path.exists() else None
    except ValueError as error:
        raise WriteError(f"{name}: {error}.") from None
    except (OSError, RuntimeError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise WriteError(f"{folder / name} cannot be written: {reason}.") from None
    if before not in (None, data) and not (own and _same(own, name)):
        raise WriteError(f"{path} is there already with other words; choose another name.")
    stored = Stored(path, before, data)
    if before != data:
        try:
            write_file(path, data, instead_of=before)
        except WriteError:
            raise
        except BaseException:  # Whoever interrupts may do so when the text is there already.
            stored.undo()
            raise
    return stored


def _same(one: str, other: str) -> bool:
    """Tell whether two names may be one file, where cases or ways to write an accent are not told apart either."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", posixpath.normpath(name)).casefold()


def _inside(folder: Path, file: str) -> Path:
    """Return where a file really lies. Raises ValueError where that is outside the folder."""
    path = (folder / file).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ValueError("leads out of the snapshots folder")
    return path
