from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text import sentences as module
from claimtrack.text.sentences import LineIndex, overlapping, paragraphs, sentence_spans, sentences

quick = settings(max_examples=200, deadline=None)
anything = st.text(st.one_of(st.characters(), st.sampled_from("aB. .!?…“”\"'«»()。？\n\r 1")), max_size=80)


def split(text: str, title: str | None = None) -> list[str]:
    return [sentence.text for sentence in sentences(text, title)]


@pytest.mark.parametrize(
    "whole",
    [
        ["The board met on Monday.", "It sold the harbour."],
        ["Mr. Ruiz asked Ms. Lee and Dr. Okafor.", "Nobody knew."],
        ["The U.S. Senate voted.", "It passed."],
        ["He lives in the U.S.", "She lives in France."],
        ["He moved to the U.S. in 2020.", "She stayed."],
        ["See No. 14 on p. 5, e.g. the table.", "It rose 3.5 per cent."],
        ["Was it sold?", "No.", "Nobody would say."],
        ["It cost £3.2 million.", "14 members objected.", "That is a lot."],
        ["J. R. R. Okafor wrote it with Ann B. Lee.", "It sold well."],
        ["They take vitamin C.", "The rest take none, and so do I.", "It helps."],
        ["Acme Inc. said so.", "They dealt with Briggs & Co.", "It closed on Jan. 5 at 6 p.m. in Leeds."],
        ["She has a Ph.D. in physics.", "He has none."],
        ["Is it true?", "Yes!", "No…", "Perhaps?!", "Who knows."],
        ["He waited... and then he left.", "She stayed."],
        ["He said it . . . and left.", "She stayed."],
        ["Read www.example.com/a.b today.", "Write to ana@example.com.", "It works."],
        ["The board (which met twice. Or so it says.) voted.", "It was late."],
        ["He left.", "iPhone sales rose.", "He works at Yahoo! in sales."],
        ["It was late.[4]", "He left."],
    ],
)
def test_a_full_stop_ends_a_sentence_unless_an_abbreviation_an_initial_or_a_number_goes_on(whole: list[str]) -> None:
    assert split(" ".join(whole)) == whole


@pytest.mark.parametrize(
    "whole",
    [
        ["“This is it,” she said.", "“We are done.”", "He agreed."],
        ["“We did A,” he said.", "“We did B.”", "He left."],
        ["“Stop!” he cried.", "She did not."],
        ["“Why now?” Lee asked.", "Nobody knew."],
        ["“Why now?”", "Nobody in the town knew."],
        ['She turned to him, "This is great." she said.', 'He said "No."', "Then he left."],
        ["“He told me ‘It is over.’ ”", "She left."],
        ["“We did A.", "We did B.”", "He left."],
        ['It has a 12" pipe.', "He left."],
    ],
)  # fmt: skip
def test_a_closing_mark_belongs_to_the_sentence_that_it_closes(whole: list[str]) -> None:
    assert split(" ".join(whole)) == whole


@pytest.mark.parametrize(
    ("between", "whole"),
    [
        (" ", ["Pertemuan itu bocor, kata Dr. Budi.", "Apakah benar?", "Ya, menurut Bp. Joko di Jl. Merdeka No. 5."]),
        (" ", ["PT. Maju membayar Rp. 5.000 pada hal. 3.", "Itu banyak."]),
        (" ", ["هل هذا صحيح؟", "نعم، قالت الشركة.", "قال د. ديفيد: «لا نعلم.»", "ثم صمتت!"]),
        ("", ["他说：“一切都能看到。”", "她不同意！", "真的吗？", "是的。"]),
        ("", ["“你好。”他说。", "我们去看《摔跤吧！爸爸》好吗？", "好！"]),
        ("", ["彼は「すべて見える。」と言った。", "本当ですか？"]),
        (" ", ["El Sr. Pérez llegó a EE. UU. en 2020.", "¿Es verdad?", "¡No!", "La Dra. Ruiz lo niega."]),
        (
            " ",
            ["« C’est faux », a dit M. Dupont.", "« Tout est visible. »", "Mme Roy se tait.", "Est-ce vrai ?", "Oui !"],
        ),
        (" ", ["Am 3. März 2021 sagte Dr. Weiß: „Alles ist sichtbar.“", "Das war z. B. neu.", "»Nein.«", "Er ging."]),
        (" ", ["यह सच है।", "वह चला गया।"]),
    ],
)
def test_other_languages_and_scripts_are_split_by_their_own_marks(between: str, whole: list[str]) -> None:
    assert split(between.join(whole)) == whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Harbour sold\nThe board met. It voted.", ["Harbour sold", "The board met.", "It voted."]),
        ("The board met\nand voted.", ["The board met\nand voted."]),
        ("The board, said\n“We sold it.”", ["The board, said", "“We sold it.”"]),
        ("The board met,\nAnn Lee said.", ["The board met,\nAnn Lee said."]),
        ("It met\r\n\r\nand voted", ["It met", "and voted"]),
        ("It met  \n \n\n  and voted", ["It met", "and voted"]),
        (
            "Votes:\n- six for\n- three against\n1. it is late",
            ["Votes:", "- six for", "- three against", "1. it is late"],
        ),
        ("Photo: Pixabay\n\n***\n\n—", ["Photo: Pixabay"]),
        ("", []),
    ],
)
def test_paragraphs_and_line_ends_without_punctuation_before_a_capital_end_sentences(
    text: str, whole: list[str]
) -> None:
    assert split(text) == whole


