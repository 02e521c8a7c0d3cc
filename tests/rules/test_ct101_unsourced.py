from __future__ import annotations

from support import judge


def test_a_claim_without_sources_is_unsourced_and_says_so_in_its_own_words() -> None:
    (found,) = judge(
        """
        claims:
          - id: secret  # <- CT101
            text: The sale was kept secret.
        """,
        "CT101",
    )
    assert found.severity == "error"
    assert found.message == "harbour-sale/secret: no source is cited for “The sale was kept secret”."
    assert found.hint == "Cite a source under `sources:`, or take the claim out of the story."


def test_a_mention_does_not_count_and_neither_does_the_article_or_its_retelling() -> None:
    judge(
        """
        sources:
          - {id: retelling, kind: article, title: Told again, derived_from: [harbour-sale]}
        claims:
          - id: mentioned  # <- CT101
            text: The sale was discussed.
            sources: [{source: board-minutes, stance: mentions, at: page 1}]
          - id: by-itself  # <- CT101
            text: The sale was kept secret.
            sources: [{source: harbour-sale, at: para 1}]
          - id: retold  # <- CT101
            text: The sale was kept secret for long.
            sources: [{source: retelling, at: para 1}]
        """,
        "CT101",
    )


def test_a_bare_citation_a_refutation_and_a_question_are_no_finding() -> None:
    judge(
        """
        claims:
          - {id: bare, text: Six members voted to sell., sources: [board-minutes]}
          - {id: refuted, text: Nobody voted., sources: [{source: board-minutes, stance: refutes, at: page 4}]}
          - {id: asked, text: Whether the sale was lawful is open., type: question}
        """,
        "CT101",
    )


def test_a_citation_of_an_unknown_source_is_the_business_of_another_rule() -> None:
    judge("claims:\n  - {id: a, text: It was sold., sources: [nowhere]}\n", "CT101")


def test_sources_that_count_for_nothing_because_of_a_ring_are_the_business_of_another_rule() -> None:
    judge(
        """
        sources:
          - {id: one, kind: article, title: One, derived_from: [two]}
          - {id: two, kind: article, title: Two, derived_from: [one, harbour-sale]}
        claims:
          - {id: a, text: It was sold., sources: [{source: one, at: para 1}]}
        """,
        "CT101",
    )
