from __future__ import annotations

from support import judge

TWO_ORIGINS = "format = 1\nmin-origins = 2\n"
THREE_REPORTS = "format = 1\nmin-secondary = 3\n"


def test_fewer_origins_than_the_house_asks_for_are_counted() -> None:
    (found,) = judge(
        """
        claims:
          - {id: one, text: It was sold., sources: [{source: board-minutes, at: page 4}]}  # <- CT105
          - id: two
            text: It was sold.
            sources: [{source: board-minutes, at: page 4}, {source: evening-post-story, at: para 1}]
        """,
        "CT105",
        settings=TWO_ORIGINS,
    )
    assert found.severity == "warning"
    assert found.message == "harbour-sale/one: 1 independent origin supports it, the house asks for 2."
    assert found.hint == "Find another source that did not have it from the same place."


def test_by_default_one_origin_is_enough_once_somebody_has_looked_at_it() -> None:
    (found,) = judge(
        """
        claims:
          - {id: looked-at, text: It was sold., sources: [{source: board-minutes, at: page 4}]}
          - {id: bare, text: It was sold., sources: [board-minutes, evening-post-story]}  # <- CT105
        """,
        "CT105",
    )
    assert found.message == "harbour-sale/bare: 0 independent origins support it, the house asks for 1."
    assert found.hint == "Look 2 citations up and record the words, the figure or the place."


def test_without_a_primary_source_too_few_reports_are_found() -> None:
    (found,) = judge(
        """
        claims:
          - {id: report, text: It was sold., sources: [{source: evening-post-story, at: para 1}]}  # <- CT105
          - {id: document, text: It was sold., sources: [{source: board-minutes, at: page 4}]}
        """,
        "CT105",
        settings=THREE_REPORTS,
    )
    assert found.message == (
        "harbour-sale/report: no primary source is cited, and 1 party with reporting of its own; the house asks for 3."
    )
    assert found.hint == "Cite the document, recording or person itself, or more reporting that stands on its own."


def test_a_document_that_only_a_report_has_seen_is_not_cited_itself() -> None:
    judge(
        """
        sources:
          - {id: wire, kind: article, title: Wire, derived_from: [board-minutes]}
        claims:
          - {id: a, text: It was sold., sources: [{source: wire, at: para 1}]}  # <- CT105
        """,
        "CT105",
        settings=THREE_REPORTS,
    )


def test_enough_parties_with_reporting_of_their_own_stand_in_for_a_primary_source() -> None:
    judge(
        """
        sources:
          - {id: wire, kind: article, title: Wire, party: harbour-board, own_reporting: true}
          - {id: blog, kind: post, title: Blog, own_reporting: true}
          - {id: second, kind: article, title: Second, party: evening-post, own_reporting: true}
        claims:
          - id: three-parties
            text: It was sold.
            sources:
              - {source: evening-post-story, at: para 1}
              - {source: wire, at: para 1}
              - {source: blog, at: para 1}
          - id: two-parties  # <- CT105
            text: It was sold.
            sources:
              - {source: evening-post-story, at: para 1}
              - {source: wire, at: para 1}
        """,
        "CT105",
        settings=THREE_REPORTS,
    )


def test_a_refuted_verdict_needs_no_support() -> None:
    judge(
        """
        claims:
          - id: a
            text: It was given away.
            sources: [{source: board-minutes, at: page 4, stance: refutes}]
            verdict: {label: refuted, why: The minutes name a price.}
        """,
        "CT105",
    )


def test_what_is_unsourced_or_comes_down_to_one_origin_is_the_business_of_other_rules() -> None:
    judge(
        """
        sources:
          - {id: wire, kind: article, title: Wire, derived_from: [board-minutes]}
          - {id: blog, kind: post, title: Blog, derived_from: [board-minutes]}
        claims:
          - {id: unsourced, text: It was sold.}
          - {id: asked, text: Whether it was sold is open., type: question}
          - {id: circular, text: It was sold., sources: [{source: wire, at: para 1}, {source: blog, at: para 1}]}
        """,
        "CT105",
        settings=TWO_ORIGINS,
    )
