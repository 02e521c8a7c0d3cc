from __future__ import annotations

from hashlib import sha256
from textwrap import dedent, indent
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.ledger import Ledger, Records
from claimtrack.model.place import Marks
from claimtrack.model.records import Citation, Claim, Derivation, Quote, Source
from claimtrack.model.texts import TextState
from claimtrack.rules import codes
from claimtrack.store.project import load
from claimtrack.store.settings import read_settings
from claimtrack.store.snapshots import Snapshots
from claimtrack.text import drift as module
from claimtrack.text.diff import Change
from claimtrack.text.drift import Alteration, Dropped, _beside_numerals, drift
from support import TODAY, lay

if TYPE_CHECKING:
    from pathlib import Path

MARKS = Mock(spec=Marks)
CHAIN = """\
- {id: tape, kind: recording, title: T}
- {id: first, kind: article, title: T, language: en, derived_from: [tape]}
- {id: second, kind: article, title: T, language: en-GB, derived_from: [first]}
- {id: foreign, kind: article, title: T, language: id, derived_from: [{source: second, relation: translated}]}
- {id: story, kind: article, title: T, language: en, derived_from: [first, {source: foreign, relation: translated}]}
- {id: aside, kind: article, title: T, derived_from: [tape]}
"""
WAY = (
    Source(marks=MARKS, id="tape", kind="recording"),
    Source(marks=MARKS, id="first", kind="article", derived_from=(Derivation(source="tape"),)),
    Source(marks=MARKS, id="second", kind="article", derived_from=(Derivation(source="first"),)),
    Source(marks=MARKS, id="foreign", kind="article", language="id", derived_from=(Derivation(source="second"),)),
    Source(marks=MARKS, id="story", kind="article", language="en", derived_from=(Derivation(source="foreign"),)),
    Source(marks=MARKS, id="aside", kind="article", derived_from=(Derivation(source="tape"),)),
)
"""Much the same, without files."""
SEEN = "Everything is seen in China"


def ledger(
    folder: Path, quote: str, citations: str, *, sources: str = CHAIN, texts: dict[str, str] | None = None
) -> Ledger:
    cited = indent(dedent(citations).strip("\n"), "  ")
    records = (
        f"article: story\nsources:\n{sources}claims:\n- id: a\n  text: T\n  quote: '{quote}'\n  sources:\n{cited}\n"
    )
    files = {f"claims/snapshots/{name}.txt": text for name, text in (texts or {}).items()}
    for name, text in (texts or {}).items():
        mark = sha256(text.encode()).hexdigest()
        records = records.replace(f"id: {name},", f"id: {name}, snapshot: {{file: {name}.txt, sha256: {mark}}},", 1)
    lay(folder, {"claims/x.yaml": records, **files})
    loaded = load(folder, read_settings(folder, codes(), environ={}), codes())
    assert not loaded.faults
    return Ledger(loaded.records, TODAY, Snapshots(folder / "claims/snapshots"))


def altered(made: Ledger) -> list[Alteration]:
    return made.once(drift).alterations(made.claims[0])


def dropped(made: Ledger, *extra: str) -> Dropped | None:
    return made.once(drift).dropped(made.claims[0], extra)


def hops(made: Ledger) -> list[tuple[str, str, tuple[str, ...], list[tuple[str, str]]]]:
    return [
        (item.upstream, item.source, item.between, [(change.from_, change.to) for change in item.changes])
        for item in altered(made)
    ]


def test_the_hop_reaches_over_sources_whose_words_are_missing_or_foreign(tmp_path: Path) -> None:
    made = ledger(
        tmp_path,
        '"everything is visible in China."',
        f"""
        - {{source: first, quote: {SEEN}}}
        - {{source: foreign, quote: terlihat}}
        """,
    )
    assert hops(made) == [("first", "story", ("second", "foreign"), [("seen", "visible")])]
    assert altered(made)[0].translated


def test_a_gloss_tells_that_the_translation_has_already_changed_the_words(tmp_path: Path) -> None:
    made = ledger(
        tmp_path,
        '"everything is visible in China."',
        f"""
        - {{source: first, quote: {SEEN}}}
        - {{source: second, quote: {SEEN}, stance: mentions}}
        - {{source: foreign, quote: terlihat, gloss: visible}}
        """,
    )
    assert hops(made) == [("second", "foreign", (), [("seen", "visible")])]


