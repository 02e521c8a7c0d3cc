from __future__ import annotations

from support import judge


def test_a_claim_that_rests_on_an_unsourced_one_is_found_at_the_relation() -> None:
    (found,) = judge(
        """
        claims:
          - {id: secret, text: The sale was kept secret.}
          - id: one-offer
            text: So there was one offer.
            sources: [{source: board-minutes, at: page 2}]
            relations:
              - {claim: secret, as: depends-on}  # <- CT406
        """,
        "CT406",
    )
    assert found.severity == "warning"
    assert found.message == "harbour-sale/one-offer: rests on harbour-sale/secret, which is unsourced."
    assert found.hint == "Settle harbour-sale/secret first, or record what else this rests on."
    (related,) = found.related
    assert (related.message, related.place.line) == ("harbour-sale/secret is unsourced", 3)


def test_refuted_by_its_sources_and_refuted_by_its_verdict_are_both_refuted() -> None:
    by_sources, by_verdict = judge(
        """
        claims:
          - {id: sources, text: t, sources: [{source: board-minutes, stance: refutes, at: page 4}]}
          - id: verdict
            text: t
            sources: [{source: board-minutes, at: page 4}, {source: evening-post-story, stance: refutes, at: para 1}]
            verdict: {label: refuted, why: The Post has the notice.}
          - id: a
            text: t
            relations: [{claim: sources, as: depends-on}]  # <- CT406
          - id: b
            text: t
            relations: [{claim: verdict, as: depends-on}]  # <- CT406
        """,
        "CT406",
    )
    assert by_sources.message == "harbour-sale/a: rests on harbour-sale/sources, which is refuted."
    assert by_verdict.message == "harbour-sale/b: rests on harbour-sale/verdict, which is refuted by its verdict."


def test_it_is_found_at_any_depth_and_the_way_is_named() -> None:
    direct, _, far = judge(
        """
        claims:
          - {id: ground, text: t}
          - id: one
            text: t
            sources: [{source: board-minutes, at: page 1}]
            relations: [{claim: ground, as: depends-on}]  # <- CT406
          - id: two
            text: t
            sources: [{source: board-minutes, at: page 1}]
            relations: [{claim: one, as: depends-on}]  # <- CT406
          - id: three
            text: t
            sources: [{source: board-minutes, at: page 1}]
            relations: [{claim: two, as: depends-on}]  # <- CT406
        """,
        "CT406",
    )
    assert direct.message == "harbour-sale/one: rests on harbour-sale/ground, which is unsourced."
    assert far.message == (
        "harbour-sale/three: rests on harbour-sale/ground"
        " (by way of harbour-sale/two and harbour-sale/one), which is unsourced."
    )


def test_of_a_long_way_both_ends_are_named_and_the_rest_is_counted() -> None:
    chain = "".join(
        f"""
          - id: c{number}
            text: t
            sources: [{{source: board-minutes, at: page 1}}]
            relations: [{{claim: c{number - 1}, as: depends-on}}]  # <- CT406"""
        for number in range(1, 1_011)
    )
    found = judge(
        f"""
        claims:
          - {{id: c0, text: t}}{chain}
        """,
        "CT406",
    )
    ways = [
        problem.message.removeprefix(f"harbour-sale/c{n}: ").replace("harbour-sale/", "")
        for n, problem in enumerate(found, 1)
    ]
    assert ways[3] == "rests on c0 (by way of c3, c2 and c1), which is unsourced."
    assert ways[7] == "rests on c0 (by way of c7, c6, c5, c4, c3, c2 and c1), which is unsourced."
    assert ways[8] == "rests on c0 (by way of c8, c7, c6, c5, 2 more, c2 and c1), which is unsourced."
    assert ways[-1] == "rests on c0 (by way of c1009, c1008, c1007, c1006, 1,003 more, c2 and c1), which is unsourced."


def test_of_several_the_nearest_is_named() -> None:
    (_, found) = judge(
        """
        claims:
          - {id: far, text: t}
          - id: near
            text: t
            relations: [{claim: far, as: depends-on}]  # <- CT406
          - id: a
            text: t
            sources: [{source: board-minutes, at: page 1}]
            relations: [{claim: near, as: depends-on}]  # <- CT406
        """,
        "CT406",
    )
    assert found.message == "harbour-sale/a: rests on harbour-sale/near, which is unsourced."


def test_of_two_as_near_the_first_in_the_file_is_named_whoever_else_rests_on_them() -> None:
    alone = """
          - {id: one, text: t}
          - {id: other, text: t}
          - id: a
            text: t
            sources: [{source: board-minutes, at: page 1}]
            relations: [{claim: other, as: depends-on}, {claim: one, as: depends-on}]  # <- CT406"""
    stranger = """
          - id: stranger
            text: t
            sources: [{source: board-minutes, at: page 1}]
            relations: [{claim: other, as: depends-on}]  # <- CT406"""
    (found,) = judge(
        f"""
        claims:{alone}
        """,
        "CT406",
    )
    _, beside_others = judge(
        f"""
        claims:{stranger}{alone}
        """,
        "CT406",
    )
    assert found.message == "harbour-sale/a: rests on harbour-sale/one, which is unsourced."
    assert beside_others.message == found.message


def test_a_claim_that_stands_is_something_to_rest_on() -> None:
    judge(
        """
        claims:
          - {id: looked-at, text: t, sources: [{source: board-minutes, at: page 4}]}
          - {id: unexamined, text: t, sources: [board-minutes]}
          - id: contested
            text: t
            sources: [{source: board-minutes, at: page 4}, {source: evening-post-story, stance: refutes, at: para 1}]
            verdict: {label: conflicting, why: They differ.}
          - id: a
            text: t
            sources: [{source: board-minutes, at: page 1}]
            relations:
              - {claim: looked-at, as: depends-on}
              - {claim: unexamined, as: depends-on}
              - {claim: contested, as: depends-on}
        """,
        "CT406",
    )


def test_only_depends_on_is_resting() -> None:
    judge(
        """
        claims:
          - {id: weak, text: t}
          - id: a
            text: t
            sources: [{source: board-minutes, at: page 1}]
            relations: [{claim: weak, as: qualifies}, {claim: weak, as: contradicts}, {claim: weak, as: supersedes}]
        """,
        "CT406",
    )


def test_a_claim_that_cites_an_unknown_source_is_not_called_unsourced() -> None:
    judge(
        """
        claims:
          - {id: weak, text: t, sources: [nowhere]}
          - {id: a, text: t, sources: [{source: board-minutes, at: p}], relations: [{claim: weak, as: depends-on}]}
        """,
        "CT406",
    )


def test_that_an_unsourced_claim_rests_on_itself_is_the_business_of_another_rule() -> None:
    judge("claims:\n  - {id: a, text: t, relations: [{claim: a, as: depends-on}]}\n", "CT406")
