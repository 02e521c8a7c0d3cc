from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import TYPE_CHECKING

import pytest

from claimtrack.model.texts import Texts, TextState

if TYPE_CHECKING:
    from claimtrack.model.records import Source


class Nothing:
    def state(self, source: Source) -> TextState:
        return TextState(status="missing", reason=f"{source} is not here")


def test_whatever_knows_states_knows_texts() -> None:
    texts: Texts = Nothing()
    assert texts.state("a") == TextState(status="missing", text=None, reason="a is not here")  # type: ignore[arg-type]


def test_a_state_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        TextState(status="here", text="a").text = "b"  # type: ignore[misc]
