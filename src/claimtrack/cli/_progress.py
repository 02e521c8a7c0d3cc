"""Tells somebody who waits at a terminal how far the work has come."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress, TaskID

_PATIENCE = 1.0
"""In seconds. Nobody wonders before; drawing a bar would only make it longer."""
_PAUSE = 0.1
"""In seconds, between two drawings."""


class Waiting:
    """A bar on stderr, from the first second on, and only on a terminal.

    Call it with what is done, how many pieces of it are, and how many there will be.
    """

    def __init__(self) -> None:
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._next = time.monotonic() + _PATIENCE
        self._wanted = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, what: str, done: int, total: int) -> None:
        """Draw the bar, if it is time to."""
        if not self._wanted or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _PAUSE
        if self._bar is None:
            self._bar = _bar()
            self._bar.start()
            self._task = self._bar.add_task("")
        if self._task is not None:
            self._bar.update(self._task, description=what, completed=done, total=total)
            self._bar.refresh()


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # No thread of its own draws it: a second thread would keep the work from other cores.
    return Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
