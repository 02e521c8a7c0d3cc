from __future__ import annotations

import sys
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from claimtrack import runner
from claimtrack.model.ledger import Ledger
from claimtrack.model.settings import Settings
from claimtrack.rules import catalogue, codes
from claimtrack.runner import run_rules
from claimtrack.store.project import load
from support import BASE, TODAY, lay

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimtrack.runner import Found

X = """\
article: harbour-sale
claims:
  - {id: bare, text: The sale was kept secret., quote: six}
  - {id: figures, text: Six voted., quote: five of nine members voted, figures: [{value: 6}], sources: [board-minutes]}
  - {id: lost, text: T., sources: [nowhere], claimant: nobody, relations: [{claim: gone, as: repeats}]}
  - {id: bare, text: Again., sources: [board-minutes]}
  - {id: broken, claimant: nobody}
"""
RULES = {code: rule for code, rule in catalogue().items() if rule.runs}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(load(lay(tmp_path, {**BASE, "claims/x.yaml": X}), Settings(), codes()).records, TODAY)


def told(found: Found) -> dict[str, list[tuple[object, ...]]]:
    """What was found, with each record by what it is and not by what it holds."""
    return {
        code: [(id(item.record), item.message, item.hint, item.at, item.related, item.place) for item in problems]
        for code, problems in found.items()
    }


def test_every_rule_is_run_and_told_in_order(ledger: Ledger) -> None:
    found = run_rules(RULES, ledger, Settings())
    assert list(found) == list(RULES)
    assert {code for code, problems in found.items() if problems} >= {"CT005", "CT006", "CT007", "CT101", "CT301"}


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "ENOUGH", 1)
    monkeypatch.setattr(runner, "processes", lambda: 2)


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked elsewhere")
@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
@pytest.mark.usefixtures("two")
def test_two_processes_find_what_one_does(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = run_rules(RULES, ledger, Settings())
    monkeypatch.setattr(runner, "processes", lambda: 1)
    assert told(shared) == told(run_rules(RULES, ledger, Settings()))
    assert shared["CT301"]


@pytest.mark.usefixtures("two")
def test_where_the_other_process_fails_its_rules_run_here(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing:
        def __init__(self, work: Callable[[object], None]) -> None:
            pass

        def result(self) -> None:
            return None

        def close(self) -> None:
            pass

    monkeypatch.setattr(runner, "Worker", Failing)
    shared = run_rules(RULES, ledger, Settings())
    assert list(shared) == list(RULES)
    assert shared["CT301"]


def test_a_record_goes_over_by_its_number(ledger: Ledger) -> None:
    found = run_rules(RULES, ledger, Settings())
    out = BytesIO()
    runner._Pickler(out, ledger).dump(found)  # noqa: SLF001  (what runs in the other process)
    assert b"claimtrack.model.records" not in out.getvalue()
    out.seek(0)
    assert told(runner._Unpickler(out, ledger).load()) == told(found)  # noqa: SLF001


def test_progress_is_told_rule_by_rule(ledger: Ledger) -> None:
    told: list[tuple[str, int, int]] = []
    run_rules({code: RULES[code] for code in ("CT005", "CT101")}, ledger, Settings(), lambda *step: told.append(step))
    assert told == [("checking", 1, 2), ("checking", 2, 2)]
