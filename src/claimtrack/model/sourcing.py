"""What the recorded citations of a claim amount to.

Method: levels and credibility as `design`, "Sourcing, derived" has them; credibility follows the
Admiralty scale (NATO STANAG 2511), from independent origins and never from reliability.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.model.graph import reach, reversed_edges

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from claimtrack.model.origins import Origin, Origins
    from claimtrack.model.records import Citation, Claim, Source
    from claimtrack.model.vocabulary import Level


PRIMARY = frozenset({"document", "recording", "statement", "interview", "dataset", "photo"})
_NOBODY: frozenset[str] = frozenset()
_CREDIBILITY = {"corroborated": 1, "single-origin": 3, "contested": 4, "refuted": 5, "unsourced": 6, "unexamined": 6}


@dataclass(frozen=True, slots=True)
class Group:
    """Supporting citations that cannot be told apart by where they come from."""

    citations: tuple[int, ...]
    """Their places in the claim's list of sources, from 0."""
    origins: tuple[Origin, ...]

    @property
    def party(self) -> str | None:
        """The one party behind all of it, None where there are several or where it is unknown."""
        parties: set[str] = set()
        for origin in self.origins:
            if origin.unknown:
                return None
            parties |= origin.parties
        return parties.pop() if len(parties) == 1 else None

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources where it begins."""
        return tuple(sorted({source for origin in self.origins for source in origin.sources}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourcing:
    """The sourcing of one claim; derived, never recorded."""

    level: Level
    credibility: int
    """1 (best) to 6, after the Admiralty scale."""
    groups: tuple[Group, ...]
    """The independent groups among the supporting citations."""
    counted: tuple[int, ...]
    """The citations that bear on the claim, by their places in its list of sources, from 0."""
    origins: Mapping[int, tuple[Origin, ...]]
    """The origins of each citation that was looked at."""
    primary: bool
    """Whether a citation that was looked at goes directly to an origin of a primary kind."""
    secondary: frozenset[str]
    """The parties whose own reporting stands behind the support."""

    @property
    def independent(self) -> int:
        """How many independent origins support the claim."""
        return len(self.groups)


class SourcingIndex:
    """Works out the sourcing of claims; what claims share is worked out once."""

    def __init__(self, sources: Mapping[str, Source], origins: Origins, sound: Container[str] | None = None) -> None:
        self._sources = sources
        self._sound = sources if sound is None else sound
        self.origins = origins
        self._downstream = reversed_edges(
            {key: [item.source for item in source.derived_from] for key, source in sources.items()}
        )
        self._retelling: dict[str, frozenset[str]] = {}

    def retelling(self, article: str) -> frozenset[str]:
        """Return the article and every source that derives from it, at any depth."""
        if article not in self._retelling:
            self._retelling[article] = frozenset(reach([article], lambda key: self._downstream.get(key, ())))
        return self._retelling[article]

    def of(self, claim: Claim) -> Sourcing:
        """Derive the sourcing of a claim."""
        retelling = self.retelling(claim.article)
        counted: list[int] = []
        origins: dict[int, tuple[Origin, ...]] = {}
        supporting: dict[int, tuple[Origin, ...]] = {}
        primary = False
        for place, citation in enumerate(claim.sources):
            retold = citation.source in retelling
            if retold or not citation.counts or (citation.upstream and not retelling.isdisjoint(citation.upstream)):
                continue
            counted.append(place)
            if citation.source not in self._sources or not citation.looked_at:
                continue
            origins[place] = found = self._origins_of(citation)
            primary = primary or self._is_primary(citation, found)
            if citation.stance == "supports":
                supporting[place] = found
        groups = grouped(supporting)
        level = _level(len(counted), len(origins), len(supporting), len(groups))
        reporters = [origin.reporters for found in supporting.values() for origin in found if origin.reporters]
        return Sourcing(
            level=level,
            credibility=2 if level == "single-origin" and primary else _CREDIBILITY[level],
            groups=groups,
            counted=tuple(counted),
            origins=origins,
            primary=primary,
            secondary=_NOBODY.union(*reporters),
        )

    def _origins_of(self, citation: Citation) -> tuple[Origin, ...]:
        """Walk upstream from a citation: by its own `upstream` where it has one."""
        source = citation.source
        if citation.upstream is None:
            return self.origins.of(source)
        further = [key for key in citation.upstream if key != source]
        if citation.upstream and not further:
            return self.origins.of(source)  # A source is no upstream of its own: nothing has been said.
        found = {origin: None for key in further for origin in self.origins.of(key)}
        if not further or self._sources[source].own_reporting:
            found[self.origins.own(source, reported=True)] = None
        return tuple(sorted(found, key=lambda origin: origin.order))

    def _is_primary(self, citation: Citation, origins: Iterable[Origin]) -> bool:
        source = citation.source
        # What kind a broken source is of, nobody knows.
        known = self._sources[source].kind in PRIMARY and source in self._sound
        return known and any(source in origin.sources for origin in origins)


def grouped(origins: Mapping[int, Sequence[Origin]]) -> tuple[Group, ...]:
    """Put citations that share an origin, or a party of origins, into one group.

    In: the origins of each citation. Out: the groups, in the order of their first citations.
    Method: union-find over what the origins have in common.
    """
    if len(origins) <= 1 or _share_nothing(origins.values()):
        # Most claims have one citation that was looked at, and most others share nothing.
        return tuple(Group((place,), _merged(found)) for place, found in origins.items())
    leader = {place: place for place in origins}

    def find(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    holder: dict[tuple[str, str], int] = {}
    for place, found in origins.items():
        for origin in found:
            for token in origin.tokens:
                first = find(holder.setdefault(token, place))
                other = find(place)
                leader[max(first, other)] = min(first, other)
    members: dict[int, list[int]] = {}
    for place in origins:
        members.setdefault(find(place), []).append(place)
    return tuple(
        Group(tuple(places), _merged(origin for place in places for origin in origins[place]))
        for places in members.values()
    )


def _share_nothing(origins: Iterable[Sequence[Origin]]) -> bool:
    """Tell whether no two citations have an origin, or a party of origins, in common. In: the origins of each."""
    seen: set[tuple[str, str]] = set()
    for found in origins:
        tokens = [token for origin in found for token in origin.tokens]
        if not seen.isdisjoint(tokens):
            return False
        seen.update(tokens)
    return True


def _merged(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Return origins sorted, each once: of two that differ only in who reported, the fuller one."""
    several = tuple(origins)
    if len(several) <= 1:
        return several
    found = {(origin.sources, origin.unknown): origin for origin in sorted(several, key=lambda origin: origin.order)}
    return tuple(found.values())


def _level(counted: int, looked_at: int, supporting: int, groups: int) -> Level:
    if not counted:
        return "unsourced"
    if not looked_at:
        return "unexamined"
    if not supporting:
        return "refuted"
    if supporting < looked_at:
        return "contested"
    return "corroborated" if groups > 1 else "single-origin"
