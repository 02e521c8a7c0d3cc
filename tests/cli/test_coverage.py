from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from claimtrack.cli import run
from claimtrack.store.snapshots import digest_of
from support import BASE, lay

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Sold\n\nSix of nine voted. It cost 14 million.\n\nIt rained on Monday\nand froze.\n"
RECORDS = f"""\
article: story
sources:
  - id: story
    kind: article
    title: Sold
    snapshot: {{file: story.txt, sha256: {digest_of(TEXT)}}}
    set_aside: [{{quote: "Sign \\e[2J up", why: w}}]
  - {{id: fresh, kind: article, title: Sold, snapshot: {{file: story.txt, sha256: {digest_of(TEXT)}}}}}
claims:
  - {{id: six, text: t, quote: Six of nine voted}}
"""
OTHER = "claims: [{id: six, text: t, article: harbour-sale}]\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CLAIMTRACK_SNAPSHOTS", raising=False)
    return lay(tmp_path, {**BASE, "claims/x.yaml": RECORDS, "claims/snapshots/story.txt": TEXT})


def coverage(folder: Path, *arguments: str) -> int:
    return run(["coverage", *arguments, "-C", str(folder)])


def test_a_pipe_gets_a_line_an_article_and_stderr_what_is_set_aside_for_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert coverage(folder) == 0
    out, err = capsys.readouterr()
    assert out == "story\t4\t2\t50.0\t3, 5\n"
    assert err == "claimtrack: story: “Sign \\x1b[2J up” is set aside and does not stand in its text.\n"


def test_several_articles_have_a_total_and_one_whose_text_is_not_here_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(folder, {"claims/y.yaml": OTHER})
    assert coverage(folder) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == ["harbour-sale\t\t\t\tnot checked", "story\t4\t2\t50.0\t3, 5", "TOTAL\t4\t2\t50.0\t"]
    assert "claimtrack: harbour-sale was not checked: no text of it is recorded.\n" in err


def test_the_sentences_are_shown_with_their_reasons(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert coverage(folder, "--show-text") == 0
    assert capsys.readouterr().out.splitlines() == [
        "story\t3\tIt cost 14 million.\tfigure “14 million”",
        "story\t5\tIt rained on Monday and froze.\tdate “Monday”",
    ]


@pytest.mark.parametrize(("percent", "code"), [("0", 0), ("50", 0), ("50.1", 1), ("100", 1)])
def test_below_a_limit_it_fails(folder: Path, percent: str, code: int) -> None:
    assert coverage(folder, "--fail-under", percent) == code
    assert coverage(folder, "story", "--fail-under", percent, "--format", "json") == code


@pytest.mark.parametrize("percent", ["101", "-1", "many"])
def test_a_limit_is_a_percentage(folder: Path, percent: str) -> None:
    assert coverage(folder, "--fail-under", percent) == 2


def test_each_article_has_to_reach_the_limit(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bound = f"{{file: w.txt, sha256: {digest_of('Nobody spoke. ' * 90)}}}"
    records = f"article: whole\nsources: [{{id: whole, kind: article, title: W, snapshot: {bound}}}]\n"
    lay(folder, {"claims/w.yaml": records, "claims/snapshots/w.txt": "Nobody spoke. " * 90})
    assert coverage(folder, "--fail-under", "90") == 1
    assert "TOTAL\t94\t92\t97.8\t" in capsys.readouterr().out


def test_json_is_one_object_for_an_article_and_items_for_all(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert coverage(folder, "story", "--format", "json") == 0
    one = json.loads(capsys.readouterr().out)
    assert (one.pop("schema"), one["article"], one["percent"]) == ("claimtrack/coverage/1", "story", 50.0)
    assert one["uncovered"][1] == {"line": 5, "text": "It rained on Monday\nand froze.", "reasons": ["date “Monday”"]}
    assert one["not_in_text"] == ["Sign \x1b[2J up"]
    assert coverage(folder, "--format", "json", "--show-text") == 0
    assert json.loads(capsys.readouterr().out) == {"schema": "claimtrack/coverage/1", "items": [one]}
    assert coverage(folder, "story", "--format", "jsonl") == 0
    assert json.loads(capsys.readouterr().out) == one


def test_the_other_formats(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(folder, {"claims/y.yaml": OTHER})
    coverage(folder, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["article"], row["missing"]) for row in rows] == [("harbour-sale", "not checked"), ("story", "3, 5")]
    coverage(folder, "story", "--format", "markdown")
    assert capsys.readouterr().out.splitlines()[2] == "| story | 4 | 2 | 50.0 | 3, 5 |"
    coverage(folder, "story", "--format", "table")
    assert capsys.readouterr().out.startswith("2 of 4 sentences covered (50.0 %)\n")
    assert coverage(folder, "--format", "tabel") == 2
    assert "there are" in capsys.readouterr().err


def test_an_article_without_claims_can_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert coverage(folder, "source:fresh") == 0
    assert capsys.readouterr().out == "fresh\t4\t1\t25.0\t3, 5\n"


@pytest.mark.parametrize(
    ("name", "words"), [("storey", "storey"), ("story/six", "story/six"), ("board-minutes", "is no article")]
)
def test_what_is_no_article_is_wrong_usage(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, words: str
) -> None:
    assert coverage(folder, name) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err


def test_where_no_text_is_here_nothing_passes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "claims" / "snapshots" / "story.txt").unlink()
    assert coverage(folder, "story", "--format", "json", "--fail-under", "0") == 3
    out, err = capsys.readouterr()
    assert json.loads(out)["percent"] is None
    assert err.splitlines() == [
        "claimtrack: story was not checked: its text story.txt is not here.",
        "claimtrack: no article could be checked.",
    ]


def test_without_a_project_json_is_printed_still(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert coverage(tmp_path, "--format", "json") == 3
    assert json.loads(capsys.readouterr().out) == {"schema": "claimtrack/coverage/1", "items": []}
    assert coverage(tmp_path, "story", "--format", "json") == 3
    assert capsys.readouterr().out == ""


def test_broken_files_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(folder, {"claims/y.yaml": "claims: [{id: a"})
    assert coverage(folder) == 0
    assert "claims/y.yaml has 1 problem" in capsys.readouterr().err


def test_a_threshold_that_is_no_number_is_wrong_usage(tmp_path: Path) -> None:
    assert run(["coverage", "--fail-under", "nan", "-C", str(lay(tmp_path, BASE))]) == 2
