from __future__ import annotations

from claimtrack.formats._trace import Hop, Stop, Trace
from claimtrack.text.diff import Change


def test_the_facts_of_a_stop_are_one_phrase() -> None:
    assert Stop(source="a", published="2026", language="en", text="missing").facts == "2026, en, snapshot missing"
    assert Stop(source="a", is_origin=True, text="here").facts == "origin"
    assert Stop(source="a", is_recorded=False).facts == "not recorded"


def test_a_hop_tells_how_and_what_was_lost() -> None:
    hop = Hop(source="a", upstream="b", relation="quoted", acknowledged=False, hedge="may", since="c")
    assert hop.name == "quoted, not acknowledged"
    assert hop.losses == ("hedge lost: “may”",)
    changed = Hop(source="a", upstream="b", changes=(Change("x", "y"),), since="c")
    assert changed.losses == ("changed between c and a: “x” → “y”",)


def test_hops_are_looked_up_by_their_sources() -> None:
    hops = (Hop(source="a", upstream="b"), Hop(source="a", upstream="c"))
    trace = Trace(id="a", text="", independent=0, origins=(), hops=hops, sentence="", roots=("a",), stops={})
    assert trace.upstream == {"a": list(hops)}
