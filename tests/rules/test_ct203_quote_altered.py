from __future__ import annotations

from support import judge

SOURCES = """
sources:
  - {id: pier-story, kind: article, title: The pier goes too, derived_from: [evening-post-story]}
claims:
  - id: a
    article: pier-story
    text: All is seen.
"""


def test_the_words_the_hop_and_the_place_of_the_words_upstream_are_named() -> None:
    (found,) = judge(
        f"""{SOURCES}
    quote: “all is visible from the tower”  # <- CT203
    sources: [{{source: evening-post-story, quote: All is seen from the tower.}}]
""",
        "CT203",
    )
    assert found.severity == "warning"
    assert found.message == (
        "pier-story/a: the quoted words changed between evening-post-story and pier-story: “seen” → “visible”."
    )
    assert found.hint == "Quote the words of evening-post-story, or take the quotation marks out."
    assert [related.message for related in found.related] == ["evening-post-story has “All is seen from the tower”"]


def test_the_same_words_and_words_without_marks_pass() -> None:
    judge(
        f"{SOURCES}    quote: “all is seen”\n    sources: [{{source: evening-post-story, quote: All is seen}}]", "CT203"
    )
    judge(
        f"{SOURCES}    quote: all is visible\n    sources: [{{source: evening-post-story, quote: All is seen}}]",
        "CT203",
    )


def test_a_translation_and_the_sources_in_between_are_told() -> None:
    (found,) = judge(
        """
        sources:
          - {id: berita, kind: article, title: B, language: id,
             derived_from: [{source: evening-post-story, relation: translated}]}
          - {id: pier-story, kind: article, title: T, derived_from: [{source: berita, relation: translated}]}
        claims:
          - id: a
            article: pier-story
            text: All is seen.
            quote: “all is visible from the tower”  # <- CT203
            sources: [{source: evening-post-story, stance: mentions, quote: All is seen from the tower.}]
        """,
        "CT203",
    )
    assert "between evening-post-story and pier-story, by way of berita, in translation: “seen”" in found.message
