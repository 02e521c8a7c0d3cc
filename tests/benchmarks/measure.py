"""Runs commands as whole processes, and takes their time and memory."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

_KIB = 1024


class CommandError(Exception):
    """A command ended otherwise than it should; in words, with what it said."""


class OverTimeError(CommandError):
    """A command took longer than it may."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a command took, over several runs."""

    seconds: tuple[float, ...]
    """Wall time from start to end, by run."""
    cpu: tuple[float, ...]
    """User and system time, of all its processes."""
    peak: int
    """Bytes of the largest resident set of any of its processes, in the shortest run."""

    @property
    def best(self) -> float:
        """The shortest wall time: what the machine does when nobody else uses it."""
        return min(self.seconds)

    @property
    def median(self) -> float:
        """The wall time in the middle."""
        return median(self.seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command and how it has to be run."""

    words: Sequence[str]
    folder: Path
    environ: Mapping[str, str]
    accept: Collection[int] = (0, 1)
    """The exit codes that say that it did its work: 1 is for findings."""
    each: Sequence[str] = ()
    """A last word, another one in each run, so that no run asks what was asked before."""
    before: Callable[[], object] | None = None
    """What to do before each run, outside the measured time."""
    limit: float = 600
    """Seconds after which it is stopped."""


def measure(command: Command, repeats: int, *, budget: float = 60) -> Measure:
    """Run a command several times, after one run that does not count.

    In: the command; how often; the seconds after which no further run begins, so that a slow
    command is run fewer times. A command whose first run takes a fifth of the budget is not run
    again to warm up: that run counts. Raises CommandError where it fails.
    """
    asked = cycle(command.each or [""])
    first = _run(command, next(asked))
    runs = [first] if first[0] > budget / 5 else []
    spent = first[0]
    while len(runs) < repeats and (spent < budget or not runs):
        runs.append(_run(command, next(asked)))
        spent += runs[-1][0]
    peak = min(runs)[2]
    return Measure(tuple(run[0] for run in runs), tuple(run[1] for run in runs), peak)


def _run(command: Command, last: str) -> tuple[float, float, int]:
    """Run a command once, with a last word if there is one. Returns its wall time, CPU time and peak memory."""
    words = [*command.words, *([last] if last else [])]
    if command.before:
        command.before()
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        # Its own session, so that its workers can be stopped with it.
        process = subprocess.Popen(  # noqa: S603  (the commands are those of this benchmark)
            words, cwd=command.folder, env=dict(command.environ), start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said,
        )  # fmt: skip
        watch = threading.Timer(command.limit, os.killpg, (process.pid, signal.SIGKILL))
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        watch.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        name = f"{Path(words[0]).name} {words[1]}"
        if process.returncode == -signal.SIGKILL and seconds >= command.limit:
            raise OverTimeError(f"`{name} …` was stopped after {command.limit:.0f} s")
        if process.returncode not in command.accept:
            said.seek(0)
            told = said.read().decode(errors="replace").strip()[-600:]
            raise CommandError(f"`{name} …` ended with exit code {process.returncode}: {told}")
    # What `wait4` tells is of the process and of all that it waited for; the memory is that of the largest one.
    # Linux begins to count with what the parent had, so this process has to stay small.
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _KIB


def growth(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Return the exponent e of the curve `seconds = c * sizes ** e` that fits best; 1 is linear.

    Method: least squares over the logarithms. Raises ValueError for fewer than two sizes.
    """
    if len(set(sizes)) < 2:
        raise ValueError("growth takes measures of two sizes or more")
    across, up = [math.log(size) for size in sizes], [math.log(taken) for taken in seconds]
    middle, height = sum(across) / len(across), sum(up) / len(up)
    rise = sum((x - middle) * (y - height) for x, y in zip(across, up, strict=True))
    return rise / sum((x - middle) ** 2 for x in across)
