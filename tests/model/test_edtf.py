from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.edtf import Edtf, of_day, parse_edtf

quick = settings(max_examples=100, deadline=None)
days = st.dates(date(2019, 1, 1), date(2021, 12, 31))
precisions = st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"])


@st.composite
def points(draw: st.DrawFn) -> str:
    return draw(days).strftime(draw(precisions)) + draw(st.sampled_from(["", "", "", "~", "?", "%"]))


@st.composite
def spans(draw: st.DrawFn) -> str:
    first, last = sorted([draw(days), draw(days)])
    ends = [first.strftime(draw(precisions)), last.isoformat()]
    return "/".join(draw(st.sampled_from([ends, ["", ends[1]], ["..", ends[1]], [ends[0], ""], [ends[0], ".."]])))


dates = st.one_of(points(), spans()).map(parse_edtf)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-03", "2026-03-01", "2026-03-31"),
        ("2026-03-14", "2026-03-14", "2026-03-14"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("2026-03/2026-05", "2026-03-01", "2026-05-31"),
        ("2026-03/2026", "2026-03-01", "2026-12-31"),
        ("2026-03-14/2026-03-14", "2026-03-14", "2026-03-14"),
        ("2026-03-14T10:00", "2026-03-14", "2026-03-14"),
        ("2026-03-14T10:00:59Z", "2026-03-14", "2026-03-14"),
        ("2026-03-14T23:30:00+02:00", "2026-03-14", "2026-03-14"),
        (" 2026-03 \n", "2026-03-01", "2026-03-31"),
    ],
)
def test_a_date_covers_every_day_that_it_can_mean(text: str, earliest: str, latest: str) -> None:
    read = parse_edtf(text)
    assert (str(read.earliest), str(read.latest)) == (earliest, latest)
    assert str(read) == text.strip()
    assert not read.qualified


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2026/", date(2026, 1, 1), None),
        ("2026/..", date(2026, 1, 1), None),
        ("/2026", None, date(2026, 12, 31)),
        ("../2026", None, date(2026, 12, 31)),
    ],
)
def test_an_open_end_is_not_known(text: str, earliest: date | None, latest: date | None) -> None:
    assert parse_edtf(text) == Edtf(text, earliest, latest)


@pytest.mark.parametrize("text", ["2026~", "2026-03?", "2026-03-14%", "2026~/2027", "2026/2027?", "2026~/"])
def test_a_date_with_a_doubt_is_qualified(text: str) -> None:
    assert parse_edtf(text).qualified


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "`` is no date; write one as 2026, 2026-03, 2026-03-14, 2026-03/2026-05 or 2026~"),
        ("soon", "`soon` is no date; write one as"),
        ("2026-3", "`2026-3` is no date; write one as"),
        ("20260314", "`20260314` is no date; write one as"),
        ("2026-03T10:00", "`2026-03T10:00` is no date; write one as"),
        ("14.3.2026", "`14.3.2026` is no date; write one as"),
        ("2026 / 2027", "`2026 / 2027` is no date; write one as"),
        ("2026/2027/2028", "`2026/2027/2028` is no date; write one as"),
        ("2026/soon", "`2026/soon` is no date; write one as"),
        ("..", "`..` is no date; write one as"),
        ("/", "`/` is an interval without any date; write one as"),
        ("../..", "`../..` is an interval without any date; write one as"),
        ("0000", "`0000` is no date: there is no year 0"),
        ("2026-13", "`2026-13` is no date: there is no month 13"),
        ("2026-00", "`2026-00` is no date: there is no month 0"),
        ("2026-02-29", "`2026-02-29` is no date: that month has no day 29"),
        ("2026-04-31/2027", "`2026-04-31/2027` is no date: that month has no day 31"),
        ("2026-03-00", "`2026-03-00` is no date: that month has no day 0"),
        ("2026-05/2026-03", "`2026-05/2026-03` ends before it begins"),
        ("2026-05~/2026-03", "`2026-05~/2026-03` ends before it begins"),
    ],
)
def test_what_is_no_date_is_refused_in_words(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=r".") as raised:
        parse_edtf(text)
    assert str(raised.value).startswith(complaint)


@pytest.mark.parametrize(
    ("later", "earlier", "certainly"),
    [
        ("2026-03-15", "2026-03-14", True),
        ("2026-03-14", "2026-03-14", False),
        ("2026-04", "2026-03-31", True),
        ("2026-03", "2026-03-14", False),
        ("2027", "2026-12", True),
        ("2026", "2026-01-01", False),
        ("2026-06/2026-07", "2026-03/2026-05", True),
        ("2026-05/2026-07", "2026-03/2026-05", False),
        ("2027/", "2026", True),
        ("2027", "/2026", True),
        ("/2027", "2026", False),
        ("2027", "2026/", False),
        ("2027~", "2026", False),
        ("2027", "2026?", False),
        ("2027%", "2026%", False),
    ],
)
def test_later_means_that_no_day_of_one_is_before_the_end_of_the_other(
    later: str, earlier: str, *, certainly: bool
) -> None:
    assert parse_edtf(later).after(parse_edtf(earlier)) is certainly
    assert not parse_edtf(earlier).after(parse_edtf(later))
    assert parse_edtf(later).excludes(parse_edtf(earlier)) is certainly
    assert parse_edtf(earlier).excludes(parse_edtf(later)) is certainly


def test_a_day_is_a_date_too() -> None:
    assert of_day(date(2026, 3, 14)) == parse_edtf("2026-03-14")


@quick
@given(days, precisions)
def test_a_point_covers_just_the_days_that_are_written_like_it(day: date, precision: str) -> None:
    text = day.strftime(precision)
    year = [date(day.year, 1, 1) + timedelta(days=n) for n in range(-1, 367)]
    covered = [each for each in year if each.isoformat().startswith(text)]
    assert parse_edtf(text) == Edtf(text, covered[0], covered[-1])


@quick
@given(dates)
def test_no_date_is_after_itself(one: Edtf) -> None:
    assert not one.after(one)
    assert not one.excludes(one)


@quick
@given(dates, dates)
def test_two_dates_are_never_both_after_each_other(one: Edtf, other: Edtf) -> None:
    assert not (one.after(other) and other.after(one))


@quick
@given(st.lists(dates, min_size=3, max_size=8))
def test_after_passes_on(some: list[Edtf]) -> None:
    for one in some:
        for other in filter(one.after, some):
            assert all(one.after(third) for third in filter(other.after, some))


@quick
@given(dates)
def test_a_date_is_read_the_same_from_what_it_prints(one: Edtf) -> None:
    assert parse_edtf(str(one)) == one
