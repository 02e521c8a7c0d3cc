"""A claim that rests on one that does not hold.

What
----
Claims that rest (`as: depends-on`), at any depth, on a claim that is unsourced, or that its
sources or its verdict refute. The nearest such claim is named, with the way to it.

Why
---
A conclusion is no better than its premises. When a premise falls during the check, what was
built on it stays in the story unless somebody remembers it.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: secret
        text: The sale was never announced.
        sources:
          - {source: board-minutes, stance: refutes, says: The notice went out a week before.}
        verdict: {label: refuted, why: The minutes have the notice.}
      - id: one-offer
        text: For lack of notice there was a single offer.
        sources:
          - {source: evening-post-story, quote: there was a single offer}
        relations:
          - {claim: secret, as: depends-on}  # <- CT406

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: short-notice
        text: The sale was announced a week before.
        sources:
          - {source: board-minutes, says: The notice went out a week before.}
        verdict: {label: supported, why: The minutes have the notice.}
      - id: one-offer
        text: After short notice there was a single offer.
        sources:
          - {source: evening-post-story, quote: there was a single offer}
        relations:
          - {claim: short-notice, as: depends-on}

Fix
---
Settle the claim that is named first. If it falls, take what rests on it out of the story, or
record what else it rests on.

Source
------
Bureau of Investigative Journalism: no evidence, no fact. That goes for what rests on it too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem, Related
from claimtrack.model.graph import reach, way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Claim
    from claimtrack.model.settings import Settings

SEVERITY = "warning"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield claims that depend, at any depth, on one that is unsourced or refuted: on the nearest."""
    resting: dict[str, list[str]] = {}
    for claim in ledger.claims:
        for key in ledger.supports_of(claim):
            resting.setdefault(key, []).append(claim.key)
    sound = {claim.key: claim for claim in ledger.claims}
    weak = {key: why for key in resting if key in sound and (why := _weakness(ledger, sound[key]))}
    before = reach(weak, lambda key: resting.get(key, ()))
    nearness = {key: place for place, key in enumerate(before)}
    for claim in ledger.claims:
        reached = sorted((key for key in ledger.supports_of(claim) if key in nearness), key=nearness.__getitem__)
        chains = (way(before, key) for key in reached)
        # A way that leads back to the claim is a loop, which CT408 tells.
        chain = next((chain for chain in chains if chain[0] != claim.key), None)
        if chain:
            yield _problem(ledger, claim, chain, weak[chain[0]])


def _problem(ledger: Ledger, claim: Claim, chain: list[str], weakness: str) -> Problem:
    """In: the claim, and the way from the weak claim to the one that the claim rests on itself."""
    culprit = ledger.claim_by_key[chain[0]]
    place = next(
        place
        for place, relation in enumerate(claim.relations)
        if relation.as_ == "depends-on" and ledger.claim_key(relation.claim, claim.article) == chain[-1]
    )
    through = f" (by way of {' and '.join(reversed(chain[1:]))})" if len(chain) > 1 else ""
    return Problem(
        record=claim,
        at=("relations", place, "claim"),
        message=f"rests on {culprit.key}{through}, which is {weakness}",
        hint=f"Settle {culprit.key} first, or record what else this rests on.",
        related=(Related(culprit.marks.place(), f"{culprit.key} is {weakness}"),),
    )


def _weakness(ledger: Ledger, claim: Claim) -> str | None:
    level = ledger.sourcing(claim).level
    if level == "unsourced" and claim.type == "question":
        return None
    if level in ("unsourced", "refuted"):
        return level
    return "refuted by its verdict" if claim.label == "refuted" else None
