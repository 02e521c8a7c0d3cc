from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

from claimtrack.cli import run
from claimtrack.store.write import Edit
from support import BASE, lay

if TYPE_CHECKING:
    from pathlib import Path

X = """\
# Kept
article: harbour-sale
claims:
  - id: six-votes   # a comment
    text: Six of the board voted to sell.
    quote: six voted for the sale
    sources:
      - {source: board-minutes, quote: carried by six votes, at: page 4}
    verdict: {label: supported, why: Page 4 says so.}
  - id: three
    text: Three   voted against.
    sources: [{source: board-minutes, at: page 4}]
    checks:
      - {by: cy, date: 2026-03-14}
  - id: secret
    text: It was kept secret.
"""
Y = """\
article: harbour-sale
claims:
  - {id: nine, text: Nine sit on the board., sources: [{source: board-minutes, at: page 1}]}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    monkeypatch.delenv("CLAIMTRACK_SNAPSHOTS", raising=False)
    return lay(tmp_path, {**BASE, "claims/x.yaml": X, "claims/y.yaml": Y})


def sign(folder: Path, *arguments: str) -> int:
    return run(["sign", *arguments, "-C", str(folder)])


def records(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (folder / "claims").glob("*.yaml")}


def added(folder: Path, before: dict[str, str]) -> list[str]:
    """Return the lines that came in; none may have gone."""
    after = records(folder)
    lines = []
    for name, text in before.items():
        old = text.splitlines()
        new = after[name].splitlines()
        lines += [line for line in new if line not in old]
        assert [line for line in new if line in old] == old
    return lines


def test_the_claim_is_shown_and_the_check_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = records(folder)
    assert sign(folder, "six-votes", "--by", "ben", "--role", "checker") == 0
    shown = capsys.readouterr()
    for words in (
        "ben, checker, 2026-11-22\nsigns 1 claim",
        "harbour-sale/six-votes\n  claim: Six of the board voted to sell.",
        "passage: “six voted for the sale”",
        "supports: board-minutes, page 4",
        "“carried by six votes”",
        "supported: Page 4 says so.",
    ):
        assert words in shown.out
    (line,) = added(folder, before)
    assert line.startswith("    checks: [{by: ben, role: checker, date: 2026-11-22, digest: ")
    assert "so the check does not bind the paragraph" in shown.err
    assert "signed in claims/x.yaml" in shown.err


def test_what_was_signed_stands_until_it_changes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sign(folder, "six-votes", "three", "nine", "--by", "ben", "--date", "2026-03-15") == 0
    capsys.readouterr()
    run(["verify", "-C", str(folder), "--select", "CT401,CT402", "--fail-on", "never"])
    assert "CT401" not in (shown := capsys.readouterr().out)
    assert shown.count("CT402") == 1
    lay(folder, {"claims/x.yaml": records(folder)["x.yaml"].replace("Three   voted", "Four voted")})
    run(["verify", "-C", str(folder), "--select", "CT401", "--fail-on", "never"])
    assert "harbour-sale/three: what ben signed on 2026-03-15 has changed" in capsys.readouterr().out


def test_several_claims_of_several_files_are_signed_at_once(folder: Path) -> None:
    before = records(folder)
    assert sign(folder, "six-votes", "harbour-sale/three", "claim:nine", "three", "--by", "Ben O'Neil") == 0
    assert records(folder)["y.yaml"].count("by: Ben O'Neil") == 1
    lines = [line for line in added(folder, {"x.yaml": before["x.yaml"]}) if "by:" in line]
    assert len(lines) == 2
    assert "- {by: cy, date: 2026-03-14}" in records(folder)["x.yaml"]


def test_the_same_check_is_not_written_twice(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sign(folder, "three", "--by", "ben") == 0
    before = records(folder)
    assert sign(folder, "three", "--by", "ben") == 0
    assert records(folder) == before
    assert "bears this very check already" in capsys.readouterr().err
    assert sign(folder, "three", "--by", "ben", "--as-of", "2026-11-23") == 0
    assert "date: 2026-11-23" in records(folder)["x.yaml"]


def test_a_claim_with_errors_is_refused_and_so_are_the_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = records(folder)
    assert sign(folder, "three", "secret", "--by", "ben") == 1
    shown = capsys.readouterr()
    assert (records(folder), shown.out) == (before, "")
    assert "harbour-sale/secret: error CT101" in shown.err
    assert "nothing was signed" in shown.err
    assert sign(folder, "three", "secret", "--by", "ben", "--force") == 0
    assert len([line for line in added(folder, before) if "by: ben" in line]) == 2


def test_a_stale_check_is_no_reason_to_refuse_the_new_one(folder: Path) -> None:
    lay(folder, {"claimtrack.toml": 'format = 1\nseverity = {CT401 = "error", CT402 = "error"}\n'})
    assert sign(folder, "three", "--by", "ben") == 0


def test_a_broken_claim_is_refused_even_by_force(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(folder, {"claims/z.yaml": "article: harbour-sale\nclaims: [{id: odd, text: T., typ: event}]"})
    assert sign(folder, "odd", "--by", "ben", "--force") == 1
    assert "cannot be read as it stands" in capsys.readouterr().err


def test_an_author_who_signs_is_told_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sign(folder, "three", "--by", "ana-ruiz") == 0
    assert "harbour-sale/three: ana-ruiz checked this and wrote harbour-sale." in capsys.readouterr().err


def test_the_json_has_the_claims_and_the_checks(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sign(folder, "three", "nine", "--by", "ben", "--format", "json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["schema"] == "claimtrack/sign/1"
    assert [item["id"] for item in shown["items"]] == ["harbour-sale/three", "harbour-sale/nine"]
    check = shown["items"][0]["check"]
    assert check | {"digest": ""} == {"by": "ben", "role": None, "date": "2026-11-22", "digest": ""}
    assert f'digest: "{check["digest"]}"' in records(folder)["x.yaml"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["three"], "--by"),
        (["--by", "ben"], "ID"),
        (["thre", "--by", "ben"], "Did you mean `three`"),
        (["three", "board-minutes", "--by", "ben"], "`board-minutes` is a source; only claims are signed"),
        (["party:daily-ledger", "--by", "ben"], "is a party; only claims are signed"),
        (["three", "--by", " "], "give a name"),
        (["three", "--by", "a\nb"], "give a name"),
        (["three", "--by", "ben", "--role", "\x1b[1m"], "give a name"),
        (["three", "--by", "ben", "--date", "soon"], "soon"),
        (["three", "--by", "ben", "--format", "csv"], "`csv` is no format"),
    ],
)
def test_wrong_usage_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    before = records(folder)
    assert sign(folder, *arguments) == 2
    assert records(folder) == before
    assert message in capsys.readouterr().err


def test_a_file_that_cannot_be_edited_keeps_the_others_from_being_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(folder, {"claims/y.yaml": Y.replace("id: nine,", "id: &i nine,")})
    before = records(folder)
    assert sign(folder, "three", "nine", "--by", "ben") == 2
    assert records(folder) == before
    assert "uses a YAML anchor or alias" in (shown := capsys.readouterr()).err
    assert shown.out == ""


def test_a_file_that_cannot_be_written_says_what_was(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: "y.yaml" not in str(path) and real(path, mode))
    assert sign(folder, "three", "nine", "--by", "ben") == 2
    shown = capsys.readouterr().err
    assert "y.yaml is read-only" in shown
    assert "What is in claims/x.yaml is signed." in shown


def test_nothing_is_signed_that_could_not_be_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_text: str) -> int:
        raise BrokenPipeError

    saved: list[Edit] = []
    monkeypatch.setattr(Edit, "save", saved.append)
    monkeypatch.setattr(sys.stdout, "write", broken)
    monkeypatch.setattr("claimtrack.cli.give_up_stdout", lambda: None)
    assert sign(folder, "three", "--by", "ben") == 141
    assert not saved
