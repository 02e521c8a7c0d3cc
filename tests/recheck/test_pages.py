from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.cli._project import Project, open_project
from claimtrack.model.place import Place
from claimtrack.recheck.pages import links_of, party_of, plain_party, revised, sheet_of
from support import BASE, TODAY, lay

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.store.sheets import Sheet

CLAIMS = """\
article: harbour-sale
claims:
  - {id: six, text: Six voted., sources: [{source: board-minutes, quote: six of nine}], quote: six of the nine}
  - {id: seven, text: Seven voted., sources: [nowhere]}
  - {id: eight, text: Eight voted., waivers: [{rule: CT208, why: It is a headline.}]}
"""
BROKEN = """\
article: harbour-sale
sources: [{id: torn, kind: scroll, derived_from: [board-minutes]}]
parties: [{id: torn, nam: Torn}]
claims: [{text: No id., sources: [board-minutes]}, {id: broken, text: 7, txt: T, sources: [evening-post-story]}]
"""
LOOSE = (
    "claims: [{id: loose, text: T, txt: T, sources: [board-minutes]}, {id: sound, text: T, article: harbour-sale}]\n"
)


def opened(folder: Path, files: dict[str, str]) -> Project:
    return open_project(lay(folder, {**BASE, **files}), TODAY)


def sheet(project: Project) -> Sheet | None:
    return sheet_of(project.root, project.settings, project.loaded, project.ledger, project.check())


def test_all_pages_together_are_the_report(tmp_path: Path) -> None:
    project = opened(tmp_path, {"claims/x.yaml": CLAIMS, "claims/y.yaml": BROKEN, "claims/z.yaml": LOOSE})
    made = sheet(project)
    assert made
    assert made.report() == project.check()
    assert made.nowhere == ["source:nowhere"]


def test_a_page_tells_what_each_record_adds_to_the_summary(tmp_path: Path) -> None:
    made = sheet(opened(tmp_path, {"claims/x.yaml": CLAIMS}))
    assert made
    tallied = made.pages["claims/x.yaml"].tallied
    assert tallied["claim:harbour-sale/six"] == ("single-origin", [0, 0, 0, 0, 2], 0)
    assert tallied["claim:harbour-sale/eight"].waived == 1
    assert tallied["file:claims/x.yaml"] == (None, (), 0)


def test_a_file_with_a_fault_of_form_is_told_apart(tmp_path: Path) -> None:
    made = sheet(opened(tmp_path, {"claims/x.yaml": CLAIMS, "claims/y.yaml": BROKEN}))
    assert made
    assert [page.file for page in made.pages.values() if not page.sound] == ["claims/y.yaml"]
    page = made.pages["claims/y.yaml"]
    assert page.form[0] == 4
    assert set(page.broken) == {
        "source:torn",
        "party:torn",
        "claim:harbour-sale/broken",
        "nameless:claims/y.yaml:3",
    }
    assert page.references[page.names.index("nameless:claims/y.yaml:3")] == [
        "source:harbour-sale",
        "source:board-minutes",
    ]


def test_a_broken_claim_without_an_article_has_no_name_and_still_names_others(tmp_path: Path) -> None:
    project = opened(tmp_path, {"claims/y.yaml": LOOSE, "claims/z.yaml": LOOSE.replace("sound", "other")})
    made = sheet(project)
    assert made
    assert {name for page in made.pages.values() for name in page.broken} == {
        "nameless:claims/y.yaml:0",
        "nameless:claims/z.yaml:0",
    }


@pytest.mark.parametrize(
    "files",
    [
        {"claims/x.yaml": CLAIMS, "claims/y.yaml": "claims: ["},
        {"claims/x.yaml": CLAIMS, "claims/y.yaml": CLAIMS},
        {"claims/x.yaml": f"{CLAIMS}  - {{id: six, text: Again.}}\n"},
    ],
)
def test_where_a_file_is_unread_or_an_id_is_taken_twice_there_are_no_pages(
    tmp_path: Path, files: dict[str, str]
) -> None:
    assert sheet(opened(tmp_path, files)) is None


def test_where_two_records_have_one_name_nobody_can_tell_who_names_whom(tmp_path: Path) -> None:
    made = sheet(opened(tmp_path, {"claims/x.yaml": CLAIMS}))
    assert made
    pages = list(made.pages.values())
    assert links_of(pages)
    assert links_of([*pages, pages[-1]]) is None


def test_the_summary_of_an_edit_is_the_one_of_a_full_check(tmp_path: Path) -> None:
    before = sheet(opened(tmp_path, {"claims/x.yaml": CLAIMS, "claims/y.yaml": BROKEN, "claims/z.yaml": LOOSE}))
    text = CLAIMS.replace("[nowhere]", "[evening-post-story]").replace(", quote: six of the nine", "")
    new = {"claims/x.yaml": text, "claims/y.yaml": "{}", "claims/z.yaml": f"sources: [{{id: s, kind: post}}]\n{LOOSE}"}
    after = sheet(opened(tmp_path, new))
    assert before
    assert after
    every = list(after.pages.values())
    links = links_of(every)
    assert links
    assert revised(before.summary, before.pages.values(), every, every, links.edges) == after.summary


def test_a_party_comes_back_as_it_was_but_for_its_places(tmp_path: Path) -> None:
    party = "parties: [{id: hb, name: HB, of: harbour-board, aliases: [A, B], identity: unnamed, note: N}]\n"
    project = opened(tmp_path, {"claims/x.yaml": party})
    for one in project.ledger.parties:
        again = party_of(plain_party(one), "claims/x.yaml")
        assert plain_party(again) == plain_party(one)
        assert again.aliases == one.aliases
        assert again.marks.place(("name",)) == Place(file="claims/x.yaml")
        assert again.marks.own_keys() == {}


def test_an_outline_counts_the_faults_that_nobody_asked_for(tmp_path: Path) -> None:
    made = sheet(opened(tmp_path, {"claims/y.yaml": BROKEN, "claimtrack.toml": 'ignore = ["CT003"]\n'}))
    assert made
    _, faults, silent = made.pages["claims/y.yaml"].form
    assert faults == silent > 0
    assert made.report().broken == (("claims/y.yaml", faults),)
