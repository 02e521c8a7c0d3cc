"""Prose that an unquoted ` #` cuts short."""

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
    ["text", "quote", "exact", "prefix", "suffix", "cue", "says", "gloss", "title", "name", "aliases", "note", "why", "got", "author", "by", "role", "at"]
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
