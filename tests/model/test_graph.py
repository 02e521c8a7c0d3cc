from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.graph import components, reach, reversed_edges, rings, shortest_ring, way

quick = settings(max_examples=100, deadline=None)
Graph = dict[str, list[str]]

nodes = st.sampled_from("abcdefg")
graphs = st.dictionaries(nodes, st.lists(nodes, max_size=3), max_size=7)
LONG = 5_000


def read(text: str) -> Graph:
    """Read `a>b,c d>e`; a node without targets is written `a>`."""
    return {part[0]: part[2:].split(",") if part[2:] else [] for part in text.split()}


def every_node(graph: Graph) -> set[str]:
    return {*graph, *(target for targets in graph.values() for target in targets)}


def ahead(graph: Graph, start: str) -> set[str]:
    """Return what can be reached in one step or more, by adding until nothing is new."""
    found: set[str] = set(graph.get(start, ()))
    while more := {target for node in found for target in graph.get(node, ())} - found:
        found |= more
    return found


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ("", []),
        ("a>", ["a"]),
        ("a>b b>c", ["c", "b", "a"]),
        ("a>b b>a", ["ab"]),
        ("a>b b>c c>a", ["abc"]),
        ("a>a b>a", ["a", "b"]),
        ("a>b,c b>d c>d d>b", ["bd", "c", "a"]),
        ("a>b b>a c>d d>c", ["ab", "cd"]),
        ("a>b b>a,c c>d d>c", ["cd", "ab"]),
    ],
)
def test_nodes_that_lead_to_each_other_are_one_component(graph: str, expected: list[str]) -> None:
    assert ["".join(sorted(members)) for members in components(read(graph))] == expected


@quick
@given(graphs)
def test_components_are_what_reachability_says(graph: Graph) -> None:
    expected = {
        frozenset(
            other
            for other in every_node(graph)
            if other == node or (other in ahead(graph, node) and node in ahead(graph, other))
        )
        for node in every_node(graph)
    }
    found = components(graph)
    assert {frozenset(members) for members in found} == expected
    assert sorted(node for members in found for node in members) == sorted(every_node(graph))


@quick
@given(graphs)
def test_a_component_stands_behind_those_that_it_leads_to(graph: Graph) -> None:
    position = {node: number for number, members in enumerate(components(graph)) for node in members}
    assert all(position[target] <= position[node] for node, targets in graph.items() for target in targets)


@quick
@given(graphs)
def test_a_ring_is_where_a_node_comes_back_to_itself(graph: Graph) -> None:
    in_rings = {node for members in rings(graph) for node in members}
    assert in_rings == {node for node in every_node(graph) if node in ahead(graph, node)}


def test_a_node_that_points_at_itself_is_a_ring_and_one_that_does_not_is_none() -> None:
    assert rings(read("a>a b>c c>")) == [("a",)]


def test_a_long_chain_and_a_long_ring_are_walked_without_recursion() -> None:
    chain = {str(number): [str(number + 1)] for number in range(LONG)}
    assert len(components(chain)) == LONG + 1
    assert rings(chain) == []
    assert [len(members) for members in rings({**chain, str(LONG): ["0"]})] == [LONG + 1]


@pytest.mark.parametrize(
    ("graph", "starts", "expected"),
    [
        ("a>b,c b>d c>d", "a", {"a": None, "b": "a", "c": "a", "d": "b"}),
        ("a>b b>a", "a", {"a": None, "b": "a"}),
        ("a>b b>c", "ca", {"c": None, "a": None, "b": "a"}),
        ("a>b", "", {}),
    ],
)
def test_what_is_reached_knows_the_node_before_it(graph: str, starts: str, expected: dict[str, str | None]) -> None:
    found = reach(starts, lambda node: read(graph).get(node, []))
    assert found == expected
    assert list(found) == list(expected)


@quick
@given(graphs, nodes)
def test_reach_finds_the_start_and_everything_ahead_of_it(graph: Graph, start: str) -> None:
    before = reach([start], lambda node: graph.get(node, []))
    assert set(before) == {start} | ahead(graph, start)


@quick
@given(graphs, nodes)
def test_the_way_follows_the_edges_and_none_is_shorter(graph: Graph, start: str) -> None:
    before = reach([start], lambda node: graph.get(node, []))
    within = {start}
    for steps in range(len(before)):
        for node in within:
            found = way(before, node)
            assert (found[0], found[-1]) == (start, node)
            assert len(found) <= steps + 1
            assert all(target in graph[source] for source, target in pairwise(found))
        within |= {target for node in within for target in graph.get(node, ())}


@pytest.mark.parametrize(
    ("graph", "start", "within", "expected"),
    [
        ("a>a", "a", "a", "aa"),
        ("a>b b>a", "b", "ab", "bab"),
        ("a>b b>c,a c>a", "a", "abc", "aba"),
        ("a>b b>c c>a,d d>a", "d", "abcd", "dabcd"),
        ("a>x,b x>a b>c c>a", "a", "abc", "abca"),
    ],
)
def test_the_shortest_ring_stays_within_its_members(graph: str, start: str, within: str, expected: str) -> None:
    assert shortest_ring(start, read(graph), within) == list(expected)


@quick
@given(graphs)
def test_a_shortest_ring_is_a_closed_way_through_its_start_and_none_is_shorter(graph: Graph) -> None:
    for members in rings(graph):
        for start in members:
            ring = shortest_ring(start, graph, members)
            assert ring[0] == ring[-1] == start
            assert set(ring) <= set(members)
            assert all(target in graph[source] for source, target in pairwise(ring))
            frontier = {start}
            for _ in range(len(ring) - 2):
                frontier = {target for node in frontier for target in graph.get(node, ())}
                assert start not in frontier


def test_every_edge_can_be_turned_round() -> None:
    assert reversed_edges(read("a>b,c b>c c>")) == {"b": ["a"], "c": ["a", "b"]}


@quick
@given(graphs)
def test_turned_round_twice_the_edges_are_the_same(graph: Graph) -> None:
    twice = reversed_edges(reversed_edges(graph))
    assert {node: sorted(targets) for node, targets in twice.items()} == {
        node: sorted(targets) for node, targets in graph.items() if targets
    }
