from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text.printable import escaped, indented, one_line, printable

quick = settings(max_examples=100, deadline=None)
DANGEROUS = "\x00\x07\x08\x0b\x0c\r\x1b\x1f\x7f\x85\x9b\u2028\u2029\u200e\u200f\u202e\u2066\u2069\ufeff"
anything = st.text(st.one_of(st.characters(), st.characters(categories=["Cc", "Cs"]), st.sampled_from(DANGEROUS)))


def unsafe(character: str) -> bool:
    """Tell whether a character steers instead of being seen."""
    return unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} or unicodedata.bidirectional(character) in {
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("Zoë sold it — “für” 3 €, 日本 👍", "Zoë sold it — “für” 3 €, 日本 👍"),
        ("one\ttwo\nthree", "one\ttwo\nthree"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("a\rb", "a\\x0db"),
        ("\x9b31m", "\\x9b31m"),
        ("\x00\x7f", "\\x00\\x7f"),
        ("a\u202eb\u2069", "a\\u202eb\\u2069"),
        ("\u200e\u200f\ufeff", "\\u200e\\u200f\\ufeff"),
        ("\u2028\u2029\x85", "\\u2028\\u2029\\x85"),
        ("\udcff", "\\udcff"),
        ("[bold]x[/bold]", "[bold]x[/bold]"),
        ("\\x1b", "\\x1b"),
    ],
)
def test_what_could_drive_a_terminal_is_shown_and_the_rest_is_left_alone(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        (" a \n", "a"),
        ("a\nb", "a b"),
        ("a  \n\n\t b", "a b"),
        ("a\tb\r\nc\vd\fe", "a b c d e"),
        ("a  b", "a  b"),
        ("a\u2028b\x1b", "a\\u2028b\\x1b"),
    ],
)
def test_lines_are_joined_and_spaces_within_one_are_kept(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    ("text", "line"), [("", ""), ("a", "a"), ("  a\tb \n", "  a b"), ("   \x1b", "   \\x1b"), ("\n a", "a")]
)
def test_the_blanks_before_a_line_can_be_kept(text: str, line: str) -> None:
    assert indented(text) == line


@quick
@given(anything)
def test_nothing_that_prints_is_unsafe_but_tabs_and_line_ends(text: str) -> None:
    assert not [character for character in printable(text) if unsafe(character) and character not in "\t\n"]
    assert printable(printable(text)) == printable(text)
    printable(text).encode()


@quick
@given(anything)
def test_one_line_is_one_line(text: str) -> None:
    assert not any(map(unsafe, one_line(text)))
    assert len(one_line(text).splitlines()) <= 1


@quick
@given(st.dictionaries(st.text(max_size=5), st.lists(st.text() | st.text(DANGEROUS), max_size=3), max_size=3))
def test_an_escaped_document_says_the_same_and_drives_nothing(value: dict[str, list[str]]) -> None:
    document = escaped(json.dumps(value, ensure_ascii=False, indent=1))
    assert json.loads(document) == value
    assert not [character for character in document if unsafe(character) and character != "\n"]


@quick
@given(anything)
def test_an_escaped_document_can_be_written_and_read_whatever_is_in_it(text: str) -> None:
    document = escaped(json.dumps(text, ensure_ascii=False))
    assert len(json.loads(document.encode())) == len(text)


@pytest.mark.parametrize(
    ("document", "shown"),
    [
        ('"Zoë\n"', '"Zoë\n"'),
        ('"\x7f\x9b"', '"\\u007f\\u009b"'),
        ('"\u202e\ufeff"', '"\\u202e\\ufeff"'),
        ('"\ud800\udfff\udcff"', '"\\ufffd\\ufffd\\ufffd"'),
        ('"\ud7ff\ue000"', '"\ud7ff\ue000"'),
    ],
)
def test_a_document_escapes_with_the_escapes_of_json_and_replaces_what_no_utf8_can_hold(
    document: str, shown: str
) -> None:
    assert escaped(document) == shown
