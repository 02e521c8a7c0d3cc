"""Walks over directed graphs, with loops and not recursion: chains may be thousands long."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

N = TypeVar("N", bound="Hashable")


def components(edges: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Return the strongly connected components, those that others lead to first.

    In: for each node the nodes that it points at; a node that is only pointed at counts too.
    Method: Tarjan, "Depth-first search and linear graph algorithms" (1972), without recursion.
    Linear in nodes and edges.
    """
    found: list[tuple[str, ...]] = []
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    waiting: list[str] = []
    on_stack: set[str] = set()
    for root in edges:
        if root in index:
            continue
        work = [(root, iter(edges[root]))]
        index[root] = low[root] = len(index)
        waiting.append(root)
        on_stack.add(root)
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in index:
                    index[target] = low[target] = len(index)
                    waiting.append(target)
                    on_stack.add(target)
                    work.append((target, iter(edges.get(target, ()))))
                    break
                if target in on_stack:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == index[node]:
                    found.append(_pop_component(node, waiting, on_stack))
    return found


def _pop_component(root: str, waiting: list[str], on_stack: set[str]) -> tuple[str, ...]:
    members: list[str] = []
    while True:
        member = waiting.pop()
        on_stack.discard(member)
        members.append(member)
        if member == root:
            return tuple(reversed(members))


def rings(edges: Mapping[str, Sequence[str]], parts: Sequence[tuple[str, ...]] | None = None) -> list[tuple[str, ...]]:
    """Return the components that lead back to themselves, a node that points at itself included.

    In: the graph, and its components where they are known already.
    """
    parts = components(edges) if parts is None else parts
    return [members for members in parts if len(members) > 1 or members[0] in edges.get(members[0], ())]


def reach(starts: Iterable[N], targets: Callable[[N], Iterable[N]]) -> dict[N, N | None]:
    """Return every node that can be reached, each with the node before it on a shortest way.

    In: where to start, and what a node points at. Out: nodes in order of distance; a start has
    None before it. Linear in what is reached.
    """
    before: dict[N, N | None] = dict.fromkeys(starts)
    waiting = deque(before)
    while waiting:
        node = waiting.popleft()
        for target in targets(node):
            if target not in before:
                before[target] = node
                waiting.append(target)
    return before


def way(before: Mapping[str, str | None], end: str) -> list[str]:
    """Return the way that `reach` found, from its start to `end`."""
    steps = [end]
    while (previous := before[steps[-1]]) is not None:
        steps.append(previous)
    return steps[::-1]


def shortest_ring(start: str, edges: Mapping[str, Sequence[str]], within: Iterable[str]) -> list[str]:
    """Return the shortest way from a node back to itself inside a ring, the node at both ends."""
    members = set(within)
    before = reach([start], lambda node: (target for target in edges.get(node, ()) if target in members))
    last = next(node for node in before if start in edges.get(node, ()))
    return [*way(before, last), start]


def reversed_edges(edges: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return the same graph with every edge turned round."""
    turned: defaultdict[str, list[str]] = defaultdict(list)
    for node, targets in edges.items():
        for target in targets:
            turned[target].append(node)
    return dict(turned)