def test_of_two_changes_the_earliest_hop_is_named(tmp_path: Path) -> None:
    made = ledger(
        tmp_path,
        '"everything is visible in China"',
        f"""
        - {{source: first, quote: {SEEN}}}
        - {{source: second, quote: Everything is noticed in China}}
        """,
    )
    assert hops(made) == [("first", "second", (), [("seen", "noticed")])]
    assert not altered(made)[0].translated


@pytest.mark.parametrize(
    ("quote", "upstream"),
    [
        ("“everything is seen in China,”", SEEN),
        ("«Everything is … in China»", SEEN),
        ("“Everything [the data] is seen in China”", SEEN),
        ("“is seen in China”", SEEN),
        ("“Everything is seen in China, and has been for years”", SEEN),
        ("everything is visible in China", SEEN),
        ("“visible to all of them”", SEEN),
        ("“seen”", "Wholly other words are here"),
    ],
)
def test_what_an_editor_may_do_is_no_change(tmp_path: Path, quote: str, upstream: str) -> None:
    assert altered(ledger(tmp_path, quote, f"- {{source: first, quote: {upstream}}}")) == []


@pytest.mark.parametrize(
    ("quote", "change"),
    [
        ("“six of nine voted to leave”", ("sell", "leave")),
        ("“five of nine voted to sell”", ("Six", "five")),
        ("“six of nine never voted to sell”", ("", "never")),
        ("“six nine voted to sell”", ("of", "")),
    ],
)
def test_a_changed_word_is_found_wherever_it_stands(tmp_path: Path, quote: str, change: tuple[str, str]) -> None:
    made = ledger(tmp_path, quote, "- {source: first, quote: Six of nine voted to sell.}")
    assert hops(made)[0][3] == [change]


def test_sources_beside_the_way_and_unread_ones_are_no_counterparts(tmp_path: Path) -> None:
    citations = f"- {{source: aside, quote: {SEEN}}}\n- {{source: story, quote: {SEEN}}}\n- first"
    assert altered(ledger(tmp_path, "“everything is visible in China”", citations)) == []


def test_words_of_credit_make_a_source_upstream(tmp_path: Path) -> None:
    citations = f"- {{source: aside, cue: they said, quote: {SEEN}}}"
    assert hops(ledger(tmp_path, "“everything is visible in China”", citations))[0][:2] == ("aside", "story")


def test_the_words_of_one_source_do_not_make_those_of_another_an_alteration(tmp_path: Path) -> None:
    sources = """\
- {id: one, kind: interview, title: T}
- {id: two, kind: interview, title: T}
- {id: story, kind: article, title: T, derived_from: [one, two]}
"""
    citations = f"- {{source: one, quote: {SEEN}}}\n- {{source: two, quote: Everything is known in China}}"
    assert altered(ledger(tmp_path, "“everything is seen in China”", citations, sources=sources)) == []


def test_a_cycle_ends(tmp_path: Path) -> None:
    sources = """\
- {id: one, kind: article, title: T, derived_from: [two]}
- {id: two, kind: article, title: T, derived_from: [one, story]}
- {id: story, kind: article, title: T, derived_from: [one]}
"""
    citations = f"- {{source: two, quote: {SEEN}}}"
    made = ledger(tmp_path, "“everything is visible in China”", citations, sources=sources)
    assert hops(made) == [("two", "story", ("one",), [("seen", "visible")])]


def test_what_is_in_the_text_upstream_was_not_changed(tmp_path: Path) -> None:
    citations = f"- {{source: first, quote: {SEEN}}}"
    texts = {"first": "They told us. Everything is seen in China. Everything is visible in China."}
    assert altered(ledger(tmp_path, "“everything is visible in China”", citations, texts=texts)) == []


def test_words_added_at_an_end_are_found_where_the_text_upstream_is_here(tmp_path: Path) -> None:
    citations = f"- {{source: first, quote: {SEEN}}}"
    made = ledger(tmp_path, "“everything is seen in China daily”", citations, texts={"first": f"{SEEN}."})
    assert hops(made)[0][3] == [("", "daily")]


