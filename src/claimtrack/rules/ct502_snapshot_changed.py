"""A stored text that is not the one that was recorded.

What
----
Sources whose snapshot file is there with another sha256 than the record, or with bytes that are no
text. A changed text is not searched: its quotes count as not checked.

Why
---
Quotes were found and checks were signed on the recorded words. What was found in other words says
nothing about them, and a text that anyone may change is no evidence.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - id: notice
        kind: document
        title: Notice of the sale
        snapshot:
          file: notice.txt
          sha256: 2ea9ba167e5f4a643ee02273cb50250aec967e90bddfa856f62bab0d40f60ea8  # <- CT502
    claims:
      - id: sold
        text: The harbour has been sold.
        sources:
          - {source: notice, quote: the harbour has been sold}

    # file: claims/snapshots/notice.txt
    The harbour may have been sold.

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - id: notice
        kind: document
        title: Notice of the sale
        snapshot:
          file: notice.txt
          sha256: 2ea9ba167e5f4a643ee02273cb50250aec967e90bddfa856f62bab0d40f60ea8
    claims:
      - id: sold
        text: The harbour has been sold.
        sources:
          - {source: notice, quote: the harbour has been sold}

    # file: claims/snapshots/notice.txt
    The harbour has been sold.

Fix
---
Put the recorded text back. If the source itself has changed, store the new text with `claimtrack
snapshot` and check again whatever rests on it.

Source
------
Columbia Journalism Review, on link rot and content drift: pages change after they were cited.
Knight Science Journalism, fact-checking handbook: text edited after checking began has to be
checked again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "error"
NEEDS_TEXTS = True


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield sources whose snapshot has another digest than the record."""
    for source in ledger.sources:
        state = ledger.texts.state(source) if source.snapshot else None
        if source.snapshot and state and state.status == "changed":
            yield Problem(
                record=source,
                at=("snapshot", "sha256"),
                message=f"{source.snapshot.file} {state.reason or 'is not the text that was recorded'}",
                hint="Put the recorded text back, or store the new one with `claimtrack snapshot` and check again.",
            )
