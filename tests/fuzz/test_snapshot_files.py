"""Whatever file somebody has of a source gives a text in the one form, or a sentence that says why not."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.model.place import Marks
from claimtrack.model.records import Snapshot, Source
from claimtrack.model.texts import TextState
from claimtrack.store.extract import READERS, ExtractError, extract, tidy
from claimtrack.store.snapshots import Snapshots, store_snapshot
from claimtrack.store.subtitles import srt, vtt
from fuzz.hostile import ARTICLE, encoded, mutated, nasty_text, tried
from support import lay

MARKDOWN = """\
---
title: Harbour
---
# Harbour *sold*

A [link](javascript:alert(1)) and ![a picture](x.png), `code`, <b>bold</b><br>and &lt;that&gt;.

| a | b |
|---|---|
| 1 | ~~2~~ |

> - quoted

<div>a block<!-- a comment --></div>
"""
PAGE = """\
<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
<html><head><title>Harbour sold</title><script>alert(1)</script><base href="http://127.0.0.1:9/"></head><body>
<article><h1>Harbour sold</h1><p>Six of nine members &amp; others voted &#x202e; for the sale, &b; &x; it is said.</p>
<p>The vote was kept secret for a month, and nobody knew of it until the minutes leaked to the papers.</p>
<img src="http://127.0.0.1:9/x.png"><iframe src="file:///etc/passwd"></iframe><table><tr><td>1</td></tr></table>
</article></body></html>
"""
SUBTITLES = """\
WEBVTT

NOTE nothing

1
00:00:01.000 --> 00:00:04.000 align:start
<v Ana>Six of <i>nine</i> members {\\an8}voted &amp; left

00:00:05,500 --> 00:00:07,000
<00:00:05.600><c>rolling</c> words
"""
_STORED = re.compile(r"[\x00-\x08\x0b\x0d-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\n\n\n|[^\S\n\f]\n")
"""What no stored text holds: control characters, odd line ends, blank lines in a row, blanks at a line's end."""
of_any_kind = st.sampled_from([kind for kind in READERS if "htm" not in kind])
files = st.one_of(*(encoded(mutated(each)) for each in (ARTICLE, MARKDOWN, SUBTITLES, PAGE)), encoded(nasty_text))
pages = encoded(mutated(PAGE) | nasty_text)


def taken(data: bytes, kind: str) -> str | None:
    """Return the text that is taken out of a file, the same twice; None where it is refused in a sentence."""
    with tempfile.TemporaryDirectory() as folder:
        path = lay(Path(folder), {f"x{kind}": data}) / f"x{kind}"
        found = []
        for _ in range(2):
            try:
                found.append(extract(path))
            except ExtractError as error:
                assert str(error).startswith(f"x{kind}")  # noqa: PT017  (both ends are looked at)
                assert str(error).endswith(".")  # noqa: PT017  (likewise)
                found.append("")
        assert [each.name for each in Path(folder).iterdir()] == [path.name]
        assert path.read_bytes() == data
    assert found[0] == found[1]
    return found[0] or None


def is_in_form(text: str) -> bool:
    return (
        not _STORED.search(text)
        and text.endswith("\n")
        and not text.endswith("\n\n")
        and unicodedata.is_normalized("NFC", text)
        and tidy(text) == text
    )


@tried(60)
@given(files, of_any_kind)
def test_a_text_that_is_taken_has_the_one_form_and_the_same_twice(data: bytes, kind: str) -> None:
    text = taken(data, kind)
    assert text is None or is_in_form(text)


@tried(5)
@given(pages)
@example(PAGE.encode())
@example(PAGE.encode("utf-16"))
@example(b"<p>" * 2_000 + b"deep")
@example(b"<html><body>" + b"<div><span>" * 500 + b"deep" * 100)
def test_the_text_of_a_page_has_the_one_form_and_no_entity_grows_or_is_fetched(data: bytes) -> None:
    pytest.importorskip("trafilatura")
    text = taken(data, ".html")
    assert text is None or (is_in_form(text) and "root:" not in text and len(text) < 2 * len(data) + 2)


@tried(80)
@given(nasty_text)
@example("\x0c\x0c\n\x0c")
@example("a\u0301\x00\u0301")
def test_tidying_a_tidy_text_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert is_in_form(tidy(text)) or not text.strip("\n\f")


@tried(60)
@given(st.lists(mutated(SUBTITLES) | nasty_text, max_size=3).map("\n\n".join))
def test_each_cue_is_one_line_behind_its_time(text: str) -> None:
    for cues in (srt(text), vtt(text)):
        assert all(re.match(r"\[\d{2,}:\d\d:\d\d\] \S", line) for line in cues.split("\n") if line), cues


class Unmarked(Marks):
    """A record that stands in no file."""

    place = own_keys = None  # type: ignore[assignment]


@tried(40)
@given(mutated(ARTICLE).map(tidy).filter(str.strip), st.integers(0, 2**24))
def test_a_text_is_read_back_as_it_was_stored_and_a_changed_one_is_never_taken_for_it(text: str, harm: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file, sha256 = store_snapshot(Path(folder), "x.txt", text)
        source = Source(
            marks=Unmarked(), id="a", kind="article", title="T", snapshot=Snapshot(file=file, sha256=sha256)
        )
        assert Snapshots(Path(folder)).state(source) == TextState(status="here", text=text)
        data = bytearray(text.encode())
        data[(harm >> 8) % len(data)] ^= harm & 0xFF or 1
        (Path(folder) / file).write_bytes(data)
        assert Snapshots(Path(folder)).state(source).status == "changed"
