from __future__ import annotations

from support import judge


def test_a_bare_citation_is_a_note_that_names_its_source() -> None:
    (found,) = judge(
        """
        claims:
          - id: six-votes
            text: Six board members voted to sell.
            sources:
              - board-minutes  # <- CT206
        """,
        "CT206",
    )
    assert found.severity == "info"
    assert found.message == "harbour-sale/six-votes: cites board-minutes without its words or a place in it."
    assert found.hint == "Add `quote:` with its words, or `at:` with the page, paragraph or time."


def test_words_or_a_place_are_enough_and_a_cue_a_figure_or_a_date_are_not() -> None:
    judge(
        """
        claims:
          - id: six-votes
            text: Six board members voted to sell.
            sources:
              - {source: board-minutes, quote: six votes to three}
              - {source: board-minutes, says: The six are listed by name.}
              - {source: board-minutes, at: page 4}
              - {source: board-minutes, cue: the minutes say}  # <- CT206
              - {source: board-minutes, figures: [{value: 6, unit: votes}]}  # <- CT206
              - {source: board-minutes, when: 2026-02-11}  # <- CT206
              - {source: board-minutes, note: To be looked up.}  # <- CT206
        """,
        "CT206",
    )


def test_a_refutation_needs_a_place_and_a_mention_does_not() -> None:
    judge(
        """
        claims:
          - id: secret
            text: The sale was kept secret.
            sources:
              - {source: board-minutes, stance: refutes}  # <- CT206
              - {source: evening-post-story, stance: mentions}
        """,
        "CT206",
    )


def test_the_article_and_its_retellings_do_not_count_and_need_no_place() -> None:
    judge(
        """
        sources:
          - {id: retelling, kind: article, title: Told again, derived_from: [harbour-sale]}
        claims:
          - id: secret
            text: The sale was kept secret.
            sources:
              - harbour-sale
              - retelling
              - evening-post-story  # <- CT206
        """,
        "CT206",
    )


def test_a_citation_of_an_unknown_source_is_the_business_of_another_rule() -> None:
    judge("claims:\n  - {id: a, text: It was sold., sources: [nowhere]}\n", "CT206")
