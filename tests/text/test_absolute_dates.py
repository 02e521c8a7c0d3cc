from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text import absolute_dates as module
from claimtrack.text.absolute_dates import absolute_dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The vote was on 11 February 2026.", ["2026-02-11"]),
        ("The vote was on February 11, 2026, they say", ["2026-02-11"]),
        ("on the 3rd of March 2026", ["2026-03-03"]),
        ("in Sept. 2021 and Jan 2022", ["2021-09", "2022-01"]),
        ("It opened in 2019", ["2019"]),
        ("dated 2026-02-11", ["2026-02-11"]),
        ("in May 2022", ["2022-05"]),
        ("31 February 2026 is no day", []),
        ("It may 2,000 times", []),
        ("2021 people came", []),
        ("in 2021.5 seconds", []),
        ("in 2021,500 others", []),
        ("page 2021", []),
    ],
)
def test_a_date_is_read_as_a_newsroom_writes_it(text: str, dates: list[str]) -> None:
    assert [date.text for _, date in absolute_dates(text)] == dates


def test_the_words_are_those_of_the_text() -> None:
    assert absolute_dates("The vote of 11  February\n2026 stands")[0][0] == "11 February 2026"


@settings(max_examples=500)
@given(
    st.lists(
        st.sampled_from(
            [
                "11",
                "11th",
                "of",
                "Feb",
                "February,",
                "in",
                "since",
                "2026",
                "1998",
                "1776",
                "2026-03-14",
                "2026-3",
                "٢٠٢٦",
            ]
        ),
        max_size=5,
    )
)
def test_what_holds_no_year_holds_no_date(words: list[str]) -> None:
    line = " ".join(words)
    found = absolute_dates(line)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_A_YEAR", re.compile(""))
        assert absolute_dates(line) == found
