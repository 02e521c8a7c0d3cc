from __future__ import annotations

from support import judge


def test_two_reports_of_one_origin_are_named_with_it() -> None:
    (found,) = judge(
        """
        sources:
          - {id: radio, kind: recording, title: Radio, derived_from: [evening-post-story]}
          - {id: wire, kind: article, title: Wire, derived_from: [blog]}
          - {id: blog, kind: post, title: Blog, derived_from: [{source: evening-post-story, acknowledged: false}]}
        claims:
          - id: secret  # <- CT104
            text: The sale was kept secret.
            sources: [{source: radio, at: t=00:01}, {source: wire, at: para 2}]
        """,
        "CT104",
    )
    assert found.severity == "warning"
    assert found.message == (
        "harbour-sale/secret: radio and wire count as one source: they come from evening-post-story."
    )
    assert found.hint == "Find a source that did not have it from there, or keep one and say so."


def test_origins_of_one_party_are_one() -> None:
    (found,) = judge(
        """
        parties:
          - {id: spokesman, name: Spokesman, of: harbour-board}
        sources:
          - {id: briefing, kind: statement, title: Briefing, party: spokesman}
        claims:
          - id: secret  # <- CT104
            text: The sale was kept secret.
            sources: [{source: board-minutes, at: page 1}, {source: briefing, at: line 1}]
        """,
        "CT104",
    )
    assert found.message.endswith(
        "board-minutes and briefing count as one source: they come from one party, harbour-board."
    )


def test_reports_of_which_nobody_knows_the_origin_are_one() -> None:
    (found,) = judge(
        """
        sources:
          - {id: wire, kind: article, title: Wire, party: daily-ledger}
          - {id: blog, kind: post, title: Blog, party: evening-post}
        claims:
          - id: secret  # <- CT104
            text: The sale was kept secret.
            sources: [{source: wire, at: para 1}, {source: blog, at: para 2}]
        """,
        "CT104",
    )
    assert found.message.endswith("wire and blog count as one source: nobody has recorded where they have it from.")


def test_a_report_and_what_stands_upstream_of_it_are_good_practice() -> None:
    judge(
        """
        sources:
          - {id: wire, kind: article, title: Wire, derived_from: [blog]}
          - {id: blog, kind: post, title: Blog, derived_from: [board-minutes]}
        claims:
          - id: at-any-depth
            text: The sale was kept secret.
            sources: [{source: wire, at: para 1}, {source: board-minutes, at: page 1}]
          - id: for-this-fact
            text: The sale was kept secret.
            sources:
              - {source: evening-post-story, at: para 1, upstream: [board-minutes]}
              - {source: board-minutes, at: page 1}
        """,
        "CT104",
    )


def test_leaving_out_what_is_upstream_two_others_still_stand_together() -> None:
    (found,) = judge(
        """
        sources:
          - {id: wire, kind: article, title: Wire, derived_from: [board-minutes]}
          - {id: blog, kind: post, title: Blog, derived_from: [board-minutes]}
        claims:
          - id: secret  # <- CT104
            text: The sale was kept secret.
            sources: [{source: board-minutes, at: page 1}, {source: wire, at: para 1}, {source: blog, at: para 1}]
        """,
        "CT104",
    )
    assert "wire and blog count as one source: they come from board-minutes." in found.message


def test_independent_sources_and_citations_that_make_no_support_are_no_finding() -> None:
    judge(
        """
        sources:
          - {id: wire, kind: article, title: Wire, derived_from: [evening-post-story]}
          - {id: radio, kind: recording, title: Radio, derived_from: [evening-post-story]}
        claims:
          - id: independent
            text: The sale was kept secret.
            sources: [{source: wire, at: para 1}, {source: board-minutes, at: page 1}]
          - id: own-reporting-for-this-fact
            text: The sale was kept secret.
            sources: [{source: wire, at: para 1, upstream: []}, {source: radio, at: t=00:01}]
          - id: not-looked-at
            text: The sale was kept secret.
            sources: [{source: wire, at: para 1}, radio]
          - id: other-stances
            text: The sale was kept secret.
            sources:
              - {source: wire, at: para 1}
              - {source: radio, at: t=00:01, stance: refutes}
              - {source: evening-post-story, at: para 1, stance: mentions}
        """,
        "CT104",
    )


def test_one_source_cited_twice_is_no_second_source() -> None:
    judge(
        """
        claims:
          - id: secret
            text: The sale was kept secret.
            sources: [{source: board-minutes, at: page 1}, {source: board-minutes, at: page 4}]
        """,
        "CT104",
    )


def test_a_report_with_reporting_of_its_own_still_shares_the_leak_it_retells() -> None:
    judge(
        """
        sources:
          - {id: wire, kind: article, title: Wire, own_reporting: true, derived_from: [evening-post-story]}
          - {id: radio, kind: recording, title: Radio, derived_from: [evening-post-story]}
        claims:
          - id: secret  # <- CT104
            text: The sale was kept secret.
            sources: [{source: wire, at: para 1}, {source: radio, at: t=00:01}]
        """,
        "CT104",
    )
