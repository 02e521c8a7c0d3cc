"""A claimant, an `about`, an `of` or a source's party that names no recorded party."""

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
