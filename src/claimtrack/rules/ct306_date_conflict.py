"""A claim and its source that cannot both have the date right.

What
----
Claims whose `when` shares no day with the `when` of a citation that supports them. A month and a
day within it agree. Dates with `~` or `?` prove nothing, and a citation that refutes or only
mentions the claim may have another date.

Why
---
A source that dates the event otherwise does not bear the claim out as it stands. The slip is
often one of copying, and it is seen at once when the two dates stand side by side.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: vote
        text: The board voted on 18 February 2026.
        when: 2026-02-18
        sources:
          - {source: board-minutes, at: page 4, when: 2026-02-11}  # <- CT306

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: vote
        text: The board voted on 11 February 2026.
        when: 2026-02-11
        sources:
          - {source: board-minutes, at: page 4, when: 2026-02-11}

Fix
---
Correct the date that is wrong. If the source really has another date, record the citation with
`stance: refutes`.

Source
------
GMM editorial wiki and Investigate Midwest: dates are among the things to watch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "warning"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield supporting citations whose `when` excludes the claim's."""
    for claim in ledger.claims:
        for place, citation in enumerate(claim.sources) if claim.when else ():
            if citation.stance == "supports" and claim.when and citation.when and claim.when.excludes(citation.when):
                yield Problem(
                    record=claim,
                    at=("sources", place, "when"),
                    message=f"is dated {claim.when}, and {citation.source} under it has {citation.when}",
                    hint="Correct the date that is wrong, or record the citation as `stance: refutes`.",
                )
