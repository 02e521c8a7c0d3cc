from __future__ import annotations

import pytest

from support import judge


def test_a_cited_report_of_unknown_upstream_is_told_once_on_its_own_record() -> None:
    (found,) = judge(
        """
        sources:
          - {id: wire, kind: article, title: Wire}  # <- CT109
        claims:
          - {id: a, text: It was sold., sources: [{source: wire, at: para 1}]}
          - {id: b, text: It was kept., sources: [{source: wire, at: para 2, upstream: []}, wire]}
        """,
        "CT109",
    )
    assert found.severity == "info"
    assert found.message == (
        "source wire: the article says neither where it has its facts from nor that it found them out."
    )
    assert found.hint == "Record `derived_from:`, or `own_reporting: true`."


def test_posts_and_books_have_their_facts_from_somewhere_too() -> None:
    judge(
        """
        sources:
          - {id: tip, kind: post, title: Tip}  # <- CT109
          - {id: history, kind: book, title: History, derived_from: [], own_reporting: false}  # <- CT109
        claims:
          - {id: a, text: It was sold., sources: [tip, {source: history, stance: refutes, at: page 1}]}
        """,
        "CT109",
    )


@pytest.mark.parametrize("kind", ["document", "recording", "statement", "interview", "dataset", "photo"])
def test_a_source_of_a_primary_kind_begins_with_itself(kind: str) -> None:
    judge(
        f"""
        sources:
          - {{id: it, kind: {kind}, title: It}}
        claims:
          - {{id: a, text: It was sold., sources: [it]}}
        """,
        "CT109",
    )


def test_a_report_that_says_where_it_has_it_from_is_fine() -> None:
    judge(
        """
        sources:
          - {id: wire, kind: article, title: Wire, derived_from: [board-minutes]}
          - {id: blog, kind: post, title: Blog}
        claims:
          - id: a
            text: It was sold.
            sources: [evening-post-story, wire, {source: blog, upstream: [board-minutes]}]
        """,
        "CT109",
    )


def test_reports_that_nobody_cites_and_the_article_itself_are_not_meant() -> None:
    judge(
        """
        sources:
          - {id: wire, kind: article, title: Wire}
          - {id: blog, kind: post, title: Blog, derived_from: [wire]}
        claims:
          - {id: a, text: It was sold., sources: [harbour-sale, blog]}
          - {id: b, text: It was sold., article: wire, sources: [board-minutes]}
        """,
        "CT109",
    )


def test_an_article_that_another_article_cites_is_meant() -> None:
    judge(
        """
        article: harbour-sale
        sources:
          - {id: wire, kind: article, title: Wire}  # <- CT109
        claims:
          - {id: a, text: It was sold., sources: [wire]}
          - {id: b, text: It was sold., article: wire, sources: [board-minutes]}
        """,
        "CT109",
    )
