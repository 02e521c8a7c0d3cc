from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.graph import reach
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
