from __future__ import annotations

from support import judge


def test_two_supported_claims_that_contradict_are_told_once_with_the_other_beside() -> None:
    (found,) = judge(
        """
        claims:
          - id: secret
            text: Nobody knew of the sale.
            verdict: {label: supported, why: w}
            relations:
              - {claim: announced, as: contradicts}  # <- CT405
          - id: announced
            text: The sale was announced.
            verdict: {label: supported, why: w}
        """,
        "CT405",
    )
    assert found.severity == "error"
    assert found.message == (
        "harbour-sale/secret: contradicts harbour-sale/announced, and both have the verdict supported."
    )
    assert found.hint == "One of the two verdicts is wrong, or they do not contradict each other."
    (related,) = found.related
    assert (related.message, related.place.line) == ("harbour-sale/announced is called supported too", 8)


def test_it_does_not_matter_which_of_the_two_records_it_and_both_are_still_one_finding() -> None:
    judge(
        """
        claims:
          - id: a
            text: t
            verdict: {label: supported, why: w}
          - id: b
            text: t
            verdict: {label: supported, why: w}
            relations: [{claim: a, as: contradicts}]  # <- CT405
          - id: c
            text: t
            verdict: {label: supported, why: w}
            relations: [{claim: d, as: contradicts}]  # <- CT405
          - id: d
            text: t
            verdict: {label: supported, why: w}
            relations: [{claim: c, as: contradicts}]
        """,
        "CT405",
    )


def test_claims_of_two_articles_can_contradict() -> None:
    judge(
        """
        claims:
          - id: a
            text: t
            verdict: {label: supported, why: w}
            relations:
              - {claim: evening-post-story/a, as: contradicts}  # <- CT405
          - {id: a, article: evening-post-story, text: t, verdict: {label: supported, why: w}}
        """,
        "CT405",
    )


def test_any_other_verdict_on_either_side_is_fine() -> None:
    judge(
        """
        claims:
          - {id: a, text: t, verdict: {label: supported, why: w}, relations: [{claim: b, as: contradicts}]}
          - {id: b, text: t, verdict: {label: refuted, why: w}, relations: [{claim: c, as: contradicts}]}
          - {id: c, text: t, verdict: {label: supported, why: w}, relations: [{claim: d, as: contradicts}]}
          - {id: d, text: t, verdict: {label: conflicting, why: w}}
          - {id: e, text: t, verdict: {label: supported, why: w}, relations: [{claim: f, as: contradicts}]}
          - {id: f, text: t}
        """,
        "CT405",
    )


def test_relations_of_another_kind_do_not_contradict() -> None:
    judge(
        """
        claims:
          - id: a
            text: t
            verdict: {label: supported, why: w}
            relations: [{claim: b, as: qualifies}, {claim: b, as: supersedes}, {claim: b, as: depends-on}]
          - {id: b, text: t, verdict: {label: supported, why: w}}
        """,
        "CT405",
    )


def test_an_unknown_claim_is_the_business_of_another_rule() -> None:
    judge(
        """
        claims:
          - id: a
            text: t
            verdict: {label: supported, why: w}
            relations: [{claim: nowhere, as: contradicts}]
        """,
        "CT405",
    )
