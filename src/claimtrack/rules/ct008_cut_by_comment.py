"""Prose that an unquoted ` #` cuts short.

What
----
Prose without quotation marks that goes on behind a blank and a `#`. YAML takes the rest for a
comment. What looks like a comment on purpose is left alone: two blanks before the `#`, or a blank
and a word behind it.

Why
---
What a person typed is not what the record holds: a quotation ends too early, and whoever signs
has not signed for the rest.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: motion
        text: The board carried motion #12 without debate.  # <- CT008
        sources:
          - {source: board-minutes, at: page 4}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: motion
        text: "The board carried motion #12 without debate."
        sources:
          - {source: board-minutes, at: page 4}

Fix
---
Put the value into quotation marks. If it is a comment, put two blanks before the `#`.

Source
------
Associated Press: never alter quotations. claimtrack's own record format, in which YAML decides
where a comment begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.wording import brief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings

SEVERITY = "warning"

_PROSE = frozenset(
    [
        "text",
        "quote",
        "exact",
        "prefix",
        "suffix",
        "cue",
        "says",
        "gloss",
        "title",
        "name",
        "aliases",
        "note",
        "why",
        "got",
        "author",
        "by",
        "role",
        "at",
    ]
)


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield every prose field that goes on behind what YAML takes for a comment."""
    for cut in ledger.records.cuts:
        field = next(part for part in reversed(cut.at) if isinstance(part, str))
        if field in _PROSE:
            yield Problem(
                record=cut.record,
                at=cut.at,
                message=f"`{field}` ends before `{brief(cut.lost, 40)}`, which YAML takes for a comment",
                hint="Put the value into quotation marks; put two blanks before a comment.",
            )
