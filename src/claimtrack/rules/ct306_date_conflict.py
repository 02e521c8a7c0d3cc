"""A claim and its source that cannot both have the date right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "warning"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield supporting citations whose `when` excludes the claim's."""
    for claim in ledger.claims:
        for place, citation in enumerate(claim.sources):
            if citation.stance == "supports" and claim.when and citation.when and claim.when.excludes(citation.when):
                yield Problem(
                    record=claim,
                    at=("sources", place, "when"),
                    message=f"is dated {claim.when}, and {citation.source} under it has {citation.when}",
                    hint="Correct the date that is wrong, or record the citation as `stance: refutes`.",
                )
