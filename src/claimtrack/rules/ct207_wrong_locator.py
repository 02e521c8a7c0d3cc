"""Words that stand elsewhere than the record says.

What
----
A claim's `quote`, or a citation's, whose words are in the text but not where `at` says: the
quote's own `at`, else the citation's. Paragraphs, pages, lines, times, sections and the headline
are looked up. Other words are free text and are not judged, nor are pages and times where the
text has no page ends and no time marks.

Why
---
A wrong page number sends the next checker through the whole source, and casts doubt on a quote
that is right. It is also what an edited article leaves behind when a paragraph has moved.

Bad
---
    # file: claims/x.yaml
    article: port-sale
    sources:
      - id: port-sale
        kind: article
        title: Port sold
        snapshot:
          file: port-sale.txt
          sha256: da80b4611cb2f10300c8c385850a9c08762733c03a645136a5e5510571214829
      - id: hearing
        kind: recording
        title: Hearing
        snapshot:
          file: hearing.txt
          sha256: 113f93c949dacd26a83f5f2ea99b1b4cfa34860a7071cd2a02c21a77ca91a8d2
    claims:
      - id: ruins
        text: The port was in ruins when it was sold.
        quote:
          exact: the port was falling apart
          at: para 1  # <- CT207
        sources:
          - source: hearing
            quote: it was falling apart
            at: t=00:00:10  # <- CT207

    # file: claims/snapshots/port-sale.txt
    Port sold

    The sale was kept secret.

    By then the port was falling apart.

    # file: claims/snapshots/hearing.txt
    [00:00:10] Why was the port sold?
    [00:12:00] That is a long story.
    [00:14:30] In short, it was falling apart.

Good
----
    # file: claims/x.yaml
    article: port-sale
    sources:
      - id: port-sale
        kind: article
        title: Port sold
        snapshot:
          file: port-sale.txt
          sha256: da80b4611cb2f10300c8c385850a9c08762733c03a645136a5e5510571214829
      - id: hearing
        kind: recording
        title: Hearing
        snapshot:
          file: hearing.txt
          sha256: 113f93c949dacd26a83f5f2ea99b1b4cfa34860a7071cd2a02c21a77ca91a8d2
    claims:
      - id: ruins
        text: The port was in ruins when it was sold.
        quote:
          exact: the port was falling apart
          at: para 2
        sources:
          - source: hearing
            quote: it was falling apart
            at: t=00:14:30

    # file: claims/snapshots/port-sale.txt
    Port sold

    The sale was kept secret.

    By then the port was falling apart.

    # file: claims/snapshots/hearing.txt
    [00:00:10] Why was the port sold?
    [00:12:00] That is a long story.
    [00:14:30] In short, it was falling apart.

Fix
---
Correct `at`. The finding says where the words stand.

Source
------
factual.work, quality annotations: no page numbers and no times cost hours for one fact.
International Fact-Checking Network, commitments: sources in enough detail that a reader can
repeat the check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.passages import passages
from claimtrack.text.wording import brief, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.place import Path
    from claimtrack.model.settings import Settings
    from claimtrack.text.passages import Passage

SEVERITY = "warning"
NEEDS_TEXTS = True


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield passages and quotes that stand in their text, and not where `at` says."""
    looked_up = ledger.once(passages)
    for passage in looked_up.all:
        if not passage.resolution or passage.resolution.kind != "elsewhere":
            continue
        places = looked_up.places(passage)
        which = f"`at: {places[0]}`" if len(places) == 1 else "the place that is meant"
        where = f"at {listed(places)} of {passage.source}"
        yield Problem(
            record=passage.claim,
            at=_locator(passage),
            message=f"“{brief(passage.quote.exact)}” stands {where}, not at {passage.quote.at}",
            hint=f"Correct the locator to {which}.",
        )


def _locator(passage: Passage) -> Path:
    """Return the way to the `at` that is wrong: the quote's own, else the citation's."""
    if passage.role == "quote":
        citation = passage.claim.sources[int(passage.at[1])]
        if citation.quote and not citation.quote.at:
            return (*passage.at[:-1], "at")
    return (*passage.at, "at")
