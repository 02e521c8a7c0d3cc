"""The result of a check as plain data that JSON can hold, and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from claimtrack.model.findings import Finding, Related, Subject
from claimtrack.model.place import Place
from claimtrack.model.report import Report, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable

_Ends = tuple[str, int, int, int, int]


def pack_report(report: Report) -> bytes:
    """Return a report as one line of text."""
    parts = [asdict(report.summary), report.broken, _plain(report.findings)]
    return json.dumps(parts, separators=(",", ":")).encode()


def unpack_report(packed: bytes) -> Report:
    """Return the report that was packed."""
    summary, broken, findings = json.loads(packed)
    silent = tuple((file, number) for file, number in broken)
    return Report(tuple(_finding(*parts) for parts in findings), Summary(**summary), silent)


def pack_findings(findings: Iterable[Finding]) -> str:
    """Return findings as one line of text."""
    return json.dumps(_plain(findings), separators=(",", ":"))


def unpack_findings(packed: str) -> list[Finding]:
    """Return the findings that were packed."""
    return [_finding(*parts) for parts in json.loads(packed)]


def _plain(findings: Iterable[Finding]) -> list[Any]:
    return [
        [
            [finding.code, finding.name, finding.severity, finding.message, finding.hint, finding.fingerprint],
            [finding.subject.claim, finding.subject.source, finding.subject.party, finding.subject.article],
            _ends(finding.place),
            [[_ends(related.place), related.message] for related in finding.related],
        ]
        for finding in findings
    ]


def _ends(place: Place) -> _Ends:
    return (place.file, place.line, place.column, place.end_line, place.end_column)


def _place(file: str, line: int, column: int, end_line: int, end_column: int) -> Place:
    return Place(file=file, line=line, column=column, end_line=end_line, end_column=end_column)


def _finding(words: list[Any], subject: list[str | None], ends: list[Any], related: list[Any]) -> Finding:
    code, name, severity, message, hint, fingerprint = words
    claim, source, party, article = subject
    return Finding(
        code=code,
        name=name,
        severity=severity,
        message=message,
        hint=hint,
        fingerprint=fingerprint,
        subject=Subject(claim=claim, source=source, party=party, article=article),
        place=_place(*ends),
        related=tuple(Related(_place(*where), words) for where, words in related),
    )
