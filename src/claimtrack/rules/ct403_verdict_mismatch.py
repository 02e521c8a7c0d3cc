"""A verdict that the recorded sources do not carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Claim
    from claimtrack.model.settings import Settings

SEVERITY = "error"

_NEEDS = {"supported": ("supports",), "refuted": ("refutes",), "conflicting": ("supports", "refutes")}
_OTHER = {"supported": "refutes", "refuted": "supports"}
_WORD = {"supports": "supporting", "refutes": "refuting"}


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield verdicts without the citations they need, or beside others that nobody explains."""
    for claim in ledger.claims:
        if not claim.label:
            continue
        sourcing = ledger.sourcing(claim)
        seen = {claim.sources[place].stance for place in sourcing.origins}
        lacking = [_WORD[stance] for stance in _NEEDS.get(claim.label, ()) if stance not in seen]
        at = ("verdict", "label")
        if lacking:
            yield Problem(
                record=claim,
                at=at,
                message=f"the verdict is {claim.label}, and no {' and no '.join(lacking)} citation was looked at",
                hint="Record the words, the figure or the place in the source that decided it, or change the verdict.",
            )
        elif unexplained := _unexplained(claim, sourcing.counted):
            other = _OTHER[claim.label]
            yield Problem(
                record=claim,
                at=at,
                message=f"the verdict is {claim.label}, and {listed(unexplained)} {other} it without a note",
                hint="Say in the citation's `note:` why it does not change the verdict.",
            )


def _unexplained(claim: Claim, counted: tuple[int, ...]) -> list[str]:
    """Return the sources that point the other way and carry no note."""
    other = _OTHER.get(claim.label or "")
    citations = [claim.sources[place] for place in counted]
    return [citation.source for citation in citations if citation.stance == other and not citation.note]
