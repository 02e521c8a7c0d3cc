"""What is wrong with a file that is no YAML, in words for the people who write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

_MERGE = re.compile(r"^(?:<{7}|>{7}|={7})(?=[ \r\n]|$)", re.MULTILINE)
_ODD_BLANK = re.compile(r"^[ \t]*[\u00a0\u2000-\u200a\u202f\u205f\u3000]", re.MULTILINE)
_NO_COLON = "this line has no `:`, and is no part of the value before it"
_DEFAULT = ("this is no YAML", "Compare the line with the one before it: indentation, quotation marks, colons.")

# What the parser says (a part of it, in the order to try), what it means, and what to do.
_MEANINGS = (
    (
        "mapping values are not allowed",
        "a `: ` stands inside a plain value, or the line is indented too far",
        "Put a value that holds `: ` into quotation marks, or line the key up with its neighbours.",
    ),
    (
        "did not find expected ',' or ']'",
        "a `[` that opens {context} is not closed, or a comma is missing",
        "Close it with `]`.",
    ),
    (
        "did not find expected ',' or '}'",
        "a `{{` that opens {context} is not closed, or a comma is missing",
        "Close it with `}}`.",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark that opens {context} is never closed",
        "Close it; inside single quotation marks an apostrophe is written twice.",
    ),
    (
        "found unexpected document indicator",
        "a quotation mark that opens {context} is never closed",
        "Close it; inside single quotation marks an apostrophe is written twice.",
    ),
    (
        "unknown escape character",
        "a backslash inside double quotation marks begins nothing known",
        "Use single quotation marks, or write the backslash twice.",
    ),
    (
        "escape code",
        "an escape inside double quotation marks stands for no character",
        "Write the character itself.",
    ),
    (
        "hexdecimal number",
        "an escape inside double quotation marks is not complete",
        "Write the character itself.",
    ),
    (
        "did not find expected '-' indicator",
        "this line belongs to no item of the list that begins {context}",
        "Begin every item with `- `, all in the same column.",
    ),
    (
        "block sequence entries are not allowed",
        "a list item cannot begin here",
        "Begin it with `- ` on a line of its own.",
    ),
    (
        "did not find expected key",
        "this line does not fit the record that begins {context}",
        "Line it up with its neighbours; a value that begins with a quotation mark or a bracket must end with it.",
    ),
    (
        "did not find expected comment or line break",
        "a value cannot begin with `>` or `|`",
        "Put the value into quotation marks.",
    ),
    (
        "did not find expected alphabetic or numeric",
        "a value cannot begin with `*` or `&`",
        "Put the value into quotation marks.",
    ),
    (
        "did not find expected node content",
        "a value is missing here",
        "Write the value, or take the comma or bracket out.",
    ),
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What stopped the parser."""

    offset: int
    message: str
    hint: str
    resumes: int | None = None
    """Where the text goes on, if what stands at the offset is no part of it."""


def explain_syntax(error: yaml.YAMLError, text: str) -> Trouble:  # noqa: PLR0911  (one answer for each trouble)
    """Say what stopped the parser: where, what is wrong, what to do."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    offset = min(mark.index, len(text)) if mark else 0
    merge = _MERGE.search(text)
    if merge and merge.start() <= offset + len("<<<<<<<"):
        hint = "Keep one side and take the markers out."
        line_end = text.find("\n", merge.start())
        return Trouble(merge.start(), "a merge was left unresolved here", hint, line_end + 1 or len(text))
    blank = _ODD_BLANK.search(text, _line_before(text, offset), text.find("\n", offset) % (len(text) + 1))
    if blank:
        return Trouble(blank.start(), "a blank that is no space indents this line", "Indent with plain spaces.")
    problem = str(getattr(error, "problem", None) or "")
    if "tab character" in problem or text[offset : offset + 1] == "\t":
        return Trouble(offset, "a tab indents this line", "Indent with spaces.")
    if "cannot start any token" in problem:
        character = text[offset : offset + 1]
        return Trouble(offset, f"a value cannot begin with `{character}`", "Put the value into quotation marks.")
    context = getattr(error, "context_mark", None)
    if "could not find expected ':'" in problem and context:
        # The parser looks ahead for the colon: what stands before the line is whole.
        start = text.rfind("\n", 0, context.index) + 1
        resumes = text.find("\n", start) + 1 or len(text)
        return Trouble(
            start, _NO_COLON, "Write `key: value`; put prose that runs over lines in quotation marks.", resumes
        )
    where = f"at line {context.line + 1}" if context else "before"
    for part, message, hint in _MEANINGS:
        if part in problem:
            return Trouble(offset, message.format(context=where), hint.format(context=where))
    return Trouble(offset, *_DEFAULT)


def _line_before(text: str, offset: int) -> int:
    """Return where the line before the one around an offset begins."""
    start = text.rfind("\n", 0, offset)
    return text.rfind("\n", 0, max(start, 0)) + 1
