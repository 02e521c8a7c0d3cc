"""A claim that nobody has signed.

What
----
Claims without a check that has a `digest`. The digest binds the signature to what was checked;
a name and a date alone do not say which words they stood under, so they never count.

Why
---
A story is ready when every fact in it has been checked and somebody answers for it. A signature
that is bound to nothing looks the same after the sentence was rewritten.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes  # <- CT402
        text: Six board members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Six board members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}
        checks:
          - {by: ben, role: checker, date: 2026-03-13,
             digest: "1:7243233d81ed97bb:-:2bbe2a11b08bcf37"}

Fix
---
Have somebody who did not report the story check the claim and sign it.

Source
------
Der Spiegel and The New Yorker: each checked fact is struck through on the copy. Bureau of
Investigative Journalism: the checker did not report or edit the story.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.wording import brief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "info"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield claims without a check that is bound to what was checked."""
    for claim in ledger.claims:
        if not claim.checks or not any(check_.digest for check_ in claim.checks):
            signed = "was checked by name only, without a digest" if claim.checks else "nobody has signed"
            yield Problem(
                record=claim,
                message=f"{signed}: “{brief(claim.text)}”",
                hint="Have somebody who did not report the story check it and sign.",
            )
