from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from claimtrack.model.records import Quote
from claimtrack.text.diff import render_changes
from claimtrack.text.quoting import Haystack

quick = settings(max_examples=200, deadline=None)
TEXT = """Harbour sold in secret

The start of the talks was in May. Prices rose 30.5 per cent, to 1,300 euros; “it went fast”.

“Everything is visible in China,” a member of the well-
known inter-
national team said. We sold the port because it was falling apart. They can't see it.

The board met. The board sold the port to a friend. Café noir cost 10² m and the ﬁnal bill ½ of it.

La police a compté 1\u00a0300 personnes à l’été. Murieron —30 personas— ayer. It fell to −5 degrees.

他说一切都是可见的。在中国，员工可以访问所有数据。

قال: «كل شيء مرئي في الصين».

Президент сказав, що п’ять портів продано. Semua terlihat di Tiongkok."""
HAYSTACK = Haystack(TEXT, "Harbour sold in secret")


def resolved(exact: str, **where: str) -> str:
    """Return the kind of a resolution and the words that it found."""
    found = HAYSTACK.resolve(Quote(exact=exact, **where))
    return " | ".join([found.kind, *(TEXT[match.start : match.end] for match in found.matches)])


@pytest.mark.parametrize(
    ("quote", "result"),
    [
        ("Prices rose 30.5 per cent", "exact | Prices rose 30.5 per cent"),
        ("everything is visible in China", "normalised | Everything is visible in China"),
        ("  “Everything is visible  in China,” ", "normalised | “Everything is visible in China,”"),
        ("'it went fast'", "normalised | “it went fast”"),
        ("EVERYTHING is visible in China", "absent"),
        ("cafe\u0301 noir cost", "normalised | Café noir cost"),
        ("the final bill", "normalised | the ﬁnal bill"),
        (
            "a member of the well-known international team",
            "normalised | a member of the well-\nknown inter-\nnational team",
        ),
        ("well-known", "normalised | well-\nknown"),
        ("wellknown", "normalised | well-\nknown"),
        ("1 300 personnes", "normalised | 1\u00a0300 personnes"),
        ("à l'été", "normalised | à l’été"),
        ("30 personas", "exact | 30 personas"),
        ("fell to -5 degrees", "normalised | fell to −5 degrees"),
        ("was falling apart,", "normalised | was falling apart"),
        ("一切都是可见", "exact | 一切都是可见"),
        ("访问……数据", "exact | 访问所有数据"),
        ("كل شيء مرئي", "exact | كل شيء مرئي"),
        ("п'ять портів", "normalised | п’ять портів"),
        ("terlihat di Tiongkok", "exact | terlihat di Tiongkok"),
        ("The start", "exact | The start"),
    ],
)
def test_words_are_found_where_they_stand(quote: str, result: str) -> None:
    assert resolved(quote) == result


@pytest.mark.parametrize(
    "quote",
    [
        "art of the talks",
        "Prices rose 30",
        "300 euros",
        "1,300 euro",
        "300 personnes",
        "5 degrees",
        "They can",
        "cafe noir",
        "10",
        "10 m",
        "the final bill 1/2",
        "rose 30.6 per cent",
        "Cаfé",
        "starts of",
        "كل شيئ",
        "",
        "…",
        "“”",
        "[x]",
        "the board Met",
    ],
)
def test_words_that_are_others_or_end_inside_one_are_not_found(quote: str) -> None:
    assert resolved(quote) == "absent"


@pytest.mark.parametrize(
    ("quote", "result"),
    [
        ("Prices rose … euros", "exact | Prices rose 30.5 per cent, to 1,300 euros"),
        ("The board [...] the port", "exact | The board sold the port"),
        (
            "…a member of… We sold…",
            "exact | a member of the well-\nknown inter-\nnational team said. We sold",
        ),
        (
            "a member of … we sold",
            "normalised | a member of the well-\nknown inter-\nnational team said. We sold",
        ),
        ("Everything … Sold the port", "absent"),
        ("Prices rose ... the port", "absent"),
        ("the port … The board", "absent"),
        ("[W]e sold", "exact | We sold"),
        ("said [w]e sold", "absent"),
        ("said. [w]e sold", "normalised | said. We sold"),
        ("[the chairman] sold the port because [the harbour] was", "exact | sold the port because it was"),
        ("s[old] the port because", "exact | sold the port because"),
        ("[st]alling apart", "exact | falling apart"),
        ("was fall[en]", "exact | was falling"),
        ("sold … port [a ruin] … apart", "exact | sold the port because it was falling apart"),
    ],
)
def test_gaps_and_insertions_are_understood(quote: str, result: str) -> None:
    assert resolved(quote) == result