def test_the_headline_is_one_sentence_whatever_marks_it_has() -> None:
    text = "Sold? Yes! Harbour\nin other hands\n\nThe board met."
    assert split(text, "Sold? Yes! Harbour in other hands") == ["Sold? Yes! Harbour\nin other hands", "The board met."]
    assert split(text, "Another title")[0] == "Sold?"
    assert split("Sold? Yes!", "Sold? Yes!") == ["Sold? Yes!"]


def test_each_sentence_knows_its_place_and_its_line() -> None:
    text = "Harbour sold\r\n\r\n  The board met. It\nvoted.\rIt left."
    assert [(sentence.line, sentence.span) for sentence in sentences(text)] == [
        (1, (0, 12)),
        (3, (18, 32)),
        (3, (33, 42)),
        (5, (43, 51)),
    ]
    assert LineIndex("").of(0) == 1
    assert list(paragraphs("a\n\nb")) == [(0, 1), (3, 4)]


@quick
@given(anything, st.none() | st.text("aB. ", max_size=5))
def test_sentences_stand_in_order_and_hold_every_letter_and_digit(text: str, title: str | None) -> None:
    found = sentences(text, title)
    ends = [0, *(sentence.span[1] for sentence in found)]
    for end, sentence in zip(ends, found, strict=False):
        start, last = sentence.span
        assert end <= start < last
        assert sentence.text == text[start:last] == sentence.text.strip()
        assert not any(character.isalnum() for character in text[end:start])
    assert not any(character.isalnum() for character in text[ends[-1] :])


ENDS = ("He left", "Mr", "the U.S", "No", "I", "vitamin C", "at 5", "p.m", "x", "Ana-Bo", "“So", "Inc", "12", "ÄÖ")
AFTER = (". ", ".x", ".  ", ".\n", ".” ", "... ", ".", "! ", ".\u00a0", ". (")
lines = st.lists(st.tuples(st.sampled_from(ENDS), st.sampled_from([*AFTER, " ", ", "])), max_size=8).map(
    lambda found: "".join(words + end for words, end in found)
)


@quick
@given(lines | anything, st.none() | st.text("aB. ", max_size=5))
def test_a_plain_end_is_one_that_the_longer_look_finds_too(text: str, title: str | None) -> None:
    found = sentences(text, title)
    assert [sentence.span for sentence in found] == sentence_spans(text, title)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_ends_plainly", lambda *_: False)
        assert sentences(text, title) == found


@given(st.lists(st.integers(1, 5), max_size=6), st.integers(0, 20), st.integers(1, 5))
def test_spans_that_share_a_character_with_another_overlap_it(lengths: list[int], start: int, length: int) -> None:
    spans = [(sum(lengths[:at]), sum(lengths[: at + 1]) - at % 2) for at in range(len(lengths)) if lengths[at] > 1]
    wanted = [span for span in spans if set(range(*span)) & set(range(start, start + length))]
    assert list(overlapping(spans, (start, start + length))) == wanted
