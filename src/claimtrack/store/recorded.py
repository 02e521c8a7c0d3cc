"""What reading one record file brings forth."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.model.findings import Fault
    from claimtrack.model.ledger import Cut, FileArticle
    from claimtrack.model.records import Record
    from claimtrack.store.decode import Lines


@dataclass(slots=True)
class FileRecords:
    """What one file holds, in its order."""

    lines: Lines
    sound: list[Record] = field(default_factory=list)
    broken: list[Record] = field(default_factory=list)
    nameless: list[Record] = field(default_factory=list)
    """Broken records without an id of their own: they lend nothing but their references."""
    not_read: int = 0
    faults: list[Fault] = field(default_factory=list)
    article: FileArticle | None = None
    cuts: list[Cut] = field(default_factory=list)
    unread: bool = False
    """Whether a part of the file, and so what it may hold, is unknown."""

    @property
    def whole(self) -> bool:
        """Whether it could be read to the end without anything to tell of its form."""
        return not (self.broken or self.nameless or self.not_read or self.faults or self.cuts or self.unread)
