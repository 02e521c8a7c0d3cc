from __future__ import annotations

from support import judge


def test_an_unknown_claimant_suggests_the_nearest_party() -> None:
    (found,) = judge(
        """
        claims:
          - id: six-votes
            text: Six members voted to sell.
            claimant: harbor-board  # <- CT007
            sources: [board-minutes]
        """,
        "CT007",
    )
    assert found.severity == "error"
    assert found.message == "harbour-sale/six-votes: is asserted by `harbor-board`, which is no recorded party."
    assert found.hint == "Did you mean `harbour-board`?"


def test_of_party_and_about_have_to_be_recorded_too() -> None:
    of, party, about = judge(
        """
        parties:
          - {id: bo-lind, name: Bo Lind, of: zzz}  # <- CT007
        sources:
          - {id: deed, kind: document, title: Deed, party: yyy}  # <- CT007
        claims:
          - id: six-votes
            text: Six members voted to sell.
            sources: [board-minutes]
            about:
              - harbour-board
              - xxx  # <- CT007
        """,
        "CT007",
    )
    assert of.message == "party bo-lind: belongs to `zzz`, which is no recorded party."
    assert of.hint == "Record `zzz` under `parties:`, or correct the id."
    assert party.message == "source deed: is from `yyy`, which is no recorded party."
    assert about.message == "harbour-sale/six-votes: is about `xxx`, which is no recorded party."


def test_authors_and_those_who_sign_are_free_text() -> None:
    judge(
        """
        sources:
          - {id: deed, kind: document, title: Deed, author: Nobody We Know}
        claims:
          - id: six-votes
            text: Six members voted to sell.
            sources: [{source: board-minutes, at: page 4}]
            verdict: {label: supported, why: Page 4., by: cy}
            checks: [{by: cy, date: 2026-03-15}]
        """,
        "CT007",
    )


def test_a_name_or_an_alias_is_no_id() -> None:
    judge(
        """
        parties:
          - {id: port, name: harbourmaster, aliases: [pilot]}
        claims:
          - {id: a, text: It was sold., claimant: harbourmaster, sources: [board-minutes]}  # <- CT007
          - {id: b, text: It was sold., claimant: pilot, sources: [board-minutes]}  # <- CT007
          - {id: c, text: It was sold., claimant: port, sources: [board-minutes]}
        """,
        "CT007",
    )


def test_a_broken_party_is_known() -> None:
    judge(
        """
        parties:
          - {id: port, name: Port, kind: harbour}
        claims:
          - {id: a, text: It was sold., claimant: port, about: port, sources: [board-minutes]}
        """,
        "CT007",
    )
