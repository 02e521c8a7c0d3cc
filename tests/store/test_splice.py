from __future__ import annotations

import pytest

from claimtrack.store.decode import Text
from claimtrack.store.nodes import read_nodes
from claimtrack.store.splice import CutError, appending, setting
from claimtrack.store.tree import Map


def record(text: str) -> Map:
    root = read_nodes(Text("x.yaml", text)).root
    assert isinstance(root, Map)
    return root


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: a\nk: old # why\n", "id: a\nk: new # why\n"),
        ("id: a\nk: 'o\n  ld'\nz: y\n", "id: a\nk: new\nz: y\n"),
        ("id: a\nk: >-\n  one\n  two\n\nz: y\n", "id: a\nk: new\n\nz: y\n"),
        ("id: a\nk: # why\nz: y\n", "id: a\nk: new # why\nz: y\n"),
        ("id: a\nk: # why\n  # more\n  - o\n  - p\nz: y\n", "id: a\nk: new # why\n  # more\nz: y\n"),
        ("id: a\nk:\n- o\n- p", "id: a\nk: new"),
        ("id: a\n? k\n: old\n", "id: a\n? k\n: new\n"),
        ("id: a\nz: y\n", "id: a\nz: y\nk: new\n"),
        ("id: a\nz: y # z\n# end\n", "id: a\nz: y # z\nk: new\n# end\n"),
        ("id: a\nz: y", "id: a\nz: y\nk: new"),
        ("id: a\r\nz: y", "id: a\r\nz: y\r\nk: new"),
        ("{id: a}\n", "{id: a, k: new}\n"),
        ("{id: a, }\n", "{id: a, k: new, }\n"),
        ("{id: a, z: }\n", "{id: a, z: , k: new}\n"),
        ("{id: a, z:\n}\n", "{id: a, z:\n, k: new}\n"),
        ("{id: a, z}\n", "{id: a, z, k: new}\n"),
        ("{id: a, k: , z: y}\n", "{id: a, k: new, z: y}\n"),
        ("{id: a, k, z: y}\n", "{id: a, k: new, z: y}\n"),
        ("{id: a, # why\n z: y # z\n}\n", "{id: a, # why\n z: y, k: new # z\n}\n"),
        ("{id: a, k: [o, {p: q}], z: y}\n", "{id: a, k: new, z: y}\n"),
        ("{id: a, k: {o: '#p', x-q: r}}\n", "{id: a, k: new}\n"),
    ],
)
def test_a_field_is_set(before: str, after: str) -> None:
    assert next(iter(setting(before, record(before), "k", "new"))).of(before) == after


def test_a_full_line_goes_on_below_the_first_key() -> None:
    before = f"sources:\n  - {{id: a, title: {'x' * 100}}}\n"
    root = record(before)
    sources = root["sources"]
    assert isinstance(sources, list)
    assert isinstance(sources[0], Map)
    (splice,) = setting(before, sources[0], "k", "new")
    assert splice.of(before) == before.replace("}", ",\n     k: new}")


@pytest.mark.parametrize("value", ["[o, # why\n  p]", "\n- o\n# why\n- p", "\n  o: p # why\n  q: r", ">- # why\n  o"])
def test_a_value_with_comments_inside_is_left_alone(value: str) -> None:
    text = f"id: a\nk: {value}\nz: y\n"
    with pytest.raises(CutError, match="holds comments"):
        list(setting(text, record(text), "k", "new"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: a\n", "id: a\nk: [new]\n"),
        ("id: a\nk: []\n", "id: a\nk: [new]\n"),
        ("id: a\nk: ~ # why\n", "id: a\nk: [new] # why\n"),
        ("id: a\nk:\nz: y\n", "id: a\nk: [new]\nz: y\n"),
        ("id: a\nk: [o]\n", "id: a\nk: [o, new]\n"),
        ("id: a\nk: [o, ] # why\n", "id: a\nk: [o, new, ] # why\n"),
        ("id: a\nk: [\n  o, # why\n  p\n]\n", "id: a\nk: [\n  o, # why\n  p, new\n]\n"),
        ("id: a\nk:\n- o # why\nz: y\n", "id: a\nk:\n- o # why\n- new\nz: y\n"),
        (
            "id: a\nk:\n  -   o: p\n      q: r\n  # end\nz: y\n",
            "id: a\nk:\n  -   o: p\n      q: r\n  -   new\n  # end\nz: y\n",
        ),
        ("id: a\nk:\n  -\n    o: p", "id: a\nk:\n  -\n    o: p\n  - new"),
        ("id: a\nx-k: 1\nk: [o: p]\n", "id: a\nx-k: 1\nk: [o: p, new]\n"),
        ("{id: a, k: [o], z: y}\n", "{id: a, k: [o, new], z: y}\n"),
        ("{id: a, k: []}\n", "{id: a, k: [new]}\n"),
        ("{id: a}", "{id: a, k: [new]}"),
    ],
)
def test_an_item_is_appended(before: str, after: str) -> None:
    assert next(iter(appending(before, record(before), "k", "new"))).of(before) == after


def test_a_desks_own_list_grows_too() -> None:
    text = "id: a\nx-k: [o]\n"
    assert next(iter(appending(text, record(text), "x-k", "new"))).of(text) == "id: a\nx-k: [o, new]\n"


@pytest.mark.parametrize("value", ["word", "{o: p}"])
def test_what_is_no_list_takes_no_item(value: str) -> None:
    text = f"id: a\nk: {value}\n"
    with pytest.raises(CutError, match="is no list"):
        list(appending(text, record(text), "k", "new"))
