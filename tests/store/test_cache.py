from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack.store.cache import VARIABLE, Cache, caches_folder, project_cache

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def names(cache: Cache) -> list[str]:
    return sorted(path.relative_to(cache.folder).as_posix() for path in cache.folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("data", [b"", b"words", bytes(range(256)) * 1_000])
def test_what_was_written_comes_back(cache: Cache, data: bytes) -> None:
    cache.write("group/name", data)
    assert cache.read("group/name") == data


def test_what_was_never_written_is_not_there(cache: Cache) -> None:
    assert cache.read("name") is None
    assert cache.size() == (0, 0)


def test_the_last_one_written_is_the_one_that_is_read(cache: Cache) -> None:
    cache.write("name", b"one")
    cache.write("name", b"two")
    assert (cache.read("name"), names(cache)) == (b"two", ["name"])


def test_nobody_else_may_look_into_it(cache: Cache) -> None:
    cache.write("group/name", b"a leak")
    folders = (cache.folder, cache.folder / "group")
    assert [path.stat().st_mode & 0o077 for path in (*folders, cache.folder / "group/name")] == [0, 0, 0]


def test_a_file_that_was_renamed_is_not_there(cache: Cache) -> None:
    cache.write("one", b"words")
    (cache.folder / "one").rename(cache.folder / "two")
    assert cache.read("two") is None


def test_a_file_that_was_cut_short_or_changed_anywhere_is_not_there(cache: Cache) -> None:
    cache.write("name", b"words")
    path = cache.folder / "name"
    whole = path.read_bytes()
    broken = [whole[:end] for end in range(len(whole))]
    broken += [whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :] for at in range(len(whole)) for bit in (1, 128)]
    for data in (*broken, whole + b" "):
        path.write_bytes(data)
        assert cache.read("name") is None
    path.write_bytes(whole)
    assert cache.read("name") == b"words"


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_folder(path: Path) -> None:
    (path / "deep").mkdir(parents=True)


def a_loop(path: Path) -> None:
    path.symlink_to(path)


def a_dead_link(path: Path) -> None:
    path.symlink_to("nowhere")


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_huge_file(path: Path) -> None:
    path.touch()
    os.truncate(path, 2**40)


def a_large_file_of_somebody_else(path: Path) -> None:
    path.touch()
    os.truncate(path, 2**29)


STRANGE = [a_pipe, a_folder, a_loop, a_dead_link, a_device, a_huge_file, a_large_file_of_somebody_else]


@pytest.mark.parametrize("put", STRANGE)
def test_what_is_no_file_of_ours_is_not_there_and_holds_nothing_up(cache: Cache, put: Callable[[Path], None]) -> None:
    cache.folder.mkdir()
    put(cache.folder / "name")
    assert cache.read("name") is None
    cache.write("name", b"words")
    if put is not a_folder:
        assert cache.read("name") == b"words"
    assert names(cache) == ([] if put is a_folder else ["name"])


def test_a_folder_in_the_place_of_a_file_costs_no_descriptor(cache: Cache) -> None:
    (cache.folder / "name").mkdir(parents=True)
    before = len([*Path("/dev/fd").iterdir()])
    assert [cache.read("name") for _ in range(10)] == [None] * 10
    assert len([*Path("/dev/fd").iterdir()]) == before


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = Cache(tmp_path / "file")
    cache.write("group/name", b"words")
    cache.touch("group/name")
    cache.keep_newest("group", number=1, size=1)
    assert (cache.read("group/name"), cache.size(), cache.clear()) == (None, (0, 0), 0)


@pytest.mark.parametrize("name", ["open", "replace"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), PermissionError(13, "Permission denied")])
def test_what_the_system_refuses_leaves_the_old_one(
    cache: Cache, monkeypatch: pytest.MonkeyPatch, name: str, error: OSError
) -> None:
    cache.write("group/name", b"old")

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(os, name, refuse)
    cache.write("group/name", b"new")
    monkeypatch.undo()
    assert (cache.read("group/name"), names(cache)) == (b"old", ["group/name"])


def test_where_no_folder_can_be_made_nothing_is_kept(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "mkdir", refuse)
    cache.write("group/name", b"words")
    assert (cache.read("group/name"), cache.folder.exists()) == (None, False)


