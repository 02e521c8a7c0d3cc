from __future__ import annotations

import json
import os
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from claimtrack.cli import run
from claimtrack.store import atomic
from support import lay

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = """\
# Kept
sources:
  - id: sale
    kind: article
    title: Sold   # a comment
  - {id: minutes, kind: document, title: Minutes, retrieved: 2026-02}
  - id: "post"
    kind: post
    url: a.b
    note: &n word
"""
SHA = sha256(b"Words.\n").hexdigest()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    monkeypatch.delenv("CLAIMTRACK_SNAPSHOTS", raising=False)
    return lay(tmp_path, {"claims/x.yaml": RECORDS, "in.txt": "Words.  \r\n", "new.txt": "Other words."})


def records(folder: Path) -> str:
    return (folder / "claims" / "x.yaml").read_text(encoding="utf-8")


def snapshot(folder: Path, *arguments: str) -> int:
    return run(["snapshot", *arguments, "-C", str(folder)])


def refusal(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert snapshot(folder, *arguments) == 2
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    shown = capsys.readouterr()
    assert shown.out == ""
    return shown.err


def test_the_text_is_stored_and_bound(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert snapshot(folder, "sale", "in.txt") == 0
    assert capsys.readouterr().out == ""
    assert (folder / "claims" / "snapshots" / "sale.txt").read_bytes() == b"Words.\n"
    added = f"    snapshot: {{file: sale.txt, sha256: {SHA}}}\n    retrieved: 2026-11-22\n"
    assert records(folder) == RECORDS.replace("a comment\n", f"a comment\n{added}")


def test_the_file_and_the_date_can_be_given(folder: Path) -> None:
    assert snapshot(folder, "source:minutes", "in.txt", "--as", "2026/m.txt", "--retrieved", "2026-03") == 0
    assert (folder / "claims" / "snapshots" / "2026" / "m.txt").is_file()
    assert f"retrieved: 2026-03,\n     snapshot: {{file: 2026/m.txt, sha256: {SHA}}}}}" in records(folder)


def test_a_date_that_is_recorded_stays_until_other_words_come(folder: Path) -> None:
    assert snapshot(folder, "minutes", "in.txt") == 0
    assert "retrieved: 2026-02," in (first := records(folder))
    assert snapshot(folder, "minutes", "in.txt") == 0
    assert records(folder) == first
    assert snapshot(folder, "minutes", "new.txt") == 0
    assert "retrieved: 2026-11-22," in records(folder)
    assert SHA not in records(folder)
    assert (folder / "claims" / "snapshots" / "minutes.txt").read_bytes() == b"Other words.\n"


def test_the_folder_that_the_variable_names_is_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMTRACK_SNAPSHOTS", str(folder / "texts"))
    assert snapshot(folder, "sale", "in.txt") == 0
    assert (folder / "texts" / "sale.txt").is_file()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["sale"], "give a SOURCE and the FILE"),
        ([], "give a SOURCE and the FILE"),
        (["sale", "in.txt", "--format", "json"], "`--format` goes with `--status`"),
        (["sale", "in.txt", "--status"], "`--status` lists what is stored"),
        (["--status", "--format", "pdf"], "`pdf` is no format"),
        (["sal", "in.txt"], "Did you mean `sale`"),
        (["sal", "--status"], "Did you mean `sale`"),
        (["sale", "no.txt"], "no.txt does not exist"),
        (["sale", "claims/x.yaml"], "no text can be taken"),
        (["sale", "in.txt", "--retrieved", "soon"], "soon"),
        (["sale", "in.txt", "--as", "../x.txt"], "leaves the snapshots folder"),
        (["post", "in.txt"], "claims/x.yaml: source post uses a YAML anchor or alias"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert message in refusal(folder, capsys, *arguments)


def test_another_sources_text_is_not_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert snapshot(folder, "sale", "in.txt") == 0
    assert "snapshot of another source" in refusal(folder, capsys, "minutes", "new.txt", "--as", "sale.txt")


@pytest.mark.parametrize("before", [[], ["sale", "in.txt"]])
def test_if_the_record_cannot_be_written_the_text_is_not_stored_either(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, before: list[str]
) -> None:
    assert not before or snapshot(folder, *before) == 0
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: "x.yaml" not in str(path) and real(path, mode))
    assert "x.yaml is read-only" in refusal(folder, capsys, "sale", "new.txt")


def test_an_interrupt_after_the_record_was_written_takes_nothing_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(where: Path) -> None:
        if where.name == "claims":
            raise KeyboardInterrupt

    monkeypatch.setattr(atomic, "_keep_name", interrupt)
    assert snapshot(folder, "sale", "in.txt") == 130
    assert SHA in records(folder)
    assert (folder / "claims" / "snapshots" / "sale.txt").is_file()


def test_the_status_of_all_texts_is_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    snapshot(folder, "sale", "in.txt")
    snapshot(folder, "minutes", "new.txt")
    (folder / "claims" / "snapshots" / "minutes.txt").unlink()
    capsys.readouterr()
    assert snapshot(folder, "--status") == 0
    assert capsys.readouterr().out == "sale\there\tsale.txt\t\nminutes\tmissing\tminutes.txt\t\npost\tnone\t\t\n"
    assert snapshot(folder, "sale", "--status", "--format", "json") == 0
    shown = json.loads(capsys.readouterr().out)
    item = {"source": "sale", "status": "here", "snapshot": "sale.txt", "sha256": SHA, "reason": None}
    assert shown == {"schema": "claimtrack/snapshots/1", "items": [item]}


def test_broken_files_are_named_and_the_rest_is_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(folder, {"claims/y.yaml": "sources: ["})
    assert snapshot(folder, "--status") == 0
    shown = capsys.readouterr()
    assert (len(shown.out.splitlines()), "claims/y.yaml has 1 problem" in shown.err) == (3, True)
