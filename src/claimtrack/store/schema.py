"""Pydantic adapters over the model, and what their errors mean in the words of a record.

Pydantic is imported here alone, and this module only when a file is really parsed.
"""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from claimtrack.model import records
from claimtrack.model.fields import describe
from claimtrack.store.flatmarks import as_written
from claimtrack.text.nearest import nearest
from claimtrack.text.wording import brief

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.model.place import Path

KINDS: dict[str, type[records.Record]] = {
    "parties": records.Party,
    "sources": records.Source,
    "claims": records.Claim,
}
SINGULAR = {"parties": "party", "sources": "source", "claims": "claim"}
_INSIDE: dict[str, type] = {
    "snapshot": records.Snapshot,
    "derived_from": records.Derivation,
    "set_aside": records.SetAside,
    "waivers": records.Waiver,
    "quote": records.Quote,
    "figures": records.Figure,
    "sources": records.Citation,
    "verdict": records.Verdict,
    "checks": records.Check,
    "relations": records.Relation,
    "reply": records.Reply,
}
_LONG = 60
_KEYWORDS = ("is", "as")
_CHOICE = re.compile(r"'([^']*)'")


class Complaint:
    """One thing that is wrong with the form of a record."""

    __slots__ = ("about_key", "hint", "message", "path")

    def __init__(self, path: Path, message: str, hint: str, *, about_key: bool = False) -> None:
        self.path, self.message, self.hint = path, message, hint
        self.about_key = about_key
        """Whether the key is at fault, and not its value."""


@cache
def _adapter(section: str) -> TypeAdapter[list[Any]]:
    kind: Any = KINDS[section]
    return TypeAdapter(list[kind])


def validate(section: str, items: Sequence[dict[str, Any]]) -> tuple[list[Any], dict[int, list[dict[str, Any]]]]:
    """Make records.

    In: a section's name and its mappings. Out: the records, None where a mapping is broken, and
    the errors of the broken ones by their places in the list.
    """
    try:
        return _adapter(section).validate_python(list(items)), {}
    except ValidationError as error:
        errors: dict[int, list[dict[str, Any]]] = {}
        for item in error.errors(include_url=False):
            errors.setdefault(int(item["loc"][0]), []).append({**item, "loc": item["loc"][1:]})
    good = [item for place, item in enumerate(items) if place not in errors]
    made = iter(_adapter(section).validate_python(good))
    return [None if place in errors else next(made) for place in range(len(items))], errors


