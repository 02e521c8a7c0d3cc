from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from unittest.mock import Mock, patch

from claimtrack.model.ledger import Ledger, Records
from claimtrack.model.place import Marks
from claimtrack.model.records import Citation, Claim, Quote, Source
from claimtrack.model.texts import TextState
from claimtrack.text import passages as module
from claimtrack.text.passages import Passages, passages
from claimtrack.text.quoting import Haystack
from support import BASE, lay, ledger_of

if TYPE_CHECKING:
    from pathlib import Path

MARKS = Mock(spec=Marks)
ROLES = ("passage", "quote")
ARTICLE = "Port sold\n\nThe port was sold, the minutes say.\n\nNobody knew, the minutes say.\n"
LETTER = "We sold it.\n\nWe were “sorry”.\n\nWe sold it.\n"


class Texts:
    """Texts by the ids of their sources; counts how often each is asked for."""

    def __init__(self, **states: str | TextState) -> None:
        self.states, self.asked = states, list[str]()

    def state(self, source: Source) -> TextState:
        self.asked.append(source.id)
        found = self.states.get(source.id, TextState(status="none"))
        return TextState(status="here", text=found) if isinstance(found, str) else found


def claim(key: str, *cited: Citation, quote: Quote | None = None, article: str = "story") -> Claim:
    return Claim(marks=MARKS, id=key, text="T", article=article, quote=quote, sources=cited)


def look_up(*claims: Claim, texts: Texts | None = None) -> Passages:
    sources = (
        Source(marks=MARKS, id="story", kind="article", title="Port sold"),
        Source(marks=MARKS, id="letter", kind="document", title="Letter"),
    )
    texts = texts or Texts(story=ARTICLE, letter=LETTER)
    return passages(Ledger(Records(sources=sources, claims=claims), date(2026, 11, 22), texts))


def kinds(found: Passages) -> list[str | None]:
    return [item.resolution.kind if item.resolution else None for item in found.all]


def test_every_quotation_is_listed_with_its_role_its_place_and_the_text_that_it_is_from() -> None:
    found = look_up(
        claim(
            "a",
            Citation(source="letter", cue="the minutes say", quote=Quote(exact="we were sorry")),
            Citation(source="letter", at="para 1"),
            Citation(source="letter", quote=Quote(exact="We sold")),
            quote=Quote(exact="the port was sold"),
        ),
        claim("b"),
    )
    assert [(item.role, item.at, item.source) for item in found.all] == [
        ("passage", ("quote",), "story"),
        ("cue", ("sources", 0, "cue"), "story"),
        ("quote", ("sources", 0, "quote"), "letter"),
        ("quote", ("sources", 2, "quote"), "letter"),
    ]
    assert found.of == {"story/a": found.all, "story/b": ()}


def test_the_locator_of_a_citation_holds_for_its_quote_unless_that_has_its_own() -> None:
    found = look_up(
        claim(
            "a",
            Citation(source="letter", at="para 1", quote=Quote(exact="We sold it")),
            Citation(source="letter", at="para 1", quote=Quote(exact="We sold it", at="para 2")),
            Citation(source="letter", at="para 2", cue="the minutes say"),
        )
    )
    assert [item.quote.at for item in found.all] == ["para 1", "para 2", None]
    assert kinds(found) == ["exact", "elsewhere", "ambiguous"]


def test_a_passage_is_found_by_its_claim() -> None:
    one = claim("a", Citation(source="letter", quote=Quote(exact="We sold")), quote=Quote(exact="nobody knew"))
    other = claim("b", Citation(source="letter", cue="the minutes say"))
    found = look_up(one, other)
    passage = found.passage(one)
    assert passage
    assert passage.quote.exact == "nobody knew"
    assert found.passage(other) is None


