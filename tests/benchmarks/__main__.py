"""Measures claimtrack next to floors and to other tools, and prints tables.

PYTHONPATH=tests python -m benchmarks                         # a few minutes
PYTHONPATH=tests python -m benchmarks --claims 100,1000 --no-peers --repeats 3
PYTHONPATH=tests python -m benchmarks --claims 100,1000,10000,100000 --markdown
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.floors import NAMES
from benchmarks.measure import CommandError, growth
from benchmarks.peer_table import measure_peers, peer_table
from benchmarks.project import (
    AGAIN,
    COLD,
    EDITED,
    FIRST,
    HELP,
    LIST,
    PYTHON,
    SHOW,
    TRACE,
    VERSION,
    WARM,
    Bench,
    Project,
)  # fmt: skip
from benchmarks.tables import Table, megabytes, memory, ratio, seconds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.measure import Measure

_LABELS = {
    **{name: f"floor: {words}" for name, words in NAMES.items()},
    COLD: "`verify --no-cache`",
    FIRST: "`verify` with an empty cache, which it fills",
    WARM: "`verify` again, nothing changed",
    EDITED: "`verify` again, one file edited",
    LIST: "`list` again, piped",
    SHOW: "`show ID`, another each time",
    AGAIN: "`show ID` again",
    TRACE: "`trace ID`, another each time",
}
_FORMS = {
    "25 claims a file": (),
    "a file a claim": ("--per-file", "1"),
    "all sources in one chain": ("--shape", "deep"),
    "all sources from one": ("--shape", "wide"),
    "with the articles' texts": ("--snapshots",),
}
_LEAST = 1_000
"""Growth is told from this size on: below it, start-up hides it."""
Sized = dict[int, dict[str, "Measure"]]


def main() -> None:
    """Measure what is asked for, and print it."""
    given = _parser().parse_args()
    sizes = [int(size) for size in given.claims.split(",")]
    made: dict[int, dict[str, Any]] = {}

    def show(table: Table) -> None:
        # At once: what comes later may fail, or take an hour.
        sys.stdout.write(f"\n{table.markdown() if given.markdown else table.plain()}")
        sys.stdout.flush()

    with tempfile.TemporaryDirectory(prefix="claimtrack-benchmark-") as scratch:
        bench = Bench(Path(scratch), given.repeats, given.budget)
        _say(f"measuring in {scratch}")
        sys.stdout.write(f"{_machine(given.repeats)}\n")
        start = bench.start_up()
        sized = {size: _measure_size(bench, size, made) for size in sizes}
        show(_main_table(start, sized, made))
        show(_ratio_table(start, sized))
        if given.peers:
            ours = sized.get(given.peer_claims) or _measure_size(bench, given.peer_claims, made)
            peers = measure_peers(bench, given.peer_claims, given.peer_cache, given.peer_limit, _say)
            size = made[given.peer_claims]["record_bytes"]
            show(peer_table(peers, given.peer_claims, {**start, **ours}, size))
        if given.forms:
            show(_form_table(bench, given.forms))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure claimtrack next to floors and peers.")
    parser.add_argument("--claims", default="100,1000,10000", help="sizes of the projects [100,1000,10000]")
    parser.add_argument("--repeats", type=int, default=5, help="runs of each command; the shortest counts [5]")
    parser.add_argument("--budget", type=float, default=60, help="seconds after which a command is not run again [60]")
    parser.add_argument("--forms", type=int, default=10_000, help="size for the other forms of project, 0 for none")
    parser.add_argument(
        "--peers", action=argparse.BooleanOptionalAction, default=True, help="install and measure peers"
    )
    parser.add_argument("--peer-claims", type=int, default=10_000, help="records of each peer [10000]")
    parser.add_argument("--peer-limit", type=float, default=120, help="seconds after which a peer is stopped [120]")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "claimtrack-benchmark-peers"
    parser.add_argument("--peer-cache", type=Path, default=cache, help="where peers are installed, and stay")
    parser.add_argument("--markdown", action="store_true", help="print Markdown, as the README has it")
    return parser


def _measure_size(bench: Bench, claims: int, made: dict[int, dict[str, Any]]) -> dict[str, Measure]:
    """Measure one size; what the generator says of the project goes into `made`."""
    _say(f"{claims:,} claims")
    project = Project.generate(bench, claims)
    made[claims] = project.made
    found = {**project.floors(), **project.verify(), **project.look()}
    project.delete()
    return found


def _main_table(start: Mapping[str, Measure], sized: Sized, made: Mapping[int, Mapping[str, Any]]) -> Table:
    sizes = list(sized)
    tall = [size for size in sizes if size >= _LEAST]
    table = Table(
        "Time by the number of claims",
        f"Growth is the exponent from {_LEAST:,} claims on (1 is linear); memory is the peak at the largest size.",
        ["", *(f"{size:,}" for size in sizes), "growth", "memory"],
    )
    table.rows.append(["YAML", *(megabytes(made[size]["record_bytes"]) for size in sizes), "", ""])
    for name, label in ((PYTHON, "floor: `python -c pass`"), (VERSION, "`--version`"), (HELP, "`--help`")):
        table.rows.append([label, seconds(start[name].best), *[""] * (len(sizes) - 1), "", memory(start[name])])
    for name, label in _LABELS.items():
        if name not in sized[sizes[-1]]:
            continue
        times = [sized[size][name].best for size in sizes]
        grown = [sized[size][name].best for size in tall]
        exponent = f"{growth(tall, grown):.2f}" if len(tall) > 1 else ""
        table.rows.append([label, *map(seconds, times), exponent, memory(sized[sizes[-1]][name])])
    return table


def _ratio_table(start: Mapping[str, Measure], sized: Sized) -> Table:
    """Hold the times against the floors, which took the same noise."""
    sizes = list(sized)
    table = Table("As multiples of the floors", "", ["", *(f"{size:,}" for size in sizes)])
    pairs = ((COLD, "scan"), (COLD, "load"), (WARM, "read"), (WARM, PYTHON), (LIST, PYTHON), (SHOW, PYTHON))
    floors = {"scan": "scanning in C", "load": "loading in C", "read": "reading all bytes", PYTHON: "`python -c pass`"}
    for name, floor in pairs:
        if name in sized[sizes[-1]]:
            rows = [ratio(sized[size][name].best, {**start, **sized[size]}[floor].best) for size in sizes]
            table.rows.append([f"{_LABELS[name]} ÷ {floors[floor]}", *rows])
    return table


def _form_table(bench: Bench, claims: int) -> Table:
    names = [COLD, *([WARM, EDITED] if bench.cached else []), TRACE]
    table = Table(
        f"{claims:,} claims in other forms", "",
        ["", "files", "YAML", "texts", *(_LABELS[name] for name in names), "memory"],
    )  # fmt: skip
    for form, options in _FORMS.items():
        _say(f"{claims:,} claims, {form}")
        project = Project.generate(bench, claims, *options)
        found = {**project.verify(), **project.look()}
        made = project.made
        texts = megabytes(made["text_bytes"]) if made["text_bytes"] else ""
        times = [seconds(found[name].best) for name in names]
        files = f"{made['files']:,}"
        table.rows.append([form, files, megabytes(made["record_bytes"]), texts, *times, memory(found[COLD])])
        project.delete()
    return table


def _machine(repeats: int) -> str:
    cores = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    return f"Whole processes, shortest of {repeats} runs, files in the page cache; {cores}."


def _say(words: str) -> None:
    sys.stderr.write(f"benchmarks: {words}\n")


if __name__ == "__main__":
    try:
        main()
    except CommandError as error:
        sys.exit(f"benchmarks: {error}")
