from __future__ import annotations

import pytest

from claimtrack.formats import Screen, formats
from claimtrack.views.cache import SCHEMA, cache_card


@pytest.mark.parametrize(
    ("folder", "size", "dropped", "words"),
    [
        (None, (0, 0), None, "There is no cache: the system names no home folder. Set CLAIMTRACK_CACHE to a folder."),
        ("/c", (0, 0), None, "empty"),
        ("/c", (1, 3 * 2**20), None, "1 file, 3.0 MB"),
        ("/c", (1_200, 2**19), None, "1,200 files, 0.5 MB"),
        ("/c", (0, 0), 0, "was empty already"),
        ("/c", (2, 100), 2, "2 files thrown away"),
        ("/c", (2, 100), 1, "1 file thrown away; 1 file could not be"),
    ],
)
def test_the_card_says_what_is_there_or_what_became_of_it(
    folder: str | None, size: tuple[int, int], dropped: int | None, words: str
) -> None:
    card = cache_card("/desk", folder, size, dropped)
    assert card.text == words
    assert card.item == {
        "schema": SCHEMA,
        "root": "/desk",
        "folder": folder,
        "files": size[0],
        "bytes": size[1],
        "dropped": dropped,
    }


def test_project_and_folder_are_shown_in_all_formats() -> None:
    card = cache_card("/desk\x1b[2J", "/caches/desk", (1, 1), None)
    for name, put in formats("card").items():
        text = put(card, Screen())
        assert "/caches/desk" in text, name
        assert "\x1b" not in text
