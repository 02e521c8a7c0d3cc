"""What is left of a broken record: its id and its references, so that nothing else is blamed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claimtrack.store.schema import validate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.model.place import Path
    from claimtrack.model.records import Record

_ROUNDS = 8
_STAND_IN = {"id": "unknown", "name": "unknown", "text": "unknown", "kind": "document", "article": "unknown"}


def salvage(section: str, item: dict[str, Any], errors: Sequence[dict[str, Any]]) -> Record | None:
    """Return the record without what is wrong with it, None where no id is left.

    Values at fault are taken out, innermost first; required fields get a stand-in. The result
    serves resolution alone and is never judged.
    """
    given = item.get("id")
    rest = _plain(item)
    for _ in range(_ROUNDS):
        for error in sorted(errors, key=lambda error: _sort_key(error["loc"]), reverse=True):
            _take_out(rest, tuple(error["loc"]), missing=error["type"] == "missing")
        made, found = validate(section, [rest])
        if not found:
            record: Record = made[0]
            return replace(record, id=given) if isinstance(given, str) else None
        errors = found[0]
    return None


def _sort_key(path: Sequence[str | int]) -> list[tuple[int, str]]:
    """Later items of a list first, so that taking one out moves none that is still to come."""
    return [(part, "") if isinstance(part, int) else (0, part) for part in path]


def _take_out(item: dict[str, Any], path: Path, *, missing: bool) -> None:
    if len(path) == 1:
        field = str(path[0])
        item.pop(field, None)
        if missing and field in _STAND_IN:
            item[field] = _STAND_IN[field]
        return
    if missing:
        path = path[:-1]
        if len(path) == 1:
            item.pop(str(path[0]), None)
            return
    parent: Any = item
    for part in path[:-1]:
        parent = parent[int(part)] if isinstance(parent, list) else parent.get(part)
        if not isinstance(parent, (dict, list)):
            return
    last = path[-1]
    if isinstance(parent, list):
        del parent[int(last)]
    else:
        parent.pop(last, None)
        parent.pop(str(last).removesuffix("_"), None)


def _plain(value: Any) -> Any:  # noqa: ANN401  (values of a record file, of any kind)
    """Copy a value deeply; the reader's limit on nesting bounds the recursion."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value
