"""The table of `stale`: what must be checked again, why, and what rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.formats import Table
from claimtrack.model.graph import reach, reversed_edges, way
from claimtrack.text.checks import checks, too_old
from claimtrack.text.wording import counted
from claimtrack.views.changes import claim_changes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Claim
    from claimtrack.store.past import Past
    from claimtrack.text.checks import Standing

SCHEMA = "claimtrack/stale/1"
_COLUMNS = ("id", "why", "signed", "changes")


def stale(ledger: Ledger, max_age: timedelta | None) -> list[Standing]:
    """Return how the claims stand whose check is no longer good, in file order."""
    standings = ledger.once(checks).of.values()
    return [item for item in standings if not item.good or too_old(item.check, ledger.today, max_age)]


def stale_table(ledger: Ledger, standings: list[Standing], past: Mapping[str, Past]) -> Table:
    """Return the claims that must be checked again, and those that rest on one of them.

    In: the ledger, how the stale claims stand, and what was signed, by the full id of the claim,
    as far as it is known. Out: the rows in file order.
    """
    by_key = {standing.claim.key: standing for standing in standings}
    before = _resting(ledger, by_key)
    items, rows = [], []
    for claim in ledger.claims:
        if claim.key not in before and claim.key not in by_key:
            continue
        item = _item(ledger, claim, by_key.get(claim.key), _rests_on(ledger, claim, before), past.get(claim.key))
        items.append(item)
        rows.append((claim.key, _why(item), _signed(item), _changes(item)))
    resting = len(items) - len(by_key)
    rest = f", and {counted(resting, 'claim')} that {'rests' if resting == 1 else 'rest'} on them" if resting else ""
    return Table(
        title=f"{counted(len(by_key), 'claim')} to be checked again{rest}",
        columns=_COLUMNS,
        rows=tuple(rows),
        items=tuple(items),
        schema=SCHEMA,
    )


def _resting(ledger: Ledger, by_key: Mapping[str, Standing]) -> dict[str, str | None]:
    """Return every claim that rests on a stale one, at any depth, with the claim before it on the way there."""
    edges = {claim.key: ledger.supports_of(claim) for claim in ledger.claims}
    above = reversed_edges(edges)
    return reach(by_key, lambda key: above.get(key, ()))


def _rests_on(ledger: Ledger, claim: Claim, before: Mapping[str, str | None]) -> str | None:
    """Return the nearest stale claim below a claim, None where there is none."""
    if before.get(claim.key):
        return way(before, claim.key)[0]
    below = (key for key in ledger.supports_of(claim) if key in before and key != claim.key)
    return next((way(before, key)[0] for key in below), None)


def _item(
    ledger: Ledger, claim: Claim, standing: Standing | None, rests_on: str | None, past: Past | None
) -> dict[str, Any]:
    place = claim.marks.place()
    check = standing.check if standing else None
    changes = claim_changes(past.claim, claim, past.sources, ledger.source_by_id) if past else []
    return {
        "id": claim.key,
        "article": claim.article,
        "text": claim.text,
        "stale": standing is not None,
        "changed": list(standing.changed) if standing else [],
        "reasons": _reasons(standing) if standing else [],
        "rests_on": rests_on if rests_on != claim.key else None,
        "check": {"by": check.by, "role": check.role, "date": str(check.date), "digest": check.digest}
        if check
        else None,
        "digest": standing.now if standing else None,
        "changes": [
            {"field": change.field, "from": change.old, "to": change.new, "words": change.rendered}
            for change in changes
        ],
        "since": {"commit": past.commit, "date": past.date} if past else None,
        "file": place.file,
        "line": place.line,
    }


def _reasons(standing: Standing) -> list[str]:
    if standing.good:
        return ["the check is too old"]
    if standing.unreadable:
        return [standing.unreadable]
    return [f"changed: {phrase}" for phrase in standing.phrases]


def _why(item: Mapping[str, Any]) -> str:
    reasons = list(item["reasons"])
    if item["rests_on"]:
        reasons.append(f"rests on {item['rests_on']}")
    return "; ".join(reasons)


def _signed(item: Mapping[str, Any]) -> str:
    check = item["check"]
    return f"{check['by']}, {check['date']}" if check else ""


def _changes(item: Mapping[str, Any]) -> str:
    if not item["changes"]:
        return ""
    since = f" (since {item['since']['commit'][:10]} of {item['since']['date']})"
    return "; ".join(change["words"] for change in item["changes"]) + since
