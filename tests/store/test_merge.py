from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.settings import Settings
from claimtrack.rules import codes
from claimtrack.store.project import Loaded, load
from support import lay

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def loaded(folder: Path, files: Mapping[str, str]) -> Loaded:
    return load(lay(folder, files), Settings(), codes())


def test_of_two_records_with_one_id_the_first_stands_and_the_later_is_told(tmp_path: Path) -> None:
    text = "sources:\n- {id: s, kind: book, title: %s}\n"
    found = loaded(tmp_path, {"claims/b.yaml": text % "Second", "claims/a.yaml": text % "First"})
    assert [source.title for source in found.records.sources] == ["First"]
    (fault,) = found.faults
    assert (fault.code, str(fault.place)) == ("CT004", "claims/b.yaml:2:8")
    assert fault.message == "source s is recorded twice, first in claims/a.yaml."
    assert [(str(related.place), related.message) for related in fault.related] == [
        ("claims/a.yaml:2:8", "source s was recorded here first")
    ]


def test_a_third_record_with_one_id_is_told_with_the_first(tmp_path: Path) -> None:
    found = loaded(tmp_path, {"claims/a.yaml": "parties: [{id: p, name: A}, {id: p, name: B}, {id: p, name: C}]\n"})
    assert [[str(related.place) for related in fault.related] for fault in found.faults] == [["claims/a.yaml:1:16"]] * 2
    assert [party.name for party in found.records.parties] == ["A"]


def test_ids_count_within_their_kind_and_those_of_claims_within_their_article(tmp_path: Path) -> None:
    text = """\
parties: [{id: a, name: N}]
sources: [{id: a, kind: book, title: T}, {id: b, kind: book, title: T}]
claims: [{id: a, text: T, article: a}, {id: a, text: T, article: b}]
"""
    found = loaded(tmp_path, {"claims/a.yaml": text})
    assert found.faults == ()


def test_a_broken_record_holds_its_id_against_a_later_one(tmp_path: Path) -> None:
    found = loaded(tmp_path, {"claims/a.yaml": "parties:\n- {id: p, nam: A}\n- {id: p, name: B}\n"})
    assert [(fault.code, fault.place.line) for fault in found.faults] == [("CT003", 2), ("CT004", 3)]
    assert (found.records.parties, [record.id for record in found.records.broken]) == ((), ["p"])


def test_claims_without_any_article_do_not_count_as_one_anothers_doubles(tmp_path: Path) -> None:
    text = "claims:\n- {id: c, text: T}\n"
    found = loaded(tmp_path, {"claims/a.yaml": text, "claims/b.yaml": text})
    assert [fault.code for fault in found.faults] == ["CT003", "CT003"]
