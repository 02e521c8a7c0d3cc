"""Records go into the cache and come back as they were, whatever they hold."""

from __future__ import annotations

import json
import re
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.model.edtf import Edtf, parse_edtf
from claimtrack.model.records import Claim, Party, Source
from claimtrack.rules import codes
from claimtrack.store.decode import Text, decode
from claimtrack.store.packed import UNPACK, pack_file, pack_numbers, unpack_file, unpack_numbers
from claimtrack.store.recorded import FileRecords
from claimtrack.store.recordfile import read_records
from fuzz.hostile import RECORDS, mutated, nasty_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.place import Path
    from claimtrack.model.records import Record

FILE = "claims/a.yaml"
_NO_YAML = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read(text: str) -> FileRecords | None:
    decoded = decode(text.encode("utf-8", "replace"), FILE)
    return read_records(decoded, codes()) if isinstance(decoded, Text) else None


def returned(found: FileRecords) -> FileRecords:
    packed = pack_file(found)
    assert packed.isascii()
    assert "\n" not in packed
    return unpack_file(FILE, packed)


def plain(record: Record) -> dict[str, str]:
    """Return all fields but the marks; by their names in Python, for 1 and 1.0 are equal and not the same."""
    return {field.name: repr(getattr(record, field.name)) for field in fields(record) if field.name != "marks"}


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    """Return the ways to all fields of a record, and to some that it does not have."""
    yield path
    yield (*path, 7)
    yield (*path, "note")
    yield (*path, "x-desk")
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from paths(item, (*path, number))
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "marks":
                yield from paths(getattr(value, field.name), (*path, field.name))


def assert_same(found: FileRecords) -> None:
    back = returned(found)
    assert [type(record) for record in back.sound] == [type(record) for record in found.sound]
    assert back.lines.starts == found.lines.starts
    assert back.article == found.article
    for record, again in zip(found.sound, back.sound, strict=True):
        assert plain(again) == plain(record)
        for path in paths(record):
            assert again.marks.place(path) == record.marks.place(path), path
            assert again.marks.own_keys(path) == record.marks.own_keys(path), path


# ---- every field


def test_a_file_that_uses_all_of_the_format_comes_back() -> None:
    found = read(RECORDS.replace("SHA", "0" * 64))
    assert found is not None
    assert (len(found.sound), found.whole) == (7, True)
    assert_same(found)
    assert returned(found).whole


def test_what_tells_nothing_and_nothing_recorded_stay_apart() -> None:
    found = read("article: a\nclaims: [{id: c, text: T, sources: [{source: b, upstream: []}, {source: b}]}]\n")
    assert found is not None
    (claim,) = returned(found).sound
    assert isinstance(claim, Claim)
    assert [citation.upstream for citation in claim.sources] == [(), None]


def test_places_count_from_the_first_character_behind_a_mark_of_bytes() -> None:
    text = "\ufeffarticle: a\r\nclaims:\r\n- id: c\r\n  text: 'é 😀 \u2028'\r\n  tags: [x]\r\n"
    for data in (text.encode(), text.encode("utf-16")):
        decoded = decode(data, FILE)
        assert isinstance(decoded, Text)
        found = read_records(decoded, codes())
        assert found.whole
        assert_same(found)


def test_a_file_without_records_comes_back() -> None:
    found = read("")
    assert found is not None
    assert returned(found).sound == []


@pytest.mark.parametrize("numbers", [[], [0], [1, 2**32 - 1, 7]])
def test_numbers_come_back(numbers: list[int]) -> None:
    packed = read("parties: []\n")
    assert packed is not None
    packed.lines.starts[:] = type(packed.lines.starts)("I", numbers)
    assert unpack_numbers(pack_numbers(packed.lines.starts)).tolist() == numbers


# ---- the table of fields against the model


def inner(kind: object) -> object:
    """Return the type of a field without its `| None`."""
    if get_origin(kind) is Union or isinstance(kind, type(int | None)):
        return next(part for part in get_args(kind) if part is not type(None))
    return kind


def least(kind: type) -> dict[str, object]:
    """Return as plain data a record that has only what it must have."""
    words: dict[object, object] = {Edtf: "2026", Decimal: "1"}
    hints = get_type_hints(kind)
    return {
        field.name: words.get(inner(hints[field.name]), "x")
        for field in fields(kind)
        if field.name != "marks" and field.default is MISSING
    }


FIELDS = [(kind, name, inner(hint)) for kind in UNPACK for name, hint in get_type_hints(kind).items() if name[0] != "_"]


@pytest.mark.parametrize(("kind", "name", "hint"), [field for field in FIELDS if field[1] != "marks"])
def test_what_is_more_than_text_is_made_again_of_what_was_packed(kind: type, name: str, hint: object) -> None:
    item = get_args(hint)[0] if get_origin(hint) is tuple else hint
    if hint in (str, bool) or (get_origin(hint) is not tuple and all(isinstance(word, str) for word in get_args(hint))):
        assert name not in UNPACK[kind] or hint in (Edtf, Decimal) or is_dataclass(hint)
    if item is Edtf:
        assert UNPACK[kind][name]("2026-03~") == parse_edtf("2026-03~")
    elif item is Decimal:
        assert repr(UNPACK[kind][name]("6.0")) == repr(Decimal("6.0"))
    elif isinstance(item, type) and is_dataclass(item):
        held: Any = UNPACK[kind][name]([least(item)] if get_origin(hint) is tuple else least(item))
        assert type(held[0] if get_origin(hint) is tuple else held) is item
    elif get_origin(hint) is tuple:
        assert UNPACK[kind][name](["x"]) == ("x",)
    else:
        assert name not in UNPACK[kind]
        assert hint in (str, bool) or all(isinstance(word, str) for word in get_args(hint))


