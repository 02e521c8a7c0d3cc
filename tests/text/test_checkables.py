from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text.checkables import Kind, checkables, may_name, quotations
from claimtrack.text.hints import hints

quick = settings(max_examples=200, deadline=None)
anything = st.text(st.one_of(st.characters(), st.sampled_from("aB. “”\"'‘’«»\n12May")), max_size=60)


def words(kind: Kind, sentence: str, language: str | None = None) -> list[str]:
    return [item.words for item in checkables(sentence, language) if item.kind == kind]


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("He counted 14 statements from nine employees.", ["14", "nine"]),
        ("A dozen of several hundred, an hundred of many thousand.", ["A dozen", "several hundred", "an hundred", "many thousand"]),  # noqa: E501
        ("It cost £3.2 million, or 30 per cent of 42,000.", ["£3.2 million", "30 per cent", "42,000"]),
        ("A dozen ships and two-thirds of them, one in five, twenty-one in all.",
         ["A dozen", "two-thirds", "one in five", "twenty-one"]),
        ("Dozens of meetings, half of them in a hundred days.", ["Dozens", "half", "a hundred"]),
        ("A 14-year-old won 6-3 with 3.5bn, 5% and the 14th try.", ["14", "6-3", "3.5bn", "5%", "14th"]),
        ("بلغ العدد ١٤ شخصا", ["١٤"]),
        ("报告提到14条声明和九名员工。", ["14", "九"]),
        ("One of them, no one else, said at first that a second 5G mast, COVID-19 and the F-16 matter.", []),
        ("Read www.example.com/14 and write to ana14@example.com or @ana9.", []),
        ("1. The board sold it.", []),
    ],
)  # fmt: skip
def test_figures_are_found_in_digits_and_in_words_and_not_in_names_or_addresses(
    sentence: str, figures: list[str]
) -> None:
    assert words("figure", sentence) == figures


@pytest.mark.parametrize(
    ("language", "sentence", "figures"),
    [
        ("id", "Laporan itu mengutip dua puluh rapat dan puluhan orang.", ["dua puluh", "puluhan"]),
        ("es", "Hubo nueve heridos y miles de casos.", ["nueve", "miles"]),
        ("fr-CA", "Il y a neuf blessés et des milliers de cas.", ["neuf", "milliers"]),
        ("de", "The nine of them", ["nine"]),
    ],
)
def test_words_for_numbers_are_those_of_the_language(language: str, sentence: str, figures: list[str]) -> None:
    assert words("figure", sentence, language) == figures


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("From September 2021 to 5 January 2022 and May 17, 2023.",
         ["September 2021", "5 January 2022", "May 17, 2023"]),
        ("In May it rained, in the 1990s and since 2019.", ["May", "the 1990s", "2019"]),
        ("May I ask Theresa May about the march in June?", ["June"]),
        ("On Monday, 2022-06-17, 17/06/2022 and in 2019-2021.", ["Monday", "2022-06-17", "17/06/2022", "2019-2021"]),
        ("Last year he left, “and yesterday he came”.", ["Last year", "yesterday"]),
        ("El 5 de mayo de 2022, le 17 juin 2022, 17 Juni 2022.", ["5 de mayo de 2022", "17 juin 2022", "17 Juni 2022"]),
        ("会议于2021年9月举行。", ["2021年9月"]),
        ("He may march on.", []),
    ],
)  # fmt: skip
def test_dates_are_found_and_are_no_figures_and_no_names(sentence: str, dates: list[str]) -> None:
    assert words("date", sentence) == dates
    assert not words("figure", sentence)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The board told BuzzFeed that Maureen Shanahan left.", ["BuzzFeed", "Maureen Shanahan"]),
        ("TikTok's lawyers met the Bank of England.", ["TikTok", "Bank of England"]),
        ("Mr. Smith and the U.S. Senate met.", ["Smith", "U.S. Senate"]),
        ("Trump is trying.", []),
        ("“Nobody knew,” he said: “Then I left.”", []),
        ("Moreover, I think I'm done.", []),
        ("THE HARBOUR IS SOLD.", []),
        ("Die Ämter in Łódź.", ["Ämter", "Łódź"]),
        ("第14条 شركة", []),
        ("PARIS — The mayor left.", ["PARIS"]),
    ],
)
def test_names_are_capitalised_words_that_do_not_begin_a_sentence(sentence: str, names: list[str]) -> None:
    assert words("name", sentence) == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He is a “Master Admin” who “has access”.", ["“Master Admin”", "“has access”"]),
        ('She said "everything is visible." He left.', ['"everything is visible."']),
        ("« C’est faux », et „Alles klar.“ et »Nein« et 「すべて」",
         ["« C’est faux »", "„Alles klar.“", "»Nein«", "「すべて」"]),
        ("‘It’s over,’ he said of the workers’ union.", ["‘It’s over,’"]),
        ("The board's 'secret' plan of the '90s, rock 'n' roll.", ["'secret'", "'n'"]),
        ('He said “she told me ‘no’ and "never" again” today.', ['“she told me ‘no’ and "never" again”']),
        ('A 12" pipe and a 14" pipe.', []),
        ('He said “it is over" and left.', ['“it is over"']),
        ("“We did A.\n\n“We did B.\n\nHe left.", ["“We did A.", "“We did B."]),
        ("“We did A.\n\nWe did B,” he said. “Yes.”", ["“We did A.", "We did B,”", "“Yes.”"]),
        ("”Det är så”, sa han.", ["”Det är så”"]),
        ("Nothing “…” here.", []),
    ],
)  # fmt: skip
def test_quotations_are_found_with_their_marks(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_what_can_be_checked_is_told_in_a_phrase() -> None:
    sentence = "In May 2022 nine of TikTok's people left."
    assert [str(item) for item in checkables(sentence)] == ["date “May 2022”", "figure “nine”", "name “TikTok”"]


def test_a_sentence_that_is_no_prose_is_not_searched_for_relative_dates() -> None:
    assert not words("date", "last year " + "x " * 5000)


@quick
@given(anything)
def test_a_sentence_that_may_hold_no_name_holds_none(text: str) -> None:
    assert may_name(text) or not [item for item in checkables(text) if item.kind == "name"]


@quick
@given(anything)
def test_what_is_not_asked_for_is_left_out_and_nothing_else(text: str) -> None:
    found = checkables(text)
    assert checkables(text, named=False) == [item for item in found if item.kind != "name"]
    assert checkables(text, hinted=False, named=False) == []
    if not hints(text):
        assert checkables(text, hinted=False) == found


@quick
@given(anything)
def test_spans_stand_in_order_and_hold_their_words(text: str) -> None:
    found = checkables(text)
    assert all(text[slice(*item.span)] == item.words for item in found)
    assert [item.span for item in found] == sorted(item.span for item in found)
    ends = [0, *(end for _, end in quotations(text))]
    assert all(end <= start for end, (start, _) in zip(ends, quotations(text), strict=False))
