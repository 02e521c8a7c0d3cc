"""A claim with fewer sources than the house asks for.

What
----
Claims with fewer independent origins behind their support than `min-origins` (default 1), and
claims without a primary citation and with fewer parties that reported themselves than
`min-secondary` (default 0). Citations count when somebody has looked at them: words, figures, a
date or a place are recorded. Not for claims whose verdict is refuted.

Why
---
How much is enough is the house's decision. Once it is made, nobody should have to count by hand.

Bad
---
    # file: claimtrack.toml
    format = 1
    min-origins = 2

    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes  # <- CT105
        text: Six members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}

Good
----
    # file: claimtrack.toml
    format = 1
    min-origins = 2

    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Six members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}
          - {source: evening-post-story, at: para 3}

Fix
---
Look up the citations that nobody has looked at yet. Then find a document, a recording or a person
that bears the claim out, or reporting that stands on its own. A claim for which there is only one
record can be waived with the reason.

Source
------
Knight Science Journalism, fact-checking handbook: primary sources first; if there are only
secondary ones, at least three. GMM editorial wiki: two other reports, or attribution in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "warning"
SILENCED_BY = ("CT101", "CT104")


def check(ledger: Ledger, settings: Settings) -> Iterator[Problem]:
    """Yield claims under `min-origins`, or without primary citation and under `min-secondary`."""
    for claim, sourcing in ledger.sourced:
        # Where nothing is cited, CT101 speaks; of a question nothing needs to be.
        if sourcing.level == "unsourced" or claim.label == "refuted":
            continue
        if sourcing.independent < settings.min_origins:
            found = counted(sourcing.independent, "independent origin supports it", "independent origins support it")
            wanted = f"the house asks for {settings.min_origins}"
            unread = sum(not claim.sources[place].looked_at for place in sourcing.counted)
            hint = (
                f"Look {counted(unread, 'citation')} up and record the words, the figure or the place."
                if unread
                else "Find another source that did not have it from the same place."
            )
            yield Problem(record=claim, message=f"{found}, {wanted}", hint=hint)
        elif not sourcing.primary and len(sourcing.secondary) < settings.min_secondary:
            found = counted(
                len(sourcing.secondary), "party with reporting of its own", "parties with reporting of their own"
            )
            yield Problem(
                record=claim,
                message=f"no primary source is cited, and {found}; the house asks for {settings.min_secondary}",
                hint="Cite the document, recording or person itself, or more reporting that stands on its own.",
            )
