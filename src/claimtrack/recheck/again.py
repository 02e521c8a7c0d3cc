"""Judges what an edit concerns, and puts it in the place of what was found before."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.engine import check
from claimtrack.model.references import subject_name
from claimtrack.recheck.edits import of_changed_texts
from claimtrack.recheck.moves import Moves
from claimtrack.recheck.pages import by_file, links_of, page_of, revised, tallies_of
from claimtrack.store.results import unpack_findings
from claimtrack.store.state import State, take

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from claimtrack.model.findings import Finding
    from claimtrack.model.references import Links
    from claimtrack.recheck.edits import Before, Edit
    from claimtrack.store.sheets import Page, Sheet, Tally

MOST = 0.5
"""The share of a project's files or records from which on judging all of them takes no longer."""


class Rechecked(NamedTuple):
    """The outcome of a check, and of which state of the project it is."""

    sheet: Sheet
    state: State


def recheck(
    *, before: Before, basis: str, began: int, progress: Callable[[str, int, int], None] | None = None
) -> Rechecked | None:
    """Check a project of which some files or texts have changed.

    In: the project as it was checked before, the digest of what stands above its files, when
    reading began, and what is called as the work goes on.
    Out: the outcome, in the sheet of the check before; None where everything has to be judged.
    """
    edit, kept, settings = before.edit(), before.recall.kept, before.settings
    if kept is None or edit.share > MOST or not edit.read(before.root, settings):
        return None
    files = edit.files()
    links = links_of(files)
    unread = sum(file.form[0] for file in files)
    if links is None or len(links.edges) + unread > settings.limits.records:
        return None
    state = take(
        basis=basis,
        taken=began,
        snapshots=before.snapshots,
        records=edit.seen,
        texts=[text for file in files for text in file.snapshots.values()],
        recall=before.recall,
    )
    if state is None or _moved(kept, state):
        return None
    found = edit.concerns(links, of_changed_texts(files, kept, state))
    if found is None or len(found.needed) > MOST * len(links.edges):
        return None
    records = edit.records(found.needed)
    if records is None:
        return None
    ledger = before.ledger(records)
    report = check(ledger, settings, edit.faults(found.judged), progress, about=found.judged)
    tallies = {name: tally for name, tally in tallies_of(ledger, report).items() if name in found.judged}
    revised_ = _revise(before.sheet, edit, links, found.judged, tallies, by_file(report.findings))
    return Rechecked(before.sheet, state) if revised_ else None


def _moved(before: State, now: State) -> bool:
    """Tell whether a folder of texts is really elsewhere: then each of them may be another one, or none."""
    real = dict(before.folders)
    return any(real.get(folder, where) != where for folder, where in now.folders)


def _revise(  # noqa: PLR0913, PLR0917  (all that makes a page)
    sheet: Sheet,
    edit: Edit,
    links: Links,
    judged: AbstractSet[str],
    tallies: dict[str, Tally],
    told: Mapping[str, Sequence[Finding]],
) -> bool:
    """Put what was found into the pages, and count anew. Out: False where it cannot be told where something stands."""
    moves = Moves(sheet.pages, edit.carried)
    touched = {
        path: page
        for path, page in sheet.pages.items()
        if not judged.isdisjoint(page.names) or (edit.carried and moves.touches(page))
    }
    old = touched | edit.before
    new: list[Page] = []
    for path in {*old, *edit.outlines} - edit.gone:
        before = old.get(path)
        others = _others(before, judged, edit.carried.get(path)) if before else []
        kept = moves.findings(others)
        if kept is None:
            return False
        counted = {name: tally for name, tally in before.tallied.items() if name not in judged} if before else {}
        found = sorted([*kept, *told.get(path, ())], key=attrgetter("order"))
        new.append(page_of(path, edit.outlines.get(path) or sheet.pages[path], counted | tallies, found))
    for path in edit.gone:
        sheet.drop(path)
    for page in new:
        sheet.put(page)
    sheet.nowhere = links.nowhere()
    sheet.summary = revised(sheet.summary, old.values(), new, sheet.pages.values(), links.edges.keys())
    return True


def _others(page: Page, judged: AbstractSet[str], carried: Collection[str] | None) -> list[Finding]:
    """Return what stands as it was found: about other records than those that were judged.

    In: the page, the names of what was judged, and of a file that was written to what was carried over.
    """
    found = unpack_findings(page.findings)
    kept = [finding for finding in found if subject_name(finding) not in judged]
    return kept if carried is None else [finding for finding in kept if subject_name(finding) in carried]
