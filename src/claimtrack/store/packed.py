"""Records as plain data that JSON can hold, and back: the quick way past YAML and its schema.

Only what differs from a field's default is held. What comes back is equal to what went in, the
places of all fields included; nothing is checked on the way, for it was when it was first read.
"""

from __future__ import annotations

import json
from array import array
from base64 import b64decode, b64encode
from dataclasses import fields
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from claimtrack.model.edtf import Edtf, parse_edtf
from claimtrack.model.ledger import FileArticle
from claimtrack.model.place import Place
from claimtrack.model.records import (
    Check,
    Citation,
    Claim,
    Derivation,
    Figure,
    Party,
    Quote,
    Relation,
    Reply,
    SetAside,
    Snapshot,
    Source,
    Verdict,
    Waiver,
)
from claimtrack.store.decode import Lines
from claimtrack.store.flatmarks import FlatMarks, shape_of
from claimtrack.store.recorded import FileRecords

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claimtrack.model.records import Record
    from claimtrack.store.flatmarks import Shape, Tokens

Plain = Any
"""What JSON holds: text, numbers, booleans, null, lists and mappings of them."""

_KINDS: tuple[type[Record], ...] = (Party, Source, Claim)


def _one(kind: type) -> Callable[[Plain], object]:
    return lambda plain: _value(kind, plain)


def _many(kind: type) -> Callable[[Plain], object]:
    return lambda plain: tuple([_value(kind, item) for item in plain])


UNPACK: Mapping[type, Mapping[str, Callable[[Plain], object]]] = {
    Party: {"aliases": tuple},
    Source: {
        "published": parse_edtf,
        "retrieved": parse_edtf,
        "derived_from": _many(Derivation),
        "snapshot": _one(Snapshot),
        "set_aside": _many(SetAside),
        "waivers": _many(Waiver),
    },
    Claim: {
        "quote": _one(Quote),
        "about": tuple,
        "reply": _one(Reply),
        "figures": _many(Figure),
        "when": parse_edtf,
        "sources": _many(Citation),
        "verdict": _one(Verdict),
        "checks": _many(Check),
        "relations": _many(Relation),
        "waivers": _many(Waiver),
        "tags": tuple,
    },
    Citation: {"quote": _one(Quote), "figures": _many(Figure), "when": parse_edtf, "upstream": tuple},
    Figure: {"value": Decimal, "to": Decimal},
    Verdict: {"date": parse_edtf},
    Check: {"date": parse_edtf},
    Waiver: {"until": parse_edtf},
    Reply: {"sought": parse_edtf},
    Derivation: {},
    Quote: {},
    Relation: {},
    SetAside: {},
    Snapshot: {},
}
"""By record, the fields that are more than text or a boolean, and what makes them of plain data."""
_FIELDS = {
    kind: (
        attrgetter(*(field.name for field in fields(kind) if field.name != "marks")),
        tuple((field.name, field.default) for field in fields(kind) if field.name != "marks"),
    )
    for kind in UNPACK
}
"""What takes the fields of a record out at once, and their names with their defaults."""


def pack_file(found: FileRecords) -> str:
    """Return the records of a file that was read whole, as one line of text."""
    article = found.article
    place = article.place if article else None
    plain = {
        "lines": pack_numbers(found.lines.starts),
        "article": [article.id, place.line, place.column, place.end_line, place.end_column]
        if article and place
        else None,
        **pack(found.sound),
    }
    return json.dumps(plain, separators=(",", ":"))


def unpack_file(path: str, packed: str) -> FileRecords:
    """Return what `pack_file` was given. In: the file's path, and the text."""
    plain = json.loads(packed)
    lines = Lines(path, unpack_numbers(plain["lines"]))
    found = FileRecords(lines, sound=unpack(plain, lines))
    if plain["article"]:
        article, line, column, end_line, end_column = plain["article"]
        place = Place(file=path, line=line, column=column, end_line=end_line, end_column=end_column)
        found.article = FileArticle(article, place)
    return found


def pack(records: Sequence[Record]) -> Plain:
    """Return the records of one file as plain data. Each carries the marks that `flatten` made."""
    shapes: dict[Tokens, int] = {}
    packed = []
    for record in records:
        marks = record.marks
        assert isinstance(marks, FlatMarks)  # noqa: S101  (for the type checker: all that were read do)
        shape = shapes.setdefault(marks.shape.tokens, len(shapes))
        own = [[list(path), keys] for path, keys in marks.own.items()]
        packed.append([_KINDS.index(type(record)), _plain(record), shape, pack_numbers(marks.offsets), own])
    return {"shapes": list(shapes), "records": packed}


def unpack(plain: Plain, lines: Lines) -> list[Record]:
    """Return the records that were packed. In: the plain data, and the lines of the file."""
    shapes = [shape_of(_tokens(tokens)) for tokens in plain["shapes"]]
    return [_record(lines, shapes, *parts) for parts in plain["records"]]


def pack_numbers(numbers: array[int]) -> str:
    """Return an array of offsets as text."""
    return b64encode(numbers.tobytes()).decode("ascii")


def unpack_numbers(text: str) -> array[int]:
    """Return the array of offsets that a text holds."""
    return array("I", b64decode(text))


def _record(  # noqa: PLR0913, PLR0917  (as `pack` has put them)
    lines: Lines, shapes: Sequence[Shape], kind: int, given: Plain, shape: int, offsets: str, own: Plain
) -> Record:
    marks = FlatMarks(lines, shapes[shape], unpack_numbers(offsets), {tuple(path): keys for path, keys in own})
    record: Record = _value(_KINDS[kind], {**given, "marks": marks})
    return record


def _value(kind: type, given: Plain) -> Any:  # noqa: ANN401  (a record of any kind)
    for name, unpacked in UNPACK[kind].items():
        if name in given:
            given[name] = unpacked(given[name])
    return kind(**given)


def _plain(value: object) -> Plain:
    """Return a value as plain data; the limit on nesting in the model itself bounds the recursion."""
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, (Edtf, Decimal)):
        return str(value)
    take, defaults = _FIELDS[type(value)]
    return {
        name: item if type(item) is str else _plain(item)
        for (name, default), item in zip(defaults, take(value), strict=True)
        if item is not default and item != default
    }


def _tokens(plain: Plain) -> Tokens:
    keys, sizes = plain
    return tuple(keys), tuple(sizes)
