from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.patterns import by_initial

WORDS = ("ten", "tenth", "two", "half", "hundred", r"jan(?:uary|\.)?", "june", "j")
LINES = st.lists(st.sampled_from([*WORDS, "January", "jan.", " ", "t", "te", "un", "x"]), max_size=8).map("".join)


def test_alternatives_are_put_together_by_their_first_letter() -> None:
    assert by_initial(["ten", "half", "two"]) == "t(?:en|wo)|h(?:alf)"


@given(LINES)
def test_they_find_what_the_same_alternatives_in_a_row_find(line: str) -> None:
    for flags in (re.NOFLAG, re.IGNORECASE):
        found = re.findall(by_initial(WORDS), line, flags)
        assert found == re.findall("|".join(WORDS), line, flags)
