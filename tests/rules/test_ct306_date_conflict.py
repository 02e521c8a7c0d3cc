from __future__ import annotations

from support import judge


def test_two_dates_that_cannot_both_be_are_found_at_the_citation() -> None:
    (found,) = judge(
        """
        claims:
          - id: vote
            text: The board voted on 18 February.
            when: 2026-02-18
            sources:
              - source: board-minutes
                when: 2026-02-11  # <- CT306
        """,
        "CT306",
    )
    assert found.severity == "warning"
    assert found.message == "harbour-sale/vote: is dated 2026-02-18, and board-minutes under it has 2026-02-11."
    assert found.hint == "Correct the date that is wrong, or record the citation as `stance: refutes`."


def test_a_source_may_be_earlier_or_later_than_the_claim() -> None:
    judge(
        """
        claims:
          - id: vote
            text: The board voted in February.
            when: 2026-02
            sources:
              - {source: board-minutes, when: 2026-01-31}  # <- CT306
              - {source: evening-post-story, when: 2026-03-01/2026-03-05}  # <- CT306
              - {source: board-minutes, when: 2026-02-28}
        """,
        "CT306",
    )


def test_dates_of_other_precision_agree_where_they_share_a_day() -> None:
    judge(
        """
        claims:
          - {id: day, text: t, when: 2026-02-11, sources: [{source: board-minutes, when: 2026}]}
          - {id: span, text: t, when: 2025-12/2026-02, sources: [{source: board-minutes, when: 2026-02/2026-04}]}
          - {id: open, text: t, when: 2026-02-11, sources: [{source: board-minutes, when: 2025/..}]}
        """,
        "CT306",
    )


def test_a_rough_date_on_either_side_proves_nothing() -> None:
    judge(
        """
        claims:
          - {id: a, text: t, when: 2024~, sources: [{source: board-minutes, when: 2026-02-11}]}
          - {id: b, text: t, when: 2024, sources: [{source: board-minutes, when: 2026?}]}
        """,
        "CT306",
    )


def test_who_refutes_or_mentions_may_have_another_date_and_no_date_is_none() -> None:
    judge(
        """
        claims:
          - id: vote
            text: The board voted on 18 February.
            when: 2026-02-18
            sources:
              - {source: board-minutes, stance: refutes, when: 2026-02-11}
              - {source: evening-post-story, stance: mentions, when: 2026-02-11}
              - {source: evening-post-story, at: para 1}
          - {id: undated, text: The board voted., sources: [{source: board-minutes, when: 2026-02-11}]}
        """,
        "CT306",
    )
