from __future__ import annotations

from support import judge

SOURCES = """
sources:
  - {id: pier-story, kind: article, title: The pier goes too, derived_from: [evening-post-story]}
  - {id: evening-post-two, kind: article, title: T, derived_from: [evening-post-story]}
  - {id: pier-two, kind: article, title: The pier goes too, derived_from: [evening-post-two]}
claims:
  - id: a
    article: pier-two
    text: The board took bribes.
    quote: "“the board took bribes”"%s
    sources:
      - {source: evening-post-two, quote: the board %s took bribes}
"""


def test_the_hedge_and_who_hedges_are_named() -> None:
    (found,) = judge(SOURCES % ("  # <- CT205", "allegedly"), "CT205")
    assert found.message == (
        "pier-two/a: “the board took bribes” is stated bare; evening-post-two hedges it with “allegedly”."
    )
    assert found.hint == "Put “allegedly” back, or cite a source that knows it."
    assert [related.message for related in found.related] == ["the hedge of evening-post-two"]


def test_a_source_nearer_the_origin_that_states_it_bare_too_is_named() -> None:
    records = SOURCES % ("  # <- CT205", "allegedly")
    records += "      - {source: evening-post-story, quote: the board took bribes}\n"
    (found,) = judge(records, "CT205")
    assert found.message.endswith("“allegedly”, though evening-post-story, nearer the origin, states it bare too.")
    assert found.hint == "Put “allegedly” back, or say how evening-post-story knows it."


def test_hedges_of_the_house_are_a_setting() -> None:
    judge(SOURCES % ("", "by all accounts"), "CT205")
    judge(SOURCES % ("  # <- CT205", "by all accounts"), "CT205", settings='hedges = ["by all accounts"]')
