"""A claim that only the claimant's own side supports.

What
----
Claims all of whose support begins with the claimant's own party: what it says itself, what those
say who work for it, and reports that derive from there. Parties compare at the top of `of:`. Not
for `type: quote` and `type: position`: the claimant is the best source for its own words.

Why
---
That somebody says a thing again is no second reason to believe it, in however many places it is
printed.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: open-vote  # <- CT102
        text: The vote was open to the public.
        claimant: harbour-board
        sources:
          - {source: board-minutes, at: page 1}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: open-vote
        text: The vote was open to the public.
        claimant: harbour-board
        sources:
          - {source: board-minutes, at: page 1}
          - {source: evening-post-story, says: Our reporter sat in the gallery.}

Fix
---
Find a source that does not belong to the claimant. If the story only says that the claimant holds
this view, record it as `type: position`.

Source
------
Knight Science Journalism, fact-checking handbook: a source is primary or secondary for this fact.
claimtrack takes from it that what somebody says is one fact, and whether it is so another.
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

_OWN_WORDS = frozenset({"quote", "position"})
"""Types of claims for which the claimant is the best source there is."""


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield claims whose support leads back to the claimant's own party and nowhere else."""
    for claim, sourcing in ledger.sourced:
        if not claim.claimant or claim.type in _OWN_WORDS:
            continue
        own = ledger.top(claim.claimant)
        groups = sourcing.groups
        if groups and all(group.party == own for group in groups):
            sources = sorted({source for group in groups for source in group.sources})
            yield Problem(
                record=claim,
                message=f"all support comes from the claimant's own side, {own}: {listed(sources)}",
                hint=f"Find a source that does not belong to {own}, or record the claim as `type: position`.",
            )
