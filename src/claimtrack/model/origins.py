"""Where facts come from: the origins behind every source.

Method: `design`, "Sourcing, derived", after the Knight Science Journalism handbook, which calls
a source primary or secondary *for this fact*. A walk upstream ends at a source with nothing
upstream, or at a ring of sources that lead to one another, which is one origin as a whole. A
source with reporting of its own is an origin too, and the walk goes on through it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimtrack.model.graph import components, reach

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimtrack.model.records import Source

RETELLING = frozenset({"article", "post", "book"})
"""Kinds that have their facts from somewhere, recorded or not."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a walk upstream ends."""

    sources: tuple[str, ...]
    """The source; the whole ring, where sources derive from one another."""
    parties: frozenset[str]
    """Who made it, at the top of `of`; a source without a party stands for itself."""
    unknown: bool = False
    """Whether nobody has recorded where this source has it from."""
    reporters: frozenset[str] = frozenset()
    """Those of the parties that found it out by reporting of their own."""

    tokens: tuple[tuple[str, str], ...] = field(init=False, repr=False, compare=False)
    """What two citations share when they come from the same place; made of all the above.

    All unknown origins are one: nobody can say that they differ.
    """

    def __post_init__(self) -> None:
        """Work the tokens out: of one origin they are asked for under every claim that comes from there."""
        source = ("source", self.sources[0])
        parties = (("party", party) for party in sorted(self.parties))
        object.__setattr__(self, "tokens", (("unknown", ""), source) if self.unknown else (source, *parties))

    @property
    def order(self) -> tuple[tuple[str, ...], bool, list[str]]:
        """Sort key: its sources, and what else tells it from another."""
        return (self.sources, self.unknown, sorted(self.reporters))


class Origins:
    """The origins of every source, worked out once for a whole project.

    Chains are folded before they are walked: a source that only passes on what one other says
    has that one's origins. Linear in the size of the graph, plus the answers asked for.
    """

    def __init__(self, sources: Mapping[str, Source], owner: Callable[[str], str]) -> None:
        """Fold the graph.

        In: all sources by id, and a function from a source's id to the party that stands for it.
        """
        self._sources = sources
        self._owner = owner
        self._fold_of: dict[str, int] = {}
        self._origin: list[Origin | None] = []
        self._upstream: list[tuple[int, ...]] = []
        self._answers: dict[int, tuple[Origin, ...]] = {}
        junctions: dict[tuple[int, ...], int] = {}
        edges = {key: tuple(item.source for item in source.derived_from) for key, source in sources.items()}
        for members in components(edges):
            outward = sorted({self._fold_of[t] for m in members for t in edges.get(m, ()) if t in self._fold_of})
            origin = self._origin_at(members, edges)
            if origin is None and len(outward) == 1:
                fold = outward[0]
            elif origin is None and tuple(outward) in junctions:
                fold = junctions[tuple(outward)]
            else:
                fold = len(self._origin)
                self._origin.append(origin)
                self._upstream.append(tuple(outward))
                if origin is None:
                    junctions[tuple(outward)] = fold
            self._fold_of.update(dict.fromkeys(members, fold))

    def of(self, source: str) -> tuple[Origin, ...]:
        """Return the origins behind a source, itself included where it is one; sorted by id."""
        start = self._fold_of.get(source)
        if start is None:
            return (self.own(source, reported=False),)
        if start not in self._answers:
            reached = reach([start], lambda fold: self._upstream[fold])
            origins = [origin for fold in reached if (origin := self._origin[fold])]
            self._answers[start] = tuple(sorted(origins, key=lambda origin: origin.order))
        return self._answers[start]

    def own(self, source: str, *, reported: bool) -> Origin:
        """Return the source as an origin in its own right, through its own reporting or not."""
        party = frozenset({self._owner(source)})
        return Origin((source,), party, reporters=party if reported else frozenset())

    def _origin_at(self, members: tuple[str, ...], edges: Mapping[str, tuple[str, ...]]) -> Origin | None:
        first = members[0]
        parties = frozenset(self._owner(member) for member in members)
        reporters = frozenset(
            self._owner(member) for member in members if member in self._sources and self._sources[member].own_reporting
        )
        if len(members) > 1 or first in edges.get(first, ()):
            return Origin(tuple(sorted(members)), parties, reporters=reporters)
        if edges.get(first) and not reporters:
            return None
        source = self._sources.get(first)
        unknown = source is not None and source.kind in RETELLING and not reporters
        return Origin((first,), parties, unknown=unknown, reporters=reporters)
