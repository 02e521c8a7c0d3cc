from __future__ import annotations

from support import judge


def test_a_figure_that_lost_its_comparator_on_the_way_is_found() -> None:
    (found,) = judge(
        """
        claims:
          - id: ships
            text: t
            figures: [{value: 80, unit: ships, comparator: more-than}]
            sources:
              - {source: board-minutes, figures: [{value: 80, unit: Ship, comparator: ">"}]}
              - {source: evening-post-story, figures: [{value: 80, unit: ships}]}  # <- CT302
        """,
        "CT302",
    )
    assert found.severity == "warning"
    assert found.message == (
        "harbour-sale/ships: has more than 80 ships, and evening-post-story under it has 80 ships."
    )


def test_figures_are_paired_by_unit_and_by_which_they_are() -> None:
    judge(
        """
        claims:
          - id: votes
            text: t
            figures:
              - {value: 6, unit: members, is: in favour}
              - {value: 9, unit: members, is: total}
            sources:
              - {source: board-minutes, figures: [{value: 6, unit: Members, is: In favour}]}
              - {source: board-minutes, figures: [{value: 8, unit: members, is: total}]}  # <- CT302
              - {source: board-minutes, figures: [{value: 3, unit: members, is: against}]}
              - {source: board-minutes, figures: [{value: 9, unit: members}]}
        """,
        "CT302",
    )


def test_one_figure_that_fits_is_enough() -> None:
    judge(
        """
        claims:
          - id: ships
            text: t
            figures: [{value: 80, unit: ships, comparator: more-than}]
            sources:
              - {source: board-minutes, figures: [{value: 70, unit: ships}, {value: 85, unit: ships}]}
              - {source: board-minutes, figures: [{value: 88, unit: ships, comparator: about}]}
        """,
        "CT302",
    )


def test_a_citation_that_refutes_may_have_another_figure_and_one_that_mentions_may_not() -> None:
    judge(
        """
        claims:
          - id: ships
            text: t
            figures: [{value: 80, unit: ships}]
            sources:
              - {source: board-minutes, stance: refutes, figures: [{value: 70, unit: ships}]}
              - {source: board-minutes, stance: mentions, figures: [{value: 70, unit: ships}]}  # <- CT302
        """,
        "CT302",
    )


def test_a_value_that_stands_under_another_unit_is_found_where_its_own_is_missing() -> None:
    (found,) = judge(
        """
        claims:
          - id: staff
            text: t
            figures: [{value: 9, unit: employees}, {value: 4, unit: rooms}]
            sources:
              - {source: board-minutes, figures: [{value: 9, unit: meetings}]}  # <- CT302
              - {source: board-minutes, figures: [{value: 9, unit: meetings}, {value: 9, unit: employees}]}
              - {source: board-minutes, figures: [{value: 9}]}
              - {source: board-minutes, figures: [{value: 7, unit: meetings}]}
              - {source: board-minutes, figures: [{value: 4, unit: rooms}]}
        """,
        "CT302",
    )
    assert found.message == "harbour-sale/staff: has 9 employees, and board-minutes under it has 9 meetings."
    assert found.hint.startswith("Find out what is counted")


def test_a_scale_may_stand_in_the_unit() -> None:
    judge(
        """
        claims:
          - id: price
            text: t
            figures: [{value: 3.2, unit: million pounds}]
            sources:
              - {source: board-minutes, figures: [{value: 3200000, unit: pounds}]}
              - {source: board-minutes, figures: [{value: 3.3 million, unit: £}]}  # <- CT302
        """,
        "CT302",
    )


def test_claims_that_say_the_same_are_compared_and_a_pair_is_told_once() -> None:
    (found, _) = judge(
        """
        claims:
          - id: one
            text: t
            figures: [{value: 14, unit: ships}]
            relations:
              - {claim: two, as: repeats}  # <- CT302
              - {claim: three, as: contradicts}
          - id: two
            text: t
            figures: [{value: 41, unit: ships}]
            relations:
              - {claim: one, as: repeats}
              - {claim: three, as: corroborates}  # <- CT302
          - {id: three, text: t, figures: [{value: 40, unit: ships}]}
        """,
        "CT302",
    )
    assert found.message == "harbour-sale/one: has 14 ships, and harbour-sale/two, which it repeats, has 41 ships."
    assert found.related[0].message == "harbour-sale/two has 41 ships"
