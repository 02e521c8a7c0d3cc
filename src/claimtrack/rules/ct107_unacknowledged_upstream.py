"""An article that leaves out where it has its story from.

What
----
Derivations with `acknowledged: false` on a source that is the article of some claim. Also where
the record says so and a `cue` under one of its claims quotes the very words of credit.

Why
---
Readers take what is not credited for the writer's own reporting, and so does the next outlet.

Bad
---
    # file: claims/x.yaml
    article: pier-story
    sources:
      - id: pier-story
        kind: article
        title: The pier goes too
        derived_from:
          - {source: evening-post-story, acknowledged: false}  # <- CT107
    claims:
      - id: pier-sold
        text: The pier is part of the sale.
        sources:
          - {source: evening-post-story, at: para 3}

Good
----
    # file: claims/x.yaml
    article: pier-story
    sources:
      - id: pier-story
        kind: article
        title: The pier goes too
        derived_from: [evening-post-story]
    claims:
      - id: pier-sold
        text: The pier is part of the sale.
        sources:
          - {source: evening-post-story, cue: the Evening Post reported, at: para 3}

Fix
---
Add the credit to the story, and its words to the citation as `cue:`. Then take
`acknowledged: false` out.

Source
------
Associated Press: attribute facts that you did not gather.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "warning"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield the unacknowledged derivations of every article of a claim."""
    for source in ledger.sources:
        claims = ledger.claims_by_article.get(source.id)
        if not claims or all(derivation.acknowledged for derivation in source.derived_from):
            continue
        credited = {
            citation.source: (claim, place)
            for claim in reversed(claims)
            for place, citation in enumerate(claim.sources)
            if citation.cue
        }
        for place, derivation in enumerate(source.derived_from):
            if derivation.acknowledged:
                continue
            at = ("derived_from", place, "source")
            upstream, relation = derivation.source, derivation.relation
            if upstream in credited:
                claim, citation = credited[upstream]
                where = claim.marks.place(("sources", citation, "cue"))
                yield Problem(
                    record=source,
                    at=at,
                    message=f"does not acknowledge {upstream}, says the record, and credits it in {claim.key}",
                    hint="Take `acknowledged: false` out, or the `cue`.",
                    related=(Related(where, "the credit"),),
                )
            else:
                yield Problem(
                    record=source,
                    at=at,
                    message=f"leaves out {upstream}, from which it is {relation}",
                    hint=f"Add the credit to the story, or waive this on {source.id} with the reason.",
                )
