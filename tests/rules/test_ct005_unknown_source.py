from __future__ import annotations

from support import judge


def test_a_citation_of_an_unknown_source_suggests_the_nearest_one() -> None:
    (found,) = judge(
        """
        claims:
          - id: six-votes
            text: Six members voted to sell.
            sources:
              - {source: board-minute, at: page 4}  # <- CT005
        """,
        "CT005",
    )
    assert found.severity == "error"
    assert found.message == "harbour-sale/six-votes: cites `board-minute`, which is no recorded source."
    assert found.hint == "Did you mean `board-minutes`?"
    assert found.subject.claim == "harbour-sale/six-votes"


def test_where_nothing_is_near_the_hint_is_to_record_it() -> None:
    (found,) = judge("claims:\n  - {id: a, text: It was sold., sources: [zzz]}  # <- CT005\n", "CT005")
    assert found.hint == "Record `zzz` under `sources:`, or correct the id."


def test_a_derivation_an_upstream_and_an_article_have_to_be_recorded_too() -> None:
    derivation, article, upstream = judge(
        """
        sources:
          - {id: wire, kind: article, title: Wire, derived_from: [nowhere]}  # <- CT005
        claims:
          - id: a
            article: nothing  # <- CT005
            text: It was sold.
            sources:
              - source: board-minutes
                upstream: [evening-post-story, nobody]  # <- CT005
        """,
        "CT005",
    )
    assert derivation.message == "source wire: derives from `nowhere`, which is no recorded source."
    assert article.message == "nothing/a: appears in `nothing`, which is no recorded source."
    assert upstream.message == "nothing/a: cites a source that has this from `nobody`, which is no recorded source."


def test_an_unknown_article_of_a_file_is_one_finding_however_many_claims_it_has() -> None:
    (found,) = judge(
        """
        article: harbor-sale  # <- CT005
        claims:
          - {id: a, text: It was sold., sources: [board-minutes]}
          - {id: b, text: It was kept., sources: [board-minutes]}
        """.replace("\n        ", "\n").lstrip("\n"),
        "CT005",
    )
    assert found.message == "the article of this file is `harbor-sale`, which is no recorded source."
    assert found.hint == "Did you mean `harbour-sale`?"
    assert found.subject.article == "harbor-sale"


def test_no_other_rule_judges_the_claim_as_well() -> None:
    records = """
        claims:
          - {id: a, text: It was sold., sources: [nowhere], serious: true}
        """
    for code in ("CT101", "CT105", "CT108"):
        judge(records, code)


def test_sources_of_other_files_and_broken_or_short_ones_are_known() -> None:
    judge(
        """
        sources:
          - {id: broken, kind: rumour, title: Broken}
        claims:
          - {id: a, text: It was sold., sources: [board-minutes, {source: evening-post-story, upstream: []}]}
          - {id: b, text: It was kept., article: evening-post-story, sources: [broken]}
        """,
        "CT005",
    )
