from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.text.units import folded_unit, is_count, singular, split_scale


@pytest.mark.parametrize(
    "forms",
    [
        ("meeting", "Meetings", "MEETING"),
        ("party", "parties"),
        ("house", "houses"),
        ("bus", "buses"),
        ("virus", "viruses"),
        ("class", "classes"),
        ("box", "boxes"),
        ("employee", "Employees"),
        ("person", "people", "persons"),
        ("woman", "women"),
        ("active user", "Active  users"),
        ("member of parliament", "members of parliament"),
        ("%", "per cent", "percent", "Percent"),
        ("£", "pounds", "Pound", "GBP"),
        ("day", "days"),
        ("case", "cases"),
    ],
)
def test_a_unit_is_the_same_in_any_case_and_number(forms: tuple[str, ...]) -> None:
    assert len({folded_unit(form) for form in forms}) == 1


def test_different_units_stay_apart() -> None:
    units = ["meeting", "employee", "percent", "percentage points", "active users", "monthly users", "gas", "news"]
    assert len({folded_unit(unit) for unit in units}) == len(units)


def test_no_unit_is_none() -> None:
    assert folded_unit(None) is None
    assert folded_unit(" ") is None


def test_a_word_that_only_looks_like_a_plural_stays() -> None:
    assert [singular(word) for word in ("bus", "class", "analysis", "gas")] == ["bus", "class", "analysis", "gas"]


def test_a_scale_in_a_unit_is_taken_off() -> None:
    assert split_scale("million pounds") == (Decimal(10**6), "pounds")
    assert split_scale("billion") == (Decimal(10**9), None)
    assert split_scale("pounds") == (Decimal(1), "pounds")
    assert split_scale(None) == (Decimal(1), None)


def test_things_are_counted_and_shares_and_money_are_measured() -> None:
    assert is_count("meetings")
    assert is_count(None)
    assert not any(is_count(unit) for unit in ("per cent", "pounds", "US$", "km", "Years"))
