from __future__ import annotations

import sys
from textwrap import dedent
from types import SimpleNamespace

import pytest

from claimtrack.store.markup import ExtraMissingError, article, markdown

SENTENCES = (
    "Six of the nine members voted for the sale, the minutes say. "
    "It was kept secret for a month, said a member who asked not to be named."
)
PAGE = """\
<!doctype html><html lang="en"><head><title>Harbour sold in secret | Daily Ledger</title></head><body>
<nav><a href="/">Home</a></nav><article><h1>Harbour sold in secret</h1>
<p>Six of the nine members voted for the sale, the <b>minutes</b>
say. It was kept secret for a month, said a member who asked not to be named.</p>
<p>Short.</p><blockquote><p>&ldquo;We did nothing wrong,&rdquo; said the board.</p></blockquote>
<p>The board meets on Friday to vote again on the matter, which was postponed.</p></article>
<footer>&copy; Daily Ledger</footer></body></html>"""


@pytest.mark.parametrize("head", ["", '<?xml version="1.0" encoding="UTF-8"?>\n'])
@pytest.mark.filterwarnings("ignore")  # whatever the libraries below it have to say
def test_a_page_gives_its_article(head: str) -> None:
    pytest.importorskip("trafilatura")
    assert article(head + PAGE) == article(head + PAGE)
    assert article(head + PAGE).split("\n\n") == [
        "Harbour sold in secret",
        SENTENCES,
        "Short.",
        "“We did nothing wrong,” said the board.",
        "The board meets on Friday to vote again on the matter, which was postponed.",
    ]


@pytest.mark.filterwarnings("ignore")
def test_an_empty_page_gives_nothing() -> None:
    pytest.importorskip("trafilatura")
    assert article("") == article("<html></html>") == ""


@pytest.mark.parametrize(
    ("found", "title", "text"),
    [
        ("By Ana\nOne.\n\nTwo. ", "Sold", "Sold\n\nBy Ana\n\nOne.\n\nTwo."),
        ("By Ana\nSold\nOne.", "Sold", "By Ana\n\nSold\n\nOne."),
        ("Sold\nOne.", "Sold | Ledger", "Sold\n\nOne."),
        ("One.", None, "One."),
        (None, "Sold", ""),
    ],
)
def test_the_headline_comes_first(
    monkeypatch: pytest.MonkeyPatch, found: str | None, title: str | None, text: str
) -> None:
    seen: list[str] = []

    def extract(page: str, **_: object) -> str | None:
        seen.append(page)
        return found

    library = SimpleNamespace(extract=extract, extract_metadata=lambda _: SimpleNamespace(title=title))
    monkeypatch.setitem(sys.modules, "trafilatura", library)
    assert article("<p>a\n  b</p>") == text
    assert seen == ["<p>a b</p>"]


def test_where_the_library_is_missing_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ExtraMissingError, match=r"pip install 'claimtrack\[html\]'"):
        article(PAGE)


def test_markdown_gives_its_words() -> None:
    text = dedent("""\
        ---
        title: never shown
        ---
        # Sold in *secret*

        Six of **nine** [members](http://x.y "t") voted
        for the `sale`, &amp; ~~three~~ against.\\
        New line<br>and <b>another</b>.

        What *next*
        ---

        > “Nothing wrong”

        - one
        - two

          more of it

        1. first

        ![a harbour *at night*](x.png)

            code # kept

        ```py
        fenced
        ```

        | Who | Votes |
        |-----|-------|
        | Ana | 6     |

        <!-- hidden --><div>In a &amp; <br>box</div>

        [ref]: http://z
        """)
    assert markdown(text).split("\n\n") == [
        "# Sold in secret",
        "Six of nine members voted\nfor the sale, & three against.\nNew line\nand another.",
        "## What next",
        "“Nothing wrong”",
        "one",
        "two",
        "more of it",
        "first",
        "a harbour at night",
        "code # kept",
        "fenced",
        "Who | Votes",
        "Ana | 6",
        "In a & \nbox\n",
    ]


def test_a_comment_without_an_end_hides_the_rest_of_its_block_as_in_a_browser() -> None:
    assert markdown("<div>seen <!-- hidden\nand this</div>\n\nafter") == "seen \n\nafter"
    assert markdown("<div>seen <!-- hidden -->again</div>") == "seen again"
