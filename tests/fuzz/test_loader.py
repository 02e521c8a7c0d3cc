"""Whatever lies in the claims folder is read, told of, and left as it is."""

from __future__ import annotations

import tempfile
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.model.findings import Fault
from claimtrack.model.settings import Settings
from claimtrack.rules import codes
from claimtrack.store.decode import decode
from claimtrack.store.project import load
from fuzz.hostile import RECORDS, encoded, mutated, nasty_text, tried
from support import lay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.place import Place
    from claimtrack.model.records import Record
    from claimtrack.store.project import Loaded

FILE = "claims/x.yaml"
FAULTS = {"CT001", "CT002", "CT003", "CT004"}
files = st.one_of(encoded(mutated(RECORDS)), encoded(nasty_text), st.binary(max_size=200))


def read(folder: Path, data: bytes) -> Loaded:
    return load(lay(folder, {FILE: data}), Settings(), codes())


def text_of(data: bytes) -> str:
    """Return the text as the loader counts it; of a file that it cannot decode, one that has room for every byte."""
    text = decode(data, FILE)
    if not isinstance(text, Fault):
        return text.text
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", errors="replace")


def places(found: Loaded) -> Iterator[Place]:
    for fault in found.faults:
        yield fault.place
        yield from (related.place for related in fault.related)
    records = found.records
    for record in (*records.parties, *records.sources, *records.claims, *records.broken, *records.duplicates):
        yield from (record.marks.place(), record.marks.place(("id",)), record.marks.place(("sources", 0, "quote")))


def words(found: Loaded) -> Iterator[str]:
    """Return the records as text, without the marks, which are other objects each time."""
    records = found.records
    for record in (*records.parties, *records.sources, *records.claims, *records.broken, *records.duplicates):
        yield repr({field.name: getattr(record, field.name) for field in fields(record) if field.name != "marks"})


def lines_of(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def at(text: str, place: Place) -> str:
    """Return the text of a place on one line."""
    assert place.line == place.end_line
    return lines_of(text)[place.line - 1][place.column - 1 : place.end_column - 1]


@tried(60)
@given(files)
@example(RECORDS.encode())
def test_every_place_lies_inside_the_file(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = read(Path(folder), data)
    lines = lines_of(text_of(data))
    for place in places(found):
        assert place.file == FILE
        assert 1 <= place.line <= place.end_line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 2, "behind the line's end, or inside it"
        assert 1 <= place.end_column <= len(lines[place.end_line - 1]) + 2
        assert (place.line, place.column) <= (place.end_line, place.end_column)


@tried(40)
@given(files)
def test_the_same_file_is_read_the_same_twice(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, two = read(Path(folder), data), read(Path(folder), data)
    assert one.faults == two.faults
    assert [*places(one)] == [*places(two)]
    assert [*words(one)] == [*words(two)]
    assert one.records.not_read == two.records.not_read


@tried(40)
@given(files)
def test_reading_changes_no_file_and_makes_none(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read(Path(folder), data)
        left = {path.relative_to(folder).as_posix(): path for path in Path(folder).rglob("*")}
        assert sorted(left) == ["claims", FILE]
        assert left[FILE].read_bytes() == data


@tried(60)
@given(encoded(mutated(RECORDS)))
@example(RECORDS.encode())
def test_a_sound_record_has_the_id_that_stands_in_the_file(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        records = read(Path(folder), data).records
    text = text_of(data)
    sound: list[Record] = [*records.parties, *records.sources, *records.claims]
    for record in sound:
        written = at(text, record.marks.place(("id",)))
        assert written.startswith("*") or yaml.load(written, yaml.BaseLoader) == record.id  # noqa: S506  (all text)


@tried(60)
@given(files)
def test_what_is_wrong_is_told_in_sentences_of_our_own(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = read(Path(folder), data)
    for fault in found.faults:
        assert fault.code in FAULTS
        assert fault.message.endswith(".")
        assert fault.hint.endswith((".", "?"))
        assert len(fault.message) < 1_000
    assert bool(found.faults) or not found.records.unread
    assert found.records.not_read >= len(found.records.broken)


@tried(30)
@given(st.dictionaries(st.sampled_from(["a.yaml", "b.yml", "c/d.yaml", "e.txt"]), files, max_size=3))
def test_a_broken_file_takes_no_sound_record_from_another(others: dict[str, bytes]) -> None:
    good = "parties: [{id: the-good-one, name: The Good One}]\n"
    with tempfile.TemporaryDirectory() as folder:
        lay(Path(folder), {"claims/0.yaml": good, **{f"claims/{name}": data for name, data in others.items()}})
        found = load(Path(folder), Settings(), codes())
    assert found.records.parties[0].id == "the-good-one"
    assert found.files_read >= 1
