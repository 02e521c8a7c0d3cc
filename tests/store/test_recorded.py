from __future__ import annotations

from typing import Any

import pytest

from claimtrack.model.findings import Fault
from claimtrack.model.ledger import FileArticle
from claimtrack.model.place import Place
from claimtrack.store.decode import Lines
from claimtrack.store.recorded import FileRecords

LINES = Lines.of("claims/a.yaml", "")
PLACE = Place(file="claims/a.yaml")
FAULT = Fault(code="CT003", place=PLACE, message="", hint="")


def test_a_file_that_holds_nothing_is_whole() -> None:
    assert FileRecords(LINES).whole


def test_what_a_file_holds_leaves_it_whole() -> None:
    found = FileRecords(LINES, article=FileArticle("harbour-sale", PLACE))
    found.sound.extend(FileRecords(LINES).sound)
    assert found.whole


@pytest.mark.parametrize(
    "with_fault",
    [
        {"broken": [None]},
        {"nameless": [None]},
        {"not_read": 1},
        {"faults": [FAULT]},
        {"cuts": [None]},
        {"unread": True},
    ],
    ids=lambda held: next(iter(held)),
)
def test_a_file_with_anything_to_tell_of_is_not_whole(with_fault: dict[str, Any]) -> None:
    assert not FileRecords(LINES, **with_fault).whole
