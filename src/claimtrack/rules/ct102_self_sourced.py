"""A claim that only the claimant's own side supports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "warning"
SILENCED_BY = ("CT101",)

_OWN_WORDS = frozenset({"quote", "position"})
"""Types of claims for which the claimant is the best source there is."""


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield claims whose support leads back to the claimant's own party and nowhere else."""
    for claim in ledger.claims:
        if not claim.claimant or claim.type in _OWN_WORDS:
            continue
        own = ledger.top(claim.claimant)
        groups = ledger.sourcing(claim).groups
        if groups and all(group.party == own for group in groups):
            sources = sorted({source for group in groups for source in group.sources})
            yield Problem(
                record=claim,
                message=f"all support comes from the claimant's own side, {own}: {listed(sources)}",
                hint=f"Find a source that does not belong to {own}, or record the claim as `type: position`.",
            )
