"""From an id on the command line to the record that it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.text.nearest import did_you_mean
from claimtrack.text.wording import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Record

_KINDS = ("claim", "source", "party")


class UnknownIdError(Exception):
    """An id that means no record, or several; the message says which come into question."""


def resolve(ledger: Ledger, name: str) -> Record:
    """Find the record that an id means.

    A claim's full id first, then the id of an article, source or party, then the last part of
    a claim's id; `claim:`, `source:` and `party:` in front say which kind is meant. Raises
    UnknownIdError with the candidates.
    """
    prefix, colon, rest = name.partition(":")
    if colon and prefix in _KINDS:
        found = _of_kind(ledger, prefix, rest)
        if len(found) == 1:
            return next(iter(found.values()))
        raise UnknownIdError(_complaint(name, rest, found, _known(ledger, prefix)))
    if name in ledger.claim_by_key:
        return ledger.claim_by_key[name]
    whole = {**_of_kind(ledger, "source", name), **_of_kind(ledger, "party", name)}
    found = whole or _of_kind(ledger, "claim", name)
    if len(found) == 1:
        return next(iter(found.values()))
    known = [key for kind in _KINDS for key in _known(ledger, kind)]
    raise UnknownIdError(_complaint(name, name, found, known))


def known_ids(ledger: Ledger, kind: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names as they are. Raises UnknownIdError for the first that no record of the kind has."""
    known = _known(ledger, kind)
    names = tuple(name.removeprefix(f"{kind}:") for name in names)
    for name in names:
        if name not in known:
            raise UnknownIdError(_complaint(name, name, {}, known))
    return names


def _of_kind(ledger: Ledger, kind: str, name: str) -> dict[str, Record]:
    """Return what a name can mean within one kind, by what tells it from others."""
    records: Mapping[str, Record]
    if kind == "claim":
        if name in ledger.claim_by_key:
            return {name: ledger.claim_by_key[name]}
        return {key: claim for key, claim in ledger.claim_by_key.items() if claim.id == name}
    records = ledger.source_by_id if kind == "source" else ledger.party_by_id
    return {f"{kind}:{name}": records[name]} if name in records else {}


def _known(ledger: Ledger, kind: str) -> list[str]:
    if kind == "claim":
        return [*ledger.claim_by_key, *(claim.id for claim in ledger.claims)]
    return list(ledger.source_by_id if kind == "source" else ledger.party_by_id)


def _complaint(given: str, name: str, found: Mapping[str, Record], known: list[str]) -> str:
    if found:
        return f"`{given}` means several records: {listed(sorted(found), most=20)}. Give one of these."
    return f"`{given}` is no recorded id. {did_you_mean(name, known, 'See `claimtrack list`.')}"
