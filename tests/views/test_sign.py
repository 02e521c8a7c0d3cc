from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from claimtrack import engine
from claimtrack.model.edtf import parse_edtf
from claimtrack.model.ledger import Ledger
from claimtrack.model.records import Check
from claimtrack.model.settings import Settings
from claimtrack.store.project import load
from claimtrack.store.settings import read_settings
from claimtrack.store.snapshots import Snapshots, digest_of
from claimtrack.views.sign import objections, refusals, sign_card, signatures
from support import lay

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Sold\n\nFirst.\n\nSix voted for the sale.\n"
RECORDS = f"""\
article: sale
parties: [{{id: ana, name: Ana Ruiz}}]
sources:
  - {{id: sale, kind: article, title: Sold, author: Ana Ruiz, snapshot: {{file: s.txt, sha256: {digest_of(TEXT)}}}}}
  - {{id: papers, kind: document, title: Papers}}
claims:
  - {{id: six, text: Six voted., quote: Six voted for, sources: [{{source: papers, at: page 1}}]}}
  - {{id: gone, text: Nine sat., quote: nine of them sat, sources: [papers]}}
  - {{id: bare, text: It was sold.}}
"""
CHECK = Check(by="ben", date=parse_edtf("2026-03-14"))


def made(folder: Path) -> Ledger:
    lay(folder, {"claims/x.yaml": RECORDS, "claims/snapshots/s.txt": TEXT})
    loaded = load(folder, read_settings(folder, frozenset(), environ={}), frozenset())
    return Ledger(loaded.records, date(2026, 11, 22), Snapshots(folder / "claims" / "snapshots"))


def test_a_signature_binds_what_stands_there(tmp_path: Path) -> None:
    ledger = made(tmp_path)
    first, second, third = signatures(ledger, ledger.claims, CHECK)
    assert list(first.fields) == ["by", "date", "digest"]
    assert [":-:" in item.fields["digest"] for item in (first, second, third)] == [False, False, True]
    assert not first.there


def test_the_card_shows_the_paragraph_and_what_is_missing(tmp_path: Path) -> None:
    ledger = made(tmp_path)
    card = sign_card(ledger, signatures(ledger, ledger.claims[:1], CHECK))
    assert [block.heading for block in card.blocks] == [
        "sale/six",
        "six: paragraph of the article",
        "six: sources",
        "six: verdict",
        "six: digest",
    ]
    assert card.blocks[1].lines[0].text == "Six voted for the sale."
    assert card.blocks[3].lines[0].text == "nobody has given one"
    bare = sign_card(ledger, signatures(ledger, ledger.claims[2:], CHECK))
    assert bare.blocks[1].lines[0].text == "none is cited"


def test_errors_of_the_claims_are_refusals_and_nothing_else(tmp_path: Path) -> None:
    ledger = made(tmp_path)
    findings = engine.check(ledger, Settings()).findings
    assert {(item.subject.claim, item.code) for item in refusals(ledger.claims, findings)} == {
        ("sale/gone", "CT201"),
        ("sale/bare", "CT101"),
    }
    assert refusals(ledger.claims[:1], findings) == []


def test_what_is_doubtful_is_said(tmp_path: Path) -> None:
    ledger = made(tmp_path)
    signed = signatures(ledger, ledger.claims, CHECK)
    assert list(objections(ledger, Settings(), signed)) == [
        "sale/gone: the passage is not in sale; the check binds no paragraph."
    ]
    own = signatures(ledger, ledger.claims[:1], Check(by="ana", date=CHECK.date))
    assert [line.endswith("(CT404)") for line in objections(ledger, Settings(), own)] == [True]
