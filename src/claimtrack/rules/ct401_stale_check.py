"""A check that no longer stands for what the record says.

What
----
Claims whose newest check was signed over something else than what now stands there: the claim
itself, the paragraph of the article around its passage, or a source under it. Also checks that
are older than the setting `max-check-age` (`90d`). Only the newest check of a claim decides.

Ids, tags, notes, waivers, comments, the order of keys and white space are no part of what is
signed, and neither are other paragraphs of the article. The paragraph is compared only where the
article's text is here now and was here at the signing. A check without a digest is bound to
nothing and is not looked at (CT402). A date with `~` or `?` is never too old.

Why
---
A signature under a sentence that was rewritten afterwards says that somebody checked what nobody
has checked.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Seven board members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}
        checks:
          - {by: ben, role: checker, date: 2026-03-13,
             digest: "1:7243233d81ed97bb:-:2bbe2a11b08bcf37"}  # <- CT401

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Six board members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}
        checks:
          - {by: ben, role: checker, date: 2026-03-13,
             digest: "1:7243233d81ed97bb:-:2bbe2a11b08bcf37"}

Fix
---
See what has changed with `claimtrack stale`, have the claim checked again, and have it signed
anew with `claimtrack sign`. The old check may stay: it says who checked what was there before.

Source
------
Knight Science Journalism, fact-checking handbook: text that is edited after checking began is the
worst pain of a desk; nobody can tell which facts must be checked again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.checks import checks, too_old
from claimtrack.text.wording import brief, counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings
    from claimtrack.text.checks import Standing

SEVERITY = "warning"
_HINT = "Have it checked again and sign it with `claimtrack sign`; `claimtrack stale` shows what has changed."


def check(ledger: Ledger, settings: Settings) -> Iterator[Problem]:
    """Yield claims whose newest check was over something else, or is too old."""
    max_age = settings.max_check_age
    for standing in ledger.once(checks).of.values():
        place = ("checks", standing.place)
        if not standing.good:
            yield Problem(record=standing.claim, at=(*place, "digest"), message=_message(standing), hint=_HINT)
        elif max_age is not None and too_old(standing.check, ledger.today, max_age):
            signed = f"{brief(standing.check.by)} signed this on {standing.check.date}"
            message = f"{signed}, and a check is good for {counted(max_age.days, 'day')}"
            hint = "Look again whether it still holds, and sign it with `claimtrack sign`."
            yield Problem(record=standing.claim, at=(*place, "date"), message=message, hint=hint)


def _message(standing: Standing) -> str:
    signed = f"what {brief(standing.check.by)} signed on {standing.check.date}"
    if standing.unreadable:
        return f"{signed} cannot be compared with what stands there now: {standing.unreadable}"
    return f"{signed} has changed since: {listed(standing.phrases)}"
