"""Several sources under a claim that come down to one origin.

What
----
Claims with two or more supporting citations that share an origin, or whose origins are of one
party. A citation that is upstream of another cited source is left out: to cite a report and the
document behind it is good practice. Reports of which nobody knows where they have it from count
as one. Only citations that somebody has looked at are compared.

Why
---
Five outlets that all re-report one leak are one source. A list of five looks like proof that the
story does not have.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - {id: port-news, kind: article, title: Port is sold, derived_from: [evening-post-story]}
      - {id: coast-radio, kind: recording, title: News at noon, derived_from: [evening-post-story]}
    claims:
      - id: secret  # <- CT104
        text: The sale was kept secret.
        sources:
          - {source: port-news, at: para 2}
          - {source: coast-radio, at: "t=00:01:10"}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - {id: port-news, kind: article, title: Port is sold, derived_from: [evening-post-story]}
      - {id: coast-radio, kind: recording, title: News at noon, derived_from: [evening-post-story]}
    claims:
      - id: secret
        text: The sale was kept secret.
        sources:
          - {source: port-news, at: para 2}
          - {source: board-minutes, says: The vote is dated a month before the announcement.}

Fix
---
Find a source that did not have it from the same place. If there is none, cite the origin, or one
of those that pass it on, and have the story credit it.

Source
------
Knight Science Journalism, fact-checking handbook: secondary sources count when they come from
different journalists with reporting of their own, not wire copy or aggregation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.origins import Origin
    from claimtrack.model.records import Claim
    from claimtrack.model.settings import Settings

SEVERITY = "warning"
SILENCED_BY = ("CT101",)


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield claims with supporting citations that look like several and are one."""
    for claim, sourcing in ledger.sourced:
        joined = [group.citations for group in sourcing.groups if len(group.citations) > 1]
        several = [places for places in joined if len({claim.sources[place].source for place in places}) > 1]
        upstream = _upstream_of_others(ledger, claim) if several else set()
        for places in several:
            apart = [place for place in places if claim.sources[place].source not in upstream]
            names = list(dict.fromkeys(claim.sources[place].source for place in apart))
            if len(names) > 1:
                yield Problem(
                    record=claim,
                    message=f"{listed(names)} count as one source: {_shared([sourcing.origins[p] for p in apart])}",
                    hint="Find a source that did not have it from there, or keep one and say so.",
                )


def _upstream_of_others(ledger: Ledger, claim: Claim) -> set[str]:
    """Return the cited sources that another supporting citation of the claim has it from."""
    cited = {citation.source for citation in claim.sources}
    found: set[str] = set()
    for citation in claim.sources:
        if citation.stance == "supports":
            found |= ledger.above_among(citation, cited) - {citation.source}
    return found


def _shared(origins: Sequence[Sequence[Origin]]) -> str:
    """Say what the citations have in common."""
    everywhere = set(origins[0]).intersection(*origins[1:])
    known = sorted({source for origin in everywhere for source in origin.sources})
    if known:
        return f"they come from {listed(known)}"
    every = {origin for found in origins for origin in found}
    if any(origin.unknown for origin in every):
        return "nobody has recorded where they have it from"
    parties = set.intersection(*({party for origin in found for party in origin.parties} for found in origins))
    if parties:
        return f"they come from one party, {listed(sorted(parties))}"
    return f"they share origins among {listed(sorted({source for origin in every for source in origin.sources}))}"
