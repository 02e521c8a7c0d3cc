from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.numbers import parse_number

quick = settings(max_examples=100, deadline=None)

SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int, hyphen: str = "-", conjunction: str = " and ") -> str:
    """Spell a number under a million."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return TENS[tens - 2] + (hyphen + SMALL[unit] if unit else "")
    if number < 1000:
        front, back, joint = f"{SMALL[number // 100]} hundred", number % 100, conjunction
    else:
        front, back = f"{spelled(number // 1000, hyphen, conjunction)} thousand", number % 1000
        joint = conjunction if back < 100 else " "
    return front + (joint + spelled(back, hyphen, conjunction) if back else "")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14", "14"),
        ("007", "7"),
        ("1,200", "1200"),
        ("1,234,567.89", "1234567.89"),
        ("-5", "-5"),
        ("+5", "5"),
        ("0.50", "0.5"),
        ("3.5bn", "3500000000"),
        ("5 k", "5000"),
        ("5k", "5000"),
        ("5m", "5000000"),
        ("5mn", "5000000"),
        ("2b", "2000000000"),
        ("2tn", "2000000000000"),
        ("1 billion", "1000000000"),
        ("1,200 million", "1200000000"),
        ("-1.5 million", "-1500000"),
        ("3 thousand million", "3000000000"),
        ("2 dozen", "24"),
        ("a", "1"),
        ("an", "1"),
        ("a dozen", "12"),
        ("dozen", "12"),
        ("two dozen", "24"),
        ("million", "1000000"),
        ("a hundred", "100"),
        ("A Hundred And Five", "105"),
        ("nineteen hundred", "1900"),
        ("nineteen hundred and fifty", "1950"),
        ("twenty-one-hundred", "2100"),
        ("fourteen", "14"),
        ("forty-two", "42"),
        ("  Forty   Two\n", "42"),
        ("one million two hundred thousand", "1200000"),
        ("three hundred and twenty-one thousand", "321000"),
        ("two billion and one", "2000000001"),
        ("a trillion", "1000000000000"),
        ("9" * 24, "9" * 24),
        ("hundred", "100"),
        ("−5", "-5"),
    ],
)
def test_a_number_is_read_however_a_reporter_writes_it(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "and",
        "many",
        "zero hundred",
        "two hundred hundred",
        "five million thousand",
        "one two",
        "ten two",
        "twenty twelve",
        "twenty zero",
        "forty two three",
        "zero five",
        "1.",
        ".5",
        "1.2.3",
        "12,00",
        "1200,000",
        "1 200",
        "- 5",
        "1e5",
        "5%",
        "£5",
        "5 members",
        "5 hundred",
        "million million",
        "two thousand three million",
        "five thousand six thousand",
        "twenty a",
        "one hundred zero",
        "and 5",
        "five and",
        "5 and",
        "6-9",
        "nan",
        "infinity",
    ],
)
def test_what_is_no_single_number_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=r".") as raised:
        parse_number(text)
    assert str(raised.value) == f"`{text}` is no number; write it as 14, fourteen, 1,200 or 1 billion"


def test_an_endless_number_is_refused_without_repeating_it() -> None:
    with pytest.raises(ValueError, match=r"^a number of 25 digits is more than a figure can hold$"):
        parse_number("9" * 25)
    with pytest.raises(ValueError, match=r"^a number of 81 characters is more than a figure can hold$"):
        parse_number("9" * 81)


@quick
@given(st.decimals(-(10**15), 10**15, allow_nan=False, places=3))
def test_digits_are_read_back_with_and_without_thousands_marks(value: Decimal) -> None:
    assert parse_number(f"{value:f}") == value
    assert parse_number(f"{value:,f}") == value


@quick
@given(st.integers(0, 10**9), st.sampled_from([("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)]))
def test_a_scale_multiplies(number: int, scale: tuple[str, int]) -> None:
    assert parse_number(f"{number} {scale[0]}") == number * 10 ** scale[1]


def test_every_spelled_number_under_a_thousand_is_read() -> None:
    assert [parse_number(spelled(number)) for number in range(1000)] == list(range(1000))


@quick
@given(st.integers(0, 999_999), st.sampled_from("- "), st.sampled_from([" ", " and "]))
def test_spelled_numbers_are_read_with_hyphen_and_and_or_without(number: int, hyphen: str, conjunction: str) -> None:
    assert parse_number(spelled(number, hyphen, conjunction)) == number
    assert parse_number(spelled(number, hyphen, conjunction).upper()) == number


@quick
@given(st.text(alphabet="0123456789,.-+ kmabn\nhudretwo", max_size=90))
def test_anything_is_a_number_or_refused(text: str) -> None:
    try:
        assert parse_number(text).is_finite()
    except ValueError as error:
        assert "number" in str(error)  # noqa: PT017  (either way is right, but no other)
