from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text.coverage import Coverage, coverage

quick = settings(max_examples=100, deadline=None)
ARTICLE = """\
Harbour sold in secret

The board voted on Monday. Six of nine members were in favour, the Daily Ledger reports.

“We had no choice. We sold it for 3 million,” said Ana Ruiz. It was late.

Photo: Pixabay
"""
TITLE = "Harbour sold in secret"


def hold(claimed: list[str], aside: list[str], text: str = ARTICLE, title: str | None = TITLE) -> Coverage:
    """Hold a text against passages that stand in it."""
    spans = [[(text.index(words), text.index(words) + len(words)) for words in group] for group in (claimed, aside)]
    return coverage(text, title, spans[0], spans[1])


def reasons(found: Coverage) -> list[tuple[int, tuple[str, ...]]]:
    return [(sentence.line, sentence.reasons) for sentence in found.uncovered]


def test_a_sentence_is_uncovered_by_its_figures_dates_quotations_and_names() -> None:
    found = hold([], [])
    assert reasons(found) == [
        (3, ("date “Monday”",)),
        (3, ("figure “Six”", "figure “nine”", "name “Daily Ledger”")),
        (5, ("quotation “We had no choice”",)),
        (5, ("quotation “We sold it for 3 million,”", "figure “3 million”", "name “Ana Ruiz”")),
        (7, ("name “Pixabay”",)),
    ]
    assert (found.sentences, found.covered, found.percent, found.set_aside) == (7, 2, 28.5, 0)
    assert ARTICLE[slice(*found.uncovered[0].span)] == found.uncovered[0].text == "The board voted on Monday."


def test_a_name_alone_matters_only_where_nothing_touches_the_sentence() -> None:
    assert reasons(hold(["Six of nine members"], ["Photo: Pixabay"]))[1][0] == 5
    assert reasons(hold(["were in favour"], []))[1] == (3, ("figure “Six”", "figure “nine”"))


def test_every_figure_has_to_lie_in_a_passage() -> None:
    assert reasons(hold(["Six of"], []))[1] == (3, ("figure “nine”",))


def test_a_quotation_may_lie_in_several_passages_together_and_its_marks_in_none() -> None:
    found = hold(["We had no choice", "We sold it for", "3 million"], [])
    assert [line for line, _ in reasons(found)] == [3, 3, 7]
    assert reasons(hold(["We had no", "We sold it"], []))[2:4] == [
        (5, ("quotation “We had no choice”",)),
        (5, ("quotation “We sold it for 3 million,”", "figure “3 million”")),
    ]


def test_what_is_set_aside_leaves_the_count_and_does_not_touch_the_rest() -> None:
    found = hold([], ["Photo: Pixabay", "Harbour sold in secret"])
    assert (found.sentences, found.set_aside) == (5, 2)
    assert hold(["Monday"], ["the Daily Ledger reports", "Six of nine"]).sentences == 7
    assert reasons(hold([], ["Six of nine members were in favour"]))[1] == (3, ("name “Daily Ledger”",))


def test_a_quotation_over_paragraphs_is_judged_in_each_sentence() -> None:
    text = "“We did this.\n\n“We did that.”"
    assert reasons(hold(["We did this"], [], text, None)) == [(3, ("quotation “We did that”",))]


def test_the_share_is_rounded_down_so_that_all_means_all() -> None:
    assert Coverage(1000, 999, ()).percent == 99.9
    assert Coverage(30000, 29999, ()).percent == 99.9
    assert Coverage(3, 3, ()).percent == 100.0
    assert Coverage(0, 0, ()).percent == 100.0
    assert coverage("", None, [], []) == Coverage(0, 0, ())


def test_figures_in_words_are_those_of_the_language() -> None:
    text = "Hubo nueve heridos."
    assert coverage(text, None, [], []).percent == 100.0
    assert coverage(text, None, [], [], language="es").uncovered[0].reasons == ("figure “nueve”",)


spans = st.lists(st.tuples(st.integers(0, len(ARTICLE)), st.integers(0, len(ARTICLE))).map(sorted).map(tuple))


@quick
@given(spans, spans, spans)
def test_more_passages_never_cover_less(claimed: list[tuple[int, int]], more: list[tuple[int, int]], aside: list[tuple[int, int]]) -> None:  # fmt: skip  # noqa: E501
    before, after = coverage(ARTICLE, TITLE, claimed, aside), coverage(ARTICLE, TITLE, [*claimed, *more], aside)
    assert after.sentences == before.sentences
    assert after.covered >= before.covered
    assert {item.span for item in after.uncovered} <= {item.span for item in before.uncovered}
    assert coverage(ARTICLE, TITLE, [(0, len(ARTICLE))], aside).uncovered == ()
