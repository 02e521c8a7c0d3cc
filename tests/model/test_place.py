from __future__ import annotations

from unittest.mock import Mock

import pytest
from pydantic import TypeAdapter, ValidationError

from claimtrack.model.place import Marks, Place


def test_a_place_prints_as_file_line_and_column() -> None:
    assert str(Place(file="claims/x.yaml", line=4, column=7, end_line=5, end_column=1)) == "claims/x.yaml:4:7"


def test_a_place_without_more_is_the_beginning_of_its_file() -> None:
    assert str(Place(file="x.yaml")) == "x.yaml:1:1"


def test_places_sort_by_file_then_line_then_column() -> None:
    places = [Place(file=file, line=line, column=column) for column in (20, 3) for line in (10, 2) for file in "ba"]
    assert [str(place) for place in sorted(places)] == [
        *("a:2:3", "a:2:20", "a:10:3", "a:10:20"),
        *("b:2:3", "b:2:20", "b:10:3", "b:10:20"),
    ]


def test_marks_have_to_know_places_and_a_desks_own_keys() -> None:
    with pytest.raises(TypeError, match="abstract"):
        type("Half", (Marks,), {"place": lambda _, path=(): path})()


def test_marks_pass_through_an_adapter_as_they_are() -> None:
    marks = Mock(spec=Marks)
    adapter: TypeAdapter[Marks] = TypeAdapter(Marks)
    assert adapter.validate_python(marks) is marks
    with pytest.raises(ValidationError):
        adapter.validate_python({"place": "here"})
