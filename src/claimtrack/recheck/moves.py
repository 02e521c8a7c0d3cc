"""Where what was found before stands now, in files whose records were moved and not changed."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimtrack.model.findings import Finding
    from claimtrack.model.place import Place
    from claimtrack.recheck.pages import Outline
    from claimtrack.store.sheets import Page


def carried(before: Page | None, now: Outline) -> dict[str, int]:
    """Return the records of a file that are written as they were, by name, with how many lines each has moved.

    In: its page, and its outline. None of them where a fault of form, or another order, makes
    more of a difference than each record tells.
    """
    if before is None or not (before.sound and now.sound):
        return {}
    known = before.prints
    same = {
        name: written.line - known[name].line
        for name, written in zip(now.names, now.written, strict=False)
        if name in known and (known[name].column, known[name].print) == (written.column, written.print)
    }
    in_order = [name for name in before.names if name in same] == [name for name in now.names if name in same]
    return same if in_order else {}


class Moves:
    """The lines that records have moved by in the files that were written to."""

    def __init__(self, pages: Mapping[str, Page], moved: Mapping[str, Mapping[str, int]]) -> None:
        """In: the pages before, and for each file that was written to what was carried over."""
        self._pages, self._moved = pages, moved
        self._starts: dict[str, list[tuple[int, int, str]]] = {}

    def touches(self, page: Page) -> bool:
        """Tell whether findings of a page relate to a file in which something may have moved."""
        return any(file in self._moved for file in page.relates)

    def findings(self, found: Sequence[Finding]) -> list[Finding] | None:
        """Return findings with their places as they are now; None where one relates to what was changed."""
        again: list[Finding] = []
        for finding in found:
            places = [self._place(place) for place in (finding.place, *(item.place for item in finding.related))]
            kept = [place for place in places if place]
            if len(kept) < len(places):
                return None
            related = [replace(item, place=place) for item, place in zip(finding.related, kept[1:], strict=True)]
            again.append(replace(finding, place=kept[0], related=tuple(related)))
        return again

    def _place(self, place: Place) -> Place | None:
        if place.file not in self._moved:
            return place
        starts = self._starts.get(place.file) or self._index(place.file)
        at = bisect_right(starts, (place.line, place.column, "\U0010ffff")) - 1
        by = self._moved[place.file].get(starts[at][2]) if at >= 0 else None
        return None if by is None else replace(place, line=place.line + by, end_line=place.end_line + by)

    def _index(self, file: str) -> list[tuple[int, int, str]]:
        prints = self._pages[file].prints if file in self._pages else {}
        self._starts[file] = sorted((written.line, written.column, name) for name, written in prints.items())
        return self._starts[file]
