"""Whether a project is what it was: every change is seen, and what only looks like one is none."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from cached import CLAIMS, MINUTES, known, link, project_files, rewrite, taken
from claimtrack.store import state
from claimtrack.store.cache import Cache
from claimtrack.store.state import basis_of, keep
from support import lay

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CLAIMTRACK_SNAPSHOTS", raising=False)
    return lay(tmp_path / "desk", {**project_files(), "claims/more/y.yaml": "parties: [{id: ode, name: Ode}]\n"})


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


# ---- what is a change


def put_back(path: Path, text: str) -> None:
    """Change a file to something as long, and put its time back."""
    before = path.stat()
    assert len(text.encode()) == before.st_size
    rewrite(path, text)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def link_instead(path: Path, target: Path) -> None:
    path.rename(target)
    rewrite(target, target.read_text(encoding="utf-8").replace("i", "o"))
    path.symlink_to(target)


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def turned(root: Path) -> None:
    """Put a link to other texts in the place of the snapshots folder."""
    folder = root / "claims/snapshots"
    folder.rename(root / "old")
    lay(root / "new", {"port-sale.txt": "other", "minutes.txt": "other"})
    folder.symlink_to(root / "new")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file is edited": lambda root: rewrite(root / "claims/x.yaml", CLAIMS + "# more\n"),
    "a file is edited to the same size": lambda root: put_back(
        root / "claims/x.yaml", CLAIMS.replace("bargain", "BARGAIN")
    ),
    "a file is new": lambda root: rewrite(root / "claims/z.yaml", ""),
    "a file is new in a folder": lambda root: lay(root, {"claims/a/z.yml": ""}),
    "a file is gone": lambda root: (root / "claims/more/y.yaml").unlink(),
    "a file is renamed": lambda root: (root / "claims/x.yaml").rename(root / "claims/z.yaml"),
    "a folder is renamed": lambda root: (root / "claims/more").rename(root / "claims/less"),
    "two files change places": lambda root: (
        (root / "claims/x.yaml").rename(root / "claims/z"),
        (root / "claims/more/y.yaml").rename(root / "claims/x.yaml"),
        (root / "claims/z").rename(root / "claims/more/y.yaml"),
    ),
    "a file is a link": lambda root: link_instead(root / "claims/x.yaml", root / "x"),
    "a file is a folder": lambda root: folder_instead(root / "claims/x.yaml"),
    "a file is a link to nowhere": lambda root: (
        (root / "claims/x.yaml").rename(root / "x"),
        link(root / "claims/x.yaml", root / "nowhere"),
    ),
    "all files are gone": lambda root: shutil.rmtree(root / "claims"),
    "settings are new": lambda root: rewrite(root / "claimtrack.toml", "format = 1\n"),
    "settings in pyproject are new": lambda root: rewrite(root / "pyproject.toml", "[tool.claimtrack]\n"),
    "a text is edited": lambda root: rewrite(root / "claims/snapshots/minutes.txt", "other"),
    "a text is edited to the same size": lambda root: put_back(root / "claims/snapshots/minutes.txt", MINUTES.upper()),
    "a text is gone": lambda root: (root / "claims/snapshots/minutes.txt").unlink(),
    "a text is a link": lambda root: link_instead(root / "claims/snapshots/minutes.txt", root / "m"),
    "a text is a link to the same": lambda root: (
        (root / "claims/snapshots/minutes.txt").rename(root / "m"),
        link(root / "claims/snapshots/minutes.txt", root / "m"),
    ),
    "a text is a folder": lambda root: folder_instead(root / "claims/snapshots/minutes.txt"),
    "the texts are elsewhere": turned,
    "the texts are gone": lambda root: shutil.rmtree(root / "claims/snapshots"),
    "the folder of texts is a file": lambda root: (
        (root / "claims/snapshots").rename(root / "old"),
        rewrite(root / "claims/snapshots", ""),
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen(root: Path, cache: Cache, change: Callable[[Path], object]) -> None:
    keep(cache, taken(root))
    assert known(root, cache)
    change(root)
    assert known(root, cache) is None


def test_a_text_that_was_not_there_is_seen_when_it_comes(root: Path, cache: Cache) -> None:
    (root / "claims/snapshots/minutes.txt").unlink()
    keep(cache, taken(root))
    assert known(root, cache)
    rewrite(root / "claims/snapshots/minutes.txt", MINUTES)
    assert known(root, cache) is None


def test_a_change_of_settings_is_seen(root: Path, cache: Cache) -> None:
    rewrite(root / "claimtrack.toml", "format = 1\nmin-origins = 1\n")
    keep(cache, taken(root))
    assert known(root, cache)
    put_back(root / "claimtrack.toml", "format = 1\nmin-origins = 2\n")
    assert known(root, cache) is None


def test_another_folder_of_texts_is_seen(root: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(cache, taken(root))
    monkeypatch.setenv("CLAIMTRACK_SNAPSHOTS", str(root / "texts"))
    assert known(root, cache) is None
    keep(cache, taken(root))
    assert known(root, cache)
    monkeypatch.setenv("CLAIMTRACK_SNAPSHOTS", str(root / "other"))
    assert known(root, cache) is None


def test_a_relative_folder_of_texts_is_another_one_from_another_folder(
    root: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMTRACK_SNAPSHOTS", "texts")
    monkeypatch.chdir(root)
    keep(cache, taken(root))
    assert known(root, cache)
    monkeypatch.chdir(root / "claims")
    assert known(root, cache) is None


def test_a_link_further_up_that_was_turned_is_seen(root: Path, cache: Cache) -> None:
    # Before, the text lies outside of its folder and is none; behind the new link it lies inside.
    lay(root / "far", {"sub/minutes.txt": MINUTES})
    (root / "claims/snapshots/sub").symlink_to(root / "far/sub")
    text = (root / "claims/texts.yaml").read_text(encoding="utf-8")
    rewrite(root / "claims/texts.yaml", text.replace("file: ", "file: sub/"))
    keep(cache, taken(root))
    assert known(root, cache)
    (root / "claims/snapshots").rename(root / "old")
    (root / "claims/snapshots").symlink_to(root / "far")
    assert known(root, cache) is None


def test_another_program_knows_nothing(root: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(cache, taken(root))
    monkeypatch.setattr(state, "program", lambda: ("another",))
    assert known(root, cache) is None
    monkeypatch.setattr(state, "program", lambda: None)
    assert basis_of(root) is None


def test_a_project_that_was_moved_is_another_one(root: Path, cache: Cache) -> None:
    keep(cache, taken(root))
    root.rename(root.with_name("moved"))
    assert known(root.with_name("moved"), cache) is None


@pytest.mark.parametrize("name", ["claimtrack.toml", "pyproject.toml"])
def test_settings_that_cannot_be_read_make_a_project_of_which_nothing_is_kept(root: Path, name: str) -> None:
    (root / name).mkdir()
    assert basis_of(root) is None


def test_a_working_directory_that_is_gone_is_no_basis_for_a_relative_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "claims/more")
    shutil.rmtree(root / "claims/more")
    assert basis_of(root, {"CLAIMTRACK_SNAPSHOTS": "texts"}) is None
    assert basis_of(root, {"CLAIMTRACK_SNAPSHOTS": "/texts"})


# ---- what is none

SAME: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _: None,
    "a file is touched": lambda root: (root / "claims/x.yaml").touch(),
    "a file is as old as can be": lambda root: os.utime(root / "claims/x.yaml", (0, 0)),
    "a file is written again": lambda root: rewrite(root / "claims/x.yaml", CLAIMS),
    "a file is replaced by its copy": lambda root: (
        shutil.copy(root / "claims/x.yaml", root / "copy"),
        (root / "copy").replace(root / "claims/x.yaml"),
    ),
    "a file is a link to the same": lambda root: (
        (root / "claims/x.yaml").rename(root / "x"),
        link(root / "claims/x.yaml", root / "x"),
    ),
    "a text is written again": lambda root: rewrite(root / "claims/snapshots/minutes.txt", MINUTES),
    "a text that nobody names": lambda root: rewrite(root / "claims/snapshots/other.txt", "other"),
    "a file that is no record file": lambda root: rewrite(root / "claims/notes.md", "other"),
    "a change that was taken back": lambda root: (
        rewrite(root / "claims/x.yaml", ""),
        rewrite(root / "claims/x.yaml", CLAIMS),
    ),
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_what_leaves_all_bytes_as_they_are_is_no_change(
    root: Path, cache: Cache, change: Callable[[Path], object]
) -> None:
    before = taken(root)
    keep(cache, before)
    change(root)
    after = known(root, cache)
    assert after
    assert after.digest() == before.digest() == taken(root).digest()


def test_two_states_of_other_bytes_have_other_digests(root: Path) -> None:
    before = taken(root)
    seen = {before.digest()}
    for change in ("a file is edited", "a text is edited", "a file is new", "a text is gone", "settings are new"):
        CHANGES[change](root)
        seen.add(taken(root).digest())
    assert len(seen) == 6
