from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.edtf import parse_edtf
from claimtrack.text import relative_dates as module
from claimtrack.text.relative_dates import relative_dates


def words(text: str) -> list[str]:
    return [date.words for date in relative_dates(text)]


def spans(text: str, published: str) -> list[str]:
    """Return the spans that the one relative date of a text can mean."""
    (found,) = relative_dates(text)
    return [str(span) for span in found.counted_from(parse_edtf(published))]


def means(text: str, published: str, when: str) -> bool:
    """Tell whether `when` can be what the one relative date of a text means."""
    (found,) = relative_dates(text)
    possible = found.counted_from(parse_edtf(published))
    assert possible
    return any(not span.excludes(parse_edtf(when)) for span in possible)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The company was fined yesterday by a court in Dublin.", ["yesterday"]),
        ("Ministers said today that the vote would go ahead tomorrow.", ["today", "tomorrow"]),
        ("Sales fell last year, and again this month.", ["last year", "this month"]),
        ("The board met earlier this week to discuss next year's budget.", ["earlier this week", "next year"]),
        ("Last Thursday's vote was called off.", ["Last Thursday"]),
        ("He resigned last May after the audit.", ["last May"]),
        ("She was hired three months ago and left two days ago.", ["three months ago", "two days ago"]),
        ("It opened a year ago.", ["a year ago"]),
        ("Police searched the house later\nthis week.", ["later this week"]),
    ],
)
def test_words_that_count_from_the_day_of_publication_are_found_in_their_order(text: str, found: list[str]) -> None:
    assert words(text) == found
    assert all(date.parts for date in relative_dates(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In September 2021 he moved to Berlin, and that same month the firm was sold.", ["that same month"]),
        ("The following week the fund collapsed.", ["The following week"]),
        ("She had left the previous year.", ["the previous year"]),
        ("Two weeks later, the minister stepped down.", ["Two weeks later"]),
        ("He was arrested later that year.", ["later that year"]),
        ("It had been founded a year earlier.", ["a year earlier"]),
        ("On the same day the court ruled.", ["the same day"]),
    ],
)
def test_words_that_count_from_another_date_in_the_text_are_found_and_not_counted(text: str, found: list[str]) -> None:
    assert words(text) == found
    (date,) = relative_dates(text)
    assert date.counted_from(parse_edtf("2026-03-14")) == []


@pytest.mark.parametrize(
    "text",
    [
        "He spent the last year of his life in Lisbon.",
        "It rained in the last week of June, and the last Monday was a holiday.",
        "The board voted in May and again on 3 March 2026.",
        "She may resign, he may march.",
        "The week was quiet, the year was not.",
        "A last-minute offer came in.",
        "They met several years ago, or decades ago.",
        "The firm is ten years old.",
        "At the same time, prices rose.",
        "He was the last to leave.",
        "Yesterdays and todaylike words.",
        "",
    ],
)
def test_calendar_dates_spans_and_other_words_are_no_relative_dates(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "published", "span"),
    [
        ("yesterday", "2026-03-01", "2026-02-28"),
        ("today", "2026-03-14", "2026-03-14"),
        ("tomorrow", "2026-12-31", "2027-01-01"),
        ("this month", "2026-03-14", "2026-03"),
        ("last month", "2026-01-14", "2025-12"),
        ("next month", "2026-12-01", "2027-01"),
        ("last year", "2026-03-14", "2025"),
        ("earlier this year", "2026-03-14", "2026"),
        ("later this week", "2026-03-11", "2026-03-08/2026-03-15"),
        ("last week", "2026-03-11", "2026-03-01/2026-03-08"),
    ],
)
def test_they_are_counted_from_the_day_of_the_article(text: str, published: str, span: str) -> None:
    assert spans(text, published) == [span]


@pytest.mark.parametrize(
    ("text", "published", "span"),
    [
        ("last month", "2026-03", "2026-02"),
        ("last year", "2026-03", "2025"),
        ("yesterday", "2026-03", "2026-02-28/2026-03-30"),
        ("last year", "2026", "2025"),
        ("this year", "2026", "2026"),
        ("last month", "2026", "2025-12-01/2026-11-30"),
        ("last year", "2025-12/2026-01", "2024-01-01/2025-12-31"),
    ],
)
def test_an_article_dated_by_its_month_or_year_leaves_open_what_its_day_would_settle(
    text: str, published: str, span: str
) -> None:
    assert spans(text, published) == [span]


