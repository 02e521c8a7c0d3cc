"""Records as the JSON contracts have them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claimtrack.model.edtf import Edtf

if TYPE_CHECKING:
    from claimtrack.model.ledger import Ledger
    from claimtrack.model.place import Marks, Path
    from claimtrack.model.records import Claim, Party, Record, Source
    from claimtrack.model.sourcing import Sourcing


def claim_item(ledger: Ledger, claim: Claim) -> dict[str, Any]:
    """Return a claim as `list` has it."""
    sourcing = ledger.sourcing(claim)
    place = claim.marks.place()
    return {
        "id": claim.key,
        "article": claim.article,
        "text": claim.text,
        "quote": claim.quote.exact if claim.quote else None,
        "type": claim.type,
        "claimant": claim.claimant,
        "sourcing": sourcing.level,
        "credibility": sourcing.credibility,
        "independent": sourcing.independent,
        "origins": origin_items(sourcing),
        "verdict": claim.label,
        "checked": checked(ledger, claim),
        "tags": list(claim.tags),
        "file": place.file,
        "line": place.line,
    }


def origin_items(sourcing: Sourcing) -> list[dict[str, Any]]:
    """Return the independent origins of a claim: the party behind each, and where it begins."""
    return [{"party": _party(group.party), "sources": list(group.sources)} for group in sourcing.groups]


def checked(ledger: Ledger, claim: Claim) -> str | None:
    """Return the date of the newest check that still holds."""
    if not any(check.digest for check in claim.checks):
        return None
    # Looking words up in texts takes a while to import, and most lists need none of it.
    from claimtrack.text.checks import checks  # noqa: PLC0415

    standing = ledger.once(checks).of.get(claim.key)
    return str(standing.check.date) if standing and standing.good else None


def source_item(ledger: Ledger, source: Source) -> dict[str, Any]:
    """Return a source as `list sources` has it."""
    place = source.marks.place()
    return {
        "id": source.id,
        "kind": source.kind,
        "title": source.title,
        "party": source.party,
        "author": source.author,
        "published": _plain(source.published),
        "url": source.url,
        "status": source.status,
        "identity": source.identity,
        "reliability": source.reliability,
        "own_reporting": source.own_reporting,
        "derived_from": [derivation.source for derivation in source.derived_from],
        "claims": len(ledger.citing.get(source.id, ())),
        "file": place.file,
        "line": place.line,
    }


def party_item(ledger: Ledger, party: Party) -> dict[str, Any]:
    """Return a party as `list parties` has it."""
    place = party.marks.place()
    return {
        "id": party.id,
        "name": party.name,
        "kind": party.kind,
        "of": party.of,
        "identity": party.identity,
        "aliases": list(party.aliases),
        "sources": len(ledger.sources_of.get(party.id, ())),
        "claims": len(ledger.speaking.get(party.id, ())),
        "file": place.file,
        "line": place.line,
    }


def article_item(ledger: Ledger, source: Source) -> dict[str, Any]:
    """Return an article as `list articles` has it."""
    claims = ledger.claims_by_article.get(source.id, [])
    levels: dict[str, int] = {}
    for claim in claims:
        level = ledger.sourcing(claim).level
        levels[level] = levels.get(level, 0) + 1
    place = source.marks.place()
    return {
        "id": source.id,
        "title": source.title,
        "party": source.party,
        "published": _plain(source.published),
        "claims": len(claims),
        "sourcing": levels,
        "file": place.file,
        "line": place.line,
    }


def long_form(record: Record) -> dict[str, Any]:
    """Return a whole record with every field in its long form, the desk's own `x-` keys included."""
    item: dict[str, Any] = _long(record, record.marks, ())
    item["id"] = record.key
    return item


def _long(value: Any, marks: Marks, path: Path) -> Any:  # noqa: ANN401  (any field of any record)
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [_long(item, marks, (*path, place)) for place, item in enumerate(value)]
    if not is_dataclass(value):
        return value
    item = {
        field.name.rstrip("_"): _long(getattr(value, field.name), marks, (*path, field.name))
        for field in fields(value)
        if field.name != "marks"
    }
    return item | _plain(marks.own_keys(path))


def _plain(value: object) -> Any:  # noqa: ANN401  (likewise)
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _party(owner: str | None) -> str | None:
    """A source without a party stands for itself and is no party."""
    return None if owner is None or owner.startswith("source:") else owner
