"""A serious allegation on which the other side was not heard.

What
----
Claims marked as `serious` that do not say whom they are about, and those about a party with
neither a `reply:` nor a cited statement or interview of that party. A statement of somebody who
speaks for it, or of the one it speaks for, will do; `of:` links them.

Why
---
Who is accused may know what the story got wrong, and has a right to be asked before it is printed.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: hid-the-price  # <- CT108
        text: The board hid the price from the council.
        serious: true
        about: harbour-board
        sources:
          - {source: board-minutes, says: The council is told that no price has been agreed.}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: hid-the-price
        text: The board hid the price from the council.
        serious: true
        about: harbour-board
        reply: {sought: 2026-03-10, got: No answer by the deadline.}
        sources:
          - {source: board-minutes, says: The council is told that no price has been agreed.}

Fix
---
Ask them, and record when you asked and what came back. No answer is an answer too: record it.

Source
------
BBC guidelines on reporting allegations: was a reply sought?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Claim
    from claimtrack.model.settings import Settings

SEVERITY = "warning"

_ANSWERS = frozenset({"statement", "interview"})


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield serious claims that name nobody, or whose party has no answer on record."""
    for claim in ledger.claims:
        if not claim.serious:
            continue
        if not claim.about:
            yield Problem(
                record=claim,
                message="is marked as serious and does not say about whom",
                hint="Name the party with `about:`.",
            )
            continue
        if claim.reply and (claim.reply.sought or claim.reply.got):
            continue
        speakers = _speakers(ledger, claim)
        unheard = [party for party in claim.about if not any(_linked(ledger, party, other) for other in speakers)]
        if unheard:
            yield Problem(
                record=claim,
                message=f"is a serious allegation about {listed(unheard)}, and no reply is on record",
                hint="Ask for one and record `reply: {sought: …, got: …}`, or cite their statement or interview.",
            )


def _speakers(ledger: Ledger, claim: Claim) -> set[str]:
    """Return the parties whose statements or interviews are cited."""
    cited = (ledger.source_by_id.get(citation.source) for citation in claim.sources)
    return {source.party for source in cited if source and source.kind in _ANSWERS and source.party}


def _linked(ledger: Ledger, one: str, other: str) -> bool:
    return one in ledger.line_of(other) or other in ledger.line_of(one)
