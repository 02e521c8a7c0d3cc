"""The card of one record for `show`: all that is recorded, and all that follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.formats import Block, Card, Line
from claimtrack.formats.json_ import finding_item
from claimtrack.model.graph import reach, reversed_edges
from claimtrack.model.records import Claim, Source
from claimtrack.text.wording import counted
from claimtrack.views.claimcard import claim_blocks, relations_to
from claimtrack.views.items import article_item, checked, long_form, origin_items

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.model.findings import Finding
    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Party, Record

SCHEMA = "claimtrack/show/1"


def card(ledger: Ledger, record: Record, findings: Sequence[Finding]) -> Card:
    """Return the card of a record.

    In: the ledger, the record, and the findings of the whole project.
    """
    own = [finding for finding in findings if _is_about(finding, record)]
    kind = type(record).__name__.lower()
    if any(record is broken for broken in ledger.records.broken):
        return _broken(record, kind, own)
    item = {"schema": SCHEMA, "record": kind, **long_form(record)}
    derived = {**_derived(ledger, record), "findings": [finding_item(finding) for finding in own]}
    place = record.marks.place()
    item["derived"] = {**derived, "file": place.file, "line": place.line}
    blocks = [block for block in (*_blocks(ledger, record), _finding_block(own)) if block.lines]
    return Card(title=record.key, text=_text(record), blocks=tuple(blocks), item=item)


def _broken(record: Record, kind: str, own: Sequence[Finding]) -> Card:
    """Return what is known of a record that cannot be read: where it stands, and what is wrong with it."""
    place = record.marks.place()
    derived = {"findings": [finding_item(finding) for finding in own], "file": place.file, "line": place.line}
    item = {"schema": SCHEMA, "record": kind, "id": record.key, "derived": derived}
    return Card(
        title=record.key,
        text=f"This {kind} cannot be read as it stands in {place.file}, line {place.line}.",
        blocks=(_finding_block(own),),
        item=item,
    )


def _text(record: Record) -> str:
    if isinstance(record, Claim):
        return record.text
    return (record.title or record.url or "") if isinstance(record, Source) else record.name


def _is_about(finding: Finding, record: Record) -> bool:
    subject = finding.subject
    if isinstance(record, Claim):
        return subject.claim == record.key
    return (subject.source if isinstance(record, Source) else subject.party) == record.id


def _blocks(ledger: Ledger, record: Record) -> Iterator[Block]:
    if isinstance(record, Claim):
        return claim_blocks(ledger, record)
    return _source_blocks(ledger, record) if isinstance(record, Source) else _party_blocks(ledger, record)


def _finding_block(findings: Sequence[Finding]) -> Block:
    lines = (Line(label=f"{item.severity} {item.code}", text=f"{item.message} {item.hint}") for item in findings)
    return Block(heading="Findings", lines=tuple(lines))


def _derived(ledger: Ledger, record: Record) -> dict[str, Any]:
    if isinstance(record, Claim):
        sourcing = ledger.sourcing(record)
        return {
            "sourcing": sourcing.level,
            "credibility": sourcing.credibility,
            "independent": sourcing.independent,
            "origins": origin_items(sourcing),
            "primary": sourcing.primary,
            "secondary": sorted(party.removeprefix("source:") for party in sourcing.secondary),
            "counted": [record.sources[place].source for place in sourcing.counted],
            "looked_at": [record.sources[place].source for place in sourcing.origins],
            "checked": checked(ledger, record),
            "relations_to": [{"claim": key, "as": kind} for key, kind in relations_to(ledger, record)],
        }
    if isinstance(record, Source):
        article = {"article": article_item(ledger, record)} if record.id in ledger.claims_by_article else {}
        return {
            "origins": [source for origin in ledger.index.origins.of(record.id) for source in origin.sources],
            "derived_by": _deriving(ledger, record),
            "cited_by": [claim.key for claim in ledger.citing.get(record.id, ())],
            **article,
        }
    return {
        "top": ledger.top(record.id),
        "members": [party.id for party in ledger.parties if party.of == record.id],
        "sources": [source.id for source in ledger.sources_of.get(record.id, ())],
        "claims": [claim.key for claim in ledger.speaking.get(record.id, ())],
        "about": [claim.key for claim in ledger.concerning.get(record.id, ())],
    }


def _deriving(ledger: Ledger, source: Source) -> list[str]:
    return sorted(reversed_edges(ledger.upstream).get(source.id, []))


def _source_blocks(ledger: Ledger, source: Source) -> Iterator[Block]:
    party = ledger.party_by_id.get(source.party) if source.party else None
    facts = {
        "kind": source.kind,
        "party": f"{party.name} ({party.id})" if party else source.party,
        "author": source.author,
        "published": str(source.published) if source.published else None,
        "retrieved": str(source.retrieved) if source.retrieved else None,
        "url": source.url,
        "archived": source.archived,
        "language": source.language,
        "identity": source.identity if source.identity != "named" else None,
        "reliability": source.reliability,
        "own reporting": "yes" if source.own_reporting else None,
        "status": source.status,
        "snapshot": f"{source.snapshot.file} (sha256 {source.snapshot.sha256[:12]}…)" if source.snapshot else None,
        "note": source.note,
        "recorded": f"{source.marks.place().file}:{source.marks.place().line}",
    }
    yield Block(lines=tuple(Line(label=label, text=text) for label, text in facts.items() if text))
    yield Block(
        heading="Derived from",
        lines=tuple(
            Line(text=f"{item.source} ({item.relation}{'' if item.acknowledged else ', not acknowledged'})")
            for item in source.derived_from
        ),
    )
    above = [key for key in reach([source.id], lambda key: ledger.upstream.get(key, ())) if key != source.id]
    origins = ledger.index.origins.of(source.id)
    if above:
        names = ", ".join(key for origin in origins for key in origin.sources)
        yield Block(heading="Origins", lines=(Line(text=f"{names} ({counted(len(above), 'source')} upstream)"),))
    yield Block(heading="Derived by", lines=tuple(Line(text=key) for key in _deriving(ledger, source)))
    claims = ledger.claims_by_article.get(source.id, [])
    yield _claims(ledger, f"Claims in this article ({len(claims)})", claims)
    yield _claims(ledger, "Cited under", ledger.citing.get(source.id, []))


def _party_blocks(ledger: Ledger, party: Party) -> Iterator[Block]:
    facts = {
        "kind": party.kind,
        "of": " → ".join(ledger.line_of(party.id)[1:]),
        "identity": party.identity if party.identity != "named" else None,
        "aliases": ", ".join(party.aliases),
        "note": party.note,
        "recorded": f"{party.marks.place().file}:{party.marks.place().line}",
    }
    yield Block(lines=tuple(Line(label=label, text=text) for label, text in facts.items() if text))
    members = [other for other in ledger.parties if other.of == party.id]
    yield Block(heading="Members", lines=tuple(Line(label=other.id, text=other.name) for other in members))
    sources = ledger.sources_of.get(party.id, [])
    yield Block(
        heading="Sources",
        lines=tuple(Line(label=source.id, text=source.title or source.url or source.kind) for source in sources),
    )
    yield _claims(ledger, "Asserts", ledger.speaking.get(party.id, []))
    yield _claims(ledger, "Alleged about it", ledger.concerning.get(party.id, []))


def _claims(ledger: Ledger, heading: str, claims: Sequence[Claim]) -> Block:
    return Block(
        heading=heading,
        lines=tuple(Line(label=ledger.sourcing(claim).level, text=f"{claim.key}: {claim.text}") for claim in claims),
    )
