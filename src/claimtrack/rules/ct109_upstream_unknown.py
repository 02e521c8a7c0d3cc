"""A cited report that says neither where it has this from nor that it found it out itself.

What
----
Articles, posts and books that a claim cites and that have neither `derived_from:` nor
`own_reporting: true`. A citation that says it for its own fact, with `upstream:`, is fine. The
article itself is not meant where its own claims cite it.

Why
---
Whether two reports are two sources depends on where each has it from. As long as nobody knows,
all such reports under a claim count as one.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - {id: port-news, kind: article, title: Port is sold}  # <- CT109
    claims:
      - id: secret
        text: The sale was kept secret.
        sources:
          - {source: port-news, at: para 2}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    sources:
      - {id: port-news, kind: article, title: Port is sold, derived_from: [evening-post-story]}
    claims:
      - id: secret
        text: The sale was kept secret.
        sources:
          - {source: port-news, at: para 2}

Fix
---
Read how the report credits its facts. Record `derived_from:` where it has them from somebody,
`own_reporting: true` where it found them out, or `upstream:` on the citation for this fact alone.

Source
------
Knight Science Journalism, fact-checking handbook: a source is primary or secondary for this fact;
secondary ones count with reporting of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.model.origins import RETELLING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "info"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield the articles, posts and books that are cited and whose upstream nobody recorded."""
    cited = {
        citation.source
        for claim in ledger.claims
        for citation in claim.sources
        if citation.upstream is None and citation.source != claim.article
    }
    for source in ledger.sources:
        if source.id in cited and source.kind in RETELLING and not source.derived_from and not source.own_reporting:
            yield Problem(
                record=source,
                message=f"the {source.kind} says neither where it has its facts from nor that it found them out",
                hint="Record `derived_from:`, or `own_reporting: true`.",
            )
