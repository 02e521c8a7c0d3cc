"""A claim that rests on nobody who can be named.

What
----
Claims all of whose support begins with a statement, an interview or a post that is unnamed or
confidential, or of such a party. An error where the claim is marked as `serious`. A confidential
document is no anonymous witness: it still shows what it shows.

Why
---
Whoever is not named does not have to stand by what was said, and no reader can ask.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - {id: dock-worker, kind: interview, title: Interview at the pier, identity: unnamed}
    claims:
      - id: night-visits  # <- CT106
        text: The buyers came at night.
        sources:
          - {source: dock-worker, says: They came twice and after dark.}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - {id: dock-worker, kind: interview, title: Interview at the pier, identity: unnamed}
      - {id: gate-log, kind: document, title: Log of the harbour gate, party: harbour-board}
    claims:
      - id: night-visits
        text: The buyers came at night.
        sources:
          - {source: dock-worker, says: They came twice and after dark.}
          - {source: gate-log, at: page 12}

Fix
---
Find a document or somebody who can be named. If there is neither, a senior editor decides whether
the claim stays in; then waive this rule with the reason.

Source
------
Reuters handbook: anonymous sources are the weakest. BBC guidelines on reporting allegations: a
single unnamed source with a serious allegation goes to a senior editor.
"""

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
    for claim, sourcing in ledger.sourced:
        origins = {source for group in sourcing.groups for origin in group.origins for source in origin.sources}
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
