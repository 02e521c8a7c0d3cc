"""A claim that no source bears on.

What
----
Claims without a citation that counts. A citation counts when it supports or refutes the claim;
a mention does not, and neither does the article itself or a source that derives from it.
A question asserts nothing and needs no source.

Why
---
Every line of a story has to answer "where did we get this?". What nobody can trace to a source
comes out, or is said to be the writer's own view.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: secret  # <- CT101
        text: The sale was kept secret for a month.

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: secret
        text: The sale was kept secret for a month.
        sources:
          - {source: board-minutes, says: The vote is dated a month before the announcement.}

Fix
---
Cite what bears the claim out, or refutes it. If nothing does, take the claim out of the story.

Source
------
Knight Science Journalism, fact-checking handbook: the annotated copy ties every fact to its
source. Bureau of Investigative Journalism: no evidence, no fact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.wording import brief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Citation, Claim
    from claimtrack.model.settings import Settings

SEVERITY = "error"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield every claim without a counted citation, questions apart."""
    in_rings = {member for ring in ledger.derivation_rings for member in ring}
    for claim, sourcing in ledger.sourced:
        if sourcing.level != "unsourced" or claim.type == "question":
            continue
        # A ring that the article is part of makes its sources count for nothing: CT103 says so.
        if not (in_rings and any(_rests_on(ledger, citation, in_rings) for citation in claim.sources)):
            yield Problem(record=claim, message=_message(claim), hint=_hint(claim))


def _rests_on(ledger: Ledger, citation: Citation, sources: set[str]) -> bool:
    return citation.counts and not sources.isdisjoint((citation.source, *ledger.above(citation)))


def _message(claim: Claim) -> str:
    what = f"“{brief(claim.text)}”"
    if not claim.sources:
        return f"no source is cited for {what}"
    if not any(citation.counts for citation in claim.sources):
        return f"the sources cited for {what} only mention it"
    return f"the sources cited for {what} are the article itself or retell it, so none counts"


def _hint(claim: Claim) -> str:
    if not claim.sources:
        return "Cite a source under `sources:`, or take the claim out of the story."
    return "Cite a source that bears the claim out, or that refutes it."
