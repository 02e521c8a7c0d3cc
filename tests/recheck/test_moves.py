from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimtrack.cli._project import open_project
from claimtrack.model.findings import Related
from claimtrack.recheck.moves import Moves, carried
from claimtrack.recheck.pages import Outline, sheet_of
from claimtrack.rules import codes
from claimtrack.store.decode import Text
from claimtrack.store.recordfile import read_records
from support import BASE, TODAY, lay

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.model.findings import Finding
    from claimtrack.store.sheets import Page

FILE = "claims/x.yaml"
TEXT = """\
article: harbour-sale
sources:
  - {id: letter, kind: document, title: T}
claims:
  - {id: one, text: One., sources: [letter]}
  - id: two
    text: Two.
"""


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Page]:
    project = open_project(lay(tmp_path, {**BASE, FILE: TEXT}), TODAY)
    made = sheet_of(project.root, project.settings, project.loaded, project.ledger, project.check())
    assert made
    return made.pages


def outline(text: str) -> Outline:
    whole = Text(FILE, text)
    return Outline.of(FILE, read_records(whole, codes()), lambda _: True, text)


def finding(tmp_path: Path) -> Finding:
    project = open_project(lay(tmp_path, {**BASE, FILE: TEXT}), TODAY)
    return next(found for found in project.check().findings if found.subject.claim == "harbour-sale/two")


def test_records_that_are_not_changed_are_carried_over_with_how_far_they_have_moved(
    pages: dict[str, Page],
) -> None:
    text = TEXT.replace("claims:\n", "claims:\n  # New.\n  - {id: new, text: New.}\n").replace("One.", "Only one.")
    assert carried(pages[FILE], outline(text)) == {
        "file:claims/x.yaml": 0,
        "source:letter": 0,
        "claim:harbour-sale/two": 2,
    }


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("kind: document", "kind: scroll"),
        TEXT.replace("  - {id: one, text: One., sources: [letter]}\n", "")
        + "  - {id: one, text: One., sources: [letter]}\n",
    ],
    ids=["a fault of form", "another order"],
)
def test_where_more_has_changed_than_each_record_tells_none_is_carried_over(pages: dict[str, Page], text: str) -> None:
    assert carried(pages[FILE], outline(text)) == {}


def test_a_record_that_begins_in_another_column_is_not_carried_over(pages: dict[str, Page]) -> None:
    assert "claim:harbour-sale/one" not in carried(pages[FILE], outline(TEXT.replace("  - {id: one", "  -  {id: one")))


def test_of_a_new_file_or_one_that_was_changed_meanwhile_none_is_carried_over(pages: dict[str, Page]) -> None:
    assert carried(None, outline(TEXT)) == {}
    assert carried(replace(pages[FILE], sound=False), outline(TEXT)) == {}
    assert carried(pages[FILE], outline(TEXT)._replace(written=[])) == {}


def test_what_was_found_moves_with_its_record(pages: dict[str, Page], tmp_path: Path) -> None:
    found = finding(tmp_path)
    moves = Moves(pages, {FILE: {"claim:harbour-sale/two": 2}})
    again = moves.findings([found])
    assert again
    assert (again[0].place.line, again[0].place.end_line) == (found.place.line + 2, found.place.end_line + 2)
    assert replace(again[0], place=found.place) == found


def test_what_relates_to_a_record_that_has_moved_moves_too(pages: dict[str, Page], tmp_path: Path) -> None:
    found = finding(tmp_path)
    elsewhere = replace(found, place=replace(found.place, file="claims/y.yaml"), related=(Related(found.place, "m"),))
    moves = Moves(pages, {FILE: {"claim:harbour-sale/two": -1}})
    again = moves.findings([elsewhere])
    assert again
    assert again[0].place == elsewhere.place
    assert again[0].related[0].place.line == found.place.line - 1
    assert moves.touches(replace(pages["claims/base.yaml"], relates=[FILE]))
    assert not moves.touches(pages["claims/base.yaml"])


def test_where_it_relates_to_what_was_changed_nobody_can_tell(pages: dict[str, Page], tmp_path: Path) -> None:
    found = finding(tmp_path)
    assert Moves(pages, {FILE: {"source:letter": 2}}).findings([found]) is None
    assert Moves({}, {FILE: {}}).findings([found]) is None