@pytest.mark.parametrize("published", ["2026~", "2026-03?", "2026-03/..", "../2026-03"])
def test_a_rough_or_open_date_of_the_article_counts_nothing(published: str) -> None:
    assert spans("last year", published) == []


@pytest.mark.parametrize(
    ("text", "when", "fits"),
    [
        ("two days ago", "2026-03-12", True),
        ("two days ago", "2026-03-11", False),
        ("a week ago", "2026-03-06", True),
        ("a week ago", "2026-02-20", False),
        ("three months ago", "2025-12-01", True),
        ("three months ago", "2025-12-31", True),
        ("three months ago", "2025-11-29", True),
        ("three months ago", "2025-10", False),
        ("five years ago", "2021", True),
        ("five years ago", "2020-10", True),
        ("5 years ago", "2023", False),
        ("100 years ago", "1926", True),
    ],
)
def test_so_many_units_ago_is_a_calendar_unit_or_half_a_unit_around_the_day(
    text: str, when: str, *, fits: bool
) -> None:
    assert means(text, "2026-03-14", when) is fits


@pytest.mark.parametrize(
    ("text", "when", "fits"),
    [
        ("last January", "2026-01", True),
        ("last January", "2025-01", True),
        ("last January", "2024-01", False),
        ("last December", "2025-12-24", True),
        ("last December", "2026-12", False),
        ("this March", "2026-03", True),
        ("this March", "2025-03", False),
        ("next January", "2027-01", True),
        ("next January", "2026-01", False),
        ("last Thursday", "2026-03-12", True),
        ("last Thursday", "2026-03-05", True),
        ("last Thursday", "2026-02-19", False),
        ("last Thursday", "2026-03-19", False),
        ("this Friday", "2026-03-20", True),
        ("this Friday", "2026-03-13", True),
        ("this Friday", "2026-03-27", False),
        ("next Friday", "2026-03-27", True),
        ("next Friday", "2026-03-06", False),
    ],
)
def test_named_months_and_weekdays_are_read_generously(text: str, when: str, *, fits: bool) -> None:
    assert means(text, "2026-03-14", when) is fits


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("“We sold it last year,” the chair said.", [False]),
        ('"We sold it last year," the chair said.', [False]),
        ("„We sold it last year“, the chair said.", [False]),
        ("«We sold it last year», the chair said.", [False]),
        ("we sold it last year,” the chair said.", [False]),
        ("the chair said: “We sold it last year", [False]),
        ("“We sold it,” the chair said last week.", [True]),
        ("Last week the chair said “it was last year” and left yesterday.", [True, False, True]),
    ],
)
def test_words_inside_a_quotation_are_found_and_not_counted(text: str, counted: list[bool]) -> None:
    assert [date.parts is not None for date in relative_dates(text)] == counted


def test_both_kinds_are_told_in_the_order_of_the_text() -> None:
    text = "He quit last month; the following week the fund collapsed, and yesterday it was sold."
    assert words(text) == ["last month", "the following week", "yesterday"]


def test_where_all_is_speech_nothing_is_counted() -> None:
    (date,) = relative_dates("We sold it last year.", speech=True)
    assert date.words == "last year"
    assert date.counted_from(parse_edtf("2026-03-14")) == []


pieces = st.sampled_from(
    [
        "last",
        "Last",
        "this",
        "next",
        "earlier",
        "later",
        "that",
        "the",
        "same",
        "following",
        "previous",
        "before",
        "after",
        "ago",
        "yesterday",
        "TODAY",
        "tonight",
        "two",
        "three",
        "a",
        "day",
        "days",
        "week",
        "weekend",
        "months",
        "year",
        "YEARS",
        "decades",
        "night",
        "morning",
        "March",
        "Friday",
        "spring",
        "quarter",
        "ships",
        ".",
        ",",
        "ın",
        "thıs",
        "ſame",
        "weeK",
    ]
)


@settings(max_examples=500)
@given(st.lists(pieces, max_size=7).map(" ".join))
def test_what_names_no_stretch_of_time_holds_no_relative_date(line: str) -> None:
    found = relative_dates(line)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_may_count", lambda _: True)
        assert relative_dates(line) == found


@pytest.mark.parametrize(
    ("line", "days"),
    [("12 days ago", "12"), ("\u0661\u0662 days ago", "12"), ("Six days ago", "6"), ("\u017fix days ago", "6")],
)
def test_an_amount_may_have_digits_of_any_script_and_letters_of_any_case(line: str, days: str) -> None:
    assert [date.parts for date in relative_dates(line)] == [(days, "day")]
