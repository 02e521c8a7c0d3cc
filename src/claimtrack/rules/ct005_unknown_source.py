"""A citation, derivation or article that names no recorded source.

What
----
Ids of sources that lead nowhere: under a claim's `sources:`, in the `upstream:` of a citation,
under a source's `derived_from:`, and as the `article:` of a claim or of a file. The nearest known
id is suggested. Such a claim is not called unsourced as well. While a record file cannot be read,
these findings are withheld, because the source may be in it.

Why
---
A source that cannot be looked up answers nothing. Most often the id is misspelt, and the claim
loses a source that it has.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Six members voted to sell.
        sources:
          - {source: board-minute, at: page 4}  # <- CT005

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Six members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}

Fix
---
Correct the id, or record the source under `sources:`.

Source
------
International Fact-Checking Network, commitments: sources in enough detail that a reader can
repeat the check. Knight Science Journalism, fact-checking handbook: every fact is tied to its
source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.place import Path
    from claimtrack.model.records import Claim, Source
    from claimtrack.model.settings import Settings

SEVERITY = "error"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield every name of a source that leads nowhere; a file's own `article` once a file."""
    known = ledger.source_ids
    hints: dict[str, str] = {}

    def hint(name: str) -> str:
        if name not in hints:
            hints[name] = did_you_mean(name, known, f"Record `{name}` under `sources:`, or correct the id.")
        return hints[name]

    for article in ledger.records.articles:
        if article.id not in known:
            message = f"the article of this file is `{article.id}`, which is no recorded source"
            yield Problem(record=None, place=article.place, article=article.id, message=message, hint=hint(article.id))
    for record, name, at, role in _named(ledger):
        if name not in known:
            message = f"{role} `{name}`, which is no recorded source"
            yield Problem(record=record, at=at, message=message, hint=hint(name))


def _named(ledger: Ledger) -> Iterator[tuple[Source | Claim, str, Path, str]]:
    """Yield every name of a source with its record, its place and what it is there for."""
    of_files = {article.id for article in ledger.records.articles}
    for source in ledger.sources:
        for place, derivation in enumerate(source.derived_from):
            yield source, derivation.source, ("derived_from", place, "source"), "derives from"
    for claim in ledger.claims:
        if claim.article not in of_files:
            yield claim, claim.article, ("article",), "appears in"
        for place, citation in enumerate(claim.sources):
            # Where the article itself is unknown, that has been told.
            if citation.source != claim.article:
                yield claim, citation.source, ("sources", place, "source"), "cites"
            for step, upstream in enumerate(citation.upstream or ()):
                at = ("sources", place, "upstream", step)
                yield claim, upstream, at, "cites a source that has this from"
