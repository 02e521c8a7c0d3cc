"""Two claims that contradict one another and are both called supported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "error"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield every pair once, on the claim that records it first."""
    seen: set[frozenset[str]] = set()
    for claim in ledger.claims:
        for place, relation in enumerate(claim.relations):
            other = ledger.claim_by_key.get(ledger.claim_key(relation.claim, claim.article))
            if relation.as_ != "contradicts" or other is None or other.key == claim.key:
                continue
            pair = frozenset((claim.key, other.key))
            if pair in seen or claim.label != "supported" or other.label != "supported":
                continue
            seen.add(pair)
            yield Problem(
                record=claim,
                at=("relations", place, "claim"),
                message=f"contradicts {other.key}, and both have the verdict supported",
                hint="One of the two verdicts is wrong, or they do not contradict each other.",
                related=(Related(other.marks.place(), f"{other.key} is called supported too"),),
            )
