"""A verdict that the recorded sources do not carry.

What
----
A verdict of supported without a supporting citation that somebody has looked at, of refuted
without a refuting one, of conflicting without both. A citation was looked at when it has words, a
figure, a date or a place. Also a verdict of supported or refuted beside a citation that says the
opposite, where no `note` says why it does not change the verdict.

Why
---
A verdict is a conclusion, and a reader has to be able to follow it. One without the evidence, or
silent on the evidence against it, is an opinion.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Six board members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}
          - {source: evening-post-story, stance: refutes, quote: five members voted for the sale}
        verdict: {label: supported, why: The minutes list the six by name.}  # <- CT403
      - id: secret
        text: The sale was kept secret for a month.
        sources:
          - {source: board-minutes, says: The board announced the sale the next day.}
        verdict: {label: refuted, why: The minutes contradict it.}  # <- CT403

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Six board members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}
          - {source: evening-post-story, stance: refutes, quote: five members voted for the sale,
             note: Written before the minutes were out.}
        verdict: {label: supported, why: The minutes list the six by name.}
      - id: secret
        text: The sale was kept secret for a month.
        sources:
          - {source: board-minutes, stance: refutes, says: The board announced the sale the next day.}
        verdict: {label: refuted, why: The minutes contradict it.}

Fix
---
Record what in the source decided it, with its stance. Give a `note` to each citation that points
the other way, or change the verdict.

Source
------
AVeriTeC: the four verdicts, each with a justification. Bureau of Investigative Journalism: no
evidence, no fact.
"""

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
    for claim, sourcing in ledger.sourced:
        if not claim.label:
            continue
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
