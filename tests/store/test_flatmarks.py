from __future__ import annotations

from array import array

import pytest

from claimtrack.store.decode import Lines
from claimtrack.store.flatmarks import FlatMarks, as_written, shape_of

# {id: a, quote: {exact: b}, tags: [c, d]}, each value one character wide, each on a line of its own
SHAPE = (("id", "quote", "exact", "tags", None, None), (7, 1, 2, 1, 3, 1, 1))
STARTS = [0, 0, 2, 4, 6, 6, 8]
ENDS = [10, 1, 5, 5, 9, 7, 9]


def marks() -> FlatMarks:
    return FlatMarks(
        Lines.of("a.yaml", "a\nb\nc\nd\ne\n"), shape_of(SHAPE), array("I", STARTS + ENDS), {("quote",): {"x-a": "1"}}
    )


def test_a_field_is_found_by_the_shape_of_its_record() -> None:
    assert [marks().place(path).line for path in [(), ("id",), ("quote", "exact"), ("tags", 0), ("tags", 1)]] == [
        1,
        1,
        3,
        4,
        5,
    ]


def test_what_is_not_there_stands_where_the_nearest_enclosing_value_does() -> None:
    assert marks().place(("quote", "prefix")) == marks().place(("quote",))
    assert marks().place(("verdict", "why")) == marks().place()


def test_the_desks_own_keys_belong_to_one_mapping() -> None:
    assert marks().own_keys(("quote",)) == {"x-a": "1"}
    assert marks().own_keys() == {}


def test_equal_tokens_are_one_shape() -> None:
    again = (("id", "quote", "exact", "tags", None, None), (7, 1, 2, 1, 3, 1, 1))
    assert shape_of(SHAPE) is shape_of(again)


def test_of_a_key_that_is_given_twice_the_first_stands() -> None:
    shape = shape_of((("quote", "exact", "quote", "at"), (5, 2, 1, 2, 1)))
    assert shape.nearest(("quote", "exact")) == 2
    assert shape.nearest(("quote", "at")) == shape.nearest(("quote",)) == 1


def test_a_key_of_the_desk_is_no_field() -> None:
    shape = shape_of((("x-desk", "exact", "id"), (4, 2, 1, 1)))
    assert shape.nearest(("x-desk", "exact")) == 0
    assert shape.nearest(("id",)) == 3


@pytest.mark.parametrize(("name", "written"), [("is_", "is"), ("as_", "as"), ("id", "id"), (0, 0)])
def test_a_field_whose_name_python_keeps_is_written_without_the_underscore(name: str | int, written: str | int) -> None:
    assert as_written(name) == written
