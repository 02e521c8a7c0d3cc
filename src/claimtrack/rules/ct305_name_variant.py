"""A party that is spelled otherwise than its record has it.

What
----
Passages, cues and titles of sources that spell a party in a way that is none of its names: the
same but for capitals, spaces and hyphens ("Tik Tok" for TikTok), or but for one word in a name of
three or more ("Chinese Community Party"). The first or last word of a name must be like the one it
stands for, or else the New York Times would be a variant of the New York Post; a name of two words
counts where one of them has a slip ("Ana Ruis"). Headlines in capitals, possessives and common
nouns ("the post") are no variants. Parties that are unnamed or confidential have descriptions for
names, and are not looked for.

Why
---
A name is the first thing that readers know better. A department or party that does not exist is
often the trace of a translation, and shows where the words come from.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    parties:
      - {id: works, name: Roads and Harbours Department, kind: organisation}
    claims:
      - id: works-agreed
        text: The department for roads and harbours agreed.
        quote: the Roads and Ports Department agreed to the sale  # <- CT305
        sources:
          - source: board-minutes
            at: page 1
            cue: the HarbourBoard says  # <- CT305

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    parties:
      - {id: works, name: Roads and Harbours Department, kind: organisation, aliases: [Roads and Ports Department]}
    claims:
      - id: works-agreed
        text: The department for roads and harbours agreed.
        quote: the Roads and Ports Department agreed to the sale
        sources:
          - source: board-minutes
            at: page 1
            cue: the Harbour Board's minutes say

Fix
---
Have the story use the party's own spelling. If both are in use, record the other under `aliases`;
if it is somebody else, record that party.

Source
------
GMM editorial wiki and Investigate Midwest: names and their spelling are among the things to watch.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.model.records import Source
from claimtrack.text.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.place import Path
    from claimtrack.model.records import Claim
    from claimtrack.model.settings import Settings

SEVERITY = "warning"
_KEPT = 1_024
"""How many words of credit are remembered."""


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield each spelling once a record, at the first place that has it."""
    parties = [party for party in ledger.party_by_id.values() if party.identity == "named"]
    names = Names([name for party in parties for name in (party.name, *party.aliases)])
    # A newsroom credits the same few in the same words, over and over.
    in_credit = lru_cache(_KEPT)(names.variants_in)
    records: list[Source | Claim] = [*ledger.sources, *ledger.claims]
    for record in records:
        seen = set()
        for at, text in _texts(record):
            for variant in in_credit(text) if at[-1] == "cue" else names.variants_in(text):
                if variant.spelled in seen:
                    continue
                seen.add(variant.spelled)
                yield Problem(
                    record=record,
                    at=at,
                    message=f"spells “{variant.spelled}” what is recorded as “{variant.name}”",
                    hint="Correct the spelling, record it under the party's `aliases`, or record the other party.",
                )


def _texts(record: Source | Claim) -> Iterator[tuple[Path, str]]:
    if isinstance(record, Source):
        if record.title:
            yield ("title",), record.title
        return
    if record.quote:
        yield ("quote", "exact"), record.quote.exact
    for place, citation in enumerate(record.sources):
        if citation.cue:
            yield ("sources", place, "cue"), citation.cue
