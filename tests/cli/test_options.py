from __future__ import annotations

from datetime import date

import pytest
import typer

from claimtrack.cli._options import codes, parse_day


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (None, ()),
        ([], ()),
        ([""], ()),
        (["CT1"], ("CT1",)),
        (["CT1,CT206"], ("CT1", "CT206")),
        (["CT1, CT206 ,", "CT4"], ("CT1", "CT206", "CT4")),
    ],
)
def test_codes_are_given_once_each_or_with_commas_between(given: list[str] | None, found: tuple[str, ...]) -> None:
    assert codes(given) == found


def test_a_day_is_year_month_and_day() -> None:
    assert parse_day("2026-11-22") == date(2026, 11, 22)


@pytest.mark.parametrize("text", ["yesterday", "2026-02-30", "22.11.2026", "2026-11", ""])
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(typer.BadParameter, match=f"`{text}` is no day; write it as 2026-11-22"):
        parse_day(text)
