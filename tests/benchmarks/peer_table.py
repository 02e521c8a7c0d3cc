"""Measures the peers and puts them beside claimtrack."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.measure import Command, CommandError, Measure, OverTimeError, measure
from benchmarks.peers import PEERS, Installed, NotHere, Peer, install
from benchmarks.project import COLD, VERSION, WARM, Bench
from benchmarks.tables import Table, megabytes, memory, seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_SMALLER = 10
"""A peer that takes too long is given so many times fewer records."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a peer."""

    peer: Peer
    version: str = ""
    size: int = 0
    """Bytes of its records."""
    start: Measure | None = None
    cold: Measure | None = None
    warm: Measure | None = None
    words: str = ""
    """Why there is no measure, or what else there is to say."""


def measure_peers(
    bench: Bench, records: int, cache: Path, limit: float, say: Callable[[str], None]
) -> list[Result]:  # fmt: skip
    """Install and measure each peer; one that cannot be had or fails says why."""
    results = []
    for peer in PEERS:
        say(f"{peer.package}, {records:,} records")
        try:
            results.append(_measure(bench, install(peer, cache), records, limit))
        except (NotHere, CommandError) as error:
            results.append(Result(peer, words=str(error)))
    return results


def _measure(bench: Bench, here: Installed, records: int, limit: float) -> Result:
    try:
        return _measured(bench, here, records, limit)
    except OverTimeError:
        fewer = records // _SMALLER
        smaller = _measured(bench, here, fewer, limit)
        taken = f"over {limit:.0f} s; {fewer:,} records take {seconds(smaller.cold.best)}" if smaller.cold else ""
        return Result(here.peer, here.version, smaller.size * _SMALLER, smaller.start, words=taken)


def _measured(bench: Bench, here: Installed, records: int, limit: float) -> Result:
    peer, folder = here.peer, bench.scratch / "peer"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    arguments = json.loads(bench.tool("peer_records", peer.form, str(folder), str(records)))
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())

    def time(*words: str) -> Measure:
        # Nothing is wrong with the records, so that any exit code but 0 is a mistake of ours.
        command = Command(
            words=[here.program, *words], folder=folder, environ=bench.environ, accept=(0,), limit=limit
        )  # fmt: skip
        return measure(command, bench.repeats, budget=bench.budget)

    start, cold = time("--version"), time(*peer.uncached, *arguments)
    warm, words = None, ""
    if peer.uncached:
        warm = time(*arguments)
        if not list(folder.rglob(peer.cache)):
            warm, words = None, "keeps no cache of so few"
    shutil.rmtree(folder)
    return Result(peer, here.version, size, start, cold, warm, words)


def peer_table(results: list[Result], records: int, ours: Mapping[str, Measure], size: int) -> Table:
    """Return the peers beside claimtrack, fastest first as far as they were measured.

    In: what became of them; the number of records; claimtrack's measures, and the bytes of its records.
    """
    table = Table(
        f"{records:,} records in each tool's own form",
        "",
        ["", "what it checks of them", "records", "start", "cold", "with its cache", "memory"],
    )
    cold = ours[COLD]
    table.rows.append([
        "claimtrack", "form, references, sourcing, figures, dates, names, verdicts, checks: every rule",
        f"claims in YAML, 25 a file, {megabytes(size)}", seconds(ours[VERSION].best), seconds(cold.best),
        seconds(ours[WARM].best) if WARM in ours else "", memory(cold),
    ])  # fmt: skip
    for item in sorted(results, key=lambda item: item.cold.best if item.cold else float("inf")):
        name = f"{item.peer.command} {item.version}".strip()
        records_told = f"{item.peer.records}, {megabytes(item.size)}" if item.size else item.peer.records
        table.rows.append([
            name, item.peer.checks, records_told,
            seconds(item.start.best) if item.start else "",
            seconds(item.cold.best) if item.cold else item.words,
            seconds(item.warm.best) if item.warm else (item.words if item.cold else ""),
            memory(item.cold) if item.cold else "",
        ])  # fmt: skip
    return table
