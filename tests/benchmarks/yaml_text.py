"""Records as a person would write them down: short forms, what fits on one line, no defaults."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claimtrack.model.edtf import Edtf
from claimtrack.model.records import Citation, Derivation, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WIDTH = 110
_HIDDEN = ("marks", "article")
"""Fields that a record in a file has not: the article is the file's."""
_PLAIN = re.compile(r"[\w“][\w“”’'/().;!?&%+-]*(?: [\w“”’'/().;!?&%+-]+)*(?:,(?= )(?: [\w“”’'/().;!?&%+-]+)*)*")
"""Text that needs no quotation marks outside of brackets: no colon, no `#`, no comma at its end."""


def section(name: str, records: Iterable[object]) -> str:
    """Return a list of records under its key, with a blank line between those of several lines."""
    lines = [f"{name}:"]
    for record in records:
        mapping = _mapping(record)
        inline = _flow(mapping)
        if len(inline) <= _WIDTH and name == "parties":
            lines.append(f"  - {inline}")
        else:
            lines += _item(mapping, "  ")
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _mapping(record: Any) -> dict[str, Any]:  # noqa: ANN401  (any record)
    """Return what a record says: its fields without those at their default, lists and records inside as well."""
    said = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name not in _HIDDEN and value is not field.default and value != field.default:
            said[field.name.rstrip("_")] = _value(value)
    return said


def _value(value: object) -> Any:  # noqa: ANN401  (a scalar, a list or a mapping)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, (Decimal, Edtf)):
        return str(value)
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return _short(value, _mapping(value))


def _short(record: object, mapping: dict[str, Any]) -> object:
    """Return the short form of a record that has one."""
    key = {Quote: "exact", Citation: "source", Derivation: "source"}.get(type(record))
    return mapping[key] if key and len(mapping) == 1 else mapping


def _item(mapping: dict[str, Any], indent: str) -> Iterator[str]:
    first = True
    for line in _block(mapping, f"{indent}  "):
        yield f"{indent}- {line.lstrip()}" if first else line
        first = False


def _block(mapping: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in mapping.items():
        if isinstance(value, str):
            yield f"{indent}{key}: {_scalar(value)}"
            continue
        inline = _flow(value)
        if len(indent) + len(key) + len(inline) <= _WIDTH:
            yield f"{indent}{key}: {inline}"
        elif isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _block(value, f"{indent}  ")
        else:
            yield f"{indent}{key}:"
            for item in value:
                line = _flow(item)
                if isinstance(item, str) or len(indent) + len(line) <= _WIDTH:
                    yield f"{indent}  - {line}"
                else:
                    yield from _item(item, f"{indent}  ")


def _flow(value: object) -> str:
    """Return a value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(str(value), inside=True)


def _scalar(text: str, *, inside: bool = False) -> str:
    """Return a text as it may stand in a file, inside brackets or outside of them."""
    if _PLAIN.fullmatch(text) and not (inside and "," in text):
        return text
    return json.dumps(text, ensure_ascii=False)
