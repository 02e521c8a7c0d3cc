"""Runs rules over a ledger: one after the other, or some of them on another core where there is much to do.

Every rule sees the whole ledger, so it is the rules that are shared out and not the records. What
another process has found comes back with each record named by its number.
"""

from __future__ import annotations

import pickle
from typing import IO, TYPE_CHECKING, Any

from claimtrack.model.records import Claim, Party, Source
from claimtrack.store.workers import Worker, processes
from claimtrack.text.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from claimtrack.model.findings import Problem
    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Record
    from claimtrack.model.settings import Settings
    from claimtrack.rules import Rule

ENOUGH = 2_000
"""Claims from which on a second process pays."""
_ABOUT_WORDS = ("CT2", "CT3")
"""Families of rules that look into texts, and take as long as all others together."""

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
    with a word for the work and how many rules of how many have run. Out: what each has found,
    in the order of the rules.
    """
    if processes() == 1 or len(ledger.claims) < ENOUGH:
        return _run(rules.values(), ledger, settings, progress)
    words = {code: rule for code, rule in rules.items() if code.startswith(_ABOUT_WORDS)}
    rest = {code: rule for code, rule in rules.items() if code not in words}
    ledger.once(passages)  # Both need them, and the summary does: they are looked up once.
    worker = Worker(lambda out: _Pickler(out, ledger).dump(_run(words.values(), ledger, settings, None)))
    try:
        found = _run(rest.values(), ledger, settings, progress)
        result = worker.result()
        found |= _Unpickler(result, ledger).load() if result else _run(words.values(), ledger, settings, progress)
    finally:
        worker.close()
    return {code: found[code] for code in rules}


def _run(
    rules: Iterable[Rule], ledger: Ledger, settings: Settings, progress: Callable[[str, int, int], None] | None
) -> Found:
    waiting = list(rules)
    found: Found = {}
    for place, rule in enumerate(waiting, start=1):
        found[rule.code] = list(rule.check(ledger, settings))
        if progress:
            progress("checking", place, len(waiting))
    return found


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
