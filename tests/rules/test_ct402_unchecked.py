from __future__ import annotations

from support import judge


def test_a_claim_that_nobody_has_signed_is_a_note() -> None:
    (found,) = judge(
        """
        claims:
          - id: secret  # <- CT402
            text: The sale was kept secret.
        """,
        "CT402",
    )
    assert found.severity == "info"
    assert found.message == "harbour-sale/secret: nobody has signed: “The sale was kept secret”."
    assert found.hint == "Have somebody who did not report the story check it and sign."


def test_a_check_without_a_digest_never_counts() -> None:
    (found,) = judge(
        """
        claims:
          - id: secret  # <- CT402
            text: The sale was kept secret.
            checks: [{by: ben, date: 2026-03-13}, {by: cleo, date: 2026-03-14}]
        """,
        "CT402",
    )
    assert found.message == (
        "harbour-sale/secret: was checked by name only, without a digest: “The sale was kept secret”."
    )


def test_one_check_with_a_digest_is_enough() -> None:
    judge(
        """
        claims:
          - id: secret
            text: The sale was kept secret.
            checks:
              - {by: ben, date: 2026-03-13}
              - {by: cleo, date: 2026-03-14, digest: "1:3c51e0a9d2b47f68:90ab13c4d5e6f708:77de2b1c0a9f8e6d"}
        """,
        "CT402",
    )


def test_a_verdict_is_no_check_and_a_question_is_checked_too() -> None:
    judge(
        """
        claims:
          - id: six-votes  # <- CT402
            text: Six members voted to sell.
            sources: [{source: board-minutes, at: page 4}]
            verdict: {label: supported, why: Page 4 lists the six., by: ben, date: 2026-03-13}
          - id: lawful  # <- CT402
            text: Whether it was lawful is open.
            type: question
        """,
        "CT402",
    )
