from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text.limits import limits, reach_before
from claimtrack.text.numerals import numerals_in
from claimtrack.text.patterns import Endings


def limited(line: str) -> tuple[str, tuple[str, ...]]:
    """Return the words of the last number with what limits it, and the comparators that this can be."""
    numeral = numerals_in(line)[-1]
    start, end, names = limits(line, numeral, reach_before(line, numeral.start), numeral.end)
    return line[start:end], names


@pytest.mark.parametrize(
    ("line", "words", "names"),
    [
        ("They cite 80 meetings.", "80", ()),
        ("They cite More Than 80 meetings.", "More Than 80", ("more-than",)),
        ("at the very least another 80", "at the very least another 80", ("at-least",)),
        ("80 meetings or fewer", "80 meetings or fewer", ("at-most",)),
        ("an 80-odd", "80-odd", ("about",)),
        ("nearly 80", "nearly 80", ("about", "less-than")),
        ("moreover 80", "80", ()),
        ("more than … 80", "80", ()),
    ],
)
def test_what_limits_a_number_stands_before_or_behind_it(line: str, words: str, names: tuple[str, ...]) -> None:
    assert limited(line) == (words, names)


def test_what_stands_before_a_number_reaches_back_to_a_gap() -> None:
    assert reach_before("fewer … than 80", 12) == " than"
    assert reach_before("fewer ... more than 80", 20) == " more than "
    assert len(reach_before("x" * 100 + " 80", 101)) == 40


before = st.text(alphabet="abcdefghlmnoprstuvxyABOTſKıİ ~<>≥≤≈.-“(", max_size=30)
words = st.sampled_from(
    ["more than", "At LEAST", "a minimum of", "up to the", "some", "leaſt", "at leaſt", "a total of"]
)


@settings(max_examples=300)
@given(st.one_of(before, st.tuples(before, words).map("".join)), st.sampled_from(["", " "]))
def test_no_limit_is_lost_by_looking_at_the_last_letters_first(text: str, gap: str) -> None:
    line = f"{text}{gap}80"
    numeral = numerals_in("80")[0]._replace(start=len(line) - 2, end=len(line))
    found = limits(line, numeral, reach_before(line, numeral.start), numeral.end)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Endings, "may_end", lambda *_: True)
        assert limits(line, numeral, reach_before(line, numeral.start), numeral.end) == found
