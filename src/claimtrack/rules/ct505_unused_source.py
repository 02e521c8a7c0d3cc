"""A source that nothing refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.model.records import Claim, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "info"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield sources that no citation, derivation, upstream or article names."""
    if ledger.records.unread:
        return  # What could not be read may name them all.
    named = {article.id for article in ledger.records.articles}
    for record in ledger.everything:
        if isinstance(record, Source):
            named.update(derivation.source for derivation in record.derived_from)
        elif isinstance(record, Claim):
            named.add(record.article)
            for citation in record.sources:
                named.update((citation.source, *(citation.upstream or ())))
    for source in ledger.sources:
        if source.id not in named:
            yield Problem(
                record=source,
                message="no claim cites it, nothing derives from it, and it is no article of a claim",
                hint="Cite it under the claim that it bears on, or take it out.",
            )
