"""Words that are said to be the article's and do not stand in it.

What
----
A claim's `quote`, and a citation's `cue`, that the snapshot of the article does not hold, or holds
only in a place where `prefix` or `suffix` does not fit. The kind of quotation marks, blanks, line
ends with their hyphens, closing punctuation, the initial capital, `[…]` and `…` may differ; any
other word may not. The passage that is most like it is shown, with the words that differ. Where
the article's text is not here nothing is looked up, and the quote counts as not checked.

Why
---
The passage ties a claim to the sentence that was checked. If it is no longer there, the story was
edited after checking began, or was never read closely: nobody knows what the check is worth.

Bad
---
    # file: claims/x.yaml
    article: port-sale
    sources:
      - id: port-sale
        kind: article
        title: Port sold
        snapshot:
          file: port-sale.txt
          sha256: 2885c4b9eff6eb55055896f731c79c92af22cd930224d5d1746befec0578c25c
    claims:
      - id: announced
        text: The sale was never announced.
        quote: the sale of the old port was never announced  # <- CT201
        sources:
          - source: board-minutes
            cue: say the minutes  # <- CT201
            at: page 4

    # file: claims/snapshots/port-sale.txt
    Port sold

    According to the minutes, the sale of the old port was hardly announced.

Good
----
    # file: claims/x.yaml
    article: port-sale
    sources:
      - id: port-sale
        kind: article
        title: Port sold
        snapshot:
          file: port-sale.txt
          sha256: 2885c4b9eff6eb55055896f731c79c92af22cd930224d5d1746befec0578c25c
    claims:
      - id: announced
        text: The sale was hardly announced.
        quote: the sale … was hardly announced
        sources:
          - source: board-minutes
            cue: According to the minutes
            at: page 4

    # file: claims/snapshots/port-sale.txt
    Port sold

    According to the minutes, the sale of the old port was hardly announced.

Fix
---
Copy the words from the article. If the article has changed, read the new words, correct the claim
and check it again.

Source
------
Knight Science Journalism, fact-checking handbook: text edited after checking began has to be
checked again. W3C Web Annotation, TextQuoteSelector: how words pin a place in a text down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.complaints import missing_words
from claimtrack.text.passages import passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "error"
NEEDS_TEXTS = True


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield passages and cues that the article's text does not hold, or not in that place."""
    for passage in ledger.once(passages).all:
        if passage.role != "quote" and (complaint := missing_words(passage)):
            yield Problem(
                record=passage.claim,
                at=passage.at,
                message=complaint,
                hint="Copy the words from the article; if it has changed, check the claim again.",
            )
