"""A source that derives from itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem, Related
from claimtrack.model.graph import shortest_ring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "error"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield every ring of derivations, on its first source in file order."""
    order = {source.id: place for place, source in enumerate(ledger.sources)}
    for ring in ledger.derivation_rings:
        members = sorted((member for member in ring if member in order), key=order.__getitem__)
        if not members:
            continue
        first = ledger.source_by_id[members[0]]
        cycle = shortest_ring(first.id, ledger.upstream, ring)
        others = [member for member in members if member not in cycle]
        message = f"derives from itself: {' ← '.join(cycle)}"
        step = next(place for place, item in enumerate(first.derived_from) if item.source == cycle[1])
        yield Problem(
            record=first,
            at=("derived_from", step, "source"),
            message=message + (f" (the same ring holds {', '.join(others)})" if others else ""),
            hint="One of these did not have it from the next: take that derivation out.",
            related=tuple(
                Related(ledger.source_by_id[member].marks.place(), f"{member} is part of the ring")
                for member in cycle[1:-1]
            ),
        )
