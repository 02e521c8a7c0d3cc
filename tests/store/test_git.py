from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from claimtrack.store import git
from claimtrack.store.git import came_in, contents
from support import lay

if TYPE_CHECKING:
    from pathlib import Path


def run(folder: Path, *arguments: str, day: str = "2026-03-15") -> None:
    who = {f"GIT_{role}_{what}": "x@y.z" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = {f"GIT_{role}_DATE": f"{day}T12:00:00Z" for role in ("AUTHOR", "COMMITTER")}
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    environ = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")} | who | when | plain
    subprocess.run(["git", *arguments], cwd=folder, check=True, env=environ, capture_output=True)  # noqa: S603, S607


def commit(folder: Path, day: str = "2026-03-15") -> None:
    run(folder, "add", "-A")
    run(folder, "commit", "-q", "-m", "A\n\n+++ b/nothing 1:a:b:c", day=day)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project in a folder of a repository, with a name that git would put in quotation marks."""
    run(tmp_path, "init", "-q")
    project = tmp_path / "desk"
    lay(project, {"claims/ä b.yaml": "one\n--- a/two 1:a:b:c\n"})
    commit(tmp_path)
    lay(project, {"claims/ä b.yaml": "zero\n\none\n  --- a/two 1:a:b:c\n+++ b/x\n"})
    commit(tmp_path, "2026-03-16")
    (project / "claims" / "ä b.yaml").rename(project / "claims" / "c.yaml")
    commit(tmp_path, "2026-03-17")
    lay(project, {"claims/c.yaml": "zero\n\none\n--- a/two 1:a:b:c\n+++ b/x\n 2:a:b:c"})
    commit(tmp_path, "2026-03-18")
    return project


def test_the_commit_that_brought_words_in_is_found_through_moves_and_renames(folder: Path) -> None:
    found = came_in(folder, "claims/c.yaml", {"1:a:b:c", "2:a:b:c", "3:a:b:c", ""})
    assert {word: (item.date, item.path) for word, item in found.items()} == {
        "1:a:b:c": ("2026-03-15", "claims/ä b.yaml"),
        "2:a:b:c": ("2026-03-18", "claims/c.yaml"),
    }


def test_what_a_file_held_in_a_commit_is_found(folder: Path) -> None:
    first = came_in(folder, "claims/c.yaml", {"1:a:b:c"})["1:a:b:c"]
    last = came_in(folder, "claims/c.yaml", {"2:a:b:c"})["2:a:b:c"]
    wanted = [(first.id, first.path), (first.id, "claims/c.yaml"), (last.id, "claims"), (last.id, "a\nb")]
    found = contents(folder, [*wanted, (last.id, last.path), ("0" * 40, "x")])
    assert found == {
        (first.id, first.path): b"one\n--- a/two 1:a:b:c\n",
        (last.id, last.path): b"zero\n\none\n--- a/two 1:a:b:c\n+++ b/x\n 2:a:b:c",
    }


def test_each_question_is_one_call_however_many_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    real = subprocess.run

    def counted(command: list[str], **options: object) -> object:
        calls.append(command)
        return real(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", counted)
    came_in(folder, "claims/c.yaml", {f"{number}:a:b:c" for number in range(50)})
    contents(folder, [("HEAD", f"claims/{number}.yaml") for number in range(50)])
    came_in(folder, "claims/c.yaml", [])
    contents(folder, [])
    assert len(calls) == 2


def test_the_variables_of_a_hook_lead_nowhere_else(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert came_in(folder, "claims/c.yaml", ["1:a:b:c"])


def test_without_a_repository_or_without_git_there_is_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert came_in(tmp_path, "x.yaml", ["a"]) == {}
    assert contents(tmp_path, [("HEAD", "x.yaml")]) == {}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert came_in(tmp_path, "x.yaml", ["a"]) == {}


def test_a_git_that_takes_too_long_gives_no_answer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git, "TIMEOUT", 0)
    assert came_in(folder, "claims/c.yaml", ["1:a:b:c"]) == {}


def test_a_file_that_git_does_not_know_has_no_history(folder: Path) -> None:
    assert came_in(folder, "claims/none.yaml", ["a"]) == {}
