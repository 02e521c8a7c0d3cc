"""What `trace` shows: every way from the origins to an article, for a claim or for a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.formats._trace import Hop, Stop, Trace, TracedOrigin
from claimtrack.model.graph import reversed_edges
from claimtrack.model.records import Claim, Derivation
from claimtrack.model.sourcing import grouped
from claimtrack.text.drift import drift
from claimtrack.text.routes import TOP, routes
from claimtrack.text.wording import counted, listed
from claimtrack.views.items import origin_items

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Citation, Source
    from claimtrack.model.sourcing import Group
    from claimtrack.text.diff import Change
    from claimtrack.text.routes import Routes, Step


def trace(ledger: Ledger, record: Claim | Source, hedges: Sequence[str] = ()) -> Trace:
    """Return the way of a claim or a source. In: the ledger, the record, and a desk's own hedges."""
    return _of_claim(ledger, record, hedges) if isinstance(record, Claim) else _of_source(ledger, record)


_NOTHING = ("No source bears on it.", "Sources are cited, and nobody has recorded what stands in them.")


def _of_claim(ledger: Ledger, claim: Claim, hedges: Sequence[str]) -> Trace:
    sourcing = ledger.sourcing(claim)
    ways = ledger.once(routes).around(claim)
    refuting = {claim.sources[place].source for place in sourcing.origins if claim.sources[place].stance == "refutes"}
    supporting = {claim.sources[place].source for group in sourcing.groups for place in group.citations}
    against = f"{counted(len(refuting), 'source')} against it" if refuting else ""
    sentence = _sentence(ledger, counted(len(supporting), "source"), sourcing.groups) if supporting else ""
    begins = {key for origins in sourcing.origins.values() for origin in origins for key in origin.sources}
    stops = {key: _stop(ledger, key, claim, is_origin=key in begins) for key in ways.order if key != TOP}
    return Trace(
        id=claim.key,
        text=claim.text,
        independent=sourcing.independent,
        origins=tuple(TracedOrigin(item["party"], tuple(item["sources"])) for item in origin_items(sourcing)),
        hops=tuple(_claim_hops(ledger, claim, ways, hedges)),
        sentence="; ".join(part for part in (sentence, against) if part) or _NOTHING[sourcing.level == "unexamined"],
        roots=(claim.article, *(key for key in ways.upstream[TOP] if key != claim.article))
        if claim.article
        else ways.upstream[TOP],
        stops=stops,
        credits=tuple(step for step in ways.credits if step[0] != TOP),
        closing=ways.closing,
    )


def _of_source(ledger: Ledger, source: Source) -> Trace:
    ways = ledger.once(routes).of_source(source.id)
    origins = ledger.index.origins.of(source.id)
    groups = grouped({place: (origin,) for place, origin in enumerate(origins)})
    begins = {key for origin in origins for key in origin.sources}
    above = len(ways.order) - 1
    return Trace(
        id=source.id,
        text="",
        independent=len(groups),
        origins=tuple(TracedOrigin(_party(group), group.sources) for group in groups),
        hops=tuple(_hop(ledger, step) for step in (*ways.hops, *ways.closing)),
        sentence=_sentence(ledger, f"{counted(above, 'source')} upstream", groups) if above else "Nothing is upstream.",
        roots=(source.id,),
        stops={key: _stop(ledger, key, None, is_origin=key in begins) for key in ways.order},
        credits=ways.credits,
        closing=ways.closing,
    )


def _party(group: Group) -> str | None:
    return None if group.party is None or group.party.startswith("source:") else group.party


def _sentence(ledger: Ledger, sources: str, groups: Sequence[Group]) -> str:
    """Say how many sources come down to how many origins, and who alone passes on a single one."""
    unknown = any(origin.unknown for group in groups for origin in group.origins)
    names = list(dict.fromkeys(key for group in groups for key in group.sources))
    alone = ""
    if len(names) == 1:
        passing = reversed_edges(ledger.upstream).get(names[0], [])
        alone = f", passed on by {passing[0]} alone" if len(passing) == 1 and passing[0] != names[0] else ""
    rest = " (nobody has recorded where it has it from)" if unknown and len(names) == 1 else ""
    return f"{sources}, {counted(len(groups), 'origin')}: {listed(names)}{alone}{rest}"


def _stop(ledger: Ledger, key: str, claim: Claim | None, *, is_origin: bool) -> Stop:
    source = ledger.source_by_id.get(key)
    if source is None:
        return Stop(source=key, is_recorded=False, is_origin=is_origin)
    return Stop(
        source=key,
        title=source.title or "",
        published=str(source.published) if source.published else "",
        language=source.language,
        words=tuple(_words(claim, key)) if claim else (),
        text=ledger.texts.state(source).status,
        is_origin=is_origin,
    )


def _words(claim: Claim, source: str) -> Iterator[str]:
    """Yield the words of a source under a claim, for a reader."""
    if source == claim.article and claim.quote:
        yield _in_marks(claim.quote.exact)
    for citation in claim.sources:
        if citation.source == source:
            yield from _cited(citation)


def _cited(citation: Citation) -> Iterator[str]:
    stance = "" if citation.stance == "supports" else f" ({citation.stance})"
    if citation.quote:
        gloss = f", meaning “{citation.gloss}”" if citation.gloss else ""
        yield f"{_in_marks(citation.quote.exact)}{gloss}{stance}"
    if citation.says:
        yield f"says: {citation.says}{stance}"


def _in_marks(words: str) -> str:
    return words if words.startswith(('"', "“", "«", "„")) else f"“{words}”"


def _claim_hops(ledger: Ledger, claim: Claim, ways: Routes, hedges: Sequence[str]) -> Iterator[Hop]:
    found = ledger.once(drift)
    altered: dict[Step, tuple[str | None, tuple[Change, ...]]] = {}
    for item in found.alterations(claim):
        step = (item.source, item.between[-1] if item.between else item.upstream)
        altered[step] = (item.upstream if item.between else None, item.changes)
    lost = found.dropped(claim, hedges)
    for source, upstream in (*ways.hops, *ways.closing):
        if source == TOP:
            continue
        hop = _hop(ledger, (source, upstream))
        since, changes = altered.get((source, upstream)) or (None, tuple(found.changes(claim, source, upstream)))
        yield Hop(
            source=source,
            upstream=upstream,
            relation=hop.relation,
            acknowledged=hop.acknowledged,
            language=hop.language,
            quote=_quote(claim, source),
            upstream_quote=_quote(claim, upstream),
            changes=changes,
            hedge=lost.hedge if lost and (lost.source, lost.upstream) == (source, upstream) else None,
            since=since,
        )


def _quote(claim: Claim, source: str) -> str | None:
    """Return the words of a source: of several quotes the first."""
    if source == claim.article:
        return claim.quote.exact if claim.quote else None
    return next((item.quote.exact for item in claim.sources if item.source == source and item.quote), None)


def _hop(ledger: Ledger, step: Step) -> Hop:
    """Return a step as its derivation has it; what only a citation records is derived and acknowledged."""
    source = ledger.source_by_id.get(step[0])
    every = source.derived_from if source else ()
    derivation = next((item for item in every if item.source == step[1]), Derivation(source=step[1]))
    return Hop(
        source=step[0],
        upstream=step[1],
        relation=derivation.relation,
        acknowledged=derivation.acknowledged,
        language=source.language if source else None,
    )
