"""The tables of `list`: filtered, sorted, with the columns asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claimtrack.formats import Table
from claimtrack.text.wording import counted
from claimtrack.views.items import article_item, claim_item, party_item, source_item

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Claim
    from claimtrack.views import What

SCHEMA = "claimtrack/list/1"

COLUMNS: dict[What, tuple[str, ...]] = {
    "claims": ("id", "text", "sourcing", "independent", "verdict"),
    "sources": ("id", "kind", "title", "party", "published", "claims"),
    "parties": ("id", "name", "kind", "of", "sources", "claims"),
    "articles": ("id", "title", "party", "published", "claims", "sourcing"),
}
"""The columns of each table unless others are asked for."""

KNOWN: dict[What, tuple[str, ...]] = {
    "claims": (
        *("id", "article", "text", "quote", "type", "claimant", "sourcing", "credibility", "independent"),
        *("origins", "verdict", "checked", "tags", "file", "line"),
    ),
    "sources": (
        *("id", "kind", "title", "party", "author", "published", "url", "status", "identity", "reliability"),
        *("own_reporting", "derived_from", "claims", "file", "line"),
    ),
    "parties": ("id", "name", "kind", "of", "identity", "aliases", "sources", "claims", "file", "line"),
    "articles": ("id", "title", "party", "published", "claims", "sourcing", "file", "line"),
}
"""All columns that there are: the fields of an item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which claims to list; an empty filter lets all through, of several values any will do."""

    sourcing: tuple[str, ...] = ()
    verdict: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    unchecked: bool = False
    search: str | None = None
    """Words that have to stand, in any case, somewhere in the record."""

    def let_through(self, ledger: Ledger, claim: Claim) -> bool:
        """Tell whether a claim is wanted."""
        parties = {claim.claimant, *claim.about}
        return (
            _any(self.sourcing, {ledger.sourcing(claim).level} if self.sourcing else set())
            and _any(self.verdict, {claim.label or "none"})
            and _any(self.type, {claim.type or "none"})
            and _any(self.article, {claim.article})
            and _any(self.source, {citation.source for citation in claim.sources})
            and _any(self.party, parties)
            and _any(self.tag, set(claim.tags))
            and not (self.unchecked and any(check.digest for check in claim.checks))
        )


class UnknownColumnError(Exception):
    """A column or filter that the table does not have; the message names those that it has."""


def listing(
    ledger: Ledger, what: What, filters: Filters, *, sort: str | None = None, columns: Sequence[str] = ()
) -> Table:
    """Return the table of one kind of record.

    In: the ledger, the kind, the filters (for claims; `search` for all), a column to sort by
    and the columns to show. Out: rows in file order, or sorted. Raises UnknownColumnError.
    """
    if what != "claims" and replace(filters, search=None) != Filters():
        raise UnknownColumnError(f"{what} can be filtered by `--search` alone; the other filters are for claims.")
    chosen = tuple(columns) or COLUMNS[what]
    for column in (*chosen, *([sort.removeprefix("-")] if sort else [])):
        if column not in KNOWN[what]:
            raise UnknownColumnError(f"`{column}` is no column of {what}; there are {', '.join(KNOWN[what])}.")
    items = [item for item in _items(ledger, what, filters) if _has_words(item, filters.search)]
    if sort:
        items = _sorted(items, sort.removeprefix("-"), backwards=sort.startswith("-"))
    rows = tuple(tuple(_cell(item[column]) for column in chosen) for item in items)
    singular = {"parties": "party"}.get(what, what[:-1])
    return Table(
        title=counted(len(items), singular, what), columns=chosen, rows=rows, items=tuple(items), schema=SCHEMA
    )


def _items(ledger: Ledger, what: What, filters: Filters) -> list[dict[str, Any]]:
    if what == "claims":
        return [claim_item(ledger, claim) for claim in ledger.claims if filters.let_through(ledger, claim)]
    if what == "articles":
        articles = set(ledger.articles)
        return [article_item(ledger, source) for source in ledger.sources if source.id in articles]
    if what == "sources":
        return [source_item(ledger, source) for source in ledger.sources]
    return [party_item(ledger, party) for party in ledger.parties]


def _any(wanted: Sequence[str], given: set[Any]) -> bool:
    return not wanted or not given.isdisjoint(wanted)


def _has_words(item: Mapping[str, Any], search: str | None) -> bool:
    if not search:
        return True
    words = search.casefold()
    return any(words in text.casefold() for value in item.values() for text in _texts(value))


def _texts(value: Any) -> list[str]:  # noqa: ANN401  (any value of an item)
    if isinstance(value, str):
        return [value]
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _sorted(items: list[dict[str, Any]], key: str, *, backwards: bool) -> list[dict[str, Any]]:
    """Sort items, numbers as numbers; what has nothing there comes last, whichever way."""
    there = [item for item in items if item[key] is not None]
    there.sort(key=lambda item: item[key] if isinstance(item[key], int) else _cell(item[key]), reverse=backwards)
    return [*there, *(item for item in items if item[key] is None)]


def _cell(value: Any) -> str:  # noqa: ANN401  (likewise)
    words: Callable[[Any], str] = str
    if value is None:
        return ""
    if isinstance(value, dict):
        return ", ".join(f"{number} {name}" for name, number in value.items())
    if isinstance(value, list):
        return ", ".join(_cell(item["sources"]) if isinstance(item, dict) else words(item) for item in value)
    return words(value)
