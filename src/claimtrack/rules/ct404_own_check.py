"""A check by somebody who wrote the story.

What
----
Checks whose `by` is an author of the article. Names are compared without regard to case, and a
party's id, name and aliases stand for the same person. Several authors in one `author` are told
apart at commas and "and".

Why
---
Whoever wrote a sentence reads what it was meant to say. A check is worth its name when somebody
else makes it.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Six board members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}
        checks:
          - {by: ana-ruiz, date: 2026-03-13}  # <- CT404

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Six board members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}
        checks:
          - {by: ben, date: 2026-03-13}

Fix
---
Have somebody check the claim who did not report or edit the story.

Source
------
Bureau of Investigative Journalism, on fact-checking: the checker did not report or edit the
story.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "warning"

_BETWEEN_AUTHORS = re.compile(r"\s*(?:[;&]|,? and )\s*")


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield checks signed by an author of the article, under any of their recorded names."""
    people = _people(ledger)
    # A desk has few bylines and fewer checkers.
    authors = cache(lambda line: _identities(_authors(line), people))
    signer = cache(lambda name: _identities([name], people))
    for claim in ledger.claims:
        article = ledger.source_by_id.get(claim.article)
        if not claim.checks or not article or not article.author:
            continue
        for place, check_ in enumerate(claim.checks):
            if not authors(article.author).isdisjoint(signer(check_.by)):
                yield Problem(
                    record=claim,
                    at=("checks", place, "by"),
                    message=f"{check_.by} checked this and wrote {article.id}",
                    hint="Have somebody check it who did not report or edit the story.",
                )


def _authors(line: str) -> list[str]:
    """Return the names in a byline, and the line as a whole: `Ruiz, Ana` is one name, not two."""
    names = [line, *_BETWEEN_AUTHORS.split(line)]
    between_commas = [name.strip() for part in names[1:] for name in part.split(",")]
    return names + (between_commas if all(" " in name for name in between_commas) else [])


def _identities(names: Iterable[str], people: Mapping[str, AbstractSet[tuple[str, str]]]) -> frozenset[object]:
    """Return names as they compare, and the parties that they can mean."""
    folded = {_folded(name) for name in names}
    return frozenset((*folded, *(party for name in folded for party in people.get(name, ()))))


def _people(ledger: Ledger) -> dict[str, set[tuple[str, str]]]:
    """Return the parties that each name, alias or id can mean."""
    found: dict[str, set[tuple[str, str]]] = {}
    for party in ledger.parties:
        for name in (party.id, party.name, *party.aliases):
            found.setdefault(_folded(name), set()).add(("party", party.id))
    return found


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
