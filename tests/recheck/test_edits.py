from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

import pytest

from cached import basis, taken
from claimtrack.cli._project import open_project
from claimtrack.recheck.edits import Edit, of_changed_texts
from claimtrack.recheck.pages import links_of, sheet_of
from claimtrack.rules import codes
from claimtrack.store.cache import Cache
from claimtrack.store.readers import Reader
from claimtrack.store.state import Recall, keep
from stored import recorded
from support import BASE, TODAY, lay

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from claimtrack.model.ledger import Records

FILES = {
    **BASE,
    "claims/a.yaml": "article: harbour-sale\nclaims: [{id: one, text: T, sources: [board-minutes]}, "
    "{id: two, text: T}]\n",
    "claims/b.yaml": "article: evening-post-story\nclaims: [{id: three, text: T, relations: "
    "[{claim: harbour-sale/one, as: repeats}]}]\n",
    "claims/c.yaml": "parties: [{id: torn, nam: T}]\nsources: [{id: torn, kind: scroll}, "
    "{id: unnamed, kind: document, title: U}]\n",
}


class Before(NamedTuple):
    root: Path
    cache: Cache


@pytest.fixture
def before(tmp_path: Path) -> Before:
    root = lay(tmp_path / "desk", FILES)
    return Before(root, Cache(tmp_path / "cache"))


def edited(before: Before, files: Mapping[str, str | None], *, reads: bool = True) -> Edit:
    """Edit a project that was looked at; None stands for a file that is removed."""
    root = before.root
    project = open_project(root, TODAY)
    sheet = sheet_of(project.root, project.settings, project.loaded, project.ledger, project.check())
    assert sheet
    keep(before.cache, taken(root)._replace(taken=time.time_ns() + 10**10))
    lay(root, {name: text for name, text in files.items() if text is not None})
    for name, text in files.items():
        if text is None:
            (root / name).unlink()
    recall = Recall(root, before.cache, basis(root).digest)
    edit = Edit(sheet, recall, Reader(root, codes(), project.settings.limits, None))
    assert edit.read(root, project.settings) == reads
    return edit


def names(records: Records) -> list[str]:
    return [*(source.id for source in records.sources), *(claim.key for claim in records.claims)]


def test_nothing_is_read_that_was_not_written_to(before: Before) -> None:
    edit = edited(before, {"claims/a.yaml": FILES["claims/a.yaml"].replace("two", "four"), "claims/b.yaml": None})
    assert [file.path for file in edit.written] == ["claims/a.yaml"]
    assert edit.gone == {"claims/b.yaml"}
    assert list(edit.outlines) == ["claims/a.yaml"]
    assert set(edit.before) == {"claims/a.yaml", "claims/b.yaml"}
    assert edit.share == 2 / 4


def test_every_file_comes_once_and_in_order(before: Before) -> None:
    edit = edited(before, {"claims/aa.yaml": "{}", "claims/b.yaml": None})
    assert [seen.path for seen in edit.seen] == ["claims/a.yaml", "claims/aa.yaml", "claims/base.yaml", "claims/c.yaml"]
    assert [file.names[:1] for file in edit.files()] == [
        ["file:claims/a.yaml"],
        [],
        ["party:daily-ledger"],
        ["source:unnamed"],
    ]


@pytest.mark.parametrize(
    "edit",
    [
        {"claims/a.yaml": "claims: ["},
        {"claims/a.yaml": "\0"},
        {"claims/a.yaml": "parties: [{id: new, name: New}]"},
        {"claims/base.yaml": BASE["claims/base.yaml"].replace("name: Evening Post", "name: Evening Times")},
        {"claims/c.yaml": None},
        {"claims/c.yaml": FILES["claims/c.yaml"].replace("nam:", "name:")},
    ],
)
def test_an_unread_file_or_another_party_is_not_judged_in_part(before: Before, edit: dict[str, str | None]) -> None:
    edited(before, edit, reads=False)


