from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from claimtrack.cli import run
from support import BASE, lay

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = """\
article: harbour-sale
claims:
- {id: six, text: Six voted., type: numerical, claimant: daily-ledger, tags: [sale, vote],
   verdict: {label: supported, why: w}, sources: [{source: board-minutes, at: page 4}],
   checks: [{by: ana, date: 2026, digest: "1:a:b:c"}]}
- {id: secret, text: "It was [red]secret[/red] \\e[2J.", about: harbour-board}
- {id: read, text: It was read., sources: [evening-post-story]}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay(tmp_path, {**BASE, "claims/x.yaml": RECORDS})


def rows(folder: Path, capsys: pytest.CaptureFixture[str], *args: str) -> list[list[str]]:
    assert run(["list", *args, "-C", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return [line.split("\t") for line in out.splitlines()]


def test_a_pipe_gets_the_whole_text_of_every_claim(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rows(project, capsys) == [
        ["harbour-sale/six", "Six voted.", "single-origin", "1", "supported"],
        ["harbour-sale/secret", "It was [red]secret[/red] \\x1b[2J.", "unsourced", "0", ""],
        ["harbour-sale/read", "It was read.", "unexamined", "0", ""],
    ]


@pytest.mark.parametrize(
    ("what", "first", "count"),
    [
        ("claims", "harbour-sale/six", 3),
        ("sources", "harbour-sale", 3),
        ("parties", "daily-ledger", 4),
        ("articles", "harbour-sale", 1),
    ],
)
def test_every_kind_of_record_is_listed(
    project: Path, capsys: pytest.CaptureFixture[str], what: str, first: str, count: int
) -> None:
    found = rows(project, capsys, what)
    assert (found[0][0], len(found)) == (first, count)


@pytest.mark.parametrize(
    ("args", "ids"),
    [
        (["--sourcing", "unsourced"], ["secret"]),
        (["--sourcing", "unsourced", "--sourcing", "single-origin"], ["six", "secret"]),
        (["--verdict", "supported"], ["six"]),
        (["--type", "numerical"], ["six"]),
        (["--article", "harbour-sale"], ["six", "secret", "read"]),
        (["--source", "board-minutes,evening-post-story"], ["six", "read"]),
        (["--party", "harbour-board"], ["secret"]),
        (["--party", "daily-ledger", "--party", "harbour-board"], ["six", "secret"]),
        (["--tag", "vote"], ["six"]),
        (["--tag", "nothing"], []),
        (["--unchecked"], ["secret", "read"]),
        (["-s", "VOTED"], ["six"]),
        (["--search", "was", "--unchecked", "--sourcing", "unexamined"], ["read"]),
        (["--sort", "id"], ["read", "secret", "six"]),
        (["--sort", "-independent"], ["six", "secret", "read"]),
    ],
)
def test_flags_filter_and_sort(
    project: Path, capsys: pytest.CaptureFixture[str], args: list[str], ids: list[str]
) -> None:
    assert [row[0].rpartition("/")[2] for row in rows(project, capsys, *args)] == ids


def test_columns_are_chosen_by_name(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(project, capsys, "--columns", "line,id", "--columns", "tags")
    assert found[0] == ["3", "harbour-sale/six", "sale, vote"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["nonsense"], "'nonsense' is not one of"),
        (["--sourcing", "none"], "`none` is none of unsourced, unexamined,"),
        (["--verdict", "true"], "`true` is none of supported, refuted,"),
        (["--type", "fact"], "`fact` is none of quote, numerical,"),
        (["--article", "harbour-sail"], "`harbour-sail` is no recorded id. Did you mean `harbour-sale`?"),
        (["--source", "minutes"], "`minutes` is no recorded id. Did you mean `board-minutes`?"),
        (["--party", "board-minutes"], "`board-minutes` is no recorded id."),
        (["--columns", "id,colour"], "`colour` is no column of claims; there are id, article, text,"),
        (["--sort", "colour"], "`colour` is no column of claims"),
        (["--format", "xml"], "`xml` is no format of this command; there are csv, json,"),
    ],
)
def test_wrong_usage_is_told_on_stderr_and_nothing_is_listed(
    project: Path, capsys: pytest.CaptureFixture[str], args: list[str], words: str
) -> None:
    assert run(["list", *args, "-C", str(project)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err


def test_json_is_the_items_under_a_schema(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["list", "-C", str(project), "--format", "json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (list(found), found["schema"]) == (["schema", "items"], "claimtrack/list/1")
    assert [item["id"] for item in found["items"]] == ["harbour-sale/six", "harbour-sale/secret", "harbour-sale/read"]
    assert list(found["items"][0]) == [
        *["id", "article", "text", "quote", "type", "claimant", "sourcing", "credibility", "independent", "origins"],
        *["verdict", "checked", "tags", "file", "line"],
    ]
    assert found["items"][1]["text"] == "It was [red]secret[/red] \x1b[2J."


def test_every_other_format_lists_the_same(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def listed(format_: str) -> str:
        assert run(["list", "-C", str(project), "--format", format_, "--columns", "id,type"]) == 0
        return capsys.readouterr().out

    ids = ["harbour-sale/six", "harbour-sale/secret", "harbour-sale/read"]
    assert [json.loads(line)["id"] for line in listed("jsonl").splitlines()] == ids
    assert [row[0] for row in csv.reader(io.StringIO(listed("csv")))] == ["id", *ids]
    assert listed("markdown").splitlines()[2] == "| harbour-sale/six | numerical |"


def test_a_narrow_terminal_gets_a_narrow_table(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    run(["list", "-C", str(project), "--format", "table"])
    lines = capsys.readouterr().out.splitlines()
    assert max(len(line) for line in lines) <= 60
    assert lines[0] == "3 claims in harbour-sale"


def test_of_a_long_table_the_first_rows_are_shown_unless_all_are_asked_for(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(project, {"claims/y.yaml": "parties:\n" + "".join(f"- {{id: p{number}, name: N}}\n" for number in range(350))})
    run(["list", "parties", "-C", str(project), "--format", "table"])
    assert "54 more: narrow the list down, or give --all" in capsys.readouterr().out
    run(["list", "parties", "-C", str(project), "--format", "table", "--all"])
    out = capsys.readouterr().out
    assert ("more: narrow" in out, "p349" in out) == (False, True)
    assert len(rows(project, capsys, "parties")) == 354


def test_broken_files_are_named_on_stderr_and_the_rest_is_listed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(
        project,
        {"claims/odd.yaml": "claims: [\n", "claims/z.yaml": "parties: [{id: p, nam: N}, {id: q, name: N, of: p}]\n"},
    )
    assert run(["list", "parties", "-C", str(project)]) == 0
    out, err = capsys.readouterr()
    assert [line.split("\t")[0] for line in out.splitlines()][-1] == "q"
    assert err == (
        "claimtrack: claims/odd.yaml has 1 problem; `claimtrack verify` says which.\n"
        "claimtrack: claims/z.yaml has 1 problem; `claimtrack verify` says which.\n"
    )


def test_a_project_without_claims_lists_nothing_and_one_that_is_none_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["list", "-C", str(tmp_path)]) == 3
    assert capsys.readouterr().out == ""
    lay(tmp_path, {"claimtrack.toml": ""})
    assert rows(tmp_path, capsys) == []
