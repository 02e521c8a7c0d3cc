"""A text that is not here, so that its quotations were not checked.

What
----
Sources whose recorded snapshot is not in the snapshots folder, cannot be read, or lies outside
that folder: one finding a source, with the number of quotations that were not looked up. With
`verify --require-snapshots`, or the setting `require-snapshots`, it is an error, and sources that
are quoted and record no snapshot are found too.

Why
---
A text that may not be published can be kept out of the repository and is still bound by its
digest. Where it is absent nothing was compared, and nobody should take silence for a pass.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - id: notice
        kind: document
        title: Notice of the sale
        snapshot:
          file: notice.txt  # <- CT503
          sha256: 2ea9ba167e5f4a643ee02273cb50250aec967e90bddfa856f62bab0d40f60ea8
    claims:
      - id: sold
        text: The harbour has been sold.
        sources:
          - {source: notice, quote: the harbour has been sold}

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
Get the text from whoever keeps it, store it with `claimtrack snapshot`, or name the folder that it
is in with the variable `CLAIMTRACK_SNAPSHOTS`.

Source
------
International Fact-Checking Network, commitments: sources in enough detail that a reader can repeat
the check, except where somebody's safety forbids. Columbia Journalism Review, on link rot: keep
your own copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.passages import passages
from claimtrack.text.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "info"


def check(ledger: Ledger, settings: Settings) -> Iterator[Problem]:
    """Yield sources whose recorded text is missing; where texts are required, quoted ones without any too."""
    unchecked: dict[str, int] = {}
    for passage in ledger.once(passages).all:
        if passage.resolution is None:
            unchecked[passage.source] = unchecked.get(passage.source, 0) + 1
    for source in ledger.sources:
        number = unchecked.get(source.id, 0)
        state = ledger.texts.state(source)
        lacking = settings.require_snapshots and state.status == "none" and number
        if state.status != "missing" and not lacking:
            continue
        why = (
            f"{source.snapshot.file} {state.reason or 'is not here'}"
            if source.snapshot
            else "no text of it is recorded"
        )
        quotes = f", so {counted(number, 'quotation')} {'was' if number == 1 else 'were'} not checked" if number else ""
        yield Problem(
            record=source,
            at=("snapshot", "file") if source.snapshot else (),
            message=f"{why}{quotes}",
            hint="Get the text, store it with `claimtrack snapshot`, or name its folder in CLAIMTRACK_SNAPSHOTS.",
            severity="error" if settings.require_snapshots else None,
        )
