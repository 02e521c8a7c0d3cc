from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.findings import Fault
from claimtrack.model.settings import Limits
from claimtrack.store.decode import Lines, Text, decode, read_data

if TYPE_CHECKING:
    from pathlib import Path

CAFE = "parties: [{id: cafe, name: Café}]\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (CAFE.encode(), CAFE),
        (b"\xef\xbb\xbf" + CAFE.encode(), CAFE),
        (b"\xef\xbb\xbf", ""),
        (b"\xff\xfe" + CAFE.encode("utf-16-le"), CAFE),
        (b"\xfe\xff" + CAFE.encode("utf-16-be"), CAFE),
        (b"\xff\xfe", ""),
        ("a\x85b".encode(), "a\x85b"),
        ("😀".encode(), "😀"),
    ],
)
def test_text_is_utf_8_or_utf_16_with_a_mark(data: bytes, text: str) -> None:
    found = decode(data, "x.yaml")
    assert isinstance(found, Text)
    assert (found.text, found.control) == (text, None)


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        (CAFE.encode("latin-1"), 1, 31, "x.yaml is not UTF-8: byte 30 (0xe9) cannot be read as text."),
        (b"a: 1\nb: \xe9\n", 2, 4, "x.yaml is not UTF-8: byte 8 (0xe9) cannot be read as text."),
        (b"\xef\xbb\xbfab\xc3", 1, 3, "x.yaml is not UTF-8: byte 5 (0xc3) cannot be read as text."),
        (b"a\xed\xa0\x80", 1, 2, "x.yaml is not UTF-8: byte 1 (0xed) cannot be read as text."),
        (b"\x89PNG\r\n", 1, 1, "x.yaml is not UTF-8: byte 0 (0x89) cannot be read as text."),
        (b"\xff\xfea\x00\n\x00b", 2, 1, "x.yaml is not UTF-16: byte 6 (0x62) cannot be read as text."),
        (b"\xff\xfea\x00\x00\xd8a\x00", 1, 2, "x.yaml is not UTF-16: byte 4 (0x00) cannot be read as text."),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", 1, 1, "x.yaml is UTF-32."),
        (b"\x00\x00\xfe\xff", 1, 1, "x.yaml is UTF-32."),
    ],
)
def test_whatever_is_no_text_is_told_with_its_first_bad_byte(data: bytes, line: int, column: int, words: str) -> None:
    fault = decode(data, "x.yaml")
    assert isinstance(fault, Fault)
    assert (fault.code, fault.message, fault.hint, fault.unread) == ("CT001", words, "Save the file as UTF-8.", True)
    assert (fault.place.file, fault.place.line, fault.place.column) == ("x.yaml", line, column)


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\x80", "\ufffe", "\uffff"])
def test_a_control_character_is_remembered_and_replaced(character: str) -> None:
    text = Text("x.yaml", f"a: b{character}c\n")
    assert (text.control, text.text) == (4, "a: b\ufffdc\n")


@pytest.mark.parametrize("character", ["\t", "\n", "\r", "\x85", "\u2028", "\ufeff", "\u202e"])
def test_what_is_no_control_character_stays(character: str) -> None:
    assert Text("x.yaml", f"b{character}c").text == f"b{character}c"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_columns_count_from_one_whatever_ends_a_line(end: str) -> None:
    text = f"one{end}two{end}{end}four"
    place = Lines.of("x.yaml", text).place(text.index("wo"), text.index("four") + 4)
    assert str(place) == "x.yaml:2:2"
    assert (place.end_line, place.end_column) == (4, 5)


def test_a_place_without_an_end_or_with_one_before_it_is_empty() -> None:
    lines = Lines.of("x.yaml", "one\ntwo\n")
    for place in (lines.place(4), lines.place(4, 1)):
        assert (place.line, place.column, place.end_line, place.end_column) == (2, 1, 2, 1)


def test_mixed_line_ends_and_separators_of_other_kinds_do_not_move_a_place() -> None:
    text = "a\r\nb\nc\rd\u2028e\x85f"
    assert str(Lines.of("x.yaml", text).place(text.index("f"))) == "x.yaml:4:5"


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"# so many bytes\n" * 3 * 2**16)
    assert isinstance(read_data(file, "x.yaml"), bytes)
    fault = read_data(file, "x.yaml", Limits(file_size=2 * 2**20))
    assert isinstance(fault, Fault)
    assert fault.message == "x.yaml is 3 MB, over the limit of 2 MB."
    assert fault.hint.startswith("Split it: one file an article is usual. Or raise `file-size`")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", ""])
def test_a_line_over_the_limit_is_told_with_its_line(end: str) -> None:
    data = f"a: 1\nb: 22{end}".encode()
    assert isinstance(decode(data, "x.yaml", Limits(line_length=5)), Text)
    fault = decode(data, "x.yaml", Limits(line_length=4))
    assert isinstance(fault, Fault)
    assert (fault.code, fault.place.line, fault.place.column) == ("CT001", 2, 1)
    assert fault.message == "x.yaml: this line has more than 4 characters."
    assert fault.unread


@pytest.mark.parametrize("kind", ["folder", "fifo", "link to nowhere", "link to itself"])
def test_what_is_no_file_is_told_and_never_waited_for(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x.yaml"
    match kind:
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case _:
            path.symlink_to(path if kind == "link to itself" else tmp_path / "gone")
    fault = read_data(path, "claims/x.yaml")
    assert isinstance(fault, Fault)
    what = "a link that leads nowhere" if "link" in kind else "no regular file"
    assert (fault.code, fault.message) == ("CT001", f"claims/x.yaml is {what}.")


def test_what_the_system_refuses_to_read_is_told_in_its_words(tmp_path: Path) -> None:
    fault = read_data(tmp_path / ("n" * 5000), "claims/x.yaml")
    assert isinstance(fault, Fault)
    assert fault.message == "claims/x.yaml cannot be read: file name too long."


@given(st.binary(max_size=200))
@settings(max_examples=100)
def test_no_bytes_at_all_are_raised_over(data: bytes) -> None:
    found = decode(data, "x.yaml")
    assert isinstance(found, Text) or found.place.line >= 1
