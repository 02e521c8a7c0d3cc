from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.store import nodes
from claimtrack.store.syntax import Trouble, explain_syntax


def explain(text: str) -> Trouble:
    with pytest.raises(yaml.YAMLError) as caught:
        list(yaml.parse(text, Loader=nodes._LOADER))  # noqa: SLF001  (the loader that the reader takes)
    return explain_syntax(caught.value, text)


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("a: b: c\n", 1, "a `: ` stands inside a plain value", "quotation marks"),
        ("a: b\n  c: d\n", 2, "or the line is indented too far", "line the key up"),
        ("a: b\nword\nc: d\n", 2, "no part of the value before it", "key: value"),
        ("a: [b\nc: d\n", 2, "a `[` that opens at line 1 is not closed", "Close it with `]`"),
        ("a: {b: c\nd: e\n", 2, "a `{` that opens at line 1 is not closed", "Close it with `}`"),
        ('a: 1\nb: "c\nd: e\n', 4, "a quotation mark that opens at line 2 is never closed", "written twice"),
        ("b: 'c\n---\nd: e\n", 2, "a quotation mark that opens at line 1 is never closed", "written twice"),
        (r'a: "b\q"', 1, "a backslash inside double quotation marks", "Use single quotation marks"),
        (r'a: "\Uffffffff"', 1, "an escape inside double quotation marks stands for no character", "the character"),
        (r'a: "\x4"', 1, "an escape inside double quotation marks is not complete", "the character"),
        ("- a\n- b\nc: d\n", 3, "this line belongs to no item of the list that begins at line 1", "Begin every item"),
        ("a: - b\n", 1, "a list item cannot begin here", "on a line of its own"),
        ("a: b\n- c\n", 2, "this line does not fit the record that begins at line 1", "Line it up"),
        ('a: "b" c\n', 1, "this line does not fit the record that begins at line 1", "must end with it"),
        ("a: *\n", 1, "a value cannot begin with `*` or `&`", "quotation marks"),
        ("a: [b, , c]\n", 1, "a value is missing here", "take the comma or bracket out"),
        ("a: @b\n", 1, "a value cannot begin with `@`", "quotation marks"),
        ("a: `b`\n", 1, "a value cannot begin with ```", "quotation marks"),
        ("a: %b\n", 1, "a value cannot begin with `%`", "quotation marks"),
        ("a:\n\tb: c\n", 2, "a tab indents this line", "Indent with spaces"),
        ("a: b\n\tc: d\n", 2, "a tab indents this line", "Indent with spaces"),
        ("a:\n  - b: c\n  \u00a0d: e\n", 3, "a blank that is no space indents this line", "plain spaces"),
        ("a:\n  - b: c\n  \u3000d: e", 3, "a blank that is no space indents this line", "plain spaces"),
        ("a: b\n<<<<<<< HEAD\nc: d\n=======\n", 2, "a merge was left unresolved here", "Keep one side"),
        ("a: b\n>>>>>>> other\nc: d\n", 2, "a merge was left unresolved here", "Keep one side"),
    ],
)
def test_what_stops_the_parser_is_told_in_words_for_those_who_write(
    text: str, line: int, message: str, hint: str
) -> None:
    trouble = explain(text)
    assert text.count("\n", 0, trouble.offset) + 1 == line
    assert message in trouble.message
    assert hint in trouble.hint


@pytest.mark.parametrize(
    ("text", "resumes"),
    [
        ("a: b\n<<<<<<< x\n  c\n", 15),
        ("a: b\n<<<<<<< x", 14),
        ("a: b: c\n", None),
        ("a: b: c\nd: e\nf: g\n<<<<<<< x\n", None),
    ],
)
def test_only_merge_markers_say_where_the_text_goes_on(text: str, resumes: int | None) -> None:
    assert explain(text).resumes == resumes


def test_an_error_without_a_place_or_words_is_still_told() -> None:
    trouble = explain_syntax(yaml.YAMLError("odd"), "a: b\n")
    assert (trouble.offset, trouble.message) == (0, "this is no YAML")
    assert "Compare the line" in trouble.hint


def test_an_error_without_context_names_no_line() -> None:
    error = yaml.MarkedYAMLError(problem="found unexpected end of stream", problem_mark=yaml.Mark("", 9, 0, 0, None, 0))
    trouble = explain_syntax(error, "a: b")
    assert (trouble.offset, trouble.message) == (4, "a quotation mark that opens before is never closed")


@given(st.text(alphabet="ab:-[]{}\"'#&*!|>%@` \n\t\u00a0<", max_size=40))
@settings(max_examples=100)
def test_no_syntax_error_is_told_in_the_words_of_the_parser(text: str) -> None:
    try:
        list(yaml.parse(text, Loader=nodes._LOADER))  # noqa: SLF001  (likewise)
    except yaml.YAMLError as error:
        trouble = explain_syntax(error, text)
        assert 0 <= trouble.offset <= len(text)
        assert not {"expected", "found", "scanning", "parsing", "token"} & set(trouble.message.split())
