"""A sentence of the article that nobody has made a claim of.

What
----
Sentences with a figure, a date or a quotation that lies in no claim's passage and no cue. A name
counts only in a sentence that no passage touches. What is `set_aside` needs no claim. An article
whose text is not here is not checked, and nothing is said while a record file cannot be read.

Why
---
A check is as good as what it leaves out. On paper every word of the story is underlined once it
has been checked, and what stays bare is what nobody has looked at.

Bad
---
    # file: claims/x.yaml
    article: harbour-story
    sources:
      - id: harbour-story
        kind: article
        title: Harbour sold in secret
        party: daily-ledger
        snapshot:
          file: harbour-story.txt  # <- CT601
          sha256: 4941a407d953465fed1d88cb36c58e90514217b2600de6b72c1ca036e5959097
    claims:
      - id: six-votes
        text: Six of nine board members voted to sell.
        quote: Six of the nine members voted for the sale
        sources: [{source: board-minutes, at: page 4}]

    # file: claims/snapshots/harbour-story.txt
    Six of the nine members voted for the sale. The price was 14 million.

Good
----
    # file: claims/x.yaml
    article: harbour-story
    sources:
      - id: harbour-story
        kind: article
        title: Harbour sold in secret
        party: daily-ledger
        snapshot:
          file: harbour-story.txt
          sha256: 2162fa05d02d576183cc2072daa8dab1d5cf3284d5d782c25e8c583e701e39d5
        set_aside:
          - {quote: "Photo: Ana Ruiz", why: Credit of the picture.}
    claims:
      - id: six-votes
        text: Six of nine board members voted to sell.
        quote: Six of the nine members voted for the sale
        sources: [{source: board-minutes, at: page 4}]
      - id: price
        text: The price was 14 million.
        quote: The price was 14 million
        sources: [{source: board-minutes, at: page 5}]

    # file: claims/snapshots/harbour-story.txt
    Six of the nine members voted for the sale. The price was 14 million.

    Photo: Ana Ruiz

Fix
---
Record a claim whose `quote` holds the words, or widen the passage of one that asserts them. What
asserts nothing, such as a credit or an opinion, goes under the article's `set_aside` with the
reason. `claimtrack coverage --show-text` lists all such sentences with their lines.

Source
------
Knight Science Journalism, fact-checking handbook: underline every fact of the story, then cross
off each one. Der Spiegel, standards: every word is marked as checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.articles import article_coverage
from claimtrack.text.wording import brief, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "warning"
NEEDS_TEXTS = True


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield every uncovered sentence; nothing while a file is unread, which may hold the claims."""
    if ledger.records.unread:
        return
    for item in ledger.once(article_coverage):
        for sentence in item.coverage.uncovered if item.coverage else ():
            yield Problem(
                record=item.article,
                at=("snapshot", "file"),
                message=f"no claim covers “{brief(sentence.text)}”: {listed(sentence.reasons)}",
                hint="Record a claim with these words as its `quote`, or set them aside with the reason.",
            )
