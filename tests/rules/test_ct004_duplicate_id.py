from __future__ import annotations

from support import check_files, judge, places

CLAIM = "article: harbour-sale\nclaims:\n  - {id: six-votes, text: It was sold., sources: [board-minutes]}\n"


def test_the_later_of_two_is_found_and_the_first_is_named_with_its_place() -> None:
    (found,) = judge(
        """
        sources:
          - id: board-minutes  # <- CT004
            kind: dataset
            title: Other minutes
        """,
        "CT004",
    )
    assert found.severity == "error"
    assert found.message == "source board-minutes is recorded twice, first in claims/base.yaml."
    assert found.hint == "Give one of them another id, or take it out."
    assert [(related.place.file, related.place.line, related.message) for related in found.related] == [
        ("claims/base.yaml", 9, "source board-minutes was recorded here first")
    ]


def test_parties_and_claims_can_be_recorded_twice_as_well() -> None:
    (party, claim) = judge(
        """
        parties:
          - {id: harbour-board, name: The Board}  # <- CT004
        claims:
          - {id: sold, text: It was sold., sources: [board-minutes]}
          - {id: sold, text: It was kept., sources: [board-minutes]}  # <- CT004
        """,
        "CT004",
    )
    assert party.message.startswith("party harbour-board is recorded twice")
    assert claim.message.startswith("claim harbour-sale/sold is recorded twice, first in claims/x.yaml")


def test_a_third_one_is_a_finding_of_its_own() -> None:
    judge(
        """
        parties:
          - {id: port, name: Port}
          - {id: port, name: Port}  # <- CT004
          - {id: port, name: Port}  # <- CT004
        """,
        "CT004",
    )


def test_files_count_in_the_byte_order_of_their_paths() -> None:
    found = check_files({"claims/b.yaml": CLAIM, "claims/B.yaml": CLAIM}).findings
    assert places([finding for finding in found if finding.code == "CT004"]) == {("CT004", "claims/b.yaml", 3)}


def test_the_second_record_is_not_judged_and_the_first_is() -> None:
    judge(
        """
        claims:
          - {id: sold, text: It was sold.}  # <- CT101
          - {id: sold, text: It was sold.}
        """,
        "CT101",
    )


def test_one_id_may_name_a_party_a_source_and_claims_of_two_articles() -> None:
    judge(
        """
        parties: [{id: harbour, name: Harbour}]
        sources: [{id: harbour, kind: document, title: Deed of the harbour}]
        claims:
          - {id: harbour, text: It was sold., sources: [board-minutes]}
          - {id: harbour, article: evening-post-story, text: It was sold., sources: [board-minutes]}
        """,
        "CT004",
    )
