from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimtrack.text.checks import checks
from claimtrack.views.items import article_item, checked, claim_item, long_form, party_item, source_item
from support import BASE, lay, ledger_of

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.model.ledger import Ledger

RECORDS = """\
article: harbour-sale
parties: [{id: anon, name: A clerk, of: harbour-board, identity: confidential, aliases: [the clerk]}]
claims:
  - id: six
    text: Six of nine voted to sell.
    quote: {exact: six of the nine, prefix: that}
    type: numerical
    claimant: daily-ledger
    about: [harbour-board]
    figures: [{value: 6, unit: members, is: in favour, comparator: ">="}, {value: 1.5, to: 2}]
    when: 2026-02
    sources:
      - {source: board-minutes, quote: carried by six votes, x-seen: 12:30}
      - {source: evening-post-story, at: para 2, upstream: []}
    verdict: {label: supported, why: Page 4.}
    checks:
      - {by: ana, date: 2026-03-15, digest: "1:a:b:c"}
      - {by: bo, date: 2026-03-16}
      - {by: cy, date: 2026-01-02, digest: "1:a:b:c"}
    relations: [{claim: price, as: qualifies}]
    tags: [sale, vote]
    x-desk: {room: no}
  - {id: price, text: It cost a lot.}
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    unsigned = ledger_of(lay(tmp_path, {**BASE, "claims/x.yaml": RECORDS}))
    signed = RECORDS.replace("1:a:b:c", unsigned.once(checks).digest(unsigned.claims[0]), 1)
    return ledger_of(lay(tmp_path, {"claims/x.yaml": signed}))


def test_a_claim_is_listed_to_the_letter(ledger: Ledger) -> None:
    assert claim_item(ledger, ledger.claims[0]) == {
        "id": "harbour-sale/six",
        "article": "harbour-sale",
        "text": "Six of nine voted to sell.",
        "quote": "six of the nine",
        "type": "numerical",
        "claimant": "daily-ledger",
        "sourcing": "corroborated",
        "credibility": 1,
        "independent": 2,
        "origins": [
            {"party": "harbour-board", "sources": ["board-minutes"]},
            {"party": "evening-post", "sources": ["evening-post-story"]},
        ],
        "verdict": "supported",
        "checked": "2026-03-15",
        "tags": ["sale", "vote"],
        "file": "claims/x.yaml",
        "line": 4,
    }


def test_what_a_claim_does_not_say_is_null_or_empty(ledger: Ledger) -> None:
    item = claim_item(ledger, ledger.claims[1])
    assert list(item) == [
        *["id", "article", "text", "quote", "type", "claimant", "sourcing", "credibility", "independent", "origins"],
        *["verdict", "checked", "tags", "file", "line"],
    ]
    assert [key for key, value in item.items() if value is None] == ["quote", "type", "claimant", "verdict", "checked"]
    assert (item["sourcing"], item["credibility"], item["origins"], item["tags"]) == ("unsourced", 6, [], [])


def test_the_date_of_a_check_is_that_of_the_newest_that_still_holds(ledger: Ledger, tmp_path: Path) -> None:
    assert [checked(ledger, claim) for claim in ledger.claims] == ["2026-03-15", None]
    stale = ledger_of(lay(tmp_path, {**BASE, "claims/x.yaml": RECORDS}))
    assert [checked(stale, claim) for claim in stale.claims] == [None, None]


def test_the_origin_of_a_source_without_a_party_has_none(tmp_path: Path) -> None:
    text = """\
sources: [{id: s, kind: book, title: T, own_reporting: true}]
claims: [{id: c, text: T, article: harbour-sale, sources: [{source: s, at: page 1}]}]
"""
    ledger = ledger_of(lay(tmp_path, {**BASE, "claims/x.yaml": text}))
    assert claim_item(ledger, ledger.claims[0])["origins"] == [{"party": None, "sources": ["s"]}]


def test_a_source_is_listed_to_the_letter(ledger: Ledger) -> None:
    assert source_item(ledger, ledger.source_by_id["evening-post-story"]) == {
        "id": "evening-post-story",
        "kind": "article",
        "title": "Board sells harbour",
        "party": "evening-post",
        "author": None,
        "published": "2026-03-12",
        "url": None,
        "status": None,
        "identity": "named",
        "reliability": None,
        "own_reporting": True,
        "derived_from": [],
        "claims": 1,
        "file": "claims/base.yaml",
        "line": 10,
    }


def test_a_party_is_listed_to_the_letter(ledger: Ledger) -> None:
    assert party_item(ledger, ledger.party_by_id["anon"]) == {
        "id": "anon",
        "name": "A clerk",
        "kind": None,
        "of": "harbour-board",
        "identity": "confidential",
        "aliases": ["the clerk"],
        "sources": 0,
        "claims": 0,
        "file": "claims/x.yaml",
        "line": 2,
    }
    assert party_item(ledger, ledger.party_by_id["daily-ledger"])["claims"] == 1


def test_an_article_is_listed_with_the_sourcing_of_its_claims(ledger: Ledger) -> None:
    assert article_item(ledger, ledger.source_by_id["harbour-sale"]) == {
        "id": "harbour-sale",
        "title": "Harbour sold in secret",
        "party": "daily-ledger",
        "published": "2026-03-14",
        "claims": 2,
        "sourcing": {"corroborated": 1, "unsourced": 1},
        "file": "claims/base.yaml",
        "line": 7,
    }


def test_the_long_form_has_every_field_and_the_desks_own_keys(ledger: Ledger) -> None:
    item = long_form(ledger.claims[0])
    assert list(item) == [
        *["id", "text", "article", "quote", "type", "claimant", "about", "reply", "figures", "when", "sources"],
        *["verdict", "checks", "relations", "waivers", "serious", "tags", "note", "x-desk"],
    ]
    assert item["id"] == "harbour-sale/six"
    assert item["quote"] == {"exact": "six of the nine", "prefix": "that", "suffix": None, "at": None}
    assert item["figures"] == [
        {"value": 6, "to": None, "unit": "members", "comparator": "at-least", "is": "in favour"},
        {"value": 1.5, "to": 2, "unit": None, "comparator": None, "is": None},
    ]
    assert item["when"] == "2026-02"
    assert item["sources"][0]["quote"] == {"exact": "carried by six votes", "prefix": None, "suffix": None, "at": None}
    assert (item["sources"][0]["x-seen"], item["sources"][0]["upstream"]) == ("12:30", None)
    assert (item["sources"][1]["upstream"], item["sources"][1]["stance"]) == ([], "supports")
    assert item["relations"] == [{"claim": "price", "as": "qualifies", "note": None}]
    assert item["x-desk"] == {"room": "no"}
    assert item["checks"][0]["date"] == "2026-03-15"


def test_the_long_form_is_json(ledger: Ledger) -> None:
    for record in ledger.everything:
        assert json.loads(json.dumps(long_form(record)))["id"] == record.key


@pytest.mark.parametrize(("written", "value"), [("1 billion", 10**9), ("2.0", 2), ("0.25", 0.25), ("fourteen", 14)])
def test_a_figure_is_a_number(tmp_path: Path, written: str, value: float) -> None:
    text = f"claims: [{{id: c, text: T, article: a, figures: [{{value: {written}}}]}}]\n"
    (claim,) = ledger_of(lay(tmp_path, {"claims/x.yaml": text})).claims
    found = long_form(claim)["figures"][0]["value"]
    assert (found, type(found)) == (value, type(value))
