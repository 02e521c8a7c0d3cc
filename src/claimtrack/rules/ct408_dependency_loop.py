"""Claims that rest on one another in a circle.

What
----
Claims whose relations `depends-on` lead back to themselves. One finding a circle, on its first
claim in file order, with the way round.

Why
---
Claims in a circle bear each other out and nothing bears them out together. Asked where we have
this from, each points at the next.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: secret
        text: The sale was kept secret.
        sources:
          - {source: board-minutes, at: page 4}
        relations:
          - {claim: one-offer, as: depends-on}  # <- CT408
      - id: one-offer
        text: There was a single offer.
        sources:
          - {source: evening-post-story, quote: there was a single offer}
        relations:
          - {claim: secret, as: depends-on}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: secret
        text: The sale was kept secret.
        sources:
          - {source: board-minutes, at: page 4}
      - id: one-offer
        text: There was a single offer.
        sources:
          - {source: evening-post-story, quote: there was a single offer}
        relations:
          - {claim: secret, as: depends-on}

Fix
---
One of the claims does not rest on the next: take that relation out.

Source
------
Knight Science Journalism, fact-checking handbook: every line of the story has to answer where we
got this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem, Related
from claimtrack.model.graph import rings, shortest_ring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "error"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield every loop of `depends-on`, on its first claim in file order."""
    edges = ledger.resting
    order = {key: place for place, key in enumerate(edges)}
    for ring in rings(edges):
        first = ledger.claim_by_key[min(ring, key=order.__getitem__)]
        loop = shortest_ring(first.key, edges, ring)
        others = [key for key in sorted(ring, key=order.__getitem__) if key not in loop]
        place = next(
            place
            for place, relation in enumerate(first.relations)
            if relation.as_ == "depends-on" and ledger.claim_key(relation.claim, first.article) == loop[1]
        )
        message = f"rests on itself: {' → '.join(loop)}"
        yield Problem(
            record=first,
            at=("relations", place, "claim"),
            message=message + (f" (the same loop holds {', '.join(others)})" if others else ""),
            hint="One of these does not rest on the next: take that relation out.",
            related=tuple(
                Related(ledger.claim_by_key[key].marks.place(), f"{key} is part of the loop") for key in loop[1:-1]
            ),
        )
