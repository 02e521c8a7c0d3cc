from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text import diff as module
from claimtrack.text.diff import Change, punctuation_changes, render_changes, shared_words, word_changes
from claimtrack.text.normalise import Normalised, normalise

quick = settings(max_examples=200, deadline=None)
phrases = st.lists(
    st.sampled_from(
        [
            "the",
            "The",
            "sold",
            "“port”",
            "30.5%",
            "well-known",
            "中国",
            "كل",
            "d’or",
            "…",
            "[sic]",
            "[W]e",
            "sell[ing]",
            "—",
            "x\u0301",
        ]
    ),
    max_size=12,
).map(" ".join)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("everything is seen in China", "Everything is visible in China", "“seen” → “visible”"),
        ("it was allegedly sold", "it was sold", "left out “allegedly”"),
        ("it was sold", "it was not sold", "added “not”"),
        ("one of the most popular", "among the most popular", "“one of” → “among”"),
        ("rose 30 per cent", "rose 30.5 per cent", "“30” → “30.5”"),
        ("about £30 million", "about $30 million", "“£30” → “$30”"),
        ("rose 30%", "rose 30", "“30%” → “30”"),
        ("in 2021-22", "in 2021-23", "“2021-22” → “2021-23”"),
        ("a well-known man", "a known man", "“well-known” → “known”"),
        ("cafe noir", "café noir", "“cafe” → “café”"),
        ("TikTok said", "Tiktok said", "“TikTok” → “Tiktok”"),
        ("he said TikTok", "he said Tiktok", "“TikTok” → “Tiktok”"),
        ("semua data terlihat di Tiongkok", "semua data terlihat di China", "“Tiongkok” → “China”"),
        ("كل شيء مرئي في الصين", "كل شيء واضح في الصين", "“مرئي” → “واضح”"),
        ("все видно у Китаї", "все чути у Китаї", "“видно” → “чути”"),
        ("tout est visible", "rien n’est visible", "“tout est” → “rien n’est”"),
        ("他说一切都是可见的", "他说一切都是透明的", "“可见” → “透明”"),
        ("a b c d e f g h i", "A x c x e x g x i", "“b” → “x”, “d” → “x”, “f” → “x”, “h” → “x”"),
        ("a b c d e f g h i j", "a x c x e x g x i x", "“b” → “x”, “d” → “x”, “f” → “x”, “h” → “x”, and 1 more"),
        ("a\nb c", "x\x1b c", "“a b” → “x”"),
        ("", "new words", "added “new words”"),
    ],
)
def test_changed_words_are_said(old: str, new: str, said: str) -> None:
    assert render_changes(word_changes(old, new)) == said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“Everything is visible,”", "'everything is visible'."),
        ("« tout est visible »", "“Tout est visible”"),
        ("he sold it at once", "[the minister] sold it at once"),
        ("we went there", "we went [back] there"),
        ("we went", "we [sic] went"),
        ("The board sold", "[t]he board sold"),
        ("they sell it", "they [were] sell[ing] it"),
        ("We know this is one of the most popular", "we know … the most popular"),
        ("the x the y", "the … y"),
        ("one two three four", "… two […] four"),
        ("one two three", "... two ..."),
        ("we know … popular", "we know this is popular"),
        ("cafe\u0301 noir", "café noir"),
        ("a well-\nknown man", "a well-known man"),
        ("an inter-\nnational law", "an international law"),
        ("seen — and sold", "seen—and sold"),
        ("in 2021–22", "in 2021-22"),
        ("他说：“可见”。", "他说，可见"),
        ("", "…"),
    ],
)
def test_what_an_editor_may_change_is_no_difference(old: str, new: str) -> None:
    assert word_changes(old, new) == []
    assert word_changes(new, old) == []


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("a b c d", "… b x", [Change("c d", "x")]),
        ("the x the y", "the … z", [Change("y", "z")]),
        ("x a b", "a b …", [Change("x", "")]),
        ("the x y z end", "the [it] end", []),
        ("the 1 2 3 4 5 6 7 end", "the [it] end", [Change("1 2 3 4 5 6 7", "")]),
        ("a b c d e", "a x … y e", [Change("b d", "x y")]),
    ],
)
def test_a_gap_stands_for_words_left_out_and_not_for_others(old: str, new: str, changes: list[Change]) -> None:
    assert word_changes(old, new) == changes


@quick
@given(phrases)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert word_changes(text, text) == []
    assert punctuation_changes(text, text) == []


@quick
@given(phrases, phrases)
def test_texts_differ_in_both_directions_or_in_none(one: str, other: str) -> None:
    one, other = (text.replace("…", "").replace("[", "").replace("]", "") for text in (one, other))
    assert bool(word_changes(one, other)) == bool(word_changes(other, one))
    assert shared_words(one, other) == shared_words(other, one)


def test_punctuation_can_be_compared_too() -> None:
    assert render_changes(punctuation_changes("he said, sold", "he said sold")) == "“said,” → “said”"


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("", "a", 0.0),
        ("one two", "Two one three", 1.0),
        ("a b c d", "a x y z", 0.25),
        ("“a” … b", "a, b", 1.0),
        ("可见的", "可见", 1.0),
        ("the the", "the a", 0.5),
    ],
)
def test_shared_words_are_a_share_of_the_shorter_text(one: str, other: str, share: float) -> None:
    assert shared_words(one, other) == share


@quick
@given(phrases)
def test_plain_words_stand_where_the_long_way_finds_them(text: str) -> None:
    found = module._tokens(text)  # noqa: SLF001
    with pytest.MonkeyPatch.context() as patch:
        # No text is taken for a plain one where normalising returns another, if an equal one.
        patch.setattr(module, "normalise", copied)
        assert module._tokens(text) == found  # noqa: SLF001


def copied(text: str) -> Normalised:
    """Return a normalised text that is never the same object as the text."""
    found = normalise(text)
    return Normalised("".join(list(found.text)), found.steps)
