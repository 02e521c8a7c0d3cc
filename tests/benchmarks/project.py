"""What is measured of claimtrack itself, on projects of several sizes and forms in a scratch folder."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.floors import NAMES
from benchmarks.measure import Command, CommandError, Measure, measure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PYTHON, COLD, FIRST, WARM, EDITED = "python", "cold", "first", "warm", "edited"
LIST, SHOW, AGAIN, TRACE, VERSION, HELP = "list", "show", "again", "trace", "version", "help"
TESTS = Path(__file__).parents[1]
PROGRAM = str(Path(sys.executable).with_name("claimtrack"))


@dataclass(slots=True)
class Bench:
    """Where to measure, and how often."""

    scratch: Path
    repeats: int = 5
    budget: float = 60
    environ: dict[str, str] = field(default_factory=dict)
    cached: bool = False
    """Whether this claimtrack has a cache that can be kept out."""

    def __post_init__(self) -> None:
        caches = {"XDG_CACHE_HOME": str(self.scratch / "cache"), "CLAIMTRACK_CACHE": str(self.cache)}
        self.environ = {**os.environ, **caches, "PYTHONPATH": str(TESTS)}
        if not Path(PROGRAM).exists():
            raise CommandError("claimtrack is not installed beside this Python: `pip install --editable '.[dev]'`")
        words = [PROGRAM, "verify", "--help"]
        told = subprocess.run(words, capture_output=True, text=True, check=True)  # noqa: S603  (our own program)
        self.cached = "--no-cache" in told.stdout

    @property
    def cache(self) -> Path:
        """The folder in which claimtrack keeps its cache while it is measured."""
        return self.scratch / "cache" / "claimtrack"

    def tool(self, module: str, *words: str) -> str:
        """Run a module of this package in a process of its own, so that this one stays small; returns what it says."""
        command = [sys.executable, "-m", f"benchmarks.{module}", *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=self.environ)  # noqa: S603
        if done.returncode:
            raise CommandError(f"benchmarks.{module} failed: {done.stderr.strip()}")
        return done.stdout

    def time(
        self,
        words: Sequence[str],
        folder: Path | None = None,
        before: Callable[[], object] | None = None,
        each: Sequence[str] = (),
    ) -> Measure:
        """Run a command in a folder."""
        where = folder or self.scratch
        command = Command(words=words, folder=where, environ=self.environ, before=before, each=each)
        return measure(command, self.repeats, budget=self.budget)

    def start_up(self) -> dict[str, Measure]:
        """Measure what has nothing to read."""
        return {
            PYTHON: self.time([sys.executable, "-c", "pass"]),
            VERSION: self.time([PROGRAM, "--version"]),
            HELP: self.time([PROGRAM, "--help"]),
        }

    def forget(self) -> None:
        """Throw the cache away."""
        shutil.rmtree(self.cache, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Project:
    """A generated project, until it is deleted."""

    bench: Bench
    folder: Path
    made: dict[str, Any]

    @classmethod
    def generate(cls, bench: Bench, claims: int, *options: str) -> Project:
        """Make a project, with options of the generator."""
        folder = bench.scratch / "project"
        return cls(bench, folder, json.loads(bench.tool("generator", str(folder), "--claims", str(claims), *options)))

    def delete(self) -> None:
        """Take it away again, and what the cache holds of it."""
        shutil.rmtree(self.folder)
        self.bench.forget()

    def floors(self) -> dict[str, Measure]:
        """Measure what reading the same files takes at least."""
        start = [sys.executable, "-m", "benchmarks.floors"]
        return {name: self.bench.time([*start, name, str(self.folder)]) for name in NAMES}

    def verify(self) -> dict[str, Measure]:
        """Measure `verify`: without a cache, making one, with one, and after one file was edited."""
        verify = [PROGRAM, "verify"]
        time = self.bench.time
        if not self.bench.cached:
            return {COLD: time(verify, self.folder)}
        return {
            COLD: time([*verify, "--no-cache"], self.folder),
            FIRST: time(verify, self.folder, self.bench.forget),
            WARM: time(verify, self.folder),
            EDITED: time(verify, self.folder, self._edit),
        }

    def look(self) -> dict[str, Measure]:
        """Measure the commands that only look, with the cache where there is one."""
        some, time = self.made["samples"], self.bench.time
        return {
            LIST: time([PROGRAM, "list"], self.folder),
            SHOW: time([PROGRAM, "show"], self.folder, each=some),
            AGAIN: time([PROGRAM, "show", some[0]], self.folder),
            TRACE: time([PROGRAM, "trace"], self.folder, each=some),
        }

    def _edit(self) -> None:
        """Change a record file in the middle: the first tag of every claim, and a line at the top that moves all."""
        files = sorted((self.folder / "claims").rglob("*.yaml"))
        file = files[len(files) // 2]
        text = file.read_text(encoding="utf-8")
        file.write_text("# Looked through.\n" + re.sub(r"\btags: \[", "tags: [again, ", text), encoding="utf-8")
