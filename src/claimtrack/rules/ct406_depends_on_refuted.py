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
from claimtrack.model.graph import reach
from claimtrack.text.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Claim
    from claimtrack.model.settings import Settings

SEVERITY = "warning"
_NEAR, _FAR = 4, 2
"""How many links of a long way are named at the claim's end and at the weak one's."""


class _Ways:
    """The ways from weak claims up to those that rest on them; a chain may be thousands long, and is not walked."""

    def __init__(self, before: Mapping[str, str | None]) -> None:
        """In: what `reach` found from the weak claims, those that are nearer first."""
        self._before = before
        self._length: dict[str, int] = {}
        self._first: dict[str, tuple[str, ...]] = {}
        for key, previous in before.items():
            first = self._first[previous] if previous is not None else ()
            self._length[key] = self._length[previous] + 1 if previous is not None else 0
            self._first[key] = (*first, key) if len(first) <= _FAR else first

    def weak(self, key: str) -> str:
        """Return the weak claim that a way up to a claim begins at."""
        return self._first[key][0]

    def links(self, key: str) -> list[str]:
        """Return what lies on the way from a claim down to the weak one, itself included: of many the ends."""
        length = self._length[key]
        near: list[str] = []
        for _ in range(length if length <= _NEAR + _FAR + 1 else _NEAR):
            near.append(key)
            key = self._before[key] or key
        if len(near) == length:
            return near
        return [*near, f"{length - _NEAR - _FAR:,} more", *reversed(self._first[near[0]][1:])]


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield claims that depend, at any depth, on one that is unsourced or refuted: on the nearest."""
    resting: dict[str, list[str]] = {}
    for claim_key, supports in ledger.resting.items():
        for key in supports:
            resting.setdefault(key, []).append(claim_key)
    # In file order, so that which of several is named does not hang on others that rest on them.
    rested_on = (claim for claim in ledger.claims if claim.key in resting)
    weak = {claim.key: why for claim in rested_on if (why := _weakness(ledger, claim))}
    before = reach(weak, lambda key: resting.get(key, ()))
    nearness = {key: place for place, key in enumerate(before)}
    ways = _Ways(before)
    for claim in ledger.claims:
        if not claim.relations:
            continue
        reached = sorted((key for key in ledger.supports_of(claim) if key in nearness), key=nearness.__getitem__)
        # A way that leads back to the claim is a loop, which CT408 tells.
        nearest = next((key for key in reached if ways.weak(key) != claim.key), None)
        if nearest is not None:
            yield _problem(ledger, claim, ways, nearest, weak[ways.weak(nearest)])


def _problem(ledger: Ledger, claim: Claim, ways: _Ways, key: str, weakness: str) -> Problem:
    """In: the claim, the ways up from weak claims, and the claim at the end of one that this one rests on itself."""
    culprit = ledger.claim_by_key[ways.weak(key)]
    place = next(
        place
        for place, relation in enumerate(claim.relations)
        if relation.as_ == "depends-on" and ledger.claim_key(relation.claim, claim.article) == key
    )
    links = ways.links(key)
    through = f" (by way of {listed(links)})" if links else ""
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
