from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.records import Figure
from claimtrack.text.figures import figures_in
from claimtrack.text.intervals import bare_value, conflicts, in_words, plain_figure, satisfies

if TYPE_CHECKING:
    from claimtrack.model.vocabulary import Comparator

quick = settings(max_examples=100, deadline=None)
COMPARATORS: list[Comparator | None] = ["more-than", "at-least", "less-than", "at-most", "about", None]
figures = st.builds(
    Figure,
    value=st.decimals(0, 1000, places=1),
    comparator=st.sampled_from(COMPARATORS),
    unit=st.sampled_from([None, "ships", "per cent"]),
)


def figure(
    value: str, comparator: Comparator | None = None, unit: str | None = "ships", to: str | None = None
) -> Figure:
    return Figure(value=Decimal(value), comparator=comparator, unit=unit, to=Decimal(to) if to else None)


def says(text: str, recorded: Figure) -> bool:
    return any(satisfies(mention, recorded) for mention in figures_in(text, ones=True))


@pytest.mark.parametrize(
    ("text", "recorded"),
    [
        ("fourteen statements", figure("14")),
        ("14 statements", figure("14")),
        ("a US federal judge", figure("1")),
        ("more than 80 meetings", figure("80", "more-than")),
        ("over 80 meetings", figure("80", "more-than")),
        ("more than 80 meetings", figure("81", "at-least")),
        ("at least 81 meetings", figure("80", "more-than")),
        ("no fewer than 80", figure("80", "at-least")),
        ("nearly 80", figure("80", "about")),
        ("nearly 80", figure("80", "less-than")),
        ("about 80 ships", figure("80")),
        ("over two years", figure("2", None, "years")),
        ("over two years", figure("2", "more-than", "years")),
        ("two thirds", figure("0.67")),
        ("two thirds", figure("66.7", None, "per cent")),
        ("half of them", figure("50", None, "%")),
        ("£3.2 million", figure("3.2", None, "million pounds")),
        ("between 10 and 15", figure("10", None, "ships", "15")),
        ("between 10 and 15", figure("10", "at-least")),
        ("between 10 and 15", figure("15", "at-most")),
        ("rose from 3 to 5 per cent", figure("5", None, "percent")),
        ("1.200 Schiffe", figure("1200")),
        ("the third largest", figure("3", None, "rank")),
        ("in 2022", figure("2022", None, "year")),
    ],
)
def test_words_satisfy_the_figure_that_they_state(text: str, recorded: Figure) -> None:
    assert says(text, recorded)


@pytest.mark.parametrize(
    ("text", "recorded"),
    [
        ("80 meetings", figure("80", "more-than")),
        ("more than 80 meetings", figure("80")),
        ("more than 80 meetings", figure("80", "at-least")),
        ("more than 80 per cent", figure("81", "at-least", "per cent")),
        ("80 meetings", figure("80", "about")),
        ("85 meetings", figure("80", "more-than")),
        ("fifteen statements", figure("14")),
        ("41 statements", figure("14")),
        ("the third largest", figure("3")),
        ("between 10 and 15", figure("10")),
        ("up to 80", figure("80")),
        ("two thirds", figure("0.65")),
        ("3.2 million", figure("3.2")),
    ],
)
def test_another_value_or_another_limit_does_not(text: str, recorded: Figure) -> None:
    assert not says(text, recorded)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("80"), figure("80", "more-than")),
        (figure("14"), figure("15")),
        (figure("80", "more-than"), figure("80", "at-most")),
        (figure("80", "more-than"), figure("81", "less-than")),
        (figure("80", "about"), figure("89")),
        (figure("80", "about"), figure("90", "more-than")),
        (figure("10", None, "ships", "15"), figure("16")),
        (figure("3.2", None, "million pounds"), figure("3200001", None, "pounds")),
    ],
)
def test_figures_conflict_where_no_number_is_both(one: Figure, other: Figure) -> None:
    assert conflicts(one, other)
    assert conflicts(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("85"), figure("80", "more-than")),
        (figure("14"), figure("14", "at-least")),
        (figure("80", "about"), figure("88")),
        (figure("-80", "about"), figure("-85")),
        (figure("80", "more-than"), figure("90", "at-most")),
        (figure("80", "more-than", "per cent"), figure("81", "less-than", "per cent")),
        (figure("10", None, "ships", "15"), figure("12")),
        (figure("3.2", None, "million pounds"), figure("3200000", None, "pounds")),
    ],
)
def test_figures_fit_where_some_number_is_both(one: Figure, other: Figure) -> None:
    assert not conflicts(one, other)
    assert not conflicts(other, one)


@quick
@given(figures, figures)
def test_conflict_is_mutual_and_what_satisfies_never_conflicts(one: Figure, other: Figure) -> None:
    assert conflicts(one, other) == conflicts(other, one)
    assert satisfies(one, one)
    assert not conflicts(one, one)
    if one.unit == other.unit and satisfies(one, other):
        assert not conflicts(one, other)


def test_a_figure_is_told_as_a_phrase() -> None:
    assert in_words(figure("80", "more-than")) == "more than 80 ships"
    assert in_words(figure("1000000000", None, "users")) == "1 billion users"
    assert in_words(figure("3200000", None, None)) == "3.2 million"
    assert in_words(figure("10", None, "ships", "1500")) == "10 to 1,500 ships"
    assert plain_figure(figure("3", None, "thousand ships", "4")) == figure("3000", None, "ships", "4000")


def test_a_bare_value_is_that_of_a_figure_without_limits_scale_included() -> None:
    assert bare_value(Figure(value=Decimal(3), unit="million pounds")) == 3_000_000
    assert bare_value(Figure(value=Decimal(3), comparator="about")) is None
    assert bare_value(Figure(value=Decimal(3), to=Decimal(5))) is None
