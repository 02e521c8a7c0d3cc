"""A check by somebody who wrote the story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "warning"

_BETWEEN_AUTHORS = re.compile(r"\s*(?:[,;&]|\band\b)\s*")


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield checks signed by an author of the article, under any of their recorded names."""
    people = _people(ledger)
    for claim in ledger.claims:
        article = ledger.source_by_id.get(claim.article)
        if not claim.checks or not article or not article.author:
            continue
        names = {_folded(name) for name in (article.author, *_BETWEEN_AUTHORS.split(article.author)) if name}
        authors: set[object] = {*names, *(party for name in names for party in people.get(name, ()))}
        for place, check_ in enumerate(claim.checks):
            name = _folded(check_.by)
            if not authors.isdisjoint({name, *people.get(name, ())}):
                yield Problem(
                    record=claim,
                    at=("checks", place, "by"),
                    message=f"{check_.by} checked this and wrote {article.id}",
                    hint="Have somebody check it who did not report or edit the story.",
                )


def _people(ledger: Ledger) -> dict[str, set[tuple[str, str]]]:
    """Return the parties that each name, alias or id can mean."""
    found: dict[str, set[tuple[str, str]]] = {}
    for party in ledger.parties:
        for name in (party.id, party.name, *party.aliases):
            found.setdefault(_folded(name), set()).add(("party", party.id))
    return found


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
