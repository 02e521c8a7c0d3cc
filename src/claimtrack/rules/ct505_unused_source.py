"""A source that nothing refers to.

What
----
Sources that no citation, no derivation, no `upstream` and no article names. While a file cannot
be read, nothing is said: it may name them all.

Why
---
A source on the list that stands under no claim was either found to be useless, or bears on a
claim and was forgotten there. The reader of the list cannot tell which.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - id: land-register  # <- CT505
        kind: document
        title: Land register, harbour district
    claims:
      - id: six-votes
        text: Six board members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}
          - {source: evening-post-story, quote: six members voted for the sale}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - id: land-register
        kind: document
        title: Land register, harbour district
    claims:
      - id: six-votes
        text: Six board members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}
          - {source: evening-post-story, quote: six members voted for the sale}
      - id: new-owner
        text: The harbour has a new owner.
        sources:
          - {source: land-register, at: page 1}

Fix
---
Cite the source under the claim that it bears on, or take it out.

Source
------
Knight Science Journalism, fact-checking handbook: the annotated copy ties every fact to its
source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.model.records import Claim, Source
from claimtrack.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "info"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield sources that no citation, derivation, upstream or article names."""
    if ledger.records.unread:
        return  # What could not be read may name them all.
    named = {article.id for article in ledger.records.articles}
    for record in ledger.everything:
        if isinstance(record, Source):
            named.update(derivation.source for derivation in record.derived_from)
        elif isinstance(record, Claim):
            named.add(record.article)
            for citation in record.sources:
                named.add(citation.source)
                named.update(citation.upstream or ())
    # What a name that leads nowhere most likely means is meant: CT005 has told of it.
    known = ledger.source_ids
    meant = {nearest(name, known) for name in named if name not in known}
    for source in ledger.sources:
        if source.id not in named and source.id not in meant:
            yield Problem(
                record=source,
                message="no claim cites it, nothing derives from it, and it is no article of a claim",
                hint="Cite it under the claim that it bears on, or take it out.",
            )
