from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.store.decode import Text
from claimtrack.store.flow import Value, flow, plain
from claimtrack.store.nodes import read_nodes
from claimtrack.store.tree import Map

TEXTS = st.one_of(
    st.text(max_size=30),
    st.text(alphabet=" :#-?,[]{}&*!|>'\"%@`\\\n\t~nul.=<x/1\r\x85\u2028\ufeff\x00é", max_size=8),
    st.sampled_from(["null", "~", "", "---", "...", "no", "12:30", "http://a.b/c?d=e#f", "a: b", "a #b", "- a", "<<"]),
)
VALUES: st.SearchStrategy[Value] = st.recursive(
    st.one_of(st.none(), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=8,
)


def read(text: str) -> Map:
    decoded = Text("x.yaml", text)
    assert decoded.control is None
    nodes = read_nodes(decoded)
    assert nodes.stop is None, (text, nodes.stop)
    assert nodes.cuts == []
    assert isinstance(nodes.root, Map)
    return nodes.root


@given(VALUES)
def test_what_is_written_is_read_again(value: Value) -> None:
    written = flow(value)
    assert len(written.splitlines()) <= 1
    for text, inside in (
        (f"a: {written}\nb: c\n", value),
        (f"a: {{k: {written}, l: m}}\n", {"k": value, "l": "m"}),
        (f"a:\n- [{written}, x] # c\n", [[value, "x"]]),
    ):
        assert plain(read(text)["a"]) == plain(inside)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("harbour-sale", "harbour-sale"),
        ("2026-03-15", "2026-03-15"),
        ("Six of nine", "Six of nine"),
        ("it's so", "it's so"),
        ("https://a.b/c", "https://a.b/c"),
        ("false", "false"),
        ("null", '"null"'),
        ("", '""'),
        (None, "null"),
        ("1:3c51:90ab", '"1:3c51:90ab"'),
        ("O'Neil, jr", '"O\'Neil, jr"'),
        ('"yes", he said', "'\"yes\", he said'"),
        ("a\nb\x1b\u202e", '"a\\nb\\x1b\\u202e"'),
        ({"by": "ana", "tags": ["x", "y"]}, "{by: ana, tags: [x, y]}"),
        ({}, "{}"),
        ([], "[]"),
    ],
)
def test_quotation_marks_stand_where_they_are_needed(value: Value, written: str) -> None:
    assert flow(value) == written


def test_half_a_character_is_refused() -> None:
    with pytest.raises(ValueError, match=r"half a character \(U\+D800\)"):
        flow("a\ud800")


def test_nodes_become_plain_with_the_desks_own_keys() -> None:
    assert plain(read("a: [b, ~]\nx-c: {d: e}\n")) == {"a": ["b", None], "x-c": {"d": "e"}}
