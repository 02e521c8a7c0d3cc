from __future__ import annotations

from array import array

import pytest

from claimtrack.store.decode import Lines
from claimtrack.store.flatmarks import FlatMarks, as_written, shape_of

# {id: a, quote: {exact: b}, tags: [c, d]}, each value one character wide, each on a line of its own
SHAPE = ((("id", "quote", "tags"), (1, 2)), (("exact",), ()), (2, ()))
OFFSETS = [0, 10, 0, 1, 2, 5, 6, 9, 2, 5, 4, 5, 6, 7, 8, 9]


def marks() -> FlatMarks:
    return FlatMarks(
        Lines.of("a.yaml", "a\nb\nc\nd\ne\n"), shape_of(SHAPE), array("I", OFFSETS), {("quote",): {"x-a": "1"}}
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
    again = ((("id", "quote", "tags"), (1, 2)), (("exact",), ()), (2, ()))
    assert shape_of(SHAPE) is shape_of(again)


@pytest.mark.parametrize(("name", "written"), [("is_", "is"), ("as_", "as"), ("id", "id"), (0, 0)])
def test_a_field_whose_name_python_keeps_is_written_without_the_underscore(name: str | int, written: str | int) -> None:
    assert as_written(name) == written
