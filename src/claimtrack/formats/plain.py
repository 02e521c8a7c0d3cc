"""Plain lines for pipes and logs: never wrapped, never cut, one thing a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.text.printable import indented, one_line
from claimtrack.text.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.formats import Card, Screen, Table
    from claimtrack.model.findings import Finding
    from claimtrack.model.report import Report, Summary


def table(table: Table, _screen: Screen) -> str:
    """Return the rows of a table, their cells between tabs, without a heading."""
    return "".join("\t".join(one_line(cell) for cell in row) + "\n" for row in table.rows)


def card(card: Card, _screen: Screen) -> str:
    """Return a record with its blocks, indented."""
    lines = [card.title, card.text]
    for block in card.blocks:
        lines.append("")
        if block.heading:
            lines.append(block.heading)
        for line in block.lines:
            label = f"{line.label}: " if line.label else ""
            lines.append(f"{'  ' * (line.depth + bool(block.heading))}{label}{line.text}")
    return "".join(f"{indented(line)}\n" for line in lines)


def report(report: Report, _screen: Screen) -> str:
    """Return a line for each finding, as editors and grep know them, and the summary."""
    lines = [finding_lines(report.findings)] if report.lines is None else report.lines
    return "".join((*lines, one_line(summary_line(report.summary)), "\n"))


def finding_lines(findings: Iterable[Finding]) -> str:
    """Return a line for each finding."""
    lines = (
        f"{finding.place}: {finding.severity} {finding.code} {finding.message} {finding.hint}"
        + "".join(f" ({related.place}: {related.message})" for related in finding.related)
        for finding in findings
    )
    return "".join(f"{one_line(line)}\n" for line in lines)


def summary_line(summary: Summary) -> str:
    """Return what was checked and what came of it, in one line."""
    sourcing = ", ".join(f"{number:,} {level}" for level, number in summary.sourcing.items() if number)
    found = ", ".join(
        (
            counted(summary.errors, "error"),
            counted(summary.warnings, "warning"),
            counted(summary.infos, "info"),
            *([f"{summary.waived} waived"] if summary.waived else []),
        )
    )
    not_read = f", {counted(summary.not_read, 'record')} not read" if summary.not_read else ""
    unchecked = summary.quotes["not_checked"]
    words = f"; {counted(unchecked, 'quote')} not checked" if unchecked else ""
    return f"{counted(summary.claims, 'claim')}{f' ({sourcing})' if sourcing else ''}{not_read}: {found}{words}"
