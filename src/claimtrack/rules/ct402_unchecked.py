"""A claim that nobody has signed."""

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
        if not any(check_.digest for check_ in claim.checks):
            signed = "was checked by name only, without a digest" if claim.checks else "nobody has signed"
            yield Problem(
                record=claim,
                message=f"{signed}: “{brief(claim.text)}”",
                hint="Have somebody who did not report the story check it and sign.",
            )
