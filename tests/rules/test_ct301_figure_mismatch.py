from __future__ import annotations

from decimal import Decimal
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.ledger import Ledger, Records
from claimtrack.model.place import Marks
from claimtrack.model.records import Citation, Claim, Figure, Quote
from claimtrack.model.settings import Settings
from claimtrack.rules.ct301_figure_mismatch import check
from claimtrack.text.figures import Numbers
from support import TODAY, judge

words = st.lists(
    st.sampled_from(
        "2 3 80 2022 4,300 3.5 two eighty 3rd third a-half in over about to and - … or more % million ships".split()  # noqa: SIM905
    ),
    min_size=1,
    max_size=5,
).map(" ".join)
figures = st.lists(
    st.builds(
        Figure,
        value=st.sampled_from([Decimal(item) for item in ("1", "2", "3", "80", "2022", "3.5", "3500000", "0.5", "50")]),
        to=st.sampled_from([None, None, None, Decimal(80)]),
        unit=st.sampled_from([None, "ships", "percent", "million ships", "place"]),
        comparator=st.sampled_from([None, None, None, "more-than", "about"]),
    ),
    max_size=2,
).map(tuple)
quotes = st.builds(Quote, exact=words, prefix=st.sampled_from([None, None, "2"]), suffix=st.sampled_from([None, "80"]))


def test_a_figure_that_its_passage_has_not_is_found_at_its_value() -> None:
    (found,) = judge(
        """
        claims:
          - id: votes
            text: Members voted to sell.
            quote: six of the nine members voted for the sale
            figures:
              - {value: 6, unit: members}
              - value: 10  # <- CT301
                unit: members
        """,
        "CT301",
    )
    assert found.severity == "error"
    assert found.message == ("harbour-sale/votes: records 10 members, and its passage has “six” and “nine members”.")
    assert found.hint == "Correct the figure or the quote."


def test_a_comparator_that_is_not_in_the_words_is_found_either_way() -> None:
    dropped, added = judge(
        """
        claims:
          - id: dropped
            text: t
            quote: more than 80 ships
            figures: [{value: 80, unit: ships}]  # <- CT301
          - id: added
            text: t
            quote: 80 ships
            figures:
              - value: 80
                comparator: more-than  # <- CT301
                unit: ships
        """,
        "CT301",
    )
    assert dropped.message == "harbour-sale/dropped: records 80 ships, and its passage says “more than 80 ships”."
    assert added.message == "harbour-sale/added: records more than 80 ships, and its passage says “80 ships”."


def test_figures_are_the_same_however_they_are_written() -> None:
    judge(
        """
        claims:
          - {id: words, text: t, quote: fourteen statements, figures: [{value: 14, unit: items}]}
          - {id: digits, text: t, quote: 14 statements, figures: [{value: fourteen}]}
          - {id: an, text: t, quote: a US federal judge, figures: [{value: 1, unit: judges}]}
          - {id: scale, text: t, quote: it cost £3.2 million, figures: [{value: 3200000, unit: pounds}]}
          - {id: least, text: t, quote: no fewer than 80 ships, figures: [{value: 80, comparator: at-least}]}
          - {id: share, text: t, quote: two thirds of voters, figures: [{value: 66.7, unit: percent}]}
          - {id: range, text: t, quote: between 10 and 15 ships, figures: [{value: 10, to: 15}]}
          - {id: year, text: t, quote: founded in 1999, figures: [{value: 1999, unit: year}]}
          - id: around
            text: t
            quote: {exact: 80 ships, prefix: more than}
            figures: [{value: 80, comparator: more-than}]
        """,
        "CT301",
    )


def test_a_citation_is_held_against_its_own_quote() -> None:
    (found,) = judge(
        """
        claims:
          - id: ships
            text: t
            quote: fourteen ships
            figures: [{value: 14}]
            sources:
              - {source: board-minutes, quote: fourteen ships, figures: [{value: 14}]}
              - source: evening-post-story
                quote: forty ships
                figures: [{value: 14, unit: ships}]  # <- CT301
              - {source: evening-post-story, says: It has 41., figures: [{value: 41}]}
        """,
        "CT301",
    )
    assert found.message == (
        "harbour-sale/ships: records 14 ships, and the quote from evening-post-story has “forty ships”."
    )


