"""Lets every step of writing fail, be interrupted, or be the last one before the machine dies."""

from __future__ import annotations

import builtins
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Self

STEPS = ("open", "fsync", "replace", "chmod", "chown", "mkdir", "unlink", "close")
_BUILTIN_OPEN = builtins.open


class Steps:
    """Counts the steps of writing, and calls a fault at one of them or from it on.

    In: the number of the step, counted from 1, the fault, whether the step has been done when
    it comes (bytes are then half written), and whether all later steps of its kind fail as well.
    """

    def __init__(self, at: int, fault: Callable[[], None], *, after: bool, lasting: bool = False) -> None:
        self._at, self._fault, self._after, self._lasting = at, fault, after, lasting
        self.done = 0
        self.names: list[str] = []
        self.struck = False

    def take(self, name: str, do: Callable[[], Any]) -> Any:  # noqa: ANN401  (what any function returns)
        self.done += 1
        self.names.append(name)
        # A full disk stays full, but still lets files be looked at, renamed and removed.
        full = self._lasting and self.done >= self._at and name in ("open", "write", "mkdir", "fsync")
        hit = self.done == self._at or full
        self.struck = self.struck or hit
        if hit and not self._after:
            self._fault()
        result = do()
        if hit and self._after:
            self._fault()
        return result


class _Writing:
    """A file whose bytes come in two halves."""

    def __init__(self, file: Any, steps: Steps) -> None:  # noqa: ANN401  (a binary file of any kind)
        self._file, self._steps = file, steps

    def __enter__(self) -> Self:
        self._file.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._file.__exit__(*error)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  (whatever a file has)
        return getattr(self._file, name)

    def write(self, data: bytes) -> None:
        def half() -> None:
            self._file.write(data[: len(data) // 2])
            self._file.flush()

        self._steps.take("write", half)
        self._file.write(data[len(data) // 2 :])


@contextmanager
def struck(steps: Steps) -> Iterator[None]:
    """Count the steps that are taken inside."""

    def counting(name: str) -> Any:  # noqa: ANN401  (a function as the one that it stands for)
        real = getattr(os, name)

        def call(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401  (likewise)
            writes = name != "open" or (len(arguments) > 1 and arguments[1] & (os.O_WRONLY | os.O_RDWR))
            if not writes:
                return real(*arguments, **options)
            return steps.take(name, lambda: real(*arguments, **options))

        return call

    def opening(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:  # noqa: ANN401  (likewise)
        opened = _BUILTIN_OPEN(file, mode, *arguments, **options)
        return _Writing(opened, steps) if "w" in mode and isinstance(file, int) else opened

    with patch.object(builtins, "open", opening):
        stack = [patch.object(os, name, counting(name)) for name in STEPS]
        for each in stack:
            each.start()
        try:
            yield
        finally:
            for each in stack:
                each.stop()
