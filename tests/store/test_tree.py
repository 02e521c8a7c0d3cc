from __future__ import annotations

from claimtrack.store.tree import Map, Nodes, Seq, Stop, Table


def filled() -> tuple[Map, Seq]:
    """Return the mapping `{id: a, tags: [b, c], id: d}`, as a table has it, and the list in it."""
    table = Table()
    held = Map(table, table.add(None, (0, 0), (1, 26)))
    table.outer[0] = (0, 27)
    held["id"] = "a"
    table.add("id", (1, 3), (5, 6))
    tags = Seq(table, table.add("tags", (8, 12), (14, 20)))
    tags.extend(("b", "c"))
    table.add(None, (8, 12), (15, 16))
    table.add(None, (8, 12), (18, 19))
    held["tags"] = tags
    table.add("id", (21, 23), (25, 26))
    table.sizes[:] = [6, 1, 3, 1, 1, 1]
    return held, tags


def test_a_mapping_is_one_and_knows_where_its_values_and_their_keys_stand() -> None:
    held, _ = filled()
    assert held == {"id": "a", "tags": ["b", "c"]}
    assert held.span == (0, 27)
    assert held.spans == {"id": (5, 6), "tags": (14, 20)}
    assert held.key_spans == {"id": (1, 3), "tags": (8, 12)}


def test_a_list_is_one_and_knows_where_its_items_stand() -> None:
    _, tags = filled()
    assert tags == ["b", "c"]
    assert (tags.span, tags.spans) == ((14, 20), [(15, 16), (18, 19)])


def test_items_that_a_list_was_given_stand_where_their_own_list_has_them() -> None:
    _, tags = filled()
    _, other = filled()
    tags.extend(other)
    tags.more = (other,)
    assert tags.spans == [(15, 16), (18, 19)] * 2


def test_keys_of_the_desk_are_kept_apart() -> None:
    held, _ = filled()
    assert held.extra == {}
    held.table.own[held.number] = {"x-desk": "harbour"}
    assert held.extra == {"x-desk": "harbour"}


def test_a_value_behind_an_alias_is_entered_again_with_all_that_is_inside_it() -> None:
    held, tags = filled()
    table = held.table
    again = table.add_alias("also", (30, 34), (36, 38), tags)
    assert (table.keys[again:], table.sizes[again:]) == (["also", None, None], [3, 1, 1])
    assert [table.span(number) for number in range(again, again + 3)] == [(36, 38), (15, 16), (18, 19)]


def test_a_mapping_behind_an_alias_stands_where_it_was_written_and_the_alias_where_it_is() -> None:
    held, _ = filled()
    table = held.table
    again = table.add_alias("also", (30, 34), (36, 38), held)
    assert (table.starts[again], table.ends[again]) == (1, 26)
    assert table.span(again) == (36, 38)
    assert table.sizes[again] == len(table.keys) - again == 6


def test_a_word_behind_an_alias_stands_where_the_alias_does() -> None:
    table = Table()
    assert table.span(table.add_alias("a", (0, 1), (3, 5), "word")) == (3, 5)


def test_nothing_has_been_read_at_first() -> None:
    nodes = Nodes()
    assert (nodes.root, nodes.stop, nodes.twice, nodes.cuts, nodes.doubtful) == (None, None, [], [], None)


def test_a_stop_tells_where_and_why_and_what_to_do() -> None:
    stop = Stop(1, 2, "a tag stands here", "Take it out.")
    assert (stop.start, stop.end, stop.message, stop.hint) == (1, 2, "a tag stands here", "Take it out.")
