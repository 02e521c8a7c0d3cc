"""Everything that was recorded in a project, cross-referenced: what every rule looks at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from claimtrack.model.graph import components, reach, rings
from claimtrack.model.origins import Origins
from claimtrack.model.records import Claim, Party, Source
from claimtrack.model.sourcing import Sourcing, SourcingIndex
from claimtrack.model.texts import NoTexts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import date

    from claimtrack.model.place import Path, Place
    from claimtrack.model.records import Citation, Record
    from claimtrack.model.texts import Texts

R = TypeVar("R", Party, Source, Claim)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FileArticle:
    """The `article` that a file names for the claims in it."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class Cut:
    """Text of a record that ends where an unquoted ` #` begins a comment."""

    record: Record
    at: Path
    lost: str
    """What stands behind, the `#` included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What was read from the record files, in file order.

    Sound records are judged. Broken ones keep their ids and references, so that others which
    name them are not blamed; of several with one id the first stands and the others lend
    nothing but their references.
    """

    parties: tuple[Party, ...] = ()
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    broken: tuple[Record, ...] = ()
    duplicates: tuple[Record, ...] = ()
    """Those whose id belongs to another one, and broken ones without an id."""
    articles: tuple[FileArticle, ...] = ()
    cuts: tuple[Cut, ...] = ()
    not_read: int = 0
    """How many records were too broken to judge."""
    unread: bool = False
    """Whether a file, or part of one, could not be read: what it holds is not known."""
    source_ids: Collection[str] | None = None
    """The ids of all sources, where only a part of the records is here."""
    claim_ids: Collection[str] | None = None
    """The full ids of all claims, likewise."""


