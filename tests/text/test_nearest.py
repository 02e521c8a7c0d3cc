from __future__ import annotations

import pytest

from claimtrack.text.nearest import did_you_mean, nearest

KNOWN = ["harbour-sale", "board-minutes", "text", "type", "tags"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("harbor-sale", "harbour-sale"),
        ("board-minute", "board-minutes"),
        ("txt", "text"),
        ("tag", "tags"),
        ("text", "text"),
        ("Text", "text"),
        ("zebra", None),
        ("xyz", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_the_one_most_like_it_and_a_stranger_has_none(name: str, found: str | None) -> None:
    assert nearest(name, KNOWN) == found
    assert nearest(name, iter(KNOWN)) == found


def test_of_two_names_that_are_equally_near_the_first_known_one_is_taken() -> None:
    assert nearest("vote-2", ["vote-1", "vote-3"]) == "vote-1"
    assert nearest("vote-2", ["vote-3", "vote-1"]) == "vote-3"


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert nearest("text", []) is None


def test_a_near_name_is_asked_for_and_else_there_is_other_advice() -> None:
    assert did_you_mean("txt", KNOWN, "Record it.") == "Did you mean `text`?"
    assert did_you_mean("zebra", KNOWN, "Record it.") == "Record it."
