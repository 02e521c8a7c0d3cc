from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from claimtrack.model import fields

if TYPE_CHECKING:
    from collections.abc import Callable


def refusal(parse: Callable[[Any], object], value: object) -> str:
    """Return the words with which a value is refused."""
    with pytest.raises(ValueError, match=r".") as raised:
        parse(value)
    return str(raised.value)


@pytest.mark.parametrize(("value", "words"), [(None, "empty"), ({}, "a mapping"), ([], "a list"), ("x", "text")])
def test_a_value_is_described_in_plain_words(value: object, words: str) -> None:
    assert fields.describe(value) == words


@pytest.mark.parametrize("text", ["a", "0", "six-votes", "a.b_c-9", "007", "9-"])
def test_a_slug_is_an_id(text: str) -> None:
    assert fields.parse_id(text) == text


@pytest.mark.parametrize("text", ["A", "-a", ".a", "_a", "a b", "a/b", "é", "a\n", "vöte", "a:b", "٣"])
def test_what_is_no_slug_is_no_id(text: str) -> None:
    assert refusal(fields.parse_id, text).startswith(f"`{text}` is no id: an id begins with a-z or 0-9")


@pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False)])
def test_true_and_false_are_flags(text: str, *, value: bool) -> None:
    assert fields.parse_flag(text) is value


@pytest.mark.parametrize("text", ["yes", "no", "True", "1", "on", " true"])
def test_no_other_word_is_a_flag(text: str) -> None:
    assert refusal(fields.parse_flag, text) == f"must be `true` or `false`, not `{text}`"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (">", "more-than"),
        (">=", "at-least"),
        ("≥", "at-least"),
        ("<", "less-than"),
        ("<=", "at-most"),
        ("≤", "at-most"),
        ("~", "about"),
        ("≈", "about"),
        (" > ", "more-than"),
        *((name, name) for name in ("more-than", "at-least", "less-than", "at-most", "about")),
    ],
)
def test_a_comparator_goes_by_name_or_sign(text: str, name: str) -> None:
    assert fields.parse_comparator(text) == name
    assert fields.by_name_or_sign.read(text) == name


@pytest.mark.parametrize("text", ["over", "=", "==", "=>", "More-than"])
def test_no_other_comparator_is_known(text: str) -> None:
    assert refusal(fields.parse_comparator, text).startswith(f"`{text}` is none of more-than, at-least, less-than")


@pytest.mark.parametrize("value", [None, ""])
def test_an_empty_comparator_says_that_a_sign_has_to_be_quoted(value: str | None) -> None:
    assert refusal(fields.by_name_or_sign.read, value) == 'is empty: a sign has to be quoted, as in `comparator: ">"`'


def test_a_sha256_is_64_hex_digits_in_any_case() -> None:
    assert fields.parse_sha256("9F" * 32) == "9f" * 32


@pytest.mark.parametrize("text", ["9f", "g" * 64, "9" * 63, "9" * 65, "9" * 64 + "\n"])
def test_a_sha256_of_another_length_or_alphabet_is_refused(text: str) -> None:
    words = f"`{text}` is no sha256: that is 64 hex digits, and this has {len(text)} characters"
    assert refusal(fields.parse_sha256, text) == words


@pytest.mark.parametrize("text", ["a.txt", "sub/a.txt", "a..b", "...", "sub/.hidden", "ü b.txt"])
def test_a_snapshot_lies_inside_its_folder(text: str) -> None:
    assert fields.parse_snapshot_file(text) == text


@pytest.mark.parametrize(
    "text", ["/a", "\\a", "../a", "a/../b", "a\\..\\b", "..", "C:/a", "C:a", "c:\\a", "file:a", "//host/a", "a\0b"]
)
def test_a_snapshot_that_would_leave_its_folder_is_refused(text: str) -> None:
    words = f"`{text}` leaves the snapshots folder; give a path inside it, without `..`"
    assert refusal(fields.parse_snapshot_file, text) == words


@pytest.mark.parametrize("parse", [fields.parse_text, fields.parse_snapshot_file])
@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_blank_text_is_empty(parse: Callable[[str], str], text: str) -> None:
    assert refusal(parse, text) == "is empty"


def test_text_is_kept_as_it_is() -> None:
    assert fields.parse_text(" a\n") == " a\n"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "is empty"),
        ("", "is empty"),
        (["a"], "must be text, but is a list"),
        ({"a": "b"}, "must be text, but is a mapping"),
        ("A", "`A` is no id: an id begins with a-z or 0-9 and goes on with a-z, 0-9, `.`, `_` or `-`"),
    ],
)
def test_an_adapter_refuses_in_our_own_words(value: object, words: str) -> None:
    adapter = TypeAdapter(Annotated[str, fields.Reads(fields.parse_id)])
    with pytest.raises(ValidationError) as raised:
        adapter.validate_python(value)
    assert raised.value.errors()[0]["msg"] == f"Value error, {words}"


def test_an_adapter_reads_through_the_function() -> None:
    assert TypeAdapter(Annotated[bool, fields.Reads(fields.parse_flag)]).validate_python("true") is True


@pytest.mark.parametrize(
    ("before", "value", "long"),
    [
        (fields.short_for("source"), "minutes", {"source": "minutes"}),
        (fields.short_for("source"), {"source": "minutes"}, {"source": "minutes"}),
        (fields.short_for("source"), None, None),
        (fields.keyword("is"), {"is": "total", "value": "9"}, {"is_": "total", "value": "9"}),
        (fields.keyword("is", "as"), {"as": "repeats", "is": "x"}, {"as_": "repeats", "is_": "x"}),
        (fields.keyword("is"), {"is_": "total"}, {"is__": "total"}),
        (fields.keyword("is"), "9", "9"),
        (fields.many, None, []),
        (fields.many, ["a"], ["a"]),
        (fields.many, "a", "a"),
        (fields.one_or_many, "a", ["a"]),
        (fields.one_or_many, ["a", "b"], ["a", "b"]),
        (fields.one_or_many, None, []),
    ],
)
def test_a_short_form_is_brought_to_its_long_form(before: fields.Before, value: object, long: object) -> None:
    assert before.prepare(value) == long
    assert TypeAdapter(Annotated[Any, before]).validate_python(value) == long
