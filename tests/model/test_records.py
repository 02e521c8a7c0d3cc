from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, is_dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from unittest.mock import Mock

import pytest
from pydantic import TypeAdapter, ValidationError

from claimtrack.model import edtf, findings, ledger, origins, place, records, settings, sourcing
from claimtrack.model.edtf import parse_edtf
from claimtrack.model.place import Marks
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

if TYPE_CHECKING:
    from types import ModuleType


MARKS = Mock(spec=Marks)


def read(record: type[Any], value: dict[str, object]) -> Any:  # noqa: ANN401  (any of the records)
    """Read a record the way the store's adapters do."""
    marks = {"marks": MARKS} if record in {Party, Source, Claim} else {}
    return TypeAdapter(record).validate_python({**marks, **value})


PARTY: dict[str, object] = {"id": "board", "name": "Harbour Board"}
SOURCE: dict[str, object] = {"id": "minutes", "kind": "document"}
CLAIM: dict[str, object] = {"id": "six-votes", "text": "Six voted to sell.", "article": "harbour-sale"}


def test_a_record_is_known_by_its_id_and_a_claim_by_that_of_its_article_too() -> None:
    assert read(Party, PARTY).key == "board"
    assert read(Source, SOURCE).key == "minutes"
    assert read(Claim, CLAIM).key == "harbour-sale/six-votes"


def test_the_label_of_a_claim_is_its_verdict_in_one_word() -> None:
    assert read(Claim, CLAIM).label is None
    assert read(Claim, {**CLAIM, "verdict": {"label": "refuted", "why": "It was seven."}}).label == "refuted"


@pytest.mark.parametrize(("stance", "counts"), [("supports", True), ("refutes", True), ("mentions", False)])
def test_support_and_refutation_count_and_a_mention_does_not(stance: str, *, counts: bool) -> None:
    assert read(Citation, {"source": "minutes", "stance": stance}).counts is counts


@pytest.mark.parametrize(
    ("key", "value", "looked_at"),
    [
        ("quote", "carried, six votes to three", True),
        ("says", "Six voted for it.", True),
        ("figures", [{"value": "0"}], True),
        ("when", "2026-02", True),
        ("at", "page 4", True),
        ("figures", [], False),
        ("cue", "the minutes say", False),
        ("note", "seen on 3 March", False),
        ("gloss", "carried", False),
        ("upstream", ["leak"], False),
        ("upstream", [], False),
    ],
)
def test_a_citation_is_looked_at_when_it_has_words_figures_a_date_or_a_place(
    key: str, value: object, *, looked_at: bool
) -> None:
    assert read(Citation, {"source": "minutes", key: value}).looked_at is looked_at


@pytest.mark.parametrize(
    ("record", "value", "key", "expected"),
    [
        (Source, SOURCE, "derived_from", (Derivation(source="leak"),)),
        (Claim, CLAIM, "sources", (Citation(source="leak"),)),
    ],
)
def test_a_bare_id_is_short_for_a_derivation_or_a_citation(
    record: type[Any], value: dict[str, object], key: str, expected: object
) -> None:
    assert getattr(read(record, {**value, key: ["leak"]}), key) == expected
    assert getattr(read(record, {**value, key: [{"source": "leak"}]}), key) == expected


def test_bare_text_is_short_for_the_exact_words_of_a_quote() -> None:
    assert read(Claim, {**CLAIM, "quote": "six of nine"}).quote == Quote(exact="six of nine")
    assert read(Citation, {"source": "minutes", "quote": "six"}).quote == Quote(exact="six")


def test_an_allegation_may_be_about_one_party_or_several() -> None:
    assert read(Claim, {**CLAIM, "about": "board"}).about == ("board",)
    assert read(Claim, {**CLAIM, "about": ["board", "mayor"]}).about == ("board", "mayor")


def test_the_keys_that_python_keeps_for_itself_are_written_without_underscore() -> None:
    assert read(Claim, {**CLAIM, "figures": [{"value": "9", "is": "total"}]}).figures == (
        Figure(value=Decimal(9), is_="total"),
    )
    assert read(Claim, {**CLAIM, "relations": [{"claim": "price", "as": "qualifies"}]}).relations == (
        Relation(claim="price", as_="qualifies"),
    )


@pytest.mark.parametrize(
    ("record", "least"),
    [(Party, PARTY), (Source, SOURCE), (Claim, CLAIM), (Citation, {"source": "minutes"})],
)
def test_null_is_an_empty_list(record: type[Any], least: dict[str, object]) -> None:
    lists = [field.name for field in fields(record) if field.default == ()]
    assert lists
    found = read(record, {**least, **dict.fromkeys(lists)})
    assert [getattr(found, name) for name in lists] == [()] * len(lists)


