"""Looking at a project: what the clock is too coarse for, and what somebody else has put into the cache."""

from __future__ import annotations

import json
import os
import shutil
import time
from typing import TYPE_CHECKING, Any

import pytest

from cached import CLAIMS, MINUTES, basis, known, project_files, rewrite, taken
from claimtrack.store import files, reading, state
from claimtrack.store.cache import Cache
from claimtrack.store.files import Seen, Stamp
from claimtrack.store.state import Recall, keep, take, unchanged
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


# ---- what the clock is too coarse for


class Clock:
    """Gives every file the same stamp but for its size, and tells the time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, stamp: int) -> None:
        self.now = 10**18
        self.stamp = self.now + stamp
        self.read: list[str] = []
        for module in (files, state):
            monkeypatch.setattr(module, "stamp_of", self.stamp_of)
        monkeypatch.setattr(time, "time_ns", lambda: self.now)
        real = reading.read_bytes

        def noted(path: Path, limit: int) -> bytes:
            self.read.append(path.name)
            return real(path, limit)

        monkeypatch.setattr(state, "read_bytes", noted)

    def stamp_of(self, status: os.stat_result) -> Stamp:
        return Stamp(status.st_size, self.stamp, self.stamp, 1)


SECOND = 10**9


@pytest.mark.parametrize("age", [0, -SECOND, +60 * SECOND])
@pytest.mark.parametrize("name", ["claims/x.yaml", "claims/snapshots/minutes.txt"])
def test_a_file_that_was_changed_within_the_grain_of_the_clock_is_read_again(
    root: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch, age: int, name: str
) -> None:
    Clock(monkeypatch, age)
    keep(cache, taken(root))
    assert known(root, cache)
    rewrite(root / name, (root / name).read_text(encoding="utf-8").upper())
    assert known(root, cache) is None


def test_a_file_that_is_older_than_the_grain_is_not_read_again(
    root: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock(monkeypatch, -3 * SECOND)
    keep(cache, taken(root))
    clock.read.clear()
    assert known(root, cache)
    assert clock.read == []
    # What no stamp tells of cannot be seen: this is what the grain is for.
    rewrite(root / "claims/x.yaml", CLAIMS.upper())
    assert known(root, cache)


def test_a_file_is_read_again_only_until_it_is_older_than_the_last_look(
    root: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock(monkeypatch, 0)
    keep(cache, taken(root))
    every = ["texts.yaml", "x.yaml", "y.yaml", "minutes.txt", "port-sale.txt"]
    for later, read in ((0, every), (1, every), (3, every), (3, []), (4, [])):
        clock.now, clock.read = 10**18 + later * SECOND, []
        assert known(root, cache)
        assert sorted(clock.read) == sorted(read), later


# ---- taking it


def a_link(folder: Path) -> None:
    (folder / "minutes.txt").rename(folder / "m")
    (folder / "minutes.txt").symlink_to("m")


def a_folder(folder: Path) -> None:
    (folder / "minutes.txt").unlink()
    (folder / "minutes.txt").mkdir()


def a_file_for_the_folder(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.touch()


@pytest.mark.parametrize("put", [a_link, a_folder, a_file_for_the_folder])
def test_of_what_cannot_be_told_again_no_state_is_taken(root: Path, put: Callable[[Path], None]) -> None:
    before = taken(root)
    put(root / "claims/snapshots")
    folder = root / "claims/snapshots"
    records: list[Seen | None] = [*before.records]
    options: dict[str, Any] = {"basis": "", "taken": 0, "snapshots": folder, "records": records}
    assert take(**options, texts=[]) is not None
    assert take(**options, texts=["minutes.txt"]) is None


def test_of_a_text_that_is_too_large_for_a_digest_no_state_is_taken(
    root: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(cache, taken(root))
    monkeypatch.setattr(state, "_LARGEST", 10)
    assert take(basis="", taken=0, snapshots=root / "claims/snapshots", records=[], texts=["minutes.txt"]) is None
    assert known(root, cache) is None


@pytest.mark.parametrize("name", ["a\0b", "\ud800"])
def test_of_a_text_with_an_impossible_name_no_state_is_taken(root: Path, name: str) -> None:
    assert take(basis="", taken=0, snapshots=root, records=[], texts=[name]) is None


def test_where_a_record_file_could_not_be_read_no_state_is_taken(root: Path) -> None:
    assert take(basis="", taken=0, snapshots=root, records=[None], texts=[]) is None
    assert take(basis="", taken=0, snapshots=root, records=[Seen("x", None, "1")], texts=[]) is None


def test_a_text_that_changes_after_the_state_was_taken_is_told(root: Path) -> None:
    before = taken(root)
    assert unchanged(before)
    rewrite(root / "claims/snapshots/minutes.txt", "other")
    assert not unchanged(before)
    # Put back as it was, it has been another one meanwhile all the same.
    rewrite(root / "claims/snapshots/minutes.txt", MINUTES)
    os.utime(root / "claims/snapshots/minutes.txt", (0, 0))
    assert not unchanged(before)


def test_texts_that_are_known_are_not_read_again_when_another_state_is_taken(
    root: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock(monkeypatch, -3 * SECOND)
    before = taken(root)
    keep(cache, before)
    recall = Recall(root, cache, basis(root).digest)
    clock.read.clear()
    options: dict[str, Any] = {"basis": "", "taken": 0, "snapshots": root / "claims/snapshots", "records": []}
    again = take(**options, texts=["minutes.txt", "port-sale.txt"], recall=recall)
    assert again
    assert (again.texts, clock.read) == (before.texts, [])


def test_a_file_keeps_the_stamp_under_which_its_digest_was_known(root: Path, cache: Cache) -> None:
    keep(cache, taken(root))
    recall = Recall(root, cache, basis(root).digest)
    first = recall.seen["claims/x.yaml"]
    later = Stamp(1, 2, 3, 4)
    records = [Seen(first.path, later, first.digest), Seen("claims/more/y.yaml", later, "another")]
    found = take(basis="", taken=0, snapshots=root, records=records, texts=[], recall=recall)
    assert found
    assert found.records == (first, records[1])


def test_of_a_changed_project_the_files_that_did_not_change_are_known(root: Path, cache: Cache) -> None:
    before = taken(root)
    keep(cache, before._replace(taken=time.time_ns() + 60 * SECOND))
    rewrite(root / "claims/x.yaml", "parties: []\n")
    recall = Recall(root, cache, basis(root).digest)
    assert (recall.state, recall.known) == (None, True)
    assert sorted(recall.seen) == ["claims/more/y.yaml", "claims/texts.yaml"]


# ---- what somebody has made up


STAMP = (1, 1, 1, 1)
RECORDS: list[Any] = [None, 1, [1], [[]], [["a"]], [["a", "b", 1]], [[[], "", *STAMP]]]
TEXTS: list[Any] = [None, 7, [[1, "", *STAMP]], [["\0", ""]], [["/", "", *"abcd"]], [[[], ""]]]
FOLDERS: list[Any] = [None, [1], [[1, 2]], [["\0", ""]]]
OTHERS: list[Any] = [None, 1, []]
TIMES: list[Any] = [None, "now", [], 1e999, True]
MADE_UP: list[object] = [
    *(None, [], {}, "words", 7),
    *({"records": held} for held in RECORDS),
    *({"texts": held} for held in TEXTS),
    *({"folders": held} for held in FOLDERS),
    *({"snapshots": held} for held in OTHERS),
    *({"taken": held} for held in TIMES),
]


@pytest.mark.parametrize("part", MADE_UP, ids=repr)
def test_what_somebody_has_made_up_is_not_known(tmp_path: Path, cache: Cache, part: object) -> None:
    plain = {"snapshots": str(tmp_path), "taken": 0, "records": [], "texts": [], "folders": []}
    digest = basis(tmp_path).digest
    cache.write("state", f"{digest}\n{json.dumps(plain)}".encode())
    assert Recall(tmp_path, cache, digest).state is not None
    made_up = {**plain, **part} if isinstance(part, dict) and part else part
    cache.write("state", f"{digest}\n{json.dumps(made_up)}".encode())
    assert Recall(tmp_path, cache, digest).state is None


@pytest.mark.parametrize("words", ["", "{", "[" * 100_000, "\udcff"])
def test_what_is_not_even_json_is_not_known(root: Path, cache: Cache, words: str) -> None:
    cache.write("state", f"{basis(root).digest}\n{words}".encode("utf-8", "surrogatepass"))
    assert known(root, cache) is None


def test_what_another_project_or_another_program_has_kept_is_not_known(root: Path, cache: Cache) -> None:
    keep(cache, taken(root)._replace(basis="another"))
    recall = Recall(root, cache, basis(root).digest)
    assert (recall.known, recall.seen, recall.state) == (False, {}, None)
    assert recall.texts() == {}
