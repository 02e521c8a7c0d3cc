from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks.measure import Command, CommandError, Measure, OverTimeError, growth, measure

if TYPE_CHECKING:
    from pathlib import Path


def python(folder: Path, words: str, **options: object) -> Command:
    return Command(words=[sys.executable, "-S", "-c", words], folder=folder, environ=os.environ, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seconds", "exponent"),
    [((1, 10, 100), 1), ((3, 300, 30_000), 2), ((5, 5, 5), 0), ((1, 10**0.5, 10), 0.5), ((100, 10, 1), -1)],
)
def test_growth_is_the_exponent_of_a_power(seconds: tuple[float, ...], exponent: float) -> None:
    assert growth((100, 1_000, 10_000), seconds) == pytest.approx(exponent)


def test_growth_fits_all_measures_and_not_the_ends_alone() -> None:
    assert growth((1, 10, 100), (1, 100, 100)) == pytest.approx(1)
    assert growth((1, 10, 100, 1_000), (1, 10, 1_000, 1_000)) == pytest.approx(1.1)


def test_growth_of_one_size_is_refused() -> None:
    with pytest.raises(ValueError, match="two sizes"):
        growth((100, 100), (1, 2))


def test_best_is_the_shortest_run_and_median_the_one_in_the_middle() -> None:
    taken = Measure((3.0, 1.0, 2.0), (0.1, 0.1, 0.1), 5)
    assert (taken.best, taken.median) == (1.0, 2.0)


def test_a_command_is_run_once_more_than_it_counts_and_prepared_each_time(tmp_path: Path) -> None:
    prepared: list[int] = []
    command = python(tmp_path, "open('runs', 'a').write('x')", before=lambda: prepared.append(1))
    assert len(measure(command, 2).seconds) == 2
    assert (tmp_path / "runs").read_text() == "xxx"
    assert len(prepared) == 3


def test_each_run_may_ask_something_else(tmp_path: Path) -> None:
    measure(python(tmp_path, "import sys; open(sys.argv[1], 'w')", each=("a", "b", "c")), 2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "c"]


def test_a_slow_command_is_run_once(tmp_path: Path) -> None:
    assert len(measure(python(tmp_path, "pass"), 5, budget=0).seconds) == 1


def test_the_memory_of_a_child_counts(tmp_path: Path) -> None:
    child = "import os; pid = os.fork(); pid or len(bytearray(150_000_000)); pid and os.waitpid(pid, 0)"
    assert measure(python(tmp_path, child), 1, budget=0).peak > 150_000_000


def test_a_command_that_fails_says_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="exit code 3: no such harbour"):
        measure(python(tmp_path, "import sys; sys.stderr.write('no such harbour'); sys.exit(3)"), 1)


def test_a_command_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(OverTimeError, match="was stopped"):
        measure(python(tmp_path, "import time; time.sleep(60)", limit=0.1), 1)
