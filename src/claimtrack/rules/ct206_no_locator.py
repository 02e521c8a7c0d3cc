"""A citation that tells nobody where to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "info"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield counted citations with neither words nor a locator."""
    for claim in ledger.claims:
        for place in ledger.sourcing(claim).counted:
            citation = claim.sources[place]
            if not (citation.quote or citation.says or citation.at):
                yield Problem(
                    record=claim,
                    at=("sources", place),
                    message=f"cites {citation.source} without its words or a place in it",
                    hint="Add `quote:` with its words, or `at:` with the page, paragraph or time.",
                )
