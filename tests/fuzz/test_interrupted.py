"""Whatever happens while a command writes: each file is the old one or the new one, and nothing else is left."""

from __future__ import annotations

import errno
import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack.cli import run
from fuzz.faults import Steps, struck
from support import BASE, lay

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parents[1]
RECORDS = """\
article: harbour-sale
claims:
  - id: six-votes
    text: Six of the board voted to sell.
    sources: [{source: board-minutes, at: page 4}]
"""
OLD_TEXT = "Words that were there before.\n" * 200
NEW_TEXT = "Other words that come in their place.\n" * 300
FILES = {**BASE, "claims/x.yaml": RECORDS, "in.txt": NEW_TEXT}
SIGN = ["sign", "six-votes", "--by", "ben"]
FIRST, AGAIN = (["snapshot", source, "in.txt"] for source in ("harbour-sale", "board-minutes"))
"""A text that comes in anew, and one that takes the place of another."""
COMMANDS = {"sign": SIGN, "snapshot": FIRST, "snapshot again": AGAIN}


def no_room() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def interrupt() -> None:
    raise KeyboardInterrupt


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    monkeypatch.delenv("CLAIMTRACK_SNAPSHOTS", raising=False)


def project(folder: Path) -> Path:
    """Return a project with a text under the minutes."""
    lay(folder, {**FILES, "in.txt": OLD_TEXT})
    assert run(["snapshot", "board-minutes", "in.txt", "-C", str(folder)]) == 0
    return lay(folder, {"in.txt": NEW_TEXT})


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def outcomes(tmp_path: Path, command: list[str]) -> tuple[dict[str, bytes], dict[str, bytes], int]:
    """Return what a project holds before a command and after it, and how many steps it takes."""
    folder = project(tmp_path / "whole")
    before = content(folder)
    steps = Steps(0, no_room, after=False)
    with struck(steps):
        assert run([*command, "-C", str(folder)]) == 0
    assert steps.done >= 4
    assert content(folder) != before
    return before, content(folder), steps.done


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("fault", [no_room, interrupt])
@pytest.mark.parametrize("name", COMMANDS)
def test_a_step_that_fails_leaves_all_as_it_was_or_all_done(
    tmp_path: Path, name: str, fault: Callable[[], None], *, after: bool
) -> None:
    before, done, number = outcomes(tmp_path, COMMANDS[name])
    for at in range(1, number + 1):
        folder = project(tmp_path / f"{at}")
        steps = Steps(at, fault, after=after)
        with struck(steps):
            code = run([*COMMANDS[name], "-C", str(folder)])
        assert steps.struck
        if steps.names[at - 1] == "replace" and fault is no_room and after:
            continue  # A system that renames and says that it did not cannot be helped.
        left = content(folder)
        assert left in (before, done), (steps.names, [key for key in left if left[key] != before.get(key)])
        assert code == (130 if fault is interrupt else 2) or (code == 0 and left == done)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_disk_that_stays_full_leaves_no_file_half_written_and_none_behind(tmp_path: Path, name: str) -> None:
    before, done, number = outcomes(tmp_path, COMMANDS[name])
    for at in range(1, number + 1):
        folder = project(tmp_path / f"{at}")
        with struck(Steps(at, no_room, after=False, lasting=True)):
            run([*COMMANDS[name], "-C", str(folder)])
        left = content(folder)
        assert left.keys() <= before.keys() | done.keys()
        assert all(left[file] in (before.get(file), done.get(file)) for file in left)


# ---- killed

