from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from claimtrack.store.past import Past
from claimtrack.text.checks import checks
from claimtrack.views.stale import stale, stale_table
from support import BASE, lay, ledger_of

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.model.ledger import Ledger

X = """\
article: harbour-sale
claims:
  - {id: top, text: Top., sources: [board-minutes], relations: [{claim: middle, as: depends-on}]}
  - {id: middle, text: Middle., sources: [board-minutes], relations: [{claim: low, as: depends-on}]}
  - id: low
    text: Low.
    sources: [board-minutes]
    relations: [{claim: top, as: qualifies}, {claim: lowest, as: depends-on}]
    checks: [{by: ben, role: checker, date: 2026-03-14, digest: "@LOW"}]
  - id: lowest
    text: Lowest.
    sources: [board-minutes]
    checks: [{by: cy, date: 2026-03-15, digest: "@LOWEST"}]
  - {id: other, text: Other., sources: [board-minutes], relations: [{claim: low, as: contradicts}]}
"""
CLAIM = "changed: the claim itself (its words, figures, verdict or citations)"
WRONG = f"1:{'0' * 16}:-:{'0' * 16}"


def made(folder: Path, low: str | None = WRONG, lowest: str | None = None) -> Ledger:
    """Return a ledger with those digests, or the true ones."""
    lay(folder, {**BASE, "claims/x.yaml": X.replace("@LOWEST", WRONG).replace("@LOW", WRONG)})
    ledger = ledger_of(folder)
    true = {claim.id: ledger.once(checks).digest(claim) for claim in ledger.claims}
    text = X.replace("@LOWEST", lowest or true["lowest"]).replace("@LOW", low or true["low"])
    return ledger_of(lay(folder, {"claims/x.yaml": text}))


def test_a_stale_claim_and_what_rests_on_it_are_listed(tmp_path: Path) -> None:
    ledger = made(tmp_path)
    table = stale_table(ledger, stale(ledger, None), {})
    assert table.title == "1 claim to be checked again, and 2 claims that rest on them"
    assert table.rows == (
        ("harbour-sale/top", "rests on harbour-sale/low", "", ""),
        ("harbour-sale/middle", "rests on harbour-sale/low", "", ""),
        (
            "harbour-sale/low",
            f"{CLAIM}; changed: a source, or what it derives from",
            "ben, 2026-03-14",
            "",
        ),
    )
    assert [(item["stale"], item["changed"], item["rests_on"]) for item in table.items[1:]] == [
        (False, [], "harbour-sale/low"),
        (True, ["claim", "sources"], None),
    ]
    assert table.items[2]["check"] == {"by": "ben", "role": "checker", "date": "2026-03-14", "digest": WRONG}


def test_a_stale_claim_may_rest_on_another_one(tmp_path: Path) -> None:
    ledger = made(tmp_path, WRONG, "9:a:b:c")
    items = {item["id"]: item for item in stale_table(ledger, stale(ledger, None), {}).items}
    assert items["harbour-sale/low"]["rests_on"] == "harbour-sale/lowest"
    assert items["harbour-sale/top"]["rests_on"] == "harbour-sale/low"
    assert "is no digest" in items["harbour-sale/lowest"]["reasons"][0]


def test_a_check_that_is_too_old_is_listed(tmp_path: Path) -> None:
    ledger = made(tmp_path, None)
    assert stale_table(ledger, stale(ledger, None), {}).title == "0 claims to be checked again"
    found = stale(ledger, timedelta(252))
    assert [standing.claim.id for standing in found] == ["low"]
    assert "the check is too old" in stale_table(ledger, found, {}).rows[2]


def test_what_was_signed_is_compared_field_by_field(tmp_path: Path) -> None:
    ledger = made(tmp_path)
    (low,) = [claim for claim in made(tmp_path / "old").claims if claim.id == "other"]
    past = {"harbour-sale/low": Past(commit="c" * 40, date="2026-03-14", claim=low, sources={})}
    table = stale_table(ledger, stale(ledger, None), past)
    assert table.rows[2][3] == "text: “Other” → “Low” (since cccccccccc of 2026-03-14)"
    item = table.items[2]
    assert item["changes"] == [{"field": "text", "from": "Other.", "to": "Low.", "words": "text: “Other” → “Low”"}]
    assert item["since"] == {"commit": "c" * 40, "date": "2026-03-14"}


def test_claims_that_rest_on_one_another_in_a_ring_end(tmp_path: Path) -> None:
    text = X.replace("as: qualifies", "as: depends-on").replace("@LOWEST", WRONG).replace("@LOW", WRONG)
    ledger = ledger_of(lay(tmp_path, {**BASE, "claims/x.yaml": text}))
    assert len(stale_table(ledger, stale(ledger, None), {}).rows) == 4
