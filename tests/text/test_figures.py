from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text import limits, numerals, uncounted
from claimtrack.text.figures import Numbers, figures_in
from claimtrack.text.patterns import Endings

if TYPE_CHECKING:
    from claimtrack.model.vocabulary import Comparator

quick = settings(max_examples=100, deadline=None)


def found(text: str, *, ones: bool = False) -> list[str]:
    """Return the figures of a text as `comparator value-to unit`, what is missing left out."""
    return [
        " ".join(
            part
            for part in (
                mention.comparator,
                f"{mention.value.normalize():f}" + (f"-{mention.to.normalize():f}" if mention.to is not None else ""),
                mention.unit,
            )
            if part
        )
        for mention in figures_in(text, ones=ones)
        if mention.kind == "figure"
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("BuzzFeed reports that 14 statements from nine TikTok employees came to light.", ["14 statement", "9 tiktok"]),
        ("The platform has more than 1 billion active users worldwide.", ["more-than 1000000000 active"]),
        ("Fourteen people died.", ["14 person"]),
        ("Profits rose 30 per cent to £3.2 million, or $4.2m.", ["30 percent", "3200000 £", "4200000 $"]),
        ("They paid 3.5bn euros for 42,000 homes.", ["3500000000 €", "42000 home"]),
        (
            "Two thirds of the dozen ships left; half stayed.",
            ["0.6666666666666666666666666667", "12 ship", "0.5 stayed"],
        ),
        ("Half a dozen eggs and half a million bees.", ["6 egg", "500000 bee"]),
        ("Two and a half million people voted.", ["2500000 person"]),
        ("Three hundred and twenty-one cases, a hundred of them new.", ["321 case", "100"]),
        ("A 14-year-old won the two-day race.", ["14 year", "2 day"]),
        ("Turnout fell by 5 percentage points to 61%.", ["5 percentage point", "61 percent"]),
        ("Temperatures of -5 degrees.", ["-5 degree"]),
        ("It weighs 80kg and does 90mph.", ["80 kilogram", "90 mph"]),
        ("Six of the nine members voted 6-3.", ["6", "9 member", "6", "3"]),
        ("nine and fourteen of them", ["9", "14"]),
        ("He has 1½ acres.", ["1.5 acre"]),
        ("One judge dissented.", ["1 judge"]),
        ("They counted 80 … meetings", ["80"]),
    ],
)
def test_figures_are_read_however_a_reporter_writes_them(text: str, figures: list[str]) -> None:
    assert found(text) == figures


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("more than 80 ships", "more-than"),
        ("over 80 ships", "more-than"),
        ("in excess of 80 ships", "more-than"),
        ("at least 80 ships", "at-least"),
        ("at the very least 80 ships", "at-least"),
        ("no fewer than 80 ships", "at-least"),
        ("80 or more ships", "at-least"),
        ("80 ships or more", "at-least"),
        ("80+ ships", "at-least"),
        ("80 ships, at least", "at-least"),
        ("at least another 80 ships", "at-least"),
        ("no more than 80 ships", "at-most"),
        ("up to 80 ships", "at-most"),
        ("as many as 80 ships", "at-most"),
        ("80 ships or fewer", "at-most"),
        ("fewer than 80 ships", "less-than"),
        ("less than 80 ships", "less-than"),
        ("under 80 ships", "less-than"),
        ("nearly 80 ships", "about"),
        ("almost 80 ships", "about"),
        ("about 80 ships", "about"),
        ("some 80 ships", "about"),
        ("roughly 80 ships", "about"),
        ("80-odd ships", "about"),
        ("80 or so ships", "about"),
        ("~80 ships", "about"),
        ("≥80 ships", "at-least"),
        ("80 ships", None),
        ("more than once, 80 ships", None),
        ("more than … 80 ships", None),
    ],
)
def test_the_words_that_limit_a_figure_are_its_comparator(words: str, comparator: Comparator | None) -> None:
    (mention,) = figures_in(f"They saw {words} there.")
    assert mention.value == 80
    assert mention.comparator == comparator


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("between 10 and 15 people", "10-15 person"),
        ("10-15 people", "10-15 person"),
        ("10–15 people", "10-15 person"),
        ("from 3 to 5 per cent", "3-5 percent"),
        ("3% to 5% of them", "3-5 percent"),
        ("between three and five million homes", "3000000-5000000 home"),
        ("£3-5 million", "3000000-5000000 £"),
    ],
)
def test_a_range_is_one_figure_with_two_ends(text: str, figure: str) -> None:
    assert found(text) == [figure]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("on 17 June 2022 and June 17, 2022", {"date"}),
        ("from at least September 2021 to January 2022", {"date"}),
        ("in 2020, since 1999, the 1990s and 2021-22", {"date"}),
        ("on 2022-06-17, 17/06/2022 and 17.6.2022", {"date"}),
        ("at 12:30, 5 pm, 5.30pm and nine o'clock", {"date"}),
        ("after 9/11 and on Sept. 11", {"date"}),
        ("2022年6月17日", {"date"}),
        ("el 17 de junio de 2022, am 3. Juni 2022, 5 mars", {"date"}),
        ("Call 020 7946 0123, +44 20 7946 0123 or 555-0123", {"label"}),
        ("Executive Order 13942 on page 4, paragraph 12", {"label"}),
        ("version 1.2.3 of 5G, 24/7", {"label"}),
        ("No one knew which one it was; one of the best, one another", {"label"}),
        ("the first half; several hundred and a few million", {"ordinal", "label"}),
        ("the Five Eyes alliance and the Big Four", {"label"}),
        ("the third attempt of the 21st century, a twenty-first time", {"ordinal"}),
        ("a third man came second", {"ordinal"}),
        ("COVID-19, G7, F-16 and MH370", set()),
        ("dozens of meetings and hundreds of millions", set()),
        ("", set()),
    ],
)
def test_what_counts_nothing_is_no_figure(text: str, kinds: set[str]) -> None:
    assert {mention.kind for mention in figures_in(text)} == kinds


