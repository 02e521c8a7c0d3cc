from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.store.decode import Text
from claimtrack.store.flatten import flatten
from claimtrack.store.marks import NodeMarks
from claimtrack.store.nodes import read_nodes
from claimtrack.store.tree import Map

if TYPE_CHECKING:
    from claimtrack.model.place import Path
    from claimtrack.store.flatmarks import FlatMarks

RECORD = """\
id: six-votes
quote: six of nine
figures: [{value: 6, is: total}]
sources:
  - board-minutes
  - source: ledger
    x-room: {no: 12}
    quote:
      exact: carried
    upstream: []
tags: [
  sale,
  vote]
x-desk: harbour
note:
"""


def read(text: str) -> tuple[FlatMarks, NodeMarks]:
    decoded = Text("claims/a.yaml", text)
    node = read_nodes(decoded).root
    assert isinstance(node, Map)
    return flatten(decoded.lines, node), NodeMarks(decoded.lines, node)


@pytest.mark.parametrize(
    "path",
    [
        (),
        ("id",),
        ("quote", "exact"),
        ("figures",),
        ("figures", 0),
        ("figures", 0, "is_"),
        ("figures", 7),
        ("sources", 0),
        ("sources", 0, "source"),
        ("sources", 1),
        ("sources", 1, "quote", "exact"),
        ("sources", 1, "upstream", 0),
        ("sources", 1, "x-room"),
        ("tags", 1),
        ("x-desk",),
        ("note",),
        ("verdict", "why"),
    ],
)
def test_the_places_of_a_record_are_those_of_its_nodes(path: Path) -> None:
    flat, nodes = read(RECORD)
    assert flat.place(path) == nodes.place(path)


def test_values_behind_an_alias_stand_where_the_anchor_is() -> None:
    flat, nodes = read("quote: &words {exact: carried}\nsources: [{source: a, quote: *words}]\n")
    for path in [("quote", "exact"), ("sources", 0, "quote"), ("sources", 0, "quote", "exact")]:
        assert flat.place(path) == nodes.place(path)


def test_keys_of_the_desk_are_kept_with_the_mapping_that_holds_them() -> None:
    flat, _ = read(RECORD)
    assert flat.own_keys() == {"x-desk": "harbour"}
    assert flat.own_keys(("sources", 1)) == {"x-room": {"no": "12"}}
    assert flat.own_keys(("sources", 0)) == {}
    assert read("id: a\n")[0].own_keys() == {}


def test_records_of_one_make_share_their_shape() -> None:
    one, _ = read("id: a\ntags: [b, c]\n")
    other, _ = read("{id: x, tags:\n [long, longer]}\n")
    assert one.shape is other.shape
    assert one.shape is not read("id: a\ntags: [b]\n")[0].shape


keys = st.sampled_from(["id", "text", "sources", "is", "x-own", "quote"])
values = st.recursive(
    st.sampled_from(["a", "b c", "~", "''", "é"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(keys, inner, max_size=3).map(
            lambda held: "{" + ", ".join(f"{key}: {value}" for key, value in held.items()) + "}"
        )
    ),
    max_leaves=8,
)
steps = st.sampled_from(["id", "text", "sources", "is_", "x-own", "quote", 0, 1, 2])


@given(st.dictionaries(keys, values, max_size=4), st.lists(steps, max_size=4))
def test_every_way_leads_to_the_same_place_as_in_the_nodes(held: dict[str, str], path: list[str | int]) -> None:
    flat, nodes = read("".join(f"{key}: {value}\n" for key, value in held.items()) or "{}\n")
    assert flat.place(tuple(path)) == nodes.place(tuple(path))
