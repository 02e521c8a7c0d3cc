from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from claimtrack.model.settings import DEFAULT_LIMITS, Limits
from claimtrack.recheck.prints import prints_of, text_of
from claimtrack.rules import codes
from claimtrack.store.decode import Text, decode
from claimtrack.store.recordfile import read_records
from support import lay

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = """\
article: a
claims:
  - id: one
    text: One. # Said aloud.
  - {id: two, text: Two.}
  - id: three
    text: |
      Three.
"""


def printed(text: str) -> list[str]:
    return list(prints_of(text, read_records(Text("claims/x.yaml", text), codes()).sound))


def test_a_record_that_is_only_moved_is_written_as_it_was() -> None:
    assert printed(PLAIN) == printed(f"# New.\n\n{PLAIN}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_text_of_a_record_is_found_in_every_encoding(tmp_path: Path, encoding: str, end: str) -> None:
    data = PLAIN.replace("Two", "“Zwei” 😀").replace("\n", end).encode(encoding)
    lay(tmp_path, {"claims/x.yaml": data})
    text = text_of(tmp_path, "claims/x.yaml", hashlib.sha256(data).hexdigest(), DEFAULT_LIMITS)
    decoded = decode(data, "claims/x.yaml")
    assert isinstance(decoded, Text)
    assert text == decoded.text
    found = read_records(decoded, codes()).sound
    after = prints_of(text.replace("Zwei", "Drei"), found)
    assert [one == other for one, other in zip(prints_of(text, found), after, strict=True)] == [True, False, True]


@pytest.mark.parametrize(
    ("old", "new", "number"),
    [("One.", "Ones", 0), ("{id: two", "{id: too", 1), ("      Three", "      There", 2)],
)
def test_a_change_is_told_of_its_record_alone(old: str, new: str, number: int) -> None:
    before, after = printed(PLAIN), printed(PLAIN.replace(old, new))
    assert [place for place in range(3) if before[place] != after[place]] == [number]


def test_where_records_may_share_text_each_change_is_one_of_all() -> None:
    shared = PLAIN.replace("One. #", "&said One. #").replace("{id: two, text: Two.}", "{id: two, text: *said}")
    before, after = printed(shared), printed(shared.replace("One", "Six"))
    assert not {*before} & {*after}


def test_the_text_of_a_file_is_the_one_with_its_digest(tmp_path: Path) -> None:
    lay(tmp_path, {"claims/x.yaml": PLAIN, "claims/y.yaml": b"\xff", "claims/z.yaml": "a" * 99})
    digest = hashlib.sha256(PLAIN.encode()).hexdigest()
    found = text_of(tmp_path, "claims/x.yaml", digest, DEFAULT_LIMITS)
    assert found == PLAIN
    assert text_of(tmp_path, "claims/x.yaml", "other", DEFAULT_LIMITS) is None
    assert text_of(tmp_path, "claims/gone.yaml", digest, DEFAULT_LIMITS) is None
    assert text_of(tmp_path, "claims/y.yaml", hashlib.sha256(b"\xff").hexdigest(), DEFAULT_LIMITS) is None
    long = hashlib.sha256(b"a" * 99).hexdigest()
    assert text_of(tmp_path, "claims/z.yaml", long, Limits(file_size=10)) is None
