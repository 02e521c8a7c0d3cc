from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text.numerals import numerals_in, plain


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("forty-two and 42", ["42", "42"]),
        ("one two three", ["1", "2", "3"]),
        ("twenty-first, 3rd", ["21", "3"]),
        ("three quarters, one-third", ["0.75", "0.3333333333333333333333333333"]),
        ("a third of them, a third man", ["0.3333333333333333333333333333", "3"]),
        ("1/2 and 3/4", ["0.5", "0.75"]),
        ("½ and 2¼", ["0.5", "2.25"]),
        ("1'200'000 and 1 200 000", ["1200000", "1200000"]),
        ("5 lakh, 2 crore, 3 млн", ["500000", "20000000", "3000000"]),
        ("two and a half", ["2.5"]),
        ("1 and three quarters million", ["1750000"]),
        ("two fifth graders", ["2", "5"]),
        ("a quarter of a million homes, 3 1/2 percent", ["250000", "3.5"]),
        ("two half", ["2", "0.5"]),
        ("9" * 30, []),
        ("someone, often, weight, alone", []),
    ],
)
def test_numerals_are_read_one_after_another(text: str, values: list[str]) -> None:
    found = [numeral.value for numeral in numerals_in(plain(text))]
    assert found == [Decimal(value) for value in values]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_a_plain_text_is_as_long_as_the_text(text: str) -> None:
    assert len(plain(text)) == len(text)
