from __future__ import annotations

from support import judge


def test_an_article_that_leaves_out_its_source_is_the_record_to_be_mended() -> None:
    (found,) = judge(
        """
        sources:
          - id: pier-story
            kind: article
            title: The pier goes too
            derived_from:
              - board-minutes
              - {source: evening-post-story, relation: translated, acknowledged: false}  # <- CT107
        claims:
          - {id: a, article: pier-story, text: The pier is sold., sources: [{source: evening-post-story, at: para 3}]}
        """,
        "CT107",
    )
    assert found.severity == "warning"
    assert found.message == "source pier-story: leaves out evening-post-story, from which it is translated."
    assert found.hint == "Add the credit to the story, or waive this on pier-story with the reason."
    assert found.subject.source == "pier-story"


def test_a_cue_that_credits_it_after_all_contradicts_the_record() -> None:
    (found,) = judge(
        """
        sources:
          - id: pier-story
            kind: article
            title: The pier goes too
            derived_from: [{source: evening-post-story, acknowledged: false}]  # <- CT107
        claims:
          - id: a
            article: pier-story
            text: The pier is sold.
            sources:
              - {source: evening-post-story, at: para 3}
              - {source: evening-post-story, cue: the Evening Post says, at: para 4}
        """,
        "CT107",
    )
    assert found.message == (
        "source pier-story: does not acknowledge evening-post-story, says the record, and credits it in pier-story/a."
    )
    assert found.hint == "Take `acknowledged: false` out, or the `cue`."
    assert [(related.place.line, related.message) for related in found.related] == [(13, "the credit")]


def test_a_credit_to_another_source_or_in_another_article_does_not_count() -> None:
    found = judge(
        """
        sources:
          - id: pier-story
            kind: article
            title: The pier goes too
            derived_from: [{source: evening-post-story, acknowledged: false}]  # <- CT107
        claims:
          - id: a
            article: pier-story
            text: The pier is sold.
            sources: [{source: board-minutes, cue: the minutes say, at: page 4}]
          - id: b
            text: The pier is sold.
            sources: [{source: evening-post-story, cue: the Evening Post says, at: para 4}]
        """,
        "CT107",
    )
    assert "leaves out evening-post-story" in found[0].message


def test_every_source_left_out_is_a_finding() -> None:
    judge(
        """
        sources:
          - id: pier-story
            kind: article
            title: The pier goes too
            derived_from:
              - {source: evening-post-story, acknowledged: false}  # <- CT107
              - {source: board-minutes, acknowledged: false}  # <- CT107
        claims:
          - {id: a, article: pier-story, text: The pier is sold., sources: [{source: board-minutes, at: page 4}]}
        """,
        "CT107",
    )


def test_acknowledged_derivations_and_sources_that_are_no_article_of_a_claim_are_no_finding() -> None:
    judge(
        """
        sources:
          - id: pier-story
            kind: article
            title: The pier goes too
            derived_from: [evening-post-story, {source: board-minutes, acknowledged: true}]
          - {id: wire, kind: article, title: Wire, derived_from: [{source: board-minutes, acknowledged: false}]}
        claims:
          - {id: a, article: pier-story, text: The pier is sold., sources: [{source: wire, at: para 1}]}
        """,
        "CT107",
    )
