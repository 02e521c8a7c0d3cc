from __future__ import annotations

import io
import sys
import threading
import time

import pytest

from claimtrack.cli._progress import Waiting


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "monotonic", clock)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return clock


def test_nothing_is_drawn_within_the_first_second(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    with Waiting() as waiting:
        clock.now += 0.9
        waiting("reading", 1, 10)
    assert isinstance(sys.stderr, Terminal)
    assert sys.stderr.getvalue() == ""


def test_then_a_bar_tells_how_far_the_work_has_come_and_goes_away(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Waiting() as waiting:
        clock.now += 1.1
        waiting("reading", 3, 10)
        drawn = terminal.getvalue()
        clock.now += 0.01
        waiting("reading", 4, 10)
        assert terminal.getvalue() == drawn
    assert "reading" in drawn
    assert "3/10" in drawn.replace(" ", "")
    assert terminal.getvalue().endswith("\x1b[2K")


@pytest.mark.parametrize("terminal", [True, False])
def test_nothing_is_drawn_where_nobody_looks(
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    terminal: bool,  # noqa: FBT001
) -> None:
    stream = Terminal() if terminal else io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    if terminal:
        monkeypatch.setenv("TERM", "dumb")
    with Waiting() as waiting:
        clock.now += 5
        waiting("reading", 3, 10)
    assert stream.getvalue() == ""


def test_the_bar_needs_no_thread_of_its_own(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    before = threading.active_count()
    with Waiting() as waiting:
        clock.now += 2
        waiting("reading", 1, 2)
        assert threading.active_count() == before


def test_an_interrupt_takes_the_bar_away(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    def work() -> None:
        with Waiting() as waiting:
            clock.now += 2
            waiting("reading", 1, 2)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert terminal.getvalue().endswith("\x1b[2K")
