from __future__ import annotations

from support import judge


def test_a_ring_is_told_once_on_its_first_source_with_the_whole_way_round() -> None:
    (found,) = judge(
        """
        sources:
          - {id: wire, kind: article, title: Wire, derived_from: [evening-post-story, radio]}  # <- CT103
          - {id: blog, kind: post, title: Blog, derived_from: [wire]}
          - {id: radio, kind: recording, title: Radio, derived_from: [blog]}
        """,
        "CT103",
    )
    assert found.severity == "error"
    assert found.message == "source wire: derives from itself: wire ← radio ← blog ← wire."
    assert found.hint == "One of these did not have it from the next: take that derivation out."
    assert [(related.place.line, related.message) for related in found.related] == [
        (5, "radio is part of the ring"),
        (4, "blog is part of the ring"),
    ]


def test_a_source_that_names_itself_is_a_ring_of_one() -> None:
    (found,) = judge(
        """
        sources:
          - id: wire
            kind: article
            title: Wire
            derived_from:
              - board-minutes
              - wire  # <- CT103
        """,
        "CT103",
    )
    assert found.message == "source wire: derives from itself: wire ← wire."


def test_two_rings_apart_are_two_findings() -> None:
    judge(
        """
        sources:
          - {id: a, kind: article, title: A, derived_from: [b]}  # <- CT103
          - {id: c, kind: article, title: C, derived_from: [d]}  # <- CT103
          - {id: b, kind: article, title: B, derived_from: [a]}
          - {id: d, kind: article, title: D, derived_from: [c]}
        """,
        "CT103",
    )


def test_rings_that_hang_together_are_one_finding_that_names_the_rest() -> None:
    (found,) = judge(
        """
        sources:
          - {id: a, kind: article, title: A, derived_from: [b]}  # <- CT103
          - {id: b, kind: article, title: B, derived_from: [a, c]}
          - {id: c, kind: article, title: C, derived_from: [b]}
        """,
        "CT103",
    )
    assert found.message == "source a: derives from itself: a ← b ← a (the same ring holds c)."


def test_several_ways_to_one_source_and_a_source_above_a_ring_are_no_ring() -> None:
    judge(
        """
        sources:
          - {id: top, kind: article, title: Top, derived_from: [left, right]}
          - {id: left, kind: article, title: Left, derived_from: [board-minutes]}
          - {id: right, kind: article, title: Right, derived_from: [board-minutes, left]}
        """,
        "CT103",
    )
    judge(
        """
        sources:
          - {id: below, kind: article, title: Below, derived_from: [a]}
          - {id: a, kind: article, title: A, derived_from: [b]}  # <- CT103
          - {id: b, kind: article, title: B, derived_from: [a]}
        """,
        "CT103",
    )


def test_a_chain_of_thousands_is_walked() -> None:
    links = "\n".join(
        f"  - {{id: s{n}, kind: article, title: S, derived_from: [s{(n + 1) % 3000}]}}" for n in range(1, 3000)
    )
    (found,) = judge(
        f"sources:\n  - {{id: s0, kind: article, title: S, derived_from: [s1]}}  # <- CT103\n{links}\n", "CT103"
    )
    assert len(found.related) == 2999


def test_a_claim_that_rests_on_a_ring_with_its_article_is_not_called_unsourced_as_well() -> None:
    records = """
        sources:
          - {id: one, kind: article, title: One, derived_from: [two]}  # <- CT103
          - {id: two, kind: article, title: Two, derived_from: [one, harbour-sale]}
        claims:
          - {id: a, text: It was sold., sources: [{source: one, at: para 1}]}
        """
    judge(records, "CT103")
    judge(records, "CT101")
