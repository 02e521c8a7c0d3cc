from __future__ import annotations

import sys
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from claimtrack.model.findings import Fault
from claimtrack.model.settings import Limits
from claimtrack.rules import codes
from claimtrack.store import readers
from claimtrack.store.files import Found, Stamp, record_files
from claimtrack.store.readers import read_files
from claimtrack.store.recorded import FileRecords
from support import lay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from claimtrack.store.readers import Read

CLAIMS = """\
article: a
claims:
  - id: six
    text: Six voted.
    figures: [{value: 6, unit: members}]
    sources: [{source: s, quote: six votes, at: page 4}]
"""
FILES: dict[str, str | bytes] = {
    "claims/a.yaml": CLAIMS,
    "claims/b.yaml": "parties: [{id: p, name: N}]\n",
    "claims/c.yaml": "claims: [{id: broken}]\n",
    "claims/d.yaml": b"\xff",
    "claims/e.yaml": CLAIMS.replace("article: a", "article: e"),
}


def told(read: Read) -> tuple[object, ...]:
    """What is the same wherever a file was read."""
    if isinstance(read.held, Fault):
        return (read.file.path, read.digest, read.held)
    records = [(record.key, str(record.marks.place(("sources", 0, "at")))) for record in read.held.sound]
    return (read.file.path, read.digest, records, read.held.faults, read.held.article)


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    def allow(number: int) -> None:
        monkeypatch.setattr(readers, "ENOUGH", 1)
        monkeypatch.setattr(readers, "processes", lambda: number)

    return allow


def read(folder: Path) -> list[Read]:
    return list(read_files(folder, record_files(folder, folder / "claims/snapshots"), codes(), Limits()))


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked elsewhere")
@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
@pytest.mark.parametrize("number", [2, 3, 9])
def test_several_processes_read_what_one_does(tmp_path: Path, processes: Callable[[int], None], number: int) -> None:
    lay(tmp_path, FILES)
    alone = [told(item) for item in read(tmp_path)]
    processes(number)
    assert [told(item) for item in read(tmp_path)] == alone
    assert [path for path, *_ in alone] == list(FILES)


@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_where_a_worker_fails_its_files_are_read_here(
    tmp_path: Path, processes: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing:
        def __init__(self, work: object) -> None:
            pass

        def lines(self) -> Iterator[bytes]:
            yield b""

        def close(self) -> None:
            pass

    lay(tmp_path, FILES)
    alone = [told(item) for item in read(tmp_path)]
    processes(2)
    monkeypatch.setattr(readers, "Worker", Failing)
    assert [told(item) for item in read(tmp_path)] == alone


def test_only_files_whose_yaml_is_in_order_are_handed_over(tmp_path: Path) -> None:
    lay(tmp_path, FILES)
    reader = readers.Reader(tmp_path, codes(), Limits(), None)
    out = BytesIO()
    files = record_files(tmp_path, tmp_path / "claims/snapshots")
    reader.hand_over(files, out)
    lines = out.getvalue().splitlines()
    assert [bool(line) for line in lines] == [True, True, True, False, True]
    taken = [reader.take_over(file, line) for file, line in zip(files, lines, strict=True)]
    assert [told(item) for item in taken] == [told(item) for item in read(tmp_path)]
    assert isinstance(taken[0].held, FileRecords)


def sized(*sizes: int) -> list[Found]:
    return [Found(f"claims/{place}.yaml", Stamp(size, 0, 0, 0)) for place, size in enumerate(sizes)]


def test_a_small_project_is_read_by_one_process() -> None:
    assert readers.slices(sized(10, 10), frozenset(), 2) == [(0, 2)]


def test_the_others_have_as_much_to_read_as_each_other_and_this_process_half_of_it() -> None:
    files = sized(*[1_000_000] * 43)
    found = readers.slices(files, frozenset(), 4)
    assert found == [(0, 7), (7, 19), (19, 31), (31, 43)]


def test_what_is_remembered_counts_for_nothing() -> None:
    files = sized(*[1_000_000] * 40)
    known = frozenset(file.path for file in files[:20])
    first, second = readers.slices(files, known, 2)
    assert first == (0, 27)
    assert second == (27, 40)
