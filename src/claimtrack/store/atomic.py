"""Writing a file whole or not at all: whatever happens, the old file stays or the new one stands."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class WriteError(Exception):
    """A file was not written; the message says why, fit for a user."""


def write_file(path: Path, data: bytes, *, instead_of: bytes | None) -> None:
    """Write a file in one step.

    In: where it lies (what a symbolic link leads to is written, the link stays), its new bytes,
    and the bytes that it held when they were read; None where there must be no such file yet.
    Raises WriteError, with the old file as it was.
    """
    try:
        target = path.resolve(strict=instead_of is not None)
        old = target.stat() if instead_of is not None else None
        if instead_of is not None and not os.access(target, os.W_OK):
            # Replacing asks the folder alone; whoever made a file read-only meant the file.
            raise WriteError(f"{path} is read-only; nothing was written.")
        _replace(target, data, old, instead_of)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise WriteError(f"{path} cannot be written: {reason}. Nothing was changed.") from None


def _replace(target: Path, data: bytes, old: os.stat_result | None, instead_of: bytes | None) -> None:
    # A dot-name, so that a loader that looks in meanwhile takes it for no record file.
    scratch = target.with_name(f".claimtrack-{secrets.token_hex(8)}.tmp")
    try:
        _fill(scratch, data, old)
        _refuse_changed(target, instead_of)
        scratch.replace(target)
    except BaseException:
        with suppress(OSError):
            scratch.unlink(missing_ok=True)
        raise
    _keep_name(target.parent)


def _fill(scratch: Path, data: bytes, old: os.stat_result | None) -> None:
    """Write the bytes beside the file, with its owner, as far as the system lets us, and its mode."""
    mode = stat.S_IMODE(old.st_mode) if old else None
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(scratch, flags, 0o666 if mode is None else mode), "wb") as file:  # noqa: PTH123  (a descriptor)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if old is None or mode is None:
        return
    now = scratch.stat()
    if (now.st_uid, now.st_gid) != (old.st_uid, old.st_gid):
        # Root who signs a desk's file must not take it away from the desk.
        with suppress(OSError):
            os.chown(scratch, old.st_uid, old.st_gid)
    scratch.chmod(mode)


def _refuse_changed(target: Path, expected: bytes | None) -> None:
    """Look as late as can be: an editor may have saved the file since it was read."""
    if (target.read_bytes() if target.exists() else None) != expected:
        raise WriteError(f"{target} was changed by somebody else meanwhile; nothing was written. Try again.")


def _keep_name(folder: Path) -> None:
    """Bring the folder's entry to the disk too, where the system can; the file itself is there."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
