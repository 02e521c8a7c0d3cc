from __future__ import annotations

import csv
import io

import pytest

from claimtrack.formats import Screen, Table, csv_


def write(*cells: str) -> str:
    columns = tuple(f"c{place}" for place in range(len(cells)))
    return csv_.table(Table(title="t", columns=columns, rows=(cells,), items=(), schema="s"), Screen())


def test_columns_head_the_rows_and_lines_end_as_the_standard_has_it() -> None:
    assert write("a", "b") == "c0,c1\r\na,b\r\n"


@pytest.mark.parametrize("cell", ["a,b", 'say "so"', "", "é", "a;b"])
def test_a_cell_reads_back_as_it_was(cell: str) -> None:
    assert list(csv.reader(io.StringIO(write("x", cell))))[1] == ["x", cell]


def test_a_cell_of_several_lines_becomes_one() -> None:
    assert write("one\n two") == "c0\r\none two\r\n"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_somebodys_words_are_never_taken_for_a_formula(cell: str) -> None:
    assert list(csv.reader(io.StringIO(write(cell))))[1] == [f"'{cell}"]


@pytest.mark.parametrize("cell", ["\t=1+1", "\r=1", " =1"])
def test_blanks_before_a_formula_do_not_hide_it(cell: str) -> None:
    assert list(csv.reader(io.StringIO(write(cell))))[1][0].startswith("'=")
