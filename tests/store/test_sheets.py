from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimtrack.formats import Screen, plain
from claimtrack.store import sheets
from claimtrack.store.cache import Cache
from claimtrack.store.results import pack_findings
from claimtrack.store.sheets import GROUP, Page, Sheet, Tally, Written, read_sheet, write_sheet
from support import BASE, check_folder, lay

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.model.report import Report

QUESTION = ("report", "2026-11-22")
FILES: dict[str, str | bytes] = {
    **BASE,
    **{f"claims/{n}.yaml": f"article: harbour-sale\nclaims: [{{id: c{n}, text: Té{n}}}]\n" for n in range(9)},
}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return check_folder(lay(tmp_path / "desk", FILES))


def page(report: Report, file: str) -> Page:
    found = [finding for finding in report.findings if finding.place.file == file]
    return Page(
        file=file,
        names=["claim:x/y", "source:x"],
        references=[["source:x"], []],
        articles=["source:x"],
        snapshots={"source:x": "x.txt"},
        parties=[["p", "P", None, None, "named", ["Q"], None]],
        broken=[],
        form=[0, 0, 0],
        sound=True,
        counts=[1, 0, len(found) - 1],
        relates=["claims/other.yaml"],
        written='[[3,5,"0a",["1?"]],[9,1,"0b",[]]]',
        tallies='[["single-origin",[1,0,0,0,2],3],[]]',
        findings=pack_findings(found),
        lines=plain.finding_lines(found),
    )


def sheet(report: Report) -> Sheet:
    files = {finding.place.file for finding in report.findings}
    return Sheet(report.summary, ["source:gone"], {file: page(report, file) for file in files})


def kept(cache: Cache) -> set[str]:
    return {path.name for path in (cache.folder / GROUP).iterdir()}


def test_a_sheet_comes_back_as_it_was(cache: Cache, report: Report) -> None:
    made = sheet(report)
    write_sheet(cache, "basis", QUESTION, "state", made)
    assert read_sheet(cache, "basis", QUESTION, "state") == made


def test_its_pages_together_are_the_report(cache: Cache, report: Report) -> None:
    write_sheet(cache, "basis", QUESTION, "state", sheet(report))
    found = read_sheet(cache, "basis", QUESTION, "state")
    assert found
    whole = found.report()
    assert whole == report
    assert list(whole.findings) == list(report.findings)
    assert (whole.findings[0], whole.findings[1:], len(whole.findings)) == (
        report.findings[0],
        tuple(report.findings[1:]),
        len(report.findings),
    )
    assert plain.report(whole, Screen()) == plain.report(replace(report, lines=None), Screen())


def test_findings_are_not_the_same_as_something_else(report: Report) -> None:
    something: object = 7
    assert sheet(report).report().findings != something


@pytest.mark.parametrize(
    ("basis", "question", "state"),
    [("other", QUESTION, "state"), ("basis", ("report", "2026-11-23"), "state"), ("basis", QUESTION, "other")],
)
def test_of_another_basis_question_or_state_there_is_none(
    cache: Cache, report: Report, basis: str, question: tuple[str, ...], state: str
) -> None:
    write_sheet(cache, "basis", QUESTION, "state", sheet(report))
    assert read_sheet(cache, basis, question, state) is None


def test_what_an_edit_did_not_touch_is_not_written_again(cache: Cache, report: Report) -> None:
    made = sheet(report)
    write_sheet(cache, "basis", QUESTION, "one", made)
    before = kept(cache)
    again = read_sheet(cache, "basis", QUESTION, "one")
    assert again
    again.put(replace(again.pages["claims/3.yaml"], tallies="[[],[]]"))
    write_sheet(cache, "basis", QUESTION, "two", again)
    assert len(kept(cache) - before) == 1
    found = read_sheet(cache, "basis", QUESTION, "two")
    assert found
    assert found.pages["claims/3.yaml"].tallied == {"claim:x/y": Tally(), "source:x": Tally()}
    assert found.pages["claims/4.yaml"].prints["source:x"] == Written(9, 1, "0b", [])
    assert found.pages["claims/4.yaml"].tallied["claim:x/y"] == Tally("single-origin", [1, 0, 0, 0, 2], 3)


def test_a_page_that_is_taken_out_is_gone(cache: Cache, report: Report) -> None:
    made = sheet(report)
    write_sheet(cache, "basis", QUESTION, "one", made)
    for file in list(made.pages)[1:]:
        made.drop(file)
    write_sheet(cache, "basis", QUESTION, "two", made)
    found = read_sheet(cache, "basis", QUESTION, "two")
    assert found
    assert list(found.pages) == list(made.pages)


def test_where_a_part_is_gone_there_is_no_sheet(cache: Cache, report: Report) -> None:
    write_sheet(cache, "basis", QUESTION, "state", sheet(report))
    shard = next(path for path in (cache.folder / GROUP).iterdir() if not path.name.startswith("of-"))
    shard.unlink()
    assert read_sheet(cache, "basis", QUESTION, "state") is None


@pytest.mark.parametrize(
    "made_up",
    ["", "7", "[]", '["state",{},[],{}]', '["state",null,[],null]', '["state",{},[],{"1":"x"}]', "[" * 100_000],
)
def test_what_somebody_made_up_is_no_sheet(cache: Cache, report: Report, made_up: str) -> None:
    write_sheet(cache, "basis", QUESTION, "state", sheet(report))
    name = next(name for name in kept(cache) if name.startswith("of-"))
    cache.write(f"{GROUP}/{name}", made_up.encode())
    assert read_sheet(cache, "basis", QUESTION, "state") is None


@pytest.mark.parametrize("made_up", [b"", b"[]\n\n", b"[[1]]\n1\n2\n3\n4", b'[{"a":1}]\n1\n2\n3\n"4"', b"\xff"])
def test_a_part_that_somebody_made_up_is_no_part(cache: Cache, report: Report, made_up: bytes) -> None:
    write_sheet(cache, "basis", QUESTION, "state", sheet(report))
    head = next(name for name in kept(cache) if name.startswith("of-"))
    state, summary, nowhere, names = json.loads(cache.read(f"{GROUP}/{head}") or b"")
    cache.write(f"{GROUP}/made-up", made_up)
    names[next(iter(names))] = "made-up"
    cache.write(f"{GROUP}/{head}", json.dumps([state, summary, nowhere, names]).encode())
    found = read_sheet(cache, "basis", QUESTION, "state")
    assert found is None or len(found.pages) < len(sheet(report).pages)


def test_silent_faults_are_told_by_file(report: Report) -> None:
    made = sheet(report)
    one, two, *_ = sorted(made.pages)
    made.put(replace(made.pages[one], form=[1, 4, 0]))
    assert made.report().broken == ()
    made.put(replace(made.pages[two], form=[0, 2, 1]))
    assert made.report().broken == ((one, 4), (two, 2))


def test_old_parts_go_when_there_are_too_many(cache: Cache, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_NUMBER", 12)
    made = sheet(report)
    for number in range(9):
        made.put(replace(made.pages["claims/3.yaml"], counts=[number, 0, 0]))
        write_sheet(cache, "basis", QUESTION, "state", made)
    assert len(kept(cache)) <= 12
    assert read_sheet(cache, "basis", QUESTION, "state") == made