KILLED = """\
import json, os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from claimtrack.cli import run
from fuzz.faults import Steps, struck
run([*json.loads(sys.argv[3]), "-C", str(Path(sys.argv[2]) / "first")])  # imports what it needs, for all that follow
for at in range(1, int(sys.argv[4]) + 1):
    for after in (False, True):
        folder = Path(sys.argv[2]) / f"{at}-{after}"
        child = os.fork()
        if child == 0:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            with struck(Steps(at, lambda: os.kill(os.getpid(), signal.SIGKILL), after=after)):
                run([*json.loads(sys.argv[3]), "-C", str(folder)])
            os._exit(0)
        killed = os.waitpid(child, 0)[1] == signal.SIGKILL
        print(json.dumps([folder.name, killed]), flush=True)
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_killed_at_any_step_each_file_is_the_old_one_or_the_new_one(tmp_path: Path, name: str) -> None:
    before, done, number = outcomes(tmp_path, COMMANDS[name])
    for folder in ("first", *(f"{at}-{after}" for at in range(1, number + 1) for after in (False, True))):
        lay(tmp_path / folder, before)
    script = [sys.executable, "-c", KILLED, str(HERE), str(tmp_path), json.dumps(COMMANDS[name]), str(number)]
    found = subprocess.run(script, capture_output=True, text=True, check=True, timeout=120)  # noqa: S603  (our own)
    told = [line for line in found.stdout.splitlines() if line.startswith('["')]
    killed = [folder for folder, was in map(json.loads, told) if was]
    assert len(killed) >= 2 * number - 1  # a folder that is there already is not made, so nobody dies after it
    for folder in killed:
        left = content(tmp_path / folder)
        scratch = {file for file in left if Path(file).name.startswith(".claimtrack-") and file.endswith(".tmp")}
        assert left.keys() - scratch <= before.keys() | done.keys()
        assert all(left[file] in (before.get(file), done.get(file)) for file in left.keys() - scratch)
        assert len(scratch) <= 1
        # What is left behind is no record file and in nobody's way.
        assert (
            run([*COMMANDS[name], "-C", str(tmp_path / folder)]) == 0
            or left["claims/x.yaml"] == before["claims/x.yaml"]
        )


WRITING = """\
import sys
from pathlib import Path
from claimtrack.store.atomic import write_file
path, one, two = Path(sys.argv[1]), b"1" * 300_000, b"2" * 200_000
write_file(path, one, instead_of=None)
print("begun", flush=True)
while True:
    write_file(path, two, instead_of=one)
    write_file(path, one, instead_of=two)
"""


def test_killed_at_random_moments_a_file_is_never_half_written(tmp_path: Path) -> None:
    source = Path(run.__code__.co_filename).parents[2]
    environ = {**os.environ, "PYTHONPATH": str(source)}
    for number in range(15):
        path = tmp_path / f"{number}" / "x.yaml"
        path.parent.mkdir()
        script = [sys.executable, "-S", "-c", WRITING, str(path)]
        with subprocess.Popen(script, stdout=subprocess.PIPE, env=environ) as child:  # noqa: S603  (our own)
            assert child.stdout
            assert child.stdout.readline() == b"begun\n"
            time.sleep(number / 700)
            child.send_signal(signal.SIGKILL)
        assert path.read_bytes() in (b"1" * 300_000, b"2" * 200_000)
        left = [each.name for each in path.parent.iterdir() if each != path]
        assert all(name.startswith(".claimtrack-") and name.endswith(".tmp") for name in left)
        assert len(left) <= 1


# ---- what a file is stays


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_linked_record_file_stays_a_link_and_keeps_its_mode(tmp_path: Path, command: list[str]) -> None:
    folder = project(tmp_path / "p")
    for name in ("x.yaml", "base.yaml"):
        (folder / "far").mkdir(exist_ok=True)
        (folder / "claims" / name).rename(folder / "far" / name)
        (folder / "far" / name).chmod(0o640)
        (folder / "claims" / name).symlink_to(f"../far/{name}")
    before = content(folder / "far")
    assert run([*command, "-C", str(folder)]) == 0
    assert content(folder / "far") != before
    for name in ("x.yaml", "base.yaml"):
        assert (folder / "claims" / name).is_symlink()
        assert stat.S_IMODE((folder / "far" / name).stat().st_mode) == 0o640
