"""Work on several cores: forked processes that share what is in memory and hand back bytes.

Threads do not help, for Python runs one at a time. A fork starts in milliseconds and sees all
that was read so far; where the system has none, or other threads run, everything is done here.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

VARIABLE = "CLAIMTRACK_JOBS"
"""How many processes there may be; 1 for this one alone."""
_MOST = 4
"""More than this wait for the one that puts their results together."""

_AT_ONCE = 2**20
_PAUSE = 0.002
"""In seconds: how long to wait before the next look at what a worker has written."""


def processes(environ: Mapping[str, str] = os.environ) -> int:
    """Return how many processes may work at once, this one included."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    wanted = environ.get(VARIABLE, "")
    cores = len(os.sched_getaffinity(0))
    return max(1, int(wanted)) if wanted.isdecimal() and wanted.isascii() else min(cores, _MOST)


class Worker:
    """A process that does one piece of work while this one goes on."""

    def __init__(self, work: Callable[[IO[bytes]], None]) -> None:
        """Start it. In: what writes the result to the file that it is given. Raises OSError."""
        import tempfile  # noqa: PLC0415  (rarely needed, and slow to import)

        # No pipe: it would fill up, and the worker wait until this process reads.
        self._file = tempfile.TemporaryFile(prefix="claimtrack-")  # noqa: SIM115  (`close` does)
        try:
            self._child = os.fork()
        except OSError:
            self._file.close()
            raise
        if not self._child:
            _work(work, self._file)

    def result(self) -> IO[bytes] | None:
        """Wait for the end of the work. Out: what was written, None where it failed: then do it here."""
        _, status = os.waitpid(self._child, 0)
        self._child = 0
        self._file.seek(0)
        return self._file if os.waitstatus_to_exitcode(status) == 0 else None

    def lines(self) -> Iterator[bytes]:
        """Yield the lines of the result while the work goes on; where it fails, those that were whole by then."""
        at, rest = 0, b""
        while True:
            if self._child and os.waitpid(self._child, os.WNOHANG)[0]:
                self._child = 0
            ended = not self._child
            # Read from a place of our own: the worker writes on at its.
            data = os.pread(self._file.fileno(), _AT_ONCE, at)
            at += len(data)
            *whole, rest = (rest + data).split(b"\n")
            yield from whole
            if not data:
                if ended:
                    return
                time.sleep(_PAUSE)

    def close(self) -> None:
        """Let the result go; a worker that still works is stopped."""
        if self._child:
            with suppress(OSError):
                os.kill(self._child, signal.SIGKILL)
                os.waitpid(self._child, 0)
        self._file.close()


def _work(work: Callable[[IO[bytes]], None], file: IO[bytes]) -> None:
    """Do the work in the new process and leave it; nothing of the old one may run on in it."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # The first process is asked to stop, and stops this one.
        work(file)
        file.flush()
        code = 0
    except BaseException:  # noqa: BLE001, S110  (the first process then does the work itself, and meets it again)
        pass
    finally:
        os._exit(code)
