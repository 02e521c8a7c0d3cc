"""The result of a check: findings, and the counts of a whole project."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimtrack.model.findings import Finding


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


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a check."""

    findings: tuple[Finding, ...]
    summary: Summary
    broken: tuple[tuple[str, int], ...] = ()
    """Files with problems of their form that the settings keep silent, and how many problems each has."""


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
    return replace(report, findings=tuple(kept))
