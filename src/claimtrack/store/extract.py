"""From a file that somebody has of a source to its readable text, in one form for all.

UTF-8 and NFC, lines ended by LF, one blank line between paragraphs, one line end at the end. A
page break stays as a form feed before the first line of the new page. The same file always
gives the same text.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import TYPE_CHECKING

from claimtrack.model.settings import DEFAULT_LIMITS, raised_by
from claimtrack.store.markup import ExtraMissingError, article, markdown
from claimtrack.store.reading import NoFileError, TooLargeError, read_bytes
from claimtrack.store.subtitles import srt, vtt
from claimtrack.text.wording import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # first, for it begins like the one of UTF-16
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF16_LE, "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "UTF-16BE"),
)
_LINE_END = re.compile("\r\n?|[\v\x85\u2028]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")
_BLANK_LINES = re.compile(r"\n{2,}")


class ExtractError(Exception):
    """A file gives no text; the message says why, fit for a user."""


def _of_text(convert: Callable[[str], str]) -> Callable[[bytes], str]:
    """Return a reader for files that are text, whatever stands in it."""
    return lambda data: convert(_LINE_END.sub("\n", decoded(data)))


READERS: Mapping[str, Callable[[bytes], str]] = {
    ".txt": _of_text(str),
    ".md": _of_text(markdown),
    ".markdown": _of_text(markdown),
    ".html": _of_text(article),
    ".htm": _of_text(article),
    ".xhtml": _of_text(article),
    ".srt": _of_text(srt),
    ".vtt": _of_text(vtt),
}
"""What takes the text out of a file, by the file's ending. One more kind of file is one more line."""


def extract(path: Path, *, limit: int = DEFAULT_LIMITS.snapshot_size) -> str:
    """Return the readable text of a file. Raises ExtractError."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        what = f"`{path.suffix}`" if path.suffix else "that has no ending"
        raise ExtractError(f"{path.name}: no text can be taken from a file {what}; there are {listed([*READERS], 20)}.")
    data = _read(path, limit)
    try:
        text = tidy(reader(data))
    except (ExtractError, ExtraMissingError) as error:
        raise ExtractError(f"{path.name}: {error}.") from None
    if not text.strip():
        raise ExtractError(f"{path.name} holds no text.")
    if len(text.encode()) > limit:
        raise ExtractError(f"{path.name} {TooLargeError(len(text.encode()), limit)}. {raised_by('snapshot-size')}")
    return text


def tidy(text: str) -> str:
    """Bring text into the form in which it is stored; text that has it already stays as it is."""
    text = _LINE_END.sub("\n", text).replace("\u2029", "\n\n")
    text = unicodedata.normalize("NFC", _CONTROL.sub("", text))
    pages = [_tidy_page(page) for page in text.split("\f")]
    return "\n\n\f".join(pages).strip("\n\f" if not any(pages) else "\n").rstrip("\n\f") + "\n"


def _tidy_page(page: str) -> str:
    lines = "\n".join(line.rstrip() for line in page.split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip("\n")


def decoded(data: bytes) -> str:
    """Return the text of bytes in UTF-8, or in UTF-16 with its mark. Raises ExtractError with the first bad byte."""
    bom, encoding = next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), (b"", "UTF-8"))
    if encoding == "UTF-32":
        raise ExtractError("is UTF-32; save it as UTF-8")
    try:
        return data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + len(bom)
        raise ExtractError(
            f"is not {encoding[:6].rstrip('-')}: byte {at} (0x{data[at]:02x}) cannot be read as text; save it as UTF-8"
        ) from None


def _read(path: Path, limit: int) -> bytes:
    try:
        return read_bytes(path, limit)
    except NoFileError as error:
        raise ExtractError(f"{path.name} {error}.") from None
    except TooLargeError as error:
        raise ExtractError(f"{path.name} {error}. {raised_by('snapshot-size')}") from None
    except FileNotFoundError:
        raise ExtractError(f"{path.name} does not exist.") from None
    except OSError as error:
        raise ExtractError(f"{path.name} cannot be read: {(error.strerror or 'unknown reason').lower()}.") from None
