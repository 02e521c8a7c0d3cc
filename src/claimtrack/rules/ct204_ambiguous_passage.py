"""Words that occur more than once where they may.

What
----
A claim's `quote`, or a citation's, whose words stand more than once in the text, or in the place
that `at` names, with neighbours that fit `prefix` and `suffix`. A cue may recur: credit is given
again and again. Where the text is not here nothing is looked up.

Why
---
Two sentences with the same words may say different things. Which of them was checked nobody can
tell, nor whether the check still holds after one of them was edited.

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
          sha256: 86ab608708a0b6389fc62b046e4890ad2ee5dfacac51c54d97cc8e80af03ddf4
    claims:
      - id: secret
        text: The port was sold in secret.
        quote: the port was sold in secret  # <- CT204
        sources:
          - {source: board-minutes, at: page 4}

    # file: claims/snapshots/port-sale.txt
    Port sold

    The port was sold in secret.

    It is said that the port was sold in secret to spare its workers.

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
          sha256: 86ab608708a0b6389fc62b046e4890ad2ee5dfacac51c54d97cc8e80af03ddf4
    claims:
      - id: secret
        text: The port was sold in secret.
        quote: {exact: the port was sold in secret, at: para 1}
        sources:
          - {source: board-minutes, at: page 4}
      - id: spared
        text: The secrecy was to spare the workers.
        quote: {exact: the port was sold in secret, suffix: to spare its workers}
        sources:
          - {source: board-minutes, at: page 5}

    # file: claims/snapshots/port-sale.txt
    Port sold

    The port was sold in secret.

    It is said that the port was sold in secret to spare its workers.

Fix
---
Quote more words, add the words before (`prefix`) or behind (`suffix`), or say in `at` which
paragraph, page or line is meant.

Source
------
W3C Web Annotation, TextQuoteSelector: prefix and suffix tell apart what occurs more than once.
Knight Science Journalism, fact-checking handbook: the annotated copy ties every fact to its
source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.passages import passages
from claimtrack.text.wording import brief, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "warning"
NEEDS_TEXTS = True


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield passages and quotes that stand in several places of their text."""
    looked_up = ledger.once(passages)
    for passage in looked_up.all:
        resolution = passage.resolution
        if passage.role == "cue" or not resolution or resolution.kind != "ambiguous":
            continue
        places = looked_up.places(passage)
        count = len(resolution.matches)
        yield Problem(
            record=passage.claim,
            at=passage.at,
            message=f"“{brief(passage.quote.exact)}” stands {count} times in {passage.source} ({listed(places)})",
            hint="Say which with `prefix:`, `suffix:` or `at:`, or quote more words.",
        )
