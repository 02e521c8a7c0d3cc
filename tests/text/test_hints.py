from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text import hints
from claimtrack.text.checkables import checkables
from claimtrack.text.hints import known_language

LANGUAGES = ("en", "id", "es", "fr")
WORDS = sorted({word for numbers in hints.NUMBERS.values() for word in re.findall(r"\w+", numbers)})
PIECES = (
    *(
        "one",
        "a",
        "an",
        "several",
        "half",
        "thirds",
        "in",
        "of",
        "every",
        "the",
        "belas",
        "-",
        "–",
        ",",
        ".",
        "x",
        "th",
    ),
    *(
        "yesterday",
        "today",
        "tonight",
        "tomorrow",
        "ago",
        "last",
        "this",
        "next",
        "earlier",
        "night",
        "morning",
        "week",
    ),
    *("month", "year", "days", "Monday", "May", "in May", "Jan.", "juillet", "de", "2026", "7", "٧", "5G", "三", "个"),
    *("“", "”", "’", '"', "\n", "@x", "#ago", "www.a", "https://a", "a.org", "İ", "\u017f", "\u212a", "\u0131"),
)
pieces = st.one_of(st.sampled_from(PIECES), st.sampled_from(WORDS), st.text(max_size=3))
texts = st.lists(st.tuples(pieces, st.sampled_from(["", " ", " ", "  ", ". "])), max_size=9).map(
    lambda found: "".join(piece + blank for piece, blank in found)
)


def hinted(text: str, language: str | None = None) -> list[str]:
    """Return each place of a hint with what follows it."""
    return [text[at : at + 4] for at in hints.hints(text, language)]


def test_words_of_numbers_and_dates_are_hints_and_so_are_digits_and_addresses() -> None:
    assert hinted("Three hundred came in MAY, 5 stayed.") == ["Thre", "hund", "MAY,", "5 st"]
    assert hinted("It was a week ago, “last” week, 三十.") == ["ago,", "last", "三十.", "十."]
    assert hinted("See a.org, www.a.b, http://a or @ana.") == [".org", "www.", "://a", "@ana"]
    assert hinted("Hundreds tend to the tenth, a threefold seven-year term.") == ["Hund", "tent", "seve"]
    assert hinted("Nobody, at last, wanted this. Alone, often, in sight.") == []


def test_a_language_has_its_own_numbers_and_one_that_is_not_known_the_english_ones() -> None:
    assert hinted("nueve, nine", "es") == ["nuev"]
    assert hinted("nueve, nine", "de") == hinted("nueve, nine") == ["nine"]
    assert [known_language(code) for code in (None, "", "EN-gb", "fr-CA", "de")] == ["en", "en", "en", "fr", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=150, deadline=None)
@given(text=texts)
def test_where_there_is_no_hint_there_is_neither_figure_nor_date(language: str, text: str) -> None:
    places = hints.hints(text, language)
    assert places == sorted(places)
    kinds = {item.kind for item in checkables(text, language)}
    assert places or not kinds & {"figure", "date"}


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=150, deadline=None)
@given(before=texts, text=texts)
def test_a_place_is_within_what_is_found_whatever_stands_before_it(language: str, before: str, text: str) -> None:
    whole = f"{before}\n\n{text}"
    start = len(whole) - len(text)
    places = [at - start for at in hints.hints(whole, language) if at >= start]
    assert [at for at in hints.hints(text, language) if at not in places] == []
    if not any(sign in text for sign in ("@", "#", "www", "://", ".org")):
        for item in checkables(text, language):
            held = any(item.span[0] <= at < item.span[1] for at in places)
            assert held or item.kind == "name"
