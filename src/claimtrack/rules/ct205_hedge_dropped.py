"""A passage that states bare what a source upstream holds at arm's length.

What
----
Passages of an article that leave out a hedge (reportedly, allegedly, purportedly, suggests,
appears to, may, could) which a cited source upstream of the article puts on this very assertion.
A hedge of any kind in the passage, or around it in its sentence, is enough to keep it. Words of
the house are added by the setting `hedges`. Where a source nearer the origin states it bare too,
the message says so: the hedge is then a retelling's own.

Why
---
“Purportedly said” is a report that somebody said it; “said” is a fact. The hedge is what a
reporter knew about how far the source can be trusted, and it is the first thing that gets lost.

Bad
---
    # file: claims/x.yaml
    article: pier-story
    sources:
      - id: pier-story
        kind: article
        title: The pier goes too
        derived_from: [evening-post-story]
    claims:
      - id: bribes
        text: The board took bribes.
        quote: the board took bribes  # <- CT205
        sources:
          - {source: evening-post-story, quote: the board allegedly took bribes}

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
      - id: bribes
        text: The board took bribes.
        quote: the board is said to have taken bribes
        sources:
          - {source: evening-post-story, quote: the board allegedly took bribes}

Fix
---
Put the hedge back, or find a source that knows it and cite that one.

Source
------
Associated Press: “allegedly” and its like show that something is not treated as fact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem, Related
from claimtrack.text.drift import drift
from claimtrack.text.wording import brief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

_MARKS = '"“”„«»'

SEVERITY = "warning"
NEEDS_TEXTS = True


def check(ledger: Ledger, settings: Settings) -> Iterator[Problem]:
    """Yield claims whose passage has lost a hedge."""
    found = ledger.once(drift)
    for claim in ledger.claims:
        dropped = found.dropped(claim, settings.hedges)
        if dropped is None or claim.quote is None:
            continue
        hint = f"Put “{dropped.hedge}” back, or cite a source that knows it."
        passage = brief(claim.quote.exact.strip(_MARKS))
        message = f"“{passage}” is stated bare; {dropped.upstream} hedges it with “{dropped.hedge}”"
        if dropped.bare:
            message += f", though {dropped.bare}, nearer the origin, states it bare too"
            hint = f"Put “{dropped.hedge}” back, or say how {dropped.bare} knows it."
        where = claim.marks.place(("sources", dropped.citation, "quote"))
        yield Problem(
            record=claim,
            at=("quote",),
            message=message,
            hint=hint,
            related=(Related(where, f"the hedge of {dropped.upstream}"),),
        )
