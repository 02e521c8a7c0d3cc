from __future__ import annotations

import os
import sys
import threading
import time
from typing import IO

import pytest

from claimtrack.store.workers import Worker, processes

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked elsewhere"),
    # The threads of the test runner hold nothing that these workers need.
    pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning"),
]


def test_a_worker_hands_back_what_it_wrote() -> None:
    words = [b"seen here"]
    worker = Worker(lambda out: out.writelines(words))
    result = worker.result()
    assert result is not None
    assert result.read() == b"seen here"
    worker.close()


def test_lines_come_while_the_work_goes_on() -> None:
    ready, go = os.pipe()

    def work(out: IO[bytes]) -> None:
        out.write(b"one\n\ntw")
        out.flush()
        os.read(ready, 1)
        out.write(b"o\nrest")

    worker = Worker(work)
    lines = worker.lines()
    assert [next(lines), next(lines)] == [b"one", b""]
    os.write(go, b"!")
    assert list(lines) == [b"two"]
    worker.close()
    os.close(ready)
    os.close(go)


def test_of_a_worker_that_fails_the_lines_before_are_kept() -> None:
    def work(out: IO[bytes]) -> None:
        out.write(b"one\nhalf")
        out.flush()
        raise MemoryError

    worker = Worker(work)
    assert list(worker.lines()) == [b"one"]
    worker.close()


def fail(_out: IO[bytes]) -> None:
    raise MemoryError


def leave(_out: IO[bytes]) -> None:
    raise SystemExit(0)


@pytest.mark.parametrize("work", [fail, leave, lambda _: os.kill(os.getpid(), 9)])
def test_a_worker_that_fails_in_any_way_hands_back_nothing(work: object) -> None:
    worker = Worker(work)  # type: ignore[arg-type]
    assert worker.result() is None
    worker.close()


def test_a_worker_that_is_closed_early_is_stopped() -> None:
    begun = time.monotonic()
    worker = Worker(lambda _: time.sleep(60))
    worker.close()
    assert time.monotonic() - begun < 30


def test_a_worker_changes_nothing_here() -> None:
    seen: list[int] = []
    worker = Worker(lambda _: seen.append(1))
    worker.result()
    worker.close()
    assert seen == []


@pytest.mark.parametrize(("wanted", "number"), [("1", 1), ("3", 3), ("0", 1)])
def test_the_variable_says_how_many_processes(monkeypatch: pytest.MonkeyPatch, wanted: str, number: int) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert processes({"CLAIMTRACK_JOBS": wanted}) == number


@pytest.mark.parametrize("wanted", ["", "many", "-2", "\N{SUPERSCRIPT TWO}"])
def test_otherwise_there_are_as_many_as_cores_up_to_four(monkeypatch: pytest.MonkeyPatch, wanted: str) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(64)))
    assert processes({"CLAIMTRACK_JOBS": wanted}) == 4


def test_beside_other_threads_and_on_other_systems_there_is_but_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert processes({"CLAIMTRACK_JOBS": "3"}) == 1
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert processes({"CLAIMTRACK_JOBS": "3"}) == 1