def misspelt(section: str, errors: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Return the unknown keys of a record itself that misspell a field which it lacks."""
    found = _unknown_keys(section, errors)
    lacking = {error["loc"] for error in errors if error["type"] == "missing"}
    return {str(path[0]): near for path, near in found.items() if len(path) == 1 and near and (near,) in lacking}


def complaints(section: str, errors: Sequence[dict[str, Any]]) -> Iterator[Complaint]:
    """Say what errors of one record mean: one complaint a cause."""
    unknown = _unknown_keys(section, errors)
    values = {tuple(error["loc"]): error["input"] for error in errors}
    explained: set[Path] = set()
    cut: set[Path] = set()
    for path, near in unknown.items():
        explained.add((*path[:-1], f"{near}_" if near in _KEYWORDS else near or ""))
        name = _given_name(path)
        if name == "<<":
            explained |= {lost for lost in values if lost[:-1] == path[:-1]} - {path}
        if near is None and values[path] is None and name != "<<":
            if path[:-1] not in cut:
                cut.add(path[:-1])
                message = f"`{brief(name)}`{_inside(path)} stands behind a comma, as if it were a field"
                yield Complaint(path, message, "Put a value that holds a comma into quotation marks.", about_key=True)
            continue
        kind = _kind_at(section, path[:-1])
        message = f"`{brief(name)}`{_inside(path)} is no field of a {_name_of(kind)}"
        yield Complaint(path, message, _advice(name, near, _fields(kind)), about_key=True)
    for error in errors:
        path = tuple(error["loc"])
        if path not in unknown and not (error["type"] == "missing" and path in explained):
            message, hint = _meaning(section, error, path)
            yield Complaint(path, message, hint)


def _unknown_keys(section: str, errors: Sequence[dict[str, Any]]) -> dict[Path, str | None]:
    """Return the keys that are no fields, each with the field that was most likely meant."""
    missing = [tuple(error["loc"]) for error in errors if error["type"] == "missing"]
    found: dict[Path, str | None] = {}
    for error in errors:
        if error["type"] == "unexpected_keyword_argument":
            path = tuple(error["loc"])
            lacking = [str(as_written(lost[-1])) for lost in missing if lost[:-1] == path[:-1]]
            # Of short names none is near another: where one is missing, that one was meant.
            alone = lacking[0] if len(lacking) == 1 and error["input"] is not None else None
            found[path] = nearest(_given_name(path), _fields(_kind_at(section, path[:-1]))) or alone
    return found


def _given_name(path: Path) -> str:
    name = str(path[-1])
    return name[:-1] if name.endswith("__") else name


def _fields(kind: type) -> list[str]:
    return [str(as_written(field.name)) for field in fields(kind) if field.name != "marks"]


def _advice(name: str, near: str | None, known: list[str]) -> str:
    if name == "<<":
        return "Merge keys are not read: write the fields out."
    if near:
        return f"Did you mean `{near}`? A field of your own begins with `x-`."
    return f"Known here: {', '.join(known)}. A field of your own begins with `x-`."


def _meaning(  # noqa: PLR0911  (one answer for each kind of error)
    section: str, error: dict[str, Any], path: Path
) -> tuple[str, str]:
    where = f"`{as_written(path[-1]) if isinstance(path[-1], str) else as_written(path[-2])}`{_inside(path)}"
    value = error["input"]
    match error["type"]:
        case "missing":
            if path == ("article",):
                return "has no article", "Name it with `article:` on top of the file or on the claim."
            return f"{where} is missing", f"Add `{as_written(path[-1])}:`."
        case "value_error":
            said = str(error["ctx"]["error"])
            said = said.replace(value, brief(value)) if isinstance(value, str) and len(value) > _LONG else said
            return f"{where}{':' if said.startswith('`') else ''} {said}", "Correct the value."
        case "literal_error":
            choices = _CHOICE.findall(error["ctx"]["expected"])
            given = f"not `{brief(value)}`" if isinstance(value, str) else f"but is {describe(value)}"
            near = nearest(value, choices) if isinstance(value, str) else None
            hint = f"Did you mean `{near}`?" if near else "Choose one of them."
            return f"{where} must be one of {', '.join(choices)}, {given}", hint
        case "tuple_type":
            return (
                f"{where} must be a list, but is {describe(value)}",
                "Write each item behind a `- `, or inside `[ ]`.",
            )
        case "dataclass_type" | "dataclass_exact_type":
            kind = _kind_at(section, path)
            needed = [str(as_written(f.name)) for f in fields(kind) if f.default is MISSING and f.name != "marks"]
            form = ", ".join(f"{name}: …" for name in needed) or f"{as_written(fields(kind)[0].name)}: …"
            return f"{where} must be a mapping, but is {describe(value)}", f"Write it as `{{{form}}}`."
        case _:
            return f"{where} must be text, but is {describe(value)}", "Write one value."


def _kind_at(section: str, path: Path) -> type:
    """Return the record that the mapping at `path` is one of."""
    names = [part for part in path if isinstance(part, str)]
    return _INSIDE[names[-1]] if names else KINDS[section]


def _inside(path: Path) -> str:
    """Say where in a record a nested field stands: ` in sources 2`, counted from 1."""
    parts = [str(part + 1) if isinstance(part, int) else str(part) for part in path[:-1]]
    if isinstance(path[-1], int):
        return f" {path[-1] + 1}" + (f" in {' '.join(parts[:-1])}" if parts[:-1] else "")
    return f" in {' '.join(parts)}" if parts else ""


def _name_of(kind: type) -> str:
    return {"SetAside": "passage set aside"}.get(kind.__name__, kind.__name__.lower())
