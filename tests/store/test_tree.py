from __future__ import annotations

from claimtrack.store.tree import Map, Nodes, Seq, Stop


def test_a_mapping_is_one_and_begins_where_it_was_met() -> None:
    held = Map(7)
    held["id"] = "a"
    assert held == {"id": "a"}
    assert (held.span, held.spans, held.key_spans, held.extra) == ((7, 7), {}, {}, {})


def test_a_list_is_one_and_begins_where_it_was_met() -> None:
    held = Seq(3)
    held.append("a")
    assert held == ["a"]
    assert (held.span, held.spans) == ((3, 3), [])


def test_nothing_has_been_read_at_first() -> None:
    nodes = Nodes()
    assert (nodes.root, nodes.stop, nodes.twice, nodes.cuts, nodes.doubtful) == (None, None, [], [], None)


def test_a_stop_tells_where_and_why_and_what_to_do() -> None:
    stop = Stop(1, 2, "a tag stands here", "Take it out.")
    assert (stop.start, stop.end, stop.message, stop.hint) == (1, 2, "a tag stands here", "Take it out.")