def test_only_what_is_needed_is_read_with_all_parties_and_what_has_a_fault(before: Before) -> None:
    edit = edited(before, {"claims/b.yaml": FILES["claims/b.yaml"].replace("text: T", "text: New")})
    links = links_of(edit.files())
    assert links
    found = edit.concerns(links, set())
    assert found
    assert found.judged == {
        "claim:evening-post-story/three",
        "source:evening-post-story",
        "claim:harbour-sale/one",
    }
    records = edit.records(found.needed)
    assert records
    assert names(records) == [
        "harbour-sale",
        "board-minutes",
        "evening-post-story",
        "unnamed",
        "harbour-sale/one",
        "evening-post-story/three",
    ]
    assert [party.id for party in records.parties] == ["daily-ledger", "evening-post", "harbour-board", "ana-ruiz"]
    assert [record.key for record in records.broken] == ["torn", "torn"]
    assert records.source_ids is not None
    assert list(records.source_ids) == ["harbour-sale", "board-minutes", "evening-post-story", "unnamed", "torn"]
    assert list(records.claim_ids or ()) == ["harbour-sale/one", "harbour-sale/two", "evening-post-story/three"]


def test_faults_are_told_anew_of_what_was_written_to_and_of_what_is_judged(before: Before) -> None:
    edit = edited(before, {"claims/b.yaml": "article: evening-post-story\nclaims: [{id: three, txt: T}]\n"})
    assert edit.records({"claim:evening-post-story/three"})
    assert {fault.place.file for fault in edit.faults(set())} == {"claims/b.yaml"}
    assert {fault.subject.source for fault in edit.faults({"source:torn"})} == {None, "torn"}


def test_a_file_that_is_written_to_once_more_meanwhile_is_left_to_the_full_check(before: Before) -> None:
    edit = edited(before, {"claims/b.yaml": "{}"})
    lay(before.root, {"claims/a.yaml": "{}"})
    assert edit.records({"claim:harbour-sale/one"}) is None


def test_an_id_that_is_taken_twice_in_what_is_read_is_left_to_the_full_check(before: Before) -> None:
    twice = "article: harbour-sale\nclaims: [{id: five, text: T}, {id: five, text: T}]\n"
    edit = edited(before, {"claims/b.yaml": twice})
    assert links_of(edit.files()) is None
    assert edit.records({"claim:harbour-sale/five"}) is None


def test_a_name_that_leads_nowhere_concerns_who_has_it_and_what_it_may_be_meant_for(before: Before) -> None:
    text = FILES["claims/b.yaml"].replace("text: T", "text: T, sources: [unname]")
    edit = edited(before, {"claims/b.yaml": text})
    links = links_of(edit.files())
    assert links
    found = edit.concerns(links, set())
    assert found
    assert "source:unnamed" in found.judged


def test_many_names_that_lead_nowhere_are_left_to_the_full_check(before: Before) -> None:
    sources = ", ".join(f"nobody-{number}" for number in range(101))
    edit = edited(
        before, {"claims/b.yaml": FILES["claims/b.yaml"].replace("text: T", f"text: T, sources: [{sources}]")}
    )
    links = links_of(edit.files())
    assert links
    assert edit.concerns(links, set()) is None


def test_a_text_that_is_another_one_is_told_by_its_source(tmp_path: Path) -> None:
    root = lay(tmp_path, {**recorded({"port-sale": "One.\n", "minutes": "Two.\n"}), "claimtrack.toml": ""})
    project = open_project(root, TODAY)
    sheet = sheet_of(project.root, project.settings, project.loaded, project.ledger, project.check())
    assert sheet
    one = taken(root)
    assert of_changed_texts(sheet.pages.values(), one, taken(root)) == set()
    lay(root, {"claims/snapshots/minutes.txt": "Three.\n"})
    assert of_changed_texts(sheet.pages.values(), one, taken(root)) == {"source:minutes"}
