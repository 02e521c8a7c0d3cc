from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any

import pytest

from claimtrack.cli import run
from support import BASE, lay

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "article: harbour-sale\nclaims:\n"
SOUND = "- {id: six, text: Six voted., quote: six of them voted, sources: [{source: board-minutes, at: page 4}]}\n"
UNSOURCED = "- {id: secret, text: It was secret., quote: secret for a month}\n"
WARNING = (
    "- {id: few, text: T, quote: a b c, waivers: [{rule: CT101, why: w}], sources: [{source: board-minutes, at: p}]}\n"
)


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SOURCE_DATE_EPOCH", "CLAIMTRACK_SNAPSHOTS", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


def project(folder: Path, claims: str = SOUND, **files: str) -> Path:
    return lay(
        folder, {**BASE, "claims/x.yaml": HEAD + claims, **{f"claims/{key}.yaml": text for key, text in files.items()}}
    )


def verify(folder: Path, *args: str) -> int:
    return run(["verify", "-C", str(folder), *args])


def document(folder: Path, capsys: pytest.CaptureFixture[str], *args: str) -> dict[str, Any]:
    capsys.readouterr()
    verify(folder, "--format", "json", *args)
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


# ---- exit codes


@pytest.mark.parametrize(
    ("claims", "fail_on", "code"),
    [
        (SOUND, "error", 0),
        (SOUND, "warning", 0),
        (SOUND, "info", 1),
        (SOUND, "never", 0),
        (WARNING, "error", 0),
        (WARNING, "warning", 1),
        (WARNING, "info", 1),
        (WARNING, "never", 0),
        (UNSOURCED, "error", 1),
        (UNSOURCED, "warning", 1),
        (UNSOURCED, "info", 1),
        (UNSOURCED, "never", 0),
    ],
)
def test_the_exit_code_follows_the_worst_finding(tmp_path: Path, claims: str, fail_on: str, code: int) -> None:
    assert verify(project(tmp_path, claims), "--fail-on", fail_on) == code


def test_an_error_is_what_fails_by_itself(tmp_path: Path) -> None:
    assert verify(project(tmp_path, UNSOURCED)) == 1
    assert verify(project(tmp_path, WARNING)) == 0


def test_a_waived_error_does_not_fail(tmp_path: Path) -> None:
    claims = UNSOURCED.replace("}", ", waivers: [{rule: CT101, why: w, until: 2026-06-30}]}")
    assert verify(project(tmp_path, claims), "--as-of", "2026-06-30", "--fail-on", "warning") == 0
    assert verify(tmp_path, "--as-of", "2026-07-01") == 1


