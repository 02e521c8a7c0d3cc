"""A date that depends on when it is read.

What
----
Passages with words such as "yesterday", "last year" or "that same month" whose claim has no
`when`; and claims whose `when` does not fit these words, counted from the date of the article.
Words inside a quotation count from the day on which they were spoken, and words such as "a week
later" from another date in the text: they need a `when`, and nothing is counted. A date
that the passage says in full, and that cannot be `when`, is told too. English only.

Why
---
"Last year" names another year when it is copied into a later story, and nobody sees it change.
Only a calendar date can be held against the record.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: offer
        text: The first offer was made in 2025.
        quote: the first offer came last year  # <- CT303
        sources:
          - {source: board-minutes, at: page 1}
      - id: vote
        text: The board voted in January 2026.
        quote: the board voted last month
        when: 2026-01  # <- CT303
        sources:
          - {source: board-minutes, at: page 4}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: offer
        text: The first offer was made in 2025.
        quote: the first offer came last year
        when: 2025
        sources:
          - {source: board-minutes, at: page 1}
      - id: vote
        text: The board voted in February 2026.
        quote: the board voted last month
        when: 2026-02-11
        sources:
          - {source: board-minutes, at: page 4}

Fix
---
Record the date as `when`, as the record shows it. Where it does not fit the words, correct the
one that is wrong, or have the story say the date.

Source
------
GMM editorial wiki and Investigate Midwest: dates are among the things to watch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.absolute_dates import absolute_dates
from claimtrack.text.relative_dates import relative_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Claim
    from claimtrack.model.settings import Settings
    from claimtrack.text.relative_dates import RelativeDate

SEVERITY = "warning"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield passages with a relative date that no `when` settles, or that `when` contradicts."""
    for claim in ledger.claims:
        if claim.quote is None:
            continue
        found = relative_dates(claim.quote.exact, speech=claim.type == "quote")
        if found and claim.when is None:
            words = " and ".join(f"“{date.words}”" for date in found)
            yield Problem(
                record=claim,
                at=("quote",),
                message=f"says {words}, and no `when` says which date that is",
                hint="Record the date as `when:`, as the record shows it.",
            )
        elif misfit := _misfit(ledger, claim, found) or _other_date(claim, claim.quote.exact):
            yield misfit


def _other_date(claim: Claim, passage: str) -> Problem | None:
    """Find a passage that says dates in full, none of which can be the recorded one."""
    when = claim.when
    said = absolute_dates(passage) if when and claim.type != "quote" else []
    if not when or not said or not all(date.excludes(when) for _, date in said):
        return None
    words = " and ".join(f"“{words}”" for words, _ in said)
    return Problem(
        record=claim,
        at=("when",),
        message=f"the passage says {words}; `when` is {when}",
        hint="Correct `when`; if the article has the date wrong, say so in the verdict and waive this.",
    )


def _misfit(ledger: Ledger, claim: Claim, found: list[RelativeDate]) -> Problem | None:
    if not found:
        return None
    article = ledger.source_by_id.get(claim.article)
    if claim.when is None or article is None or article.published is None:
        return None
    counted = [(date, date.counted_from(article.published)) for date in found]
    known = [(date, spans) for date, spans in counted if spans]
    if not known or any(not span.excludes(claim.when) for _, spans in known for span in spans):
        return None
    date, spans = known[0]
    return Problem(
        record=claim,
        at=("when",),
        message=f"“{date.words}” in an article of {article.published} is {spans[0]}; `when` is {claim.when}",
        hint="Correct `when`, or have the story say the date.",
    )
