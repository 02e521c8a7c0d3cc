"""What checking brings forth: faults of a file, problems of a record, findings for a reader."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from claimtrack.model.place import Path, Place
    from claimtrack.model.records import Record

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""Worst first."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a reader has to see to understand a finding."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The record that a finding is about, by its ids; all None for a whole file."""

    claim: str | None = None
    source: str | None = None
    party: str | None = None
    article: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What loading met: a code, a place and words; the engine adds name and severity."""

    code: str
    place: Place
    message: str
    hint: str
    subject: Subject = field(default_factory=Subject)
    related: tuple[Related, ...] = ()
    unread: bool = False
    """Whether it leaves unknown what the file, or a part of it, holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What a rule found wrong with one record."""

    record: Record | None
    """The record to be mended; None only where a file's own field is at fault."""
    message: str
    """Names the record and says what is wrong, in the record's own words."""
    hint: str
    """Says what to do next."""
    at: Path = ()
    """The field at fault; empty for the record as a whole."""
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    """Where it differs from the rule's own."""
    place: Place | None = None
    """Where it differs from the place of `record` and `at`."""
    article: str | None = None
    """The article concerned, where the record does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One message for a reader, complete in itself; every output format is made from these."""

    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    subject: Subject
    place: Place
    related: tuple[Related, ...] = ()
    fingerprint: str
    """Stays the same while the record and what is wrong with it do, whatever moves around it."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: file, line, column, code, and the words for what is left."""
        return (self.place.file, self.place.line, self.place.column, self.code, self.message)
