"""Words that are said to be a source's and do not stand in it.

What
----
A citation's `quote` that the snapshot of its source does not hold, or holds only in a place where
`prefix` or `suffix` does not fit, whatever the stance. The kind of quotation marks, blanks, line
ends with their hyphens, closing punctuation, the initial capital, `[…]` and `…` may differ; any
other word may not. The passage that is most like it is shown, with the words that differ. Where
the source's text is not here nothing is looked up, and the quote counts as not checked.

Why
---
The next checker reads the quote and not the source. One changed word there can bear a claim out
that the source does not.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - id: letter
        kind: document
        title: Letter of the board
        snapshot:
          file: letter.txt
          sha256: cba2da03756d37e0c42285d31f0df6f39856f255a9b049581f8ff991c14b1d0c
    claims:
      - id: reason
        text: The board sold the port because it was in ruins.
        sources:
          - source: letter
            quote: We sold the port because it was in ruins  # <- CT202

    # file: claims/snapshots/letter.txt
    “We sold the port because it was falling apart,” the chairman said.

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - id: letter
        kind: document
        title: Letter of the board
        snapshot:
          file: letter.txt
          sha256: cba2da03756d37e0c42285d31f0df6f39856f255a9b049581f8ff991c14b1d0c
    claims:
      - id: reason
        text: The board sold the port because it was in ruins.
        sources:
          - source: letter
            quote: we sold [it] because it was falling apart

    # file: claims/snapshots/letter.txt
    “We sold the port because it was falling apart,” the chairman said.

Fix
---
Copy the words from the source, and see whether they still bear the claim out. What you put in
words of your own belongs under `says`.

Source
------
Associated Press, news values: never alter quotations. GMM editorial wiki: what the story says of a
report has to be in the report.
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
    """Yield quotes of citations that the source's text does not hold, or not in that place."""
    for passage in ledger.once(passages).all:
        if passage.role == "quote" and (complaint := missing_words(passage)):
            yield Problem(
                record=passage.claim,
                at=passage.at,
                message=complaint,
                hint="Copy the words from the source, or say them in your own under `says:`.",
            )
