from __future__ import annotations

import pytest

from support import judge


def claim(field: str) -> str:
    return f"""
        claims:
          - id: motion
            text: The board carried it.
            sources: [{{source: board-minutes, at: page 4}}]
            {field}
        """


def test_text_that_goes_on_behind_a_hash_is_found_with_what_is_lost() -> None:
    (found,) = judge(
        """
        claims:
          - id: motion
            text: The board carried motion #12 without debate.  # <- CT008
            sources: [{source: board-minutes, at: page 4}]
        """,
        "CT008",
    )
    assert found.severity == "warning"
    assert found.message == (
        "harbour-sale/motion: `text` ends before `#12 without debate`, which YAML takes for a comment."
    )
    assert found.hint == "Put the value into quotation marks; put two blanks before a comment."


@pytest.mark.parametrize(
    "field",
    [
        "note: See #harbour.  # <- CT008",
        "note: See item # 12.  # <- CT008",
        "quote: {exact: carried #12  # <- CT008\n              }",
        "verdict:\n              label: supported\n              why: Page 4 #top.  # <- CT008",
        "reply:\n              got: Call #2 was not answered.  # <- CT008",
    ],
)
def test_every_prose_field_is_looked_at(field: str) -> None:
    judge(claim(field), "CT008")


def test_titles_aliases_and_the_words_of_a_citation_are_prose_too() -> None:
    judge(
        """
        parties:
          - id: pier-nine
            name: Pier #9  # <- CT008
            aliases:
              - Berth #9  # <- CT008
        sources:
          - id: minutes-12
            kind: document
            title: Minutes #12  # <- CT008
        claims:
          - id: motion
            text: The board carried it.
            sources:
              - source: minutes-12
                says: Motion #12 is carried.  # <- CT008
                at: page #4  # <- CT008
        """,
        "CT008",
    )


@pytest.mark.parametrize(
    "field",
    [
        'note: "See #12."',
        "note: 'See #12.'",
        "note: See#12.",
        "note: >\n              See #12.",
        "note: See page 4.  #12",
        "note: See page 4. # ask Ana",
        "note: See page 4. ## and below",
        "type: event #12",
        "x-desk: hello #12",
        "tags: [sale] #12",
        "#12 is still open",
    ],
)
def test_a_real_comment_or_a_protected_hash_cuts_nothing(field: str) -> None:
    judge(claim(field), "CT008")


def test_of_what_was_cut_other_rules_tell_errors_alone() -> None:
    claim = "claims:\n  - id: motion%s\n    text: The board carried motion #12.\n    serious: true\n"
    judge(claim % "  # <- CT101", "CT101")
    judge(claim % "", "CT108")
