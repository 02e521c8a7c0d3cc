"""The result of a check: findings, and the counts of a whole project."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claimtrack.model.findings import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimtrack.model.findings import Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The counts of a whole project."""

    articles: int
    sources: int
    claims: int
    not_read: int
    """Records that are too broken to judge."""
    errors: int
    warnings: int
    infos: int
    waived: int
    sourcing: Mapping[str, int]
    """Claims by level of sourcing."""
    quotes: Mapping[str, int]
    """Passages and quotes of citations by what became of them."""

    @property
    def severities(self) -> list[Severity]:
        """The severities of the findings that there are."""
        counts = (self.errors, self.warnings, self.infos)
        return [severity for severity, number in zip(SEVERITIES, counts, strict=True) if number]


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a check."""

    findings: Sequence[Finding]
    """Sorted by place."""
    summary: Summary
    broken: tuple[tuple[str, int], ...] = ()
    """Files with problems of their form that the settings keep silent, and how many problems each has."""
    waived: Mapping[str, int] = field(default_factory=dict, compare=False)
    """How many findings about each record were waived, by the names of `references`."""
    lines: Sequence[str] | None = field(default=None, compare=False)
    """The findings as plain lines, where these are known already: many, with their ends."""


def limited(report: Report, prefixes: Sequence[str]) -> Report:
    """Return the report with the findings that lie, or relate to what lies, in one of the paths.

    In: paths of files or folders relative to the root. The summary stays whole.
    """

    def inside(file: str) -> bool:
        return any(prefix in (".", file) or file.startswith(f"{prefix}/") for prefix in prefixes)

    kept = (
        finding
        for finding in report.findings
        if inside(finding.place.file) or any(inside(related.place.file) for related in finding.related)
    )
    return replace(report, findings=tuple(kept), lines=None)
