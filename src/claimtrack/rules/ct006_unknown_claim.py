"""A relation that names no recorded claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "error"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield every relation that leads nowhere."""
    known = ledger.claim_by_key
    hints: dict[str, str] = {}
    for claim in ledger.claims:
        for place, relation in enumerate(claim.relations):
            key = ledger.claim_key(relation.claim, claim.article)
            if key in known:
                continue
            if key not in hints:
                hints[key] = did_you_mean(key, known, f"Record `{key}` under `claims:`, or correct the id.")
            yield Problem(
                record=claim,
                at=("relations", place, "claim"),
                message=f"{relation.as_.replace('-', ' ')} `{relation.claim}`, which is no recorded claim",
                hint=hints[key],
            )
