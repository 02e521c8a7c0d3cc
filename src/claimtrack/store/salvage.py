"""What is left of a broken record: its id and its references, so that nothing else is blamed."""

from __future__ import annotations

from dataclasses import MISSING, fields, replace
from typing import TYPE_CHECKING, Any

from claimtrack.model.records import Claim
from claimtrack.store.schema import KINDS, validate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.model.place import Path
    from claimtrack.model.records import Record

_ROUNDS = 8
"""Taking a value out may leave its record without a field that it needs, and so on outwards."""
_STAND_IN = "unknown"
_KIND = "document"
"""The kind of a source that gives the fewest consequences."""


def salvage(section: str, item: dict[str, Any], errors: Sequence[dict[str, Any]]) -> Record | None:
    """Return a record without what is wrong with it, None where nothing can be made of it.

    Values at fault are taken out; required fields get a stand-in, an id is kept as it was
    written, and a claim without an article has an empty one. The result serves resolution alone and is never judged.
    """
    given = item.get("id")
    rest = item
    for _ in range(_ROUNDS):
        bad = {_existing(rest, tuple(error["loc"]), missing=error["type"] == "missing") for error in errors}
        rest = _stand_ins(section) | _without(rest, (), bad)
        made, found = validate(section, [rest])
        if not found:
            record: Record = made[0]
            if isinstance(record, Claim) and not isinstance(item.get("article"), str):
                record = replace(record, article="")
            return replace(record, id=given) if isinstance(given, str) else record
        errors = found[0]
    return None


def _stand_ins(section: str) -> dict[str, str]:
    required = (field.name for field in fields(KINDS[section]) if field.default is MISSING)
    return {name: _KIND if name == "kind" else _STAND_IN for name in required if name != "marks"}


def _existing(item: dict[str, Any], path: Path, *, missing: bool) -> Path:
    """Return the way to the value to take out: to the mapping that lacks a field, or as far as the way goes."""
    value: Any = item
    for depth, part in enumerate(path[:-1] if missing else path):
        key = part if not isinstance(value, dict) or part in value else str(part).removesuffix("_")
        inside = (isinstance(value, dict) and key in value) or (isinstance(value, list) and isinstance(key, int))
        if not inside:
            return path[:depth]
        value = value[key]
        path = (*path[:depth], key, *path[depth + 1 :])
    return path[:-1] if missing else path


def _without(value: Any, path: Path, bad: set[Path]) -> Any:  # noqa: ANN401  (values of a record file, of any kind)
    """Copy a value without what is bad; the reader's limit on nesting bounds the recursion."""
    if isinstance(value, dict):
        return {key: _without(item, (*path, key), bad) for key, item in value.items() if (*path, key) not in bad}
    if isinstance(value, list):
        return [_without(item, (*path, place), bad) for place, item in enumerate(value) if (*path, place) not in bad]
    return value
