"""Two claims that contradict one another and are both called supported.

What
----
Pairs of claims that are recorded as contradicting (`as: contradicts`) and both have the verdict
supported. It does not matter which of the two records the relation, and a pair is told once.

Why
---
Of two statements that exclude each other one is wrong. Two stories of one house may have been
checked by different people, and nobody has laid the verdicts side by side.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: secret
        text: Nobody outside the board knew of the sale.
        sources:
          - {source: evening-post-story, quote: nobody outside the board knew}
        verdict: {label: supported, why: The report says so.}
        relations:
          - {claim: announced, as: contradicts}  # <- CT405
      - id: announced
        text: The board announced the sale on the next day.
        sources:
          - {source: board-minutes, says: The board announced the sale the next day.}
        verdict: {label: supported, why: The minutes have the announcement.}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: secret
        text: Nobody outside the board knew of the sale.
        sources:
          - {source: board-minutes, stance: refutes, says: The board announced the sale the next day.}
        verdict: {label: refuted, why: The announcement shows that it was known.}
        relations:
          - {claim: announced, as: contradicts}
      - id: announced
        text: The board announced the sale on the next day.
        sources:
          - {source: board-minutes, says: The board announced the sale the next day.}
        verdict: {label: supported, why: The minutes have the announcement.}

Fix
---
Weigh the sources of both again and change a verdict. If both hold, they do not contradict each
other: take the relation out or record the one that fits, such as `qualifies`.

Source
------
AVeriTeC: the four verdicts, of which conflicting is the one for evidence on both sides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "error"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield every pair once, on the claim that records it first."""
    seen: set[frozenset[str]] = set()
    claims = [claim for claim in ledger.claims if any(relation.as_ == "contradicts" for relation in claim.relations)]
    sound = {claim.key: claim for claim in ledger.claims} if claims else {}
    for claim in claims:
        for place, relation in enumerate(claim.relations):
            other = sound.get(ledger.claim_key(relation.claim, claim.article))
            if relation.as_ != "contradicts" or other is None or other.key == claim.key:
                continue
            pair = frozenset((claim.key, other.key))
            if pair in seen or claim.label != "supported" or other.label != "supported":
                continue
            seen.add(pair)
            yield Problem(
                record=claim,
                at=("relations", place, "claim"),
                message=f"contradicts {other.key}, and both have the verdict supported",
                hint="One of the two verdicts is wrong, or they do not contradict each other.",
                related=(Related(other.marks.place(), f"{other.key} is called supported too"),),
            )
