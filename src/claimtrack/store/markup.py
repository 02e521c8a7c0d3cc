"""The words of a page in HTML or Markdown, without what only tells how they look."""

from __future__ import annotations

import html
import logging
import re
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

_BLANKS = re.compile(r"[ \t\n]+")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>", re.DOTALL)
"""A comment without an end reaches to the end of all, as in a browser; looking for one again and again takes long."""
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_TOP = 3
"""Among how many blocks the headline is looked for, before it is put on top."""


class ExtraMissingError(Exception):
    """A library that an extra brings is not there; the message names the extra."""


def article(page: str) -> str:
    """Return the text of the article on a page, headline first, a blank line between paragraphs.

    Method: trafilatura (Barbaresi 2021), set to rather keep too much than too little. Raises
    ExtraMissingError.
    """
    try:
        trafilatura = import_module("trafilatura")
    except ImportError:
        raise ExtraMissingError(
            "reading HTML needs a library that is not installed: `pip install 'claimtrack[html]'`"
        ) from None
    # What it has to say about a page is for its own developers.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    # A line end in HTML is a blank, and not every way through the library knows it.
    page = _BLANKS.sub(" ", page)
    text = trafilatura.extract(page, include_comments=False, favor_recall=True) or ""
    blocks = [line.strip() for line in text.split("\n") if line.strip()]
    title = getattr(trafilatura.extract_metadata(page), "title", None) if blocks else None
    if title and not any(title in block or block in title for block in blocks[:_TOP]):
        blocks.insert(0, title)
    return "\n\n".join(blocks)


def markdown(text: str) -> str:
    """Return the words of a Markdown text, a blank line between its blocks, a row of a table a line.

    Headings keep their `#`, for they say where a section ends.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415  (only this one ending needs it)

    blocks: list[str] = []
    row: list[str] | None = None
    mark = ""
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(_FRONT_MATTER.sub("", text)):
        match token.type:
            case "tr_open":
                row = []
            case "tr_close":
                blocks.append(" | ".join(row or ()))
                row = None
            case "heading_open":
                mark = f"{'#' * int(token.tag[1:])} "
            case "inline" if mark:
                blocks.append(mark + _words(token.children or ()))
                mark = ""
            case "inline":
                (blocks if row is None else row).append(_words(token.children or ()))
            case "fence" | "code_block":
                blocks.append(token.content.rstrip())
            case "html_block":
                blocks.append(html.unescape(_TAG.sub("", _BREAK.sub("\n<br", token.content))))
    return "\n\n".join(blocks)


def _words(tokens: Iterable[Token]) -> str:
    return "".join(map(_word, tokens))


def _word(token: Token) -> str:
    match token.type:
        case "softbreak" | "hardbreak":
            return "\n"
        case "image":
            return _words(token.children or ())
        case "html_inline":
            return "\n" if _BREAK.match(token.content) else ""
        case _:
            return token.content
