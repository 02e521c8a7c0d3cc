from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.graph import components, reach
from claimtrack.text.routes import Routes

graphs = st.dictionaries(
    st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefg"), max_size=4).map(tuple), max_size=6
)


def test_a_step_that_skips_others_is_credit_and_no_hop() -> None:
    ways = Routes("a", {"a": ("c", "b", "d"), "b": ("c",), "c": ("d",)})
    assert list(ways.hops) == [("a", "b"), ("b", "c"), ("c", "d")]
    assert set(ways.credits) == {("a", "c"), ("a", "d")}
    assert ways.way("d") == ["a", "b", "c", "d"]


def test_two_ways_that_meet_again_are_both_hops_and_the_longer_one_is_the_route() -> None:
    ways = Routes("a", {"a": ("b", "x"), "b": ("o",), "x": ("y",), "y": ("o",)})
    assert not ways.credits
    assert ways.way("o") == ["a", "x", "y", "o"]
    assert ways.above("x", ("y", "o", "a")) == {"y", "o"}


def test_a_step_that_closes_a_cycle_is_kept_apart() -> None:
    ways = Routes("a", {"a": ("b", "a"), "b": ("c",), "c": ("a", "o")})
    assert set(ways.closing) == {("a", "a"), ("c", "a")}
    assert ways.way("o") == ["a", "b", "c", "o"]


def test_a_chain_of_thousands_is_walked() -> None:
    ways = Routes("0", {str(n): (str(n + 1),) for n in range(20_000)})
    assert len(ways.way("20000")) == 20_001


@given(graphs)
@settings(max_examples=300, deadline=None)
def test_hops_lead_wherever_derivations_lead_and_never_in_a_circle(graph: dict[str, tuple[str, ...]]) -> None:
    ways = Routes("a", graph)
    everything = set(reach(["a"], lambda key: graph.get(key, ())))
    assert set(ways.order) == everything
    assert ways.above("a", everything) == everything - {"a"}
    assert all(ways.order.index(key) < ways.order.index(up) for key, up in ways.hops)
    steps = {(key, up) for key in everything for up in graph.get(key, ())}
    assert {*ways.hops, *ways.credits, *ways.closing} == steps
    assert all(ways.way(key)[0] == "a" for key in everything)


@given(graphs, st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=3, unique=True))
@settings(max_examples=300, deadline=None)
def test_toward_what_is_cited_nothing_is_left_out(graph: dict[str, tuple[str, ...]], cited: list[str]) -> None:
    ranks = enumerate(components(graph))
    rank = {member: number for number, members in ranks for member in members}
    floor = min((rank[key] for key in cited if key in rank), default=0)
    own = {cited[0]: tuple(cited[1:])}
    whole = Routes("a", {**graph, **own})
    part = Routes("a", {**graph, **own}, lambda key: rank.get(key, floor) >= floor)
    there = [key for key in cited if key in whole]
    assert [key for key in cited if key in part] == there
    assert sorted(there, key=part.rank) == sorted(there, key=whole.rank)
    assert [part.way(key) for key in there] == [whole.way(key) for key in there]
    assert [part.above(key, there) for key in there] == [whole.above(key, there) for key in there]
