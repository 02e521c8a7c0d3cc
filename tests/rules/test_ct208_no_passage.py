from __future__ import annotations

from support import judge


def test_a_claim_without_the_words_of_the_article_is_a_note_that_says_which() -> None:
    (found,) = judge(
        """
        claims:
          - id: secret  # <- CT208
            text: The sale was kept secret.
            sources: [board-minutes]
        """,
        "CT208",
    )
    assert found.severity == "info"
    assert found.message == (
        "harbour-sale/secret: “The sale was kept secret” is not tied to any words of harbour-sale."
    )
    assert found.hint == "Add `quote:` with the article's exact words, as many as pin the passage down."


def test_bare_words_and_a_mapping_are_both_a_passage() -> None:
    judge(
        """
        claims:
          - {id: bare, text: It was sold in secret., quote: sold it in secret}
          - {id: pinned, text: It was sold., quote: {exact: sold it, suffix: in secret}}
        """,
        "CT208",
    )


def test_the_words_of_a_source_are_no_passage_of_the_article() -> None:
    judge(
        """
        claims:
          - id: six-votes  # <- CT208
            text: Six members voted to sell.
            sources: [{source: board-minutes, quote: six votes to three, cue: the minutes say}]
        """,
        "CT208",
    )


def test_a_question_needs_a_passage_too() -> None:
    judge("claims:\n  - {id: lawful, text: Whether it was lawful is open., type: question}  # <- CT208\n", "CT208")


def test_a_claim_of_an_unknown_article_is_the_business_of_another_rule() -> None:
    judge("claims:\n  - {id: a, article: nowhere, text: It was sold.}\n", "CT208")


def test_a_long_claim_is_cut_between_words_in_the_message() -> None:
    (found,) = judge(
        """
        claims:
          - id: long  # <- CT208
            text: The board sold the harbour, the pier and the old custom house to a company that nobody knew.
        """,
        "CT208",
    )
    assert "“The board sold the harbour, the pier and the old custom…” is not" in found.message
