from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.patterns import Endings, by_initial, caseless, later

if TYPE_CHECKING:
    import pytest

WORDS = ("ten", "tenth", "two", "half", "hundred", r"jan(?:uary|\.)?", "june", "j")
LOOK_ALIKES = str.maketrans({"i": "\u0131", "k": "\u212a", "s": "\u017f"})
LINES = st.lists(st.sampled_from([*WORDS, "January", "jan.", " ", "t", "te", "un", "x"]), max_size=8).map("".join)


def test_alternatives_are_put_together_by_their_first_letter() -> None:
    assert by_initial(["ten", "half", "two"]) == "t(?:en|wo)|h(?:alf)"


@given(LINES)
def test_they_find_what_the_same_alternatives_in_a_row_find(line: str) -> None:
    for flags in (re.NOFLAG, re.IGNORECASE):
        found = re.findall(by_initial(WORDS), line, flags)
        assert found == re.findall("|".join(WORDS), line, flags)


@given(LINES)
def test_small_letters_hold_whatever_is_found_without_regard_to_case(line: str) -> None:
    for word in ("this", "week", "day"):
        for text in (line, word.upper(), f"{line}{word.title()}", line + word.translate(LOOK_ALIKES)):
            assert not re.search(word, text, re.IGNORECASE) or re.search(word, caseless(text))


@given(st.text("thean .o\u0131", max_size=9))
def test_a_text_that_ends_in_a_word_may_end_in_it(line: str) -> None:
    endings = Endings(("than", "a", "the one", "no."))
    for word in ("than", "a", "the one", "no."):
        for text in (line + word, f"{line}{word.title()} "):
            assert endings.may_end(text)


def test_most_texts_end_in_none_of_some_words() -> None:
    endings = Endings(("than", "up to"))
    assert [endings.may_end(text) for text in ("", "to", "the", "into ", "more than  ")] == [False] * 5


def test_a_pattern_is_compiled_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile

    def spied(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return compile_(pattern, flags)

    monkeypatch.setattr(re, "compile", spied)
    found = later("t(en|wo)", re.IGNORECASE)
    assert compiled == []
    assert found.findall("Ten two") == ["en", "wo"]
    assert found.findall("one") == []
    assert compiled == ["t(en|wo)"]
    assert found.pattern == "t(en|wo)"
