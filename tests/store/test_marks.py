from __future__ import annotations

import pytest

from claimtrack.store.decode import Text
from claimtrack.store.marks import NodeMarks
from claimtrack.store.nodes import read_nodes
from claimtrack.store.tree import Map

RECORD = """\
claims:
  - id: six-votes
    quote: six of nine
    figures: [{value: 6, is: total}]
    sources:
      - board-minutes
      - source: ledger
        x-room: {no: 12}
        quote:
          exact: carried
    tags: [
      sale,
      vote]
    x-desk: harbour
"""


@pytest.fixture
def marks() -> NodeMarks:
    text = Text("claims/a.yaml", RECORD)
    root = read_nodes(text).root
    assert isinstance(root, Map)
    claims = root["claims"]
    assert isinstance(claims, list)
    node = claims[0]
    assert isinstance(node, Map)
    return NodeMarks(text.lines, node)


@pytest.mark.parametrize(
    ("path", "start", "end"),
    [
        ((), (2, 5), (14, 20)),
        (("id",), (2, 9), (2, 18)),
        (("quote",), (3, 12), (3, 23)),
        (("quote", "exact"), (3, 12), (3, 23)),
        (("figures",), (4, 14), (4, 37)),
        (("figures", 0), (4, 16), (4, 36)),
        (("figures", 0, "is_"), (4, 30), (4, 35)),
        (("sources", 0), (6, 9), (6, 22)),
        (("sources", 0, "source"), (6, 9), (6, 22)),
        (("sources", 1), (7, 9), (10, 25)),
        (("sources", 1, "quote", "exact"), (10, 18), (10, 25)),
        (("tags",), (11, 11), (13, 12)),
        (("tags", 1), (13, 7), (13, 11)),
    ],
)
def test_a_field_stands_where_its_value_was_written(
    marks: NodeMarks, path: tuple[str | int, ...], start: tuple[int, int], end: tuple[int, int]
) -> None:
    place = marks.place(path)
    assert place.file == "claims/a.yaml"
    assert ((place.line, place.column), (place.end_line, place.end_column)) == (start, end)


@pytest.mark.parametrize(
    ("path", "like"),
    [
        (("verdict",), ()),
        (("verdict", "label"), ()),
        (("sources", 7), ("sources",)),
        (("sources", 1, "at"), ("sources", 1)),
        (("sources", "nonsense"), ("sources",)),
    ],
)
def test_a_field_that_is_not_there_leads_to_what_encloses_it(
    marks: NodeMarks, path: tuple[str | int, ...], like: tuple[str | int, ...]
) -> None:
    assert marks.place(path) == marks.place(like)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("quote",), 3, 5),
        (("figures", 0, "is_"), 4, 26),
        (("sources", 1, "quote"), 9, 9),
        (("x-desk",), 14, 5),
        (("sources", 0, "quote"), 6, 9),
        (("verdict",), 2, 5),
    ],
)
def test_a_key_has_a_place_of_its_own(marks: NodeMarks, path: tuple[str | int, ...], line: int, column: int) -> None:
    place = marks.key_place(path)
    assert (place.line, place.column) == (line, column)


def test_the_desks_own_keys_are_those_of_the_mapping_asked_for(marks: NodeMarks) -> None:
    assert marks.own_keys() == {"x-desk": "harbour"}
    assert marks.own_keys(("sources", 1)) == {"x-room": {"no": "12"}}
    assert marks.own_keys(("tags",)) == {}


@pytest.mark.parametrize(
    ("part", "path"),
    [("six of nine", ("quote",)), ("vote]", ("tags", 1)), ("carried", ("sources", 1, "quote", "exact"))],
)
def test_the_way_to_a_scalar_is_found_by_its_span(marks: NodeMarks, part: str, path: tuple[str | int, ...]) -> None:
    start = RECORD.index(part)
    assert marks.path_of((start, start + len(part.rstrip("]")))) == path
    assert marks.path_of((start, start + 1)) is None
