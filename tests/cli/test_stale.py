from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from claimtrack.cli import run
from support import BASE, lay

if TYPE_CHECKING:
    from pathlib import Path

X = """\
article: harbour-sale
claims:
  - id: six
    text: Six of nine voted.
    sources: [{source: board-minutes, at: page 4}]
  - id: rest
    text: The sale is valid.
    sources: [{source: board-minutes, at: page 4}]
    relations: [{claim: six, as: depends-on}]
"""


def git(folder: Path, *arguments: str) -> None:
    environ = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@y.z", *arguments]
    subprocess.run(command, cwd=folder, check=True, env=environ | plain, capture_output=True)  # noqa: S603


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A project in which somebody has signed a claim."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.delenv("CLAIMTRACK_SNAPSHOTS", raising=False)
    lay(tmp_path, {**BASE, "claims/x.yaml": X})
    assert run(["sign", "six", "--by", "ben", "-C", str(tmp_path)]) == 0
    capsys.readouterr()
    return tmp_path


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / "claims" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def stale(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["stale", "-C", str(folder), *arguments]) == 0
    return capsys.readouterr().out


def test_where_all_checks_stand_nothing_is_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stale(folder, capsys) == ""
    shown = json.loads(stale(folder, capsys, "--format", "json"))
    assert shown == {"schema": "claimtrack/stale/1", "items": []}


def test_without_git_the_parts_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder, "x.yaml", "Six of", "Few of")
    assert stale(folder, capsys) == (
        "harbour-sale/six\tchanged: the claim itself (its words, figures, verdict or citations)\tben, 2026-11-22\t\n"
        "harbour-sale/rest\trests on harbour-sale/six\t\t\n"
    )


def test_with_git_the_fields_are_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "signed")
    change(folder, "x.yaml", "Six of", "Few of")
    change(folder, "base.yaml", "Minutes of the board", "Minutes of a board")
    line = stale(folder, capsys).splitlines()[0]
    assert "text: “Six” → “Few”; source board-minutes, title: “the” → “a” (since " in line
    (item, _) = json.loads(stale(folder, capsys, "--format", "json"))["items"]
    assert [entry["field"] for entry in item["changes"]] == ["text", "source board-minutes, title"]


@pytest.mark.parametrize("form", ["table", "markdown", "csv"])
def test_every_format_of_a_table_does(folder: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    change(folder, "x.yaml", "Six of", "Few of")
    assert "ben, 2026-11-22" in stale(folder, capsys, "--format", form)


def test_a_check_that_is_too_old_is_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(folder, {"claimtrack.toml": 'format = 1\nmax-check-age = "90d"\n'})
    assert stale(folder, capsys) == ""
    assert "the check is too old" in stale(folder, capsys, "--as-of", "2027-11-22")


def test_broken_files_are_named_and_the_rest_is_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder, "x.yaml", "Six of", "Few of")
    lay(folder, {"claims/z.yaml": "sources: ["})
    assert run(["stale", "-C", str(folder)]) == 0
    shown = capsys.readouterr()
    assert (len(shown.out.splitlines()), "claims/z.yaml has 1 problem" in shown.err) == (2, True)


def test_an_unknown_format_comes_before_all_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stale", "-C", str(tmp_path), "--format", "pdf"]) == 2
    assert "`pdf` is no format" in capsys.readouterr().err


def test_the_help_says_that_the_exit_code_judges_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stale", "--help"]) == 0
    assert "exit code is 0" in " ".join(capsys.readouterr().out.split())
