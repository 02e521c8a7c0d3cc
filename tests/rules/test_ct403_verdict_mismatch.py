from __future__ import annotations

from support import check_files, judge


def test_supported_needs_a_supporting_citation_that_was_looked_at() -> None:
    (found,) = judge(
        """
        claims:
          - id: six-votes
            text: Six members voted to sell.
            sources: [board-minutes]
            verdict:
              label: supported  # <- CT403
              why: Page 4 lists them.
        """,
        "CT403",
    )
    assert found.severity == "error"
    assert found.message == (
        "harbour-sale/six-votes: the verdict is supported, and no supporting citation was looked at."
    )
    assert found.hint == (
        "Record the words, the figure or the place in the source that decided it, or change the verdict."
    )


def test_refuted_needs_a_refuting_citation_and_conflicting_needs_both() -> None:
    refuted, conflicting, half = judge(
        """
        claims:
          - id: refuted
            text: The sale was kept secret.
            sources: [{source: board-minutes, at: page 4}]
            verdict: {label: refuted, why: The minutes say so.}  # <- CT403
          - id: conflicting
            text: The sale was kept secret.
            sources: [{source: board-minutes, stance: mentions, at: page 4}]
            verdict: {label: conflicting, why: The sources differ.}  # <- CT403
          - id: half
            text: The sale was kept secret.
            sources: [{source: board-minutes, at: page 4}, {source: evening-post-story, stance: refutes}]
            verdict: {label: conflicting, why: The sources differ.}  # <- CT403
        """,
        "CT403",
    )
    assert "the verdict is refuted, and no refuting citation was looked at" in refuted.message
    assert "conflicting, and no supporting and no refuting citation was looked at" in conflicting.message
    assert "conflicting, and no refuting citation was looked at" in half.message


def test_a_source_that_points_the_other_way_needs_a_note() -> None:
    supported, refuted = judge(
        """
        claims:
          - id: supported
            text: The sale was kept secret.
            sources: [{source: board-minutes, at: page 4}, {source: evening-post-story, stance: refutes}]
            verdict: {label: supported, why: The minutes decide.}  # <- CT403
          - id: refuted
            text: The sale was kept secret.
            sources: [{source: board-minutes, at: page 4, stance: refutes}, {source: evening-post-story, at: para 1}]
            verdict: {label: refuted, why: The minutes decide.}  # <- CT403
        """,
        "CT403",
    )
    assert supported.severity == "error"
    assert supported.message == (
        "harbour-sale/supported: the verdict is supported, and evening-post-story refutes it without a note."
    )
    assert supported.hint == "Say in the citation's `note:` why it does not change the verdict."
    assert "the verdict is refuted, and evening-post-story supports it without a note" in refuted.message


def test_verdicts_that_their_sources_carry_are_no_finding() -> None:
    judge(
        """
        claims:
          - id: supported
            text: Six members voted to sell.
            sources:
              - {source: board-minutes, figures: [{value: 6}]}
              - {source: evening-post-story, stance: refutes, at: para 1, note: Written before the minutes were out.}
            verdict: {label: supported, why: The minutes list them.}
          - id: refuted
            text: Five members voted to sell.
            sources: [{source: board-minutes, stance: refutes, quote: six votes to three}]
            verdict: {label: refuted, why: The minutes list six.}
          - id: conflicting
            text: The sale was kept secret.
            sources: [{source: board-minutes, at: page 4}, {source: evening-post-story, stance: refutes, at: para 1}]
            verdict: {label: conflicting, why: The sources differ.}
        """,
        "CT403",
    )


def test_a_mention_of_the_opposite_needs_no_note() -> None:
    judge(
        """
        claims:
          - id: supported
            text: Six members voted to sell.
            sources: [{source: board-minutes, at: page 4}, {source: evening-post-story, stance: mentions, at: para 1}]
            verdict: {label: supported, why: The minutes list them.}
        """,
        "CT403",
    )


def test_no_verdict_and_not_enough_evidence_ask_for_nothing() -> None:
    judge(
        """
        claims:
          - {id: none, text: The sale was kept secret., sources: [board-minutes]}
          - id: open
            text: The sale was kept secret.
            sources: [{source: board-minutes, at: page 4}, {source: evening-post-story, stance: refutes}]
            verdict: {label: not-enough-evidence, why: Nobody would say.}
        """,
        "CT403",
    )


def test_the_article_cannot_carry_a_verdict_on_its_own_claim() -> None:
    judge(
        """
        claims:
          - id: secret
            text: The sale was kept secret.
            sources: [{source: harbour-sale, at: para 1}]
            verdict: {label: supported, why: The article says so.}  # <- CT403
        """,
        "CT403",
    )


def test_an_unsourced_claim_is_told_beside_it() -> None:
    report = check_files(
        {
            "claims/x.yaml": "article: harbour-sale\nclaims:\n"
            "  - {id: a, text: It was sold., verdict: {label: supported, why: Everybody knows.}}\n"
        }
    )
    assert [finding.code for finding in report.findings if finding.severity == "error"] == ["CT101", "CT403"]
