from __future__ import annotations

import codecs
import os
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.store.extract import ExtractError, extract, tidy
from support import lay

if TYPE_CHECKING:
    from pathlib import Path


def text_of(folder: Path, name: str, data: str | bytes) -> str:
    return extract(lay(folder, {name: data}) / name)


def refusal(folder: Path, name: str, data: str | bytes) -> str:
    with pytest.raises(ExtractError) as caught:
        text_of(folder, name, data)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("one", "one\n"),
        ("\n \none  \n  two\t\n\n\n \nthree\n\n", "one\n  two\n\nthree\n"),
        ("a\r\nb\rc\x85d\u2028e\u2029f\v", "a\nb\nc\nd\ne\n\nf\n"),
        ("cafe\u0301\ufeff\x00\x1b[1m", "café[1m\n"),
        ("page one\n\f page two\f\fpage four\f", "page one\n\n\f page two\n\n\f\n\n\fpage four\n"),
        ("\fpage two", "\fpage two\n"),
        (codecs.BOM_UTF8 + b"a", "a\n"),
        ("\ufeffé".encode("utf-16-le"), "é\n"),
        ("\ufeffé".encode("utf-16-be"), "é\n"),
    ],
)
def test_plain_text_comes_in_one_form(tmp_path: Path, data: str | bytes, text: str) -> None:
    assert text_of(tmp_path, "x.txt", data) == text


@given(
    st.text(
        alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(" \n\r\f\u0301\t")), min_size=1
    )
)
def test_what_is_tidy_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once.endswith("\n")
    assert "\n\n\n" not in once
    assert all(line == line.rstrip() or line.startswith("\f") for line in once.split("\n"))


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("x.MD", "# *A*\r\n\r\nb\r\n", "# A\n\nb\n"),
        (
            "x.srt",
            "1\r\n00:00:01,0 --> 00:00:02,0\r\nA\r\n\r\n2\r\n00:00:03,0 --> 00:00:04,0\r\nB",
            "[00:00:01] A\n[00:00:03] B\n",
        ),
        ("x.vtt", b"\xef\xbb\xbfWEBVTT\r\n\r\n00:01.0 --> 00:02.0\r\nA\r\n", "[00:00:01] A\n"),
    ],
)
def test_the_ending_says_how_a_file_is_read(tmp_path: Path, name: str, data: str | bytes, text: str) -> None:
    assert text_of(tmp_path, name, data) == text


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("x.txt", b"ab\xe9", "x.txt: is not UTF-8: byte 2 (0xe9) cannot be read as text; save it as UTF-8."),
        (
            "x.txt",
            codecs.BOM_UTF8 + b"\xff",
            "x.txt: is not UTF-8: byte 3 (0xff) cannot be read as text; save it as UTF-8.",
        ),
        (
            "x.txt",
            b"\xff\xfea\x00\x00\xd8",
            "x.txt: is not UTF-16: byte 4 (0x00) cannot be read as text; save it as UTF-8.",
        ),
        ("x.txt", "\ufeffa".encode("utf-32-le"), "x.txt: is UTF-32; save it as UTF-8."),
        ("x.txt", " \n\x00", "x.txt holds no text."),
        ("x.vtt", "WEBVTT\n", "x.vtt holds no text."),
        ("x.docx", "", "x.docx: no text can be taken from a file `.docx`; there are .txt, "),
        ("x", "", "x: no text can be taken from a file that has no ending; there are .txt, "),
    ],
)
def test_what_gives_no_text_says_why(tmp_path: Path, name: str, data: str | bytes, message: str) -> None:
    assert refusal(tmp_path, name, data).startswith(message)


def test_a_page_without_the_extra_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert "x.html: reading HTML needs" in refusal(tmp_path, "x.html", "<p>a</p>")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "d.txt").mkdir()
    os.mkfifo(tmp_path / "f.txt")
    for name, message in (
        ("no.txt", "does not exist"),
        ("d.txt", "is no regular file"),
        ("f.txt", "is no regular file"),
    ):
        with pytest.raises(ExtractError, match=message):
            extract(tmp_path / name)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = lay(tmp_path, {"x.txt": "a"}) / "x.txt"
    monkeypatch.setattr("os.open", fail)
    with pytest.raises(ExtractError) as caught:
        extract(path)
    assert str(caught.value) == "x.txt cannot be read: permission denied."


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = lay(tmp_path, {"x.txt": "abcd"}) / "x.txt"
    assert extract(path, limit=5) == "abcd\n"
    for limit, message in (
        (3, "x.txt is 4 bytes, over the limit of 3 bytes. Or raise `snapshot-size` under `limits` in the settings."),
        (4, "x.txt is 5 bytes, over the limit of 4 bytes."),  # the text ends in a line end, and is read back
    ):
        with pytest.raises(ExtractError) as caught:
            extract(path, limit=limit)
        assert message in str(caught.value)
