"""A claim without the article's words."""

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
    """Yield claims that do not say with which words the article makes them."""
    for claim in ledger.claims:
        if claim.quote is None:
            yield Problem(
                record=claim,
                message=f"“{brief(claim.text)}” is not tied to any words of {claim.article}",
                hint="Add `quote:` with the article's exact words, as many as pin the passage down.",
            )
