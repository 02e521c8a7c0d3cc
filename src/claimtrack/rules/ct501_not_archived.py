"""A page that may be gone tomorrow.

What
----
Sources with a `url` and neither an archived copy (`archived`) nor a `snapshot`.

Why
---
Pages vanish, and pages change without a word. Whoever repeats the check then finds nothing, or
finds something else.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - id: register
        kind: dataset
        title: Register of ports
        url: https://register.example/ports  # <- CT501
    claims:
      - id: new-owner
        text: The harbour has a new owner.
        sources:
          - {source: register, at: line 12}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - id: register
        kind: dataset
        title: Register of ports
        url: https://register.example/ports
        archived: https://archive.example/2026/register.example/ports
      - id: notice
        kind: document
        title: Notice of the sale
        url: https://harbour.example/notice
        snapshot:
          file: notice.txt
          sha256: 2ea9ba167e5f4a643ee02273cb50250aec967e90bddfa856f62bab0d40f60ea8
    claims:
      - id: new-owner
        text: The harbour has a new owner.
        sources:
          - {source: register, at: line 12}
          - {source: notice, at: para 1}

    # file: claims/snapshots/notice.txt
    The harbour has been sold.

Fix
---
Store the text with `claimtrack snapshot`, or have the page archived and record the copy's address
as `archived`.

Source
------
Columbia Journalism Review, on link rot and content drift: over half of the linked articles of a
great newspaper have a dead link; keep your own copy.
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
    """Yield sources with an address and neither an archived copy nor a snapshot."""
    for source in ledger.sources:
        if source.url and not source.archived and not source.snapshot:
            yield Problem(
                record=source,
                at=("url",),
                message=f"{brief(source.url)} is kept nowhere else",
                hint="Store its text with `claimtrack snapshot`, or record a copy's address as `archived:`.",
            )
