"""How the values of a record are read, stated beside the fields and free of any library.

Each class here is an annotation. Its one hook hands the store's adapters a core schema, which
is a plain mapping: so records say how they are read, and the model still imports nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

Schema = dict[str, Any]

SLUG = re.compile(r"[a-z0-9][a-z0-9._-]*")
_DIGEST = re.compile(r"[0-9]+(?::[^:\s]+){3}")
_SHA256 = re.compile(r"[0-9a-fA-F]{64}")
_SIGNS = {
    ">": "more-than",
    ">=": "at-least",
    "≥": "at-least",
    "<": "less-than",
    "<=": "at-most",
    "≤": "at-most",
    "~": "about",
    "≈": "about",
}


def describe(value: object) -> str:
    """Say in a user's words what kind of value this is."""
    if value is None:
        return "empty"
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else "text"


class Reads:
    """The field is text, read by a function that raises ValueError in a user's words."""

    def __init__(self, parse: Callable[[str], object], *, empty: str = "is empty") -> None:
        self._parse = parse
        self._empty = empty

    def read(self, value: object) -> object:
        """Read a value as a record file gave it. Raises ValueError where it is no text."""
        if value is None or value == "":
            raise ValueError(self._empty)
        if not isinstance(value, str):
            # TypeError would say it better, but the adapters pass on nothing but ValueError.
            raise ValueError(f"must be text, but is {describe(value)}")  # noqa: TRY004
        return self._parse(value)

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> Schema:
        return {"type": "function-plain", "function": {"type": "no-info", "function": self.read}}


class Before:
    """The field is first brought to its long form by a function, then read as usual."""

    def __init__(self, prepare: Callable[[Any], object]) -> None:
        self.prepare = prepare

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[object], Schema]) -> Schema:
        return {
            "type": "function-before",
            "function": {"type": "no-info", "function": self.prepare},
            "schema": handler(source),
        }


def short_for(key: str) -> Before:
    """Let bare text stand for a mapping with that one key."""
    return Before(lambda value: {key: value} if isinstance(value, str) else value)


def keyword(*names: str) -> Before:
    """Let keys that Python keeps for itself (`is`, `as`) be fields with an underscore behind."""

    def rename(value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {f"{key}_" if key.rstrip("_") in names else key: item for key, item in value.items()}

    return Before(rename)


def _empty_when_null(value: object) -> object:
    return [] if value is None else value


def _one_or_many(value: object) -> object:
    return [value] if isinstance(value, str) else _empty_when_null(value)


many = Before(_empty_when_null)
one_or_many = Before(_one_or_many)


def parse_text(text: str) -> str:
    """Read text that must say something. Raises ValueError where it is blank."""
    if not text.strip():
        raise ValueError("is empty")
    return text


def parse_id(text: str) -> str:
    """Read an id. Raises ValueError where it is no slug."""
    if not SLUG.fullmatch(text):
        raise ValueError(f"`{text}` is no id: an id begins with a-z or 0-9 and goes on with a-z, 0-9, `.`, `_` or `-`")
    return text


def parse_flag(text: str) -> bool:
    """Read `true` or `false`. Raises ValueError for any other word, `yes` and `no` among them."""
    if text not in ("true", "false"):
        raise ValueError(f"must be `true` or `false`, not `{text}`")
    return text == "true"


def parse_comparator(text: str) -> str:
    """Read a comparator by name or sign. Raises ValueError for anything else."""
    name = _SIGNS.get(text.strip(), text.strip())
    if name not in _SIGNS.values():
        raise ValueError(
            f"`{text}` is none of more-than, at-least, less-than, at-most, about, nor one of their signs in quotes"
        )
    return name


def parse_digest(text: str) -> str:
    """Read the digest of a check. Raises ValueError unless it is a version and three parts."""
    if not _DIGEST.fullmatch(text):
        raise ValueError(f"`{text}` is no digest: that is a version and three parts, as in `1:3c51…:90ab…:77de…`")
    return text


def parse_sha256(text: str) -> str:
    """Read a sha256. Raises ValueError unless it is 64 hex digits."""
    if not _SHA256.fullmatch(text):
        raise ValueError(f"`{text}` is no sha256: that is 64 hex digits, and this has {len(text)} characters")
    return text.lower()


def parse_snapshot_file(text: str) -> str:
    """Read the path of a snapshot inside its folder. Raises ValueError where it would leave it."""
    parts = parse_text(text).replace("\\", "/").split("/")
    if parts[0] == "" or ":" in parts[0] or ".." in parts or "\0" in text:
        raise ValueError(f"`{text}` leaves the snapshots folder; give a path inside it, without `..`")
    if parts[-1] in ("", "."):
        raise ValueError(f"`{text}` is a folder; give the path of a file")
    return text


by_name_or_sign = Reads(parse_comparator, empty='is empty: a sign has to be quoted, as in `comparator: ">"`')
