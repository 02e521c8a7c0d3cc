"""A claim that rests on nobody who can be named."""

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

_WITNESSES = frozenset({"statement", "interview", "post"})
"""What a person says. A confidential document still shows what it shows."""


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield claims all of whose support begins with an unnamed or confidential witness."""
    for claim in ledger.claims:
        origins = {source for group in ledger.sourcing(claim).groups for source in group.sources}
        if origins and all(_anonymous(ledger, source) for source in origins):
            yield Problem(
                record=claim,
                message=f"all support comes from sources that are not named: {listed(sorted(origins))}",
                hint="Find a document or a named source; an allegation on this basis goes to a senior editor.",
                severity="error" if claim.serious else None,
            )


def _anonymous(ledger: Ledger, key: str) -> bool:
    source = ledger.source_by_id.get(key)
    if source is None or source.kind not in _WITNESSES:
        return False
    party = ledger.party_by_id.get(source.party) if source.party else None
    return source.identity != "named" or (party is not None and party.identity != "named")
