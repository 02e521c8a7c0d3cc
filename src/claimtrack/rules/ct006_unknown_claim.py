"""A relation that names no recorded claim.

What
----
Ids under a claim's `relations:` that lead nowhere. A bare id means a claim of the same article;
a claim of another article is named in full, as `article/claim`. The nearest known id is suggested.

Why
---
Contradictions, repetitions and what a claim rests on are only followed where they lead somewhere.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: sale-price
        text: The price was kept out of the minutes.
        sources:
          - {source: board-minutes, says: No price is named.}
      - id: six-votes
        text: Six members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}
        relations:
          - {claim: sale-prise, as: qualifies}  # <- CT006

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: sale-price
        text: The price was kept out of the minutes.
        sources:
          - {source: board-minutes, says: No price is named.}
      - id: six-votes
        text: Six members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}
        relations:
          - {claim: sale-price, as: qualifies}

Fix
---
Correct the id, give it in full if the claim is of another article, or take the relation out.

Source
------
claimtrack's own record format. What desks ask of their tools: one claim that recurs in many
places is handled once.
"""

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
    known = ledger.claim_ids
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
