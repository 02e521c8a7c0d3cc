"""The shortest proof that an installed claimtrack works: CI runs it against the built wheel, too."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import claimtrack

ROOT = Path(os.environ.get("CLAIMTRACK_SMOKE_CORPUS") or Path(__file__).parents[2])


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "claimtrack", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603  (our own program)


def test_where_a_wheel_is_to_be_tested_it_is_the_wheel() -> None:
    assert "CLAIMTRACK_SMOKE_CORPUS" not in os.environ or "site-packages" in claimtrack.__file__
    assert (Path(claimtrack.__file__).parent / "py.typed").is_file()


def test_it_tells_its_version() -> None:
    assert run("--version").stdout == f"claimtrack {claimtrack.__version__}\n"


def test_the_first_corpus_has_unsourced_claims_and_verify_says_so() -> None:
    ended = run("verify", "--format", "json")
    assert (ended.returncode, ended.stderr) == (1, "")
    assert json.loads(ended.stdout)["summary"]["sourcing"]["unsourced"] > 0


def test_it_lists_and_shows_what_is_recorded() -> None:
    items = json.loads(run("list", "--format", "json").stdout)["items"]
    shown = json.loads(run("show", items[0]["id"], "--format", "json").stdout)
    assert shown["text"] == items[0]["text"]


def test_it_explains_every_rule() -> None:
    lines = run("explain").stdout.splitlines()
    assert lines
    for code in {line.split("\t")[0] for line in (lines[0], lines[-1])}:
        assert run("explain", code).stdout.startswith(code)
