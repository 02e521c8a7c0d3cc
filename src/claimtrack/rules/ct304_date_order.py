"""Something that comes before what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Claim
    from claimtrack.model.settings import Settings

SEVERITY = "warning"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield sources, credits and checks that are certainly earlier than what they build on."""
    for source in ledger.sources:
        for place, derivation in enumerate(source.derived_from):
            upstream = ledger.source_by_id.get(derivation.source)
            if upstream and upstream.published and source.published and upstream.published.after(source.published):
                yield Problem(
                    record=source,
                    at=("derived_from", place, "source"),
                    message=f"is of {source.published} and derives from {upstream.id}, which is of {upstream.published}",
                    hint="Correct the date that is wrong, or take the derivation out.",
                )
    for claim in ledger.claims:
        yield from _credits(ledger, claim)
        yield from _upstreams(ledger, claim)
        yield from _checks(ledger, claim)


def _credits(ledger: Ledger, claim: Claim) -> Iterator[Problem]:
    article = ledger.source_by_id.get(claim.article)
    for place, citation in enumerate(claim.sources):
        source = ledger.source_by_id.get(citation.source)
        if not citation.cue or not source or not article or not source.published or not article.published:
            continue
        # Where the article is recorded as derived from it, that derivation has spoken.
        if source.published.after(article.published) and source.id not in ledger.upstream[article.id]:
            yield Problem(
                record=claim,
                at=("sources", place, "source"),
                message=f"{article.id}, of {article.published}, credits {source.id}, which is of {source.published}",
                hint="Correct the date that is wrong, or the source that is meant.",
            )


def _upstreams(ledger: Ledger, claim: Claim) -> Iterator[Problem]:
    for place, citation in enumerate(claim.sources):
        source = ledger.source_by_id.get(citation.source)
        if not source or not source.published:
            continue
        for step, key in enumerate(citation.upstream or ()):
            upstream = ledger.source_by_id.get(key)
            if not upstream or not upstream.published or key in ledger.upstream[source.id]:
                continue
            if upstream.published.after(source.published):
                yield Problem(
                    record=claim,
                    at=("sources", place, "upstream", step),
                    message=f"{source.id}, of {source.published}, has this from {key}, which is of {upstream.published}",
                    hint="Correct the date that is wrong, or the upstream.",
                )


def _checks(ledger: Ledger, claim: Claim) -> Iterator[Problem]:
    cited = {citation.source: None for citation in claim.sources}
    for place, check_ in enumerate(claim.checks):
        for key in cited:
            source = ledger.source_by_id.get(key)
            if source and source.published and source.published.after(check_.date):
                yield Problem(
                    record=claim,
                    at=("checks", place, "date"),
                    message=f"{check_.by} checked this on {check_.date}, before {key}, which is of {source.published}",
                    hint="Correct the date that is wrong, or check again.",
                )
