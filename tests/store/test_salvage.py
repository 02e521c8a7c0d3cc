from __future__ import annotations

from typing import Any

import pytest

from claimtrack.model.records import Claim, Record, Source
from claimtrack.store import salvage as module
from claimtrack.store.decode import Text
from claimtrack.store.marks import NodeMarks
from claimtrack.store.nodes import read_nodes
from claimtrack.store.salvage import salvage
from claimtrack.store.schema import validate
from claimtrack.store.tree import Map


def rest(section: str, fields: str) -> tuple[Record | None, dict[str, Any]]:
    """Salvage a broken record; returns what is left and the item that it was read from."""
    text = Text("x.yaml", f"{{{fields}}}")
    node = read_nodes(text).root
    assert isinstance(node, Map)
    item = {**node, "marks": NodeMarks(text.lines, node)}
    _, errors = validate(section, [item])
    assert errors
    return salvage(section, item, errors[0]), item


@pytest.mark.parametrize(
    ("fields", "id_", "cited"),
    [
        ("id: c, text: T, article: a, qoute: x, sources: [s]", "c", ["s"]),
        ("id: c, txt: T, article: a, sources: [s]", "c", ["s"]),
        ("id: c, article: a, sources: [s]", "c", ["s"]),
        ("id: c, text: T, sources: [s]", "c", ["s"]),
        ("id: C d, text: T, article: a, sources: [s]", "C d", ["s"]),
        ("id: c, text: [T], article: {b: c}, type: fact, sources: [s]", "c", ["s"]),
        ("id: c, text: T, article: a, sources: [{source: s, stance: no}, t]", "c", ["s", "t"]),
        ("id: c, text: T, article: a, sources: [{at: page 1}, s, [], t]", "c", ["s", "t"]),
        ("id: c, text: T, article: a, sources: [{at: page 1, stance: no}, s]", "c", ["s"]),
        ("id: c, text: T, article: a, sources: [s, {at: page 1, stance: no}]", "c", ["s"]),
        ("id: c, text: T, article: a, sources: [s, {figures: [{vale: 1}], source: t}]", "c", ["s", "t"]),
        ("id: c, text: T, article: a, sources: [s, {sorce: t}]", "c", ["s"]),
        ("id: c, text: T, article: a, sources: s", "c", []),
        ("id: c, text: T, article: a, sources: ['', s]", "c", ["s"]),
        ("id: c, text: T, article: a, quote: '', sources: [s]", "c", ["s"]),
        ("id: c, text: T, article: a, about: '', sources: [s]", "c", ["s"]),
        ("id: c, text: T, article: a, quote: {prefix: p}, verdict: {label: no}, sources: [s]", "c", ["s"]),
        ("id: c, text: T, article: a, relations: [{claim: b, is: repeats}], sources: [s]", "c", ["s"]),
        ("id: c, text: T, article: a, waivers: [{rule: , until: x}], sources: [s]", "c", ["s"]),
    ],
)
def test_a_broken_claim_keeps_its_id_and_the_sources_that_it_names(fields: str, id_: str, cited: list[str]) -> None:
    record, _ = rest("claims", fields)
    assert isinstance(record, Claim)
    assert (record.id, [citation.source for citation in record.sources]) == (id_, cited)


def test_a_broken_claim_keeps_its_article_and_its_claimant() -> None:
    record, _ = rest("claims", "id: c, article: a, claimant: p, when: soon")
    assert isinstance(record, Claim)
    assert (record.key, record.claimant, record.when) == ("a/c", "p", None)


def test_a_broken_source_keeps_what_it_derives_from() -> None:
    record, _ = rest("sources", "id: s, kind: web, derived_from: [{relation: copied}, {source: t, relation: copied}]")
    assert isinstance(record, Source)
    assert (record.id, [item.source for item in record.derived_from]) == ("s", ["t"])


@pytest.mark.parametrize("fields", ["text: T, article: a", "id: , text: T, article: a", "id: [c], text: T, article: a"])
def test_without_an_id_its_references_are_left(fields: str) -> None:
    record, _ = rest("claims", f"{fields}, sources: [s]")
    assert isinstance(record, Claim)
    assert [citation.source for citation in record.sources] == ["s"]


def test_the_record_as_it_was_read_is_left_alone() -> None:
    _, item = rest("claims", "id: c, text: T, article: a, sources: [{source: s, stance: no, tags: {a: b}}]")
    assert item["sources"] == [{"source": "s", "stance": "no", "tags": {"a": "b"}}]


def test_it_gives_up_before_it_goes_round_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ROUNDS", 0)
    assert rest("claims", "id: c, txt: T, article: a")[0] is None
