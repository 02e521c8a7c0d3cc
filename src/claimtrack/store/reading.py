"""Reading a file up to a limit, whatever it turns out to be while it is read."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
"""Opening a pipe that nobody writes into would wait for ever."""


class NoFileError(Exception):
    """What was to be read is a folder, a pipe or a device."""

    def __init__(self) -> None:
        super().__init__("is no regular file")


class TooLargeError(Exception):
    """A file holds more than may be read; the message says how much, and the limit."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(f"is {size_in_words(size)}, over the limit of {size_in_words(limit)}")


def read_bytes(path: Path, limit: int) -> bytes:
    """Return what a regular file holds.

    In: where it lies, and how many bytes it may hold. Raises OSError, NoFileError or
    TooLargeError; never waits, and never reads more than the limit, even where the file grows
    or is replaced meanwhile.
    """
    # Looked at before it is opened, for opening a device may do something to it, and a socket
    # fails to open in words of its own; and again afterwards, for it may have been replaced.
    _require_file(path.stat())
    with open(os.open(path, _FLAGS), "rb") as file:  # noqa: PTH123  (a descriptor)
        status = os.fstat(file.fileno())
        _require_file(status)
        if status.st_size > limit:
            raise TooLargeError(status.st_size, limit)
        data = file.read(status.st_size + 1)
        if len(data) > status.st_size:
            # It has grown, or is a file that the system makes up and calls empty.
            data += file.read(limit + 1 - len(data))
        if len(data) > limit:
            raise TooLargeError(len(data), limit)
    return data


def size_in_words(size: int) -> str:
    """Return a size for a reader: `16 MB`, `1.5 KB`, `3 bytes`. The units go by 1,024."""
    for unit, name in ((2**30, "GB"), (2**20, "MB"), (2**10, "KB")):
        if size >= unit:
            return f"{size // unit} {name}" if size % unit == 0 else f"{size / unit:.1f} {name}"
    return "1 byte" if size == 1 else f"{size} bytes"


def _require_file(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NoFileError
