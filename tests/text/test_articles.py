from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.model.ledger import Ledger
from claimtrack.rules import codes
from claimtrack.store.project import load
from claimtrack.store.settings import read_settings
from claimtrack.store.snapshots import Snapshots, digest_of
from claimtrack.text.articles import ArticleCoverage, article_coverage, cover
from support import BASE, TODAY, lay

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
Harbour sold

Six of nine voted, the minutes say. It cost 14 million on Monday. “We had no choice,” said Ruiz.

Advertisement by Ruiz

It cost 14 million on Monday.

Advertisement by Ruiz
"""


def ledger_of(folder: Path, claims: str, *, text: str | None = TEXT, source: str = "", bound: str = TEXT) -> Ledger:
    """Load a project with one article `story`, its text, more fields of it, and claims."""
    records = (
        "article: story\nsources:\n"
        f"  - {{id: story, kind: article, title: Harbour sold, {source}\n"
        f"     snapshot: {{file: story.txt, sha256: {digest_of(bound)}}}}}\n{claims}"
    )
    files = {**BASE, "claims/x.yaml": records}
    if text is not None:
        files["claims/snapshots/story.txt"] = text
    lay(folder, files)
    loaded = load(folder, read_settings(folder, codes(), environ={}), codes())
    return Ledger(loaded.records, TODAY, Snapshots(folder / "claims" / "snapshots"))


def only(ledger: Ledger) -> ArticleCoverage:
    (found,) = ledger.once(article_coverage)
    return found


def reasons(found: ArticleCoverage) -> list[tuple[int, tuple[str, ...]]]:
    assert found.coverage
    return [(sentence.line, sentence.reasons) for sentence in found.coverage.uncovered]


ASIDE = "set_aside: [{quote: Advertisement by Ruiz, why: w}],"
PRICE = [(3, ("figure “14 million”", "date “Monday”")), (7, ("figure “14 million”", "date “Monday”"))]
SAID = (3, ("quotation “We had no choice,”", "name “Ruiz”"))


def test_passages_and_cues_cover_and_all_that_is_set_aside_counts_for_nothing(tmp_path: Path) -> None:
    claims = """\
claims:
  - {id: six, text: t, quote: Six of nine voted, sources: [{source: board-minutes, cue: the minutes say}]}
  - {id: choice, text: t, quote: We had no choice}
"""
    found = only(ledger_of(tmp_path, claims, source=ASIDE))
    assert reasons(found) == PRICE
    assert found.coverage
    assert (found.coverage.sentences, found.coverage.covered, found.coverage.set_aside) == (5, 3, 2)
    assert (found.article.id, found.reason, found.stray) == ("story", "", ())


def test_a_passage_with_several_places_covers_the_first_and_one_told_apart_its_own(tmp_path: Path) -> None:
    base = "claims: [{id: six, text: t, quote: Six of nine voted}, {id: c, text: t, quote: We had no choice}, "
    several = base + "{id: price, text: t, quote: It cost 14 million on Monday}]"
    assert reasons(only(ledger_of(tmp_path, several, source=ASIDE))) == PRICE[1:]
    told = base + "{id: price, text: t, quote: {exact: It cost 14 million on Monday, at: para 3}}]"
    assert reasons(only(ledger_of(tmp_path, told, source=ASIDE))) == PRICE[:1]


def test_a_passage_covers_though_it_stands_elsewhere_than_its_locator_says(tmp_path: Path) -> None:
    claims = "claims: [{id: c, text: t, quote: {exact: We had no choice, at: para 4}}]"
    assert SAID not in reasons(only(ledger_of(tmp_path, claims)))


@pytest.mark.parametrize("quote", ["We had a choice", "{exact: We had no choice, suffix: cried}", "Nothing like it"])
def test_words_that_are_not_there_cover_nothing(tmp_path: Path, quote: str) -> None:
    claims = f"claims: [{{id: c, text: t, quote: {quote}}}]"
    assert SAID in reasons(only(ledger_of(tmp_path, claims)))


def test_the_quote_of_a_citation_covers_nothing(tmp_path: Path) -> None:
    claims = "claims: [{id: c, text: t, sources: [{source: board-minutes, quote: We had no choice}]}]"
    assert SAID in reasons(only(ledger_of(tmp_path, claims)))


@pytest.mark.parametrize("field", ["typ: event", "type: wrong"])
def test_the_passage_of_a_broken_claim_covers(tmp_path: Path, field: str) -> None:
    claims = f"claims: [{{id: c, text: t, {field}, quote: We had no choice}}]"
    assert SAID not in reasons(only(ledger_of(tmp_path, claims)))


def test_the_passage_of_a_doubled_claim_covers(tmp_path: Path) -> None:
    claims = "claims: [{id: c, text: t}, {id: c, text: t, quote: We had no choice}]"
    assert SAID not in reasons(only(ledger_of(tmp_path, claims)))


def test_what_is_set_aside_and_not_there_is_named(tmp_path: Path) -> None:
    found = only(ledger_of(tmp_path, "", source="set_aside: [{quote: Sign up for more, why: w}],"))
    assert [item.quote for item in found.stray] == ["Sign up for more"]


@pytest.mark.parametrize(
    ("text", "bound", "reason"),
    [
        (None, TEXT, "its text story.txt is not here"),
        ("Other words.", TEXT, "its text story.txt is not the text that was recorded"),
        ("\n", "\n", "its text has no sentence in it"),
    ],
)
def test_an_article_whose_text_is_not_here_is_not_checked(
    tmp_path: Path, text: str | None, bound: str, reason: str
) -> None:
    found = only(ledger_of(tmp_path, "", text=text, bound=bound))
    assert (found.coverage, found.reason) == (None, reason)


def test_neither_is_one_without_a_recorded_text_or_with_a_broken_record(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, "", source="knd: post,")
    assert only(ledger).reason == "its record could not be read"
    assert cover(ledger, ledger.source_by_id["harbour-sale"]).reason == "no text of it is recorded"


def test_the_language_of_the_article_tells_which_words_are_figures(tmp_path: Path) -> None:
    text = "Mereka memilih sepuluh orang.\n"
    here = ledger_of(tmp_path, "", source="language: id,", text=text, bound=text)
    assert reasons(only(here)) == [(1, ("figure “sepuluh”",))]


def test_without_articles_there_is_nothing(tmp_path: Path) -> None:
    lay(tmp_path, BASE)
    loaded = load(tmp_path, read_settings(tmp_path, codes(), environ={}), codes())
    assert Ledger(loaded.records, TODAY).once(article_coverage) == ()


def test_a_passage_that_was_altered_covers_what_it_was_for_another_rule_has_told_of_it(tmp_path: Path) -> None:
    claims = 'claims:\n  - {id: c, text: T, quote: "Six of ten voted, the minutes say."}\n'
    told = reasons(only(ledger_of(tmp_path, claims, source=ASIDE)))
    assert not [found for found in told if "figure “Six”" in found[1] or "figure “nine”" in found[1]]