def test_a_figure_of_the_text_stands_in_a_quote_or_in_the_figures() -> None:
    found = judge(
        """
        claims:
          - id: stray
            text: Seven of ten members voted, on 3 May 2026.  # <- CT301
            quote: six of the nine members voted
          - id: cited
            text: The harbour holds 14 ships and 3 cranes.
            quote: the harbour is full
            sources:
              - {source: board-minutes, quote: fourteen ships}
              - {source: evening-post-story, figures: [{value: 3, unit: cranes}]}
          - id: limit
            text: The harbour holds 80 ships.  # <- CT301
            quote: more than 80 ships
          - {id: no-passage, text: Seven voted., sources: [{source: board-minutes, quote: six voted}]}
          - {id: one, text: One judge turned it down., quote: a federal judge}
          - {id: share, text: Half of them left., quote: 50 per cent of them left}
        """,
        "CT301",
    )
    assert found[0].message == (
        "harbour-sale/stray: its text says “Seven” and “ten members”, "
        "which stand in no quote and no `figures` of the claim."
    )
    assert found[0].hint == "Correct the figures, or record where they come from."


def test_dates_ordinals_and_numbers_of_names_in_a_text_are_no_figures() -> None:
    judge(
        """
        claims:
          - {id: a, text: "In May 2022, at 12:30, the third Executive Order 13942 of 2021 was signed.", quote: it was}
          - {id: b, text: No one knew which one of them it was., quote: nobody knew}
        """,
        "CT301",
    )


def test_without_a_quote_nothing_is_checked() -> None:
    judge(
        """
        claims:
          - id: a
            text: Six voted.
            figures: [{value: 9}]
            sources: [{source: board-minutes, figures: [{value: 7}]}]
        """,
        "CT301",
    )


def test_where_a_quote_leaves_words_out_the_hint_says_what_to_do() -> None:
    (found,) = judge(
        """
        claims:
          - {id: a, text: t, quote: the board … voted, figures: [{value: 9}]}  # <- CT301
        """,
        "CT301",
    )
    assert found.message == "harbour-sale/a: records 9, and its passage has no such figure."
    assert found.hint == (
        "Correct the figure or the quote; if the figure stands where the quote leaves words out (…), "
        "let the quote reach over it."
    )


def test_foreign_words_cannot_be_read_and_foreign_digits_can() -> None:
    judge(
        """
        sources:
          - {id: koran, kind: article, title: T, party: evening-post, language: id, own_reporting: true}
        claims:
          - id: words
            text: t
            sources: [{source: koran, quote: sembilan karyawan, figures: [{value: 9}]}]
          - id: glossed
            text: t
            sources:
              - {source: koran, quote: sembilan karyawan, gloss: nine employees, figures: [{value: 9}]}
              - {source: koran, quote: sembilan karyawan, gloss: ten employees, figures: [{value: 9}]}  # <- CT301
          - id: digits
            text: t
            sources:
              - {source: koran, quote: lebih dari 80 rapat, figures: [{value: 80, comparator: more-than}]}
              - {source: koran, quote: lebih dari 80 rapat, figures: [{value: 90}]}  # <- CT301
          - id: script
            text: t
            sources:
              - {source: board-minutes, quote: 有80多次会议, figures: [{value: 80}]}
              - {source: board-minutes, quote: 有80多次会议, figures: [{value: 18}]}  # <- CT301
              - {source: board-minutes, quote: 九名员工, figures: [{value: 9}]}
        """,
        "CT301",
    )


def test_an_ordinal_is_a_figure_where_one_is_recorded_or_told_in_digits() -> None:
    judge(
        """
        claims:
          - id: third
            text: He came third.
            quote: he came 3rd in the race
            figures: [{value: 3}]
            sources: [{source: board-minutes, at: page 1}]
          - id: fourth
            text: He came 4th.  # <- CT301
            quote: he came 3rd in the race
            sources: [{source: board-minutes, at: page 1}]
        """,
        "CT301",
    )


@settings(max_examples=300, deadline=None)
@given(words, st.none() | quotes, figures, st.none() | quotes, figures)
def test_to_look_at_bare_values_first_changes_no_finding(
    text: str, quote: Quote | None, ours: tuple[Figure, ...], theirs: Quote | None, cited: tuple[Figure, ...]
) -> None:
    citation = Citation(source="minutes", quote=theirs, figures=cited)
    claim = Claim(
        marks=Mock(spec=Marks), id="it", text=text, article="story", quote=quote, figures=ours, sources=(citation,)
    )
    ledger = Ledger(Records(claims=(claim,)), TODAY)
    found = list(check(ledger, Settings()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Numbers, "bare_values", lambda _: None)
        assert list(check(ledger, Settings())) == found