def test_a_year_and_a_count_of_four_digits_are_told_apart() -> None:
    assert found("In 2021 the firm had 2000 people, and 1500 soldiers came in 1999.") == ["2000 person", "1500 soldier"]


def test_a_mention_says_what_it_is() -> None:
    third, year = figures_in("the third time in 2022")
    assert (third.ordinal, third.date, year.ordinal, year.date) == (True, False, False, True)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("3,5 Prozent", "3.5 percent"),
        ("1.234.567,89 Euro", "1234567.89 €"),
        ("10 000 euros", "10000 €"),
        ("12,34,567 rupees", "1234567 ₹"),
        ("٨٠ اجتماعا", "80 اجتماعا"),
        ("有８０多次会议", "80"),
        ("10亿用户", "1000000000"),
        ("5 juta orang", "5000000 orang"),
        ("3 Millionen Menschen", "3000000 menschen"),
        ("US$5 million", "5000000 $"),
    ],
)
def test_digits_are_read_as_other_languages_and_scripts_write_them(text: str, figure: str) -> None:
    assert found(text) == [figure]


def test_signs_that_can_mean_two_numbers_carry_both() -> None:
    (thousands,) = figures_in("1.200 Menschen")
    assert {thousands.value, *thousands.also} == {Decimal("1.2"), Decimal(1200)}
    (metres,) = figures_in("a 5m pool")
    assert {metres.value, *metres.also} == {Decimal(5_000_000), Decimal(5)}
    (nearly,) = figures_in("nearly 80")
    assert {nearly.comparator, *nearly.maybe} == {"about", "less-than"}
    (during,) = figures_in("over two years")
    assert {during.comparator, *during.maybe} == {"more-than", None}


def test_a_and_an_are_one_only_where_asked() -> None:
    text = "a US federal judge met another, and no one spoke to an aide for a dozen days"
    assert found(text) == ["12 day"]
    assert found(text, ones=True) == ["1", "1", "1 spoke", "1", "12 day"]


def test_words_and_span_are_those_of_the_text() -> None:
    more, share, arabic = figures_in("They cite more than 80\u00a0meetings, 30% of ٣٠.")
    assert more.words == "more than 80\u00a0meetings"
    assert (share.words, arabic.words) == ("30%", "٣٠")
    assert [(mention.start, mention.end) for mention in (more, share)] == [(20, 22), (33, 36)]


@quick
@given(st.integers(0, 10**12), st.sampled_from(["{:d} ships", "{:,d} ships", "about {:,d} ships", "({:,d} ships)"]))
def test_any_whole_number_is_found_with_its_value(number: int, form: str) -> None:
    values = [mention.value for mention in figures_in(form.format(number)) if mention.kind == "figure"]
    assert values == [number]


@quick
@given(st.text(alphabet="0123456789.,-–/:%£$ abdefhilmnortuwz'…½٣三\n", max_size=80), st.booleans())
def test_any_text_is_read_and_every_span_lies_in_it_in_order(text: str, ones: bool) -> None:  # noqa: FBT001
    mentions = figures_in(text, ones=ones)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)
    assert all(one.end <= two.start for one, two in pairwise(mentions))
    assert all(mention.words and mention.words in text for mention in mentions)


pieces = st.sampled_from(
    """
    0161 (0161) 496 +44 555-1234 24/7 1.2.3 www.a.com/5 no fewer than at least AT MOST over about c. approx. ca.
    some ~ > ≥ nearly up to as many as a third half dozen of the another 14 1,200 3.5bn £5 5m two thirds twenty-one
    first 21st 2022 March 4月 Mai 5G page Pages No. § Order London or more -plus -odd -ish + % per cent ships people
    lıne leaſt … ( ) x- $ ½ 3 5 and between - – 4th
    """.split()  # noqa: SIM905  (a list of words is read as words)
)
texts = st.lists(st.tuples(pieces, st.sampled_from([" ", ""])), max_size=9).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


@settings(max_examples=500)
@given(texts)
def test_nothing_is_lost_by_looking_first_whether_there_can_be_anything(line: str) -> None:
    found = figures_in(line, ones=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numerals, "starts", lambda text: list(range(len(text))))
        patch.setattr(Endings, "may_end", lambda *_: True)
        patch.setattr(limits, "_ANY_SUFFIX", re.compile(""))
        patch.setattr(uncounted, "_MAY_LABEL", re.compile(""))
        patch.setattr(uncounted, "_DATE_BEGINS", re.compile(r"(?=[\s\S])"))
        assert figures_in(line, ones=True) == found


@settings(max_examples=500)
@given(texts)
def test_numbers_with_bare_values_are_these_values_and_nothing_else(line: str) -> None:
    values = Numbers(line).bare_values()
    mentions = figures_in(line)
    if values is None:
        assert mentions
    else:
        assert {mention.value for mention in mentions} == values
        assert not any(mention.comparator or mention.to or mention.also or mention.maybe for mention in mentions)
        assert not any(mention.fraction or mention.ordinal for mention in mentions)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("no number", set()),
        ("14 of 20 members in 2022", {14, 20, 2022}),
        ("over 14 members", None),
        ("14 or more members", None),
        ("3 to 5 members", None),
        ("a third of them", None),
        ("the 4th of them", None),
        ("1.200 Menschen", None),
    ],
)
def test_bare_values_are_told_where_no_number_is_more_than_its_value(text: str, values: set[int] | None) -> None:
    assert Numbers(text).bare_values() == values
