"""Words too few to be found again.

What
----
A claim's `quote`, or a citation's, of one or two words without `prefix`, `suffix` or `at` (for a
citation's quote, the `at` of the citation will do). In scripts without blanks two characters count
as a word. A cue may be short.

Why
---
Two words stand in many texts by chance. That they are found in a source says little, and after
the next edit of an article they are found in some other sentence.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: secret
        text: The sale was kept secret for a month.
        quote: kept secret  # <- CT209
        sources:
          - {source: board-minutes, quote: not public}  # <- CT209

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: secret
        text: The sale was kept secret for a month.
        quote: kept secret for a month
        sources:
          - {source: board-minutes, quote: not public, at: page 4}

Fix
---
Quote more words, or pin the few down with `prefix`, `suffix` or `at`.

Source
------
W3C Web Annotation, TextQuoteSelector: how words pin a place in a text down. factual.work, quality
annotations: no page numbers and no times cost hours for one fact.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.normalise import normalise
from claimtrack.text.passages import passages
from claimtrack.text.wording import brief
from claimtrack.text.words import word_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "warning"

_ENOUGH = 3
"""Words; two occur by chance."""
_PLAINLY_ENOUGH = re.compile(r"[A-Za-z] [A-Za-z]+ [A-Za-z]")


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield passages and quotes of one or two words that nothing else pins down."""
    for passage in ledger.once(passages).all:
        quote = passage.quote
        pinned = quote.prefix or quote.suffix or quote.at
        if passage.role != "cue" and not pinned and _is_short(quote.exact):
            yield Problem(
                record=passage.claim,
                at=passage.at,
                message=f"“{brief(quote.exact)}” is too short to be found again in {passage.source}",
                hint="Quote more words, or add `prefix:`, `suffix:` or `at:`.",
            )


def _is_short(exact: str) -> bool:
    """Tell whether a quote has too few words; most have three in a row, and need no counting."""
    return not _PLAINLY_ENOUGH.search(exact) and word_count(normalise(exact).text) < _ENOUGH
