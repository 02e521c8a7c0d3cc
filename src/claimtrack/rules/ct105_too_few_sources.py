"""A claim with fewer sources than the house asks for."""

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
    for claim in ledger.claims:
        sourcing = ledger.sourcing(claim)
        # A claim without any source is CT101's; a question needs none.
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
