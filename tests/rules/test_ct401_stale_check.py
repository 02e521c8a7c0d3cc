from __future__ import annotations

import pytest

from claimtrack.store.snapshots import digest_of
from support import check_files, judge

GOOD = "1:7243233d81ed97bb:-:2bbe2a11b08bcf37"
CLAIM = """
    claims:
      - id: six-votes
        text: Six board members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}
        checks:
"""


def message(checks: str, settings: str = "", claim: str = CLAIM) -> str:
    (found,) = judge(f"{claim}{checks}", "CT401", settings=settings)
    return found.message


def test_a_check_that_still_stands_is_fine() -> None:
    assert not judge(f'{CLAIM}          - {{by: ben, date: 2026-03-13, digest: "{GOOD}"}}', "CT401")


def test_a_check_without_a_digest_is_not_looked_at() -> None:
    assert not judge(f"{CLAIM}          - {{by: ben, date: 2020-03-13}}", "CT401", settings='max-check-age = "9d"\n')


def test_the_message_says_which_parts_changed() -> None:
    other = f'          - {{by: ben, date: 2026-03-13, digest: "1:{"0" * 16}:-:{"0" * 16}"}}  # <- CT401'
    assert message(other) == (
        "harbour-sale/six-votes: what ben signed on 2026-03-13 has changed since: the claim itself "
        "(its words, figures, verdict or citations) and a source, or what it derives from."
    )


def test_a_digest_of_another_version_says_so() -> None:
    other = '          - {by: ben, date: 2026-03-13, digest: "9:a:b:c"}  # <- CT401'
    assert "cannot be compared with what stands there now: `9:a:b:c` is no digest" in message(other)


def test_an_older_stale_check_beside_a_good_newer_one_is_fine() -> None:
    checks = f'{CLAIM}          - {{by: ben, date: 2026-03-13, digest: "1:a:b:c"}}\n'
    assert not judge(f'{checks}          - {{by: cy, date: 2026-03-14, digest: "{GOOD}"}}', "CT401")


def test_an_older_good_check_beside_a_stale_newer_one_is_not_enough() -> None:
    checks = f'          - {{by: ben, date: 2026-03-13, digest: "{GOOD}"}}\n'
    assert "what cy signed" in message(
        f'{checks}          - {{by: cy, date: 2026-03-14, digest: "1:a:b:c"}}  # <- CT401'
    )


AGE = 'max-check-age = "90d"\n'


def test_a_check_can_be_too_old() -> None:
    old = f'          - {{by: ben, date: 2026-03-13, digest: "{GOOD}"}}  # <- CT401'
    assert message(old, AGE) == (
        "harbour-sale/six-votes: ben signed this on 2026-03-13, and a check is good for 90 days."
    )


@pytest.mark.parametrize("day", ["2026-03-13?", "2026~", "2026", "2026-08-24"])
def test_what_may_be_young_enough_is_fine(day: str) -> None:
    assert not judge(f'{CLAIM}          - {{by: ben, date: "{day}", digest: "{GOOD}"}}', "CT401", settings=AGE)


def test_what_changed_and_is_too_old_is_one_finding() -> None:
    other = '          - {by: ben, date: 2020-03-13, digest: "1:a:b:c"}  # <- CT401'
    assert "cannot be compared" in message(other, AGE)


def test_a_word_changed_in_the_paragraph_is_found_and_another_paragraph_is_not() -> None:
    text = "The sale, it says.\n\nSix members of it voted for the sale.\n"

    def stale(now: str, digest: str) -> list[str]:
        records = f"""article: a
sources:
  - {{id: a, kind: article, title: A, snapshot: {{file: a.txt, sha256: {digest_of(now)}}}}}
claims:
  - id: six
    text: Six voted.
    quote: voted for the sale
    sources: [{{source: board-minutes, at: page 4}}]
    checks: [{{by: ben, date: 2026-03-13, digest: "{digest}"}}]
"""
        found = check_files({"claims/x.yaml": records, "claims/snapshots/a.txt": now}).findings
        return [finding.message for finding in found if finding.code == "CT401"]

    digest = "1:0000000000000000:{}:0000000000000000"
    signed = _hashed("Six members of it voted for the sale.")
    assert not any("paragraph" in line for line in stale(text, digest.format(signed)))
    assert not any("paragraph" in line for line in stale(text.replace("sale, it", "sale it,"), digest.format(signed)))
    assert any("paragraph" in line for line in stale(text.replace("of it", "of them"), digest.format(signed)))
    assert any("no longer found" in line for line in stale(text.replace("for", "against"), digest.format(signed)))


def _hashed(paragraph: str) -> str:
    return digest_of(f'"{paragraph}"')[:16]
