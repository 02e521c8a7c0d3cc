"""A date that depends on when it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.relative_dates import relative_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Claim
    from claimtrack.model.settings import Settings
    from claimtrack.text.relative_dates import RelativeDate

SEVERITY = "warning"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield passages with a relative date that no `when` settles, or that `when` contradicts."""
    for claim in ledger.claims:
        if claim.quote is None:
            continue
        found = relative_dates(claim.quote.exact, quoted=claim.type == "quote")
        if found and claim.when is None:
            words = " and ".join(f"“{date.words}”" for date in found)
            yield Problem(
                record=claim,
                at=("quote",),
                message=f"says {words}, and no `when` says which date that is",
                hint="Record the date as `when:`, as the record shows it.",
            )
        elif misfit := _misfit(ledger, claim, found):
            yield misfit


def _misfit(ledger: Ledger, claim: Claim, found: list[RelativeDate]) -> Problem | None:
    article = ledger.source_by_id.get(claim.article)
    if claim.when is None or article is None or article.published is None:
        return None
    for date in found:
        spans = date.counted_from(article.published)
        if spans and all(span.excludes(claim.when) for span in spans):
            return Problem(
                record=claim,
                at=("when",),
                message=f"“{date.words}” in an article of {article.published} is {spans[0]}, and `when` is {claim.when}",
                hint="Correct `when`, or have the story say the date.",
            )
    return None
