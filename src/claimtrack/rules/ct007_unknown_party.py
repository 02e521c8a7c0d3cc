"""A claimant, an `about`, an `of` or a source's party that names no recorded party.

What
----
Ids of parties that lead nowhere: in a claim's `claimant:` and `about:`, in a party's `of:`, and
in a source's `party:`. The nearest known id is suggested. `author:` and `by:` are free text.

Why
---
Sources of one party count as one. A misspelt party would pass for a second one, and make two
sources out of one.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Six members voted to sell.
        claimant: harbor-board  # <- CT007
        type: position
        sources:
          - {source: board-minutes, at: page 4}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Six members voted to sell.
        claimant: harbour-board
        type: position
        sources:
          - {source: board-minutes, at: page 4}

Fix
---
Correct the id, or record the party under `parties:`.

Source
------
Google Fact Check API: the claimant is the party who asserts a claim. Checklists of GMM and
Investigate Midwest: watch names and their spelling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.place import Path
    from claimtrack.model.records import Record
    from claimtrack.model.settings import Settings

SEVERITY = "error"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield every name of a party that leads nowhere."""
    known = ledger.party_by_id
    hints: dict[str, str] = {}
    for record, name, at, role in _named(ledger):
        if name in known:
            continue
        if name not in hints:
            hints[name] = did_you_mean(name, known, f"Record `{name}` under `parties:`, or correct the id.")
        yield Problem(record=record, at=at, message=f"{role} `{name}`, which is no recorded party", hint=hints[name])


def _named(ledger: Ledger) -> Iterator[tuple[Record, str, Path, str]]:
    for party in ledger.parties:
        if party.of:
            yield party, party.of, ("of",), "belongs to"
    for source in ledger.sources:
        if source.party:
            yield source, source.party, ("party",), "is from"
    for claim in ledger.claims:
        if claim.claimant:
            yield claim, claim.claimant, ("claimant",), "is asserted by"
        for place, name in enumerate(claim.about):
            yield claim, name, ("about", place), "is about"
