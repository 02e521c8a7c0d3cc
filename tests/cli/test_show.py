from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimtrack.cli import run
from support import BASE, lay

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = """\
article: harbour-sale
parties: [{id: both, name: N}]
sources: [{id: both, kind: book, title: T}]
claims:
- {id: six, text: "Six [red]voted[/red] \\e[2J.", quote: six of them, sources: [{source: board-minutes, at: page 4}],
   waivers: [{rule: CT402, why: w, until: 2026-06-30}]}
- {id: six, text: Six read., article: evening-post-story}
- {id: secret, text: It was secret.}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay(tmp_path, {**BASE, "claims/x.yaml": RECORDS})


def show(folder: Path, capsys: pytest.CaptureFixture[str], *args: str) -> str:
    assert run(["show", *args, "-C", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("harbour-sale/six", "harbour-sale/six"),
        ("secret", "harbour-sale/secret"),
        ("claim:secret", "harbour-sale/secret"),
        ("harbour-sale", "harbour-sale"),
        ("source:both", "both"),
        ("party:both", "both"),
        ("ana-ruiz", "ana-ruiz"),
    ],
)
def test_a_record_is_shown_by_its_id(project: Path, capsys: pytest.CaptureFixture[str], name: str, title: str) -> None:
    assert show(project, capsys, name).startswith(f"{title}\n")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("six", "`six` means several records: evening-post-story/six and harbour-sale/six. Give one of these."),
        ("both", "`both` means several records: party:both and source:both. Give one of these."),
        ("sekret", "`sekret` is no recorded id. Did you mean `secret`?"),
        ("source:secret", "`source:secret` is no recorded id."),
    ],
)
def test_an_id_that_means_none_or_several_is_wrong_usage(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, words: str
) -> None:
    assert run(["show", name, "-C", str(project)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"claimtrack: {words}")


def test_an_id_cannot_drive_the_terminal(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "a\x1b[2J", "-C", str(project)]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_a_pipe_gets_lines_that_never_wrap(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = show(project, capsys, "harbour-sale/six").splitlines()
    assert lines[:4] == ["harbour-sale/six", "Six [red]voted[/red] \\x1b[2J.", "", "passage: “six of them”"]
    assert "  supports: board-minutes, page 4" in lines


def test_a_terminal_gets_a_card_of_its_width(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    out = show(project, capsys, "secret", "--format", "table")
    assert max(len(line) for line in out.splitlines()) <= 60
    assert "Not established" in out


def test_json_is_the_whole_record_with_what_is_derived(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(show(project, capsys, "harbour-sale/six", "--format", "json"))
    assert list(found) == [
        *["schema", "record", "id", "text", "article", "quote", "type", "claimant", "about", "reply", "figures"],
        *["when", "sources", "verdict", "checks", "relations", "waivers", "serious", "tags", "note", "derived"],
    ]
    assert (found["schema"], found["record"]) == ("claimtrack/show/1", "claim")
    assert list(found["derived"]) == [
        *["sourcing", "credibility", "independent", "origins", "primary", "secondary", "counted", "looked_at"],
        *["checked", "relations_to", "findings", "file", "line"],
    ]


def test_the_findings_are_those_of_the_day(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    args = ["harbour-sale/six", "--format", "json", "--as-of"]
    before = json.loads(show(project, capsys, *args, "2026-06-30"))["derived"]["findings"]
    after = json.loads(show(project, capsys, *args, "2026-07-01"))["derived"]["findings"]
    assert [finding["code"] for finding in before] == []
    assert [finding["code"] for finding in after] == ["CT402", "CT901"]


def test_broken_files_are_named_on_stderr_and_the_record_is_shown(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(project, {"claims/odd.yaml": "claims: [\n"})
    assert run(["show", "secret", "-C", str(project)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("harbour-sale/secret\n")
    assert err == "claimtrack: claims/odd.yaml has 1 problem; `claimtrack verify` says which.\n"


def test_a_broken_record_is_shown_with_what_is_wrong(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(project, {"claims/odd.yaml": "article: harbour-sale\nclaims: [{id: odd, text: T, qoute: q}]\n"})
    assert run(["show", "odd", "-C", str(project)]) == 0
    assert "error CT003: claim harbour-sale/odd: `qoute` is no field of a claim." in capsys.readouterr().out


@pytest.mark.parametrize("args", [["--format", "csv"], ["--as-of", "soon"]])
def test_wrong_usage_is_2(project: Path, args: list[str]) -> None:
    assert run(["show", "secret", *args, "-C", str(project)]) == 2


def test_without_a_project_there_is_nothing_to_show(tmp_path: Path) -> None:
    assert run(["show", "secret", "-C", str(tmp_path)]) == 3
