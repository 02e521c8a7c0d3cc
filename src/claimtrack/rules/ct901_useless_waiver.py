"""A waiver that waives nothing, or whose time is over.

What
----
Waivers of a rule that has nothing to say on the record, judged only where that rule ran; and
waivers past their `until`. The last day is included, and so is the whole month or year where
`until` gives no day.

Why
---
A waiver is an exception that somebody had a reason for. One that is left behind hides the next
finding of the rule, for which nobody has given a reason.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Six board members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}
        waivers:
          - {rule: CT105, why: The minutes are the only record.}  # <- CT901
          - {rule: CT208, why: The text is not final., until: 2026-03-14}  # <- CT901

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Six board members voted to sell.
        quote: six members voted for the sale
        sources:
          - {source: board-minutes, at: page 4}

Fix
---
Take a waiver out that waives nothing. Mend what an ended one waived, or renew it with a reason.

Source
------
House rules differ: the Knight Science Journalism handbook asks for three secondary sources where
the GMM editorial wiki accepts two reports. A waiver writes down where a desk decides otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.edtf import of_day
from claimtrack.model.findings import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Claim, Record, Source, Waiver

SEVERITY = "warning"


def judge(ledger: Ledger, used: AbstractSet[tuple[int, str]], ran: AbstractSet[str]) -> Iterator[Problem]:
    """Yield waivers that are past their end, or that had nothing to waive.

    In: the ledger, the waivers that met a finding (the `id()` of a record and a code), and the codes
    of the rules that ran with all they need.
    """
    for record, place, waiver in waivers(ledger):
        if waiver.until and expired(ledger, waiver):
            yield Problem(
                record=record,
                at=("waivers", place, "until"),
                message=f"the waiver of {waiver.rule} ended with {waiver.until}",
                hint="Mend what it waived, or renew it with a reason.",
            )
        elif waiver.rule in ran and (id(record), waiver.rule) not in used:
            yield Problem(
                record=record,
                at=("waivers", place, "rule"),
                message=f"the waiver of {waiver.rule} has nothing to waive",
                hint="Take it out: the record has been mended.",
            )


def waivers(ledger: Ledger) -> Iterator[tuple[Record, int, Waiver]]:
    """Yield every waiver with its record and its place in the record's list, from 0."""
    holders: tuple[Source | Claim, ...] = (*ledger.sources, *ledger.claims)
    for record in holders:
        for place, waiver in enumerate(record.waivers):
            yield record, place, waiver


def expired(ledger: Ledger, waiver: Waiver) -> bool:
    """Tell whether today is certainly past the waiver's last day."""
    return waiver.until is not None and of_day(ledger.today).after(waiver.until)
