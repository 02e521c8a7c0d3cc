from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cached import cache_of, project_files, said
from support import lay

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAIMTRACK_CACHE", str(tmp_path / "caches"))
    return lay(tmp_path / "desk", project_files())


def test_it_tells_where_the_cache_is_and_how_large(root: Path) -> None:
    said(root, "verify")
    code, out, err = said(root, "cache", "--format", "json")
    files, size = cache_of(root).size()
    assert (code, err, files > 1) == (0, "", True)
    assert json.loads(out) == {
        "schema": "claimtrack/cache/1",
        "root": str(root),
        "folder": str(cache_of(root).folder),
        "files": files,
        "bytes": size,
        "dropped": None,
    }
    assert f"{files} files, 0.0 MB" in said(root, "cache").out


def test_it_throws_the_cache_of_this_project_away_and_no_other(root: Path, tmp_path: Path) -> None:
    other = lay(tmp_path / "other", project_files())
    before = said(root, "verify")
    said(other, "verify")
    files = cache_of(other).size()[0]
    assert f"{files} files thrown away" in said(root, "cache", "clear").out
    assert (cache_of(root).size(), cache_of(other).size()[0]) == ((0, 0), files)
    assert "was empty already" in said(root, "cache", "clear").out
    assert said(root, "verify") == before


def test_looking_at_it_makes_none(root: Path, tmp_path: Path) -> None:
    assert "empty" in said(root, "cache").out
    assert not (tmp_path / "caches").exists()


def test_without_a_place_for_it_the_command_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CLAIMTRACK_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "nowhere")
    for what in ("info", "clear"):
        code, out, _ = said(root, "cache", what)
        assert (code, "There is no cache" in out) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["cache", "nonsense"], 2, "nonsense"),
        (["cache", "--format", "csv"], 2, "`csv` is no format of this command"),
    ],
)
def test_wrong_usage_is_told(root: Path, arguments: list[str], code: int, words: str) -> None:
    found = said(root, *arguments)
    assert (found.code, words in found.err) == (code, True)


def test_where_there_is_no_project_there_is_no_cache_of_it(tmp_path: Path) -> None:
    assert said(tmp_path, "cache").code == 3
