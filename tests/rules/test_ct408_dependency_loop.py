from __future__ import annotations

from support import judge


def test_a_loop_is_one_finding_on_its_first_claim_with_the_way_round() -> None:
    (found,) = judge(
        """
        claims:
          - {id: outside, text: t, relations: [{claim: a, as: depends-on}]}
          - id: a
            text: t
            relations:
              - {claim: b, as: qualifies}
              - {claim: b, as: depends-on}  # <- CT408
          - {id: b, text: t, relations: [{claim: c, as: depends-on}]}
          - {id: c, text: t, relations: [{claim: a, as: depends-on}]}
        """,
        "CT408",
    )
    assert found.severity == "error"
    assert found.message == (
        "harbour-sale/a: rests on itself: harbour-sale/a → harbour-sale/b → harbour-sale/c → harbour-sale/a."
    )
    assert found.hint == "One of these does not rest on the next: take that relation out."
    assert [related.message for related in found.related] == [
        "harbour-sale/b is part of the loop",
        "harbour-sale/c is part of the loop",
    ]


def test_a_claim_can_rest_on_itself_at_once() -> None:
    (found,) = judge(
        """
        claims:
          - id: a
            text: t
            relations: [{claim: a, as: depends-on}]  # <- CT408
        """,
        "CT408",
    )
    assert found.message == "harbour-sale/a: rests on itself: harbour-sale/a → harbour-sale/a."
    assert found.related == ()


def test_two_loops_are_two_findings_and_linked_loops_are_one_that_names_the_rest() -> None:
    apart, linked = judge(
        """
        claims:
          - {id: a, text: t, relations: [{claim: b, as: depends-on}]}  # <- CT408
          - {id: b, text: t, relations: [{claim: a, as: depends-on}]}
          - {id: c, text: t, relations: [{claim: d, as: depends-on}]}  # <- CT408
          - {id: d, text: t, relations: [{claim: c, as: depends-on}, {claim: e, as: depends-on}]}
          - {id: e, text: t, relations: [{claim: d, as: depends-on}]}
        """,
        "CT408",
    )
    assert "the same loop" not in apart.message
    assert linked.message == (
        "harbour-sale/c: rests on itself: harbour-sale/c → harbour-sale/d → harbour-sale/c"
        " (the same loop holds harbour-sale/e)."
    )


def test_a_loop_can_lead_through_another_article() -> None:
    judge(
        """
        claims:
          - id: a
            text: t
            relations: [{claim: evening-post-story/a, as: depends-on}]  # <- CT408
          - {id: a, article: evening-post-story, text: t, relations: [{claim: harbour-sale/a, as: depends-on}]}
        """,
        "CT408",
    )


def test_two_ways_to_one_claim_and_relations_of_another_kind_are_no_loop() -> None:
    judge(
        """
        claims:
          - {id: a, text: t, relations: [{claim: b, as: depends-on}, {claim: c, as: depends-on}]}
          - {id: b, text: t, relations: [{claim: d, as: depends-on}, {claim: a, as: qualifies}]}
          - {id: c, text: t, relations: [{claim: d, as: depends-on}, {claim: a, as: contradicts}]}
          - {id: d, text: t, relations: [{claim: a, as: repeats}, {claim: nowhere, as: depends-on}]}
        """,
        "CT408",
    )


def test_a_chain_of_thousands_is_walked_without_a_crash() -> None:
    links = "".join(
        f"  - {{id: c{number}, text: t, relations: [{{claim: c{number + 1}, as: depends-on}}]}}\n"
        for number in range(1, 3000)
    )
    first = "  - {id: c0, text: t, relations: [{claim: c1, as: depends-on}]}  # <- CT408\n"
    last = "  - {id: c3000, text: t, relations: [{claim: c0, as: depends-on}]}\n"
    (found,) = judge(f"claims:\n{first}{links}{last}", "CT408")
    assert found.message.count("→") == 3001
