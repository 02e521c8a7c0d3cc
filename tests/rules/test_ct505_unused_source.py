from __future__ import annotations

from support import check_files, judge, places

CLAIMS = """
claims:
  - id: six-votes
    text: Six members voted to sell.
    sources: [{source: board-minutes, at: page 4}, {source: evening-post-story, at: para 1}]
"""
"""They use every source of the base project."""


def test_a_source_that_nothing_names_is_a_note() -> None:
    (found,) = judge(
        f"""{CLAIMS}
sources:
  - id: land-register  # <- CT505
    kind: document
    title: Land register
""",
        "CT505",
    )
    assert found.severity == "info"
    assert found.message == (
        "source land-register: no claim cites it, nothing derives from it, and it is no article of a claim."
    )
    assert found.hint == "Cite it under the claim that it bears on, or take it out."


def test_a_citation_a_derivation_an_upstream_and_an_article_all_use_a_source() -> None:
    judge(
        f"""{CLAIMS}
  - id: a
    text: t
    sources: [{{source: mentioned, stance: mentions}}, {{source: evening-post-story, upstream: [upstream]}}]
  - {{id: b, text: t, article: other-story}}
sources:
  - {{id: mentioned, kind: document, title: Mentioned, derived_from: [derived-from]}}
  - {{id: derived-from, kind: document, title: Derived from}}
  - {{id: upstream, kind: document, title: Upstream}}
  - {{id: other-story, kind: article, title: Another article}}
""",
        "CT505",
    )


def test_an_article_whose_claims_are_still_to_come_is_used() -> None:
    files = {
        "claims/x.yaml": f"article: harbour-sale\n{CLAIMS}",
        "claims/y.yaml": "article: next-story\nsources:\n  - {id: next-story, kind: article, title: Next}\n",
    }
    assert not [finding for finding in check_files(files).findings if finding.code == "CT505"]


def test_deriving_from_something_does_not_make_a_source_used() -> None:
    judge(
        f"""{CLAIMS}
sources:
  - {{id: retelling, kind: article, title: Told again, derived_from: [evening-post-story]}}  # <- CT505
""",
        "CT505",
    )


def test_a_source_that_only_a_broken_claim_names_is_used() -> None:
    judge(
        f"""{CLAIMS}
  - {{id: broken, text: t, nonsense: 1, sources: [land-register]}}
sources:
  - {{id: land-register, kind: document, title: Land register}}
""",
        "CT505",
    )


def test_while_a_file_cannot_be_read_nothing_is_called_unused() -> None:
    unused = {"claims/x.yaml": "sources:\n  - {id: land-register, kind: document, title: Land register}\n"}
    unread = {"claims/y.yaml": "claims:\n  - {id: a, sources: [land-register\n"}
    told = [finding for finding in check_files(unused).findings if finding.code == "CT505"]
    assert ("CT505", "claims/x.yaml", 2) in places(told)
    assert not [finding for finding in check_files(unused | unread).findings if finding.code == "CT505"]
