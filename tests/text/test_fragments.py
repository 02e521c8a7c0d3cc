from __future__ import annotations

import pytest

from claimtrack.text.fragments import Fragment, Match, folded, fragments, whole, windows


def described(part: Fragment) -> str:
    """Spell out a fragment: `*` where either case may begin it, `~` where an insertion is glued to it."""
    sign = {"": "", "gap": "…", "insertion": "[]", "letter": "^"}[part.link]
    return f"{sign}{'~' * part.glued_before}{'*' * part.free}{part.words}{'~' * part.glued_after}"


@pytest.mark.parametrize(
    ("quote", "parts"),
    [
        ("one two", "*one two"),
        ("one … two", "*one|…two"),
        ("one […] two [...] three (…) four ... five . . . six", "*one|…two|…three|…four|…five|…six"),
        ("One. … Two .... Three", "*One.|…*Two|…*Three"),
        ("…one…", "*one"),
        ("他说……可见", "*他说|…可见"),
        ("he [the minister] sold", "*he|[]sold"),
        ("[The minister] sold", "*sold"),
        ("[W]e sold and [h]e saw", "*We sold and|^*he saw"),
        ("sell[ing] it", "*sell~|[]it"),
        ("re[con]sider", "*re~|[]~sider"),
        ("un[der]", "*un~"),
        ("[] — …", ""),
        ("“a” 'b'", "*'a' 'b'"),
    ],
)
def test_a_quotation_is_split_at_what_is_left_out_and_put_in(quote: str, parts: str) -> None:
    assert "|".join(map(described, fragments(quote))) == parts


def test_a_whole_quotation_keeps_its_dots_and_brackets() -> None:
    assert whole("a … [b]").words == "a ... [b]"
    assert folded('"a"') == "'a'"


def found(text: str, quote: str) -> list[str]:
    parts = fragments(quote)
    places = [
        [Match(at, at + len(part.words), exact=True) for at in range(len(text)) if text.startswith(part.words, at)]
        for part in parts
    ]
    return [text[match.start : match.end] for match in windows(text, parts, places, lambda at: text.count("|", 0, at))]


@pytest.mark.parametrize(
    ("text", "quote", "passages"),
    [
        ("a x b", "a … b", ["a x b"]),
        ("a a x b b", "a … b", ["a x b"]),
        ("a b a b", "a … b", ["a b", "a b"]),
        ("b a", "a … b", []),
        ("a | b", "a … b", []),
        ("a | a b", "a … b", ["a b"]),
        ("a b c b c", "a … b … c", ["a b c"]),
        ("a c b c", "a … b … c", ["a c b c"]),
        ("a he b", "a [it] b", ["a he b"]),
        ("a" + " he" * 30 + " b", "a [it] b", []),
        ("a" + " he" * 30 + " b", "a … b", ["a" + " he" * 30 + " b"]),
        ("selling it", "sell[s] it", ["selling it"]),
        ("sell up it", "sell[s] it", []),
        ("he We", "he [w]e", []),
        ("he we", "he [w]e", ["he we"]),
        ("he, we", "he [w]e", []),
        ("reconsider", "re[a]sider", ["reconsider"]),
        ("re con sider", "re[a]sider", []),
        ("be outgrow", "be [ab]grow", ["be outgrow"]),
        ("be far outgrow", "be [ab]grow", []),
    ],
)
def test_the_smallest_passages_that_fit_are_found(text: str, quote: str, passages: list[str]) -> None:
    assert found(text, quote) == passages
