"""What the builder makes of a file in full is tested with the nodes; here is what it keeps count of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.settings import DEFAULT_LIMITS, Limits
from claimtrack.store.builder import MOST_TWICE, Builder
from claimtrack.store.tree import Map, Seq, Stop

if TYPE_CHECKING:
    from claimtrack.store.tree import Nodes


def build(text: str, limits: Limits = DEFAULT_LIMITS) -> Nodes:
    builder = Builder(text, limits)
    try:
        builder.take_all(yaml.SafeLoader(text).get_event)
    except Stop as stop:
        builder.salvage()
        nodes = builder.nodes()
        nodes.stop = stop
        return nodes
    return builder.nodes()


def test_what_was_whole_before_a_stop_is_kept_with_its_places() -> None:
    text = "article: a\nclaims:\n- id: b\n- id: c\n  text: !tag d\n"
    found = build(text)
    assert found.root == {"article": "a", "claims": [{"id": "b"}]}
    assert isinstance(found.root, Map)
    claims = found.root["claims"]
    assert isinstance(claims, Seq)
    assert [text[slice(*span)] for span in claims.spans] == ["id: b"]
    assert {key: text[slice(*span)] for key, span in found.root.key_spans.items()} == {
        "article": "article",
        "claims": "claims",
    }


@pytest.mark.parametrize("item", ["x", "{id: x}", "*a"])
def test_an_item_too_many_is_not_kept(item: str) -> None:
    found = build(f"sources:\n- &a {{id: a}}\n- {item}\nclaims: []\n", Limits(records=1))
    assert found.root == {"sources": [{"id": "a"}]}
    assert isinstance(found.root, Map)
    assert len(found.root["sources"].spans) == 1  # type: ignore[union-attr]


def test_a_section_that_ends_the_reading_may_itself_be_given_twice() -> None:
    twice = "".join("- id: a\n  id: b\n" for _ in range(MOST_TWICE + 1))
    found = build(f"claims:\n- id: first\nclaims:\n{twice}")
    assert found.stop is not None
    assert isinstance(found.root, Map)
    claims = found.root["claims"]
    assert isinstance(claims, Seq)
    assert len(claims) == len(claims.spans) == MOST_TWICE + 1


def test_an_alias_as_a_key_counts_for_all_that_it_stands_for() -> None:
    text = "a: &a [1, 2, 3]\nb: &b {*a : 1}\nc: [*b]\n"
    # 4 for `*a`, and for `*b` a mapping, a key of 4 and a value
    assert build(text, Limits(aliases=10)).stop is None
    assert build(text, Limits(aliases=9)).stop is not None


inner = st.recursive(
    st.sampled_from(["a", "'b'", "~", "&q w", '"x y"']),
    lambda some: st.one_of(
        st.lists(some, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.sampled_from(["id", "text", "x-a", "tags"]), some, max_size=3).map(
            lambda held: "{" + ", ".join(f"{key}: {value}" for key, value in held.items()) + "}"
        ),
    ),
    max_leaves=12,
)


@given(st.lists(inner, min_size=1, max_size=4))
def test_every_place_holds_the_value_that_stands_there(items: list[str]) -> None:
    text = "claims:\n" + "".join(f"- {item}\n" for item in items)
    root = build(text).root
    waiting: list[tuple[object, tuple[int, int]]] = [(root, (0, len(text.rstrip())))]
    while waiting:
        value, span = waiting.pop()
        written = text[slice(*span)].removeprefix("&q ")
        if isinstance(value, Map):
            assert {*value.spans} == {*value, *value.extra}
            assert all(text[slice(*at)] == key for key, at in value.key_spans.items())
            waiting.extend(({**value, **value.extra}[key], at) for key, at in value.spans.items())
        elif isinstance(value, Seq):
            waiting.extend(zip(value, value.spans, strict=True))
        if not isinstance(value, (Map, Seq)) or written[:1] in "[{":
            assert build(written).root == value
