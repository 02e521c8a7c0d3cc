"""A cited report that says neither where it has this from nor that it found it out itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.model.origins import RETELLING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "info"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield the articles, posts and books that are cited and whose upstream nobody recorded."""
    cited = {
        citation.source
        for claim in ledger.claims
        for citation in claim.sources
        if citation.upstream is None and citation.source != claim.article
    }
    for source in ledger.sources:
        if source.id in cited and source.kind in RETELLING and not source.derived_from and not source.own_reporting:
            yield Problem(
                record=source,
                message=f"this {source.kind} says neither where it has its facts from nor that it found them out itself",
                hint="Record `derived_from:`, or `own_reporting: true`.",
            )
