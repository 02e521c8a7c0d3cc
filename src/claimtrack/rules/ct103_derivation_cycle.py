"""A source that derives from itself.

What
----
Rings in `derived_from:`, at any depth: one derives from another that derives from the first. One
finding a ring, on its first source in file order, with the whole way round. The ring counts as
one origin, and claims that rest on it are not called unsourced as well.

Why
---
Nobody can have a story from somebody who has it from them. Where each gives the other as its
source, nobody has found out where it began.

Bad
---
    # file: claims/x.yaml
    sources:
      - id: morning-wire
        kind: article
        title: Harbour sale under way
        derived_from: [port-blog]  # <- CT103
      - id: port-blog
        kind: post
        title: They have sold the harbour
        derived_from: [morning-wire]

Good
----
    # file: claims/x.yaml
    sources:
      - id: morning-wire
        kind: article
        title: Harbour sale under way
        derived_from: [evening-post-story]
      - id: port-blog
        kind: post
        title: They have sold the harbour
        derived_from: [morning-wire]

Fix
---
Find out which was first, and take the derivation out that did not happen. A page that was updated
later is a source of its own: record it as `revised` from the first version.

Source
------
W3C PROV: derivations and revisions. Knight Science Journalism, fact-checking handbook: primary
sources first.
"""

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
