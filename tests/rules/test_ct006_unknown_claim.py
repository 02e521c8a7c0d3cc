from __future__ import annotations

from support import judge


def test_a_relation_that_leads_nowhere_suggests_the_nearest_claim() -> None:
    (found,) = judge(
        """
        claims:
          - {id: sale-price, text: It was cheap., sources: [board-minutes]}
          - id: six-votes
            text: Six members voted to sell.
            sources: [board-minutes]
            relations:
              - {claim: sale-prise, as: depends-on}  # <- CT006
        """,
        "CT006",
    )
    assert found.severity == "error"
    assert found.message == "harbour-sale/six-votes: depends on `sale-prise`, which is no recorded claim."
    assert found.hint == "Did you mean `harbour-sale/sale-price`?"


def test_where_nothing_is_near_the_hint_is_to_record_it_by_its_full_id() -> None:
    (found,) = judge(
        """
        claims:
          - {id: a, text: It was sold., relations: [{claim: it-was-never-sold-at-all, as: contradicts}]}  # <- CT006
        """,
        "CT006",
    )
    assert found.hint == "Record `harbour-sale/it-was-never-sold-at-all` under `claims:`, or correct the id."


def test_a_bare_id_means_a_claim_of_the_same_article_only() -> None:
    judge(
        """
        claims:
          - {id: a, article: evening-post-story, text: It was sold., sources: [board-minutes]}
          - {id: b, text: It was sold., sources: [board-minutes], relations: [{claim: a, as: repeats}]}  # <- CT006
          - id: c
            text: It was sold.
            sources: [board-minutes]
            relations: [{claim: evening-post-story/a, as: repeats}, {claim: b, as: repeats}]
        """,
        "CT006",
    )


def test_each_relation_that_leads_nowhere_is_a_finding() -> None:
    judge(
        """
        claims:
          - id: a
            text: It was sold.
            sources: [board-minutes]
            relations:
              - {claim: b, as: repeats}  # <- CT006
              - {claim: evening-post-story/b, as: repeats}  # <- CT006
        """,
        "CT006",
    )


def test_a_broken_claim_and_one_further_down_are_known() -> None:
    judge(
        """
        claims:
          - {id: a, text: It was sold., relations: [{claim: broken, as: repeats}, {claim: later, as: repeats}]}
          - {id: broken, text: It was sold., colour: red}
          - {id: later, text: It was sold., sources: [board-minutes]}
        """,
        "CT006",
    )
