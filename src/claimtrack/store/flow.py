"""Plain data as YAML on one line, in flow style, with quotation marks where they are needed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from claimtrack.store.tree import Map

Value: TypeAlias = "str | Mapping[str, Value] | Sequence[Value] | None"
"""What a field can be given: text, a mapping, a list, or nothing."""
Plain: TypeAlias = "str | dict[str, Plain] | list[Plain] | None"
"""The same, as it is compared."""

_NULLS = frozenset({"", "~", "null"})
_PLAIN = re.compile(r"(?!\.\.\.)[^\s\-?:,\[\]{}#&*!|>'\"%@`][^,\[\]{}]*")
_SPLITS = re.compile(r":(?!//)|\s#|://(?:\s|$)")
"""A colon may end a key wherever it stands; that of a web address may not."""
_ESCAPED = re.compile(
    r"[^\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What no file should hold as it is: controls, line ends, marks of direction, half characters."""
_NAMED = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def flow(value: Value) -> str:
    """Return a value as YAML on one line. Raises ValueError for text that is no text (lone surrogates)."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_scalar(key)}: {flow(item)}' for key, item in value.items())}}}"
    return f"[{', '.join(flow(item) for item in value)}]"


def plain(value: object) -> Plain:
    """Return a value, or a node that was read, as plain data; a desk's own `x-` keys included."""
    if isinstance(value, Mapping):
        own = value.extra if isinstance(value, Map) else {}
        return {str(key): plain(item) for key, item in (*value.items(), *own.items())}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    return None if value is None else str(value)


def _scalar(text: str) -> str:
    if not _ESCAPED.search(text):
        if _PLAIN.fullmatch(text) and not _SPLITS.search(text) and text == text.strip() and text not in _NULLS:
            return text
        if ('"' in text or "\\" in text) and "'" not in text:
            return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_ESCAPED.sub(_escape, escaped)}"'


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004  (the surrogates)
        raise ValueError(f"holds half a character (U+{code:04X})")
    return _NAMED.get(found[0]) or (f"\\x{code:02x}" if found[0] <= "\xff" else f"\\u{code:04x}")
