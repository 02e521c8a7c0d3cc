"""Text that is safe to print: what could drive a terminal is shown and not obeyed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack.text.patterns import later

if TYPE_CHECKING:
    import re

_UNSAFE = later(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
_BREAKS = later(r"[\t\n\r\v\f ]*[\t\n\r\v\f][\t\n\r\v\f ]*")


def printable(text: str) -> str:
    """Return text with control characters, direction marks and lone surrogates spelled out."""
    return _UNSAFE.sub(_spelled, text)


def one_line(text: str) -> str:
    """Return text on one line and safe to print."""
    return printable(_BREAKS.sub(" ", text.strip()))


def indented(text: str) -> str:
    """Return text on one line, with the blanks before it, and safe to print."""
    return " " * (len(text) - len(text.lstrip(" "))) + one_line(text)


def escaped(document: str) -> str:
    """Return a JSON document in which whatever could drive a terminal is an escape of JSON's own.

    A lone surrogate, which no UTF-8 can hold, becomes the replacement character.
    """
    return _UNSAFE.sub(_as_json, document)


def _as_json(found: re.Match[str]) -> str:
    lone = "\ud800" <= found[0] <= "\udfff"
    return "\\ufffd" if lone else json.dumps(found[0], ensure_ascii=True)[1:-1]


def _spelled(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if found[0] <= "\xff" else f"\\u{code:04x}" if code <= ord("\uffff") else f"\\U{code:08x}"