def test_whoever_interrupts_leaves_nothing_half_written(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    cache.write("name", b"old")
    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        cache.write("name", b"new")
    assert (cache.read("name"), names(cache)) == (b"old", ["name"])


def test_a_scratch_file_is_never_one_that_somebody_has_put_there(
    cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "diary").write_bytes(b"dear diary")
    cache.folder.mkdir()
    monkeypatch.setattr(os, "urandom", bytes)
    (cache.folder / f"name.{'00' * 8}.tmp").symlink_to(tmp_path / "diary")
    cache.write("name", b"words")
    assert (tmp_path / "diary").read_bytes() == b"dear diary"


def test_the_newest_things_of_a_group_are_kept(cache: Cache) -> None:
    for number in range(5):
        cache.write(f"group/{number}", b"x" * 100)
        os.utime(cache.folder / "group" / str(number), (number, number))
    cache.write("other/0", b"")
    cache.touch("group/0")
    cache.keep_newest("group", number=3, size=2**20)
    assert names(cache) == ["group/0", "group/3", "group/4", "other/0"]
    cache.keep_newest("group", number=3, size=(cache.folder / "group/0").stat().st_size)
    assert names(cache) == ["group/0", "other/0"]


def test_what_a_killed_program_left_half_written_goes_after_an_hour(cache: Cache) -> None:
    cache.write("state", b"")
    for name in ("state.0.tmp", "records/1.1.tmp", "records/2.2.tmp"):
        (cache.folder / name).parent.mkdir(exist_ok=True)
        (cache.folder / name).touch()
    for name in ("state.0.tmp", "records/1.1.tmp"):
        os.utime(cache.folder / name, (0, time.time() - 4_000))
    cache.keep_newest("answers", number=1, size=1)
    assert names(cache) == ["records/2.2.tmp", "state"]


def test_all_of_it_can_be_thrown_away(cache: Cache) -> None:
    for name in ("state", "answers/1", "records/01", "records/02"):
        cache.write(name, b"words")
    size = sum(path.stat().st_size for path in cache.folder.rglob("*") if path.is_file())
    assert cache.size() == (4, size)
    assert (cache.clear(), cache.folder.exists(), cache.clear()) == (4, False, 0)


def test_what_others_have_put_into_it_does_not_keep_it_from_being_thrown_away(cache: Cache, tmp_path: Path) -> None:
    cache.write("state", b"")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/file").touch()
    (cache.folder / "answers").symlink_to(tmp_path / "mine")
    assert cache.clear() == 2
    assert (tmp_path / "mine/file").exists()
    assert not cache.folder.exists()


def test_a_link_in_the_place_of_the_folder_is_not_cleared(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/file").touch()
    (tmp_path / "cache").symlink_to(tmp_path / "mine")
    cache = Cache(tmp_path / "cache")
    assert (cache.size(), cache.clear()) == ((0, 0), 0)
    assert (tmp_path / "mine/file").exists()


# ---- where it is


def test_each_root_has_a_folder_of_its_own(tmp_path: Path) -> None:
    environ = {VARIABLE: str(tmp_path)}
    roots = [tmp_path / name for name in ("desk", "other/desk", "港 desk.yaml", "x" * 200)]
    caches = [project_cache(root, environ) for root in roots]
    folders = [cache.folder for cache in caches if cache]
    assert len(set(folders)) == len(roots)
    assert {folder.parent for folder in folders} == {tmp_path}
    assert folders[0].name.startswith("desk-")
    # A name without a dot ends in no `.yaml`, wherever it may lie.
    assert folders[2].name.startswith("港deskyaml-")
    assert all(len(os.fsencode(folder.name)) < 200 for folder in folders)
    assert project_cache(roots[0], environ) is not caches[0]
    assert [cache.folder for cache in [project_cache(roots[0], environ)] if cache] == folders[:1]


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({}, "linux", "/home/ana/.cache/claimtrack"),
        ({}, "darwin", "/home/ana/Library/Caches/claimtrack"),
        ({}, "win32", "/home/ana/AppData/Local/claimtrack"),
        ({"XDG_CACHE_HOME": "/var/ana"}, "linux", "/var/ana/claimtrack"),
        ({"XDG_CACHE_HOME": "ana"}, "linux", "/home/ana/.cache/claimtrack"),
        ({"XDG_CACHE_HOME": ""}, "linux", "/home/ana/.cache/claimtrack"),
        ({"LOCALAPPDATA": "/ana/local"}, "win32", "/ana/local/claimtrack"),
        ({VARIABLE: "/caches", "XDG_CACHE_HOME": "/var/ana"}, "linux", "/caches"),
        ({VARIABLE: ""}, "linux", "/home/ana/.cache/claimtrack"),
    ],
)
def test_it_lies_where_the_system_has_such_things(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], platform: str, folder: str
) -> None:
    monkeypatch.setenv("HOME", "/home/ana")
    assert caches_folder(environ, platform) == Path(folder)


def test_a_relative_folder_that_somebody_names_counts_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert caches_folder({VARIABLE: "mine"}) == tmp_path / "mine"


def test_without_a_home_there_is_none_but_where_one_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    assert caches_folder({}, "linux") is None
    assert project_cache(tmp_path, {}) is None
    assert caches_folder({"XDG_CACHE_HOME": "/var/ana"}, "linux") == Path("/var/ana/claimtrack")


def test_a_home_that_is_relative_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "ana")
    assert caches_folder({}, "linux") is None