def test_several_quotations_of_a_passage_are_compared_one_by_one(tmp_path: Path) -> None:
    citations = f"- {{source: first, quote: {SEEN}}}\n- {{source: first, quote: we sold the whole harbour}}"
    made = ledger(tmp_path, "“we sold the old harbour” and “everything is visible in China”", citations)
    assert hops(made) == [("first", "story", ("second", "foreign"), [("whole", "old"), ("seen", "visible")])]


def test_a_hedge_upstream_that_the_passage_has_not_is_dropped(tmp_path: Path) -> None:
    citations = f"- {{source: first, quote: {SEEN}}}\n- {{source: second, quote: purportedly said, stance: mentions}}"
    made = ledger(tmp_path, "everything is visible in China", citations)
    found = dropped(made)
    assert found == Dropped(hedge="purportedly", upstream="second", source="foreign", citation=1, bare="first")


def test_a_hedge_just_outside_the_passage_is_kept(tmp_path: Path) -> None:
    citations = "- {source: first, quote: the board allegedly took bribes}"
    made = ledger(tmp_path, "the board took bribes", citations)
    assert dropped(made)
    text = "It is windy. Reportedly the board took bribes. It is cold."
    assert dropped(ledger(tmp_path / "b", "the board took bribes", citations, texts={"story": text})) is None
    bare = "It is windy. Now the board took bribes. It is cold."
    assert dropped(ledger(tmp_path / "c", "the board took bribes", citations, texts={"story": bare}))


def test_a_desk_has_hedges_of_its_own_and_a_gloss_speaks_for_foreign_words(tmp_path: Path) -> None:
    citations = "- {source: foreign, quote: konon dewan, gloss: the board took bribes as the wind tells}"
    made = ledger(tmp_path, "the board took bribes", citations)
    assert dropped(made) is None
    found = dropped(made, "as the wind tells")
    assert found
    assert (found.hedge, found.source, found.bare) == ("as the wind tells", "story", None)


def test_a_numeral_in_words_or_digits_is_a_matter_of_style() -> None:
    assert _beside_numerals([Change("14", "fourteen"), Change("14", "15")]) == [Change("14", "15")]


class Here:
    """Texts of which some are here."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts

    def state(self, source: Source) -> TextState:
        return TextState(status="here" if source.id in self.texts else "none", text=self.texts.get(source.id))


said = st.sampled_from(
    [SEEN, SEEN.lower(), "everything is [clearly] seen", "seen … in China", "[W]e sold it", "we sold it"]
)
said |= st.lists(
    st.sampled_from(["we", "may", "sold", "It", "…", "[the", "port]", "14", "fourteen", "allegedly", "–"]), min_size=1
).map(" ".join)
gloss = st.none() | said
cited = st.builds(
    Citation,
    source=st.sampled_from(["tape", "first", "second", "foreign", "aside"]),
    quote=st.builds(Quote, exact=said),
    gloss=gloss,
)
cited |= st.builds(Citation, source=st.just("second"), gloss=gloss)


@settings(max_examples=300, deadline=None)
@given(
    said,
    st.lists(cited, max_size=3).map(tuple),
    st.dictionaries(st.sampled_from(["first", "second"]), said),
    st.sampled_from(["{}", "“{}”"]),
)
def test_words_that_are_the_same_to_the_letter_or_hold_no_hedge_need_no_comparing(
    quoted: str, citations: tuple[Citation, ...], texts: dict[str, str], form: str
) -> None:
    one = Claim(
        marks=MARKS,
        id="a",
        article="story",
        text="T",
        type="quote",
        quote=Quote(exact=form.format(quoted)),
        sources=citations,
    )
    made = Ledger(Records(sources=WAY, claims=(one,)), TODAY, Here(texts))
    found = altered(made), dropped(made), dropped(made, "sold")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_may_differ", lambda *_: True)
        patch.setattr(module, "may_hedge", lambda *_: True)
        assert (altered(made), dropped(made), dropped(made, "sold")) == found
