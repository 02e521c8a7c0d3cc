from __future__ import annotations

from unittest.mock import Mock

from claimtrack.model.place import Marks
from claimtrack.model.records import Claim, Quote
from claimtrack.text.complaints import missing_words
from claimtrack.text.passages import Passage, Role
from claimtrack.text.quoting import Haystack

TEXT = "The board sold the old port because it was falling apart, the minutes say. They say so twice.\n"
LONG = "a very long sentence that nobody has ever written down in any letter, and with good reason"


def complaint(exact: str, role: Role = "quote", *, here: bool = True, **where: str) -> str | None:
    """Return what is said of words that are looked up in TEXT."""
    quote = Quote(exact=exact, **where)
    claim = Claim(marks=Mock(spec=Marks), id="a", text="T", article="port-sale")
    resolution = Haystack(TEXT).resolve(quote) if here else None
    return missing_words(Passage(claim, role, ("quote",), "letter", quote, resolution))


def test_of_words_that_stand_in_the_text_nothing_is_said() -> None:
    assert complaint("the minutes say") is None
    assert complaint("The old port") is None
    assert complaint("say") is None  # ambiguous
    assert complaint("the minutes say", at="para 7") is None  # elsewhere
    assert complaint("the old port", prefix="The board sold", suffix="because") is None


def test_of_a_text_that_is_not_here_nothing_is_said() -> None:
    assert complaint("no such words", here=False) is None


def test_words_like_nothing_are_named_on_one_line_and_in_brief() -> None:
    assert complaint("no such\n  words.") == "“no such words” does not stand in letter"
    said = complaint(LONG)
    assert said == "“a very long sentence that nobody has ever written down in…” does not stand in letter"


def test_a_cue_is_called_a_cue() -> None:
    assert complaint("nobody says", "cue") == "the cue “nobody says” does not stand in letter"
    assert complaint("nobody says", "passage") == "“nobody says” does not stand in letter"


def test_of_altered_words_the_nearest_passage_and_the_difference_are_shown() -> None:
    assert complaint("The board sold the port because it was falling apart") == (
        "“The board sold the port because it was falling apart” does not stand in letter; "
        "it has “The board sold the old port because it was falling apart”: added “old”"
    )


def test_words_that_end_inside_a_word_are_told_from_altered_ones() -> None:
    assert complaint("oard sold the old port because it was fall") == (
        "“oard sold the old port because it was fall” does not stand in letter as whole words"
    )


def test_words_with_other_neighbours_are_not_in_that_place() -> None:
    assert complaint("the old port", prefix="nobody bought") == (
        "“the old port” stands in letter, but not in that place: what is around it is not as recorded"
    )