@pytest.mark.parametrize(
    ("record", "least", "defaults"),
    [
        (Party, PARTY, {"kind": None, "of": None, "identity": "named"}),
        (Source, SOURCE, {"own_reporting": False, "identity": "named", "status": None, "reliability": None}),
        (Claim, CLAIM, {"serious": False, "type": None, "reply": None, "quote": None}),
        (Citation, {"source": "a"}, {"stance": "supports", "upstream": None}),
        (Derivation, {"source": "a"}, {"relation": "derived", "acknowledged": True}),
        (Figure, {"value": "6"}, {"to": None, "unit": None, "comparator": None, "is_": None}),
        (Reply, {}, {"sought": None, "got": None}),
        (Check, {"by": "ana", "date": "2026"}, {"role": None, "digest": None}),
        (Waiver, {"rule": "CT105", "why": "Only record."}, {"by": None, "until": None}),
    ],
)
def test_what_is_not_written_has_its_default(
    record: type[Any], least: dict[str, object], defaults: dict[str, object]
) -> None:
    found = read(record, least)
    assert {key: getattr(found, key) for key in defaults} == defaults


@pytest.mark.parametrize(
    ("record", "value", "expected"),
    [
        (Figure, {"value": "1 billion", "to": "3bn"}, Figure(value=Decimal(10**9), to=Decimal(3 * 10**9))),
        (Figure, {"value": "6", "comparator": ">="}, Figure(value=Decimal(6), comparator="at-least")),
        (Derivation, {"source": "a", "acknowledged": "false"}, Derivation(source="a", acknowledged=False)),
        (Check, {"by": "ana", "date": "2026-03"}, Check(by="ana", date=parse_edtf("2026-03"))),
        (Snapshot, {"file": "a.txt", "sha256": "AB" * 32}, Snapshot(file="a.txt", sha256="ab" * 32)),
    ],
)
def test_text_becomes_what_its_field_is(record: type[Any], value: dict[str, object], expected: object) -> None:
    assert read(record, value) == expected


REFUSED: list[tuple[type[Any], dict[str, object], str]] = [
    (Party, {"name": "Harbour Board"}, "id"),
    (Party, {"id": "board"}, "name"),
    (Party, {**PARTY, "kind": "committee"}, "kind"),
    (Party, {**PARTY, "nam": "Board"}, "nam"),
    (Source, {"id": "minutes"}, "kind"),
    (Source, {**SOURCE, "kind": "rumour"}, "kind"),
    (Source, {**SOURCE, "id": "The Minutes"}, "id"),
    (Source, {**SOURCE, "published": "soon"}, "published"),
    (Source, {**SOURCE, "reliability": "G"}, "reliability"),
    (Source, {**SOURCE, "own_reporting": "yes"}, "own_reporting"),
    (Source, {**SOURCE, "status": "fine"}, "status"),
    (Claim, {"id": "a", "article": "b"}, "text"),
    (Claim, {"id": "a", "text": "It was sold."}, "article"),
    (Claim, {**CLAIM, "text": "  "}, "text"),
    (Claim, {**CLAIM, "type": "opinion"}, "type"),
    (Claim, {**CLAIM, "when": "yesterday"}, "when"),
    (Citation, {}, "source"),
    (Citation, {"source": "a", "stance": "proves"}, "stance"),
    (Derivation, {"source": "a", "relation": "stolen"}, "relation"),
    (Figure, {"value": "many"}, "value"),
    (Figure, {"value": "6", "comparator": None}, "comparator"),
    (Quote, {"prefix": "a"}, "exact"),
    (Relation, {"claim": "a"}, "as_"),
    (Verdict, {"label": "supported"}, "why"),
    (Verdict, {"label": "true", "why": "It is."}, "label"),
    (Check, {"by": "ana"}, "date"),
    (Waiver, {"rule": "CT105"}, "why"),
    (SetAside, {"quote": "It rained."}, "why"),
    (Snapshot, {"file": "../a", "sha256": "ab" * 32}, "file"),
    (Snapshot, {"file": "a", "sha256": "ab"}, "sha256"),
    (Reply, {"asked": "2026"}, "asked"),
]


@pytest.mark.parametrize(("record", "value", "key"), REFUSED)
def test_what_does_not_fit_is_refused_at_its_field(record: type[Any], value: dict[str, object], key: str) -> None:
    with pytest.raises(ValidationError) as raised:
        read(record, value)
    assert {error["loc"][0] for error in raised.value.errors()} == {key}


@pytest.mark.parametrize("module", [edtf, findings, ledger, origins, place, records, settings, sourcing])
def test_whatever_the_model_holds_is_frozen_and_slotted(module: ModuleType) -> None:
    made_here = [each for each in vars(module).values() if getattr(each, "__module__", "") == module.__name__]
    data: list[Any] = [each for each in made_here if isinstance(each, type) and is_dataclass(each)]
    assert data
    assert [each for each in data if not each.__dataclass_params__.frozen or "__slots__" not in vars(each)] == []


def test_a_record_never_changes() -> None:
    with pytest.raises(FrozenInstanceError):
        read(Claim, CLAIM).text = "Seven voted to sell."