@pytest.mark.parametrize(
    ("quote", "where", "result"),
    [
        ("sold the port", {}, "ambiguous | sold the port | sold the port"),
        ("sold the port", {"at": "para 2"}, "exact | sold the port"),
        ("sold the port", {"at": "somewhere"}, "ambiguous | sold the port | sold the port"),
        ("sold the port", {"at": "para 1"}, "elsewhere | sold the port | sold the port"),
        ("sold the port", {"at": "para 99"}, "elsewhere | sold the port | sold the port"),
        ("sold the port", {"at": "page 9"}, "ambiguous | sold the port | sold the port"),
        ("sold the port", {"prefix": "The board"}, "exact | sold the port"),
        ("sold the port", {"prefix": "board", "at": "para 2"}, "elsewhere | sold the port"),
        ("sold the port", {"suffix": "because it"}, "exact | sold the port"),
        ("sold the port", {"prefix": "We", "suffix": "to a"}, "misplaced | sold the port | sold the port"),
        ("The board", {"prefix": "met"}, "exact | The board"),
        ("We sold", {"prefix": "inter-\nnational team said."}, "exact | We sold"),
        ("Harbour sold", {"at": "headline"}, "exact | Harbour sold"),
        ("The board", {}, "ambiguous | The board | The board"),
    ],
)
def test_neighbours_and_place_decide_between_several(quote: str, where: dict[str, str], result: str) -> None:
    assert resolved(quote, **where) == result


def test_an_altered_quotation_comes_with_the_nearest_passage() -> None:
    found = HAYSTACK.resolve(Quote(exact="We sold the harbour because it was falling apart", at="para 9"))
    assert found.kind == "altered"
    assert found.nearest
    assert render_changes(found.nearest.changes) == "“harbour” → “port”"


def test_dots_and_brackets_that_stand_in_the_text_are_words_of_it() -> None:
    haystack = Haystack("He said … well … [sic] no. He said nothing, well.")
    assert [match.exact for match in haystack.occurrences("said … well … [sic] no")] == [True]
    assert haystack.resolve(Quote(exact="[sic] no")).kind == "exact"


def test_hyphens_at_line_ends_and_others_are_told_apart() -> None:
    haystack = Haystack("a non-nuclear, state-\nrun co-\noperative plant; a nonnuclear state-\nrun plant")
    assert len(haystack.occurrences("state-run")) == 2
    assert len(haystack.occurrences("a non-nuclear, state-run cooperative plant")) == 1
    assert len(haystack.occurrences("run plant")) == 1
    assert not haystack.occurrences("a non-nuclear state-run plant")


def test_words_run_on_across_the_cues_of_a_transcript() -> None:
    haystack = Haystack("[00:00:05] We know this\n[00:00:09] is one of the most.\n[00:00:15] Yes.\n[00:00:20] No.")
    assert haystack.resolve(Quote(exact="this is one", at="t=00:06")).kind == "normalised"
    assert haystack.resolve(Quote(exact="this is one", at="t=00:30")).kind == "elsewhere"


prose = st.lists(
    st.sampled_from(
        [
            "port",
            "Port",
            "sold",
            "30.5",
            "30",
            "well-known",
            "“so”",
            "l’été",
            "все",
            "كل",
            "中国",
            "one,",
            "two.",
            "it's",
            "²",
            "\n\n",
        ]
    ),
    min_size=1,
    max_size=30,
).map(" ".join)


@quick
@given(prose, st.data())
@example("one, 中国 中国 two.", None)
def test_every_stretch_of_whole_words_is_found_at_its_place(text: str, data: st.DataObject | None) -> None:
    words = list(re.finditer(r"\S+", text))
    assume(words)
    first = data.draw(st.integers(0, len(words) - 1)) if data else 0
    last = data.draw(st.integers(first, len(words) - 1)) if data else len(words) - 1
    start, end = words[first].start(), words[last].end()
    found = Haystack(text).occurrences(text[start:end])
    assert any((match.start, match.end, match.exact) == (start, end, True) for match in found)


def curled(text: str) -> str:
    return text.replace(" '", " ‘").replace("'", "’").replace(' "', " „").replace('"', "”")


@quick
@given(
    st.lists(
        st.sampled_from(["café", "don't", '"so"', "well-known", "naïve", "порт", "д'Арк", "ação"]),
        min_size=2,
        max_size=9,
    ),
    st.sampled_from(
        [
            curled,
            lambda text: unicodedata.normalize("NFD", text),
            lambda text: text.replace(" ", " \u00a0\n"),
            lambda text: text.replace("o", "\u00ado"),
            lambda text: text.replace("-", "‑"),
            lambda text: text.replace("-", "-\n"),
            lambda text: re.sub(r"(?<=[av])(?=[véi])", "-\n", text),
        ]
    ),
)
def test_typography_makes_no_words_different(parts: list[str], variant: object) -> None:
    assert callable(variant)
    words = " ".join(parts)
    changed = variant(words)
    found = Haystack(f"Before. {changed} After.").occurrences(words)
    assert [(match.start, match.end) for match in found[:1]] == [(8, 8 + len(changed))]
    assert all(match.exact == (changed == words) for match in found)
