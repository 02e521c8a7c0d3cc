"""Several sources under a claim that come down to one origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.origins import Origin
    from claimtrack.model.records import Claim
    from claimtrack.model.settings import Settings

SEVERITY = "warning"
SILENCED_BY = ("CT101",)


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield claims with supporting citations that look like several and are one."""
    for claim in ledger.claims:
        sourcing = ledger.sourcing(claim)
        for group in sourcing.groups:
            if len({claim.sources[place].source for place in group.citations}) < 2:
                continue
            upstream = _upstream_of_others(ledger, claim)
            apart = [place for place in group.citations if claim.sources[place].source not in upstream]
            names = list(dict.fromkeys(claim.sources[place].source for place in apart))
            if len(names) > 1:
                yield Problem(
                    record=claim,
                    message=f"{listed(names)} count as one source: {_shared([sourcing.origins[p] for p in apart])}",
                    hint="Find a source that did not have it from there, or keep one and say so.",
                )


def _upstream_of_others(ledger: Ledger, claim: Claim) -> set[str]:
    """Return the cited sources that another supporting citation of the claim has it from."""
    cited = {citation.source for citation in claim.sources}
    found: set[str] = set()
    for citation in claim.sources:
        if citation.stance == "supports":
            found.update(key for key in ledger.above(citation) if key in cited and key != citation.source)
    return found


def _shared(origins: Sequence[Sequence[Origin]]) -> str:
    """Say what the citations have in common."""
    everywhere = set(origins[0]).intersection(*origins[1:])
    known = sorted({source for origin in everywhere if not origin.unknown for source in origin.sources})
    if known:
        return f"they come from {listed(known)}"
    every = {origin for found in origins for origin in found}
    if any(origin.unknown for origin in every):
        return "nobody has recorded where they have it from"
    parties = set.intersection(*({party for origin in found for party in origin.parties} for found in origins))
    if parties:
        return f"they come from one party, {listed(sorted(parties))}"
    return f"they share origins among {listed(sorted({source for origin in every for source in origin.sources}))}"
