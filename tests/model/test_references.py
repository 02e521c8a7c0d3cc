from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.model.findings import Fault, Subject
from claimtrack.model.place import Place
from claimtrack.model.references import Links, file_name, imprints, name_of, references, source_name, subject_name
from support import BASE, lay, ledger_of

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Record

CLAIMS = """\
article: harbour-sale
sources:
  - {id: retelling, kind: article, title: T, derived_from: [board-minutes, evening-post-story, board-minutes]}
claims:
  - id: six
    text: Six voted.
    claimant: ana-ruiz
    about: [harbour-board]
    sources:
      - {source: board-minutes, upstream: [evening-post-story]}
      - {source: harbour-sale}
      - board-minutes
    relations: [{claim: seven, as: repeats}, {claim: other/seven, as: depends-on}, {claim: seven, as: contradicts}]
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return ledger_of(lay(tmp_path, {**BASE, "claims/x.yaml": CLAIMS}))


def said_of(record: Record) -> list[str | None]:
    return imprints(record, references(record))


def test_a_claim_names_its_article_first_and_everybody_else_once(ledger: Ledger) -> None:
    assert references(ledger.claims[0]) == [
        "source:harbour-sale",
        "source:board-minutes",
        "source:evening-post-story",
        "claim:harbour-sale/seven",
        "claim:other/seven",
    ]


def test_a_source_names_those_that_it_derives_from_and_a_party_nobody(ledger: Ledger) -> None:
    assert references(ledger.source_by_id["retelling"]) == ["source:board-minutes", "source:evening-post-story"]
    assert references(ledger.party_by_id["ana-ruiz"]) == []


def test_what_a_claim_says_of_a_source_is_how_often_it_quotes_it_and_whether_it_says_where_that_has_it_from(
    tmp_path: Path,
) -> None:
    claim = """\
article: harbour-sale
claims:
  - id: six
    text: Six.
    sources:
      - {source: board-minutes, upstream: [origin], quote: six}
      - {source: board-minutes, upstream: [], quote: votes}
      - {source: evening-post-story, upstream: []}
      - {source: evening-post-story}
    relations: [{claim: seven, as: repeats}]
"""
    found = ledger_of(lay(tmp_path, {**BASE, "claims/x.yaml": claim})).claims[0]
    assert dict(zip(references(found), said_of(found), strict=True)) == {
        "source:harbour-sale": None,
        "source:board-minutes": "2",
        "source:origin": "0",
        "source:evening-post-story": "0?",
        "claim:harbour-sale/seven": None,
    }


def test_of_a_claim_that_it_rests_on_a_claim_says_no_more_than_that(ledger: Ledger, tmp_path: Path) -> None:
    assert said_of(ledger.claims[0])[-2:] == [None, None]
    text = CLAIMS.replace("as: repeats", "as: qualifies").replace("as: contradicts", "as: supersedes")
    again = ledger_of(lay(tmp_path, {**BASE, "claims/x.yaml": text})).claims[0]
    assert said_of(again)[-2:] == ["", ""]


def test_what_a_source_says_of_another_is_that_it_derives_from_it(ledger: Ledger) -> None:
    assert said_of(ledger.source_by_id["retelling"]) == ["", ""]
    assert said_of(ledger.party_by_id["ana-ruiz"]) == []


def test_records_of_different_kinds_never_share_a_name(ledger: Ledger) -> None:
    names = [name_of(record) for record in ledger.everything]
    assert names[0] == "party:daily-ledger"
    assert names[-1] == "claim:harbour-sale/six"
    assert source_name("daily-ledger") not in names


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        (Subject(claim="a/b", article="a"), "claim:a/b"),
        (Subject(source="s"), "source:s"),
        (Subject(party="p"), "party:p"),
        (Subject(article="a"), "file:claims/x.yaml"),
        (Subject(), "file:claims/x.yaml"),
    ],
)
def test_what_is_said_is_about_its_record_else_about_its_file(subject: Subject, name: str) -> None:
    said = Fault(code="CT003", place=Place(file="claims/x.yaml"), message="m", hint="h", subject=subject)
    assert subject_name(said) == name
    assert file_name("claims/x.yaml") == "file:claims/x.yaml"


EDGES = {
    "article": [],
    "origin": [],
    "report": ["origin"],
    "first": ["article", "report"],
    "second": ["article", "origin"],
    "third": ["article", "first"],
    "loose": ["article", "nobody"],
}


def test_what_rests_on_a_changed_record_is_judged_again_at_any_depth() -> None:
    affected = Links(EDGES).affected({"origin"}, ())
    assert affected.judged == {"origin", "report", "first", "second", "third"}


def test_of_whom_something_else_is_said_is_judged_again_and_those_who_name_it_are_needed() -> None:
    affected = Links(EDGES).affected({"second"}, {"article", "report", "origin"})
    assert affected.judged == {"second", "article", "origin", "report"}
    assert affected.needed == set(EDGES)


def test_whatever_a_judged_record_names_is_needed_at_any_depth_and_its_siblings_are_not() -> None:
    links = Links({**EDGES, "fourth": ["elsewhere", "third"], "elsewhere": [], "fifth": ["elsewhere"]})
    affected = links.affected({"fourth"}, {"elsewhere", "third"})
    assert affected.judged == {"fourth", "elsewhere", "third"}
    assert affected.needed == {"fourth", "elsewhere", "third", "first", "report", "origin", "article", "fifth"}


def test_who_named_a_record_that_went_is_judged_again() -> None:
    edges = {name: named for name, named in EDGES.items() if name != "origin"}
    assert Links(edges).affected({"origin"}, ()).judged >= {"report", "second", "first", "third"}


def test_a_loop_is_walked_once() -> None:
    links = Links({"a": ["b"], "b": ["c"], "c": ["a"], "d": []})
    assert links.affected({"b"}, ()).needed == {"a", "b", "c"}


def test_a_name_that_nothing_has_leads_nowhere() -> None:
    links = Links(EDGES)
    assert links.nowhere() == ["nobody"]
    assert links.naming("nobody") == ["loose"]
    assert links.naming("loose") == ()
