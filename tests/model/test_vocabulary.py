from __future__ import annotations

from typing import get_args

import pytest

from claimtrack.model import vocabulary
from claimtrack.model.vocabulary import LEVELS, Level

KINDS = sorted(name for name, value in vars(vocabulary).items() if name[0].isupper() and get_args(value))


def test_the_levels_go_from_no_source_to_sources_against() -> None:
    assert get_args(Level) == LEVELS
    assert (LEVELS[0], LEVELS[-1], len(LEVELS)) == ("unsourced", "refuted", 6)


@pytest.mark.parametrize("kind", KINDS)
def test_a_word_is_there_once_and_can_be_written_in_yaml_without_quotes(kind: str) -> None:
    words = get_args(getattr(vocabulary, kind))
    assert len(words) == len(set(words)) > 1
    assert all(word.replace("-", "").isalpha() for word in words)
    assert not {"no", "yes", "on", "off", "true", "false", "null"} & set(words)