def test_every_kind_of_record_is_in_the_table() -> None:
    waiting: list[Any] = [Party, Source, Claim]
    reached = set()
    while waiting:
        kind = waiting.pop()
        reached.add(kind)
        for hint in get_type_hints(kind).values():
            parts = [inner(hint), *get_args(inner(hint))]
            waiting.extend(part for part in parts if is_dataclass(part) and part not in {Edtf, *reached})
    assert reached == set(UNPACK)


def test_a_field_that_may_be_empty_is_so_by_itself() -> None:
    for kind in UNPACK:
        hints = get_type_hints(kind)
        for field in fields(kind):
            if type(None) in get_args(hints[field.name]):
                assert field.default is None, f"{kind.__name__}.{field.name} would come back as its default"


# ---- any record

ids = st.sampled_from(["a", "port-sale", "0", "a.b_c-d", "minutes"])
words = st.one_of(
    nasty_text.map(lambda text: _NO_YAML.sub("", text)),
    st.sampled_from(["~ x", "null!", "true?", "1e3", "0x1", "é", "e\u0301", "\u2028", "😀", "a\n\nb", " x ", "'", '"']),
).filter(str.strip)
numbers = st.sampled_from(["6", "6.0", "-0", "1 billion", "fourteen", "9" * 24, "1,000", "0.1", "1 dozen"])
dates = st.sampled_from(
    ["2026", "2026-03", " 2026-03-14", "2026~", "2026-03?/..", "/2026", "2026-03-14T10:00Z", "2024-02-29", "2026%"]
)
flags = st.sampled_from(["true", "false"])


def some(must: dict[str, Any], **may: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return mappings with all of some fields, and some of the others."""
    return st.fixed_dictionaries(must, optional={**may, "x-desk": words | st.just({"a": ["1", {"b": None}]})})


def few(held: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(held, max_size=2) | st.none()


figures = few(
    some(
        {"value": numbers},
        to=numbers,
        unit=words,
        comparator=st.sampled_from(["<", "≥", "about", "at-most"]),
        **{"is": words},
    )
)
quotes = words | some({"exact": words}, prefix=words, suffix=words, at=words)
waivers = few(some({"rule": st.sampled_from(["CT105", "CT206"]), "why": words}, by=words, until=dates))
relations = st.sampled_from(["repeats", "depends-on"])
people = st.sampled_from(["named", "unnamed", "confidential"])
citations = ids | some(
    {"source": ids},
    stance=st.sampled_from(["supports", "refutes", "mentions"]),
    quote=quotes,
    figures=figures,
    when=dates,
    upstream=few(ids),
    **dict.fromkeys(("cue", "says", "gloss", "at", "note"), words),
)
claims = some(
    {"id": ids, "text": words},
    article=ids,
    quote=quotes,
    type=st.sampled_from(["quote", "numerical", "question"]),
    claimant=ids,
    about=ids | few(ids),
    reply=some({}, sought=dates, got=words),
    figures=figures,
    when=dates,
    sources=few(citations),
    verdict=some({"label": st.sampled_from(["supported", "refuted"]), "why": words}, by=words, date=dates),
    checks=few(some({"by": words, "date": dates}, role=words, digest=st.just("1:a:-:b"))),
    relations=few(some({"claim": ids, "as": relations}, note=words)),
    waivers=waivers,
    serious=flags,
    tags=few(words),
    note=words,
)
sources = some(
    {"id": ids, "kind": st.sampled_from(["article", "document", "photo"]), "title": words},
    party=ids,
    published=dates,
    retrieved=dates,
    identity=people,
    reliability=st.sampled_from("ABCDEF"),
    own_reporting=flags,
    derived_from=few(
        ids | some({"source": ids}, relation=st.sampled_from(["quoted", "derived"]), acknowledged=flags, note=words)
    ),
    status=st.sampled_from(["corrected", "retracted"]),
    snapshot=st.fixed_dictionaries({"file": st.sampled_from(["a.txt", "é/a.txt"]), "sha256": st.just("AF" * 32)}),
    set_aside=few(some({"quote": words, "why": words})),
    waivers=waivers,
    **dict.fromkeys(("author", "url", "archived", "language", "note"), words),
)
parties = some(
    {"id": ids, "name": words}, kind=st.just("person"), of=ids, identity=people, aliases=few(words), note=words
)
files = st.fixed_dictionaries(
    {"article": ids}, optional={"parties": few(parties), "sources": few(sources), "claims": few(claims)}
)
# JSON is YAML; with lines and without, so that places are many.
texts = st.builds(
    lambda held, indent: json.dumps(held, indent=indent, ensure_ascii=False), files, st.sampled_from([None, 0, 1, 4])
)


@given(texts)
def test_every_record_comes_back_with_its_places_and_own_keys(text: str) -> None:
    found = read(text)
    assert found is not None
    assert found.whole, found.faults
    assert len(found.sound) == sum(len(held or ()) for name, held in json.loads(text).items() if name != "article")
    assert_same(found)


@given(mutated(RECORDS.replace("SHA", "0" * 64)))
@example("parties: &p [{id: a, name: &n A, aliases: [*n, *n]}]\nsources: []\n")
def test_what_can_be_read_of_a_broken_file_comes_back_too(text: str) -> None:
    found = read(text)
    if found is not None:
        assert_same(FileRecords(found.lines, sound=found.sound, article=found.article))