class Ledger:
    """The records with their cross-references. Nothing in it changes; all is derived once."""

    def __init__(self, records: Records, today: date, texts: Texts | None = None) -> None:
        self.records = records
        self.today = today
        self.texts: Texts = texts or NoTexts()
        self._made: dict[Callable[[Ledger], object], object] = {}

    def once(self, make: Callable[[Ledger], T]) -> T:
        """Return what a function makes of this ledger; it is called but once, however many ask."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])

    @property
    def parties(self) -> tuple[Party, ...]:
        """The sound parties, in file order."""
        return self.records.parties

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sound sources, in file order."""
        return self.records.sources

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The sound claims, in file order."""
        return self.records.claims

    @cached_property
    def party_by_id(self) -> dict[str, Party]:
        """Every party that an id can mean, the broken ones included."""
        return _by_key((*self.parties, *(record for record in self.records.broken if isinstance(record, Party))))

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Every source that an id can mean, the broken ones included."""
        return _by_key((*self.sources, *(record for record in self.records.broken if isinstance(record, Source))))

    @cached_property
    def claim_by_key(self) -> dict[str, Claim]:
        """Every claim that a full id can mean, the broken ones included."""
        return _by_key((*self.claims, *(record for record in self.records.broken if isinstance(record, Claim))))

    @property
    def source_ids(self) -> Collection[str]:
        """The id of every source that is recorded, also where only a part of the records is here."""
        return self.source_by_id if self.records.source_ids is None else self.records.source_ids

    @cached_property
    def claim_ids(self) -> Collection[str]:
        """The full id of every claim that is recorded, likewise; a claim without an article has none."""
        if self.records.claim_ids is not None:
            return self.records.claim_ids
        return {key: claim for key, claim in self.claim_by_key.items() if claim.article}

    @cached_property
    def claims_by_article(self) -> dict[str, list[Claim]]:
        """The sound claims of each article, in file order."""
        return _grouped((claim.article, claim) for claim in self.claims)

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """The recorded sources that are the article of a claim or of a file."""
        named = {claim.article for claim in self.claims} | {article.id for article in self.records.articles}
        return tuple(key for key in self.source_by_id if key in named)

    @cached_property
    def citing(self) -> dict[str, list[Claim]]:
        """The sound claims that cite each source, in file order."""
        return _grouped((citation.source, claim) for claim in self.claims for citation in claim.sources)

    @cached_property
    def speaking(self) -> dict[str, list[Claim]]:
        """The sound claims that each party asserts, in file order."""
        return _grouped((claim.claimant, claim) for claim in self.claims if claim.claimant)

    @cached_property
    def concerning(self) -> dict[str, list[Claim]]:
        """The sound claims that are an allegation about each party, in file order."""
        return _grouped((party, claim) for claim in self.claims for party in claim.about)

    @cached_property
    def sources_of(self) -> dict[str, list[Source]]:
        """The sound sources that each party made or holds, in file order."""
        return _grouped((source.party, source) for source in self.sources if source.party)

    @cached_property
    def upstream(self) -> dict[str, tuple[str, ...]]:
        """What each source derives from, as recorded."""
        return {key: tuple(item.source for item in source.derived_from) for key, source in self.source_by_id.items()}

    @cached_property
    def derivation_rings(self) -> list[tuple[str, ...]]:
        """The rings of sources that derive from one another."""
        return rings(self.upstream, self.derivation_components)

    @cached_property
    def derivation_components(self) -> list[tuple[str, ...]]:
        """The sources by who derives from whom: those that others rest on first, a ring as one."""
        return components(self.upstream)

    @cached_property
    def derivation_rank(self) -> dict[str, int]:
        """The place of each source in that order: no source rests on one of a higher rank."""
        ranks = enumerate(self.derivation_components)
        return {member: rank for rank, members in ranks for member in members}

    def above(self, citation: Citation) -> dict[str, str | None]:
        """Return every source that a citation's source has its fact from, at any depth.

        Each with the source before it on the shortest way there; the first step follows the
        citation's own `upstream` where it has one.
        """
        first = self.upstream.get(citation.source, ()) if citation.upstream is None else citation.upstream
        return reach(first, lambda key: self.upstream.get(key, ()))

    def above_among(self, citation: Citation, sources: Collection[str]) -> set[str]:
        """Return which of some sources a citation's source has its fact from, at any depth.

        Chains may be thousands long: nothing is looked at that none of these sources is above.
        """
        rank, upstream = self.derivation_rank, self.upstream
        floor = min((rank[key] for key in sources if key in rank), default=len(rank))
        first = upstream.get(citation.source, ()) if citation.upstream is None else citation.upstream
        found = reach(first, lambda key: (up for up in upstream.get(key, ()) if rank[up] >= floor))
        return found.keys() & set(sources)

    @cached_property
    def everything(self) -> tuple[Record, ...]:
        """All records, broken ones and duplicates included: for whatever only asks who names whom."""
        records = self.records
        return (*self.parties, *self.sources, *self.claims, *records.broken, *records.duplicates)

    def claim_key(self, reference: str, article: str) -> str:
        """Return the full id that a reference in a record means: a bare id is of the same article."""
        return reference if "/" in reference else f"{article}/{reference}"

    def supports_of(self, claim: Claim) -> list[str]:
        """Return the full ids of the claims that a claim rests on: its relations `depends-on`."""
        return [self.claim_key(item.claim, claim.article) for item in claim.relations if item.as_ == "depends-on"]

    @cached_property
    def resting(self) -> dict[str, list[str]]:
        """What each sound claim rests on, of those that rest on any; by full ids, in file order."""
        with_relations = [claim for claim in self.claims if claim.relations]
        return {claim.key: supports for claim in with_relations if (supports := self.supports_of(claim))}

    def line_of(self, party: str) -> list[str]:
        """Return the party and those above it, along `of`, to the top."""
        return list(reach([party], self._above))

    def top(self, party: str) -> str:
        """Return the party at the top of `of`; of parties that are above one another, the first by id."""
        if party not in self._tops:
            line = self.line_of(party)
            above = self._above(line[-1])
            top = min(line[line.index(above[0]) :]) if above else line[-1]
            self._tops.update(dict.fromkeys(line, top))
        return self._tops[party]

    def owner(self, source: str) -> str:
        """Return the party that stands for a source: its party's top, else the source itself."""
        record = self.source_by_id.get(source)
        return self.top(record.party) if record and record.party else f"source:{source}"

    def sourcing(self, claim: Claim) -> Sourcing:
        """Return what the citations of a claim amount to."""
        key = claim.key
        found = self._sourcing.get(key)
        if found is None:
            found = self._sourcing[key] = self.index.of(claim)
        return found

    @cached_property
    def sourced(self) -> tuple[tuple[Claim, Sourcing], ...]:
        """The sound claims, each with what its citations amount to: for rules that go through all of them."""
        return tuple((claim, self.sourcing(claim)) for claim in self.claims)

    @cached_property
    def index(self) -> SourcingIndex:
        """The origins and downstreams of all sources."""
        return SourcingIndex(
            self.source_by_id, Origins(self.source_by_id, self.owner), frozenset(source.id for source in self.sources)
        )

    @cached_property
    def _sourcing(self) -> dict[str, Sourcing]:
        return {}

    @cached_property
    def _tops(self) -> dict[str, str]:
        return {}

    def _above(self, party: str) -> Sequence[str]:
        record = self.party_by_id.get(party)
        return (record.of,) if record and record.of else ()


def _by_key(records: Iterable[R]) -> dict[str, R]:
    found: dict[str, R] = {}
    for record in records:
        found.setdefault(record.key, record)
    return found


def _grouped(pairs: Iterable[tuple[str, R]]) -> dict[str, list[R]]:
    """Put records together by a name; a record that comes twice under one name is there once."""
    found: dict[str, dict[str, R]] = {}
    for name, record in pairs:
        found.setdefault(name, {})[record.key] = record
    return {name: list(records.values()) for name, records in found.items()}
