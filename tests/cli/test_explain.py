from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimtrack.cli import run
from claimtrack.rules import catalogue

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["CT101", "ct101", "unsourced"])
def test_a_rule_is_explained_by_code_or_name(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", name]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["CT101 unsourced (error)", "A claim that no source bears on."]
    assert [line for line in lines if line in ("What", "Why", "Bad", "Good", "Fix", "Source")] == [
        *["What", "Why", "Bad", "Good", "Fix", "Source"]
    ]


def test_an_example_can_be_copied_from_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert run(["explain", "CT101", "--format", "table"]) == 0
    out = capsys.readouterr().out
    assert "- {source: board-minutes, says: The vote is dated a month before the announcement.}\n" in out


def test_without_a_code_every_rule_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == 0
    assert [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()] == sorted(catalogue())


@pytest.mark.parametrize(("args", "schema"), [([], "claimtrack/rules/1"), (["CT101"], "claimtrack/rule/1")])
def test_rules_are_there_for_programs_too(args: list[str], schema: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", *args, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == schema


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["CT1O1"], "`CT1O1` is no rule. Did you mean `CT101`?"),
        (["CT101", "--format", "csv"], "`csv` is no format of this command; there are json, plain, table."),
        (["--format", "xml"], "`xml` is no format of this command"),
    ],
)
def test_what_there_is_not_is_wrong_usage(args: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", *args]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err


def test_no_project_is_needed(tmp_path: Path) -> None:
    assert run(["explain", "CT101", "-C", str(tmp_path)]) == 0
