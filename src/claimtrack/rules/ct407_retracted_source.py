"""A claim that rests on a source which was taken back or corrected.

What
----
Citations that support or refute a claim and whose source has the `status` retracted (an error) or
corrected (a warning), or has the fact, at any depth, from such a source. A citation with its own
`upstream` is followed along that; `upstream: []` rests on nothing else. One finding a claim and
source taken back.

Why
---
A retraction seldom reaches those who retold the report. A correction leaves the rest of it
standing, so somebody has to read whether this fact was the one that was wrong.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - {id: morning-mail, kind: article, title: Board voted twice, own_reporting: true, status: retracted}
      - {id: coast-radio, kind: article, title: Two votes on harbour, derived_from: [morning-mail]}
    claims:
      - id: two-votes
        text: The board had to vote twice.
        sources:
          - {source: coast-radio, at: para 3}  # <- CT407

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: two-votes
        text: The board had to vote twice.
        sources:
          - {source: board-minutes, at: page 4}

Fix
---
Read what was taken back. Check the claim again without that source; where only something else was
corrected, waive this with the reason.

Source
------
trustingnews.org: correction, clarification and retraction are different things.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.model.graph import reach, reversed_edges, way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Citation
    from claimtrack.model.settings import Settings

SEVERITY = "error"

_HINTS = {
    "retracted": "Read why it was taken back, and check the claim again without it.",
    "corrected": "Read the correction, and check the claim against it.",
}


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield counted citations of, or at any depth upstream of them, such a source."""
    taken_back = [source.id for source in ledger.sources if source.status]
    if not taken_back:
        return
    rank = {key: place for place, key in enumerate(taken_back)}
    downstream = reversed_edges(ledger.upstream)
    below = {key: reach([key], lambda node: downstream.get(node, ())) for key in taken_back}
    above: dict[str, list[str]] = {}
    for key, nodes in below.items():
        for node in nodes:
            above.setdefault(node, []).append(key)
    for claim, sourcing in ledger.sourced:
        told: set[str] = set()
        for place in sourcing.counted:
            citation = claim.sources[place]
            reached = {key for source in (citation.source, *(citation.upstream or ())) for key in above.get(source, ())}
            for key in sorted(reached, key=rank.__getitem__):
                steps = _steps(citation, below[key])
                if key in told or not steps:
                    continue
                told.add(key)
                status = ledger.source_by_id[key].status
                through = f" through {' and '.join(steps[:-1])}" if steps[:-1] else ""
                yield Problem(
                    record=claim,
                    at=("sources", place, "source"),
                    message=f"rests on {key}{through}, which was {status}",
                    hint=_HINTS[status or "corrected"],
                    severity="error" if status == "retracted" else "warning",
                )


def _steps(citation: Citation, below: dict[str, str | None]) -> list[str]:
    """Return the way from a citation's source to the one that was taken back; empty where none leads there."""
    if citation.upstream is None or below.get(citation.source, "") is None:
        return way(below, citation.source)[::-1] if citation.source in below else []
    first = next((key for key in citation.upstream if key in below), None)
    return [citation.source, *way(below, first)[::-1]] if first else []