def test_quotes_are_counted_by_what_became_of_them_and_cues_are_not() -> None:
    found = look_up(
        claim(
            "a",
            Citation(source="letter", cue="no such cue"),
            Citation(source="letter", quote=Quote(exact="We sold it")),  # ambiguous
            Citation(source="letter", quote=Quote(exact='We were "sorry"', at="para 9")),  # elsewhere
            Citation(source="letter", quote=Quote(exact="it", prefix="We bought")),  # misplaced
            Citation(source="letter", quote=Quote(exact="we gave it away")),
            Citation(source="nowhere", quote=Quote(exact="We sold it")),
            quote=Quote(exact="The port was not sold, the minutes say"),
        ),
    )
    assert kinds(found) == ["altered", "absent", "ambiguous", "elsewhere", "misplaced", "absent", None]
    assert found.counts() == {"exact": 1, "normalised": 1, "altered": 1, "absent": 2, "not_checked": 1}


def test_without_quotations_nothing_is_counted_and_no_text_is_asked_for() -> None:
    texts = Texts(story=ARTICLE)
    found = look_up(claim("a", Citation(source="letter", at="para 1")), texts=texts)
    assert not any(found.counts().values())
    assert texts.asked == []


def test_a_text_is_made_fit_to_be_searched_once_however_many_quote_it() -> None:
    texts = Texts(letter=LETTER, story=TextState(status="missing"))
    cited = [Citation(source="letter", quote=Quote(exact="We sold")) for _ in range(3)]
    with patch("claimtrack.text.quoting.Haystack", wraps=Haystack) as made:
        found = look_up(claim("a", *cited, quote=Quote(exact="sold")), claim("b", *cited), texts=texts)
        assert found.haystack("letter") is found.haystack("letter")
        assert found.haystack("story") is None
    assert made.call_count == 1
    assert sorted(texts.asked) == ["letter", "story"]


def test_a_text_that_is_missing_changed_or_of_an_unknown_source_is_not_searched() -> None:
    for state in (TextState(status="missing"), TextState(status="changed", text=ARTICLE), TextState(status="none")):
        found = look_up(claim("a", quote=Quote(exact="the port was sold")), texts=Texts(story=state))
        assert kinds(found) == [None]
    found = look_up(claim("a", quote=Quote(exact="the port was sold"), article="unknown"))
    assert found.haystack("unknown") is None
    assert found.counts()["not_checked"] == 1


def test_an_empty_text_is_here_and_holds_nothing() -> None:
    found = look_up(claim("a", quote=Quote(exact="the port was sold")), texts=Texts(story=""))
    assert found.counts()["absent"] == 1


def test_the_title_of_a_source_is_its_headline() -> None:
    found = look_up(
        claim("a", quote=Quote(exact="Port sold", at="headline")),
        claim("b", quote=Quote(exact="The port was sold", at="para 1")),
    )
    assert kinds(found) == ["exact", "exact"]


def test_a_ledger_looks_its_quotations_up_once() -> None:
    ledger = Ledger(Records(), date(2026, 11, 22), Texts())
    assert ledger.once(passages) is ledger.once(passages)


def test_of_words_that_nobody_could_look_up_no_place_is_known(tmp_path: Path) -> None:
    records = "article: harbour-sale\nclaims: [{id: c, text: T, quote: six of the nine voted}]\n"
    ledger = ledger_of(lay(tmp_path, {**BASE, "claims/x.yaml": records}))
    looked_up = ledger.once(passages)
    assert [looked_up.places(passage) for passage in looked_up.all] == [[]]


def test_what_is_quoted_from_one_text_is_looked_up_together_and_listed_in_file_order() -> None:
    said = [
        claim(key, Citation(source="letter", quote=Quote(exact="We sold")), quote=Quote(exact="the port was sold"))
        for key in "abc"
    ]
    with patch.object(module, "_KEPT", 1), patch("claimtrack.text.quoting.Haystack", wraps=Haystack) as made:
        found = look_up(*said)
    assert made.call_count == 2
    assert [(item.claim.id, item.role) for item in found.all] == [(key, role) for key in "abc" for role in ROLES]
    assert kinds(found) == ["normalised", "ambiguous"] * 3


def test_few_texts_are_kept_and_those_that_were_asked_for_last() -> None:
    with patch.object(module, "_KEPT", 2):
        found = look_up()
        story, letter = found.haystack("story"), found.haystack("letter")
        assert story is not None
        assert found.haystack("story") is story
        assert found.haystack("nothing") is None
        assert found.haystack("story") is story
        again = found.haystack("letter")
        assert letter is not None
        assert again is not None
        assert again is not letter
        assert again.text == letter.text
