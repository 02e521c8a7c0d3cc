from __future__ import annotations

from support import judge


def test_a_passage_that_dates_by_its_own_day_needs_a_when() -> None:
    (found,) = judge(
        """
        claims:
          - id: offer
            text: The first offer was made in 2025.
            quote: the first offer came last year and another this month  # <- CT303
        """,
        "CT303",
    )
    assert found.severity == "warning"
    assert found.message == (
        "harbour-sale/offer: says “last year” and “this month”, and no `when` says which date that is."
    )
    assert found.hint == "Record the date as `when:`, as the record shows it."


def test_a_when_that_does_not_fit_the_words_is_found_at_the_when() -> None:
    (found,) = judge(
        """
        claims:
          - id: offer
            text: The first offer was made in 2024.
            quote: the first offer came last year
            when: 2024  # <- CT303
        """,
        "CT303",
    )
    assert found.severity == "warning"
    assert found.message == ("harbour-sale/offer: “last year” in an article of 2026-03-14 is 2025; `when` is 2024.")
    assert found.hint == "Correct `when`, or have the story say the date."


def test_a_when_that_can_be_meant_fits_whatever_its_precision() -> None:
    judge(
        """
        claims:
          - {id: year, text: t, quote: the offer came last year, when: 2025}
          - {id: day, text: t, quote: the offer came last year, when: 2025-12-31}
          - {id: overlap, text: t, quote: the talks began last year, when: 2025-11/2026-02}
          - {id: open, text: t, quote: the talks began last year, when: 2025-11/..}
          - {id: month, text: t, quote: the board voted last month, when: 2026-02-11}
          - {id: yesterday, text: t, quote: the board met yesterday, when: 2026-03-13}
          - {id: calendar, text: t, quote: the talks began three months ago, when: 2025-12-31}
          - {id: around, text: t, quote: the talks began three months ago, when: 2025-11-29}
        """,
        "CT303",
    )


def test_a_rough_when_or_a_rough_date_of_the_article_proves_nothing() -> None:
    judge(
        """
        sources:
          - {id: roughly, kind: article, title: Roughly dated, published: 2026~}
          - {id: undated, kind: article, title: Not dated}
        claims:
          - {id: a, text: t, quote: the offer came last year, when: 2023~}
          - {id: b, text: t, article: roughly, quote: the offer came last year, when: 2023}
          - {id: c, text: t, article: undated, quote: the offer came last year, when: 2023}
          - id: d
            text: t
            article: undated
            quote: the offer came last year  # <- CT303
        """,
        "CT303",
    )


def test_words_inside_a_quotation_need_a_when_and_are_not_counted() -> None:
    judge(
        """
        claims:
          - {id: said, text: t, quote: "“we decided it last year,” she wrote", when: 2019}
          - {id: speech, text: t, type: quote, quote: we decided it last year, when: 2019}
          - id: not-said
            text: t
            quote: "“we decided it,” she wrote last year"
            when: 2019  # <- CT303
          - id: when-missing
            text: t
            quote: "“we decided it last year,” she wrote"  # <- CT303
        """,
        "CT303",
    )


def test_words_that_count_from_another_date_in_the_text_only_need_a_when() -> None:
    judge(
        """
        claims:
          - {id: dated, text: t, quote: the deal was signed that same month, when: 2019-05}
          - id: undated
            text: t
            quote: the deal was signed that same month  # <- CT303
          - id: later
            text: t
            quote: two weeks later the deal was signed  # <- CT303
        """,
        "CT303",
    )


def test_calendar_dates_and_spans_in_a_passage_are_no_relative_dates() -> None:
    judge(
        """
        claims:
          - {id: absolute, text: t, quote: the board voted on 11 February 2026}
          - {id: span, text: t, quote: in the last year of the lease}
          - {id: month, text: t, quote: the board met in May}
        """,
        "CT303",
    )


def test_only_the_passage_is_read() -> None:
    judge(
        """
        claims:
          - id: a
            text: The board voted last year.
            quote: the board voted to sell
            sources: [{source: board-minutes, quote: as was decided last year}]
          - {id: b, text: The board voted last year.}
        """,
        "CT303",
    )


def test_a_date_in_full_that_cannot_be_the_recorded_one_is_found() -> None:
    (found,) = judge(
        """
        claims:
          - id: shifted
            text: The board voted in February.
            quote: the board voted on 11 February 2025 to sell
            when: 2026-02-11  # <- CT303
          - id: fits
            text: The board voted in February.
            quote: the board voted in February 2026 to sell
            when: 2026-02-11
          - id: one-fits
            text: A law of 2020 was applied in February.
            quote: the law of 2020 was applied in February 2026
            when: 2026-02-11
        """,
        "CT303",
    )
    assert found.message == "harbour-sale/shifted: the passage says “11 February 2025”; `when` is 2026-02-11."
