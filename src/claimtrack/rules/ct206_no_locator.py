"""A citation that tells nobody where to look.

What
----
Citations that support or refute a claim and give neither the source's words (`quote`, or `says`
where its own may not be printed) nor a place in it (`at`). A figure or a date alone does not say
where it stands. A mention needs no place.

Why
---
Whoever checks the claim next has to go through the whole source again. A page number, or the
time in a recording, turns an afternoon into a minute.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Six board members voted to sell.
        sources:
          - {source: evening-post-story, quote: six members voted for the sale}
          - board-minutes  # <- CT206

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Six board members voted to sell.
        sources:
          - {source: evening-post-story, quote: six members voted for the sale}
          - {source: board-minutes, at: page 4}

Fix
---
Add `quote` with the source's words, or `at` with the page, the paragraph, the line or the time.

Source
------
factual.work, quality annotations: no page numbers and no times cost hours for one fact.
International Fact-Checking Network, commitments: sources in enough detail that a reader can
repeat the check.
"""

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
    for claim, sourcing in ledger.sourced:
        for place in sourcing.counted:
            citation = claim.sources[place]
            if not (citation.quote or citation.says or citation.at):
                yield Problem(
                    record=claim,
                    at=("sources", place),
                    message=f"cites {citation.source} without its words or a place in it",
                    hint="Add `quote:` with its words, or `at:` with the page, paragraph or time.",
                )
