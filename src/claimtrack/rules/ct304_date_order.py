"""Something that comes before what it rests on.

What
----
A source that is older than one it derives from, or than one that it has a fact from (`upstream`);
an article that credits (`cue`) a source published after it; a check dated before a source that it
covers was published. Only what is certain is told: every day that the one date can mean lies
before every day of the other. Dates with `~` or `?` prove nothing.

Why
---
Nobody retells a report that is not out yet. Either a date is wrong, or the arrow is: then the
supposed origin may be the copy.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - id: morning-mail
        kind: article
        title: Board sold harbour, paper says
        published: 2026-03-10
        derived_from: [evening-post-story]  # <- CT304
    claims:
      - id: secret
        text: The sale was kept secret for a month.
        sources:
          - {source: morning-mail, at: para 2}
        checks:
          - {by: ben, date: 2026-03-01}  # <- CT304

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - id: morning-mail
        kind: article
        title: Board sold harbour, paper says
        published: 2026-03-13
        derived_from: [evening-post-story]
    claims:
      - id: secret
        text: The sale was kept secret for a month.
        sources:
          - {source: morning-mail, at: para 2}
        checks:
          - {by: ben, date: 2026-03-14}

Fix
---
Look the dates up and correct the one that is wrong. If both are right, take the derivation or the
credit out, or check the claim again.

Source
------
W3C PROV: a derivation, a quotation and a revision are made from something that is there already.
GMM editorial wiki and Investigate Midwest: dates are among the things to watch.
"""

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
                dates = f"is of {source.published} and derives from {upstream.id}, which is of {upstream.published}"
                yield Problem(
                    record=source,
                    at=("derived_from", place, "source"),
                    message=dates,
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
        source = ledger.source_by_id.get(citation.source) if citation.upstream else None
        if not source or not source.published:
            continue
        for step, key in enumerate(citation.upstream or ()):
            upstream = ledger.source_by_id.get(key)
            if not upstream or not upstream.published or key in ledger.upstream[source.id]:
                continue
            if upstream.published.after(source.published):
                dates = f"{source.id}, of {source.published}, has this from {key}, which is of {upstream.published}"
                yield Problem(
                    record=claim,
                    at=("sources", place, "upstream", step),
                    message=dates,
                    hint="Correct the date that is wrong, or the upstream.",
                )


def _checks(ledger: Ledger, claim: Claim) -> Iterator[Problem]:
    cited = {citation.source: None for citation in claim.sources} if claim.checks else {}
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
