from __future__ import annotations

import pytest

from benchmarks.measure import Measure
from benchmarks.tables import Table, megabytes, memory, ratio, seconds

TABLE = Table("Times", "In all.", ["", "100", "what"], [["`list`", "20 ms", "claims"], ["`verify`", "1.20 s", ""]])


def test_plain_columns_are_aligned() -> None:
    lines = TABLE.plain().splitlines()
    assert lines[:3] == ["Times", "In all.", ""]
    assert lines[3:] == [
        "          100     what",
        "─" * 24,
        "`list`    20 ms   claims",
        "`verify`  1.20 s",
    ]


def test_markdown_puts_numbers_to_the_right() -> None:
    assert TABLE.markdown().splitlines() == [
        "**Times** In all.",
        "",
        "|  | 100 | what |",
        "| --- | --: | --- |",
        "| `list` | 20 ms | claims |",
        "| `verify` | 1.20 s |  |",
    ]


@pytest.mark.parametrize(("taken", "told"), [(0.0204, "20 ms"), (0.9, "900 ms"), (1.284, "1.28 s"), (54.2, "54 s")])
def test_times_have_two_or_three_digits(taken: float, told: str) -> None:
    assert seconds(taken) == told


@pytest.mark.parametrize(("taken", "told"), [(0.5, "0.50"), (1.25, "1.2"), (64, "64")])
def test_ratios_have_as_many_digits_as_they_are_worth(taken: float, told: str) -> None:
    assert ratio(taken, 1) == told


@pytest.mark.parametrize(("size", "told"), [(80_000, "0.1 MB"), (2_480_000, "2.5 MB"), (76_000_000, "76 MB")])
def test_sizes_are_in_megabytes(size: int, told: str) -> None:
    assert megabytes(size) == told


def test_memory_below_that_of_the_benchmark_itself_is_told_as_a_limit() -> None:
    assert memory(Measure((1.0,), (1.0,), 1_000)).startswith("< ")
    assert memory(Measure((1.0,), (1.0,), 900_000_000_000)) == "900000 MB"
