"""JSON: one document, whose fields are a promise within its version."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimtrack.text.printable import escaped

if TYPE_CHECKING:
    from claimtrack.formats import Card, Screen, Table
    from claimtrack.formats._trace import Trace
    from claimtrack.model.findings import Finding
    from claimtrack.model.report import Report


def table(table: Table, _screen: Screen) -> str:
    """Return the items of a table under `items`."""
    return _document({"schema": table.schema, "items": list(table.items)})


def card(card: Card, _screen: Screen) -> str:
    """Return one record in its long form, with what is derived."""
    return _document(card.item)


def trace(trace: Trace, _screen: Screen) -> str:
    """Return the hops of a claim or a source; what changed on each runs from upstream to source."""
    hops = [
        {
            "source": hop.source,
            "upstream": hop.upstream,
            "relation": hop.relation,
            "acknowledged": hop.acknowledged,
            "language": hop.language,
            "quote": hop.quote,
            "upstream_quote": hop.upstream_quote,
            "changes": [{"from": change.from_, "to": change.to} for change in hop.changes],
            "hedge": hop.hedge,
        }
        for hop in trace.hops
    ]
    origins = [{"party": origin.party, "sources": list(origin.sources)} for origin in trace.origins]
    return _document({"id": trace.id, "independent": trace.independent, "origins": origins, "hops": hops})


def report(report: Report, _screen: Screen) -> str:
    """Return summary and findings."""
    summary = report.summary
    return _document(
        {
            "schema": "claimtrack/verify/1",
            "summary": {
                "articles": summary.articles,
                "sources": summary.sources,
                "claims": summary.claims,
                "not_read": summary.not_read,
                "errors": summary.errors,
                "warnings": summary.warnings,
                "infos": summary.infos,
                "waived": summary.waived,
                "sourcing": dict(summary.sourcing),
                "quotes": dict(summary.quotes),
            },
            "findings": [finding_item(finding) for finding in report.findings],
        }
    )


def finding_item(finding: Finding) -> dict[str, Any]:
    """Return a finding as JSON has it."""
    subject, place = finding.subject, finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        "claim": subject.claim,
        "source": subject.source,
        "party": subject.party,
        "article": subject.article,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "related": [
            {
                "file": related.place.file,
                "line": related.place.line,
                "column": related.place.column,
                "message": related.message,
            }
            for related in finding.related
        ],
        "fingerprint": finding.fingerprint,
    }


def _document(value: object) -> str:
    return escaped(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"
