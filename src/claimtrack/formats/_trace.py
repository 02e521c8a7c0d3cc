"""The way of a fact from its origins to the article, as the formats of `trace` take it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claimtrack.text.diff import render_changes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.model.texts import TextStatus
    from claimtrack.model.vocabulary import DerivationRelation
    from claimtrack.text.diff import Change

_TEXT = {"missing": "snapshot missing", "changed": "snapshot changed", "none": "no snapshot"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A source on the way."""

    source: str
    title: str = ""
    published: str = ""
    language: str | None = None
    words: tuple[str, ...] = ()
    """Its words under this claim; of the article the passage."""
    text: TextStatus = "none"
    is_origin: bool = False
    is_recorded: bool = True

    @property
    def facts(self) -> str:
        """Whatever there is to say of it, in one phrase."""
        text = _TEXT.get(self.text, "") if self.is_recorded else "not recorded"
        facts = (self.published, self.language or "", "origin" if self.is_origin else "", text)
        return ", ".join(fact for fact in facts if fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """A step from a source to its upstream, and what changed on it."""

    source: str
    upstream: str
    relation: DerivationRelation = "derived"
    acknowledged: bool = True
    language: str | None = None
    quote: str | None = None
    upstream_quote: str | None = None
    changes: tuple[Change, ...] = ()
    hedge: str | None = None
    """The hedge that was lost."""
    since: str | None = None
    """Who has the words as they were, where that is not the upstream itself."""

    @property
    def name(self) -> str:
        """How the source comes from its upstream: `translated, not acknowledged`."""
        return self.relation + ("" if self.acknowledged else ", not acknowledged")

    @property
    def losses(self) -> tuple[str, ...]:
        """What changed, in words."""
        lost = []
        if self.changes:
            where = f" between {self.since} and {self.source}" if self.since else ""
            lost.append(f"changed{where}: {render_changes(self.changes)}")
        if self.hedge:
            lost.append(f"hedge lost: “{self.hedge}”")
        return tuple(lost)


@dataclass(frozen=True, slots=True)
class TracedOrigin:
    """Where it begins: who is behind that, and the sources."""

    party: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Trace:
    """All ways by which a claim came to its article, or a source to what it says."""

    id: str
    text: str
    independent: int
    origins: tuple[TracedOrigin, ...]
    hops: tuple[Hop, ...]
    sentence: str
    """What it all amounts to, in plain words."""
    roots: tuple[str, ...]
    """Where the ways end: the article, then whatever else is cited."""
    stops: Mapping[str, Stop]
    credits: tuple[tuple[str, str], ...] = ()
    """Steps that skip recorded ones: a source, and whom it names beside the one it has it from."""
    closing: tuple[tuple[str, str], ...] = ()
    """Those of the hops that close a cycle."""

    @cached_property
    def upstream(self) -> dict[str, list[Hop]]:
        """The hops from each source."""
        found: dict[str, list[Hop]] = {}
        for hop in self.hops:
            found.setdefault(hop.source, []).append(hop)
        return found
