"""Reads of a project that is known only what one record rests on, and those that name it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.graph import reach
from claimtrack.recheck.pages import links_of
from claimtrack.store.results import unpack_findings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from collections.abc import Set as AbstractSet

    from claimtrack.model.findings import Finding
    from claimtrack.model.ledger import Ledger
    from claimtrack.model.references import Links
    from claimtrack.recheck.edits import Before

MOST = 0.3
"""The share of a project's records from which on reading all of them takes no longer."""


class Around(NamedTuple):
    """What has to be known to show one claim or source."""

    name: str
    """Which one it is, as `model.references` has it."""
    ledger: Ledger
    findings: Sequence[Finding]
    """What was found in its file."""
    broken: tuple[tuple[str, int], ...]
    """The files with faults of form, and how many each has."""


def around(id_: str, before: Before) -> Around | None:
    """Read what has to be known to show a claim or a source.

    In: its id as a user gives it, and the project as it was checked before, which has not
    changed since. Out: None where the id leaves a doubt, or where everything has to be read.
    """
    edit, sheet = before.edit(), before.sheet
    links = links_of(edit.files())
    if links is None:
        return None
    name = _meant(id_, links.edges.keys())
    page = next((page for page in sheet.pages.values() if name in page.names), None)
    if name is None or page is None or name in page.broken:
        return None
    needed = _needed(name, links)
    records = edit.records(needed) if len(needed) <= MOST * len(links.edges) else None
    if records is None:
        return None
    return Around(
        name,
        before.ledger(records),
        unpack_findings(page.findings),
        tuple((file.path, number) for file in before.recall.files if (number := sheet.faults(file.path))),
    )


def _needed(name: str, links: Links) -> AbstractSet[str]:
    """Return the names of those that a record and whoever names it rest on, and of what derives from its sources."""
    above = reach([name], lambda each: links.edges.get(each, ())).keys()
    below = reach([name, *links.naming(name)], lambda each: links.edges.get(each, ())).keys()
    deriving = {each for source in above for each in links.naming(source) if each.startswith("source:")}
    return below | deriving


def _meant(id_: str, names: Collection[str]) -> str | None:
    """Return the name of the claim or source that an id means beyond doubt: the same as `resolve` would find."""
    if id_.startswith(("claim:", "source:")):
        return id_ if id_ in names else None
    if "/" in id_:
        return f"claim:{id_}" if f"claim:{id_}" in names else None
    if f"party:{id_}" in names:
        return None
    if f"source:{id_}" in names:
        return f"source:{id_}"
    found = [name for name in names if name.startswith("claim:") and name.endswith(f"/{id_}")]
    return found[0] if len(found) == 1 else None
