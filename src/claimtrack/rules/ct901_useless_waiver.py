"""A waiver that waives nothing, or whose time is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.edtf import of_day
from claimtrack.model.findings import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Record, Waiver

SEVERITY = "warning"


def judge(ledger: Ledger, used: AbstractSet[tuple[str, str]], ran: AbstractSet[str]) -> Iterator[Problem]:
    """Yield waivers that are past their end, or that had nothing to waive.

    In: the ledger, the waivers that met a finding (a record's key and a code), and the codes
    of the rules that ran with all they need.
    """
    for record, place, waiver in waivers(ledger):
        if waiver.until and expired(ledger, waiver):
            yield Problem(
                record=record,
                at=("waivers", place, "until"),
                message=f"the waiver of {waiver.rule} ended on {waiver.until}",
                hint="Mend what it waived, or renew it with a reason.",
            )
        elif waiver.rule in ran and (record.key, waiver.rule) not in used:
            yield Problem(
                record=record,
                at=("waivers", place, "rule"),
                message=f"the waiver of {waiver.rule} has nothing to waive",
                hint="Take it out: the record has been mended.",
            )


def waivers(ledger: Ledger) -> Iterator[tuple[Record, int, Waiver]]:
    """Yield every waiver with its record and its place in the record's list, from 0."""
    for record in (*ledger.sources, *ledger.claims):
        for place, waiver in enumerate(record.waivers):
            yield record, place, waiver


def expired(ledger: Ledger, waiver: Waiver) -> bool:
    """Tell whether today is certainly past the waiver's last day."""
    return waiver.until is not None and of_day(ledger.today).after(waiver.until)