def test_the_variable_says_what_day_it_is_and_the_flag_beats_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, UNSOURCED.replace("}", ", waivers: [{rule: CT101, why: w, until: 2026-06-30}]}"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782777600")  # 2026-06-30
    assert verify(tmp_path) == 0
    assert verify(tmp_path, "--as-of", "2026-07-01") == 1
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782864000")
    assert verify(tmp_path) == 1


@pytest.mark.parametrize(
    "args",
    [
        ["--format", "xml"],
        ["--select", "CT999"],
        ["--ignore", "unsourced"],
        ["--fail-on", "fatal"],
        ["--as-of", "yesterday"],
        ["nowhere.yaml"],
        ["claims/x.yaml", "nowhere.yaml"],
    ],
)
def test_wrong_usage_beats_findings(tmp_path: Path, args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(project(tmp_path, UNSOURCED), *args) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err


@pytest.mark.parametrize("args", [["--format", "xml"], ["nowhere.yaml"], ["--as-of", "yesterday"]])
def test_wrong_usage_beats_nothing_to_check(tmp_path: Path, args: list[str]) -> None:
    assert verify(tmp_path, *args) == 2


def test_wrong_settings_beat_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(project(tmp_path, UNSOURCED), {"claimtrack.toml": 'ignore = ["CT1O1"]\n'})
    assert verify(tmp_path) == 2
    assert "claimtrack.toml: ignore: `CT1O1` is no code. Did you mean `CT101`?" in capsys.readouterr().err


@pytest.mark.parametrize(
    "files",
    [
        {"claimtrack.toml": ""},
        {"claims/x.yaml": ""},
        {"claims/x.yaml": "sources: [{id: s, kind: book, title: T}]\n"},
        {"claims/x.yaml": "claims: [\n"},
        {"claims/x.yaml": "article: a\nclaims: [{id: a, txt: T}]\n"},
    ],
)
def test_where_no_claim_could_be_checked_that_is_no_pass(
    tmp_path: Path, files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    lay(tmp_path, files)
    assert verify(tmp_path, "--format", "json") == 3
    out, err = capsys.readouterr()
    assert json.loads(out)["summary"]["claims"] == 0
    assert err == "claimtrack: no claim could be checked.\n"
    assert verify(tmp_path, "--fail-on", "never") == 3


def test_without_a_project_nothing_is_checked_and_the_document_is_still_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(tmp_path) == 3
    assert "there are no claims in or above" in capsys.readouterr().err
    found = document(tmp_path, capsys)
    assert (found["schema"], found["summary"]["claims"], found["findings"]) == ("claimtrack/verify/1", 0, [])


# ---- paths


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    files = {
        "a": "sources: [{id: board-minutes, kind: book, title: Twice}]\n",
        "sub/b": HEAD + UNSOURCED,
    }
    return lay(project(tmp_path, SOUND, **files), {"notes.txt": "", "other/c.txt": ""})


@pytest.mark.parametrize(
    ("paths", "codes", "code"),
    [
        (["claims"], {"CT004", "CT101"}, 1),
        (["."], {"CT004", "CT101"}, 1),
        (["claims/x.yaml"], set(), 0),
        (["claims/sub"], {"CT101"}, 1),
        (["claims/sub/b.yaml", "claims/x.yaml"], {"CT101"}, 1),
        (["claims/sub/../sub/b.yaml"], {"CT101"}, 1),
        (["claims/a.yaml"], {"CT004"}, 1),
        (["claims/base.yaml"], {"CT004"}, 1),
        (["notes.txt"], set(), 0),
        (["other", "notes.txt"], set(), 0),
        (["/"], {"CT004", "CT101"}, 1),
        ([".."], {"CT004", "CT101"}, 1),
    ],
)
def test_a_path_limits_what_is_reported_and_the_exit_code_follows(
    parts: Path, capsys: pytest.CaptureFixture[str], paths: list[str], codes: set[str], code: int
) -> None:
    assert verify(parts, *paths) == code
    found = document(parts, capsys, *paths)
    assert {finding["code"] for finding in found["findings"] if finding["severity"] == "error"} == codes
    assert found["summary"] == document(parts, capsys)["summary"]
    assert found["summary"]["errors"] == 2


def test_paths_count_from_the_folder_given_and_not_from_the_root(
    parts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(parts / "claims", "x.yaml") == 0
    assert verify(parts / "claims", "claims/x.yaml") == 2
    monkeypatch.chdir(parts / "claims/sub")
    assert run(["verify", "b.yaml"]) == 1
    assert run(["verify", "../x.yaml"]) == 0
    assert run(["verify", str(parts / "claims/sub/b.yaml")]) == 1
    assert "claims/sub/b.yaml:3:4" in capsys.readouterr().out


def test_a_path_that_is_a_link_to_a_record_file_counts_as_the_file_that_was_read(tmp_path: Path) -> None:
    lay(project(tmp_path / "p"), {"../elsewhere/b.yaml": HEAD + UNSOURCED})
    (tmp_path / "p/claims/linked.yaml").symlink_to(tmp_path / "elsewhere/b.yaml")
    assert verify(tmp_path / "p") == 1
    assert verify(tmp_path / "p", "claims/linked.yaml") == 1


def test_a_path_that_leads_through_a_link_to_the_root_counts(tmp_path: Path) -> None:
    project(tmp_path / "p", UNSOURCED)
    (tmp_path / "link").symlink_to(tmp_path / "p")
    assert verify(tmp_path / "link", "claims/x.yaml") == 1


def test_a_path_that_does_not_exist_is_named(parts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(parts, "no[red]where") == 2
    assert capsys.readouterr().err == "claimtrack: no[red]where does not exist.\n"


# ---- choosing


@pytest.mark.parametrize(
    ("args", "codes"),
    [
        (["--select", "CT1"], {"CT101"}),
        (["--select", "CT208,CT402"], {"CT402"}),
        (["--select", "CT101", "--select", "CT402"], {"CT101", "CT402"}),
        (["--ignore", "CT1, CT5"], {"CT402"}),
        (["--ignore", "CT"], set()),
        (["--select", ""], {"CT101", "CT402"}),
    ],
)
def test_flags_choose_rules_and_take_several_codes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], args: list[str], codes: set[str]
) -> None:
    project(tmp_path, UNSOURCED)
    findings = document(tmp_path, capsys, *args)["findings"]
    assert {finding["code"] for finding in findings if finding["file"] == "claims/x.yaml"} == codes


def test_a_flag_replaces_the_setting_of_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(project(tmp_path, UNSOURCED), {"claimtrack.toml": 'select = ["CT4"]\nignore = ["CT402"]\n'})
    assert document(tmp_path, capsys)["findings"] == []
    assert [f["code"] for f in document(tmp_path, capsys, "--select", "CT1")["findings"]] == ["CT101"]
    assert "CT402" in [f["code"] for f in document(tmp_path, capsys, "--ignore", "CT101")["findings"]]


# ---- what is printed


def test_plain_lines_go_to_a_pipe_and_never_wrap(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify(project(tmp_path, "- {id: a, text: %s, type: question}\n" % ("long " * 100)))
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert all(re.match(r"claims/\S+\.yaml:\d+:\d+: (error|warning|info) CT\d{3} \S", line) for line in lines[:-1])
    assert lines[-1] == "1 claim (1 unsourced): 0 errors, 0 warnings, 4 infos"


def test_the_table_sums_infos_up_unless_all_are_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project(tmp_path, "- {id: a, text: T, type: question}\n- {id: b, text: T, type: question}\n")
    verify(tmp_path, "--format", "table")
    assert "CT208  no-passage: 2 records (--all shows them)" in capsys.readouterr().out
    verify(tmp_path, "--format", "table", "--all")
    out = capsys.readouterr().out
    assert ("--all shows" in out, out.count("CT208")) == (False, 2)


def test_a_narrow_terminal_gets_narrow_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    verify(project(tmp_path, UNSOURCED), "--format", "table", "--all")
    assert max(len(line) for line in capsys.readouterr().out.splitlines()) <= 60


@pytest.mark.parametrize("format_", ["plain", "table", "json"])
def test_markup_and_control_characters_of_a_record_are_shown_and_not_obeyed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], format_: str
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    verify(project(tmp_path, '- {id: a, text: T, type: "[red]x[/] \\e[2J {0} %s"}\n'), "--format", format_)
    out, err = capsys.readouterr()
    assert "[red]x[/]" in out
    assert "{0} %s" in out
    assert not {"\x1b", "\x07"} & set(out + err)


def test_files_are_named_relative_to_the_root(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(project(tmp_path, UNSOURCED), {"a/b/c.txt": ""})
    found = document(tmp_path / "a/b", capsys)
    assert {finding["file"] for finding in found["findings"]} == {"claims/x.yaml", "claims/base.yaml"}
    assert str(tmp_path) not in json.dumps(found)


def test_two_runs_say_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project(tmp_path, UNSOURCED, a="claims: [\n", b="- a\n")
    assert document(tmp_path, capsys) == document(tmp_path, capsys)


def test_the_variable_for_snapshots_moves_their_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path, SOUND, **{"texts/t": "no: record\n"})
    assert verify(tmp_path) == 1
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMTRACK_SNAPSHOTS", "claims/texts")
    assert verify(tmp_path) == 0
    assert capsys.readouterr().err == ""


def test_nothing_that_reads_writes(tmp_path: Path) -> None:
    project(tmp_path, UNSOURCED, a="claims: [\n")
    os.utime(tmp_path / "claims/x.yaml", (1, 1))

    def tree() -> dict[str, tuple[bytes, float]]:
        return {
            str(path): (path.read_bytes() if path.is_file() else b"", path.stat().st_mtime)
            for path in sorted(tmp_path.rglob("*"))
        }

    before = tree()
    for args in (["verify"], ["list"], ["list", "sources"], ["show", "six"], ["show", "secret"], ["explain"]):
        for format_ in ("plain", "json", "table"):
            run([*args, "-C", str(tmp_path), "--format", format_])
    assert tree() == before
