"""A claim without the article's words.

What
----
Claims without `quote`, the words with which the article makes them.

Why
---
A claim that stands in the checker's words alone is tied to no sentence. Nobody can strike that
sentence through as checked, see that it was edited after the check, or tell which sentences of
the story no one has looked at.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: secret  # <- CT208
        text: The sale was kept secret for a month.
        sources:
          - {source: board-minutes, says: The vote is dated a month before the announcement.}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: secret
        text: The sale was kept secret for a month.
        quote: kept it secret for a month
        sources:
          - {source: board-minutes, says: The vote is dated a month before the announcement.}

Fix
---
Add `quote` with the article's exact words, as many as pin the passage down.

Source
------
Knight Science Journalism, fact-checking handbook: the annotated copy ties every fact to its
source. Der Spiegel and The New Yorker: each checked fact is struck through on the copy. W3C Web
Annotation, TextQuoteSelector: how words pin a place in a text down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.wording import brief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "info"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield claims that do not say with which words the article makes them."""
    for claim in ledger.claims:
        if claim.quote is None:
            yield Problem(
                record=claim,
                message=f"“{brief(claim.text)}” is not tied to any words of {claim.article}",
                hint="Add `quote:` with the article's exact words, as many as pin the passage down.",
            )
