from __future__ import annotations

import pytest

from claimtrack.formats import Screen, Table, markdown


def write(*rows: tuple[str, ...], columns: tuple[str, ...] = ("id", "text")) -> str:
    return markdown.table(Table(title="t", columns=columns, rows=rows, items=(), schema="s"), Screen())


def test_a_table_has_a_heading_a_rule_and_a_line_a_row() -> None:
    assert write(("a", "T"), ("b", "")) == "| id | text |\n| --- | --- |\n| a | T |\n| b |  |\n"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("a|b", r"a\|b"),
        ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
        ("[link](x) <b> #1", r"\[link\](x) \<b\> \#1"),
        (r"a\b", r"a\\b"),
        ("one\ntwo", "one two"),
    ],
)
def test_somebodys_words_are_never_taken_for_markdown(cell: str, shown: str) -> None:
    assert write(("a", cell)).splitlines()[2] == f"| a | {shown} |"


def test_no_row_is_still_a_table() -> None:
    assert write(columns=("id",)) == "| id |\n| --- |\n"
