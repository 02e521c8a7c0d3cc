from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import claimtrack
from claimtrack.store.program import program

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small program and a folder of libraries."""
    for name in ("package/__init__.py", "package/rules/ct101.py", "site-packages/library.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.setattr(claimtrack, "__file__", str(tmp_path / "package/__init__.py"))
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "site-packages")])
    os.utime(tmp_path / "site-packages", (0, 0))
    return tmp_path


def an_edited_rule(copy: Path) -> None:
    (copy / "package/rules/ct101.py").write_text("x = 1\n", encoding="utf-8")


def a_touched_module(copy: Path) -> None:
    os.utime(copy / "package/__init__.py", (0, 0))


def a_new_rule(copy: Path) -> None:
    (copy / "package/rules/ct102.py").touch()


def a_removed_rule(copy: Path) -> None:
    (copy / "package/rules/ct101.py").unlink()


def a_new_folder(copy: Path) -> None:
    (copy / "package/model").mkdir()


def a_library_that_was_installed(copy: Path) -> None:
    (copy / "site-packages/another.py").touch()


@pytest.mark.parametrize(
    "change", [an_edited_rule, a_touched_module, a_new_rule, a_removed_rule, a_new_folder, a_library_that_was_installed]
)
def test_a_change_makes_it_another_program(copy: Path, change: Callable[[Path], None]) -> None:
    before = program()
    assert before == program()
    change(copy)
    assert before != program()


def test_another_version_or_another_python_is_another_program(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {repr(program())}
    for thing, name in ((claimtrack, "__version__"), (sys, "version"), (sys, "byteorder")):
        monkeypatch.setattr(thing, name, "other")
        seen.add(repr(program()))
    assert len(seen) == 4
    assert copy.exists()


def test_files_that_are_no_part_of_the_program_say_nothing(copy: Path) -> None:
    before = program()
    (copy / "package/__pycache__").mkdir()
    (copy / "package/notes.txt").touch()
    assert before == program()


def test_a_program_that_is_no_files_cannot_be_told_from_others(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (copy / "program.zip").touch()
    monkeypatch.setattr(claimtrack, "__file__", str(copy / "program.zip/claimtrack/__init__.py"))
    assert program() is None


def test_the_program_that_runs_here_can_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert program() is not None
    assert Path(claimtrack.__file__).is_file()
