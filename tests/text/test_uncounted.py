from __future__ import annotations

import pytest

from claimtrack.text.numerals import numerals_in
from claimtrack.text.uncounted import is_year, kind_of, not_figures


def test_dates_and_labels_are_given_with_their_spans() -> None:
    text = "On 17 June 2022 call 020 7946 0123 at 12:30"
    assert [(text[start:end], kind) for start, end, kind in sorted(not_figures(text))] == [
        ("17 June 2022", "date"),
        ("020 7946 0123", "label"),
        ("12:30", "date"),
    ]
    assert list(not_figures("no digit here")) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("in 2022 the board", True),
        ("the 2022 report", True),
        ("by 1999", True),
        ("in 2021 companies reported losses", True),
        ("2000 people came", False),
        ("some 1500 armed soldiers", False),
        ("up 2000%", False),
        ("3000 left", False),
    ],
)
def test_four_digits_are_a_year_where_they_count_nothing(text: str, *, year: bool) -> None:
    (numeral,) = numerals_in(text)
    assert is_year(text, numeral.start, numeral.end) is year


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("in London 14 people died", "figure"),
        ("a Boeing 737", "label"),
        ("the third man", "ordinal"),
        ("see page 4", "label"),
        ("one judge", "figure"),
        ("the only one", "label"),
        ("the latter half", "label"),
        ("$5", "figure"),
        ("a 5G mast", "label"),
    ],
)
def test_a_number_is_of_one_kind(text: str, kind: str) -> None:
    numeral = next(iter(numerals_in(text)))
    assert kind_of(text, numeral) == kind
