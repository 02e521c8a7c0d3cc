from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimtrack.views.resolve import resolve
from claimtrack.views.show import card
from support import BASE, check_folder, lay, ledger_of

if TYPE_CHECKING:
    from claimtrack.formats import Card

RECORDS = """\
article: harbour-sale
parties:
- {id: clerk, name: A clerk, kind: person, of: harbour-board, identity: confidential, aliases: [the clerk], note: Met.}
sources:
- id: wire
  kind: article
  title: Wire
  party: evening-post
  author: Bo
  derived_from: [tape, {source: board-minutes, relation: quoted, acknowledged: false}]
  published: 2026-03
  retrieved: 2026-04
  language: en
  reliability: B
  own_reporting: true
  status: corrected
  archived: https://archive.example/1
  note: Cut.
- {id: tape, kind: recording, url: https://x.example, identity: confidential, snapshot: {file: t.txt, sha256: %s}}
- {id: copy, kind: article, party: nobody, derived_from: [wire]}
claims:
- {id: six, text: Six voted., claimant: daily-ledger, about: harbour-board, x-room: 4,
   sources: [{source: wire, at: para 1}, {source: copy, at: para 1}, {source: harbour-sale, at: p}]}
- {id: price, text: It cost a lot., relations: [{claim: six, as: depends-on}]}
""" % ("a" * 64)


def show(name: str) -> Card:
    with tempfile.TemporaryDirectory() as folder:
        root = lay(Path(folder), {**BASE, "claims/x.yaml": RECORDS})
        ledger = ledger_of(root)
        return card(ledger, resolve(ledger, name), check_folder(root).findings)


def lines(name: str) -> dict[str, list[str]]:
    return {
        block.heading: [f"{line.label}: {line.text}" if line.label else line.text for line in block.lines]
        for block in show(name).blocks
    }


def derived(name: str) -> dict[str, Any]:
    found: dict[str, Any] = show(name).item["derived"]
    return found


@pytest.mark.parametrize(
    ("name", "title", "text", "record"),
    [
        ("six", "harbour-sale/six", "Six voted.", "claim"),
        ("wire", "wire", "Wire", "source"),
        ("tape", "tape", "https://x.example", "source"),
        ("copy", "copy", "", "source"),
        ("clerk", "clerk", "A clerk", "party"),
    ],
)
def test_a_card_is_headed_by_its_record(name: str, title: str, text: str, record: str) -> None:
    found = show(name)
    assert (found.title, found.text) == (title, text)
    assert (found.item["schema"], found.item["record"], found.item["id"]) == ("claimtrack/show/1", record, title)


def test_the_item_of_a_claim_is_the_record_and_what_is_derived() -> None:
    item = show("six").item
    assert list(item)[-2:] == ["x-room", "derived"]
    assert item["about"] == ["harbour-board"]
    found = derived("six")
    assert [finding["code"] for finding in found.pop("findings")] == ["CT208", "CT402", "CT407"]
    assert found == {
        "sourcing": "single-origin",
        "credibility": 3,
        "independent": 1,
        "origins": [{"party": None, "sources": ["board-minutes", "tape", "wire"]}],
        "primary": False,
        "secondary": ["evening-post"],
        "counted": ["wire", "copy"],
        "looked_at": ["wire", "copy"],
        "checked": None,
        "relations_to": [{"claim": "harbour-sale/price", "as": "depends-on"}],
        "file": "claims/x.yaml",
        "line": 22,
    }


def test_what_is_derived_of_a_source() -> None:
    found = derived("wire")
    assert [finding["code"] for finding in found.pop("findings")] == []
    assert found == {
        "origins": ["board-minutes", "tape", "wire"],
        "derived_by": ["copy"],
        "cited_by": ["harbour-sale/six"],
        "file": "claims/x.yaml",
        "line": 5,
    }


def test_an_article_shows_its_claims() -> None:
    found = derived("harbour-sale")
    assert (found["article"]["claims"], found["cited_by"]) == (2, ["harbour-sale/six"])
    assert lines("harbour-sale")["Claims in this article (2)"] == [
        "single-origin: harbour-sale/six: Six voted.",
        "unsourced: harbour-sale/price: It cost a lot.",
    ]


def test_what_is_derived_of_a_party() -> None:
    found = derived("harbour-board")
    assert {key: found[key] for key in ("top", "members", "sources", "claims", "about")} == {
        "top": "harbour-board",
        "members": ["clerk"],
        "sources": ["board-minutes"],
        "claims": [],
        "about": ["harbour-sale/six"],
    }
    assert (derived("clerk")["top"], derived("daily-ledger")["claims"]) == ("harbour-board", ["harbour-sale/six"])


def test_only_findings_on_the_record_itself_are_shown() -> None:
    assert [line.split(":")[0] for line in lines("copy")["Findings"]] == ["error CT007"]
    assert "Findings" not in lines("wire")
    (finding,) = derived("copy")["findings"]
    assert finding["source"] == "copy"


def test_a_source_is_shown_fact_by_fact() -> None:
    assert lines("wire") == {
        "": [
            *["kind: article", "party: Evening Post (evening-post)", "author: Bo", "published: 2026-03"],
            *["retrieved: 2026-04", "archived: https://archive.example/1", "language: en", "reliability: B"],
            *["own reporting: yes", "status: corrected", "note: Cut.", "recorded: claims/x.yaml:5"],
        ],
        "Derived from": ["tape (derived)", "board-minutes (quoted, not acknowledged)"],
        "Origins": ["board-minutes, tape, wire (2 sources upstream)"],
        "Derived by": ["copy"],
        "Cited under": ["single-origin: harbour-sale/six: Six voted."],
    }
    assert lines("tape")[""] == [
        *["kind: recording", "url: https://x.example", "identity: confidential"],
        *[f"snapshot: t.txt (sha256 {'a' * 12}…)", "recorded: claims/x.yaml:19"],
    ]
    assert "party: nobody" in lines("copy")[""]
    assert "Origins" not in lines("tape")


def test_a_party_is_shown_fact_by_fact() -> None:
    assert lines("clerk") == {
        "": [
            *["kind: person", "of: harbour-board", "identity: confidential", "aliases: the clerk", "note: Met."],
            "recorded: claims/x.yaml:3",
        ]
    }
    assert lines("harbour-board") == {
        "": ["kind: organisation", "recorded: claims/base.yaml:4"],
        "Members": ["clerk: A clerk"],
        "Sources": ["board-minutes: Minutes of the board"],
        "Alleged about it": ["single-origin: harbour-sale/six: Six voted."],
    }
    assert lines("daily-ledger")["Asserts"] == ["single-origin: harbour-sale/six: Six voted."]


def test_a_claim_is_shown_with_its_findings_last() -> None:
    assert list(lines("price"))[-1] == "Findings"
    assert lines("price")["Findings"][0].startswith("error CT101: harbour-sale/price: no source is cited")
