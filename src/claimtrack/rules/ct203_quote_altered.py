"""Quoted words that are not those of the source that they come from.

What
----
Words in quotation marks that differ from the words of a cited source upstream of the article.
The words of each source on the way are compared, and the first hop on which they changed is named.
Counted as quoted are the words inside marks in the passage, or those of a passage that stands
inside marks in the article, or the whole passage of a claim of `type: quote`. Quotation marks of
another style, the initial capital, closing punctuation, `[…]` and `…` change nothing, and nor does
quoting less. A quote in another language is compared by its `gloss`. A quote that has less than
half of the words is of something else.

Why
---
What stands between quotation marks is read as what was said, word for word. On the way through
several hands, and through a translation and back, it becomes something that nobody said.

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
      - id: all-seen
        text: A member said that the board watches the whole harbour.
        quote: said that “everything is visible from the tower”  # <- CT203
        type: quote
        sources:
          - {source: evening-post-story, quote: "Everything is seen from the tower"}

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
      - id: all-seen
        text: A member said that the board watches the whole harbour.
        quote: said that “everything is seen from the tower”
        type: quote
        sources:
          - {source: evening-post-story, quote: "Everything is seen from the tower"}

Fix
---
Go back to the first source that has the words and quote these. Where its words cannot be had, take
the quotation marks out and say it in other words.

Source
------
Associated Press: never alter quotations, not even to correct grammar or word usage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem, Related
from claimtrack.text.diff import render_changes
from claimtrack.text.drift import drift
from claimtrack.text.wording import brief, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings
    from claimtrack.text.drift import Alteration

SEVERITY = "warning"
NEEDS_TEXTS = True


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield, for each claim, the earliest hops on which its quoted words changed."""
    found = ledger.once(drift)
    for claim in ledger.claims:
        for altered in found.alterations(claim):
            where = claim.marks.place(("sources", altered.citation, "quote"))
            yield Problem(
                record=claim,
                at=("quote",),
                message=f"the quoted words changed {_where(altered)}: {render_changes(altered.changes)}",
                hint=f"Quote the words of {altered.upstream}, or take the quotation marks out.",
                related=(Related(where, f"{altered.upstream} has “{brief(altered.quote)}”"),),
            )


def _where(altered: Alteration) -> str:
    """Name the hop."""
    way = f", by way of {listed(altered.between)}" if altered.between else ""
    translated = ", in translation" if altered.translated else ""
    return f"between {altered.upstream} and {altered.source}{way}{translated}"
