"""Runs rules over a ledger: one after the other, or on several cores where there are many claims.

Every rule sees the whole ledger, so it is the rules that are shared out and not the records. What
another process has found comes back with each record named by its number.
"""

from __future__ import annotations

import os
import pickle
from functools import partial
from typing import IO, TYPE_CHECKING, Any, Self

from claimtrack.model.records import Claim, Party, Source
from claimtrack.store.workers import Worker, processes
from claimtrack.text.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from claimtrack.model.findings import Problem
    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Record
    from claimtrack.model.settings import Settings
    from claimtrack.rules import Rule

ENOUGH = 2_000
"""Claims from which on a second process pays."""
_SLOW = ("CT3", "CT2", "CT6")
"""Families of rules that look into texts."""

Found = dict[str, list["Problem"]]
"""Problems by the code of their rule."""


def run_rules(
    rules: Mapping[str, Rule],
    ledger: Ledger,
    settings: Settings,
    progress: Callable[[str, int, int], None] | None = None,
) -> Found:
    """Run rules.

    In: the rules by their codes, the ledger, the settings, and what is called after each rule
    with a word for the work and how many rules of how many were begun. Out: what each has found,
    in the order of the rules.
    """
    run = partial(_run, ledger=ledger, settings=settings, progress=progress, number=len(rules))
    workers = processes() - 1 if len(ledger.claims) >= ENOUGH else 0
    if not workers:
        return run(enumerate(rules.values(), start=1))
    ledger.once(passages)  # Nearly all rules about words need them, and so does the summary.
    others: list[Worker] = []
    with _Queue(sorted(rules.values(), key=_is_quick)) as queue:
        try:
            others.extend(Worker(partial(_hand_over, queue, ledger, settings)) for _ in range(workers))
            found = run(queue)
            for other in others:
                result = other.result()
                found |= _Unpickler(result, ledger).load() if result else {}
        finally:
            for other in others:
                other.close()
    # What a process that was stopped had begun is done here.
    found |= run(enumerate([rule for code, rule in rules.items() if code not in found], start=1))
    return {code: found[code] for code in rules}


def _run(
    rules: Iterable[tuple[int, Rule]],
    *,
    ledger: Ledger,
    settings: Settings,
    progress: Callable[[str, int, int], None] | None = None,
    number: int = 0,
) -> Found:
    found: Found = {}
    for place, rule in rules:
        found[rule.code] = list(rule.check(ledger, settings))
        if progress:
            progress("checking", place, number)
    return found


def _hand_over(queue: _Queue, ledger: Ledger, settings: Settings, out: IO[bytes]) -> None:
    """Run rules for another process."""
    _Pickler(out, ledger).dump(_run(queue, ledger=ledger, settings=settings))


def _is_quick(rule: Rule) -> bool:
    """Tell which rules are left for the end, so that nobody begins a slow one when the others are done."""
    return not rule.code.startswith(_SLOW)


class _Queue:
    """Rules that several processes take one by one: each number comes out of the pipe but once."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._out, end = os.pipe()
        os.write(end, bytes(range(len(rules))))
        os.close(end)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        os.close(self._out)

    def __iter__(self) -> Iterator[tuple[int, Rule]]:
        while number := os.read(self._out, 1):
            yield number[0] + 1, self._rules[number[0]]


class _Pickler(pickle.Pickler):
    """Writes problems for the process that this one was forked from; it has the records already."""

    def __init__(self, out: IO[bytes], ledger: Ledger) -> None:
        super().__init__(out, protocol=pickle.HIGHEST_PROTOCOL)
        self._numbers = {id(record): number for number, record in enumerate(_records(ledger))}

    def persistent_id(self, value: object) -> int | None:
        """Return the number of a record, None for what is none."""
        return self._numbers[id(value)] if isinstance(value, (Claim, Source, Party)) else None


class _Unpickler(pickle.Unpickler):
    """Reads what a process has written that was forked from this one, in a file that has no name."""

    def __init__(self, result: IO[bytes], ledger: Ledger) -> None:
        super().__init__(result)
        self._records = _records(ledger)

    def persistent_load(self, number: Any) -> Any:  # noqa: ANN401  (as the base class has it)
        """Return the record of a number."""
        return self._records[number]


def _records(ledger: Ledger) -> list[Record]:
    held = ledger.records
    return [*held.parties, *held.sources, *held.claims, *held.broken, *held.duplicates]
