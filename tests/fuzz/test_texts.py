"""The functions that read prose, on prose of any kind: nothing is raised, and every span lies where it says."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.model.edtf import parse_edtf
from claimtrack.model.fields import parse_id, parse_snapshot_file, parse_text
from claimtrack.model.numbers import parse_number
from claimtrack.model.records import Quote
from claimtrack.text.absolute_dates import absolute_dates
from claimtrack.text.checkables import checkables, quotations
from claimtrack.text.coverage import coverage
from claimtrack.text.diff import punctuation_changes, render_changes, shared_words, word_changes
from claimtrack.text.figures import figures_in
from claimtrack.text.fragments import fragments
from claimtrack.text.hedges import dropped_hedge, hedges_in
from claimtrack.text.locators import Layout, parse_locator
from claimtrack.text.names import Names
from claimtrack.text.normalise import hyphen_breaks, normalise
from claimtrack.text.printable import escaped, indented, one_line, printable
from claimtrack.text.quoting import Haystack
from claimtrack.text.relative_dates import relative_dates
from claimtrack.text.sentences import paragraphs, sentences
from claimtrack.text.units import folded_unit
from claimtrack.text.wording import brief
from claimtrack.text.words import word_count, words
from fuzz.hostile import ARTICLE, mutated, nasty_text, tried
from fuzz.test_verify import OBEYED

prose = st.one_of(nasty_text, mutated(ARTICLE), mutated("He said “a-\nb [sic] … (c” 1,234.5 a half may. Mr. X’s"))
LOCATORS = [
    "para 1",
    "page 2-3",
    "line 1, t=0:01",
    "section X",
    "§ 4, para 2",
    "headline",
    "para 99999999999",
    "t=9:99:99",
]
locators = nasty_text | st.sampled_from(LOCATORS) | mutated("page 2-3, para 14, line 3")
NAMES = ["Harbour Board", "the Board", "Ana Ruiz", "a", "\u0301", "東京", "O'Neill & Sons", "ß", "İ", ""]


def inside(text: str, spans: list[tuple[int, int]], *, apart: bool = True) -> bool:
    """Tell whether spans lie in a text, in order, and share no character."""
    within = all(0 <= start <= end <= len(text) for start, end in spans)
    return within and (not apart or all(one[1] <= two[0] for one, two in pairwise(spans)))


@tried(50)
@given(prose)
@example("a\u00ad\n\u00adb")
@example("\x0c[0:00] \x85[1:00]")
def test_normalising_again_changes_nothing_and_spans_lead_back(text: str) -> None:
    text = f"a{text}"  # A time mark that only folding makes one, as in `［0:00］`, would vanish the second time.
    for keep in (False, True):
        found = normalise(text, keep_hyphens=keep)
        assert normalise(found.text, keep_hyphens=keep).text == found.text
        assert inside(text, [found.original_span(at, at + 1) for at in range(len(found.text))], apart=False)
        assert found.original_span(0, len(found.text))[1] <= len(text)
    assert inside(text, hyphen_breaks(text))


@tried(40)
@given(prose)
def test_words_stand_where_they_say(text: str) -> None:
    line = normalise(text).text
    found = words(line)
    assert [line[word.start : word.end] for word in found] == [word.text for word in found]
    assert inside(line, [(word.start, word.end) for word in found])
    assert 0 <= word_count(line) <= len(found)


@tried(50)
@given(prose, st.booleans())
def test_figures_dates_and_hedges_stand_where_they_say(text: str, ones: bool) -> None:  # noqa: FBT001  (drawn)
    figures = figures_in(text, ones=ones)
    assert inside(text, [(found.start, found.end) for found in figures], apart=False)
    assert all(found.value.is_finite() for found in figures)
    hedges = hedges_in(text, ("word has it",))
    assert inside(text, [span for _, span in hedges], apart=False)
    for date, edtf in absolute_dates(text):
        assert date
        assert edtf.earliest is None or edtf.latest is None or edtf.earliest <= edtf.latest
    assert relative_dates(text) == relative_dates(text)
    dropped_hedge(text, text[len(text) // 2 :])
    dropped_hedge(f"reportedly {text}", text)


@tried(50)
@given(prose)
def test_sentences_and_paragraphs_lie_in_the_text_in_order(text: str) -> None:
    found = sentences(text, "Harbour sold")
    assert inside(text, [sentence.span for sentence in found])
    assert [text[slice(*sentence.span)] for sentence in found] == [sentence.text for sentence in found]
    assert inside(text, list(paragraphs(text)))
    assert inside(text, quotations(text), apart=False)
    assert all(1 <= sentence.line <= len(text) + 1 for sentence in found)
    for sentence in found:
        assert inside(sentence.text, [item.span for item in checkables(sentence.text)], apart=False)


@tried(50)
@given(prose, st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=4))
def test_coverage_counts_each_sentence_once(text: str, drawn: list[tuple[int, int]]) -> None:
    spans = [(min(pair), max(pair)) for pair in drawn if max(pair) <= len(text) and pair[0] != pair[1]]
    found = coverage(text, "Harbour sold", spans[:2], spans[2:])
    assert found.covered + len(found.uncovered) == found.sentences
    assert inside(text, [item.span for item in found.uncovered])
    assert all(item.reasons for item in found.uncovered)


@tried(50)
@given(prose, prose)
def test_what_differs_rebuilds_both_sides(one: str, two: str) -> None:
    changes = punctuation_changes(one, two)
    gone, come = (
        (Counter(" ".join(side).split()) for side in zip(*[(c.from_, c.to) for c in changes], strict=True))
        if (changes)
        else (Counter[str](), Counter[str]())
    )
    kept_of_one, kept_of_two = Counter(one.split()) - gone, Counter(two.split()) - come
    assert Counter(normalise(word).text for word in kept_of_one.elements()) == Counter(
        normalise(word).text for word in kept_of_two.elements()
    )


@tried(50)
@given(prose, prose)
@example("", "")
@example("[a]" * 50, "a" * 50)
def test_changed_words_are_words_of_their_sides_and_nothing_differs_from_itself(one: str, two: str) -> None:
    assert word_changes(one, one) == []
    for change in word_changes(one, two):
        assert change.from_ or change.to
        assert not OBEYED.search(render_changes([change]))
    assert 0 <= shared_words(one, two) <= 1


@tried(50)
@given(prose, prose, prose, locators)
def test_a_quotation_is_found_inside_the_text(text: str, words_: str, near: str, at: str) -> None:
    haystack = Haystack(text, "Harbour sold")
    for exact in (words_, text[5:40], text[3:9] + "…" + text[20:30], text[: len(text) // 2] + " other words entirely"):
        for quote in (Quote(exact=exact), Quote(exact=exact, prefix=near, suffix=text[40:44], at=at)):
            found = haystack.resolve(quote)
            assert inside(text, [(match.start, match.end) for match in found.matches], apart=False)
            assert (found.nearest is not None) == (found.kind == "altered")
            if found.nearest:
                assert text[found.nearest.start : found.nearest.end] == found.nearest.text
    if normalise(text).text.strip():
        assert haystack.resolve(Quote(exact=text)).kind in ("exact", "normalised", "ambiguous", "absent", "altered")


@tried(50)
@given(prose, locators)
def test_places_named_by_a_locator_lie_in_the_text(text: str, at: str) -> None:
    layout = Layout(text, "Harbour sold")
    locator = parse_locator(at)
    if locator:
        layout.judges(locator)
        assert inside(text, layout.spans(locator), apart=False)
    assert inside(text, layout.blocks)
    assert all(layout.describe(offset) for offset in (0, len(text) // 2, len(text)))


@tried(40)
@given(prose, st.lists(st.sampled_from(NAMES) | nasty_text, max_size=4))
def test_names_spelled_otherwise_stand_where_they_say(text: str, names: list[str]) -> None:
    found = Names([*names, *NAMES]).variants_in(text)
    assert [text[variant.start : variant.end] for variant in found] == [variant.spelled for variant in found]
    assert inside(text, [(variant.start, variant.end) for variant in found], apart=False)


@tried(50)
@given(prose)
@example("\u2028\u2029\x85\x9b\u202e\U000e0041\ud800")
def test_what_is_made_safe_is_safe_and_says_the_same_when_made_so_again(text: str) -> None:
    for safe in (printable(text), one_line(text), indented(text), brief(one_line(text)), escaped(text)):
        assert not OBEYED.search(safe)
        assert safe.encode().decode("utf-8") == safe
    assert one_line(one_line(text)) == one_line(text)
    assert "\n" not in one_line(text)
    assert len(brief(text, 20)) <= 20


@tried(50)
@given(nasty_text | st.from_regex(r"[0-9~?./,+-]{1,30}( ?(million|dozen|and|half|hundred))*", fullmatch=True))
def test_a_value_is_read_or_refused_in_words(text: str) -> None:
    for read in (parse_edtf, parse_number, parse_id, parse_snapshot_file, parse_text):
        with suppress(ValueError):
            read(text)
    folded_unit(text)
    fragments(text)
