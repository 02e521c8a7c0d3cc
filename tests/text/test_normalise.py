from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimtrack.text import normalise as module
from claimtrack.text.normalise import hyphen_breaks, normalise

quick = settings(max_examples=200, deadline=None)
tricky = st.text(
    st.sampled_from(
        "aéZ1²½①ﬁ“”‘’'\"«»-–—‐\u00ad\u200b \u00a0\t\n\r\f"
        "е\u0301\u0327がｶﾞ中国ก\u0e38\u0e48١ـك\u064e[]:.ㅋ한\u1100\u1161ﹱ㎡"
    )
)
anything = st.one_of(tricky, st.text())


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("", ""),
        ("Nothing special here.", "Nothing special here."),
        ("“a” „b“ «c» 「d」", '"a" "b" "c" "d"'),
        ("‘a’ ‹b› don’t don´t п’ять пʼять", "'a' 'b' don't don't п'ять п'ять"),
        ("a–b — c ‑ −5", "a-b - c - -5"),
        ("a\u00adb\u200bc\ufeff\u200ed", "abcd"),
        ("كـــتاب", "كتاب"),
        ("one\u00a0 two\r\n\tthree\n\n\nfour\u2003five", "one two three four five"),
        ("ﬁne ﬂat ＡＢ１２ №", "fine flat AB12 No"),
        ("10² H₂O ½ ① ㎡ x", "10² H₂O ½ ① m² x"),
        ("cafe\u0301 Åse", "café Åse"),
        ("한\u1112\u1161\u11ab ㅋㅋ", "한한 ㅋㅋ"),
        ("ｶﾞ か\u3099", "ガが"),
        ("中国\n人民 你 好。\n这", "中国人民你好。这"),
        ("فيديو\nجديد", "فيديو جديد"),
        ("inter-\nnational inter\u00ad\nnational inter-  \r\n  national", "international international international"),
        ("e\u0301te\u0301-\nlong", "étélong"),
        ("COVID-\n19, 2021-\n2022, Anglo-\nSaxon, so—\nthey", "COVID-19, 2021-2022, Anglo-Saxon, so-they"),
        ("a - \nb, c -\nd", "a - b, c - d"),
        ("[00:12:05] we know\n[12:08] [12:09] that\nat [00:10] sharp", "we know that at [00:10] sharp"),
        ("аpple £5 $5 ١٢", "аpple £5 $5 ١٢"),
        ("¨ ´", "¨ '"),
        ("\ud800", "\ud800"),
    ],
)
def test_typography_is_evened_out_and_what_means_something_is_kept(text: str, compared: str) -> None:
    assert normalise(text).text == compared


@pytest.mark.parametrize(
    ("one", "other"),
    [("10²", "102"), ("1½", "11/2"), ("①", "1"), ("café", "cafe"), ("а", "a"), ("£5", "$5"), ("١", "1"), ("Ab", "ab")],
)
def test_differences_stay_differences(one: str, other: str) -> None:
    assert normalise(one).text != normalise(other).text


@quick
@given(anything)
@example("\u200b[00:01]\u200b[00:02] x")
@example("\n\r [00:01] x")
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@quick
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf"])))
def test_composed_and_decomposed_texts_are_equal(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert normalise(composed).text == normalise(decomposed).text


@quick
@given(anything, st.data())
def test_offsets_lead_back_to_what_became_of_them(text: str, data: st.DataObject) -> None:
    found = normalise(text)
    start = data.draw(st.integers(0, len(found.text)))
    end = data.draw(st.integers(start, len(found.text)))
    first, last = found.original_span(start, end)
    assert 0 <= first <= last <= len(text)
    after, _ = found.original_span(end, end)
    assert end == start or last <= max(after, last)
    if start == 0 and end == len(found.text):
        assert normalise(text[first:last]).text.strip() == found.text.strip()


@quick
@given(
    st.lists(
        st.sampled_from(["plain", "ﬁne", "cafe\u0301", "“so”", "d’or", "中国", "10²", "x\u00ady", "a—b"]), min_size=1
    )
)
def test_each_word_is_found_at_its_place(parts: list[str]) -> None:
    text = " \n\u200b".join(parts)
    found = normalise(text)
    done = start = 0
    for part in parts:
        word = normalise(part).text
        at = found.text.index(word, done)
        first, last = found.original_span(at, at + len(word))
        assert (text[first:last], first) == (part, text.index(part, start))
        done, start = at + len(word), last


def test_an_offset_inside_a_ligature_takes_all_of_it() -> None:
    assert normalise("a ﬁn").original_span(3, 4) == (2, 3)


def test_hyphens_can_be_taken_out_of_words_everywhere() -> None:
    found = normalise("a well-\nknown, non-nuclear - “state-run”").without_hyphens()
    assert found.text == 'a wellknown, nonnuclear - "staterun"'
    assert found.original_span(2, 11) == (2, 13)


def test_only_hyphens_that_part_a_word_at_a_line_end_may_belong_to_it() -> None:
    text = "well-\nknown Anglo-\nSaxon 2021-\n2022 so—\nthey a-b"
    assert [text[start - 1 : end + 1] for start, end in hyphen_breaks(text)] == ["l-\nk", "o-\nS"]


def test_what_is_passed_over_as_plain_is_plain() -> None:
    plain = re.compile(f"[{module._PLAIN}]")  # noqa: SLF001
    odd = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if plain.match(chr(code))
        and (
            not unicodedata.is_normalized("NFKC", f"x{chr(code)}x")
            or unicodedata.combining(chr(code))
            or chr(code).isspace()
        )
    ]
    assert odd == []


@given(st.text("a-[0:12]\u00ad\u200b\ufeff \n\r\u2028“", max_size=20))
def test_what_may_hold_nothing_that_vanishes_holds_nothing_of_it(text: str) -> None:
    found = normalise(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_MAY_VANISH", re.compile(""))
        assert normalise(text) == found


@given(st.text("aé1A-‐–— \n\r“", max_size=20))
def test_broken_words_are_found_alone_as_among_all_else(text: str) -> None:
    among = [found.span() for found in vars(module)["_SPECIAL"].finditer(text) if found["hyphen"]]
    assert set(hyphen_breaks(text)) <= set(among)
    assert [found.span() for found in vars(module)["_BROKEN"].finditer(text)] == among


@settings(max_examples=300, deadline=None)
@given(
    st.text(
        st.one_of(st.characters(), st.sampled_from("aé1 -‐—\n\r\t “’。、中あ\u00a0\u00ad\u0301ﬁＡ²٣ş")), max_size=30
    )
)
def test_what_is_special_is_found_from_the_places_that_are_not_plain(text: str) -> None:
    found = [match.span() for match in vars(module)["_specials"](text)]
    assert found == [match.span() for match in vars(module)["_SPECIAL"].finditer(text)]
