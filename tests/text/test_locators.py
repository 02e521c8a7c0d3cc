from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text.locators import Layout, Locator, parse_locator

quick = settings(max_examples=200, deadline=None)
REPORT = "Harbour Sold\n\nOne.\ntwo\n \n\nThree.\n\f\n# Costs\n\nFour.\n\n## Loans, debts\n\nFive.\n\n# Ends\n\nSix."
TALK = "[00:00:05] Hello.\n[00:10] We know\n[00:00:20] this.\n[01:02:03] Bye."


@pytest.mark.parametrize(
    ("at", "locator"),
    [
        ("para 4", Locator("para", 4, 4)),
        ("Paragraph  4", Locator("para", 4, 4)),
        ("paras 3–4", Locator("para", 3, 4)),
        ("page 4", Locator("page", 4, 4)),
        ("pp. 3-4", Locator("page", 3, 4)),
        ("line 12", Locator("line", 12, 12)),
        ("t=00:12:05", Locator("time", 725, 725)),
        ("t=12:05", Locator("time", 725, 725)),
        ("t=12:05.250-1:00:00", Locator("time", 725, 3600)),
        ("headline", Locator("headline")),
        ("section Loans, debts", Locator("section", name="Loans, debts")),
        ("section “Costs”", Locator("section", name="Costs")),
        ("page 4, para 2", Locator("para", 2, 2, within=Locator("page", 4, 4))),
        ("section Costs, line 1", Locator("line", 1, 1, within=Locator("section", name="Costs"))),
        ("", None),
        ("photo credit", None),
        ("para", None),
        ("para 0", None),
        ("para 4-3", None),
        ("paragraph four", None),
        ("the end, para 2", None),
        ("t=12:75", None),
        ("t=75", None),
        ("section", None),
    ],
)
def test_places_are_read_and_free_text_is_left_alone(at: str, locator: Locator | None) -> None:
    assert parse_locator(at) == locator


@pytest.mark.parametrize(
    ("at", "found"),
    [
        ("headline", ["Harbour Sold"]),
        ("para 1", ["One.\ntwo"]),
        ("para 2", ["Three."]),
        ("para 1-2", ["One.\ntwo\n \n\nThree."]),
        ("para 9", []),
        ("line 4", ["two\n"]),
        ("line 99", []),
        ("page 2, para 2", ["Four."]),
        ("page 2, para 9", []),
        ("page 3", []),
        ("section costs", ["# Costs\n\nFour.\n\n## Loans, debts\n\nFive.\n\n"]),
        ("section Loans, debts", ["## Loans, debts\n\nFive.\n\n"]),
        ("section Ends", ["# Ends\n\nSix."]),
        ("section Two", ["two\n \n\nThree.\n\f\n"]),
        ("section Nowhere", []),
    ],
)
def test_places_of_a_report_are_found(at: str, found: list[str]) -> None:
    locator = parse_locator(at)
    assert locator
    spans = Layout(REPORT, "harbour sold.").spans(locator)
    assert [REPORT[start:end] for start, end in spans] == found


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("t=00:00:00", {"Hello.", "We know"}),
        ("t=00:00:07", {"Hello.", "We know"}),
        ("t=00:12", {"Hello.", "We know", "this."}),
        ("t=00:00:25", {"We know", "this."}),
        ("t=02:00:00", {"Bye."}),
        ("t=00:00:05-00:00:30", {"Hello.", "We know", "this."}),
    ],
)
def test_a_moment_is_its_cue_and_the_neighbours_that_are_but_seconds_away(at: str, words: set[str]) -> None:
    locator = parse_locator(at)
    assert locator
    spans = Layout(TALK).spans(locator)
    assert {
        word for word in ("Hello.", "We know", "this.", "Bye.") if any(s <= TALK.index(word) < e for s, e in spans)
    } == words


def test_a_recording_in_two_parts_has_a_moment_twice() -> None:
    text = "[00:01] a\n[00:20] b\n[00:30] b2\n[00:02] c\n[00:21] d\n[00:31] e"
    assert len(Layout(text).spans(Locator("time", 22, 22))) == 2


def test_a_text_without_pages_or_time_marks_cannot_contradict_them() -> None:
    judged = [
        Layout(text).judges(Locator(kind, 1, 1))
        for text in ("a", "a\fb", "[00:01] a")
        for kind in ("para", "page", "time")
    ]
    assert judged == [True, False, False, True, True, False, True, False, True]
    assert not Layout("a").judges(Locator("para", 1, 1, within=Locator("page", 1, 1)))


@pytest.mark.parametrize(
    ("text", "title", "word", "place"),
    [
        (REPORT, "Harbour sold", "Harbour", "headline"),
        (REPORT, "Harbour sold", "two", "para 1"),
        (REPORT, "Another title", "Harbour", "para 1"),
        (REPORT, None, "two", "para 2"),
        ("# Sold!\n\nOne.", "Sold!", "One", "para 1"),
        (TALK, None, "know", "t=00:00:10"),
        (TALK, None, "Bye", "t=01:02:03"),
        ("", None, "", "para 1"),
    ],
)
def test_a_place_is_described_as_people_write_it(text: str, title: str | None, word: str, place: str) -> None:
    assert Layout(text, title).describe(text.index(word)) == place


def test_line_ends_of_all_systems_part_paragraphs() -> None:
    assert len(Layout("a\r\n\r\nb\r\rc\n\nd\r\n \t\r\ne").blocks) == 5


@quick
@given(st.text("ab# \n\r\f.", max_size=60), st.sampled_from([None, "a", "b a"]), st.data())
def test_a_described_place_is_where_it_says(text: str, title: str | None, data: st.DataObject) -> None:
    layout = Layout(text, title)
    inked = [index for index, character in enumerate(text) if not character.isspace()]
    if inked:
        offset = data.draw(st.sampled_from(inked))
        locator = parse_locator(layout.describe(offset))
        assert locator
        assert any(start <= offset < end for start, end in layout.spans(locator))
    assert "".join(text[start:end] for start, end in layout.blocks).split() == text.split() or len(layout.blocks) > 1
