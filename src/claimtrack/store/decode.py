"""From the bytes of a record file to its text, with the places of its characters."""

from __future__ import annotations

import codecs
import re
from array import array
from bisect import bisect_right
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Self

from claimtrack.model.findings import Fault
from claimtrack.model.place import Place
from claimtrack.model.settings import DEFAULT_LIMITS, Limits, raised_by
from claimtrack.store.reading import NoFileError, TooLargeError, read_bytes

if TYPE_CHECKING:
    from pathlib import Path

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_CONTROL = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile(r"\r\n?|\n")


class Lines:
    """Turns offsets of characters in a file into lines and columns."""

    __slots__ = ("file", "starts")

    def __init__(self, file: str, starts: array[int]) -> None:
        self.file = file
        self.starts = starts
        """The offset of the first character of each line."""

    @classmethod
    def of(cls, file: str, text: str) -> Self:
        """Return the lines of a text."""
        if "\r" in text:
            return cls(file, array("I", [0, *(match.end() for match in _LINE_END.finditer(text))]))
        lengths = (len(line) + 1 for line in text.split("\n"))
        starts = array("I", accumulate(lengths, initial=0))
        starts.pop()
        return cls(file, starts)

    def place(self, start: int, end: int | None = None) -> Place:
        """Return the place of the characters from `start` up to `end`."""
        line, column = self._position(start)
        end_line, end_column = self._position(max(start, start if end is None else end))
        return Place(file=self.file, line=line, column=column, end_line=end_line, end_column=end_column)

    def longer_than(self, limit: int, text: str) -> int | None:
        """Return where the first line of more than `limit` characters begins; None where there is none."""
        if len(text) <= limit:
            return None
        for start, end in zip(self.starts, chain(self.starts[1:], (len(text),)), strict=True):
            if end - start > limit and len(text[start:end].rstrip("\r\n")) > limit:
                return start
        return None

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


class Text:
    """The text of one file, fit to be parsed."""

    __slots__ = ("control", "lines", "text")

    def __init__(self, file: str, text: str) -> None:
        found = _CONTROL.search(text)
        self.control = found.start() if found else None
        """Where the first control character stands; it is replaced in `text`."""
        self.text = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text) if found else text
        self.lines = Lines.of(file, text)


def read_data(path: Path, file: str, limits: Limits = DEFAULT_LIMITS) -> bytes | Fault:
    """Read a record file.

    In: where it lies, its name relative to the root, and the limits. Out: its bytes, or CT001
    where it is too large, or cannot be read at all.
    """
    try:
        if path.is_symlink() and not path.exists():
            return unreadable(file, "is a link that leads nowhere", "Remove it, or put back what it leads to.")
        return read_bytes(path, limits.file_size)
    except NoFileError as error:
        return unreadable(file, str(error), "Remove it, or move it out of the claims folder.")
    except TooLargeError as error:
        return unreadable(file, str(error), f"Split it: one file an article is usual. {raised_by('file-size')}")
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return unreadable(file, f"cannot be read: {reason}", "Check that it exists and that you may read it.")


def decode(data: bytes, file: str, limits: Limits = DEFAULT_LIMITS) -> Text | Fault:
    """Decode the bytes of a record file.

    Out: its text, or CT001 with the first byte that is no UTF-8 (nor UTF-16 behind a byte order
    mark), or with the line that is too long.
    """
    if data.startswith(_UTF32):
        return unreadable(file, "is UTF-32", "Save the file as UTF-8.")
    encoding, skipped = encoding_of(data)
    try:
        text = Text(file, data[skipped:].decode(encoding))
    except UnicodeDecodeError as error:
        offset = error.start + skipped
        name = "UTF-8" if encoding == "utf-8" else "UTF-16"
        good = data[skipped:offset].decode(encoding)
        return Fault(
            code="CT001",
            place=Lines.of(file, good).place(len(good)),
            message=f"{file} is not {name}: byte {offset} (0x{data[offset]:02x}) cannot be read as text.",
            hint="Save the file as UTF-8.",
            unread=True,
        )
    long = text.lines.longer_than(limits.line_length, text.text)
    if long is None:
        return text
    return Fault(
        code="CT001",
        place=text.lines.place(long),
        message=f"{file}: this line has more than {limits.line_length:,} characters.",
        hint=f"Break it into lines, as an editor shows them. {raised_by('line-length')}",
        unread=True,
    )


def encoding_of(data: bytes) -> tuple[str, int]:
    """Return the encoding of a record file, and how many bytes at its head only say which that is."""
    encoding = _UTF16.get(data[:2], "utf-8")
    return encoding, 2 if encoding != "utf-8" else 3 if data.startswith(codecs.BOM_UTF8) else 0


def unreadable(file: str, what: str, hint: str) -> Fault:
    """Return CT001 for a whole file."""
    return Fault(code="CT001", place=Place(file=file), message=f"{file} {what}.", hint=hint, unread=True)
