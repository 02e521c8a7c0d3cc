"""What to say of words that do not stand where they should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.text.diff import render_changes
from claimtrack.text.wording import brief

if TYPE_CHECKING:
    from claimtrack.text.passages import Passage


def missing_words(passage: Passage) -> str | None:
    """Say that the words are not in the text, and which come nearest; None where they are, or nobody could look."""
    resolution = passage.resolution
    if resolution is None or resolution.kind not in ("altered", "absent", "misplaced"):
        return None
    words = f"{'the cue ' if passage.role == 'cue' else ''}“{brief(passage.quote.exact)}”"
    if resolution.kind == "misplaced":
        return f"{words} stands in {passage.source}, but not in that place: what is around it is not as recorded"
    if resolution.nearest is None:
        return f"{words} does not stand in {passage.source}"
    near = resolution.nearest
    if not near.changes:
        return f"{words} does not stand in {passage.source} as whole words"
    return f"{words} does not stand in {passage.source}; it has “{brief(near.text)}”: {render_changes(near.changes)}"
