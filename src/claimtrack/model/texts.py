"""What the words of a source are, as far as they are here: filled by the store, asked by rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from claimtrack.model.records import Source

TextStatus = Literal["here", "missing", "changed", "none"]
"""Here to be read; not here; not the text that was recorded; no text recorded at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextState:
    """What has become of the text of one source."""

    status: TextStatus
    text: str | None = None
    """The words, only where they are here: a changed text is not searched."""
    reason: str = ""
    """Why it is missing or changed, where there is more to say: `leads out of the snapshots folder`."""


class NoTexts:
    """Texts of which none is here."""

    def state(self, source: Source) -> TextState:
        """Return that the text is missing, or that none was recorded."""
        return TextState(status="missing" if source.snapshot else "none")


class Texts(Protocol):
    """Knows the texts of all sources."""

    def state(self, source: Source) -> TextState:
        """Return what has become of the text of a source. Never raises for what it finds."""
        ...
