"""The table of `coverage`: how much of each article is covered by claims, and which lines are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.formats import Card, Table
from claimtrack.text.coverage import Coverage
from claimtrack.text.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.text.articles import ArticleCoverage

SCHEMA = "claimtrack/coverage/1"
TOTAL = "TOTAL"
"""No id: those have no capitals."""
_COLUMNS = ("article", "sentences", "covered", "percent", "missing")
_TEXT_COLUMNS = ("article", "line", "text", "reasons")


def coverage_table(found: Sequence[ArticleCoverage], *, show_text: bool = False, total: bool = True) -> Table:
    """Return a row an article, and of several their total; or a row a sentence that is not covered.

    In: what was found; whether to show the sentences; whether a total is wanted.
    """
    if show_text:
        rows = [row for item in found for row in _sentence_rows(item)]
    else:
        rows = [_row(item.article.id, item.coverage) for item in found]
        if total and len(found) > 1:
            rows.append(_row(TOTAL, _sum(found), lines=False))
    return Table(
        title=_title(found),
        columns=_TEXT_COLUMNS if show_text else _COLUMNS,
        rows=tuple(rows),
        items=tuple(coverage_item(item) for item in found),
        schema=SCHEMA,
    )


def coverage_card(found: ArticleCoverage) -> Card:
    """Return one article alone, for a program: its item is the whole document."""
    item = {"schema": SCHEMA, **coverage_item(found)}
    return Card(title=found.article.id, text=found.article.title or "", blocks=(), item=item)


def coverage_item(found: ArticleCoverage) -> dict[str, Any]:
    """Return an article as JSON has it; the numbers are null where it was not checked."""
    result = found.coverage
    return {
        "article": found.article.id,
        "sentences": result.sentences if result else None,
        "covered": result.covered if result else None,
        "percent": result.percent if result else None,
        "uncovered": [
            {"line": sentence.line, "text": sentence.text, "reasons": list(sentence.reasons)}
            for sentence in (result.uncovered if result else ())
        ],
        "set_aside": result.set_aside if result else None,
        "not_in_text": [item.quote for item in found.stray],
        "not_checked": found.reason or None,
    }


def line_ranges(lines: Iterable[int]) -> str:
    """Return lines as a test-coverage report has them: `12, 15-17`."""
    runs: list[list[int]] = []
    for line in sorted(set(lines)):
        if runs and runs[-1][-1] == line - 1:
            runs[-1][1:] = [line]
        else:
            runs.append([line])
    return ", ".join("-".join(map(str, run)) for run in runs)


def _row(name: str, result: Coverage | None, *, lines: bool = True) -> tuple[str, ...]:
    if result is None:
        return (name, "", "", "", "not checked")
    missing = line_ranges(sentence.line for sentence in result.uncovered) if lines else ""
    return (name, str(result.sentences), str(result.covered), f"{result.percent:.1f}", missing)


def _sentence_rows(found: ArticleCoverage) -> list[tuple[str, ...]]:
    return [
        (found.article.id, str(sentence.line), sentence.text, ", ".join(sentence.reasons))
        for sentence in (found.coverage.uncovered if found.coverage else ())
    ]


def _sum(found: Sequence[ArticleCoverage]) -> Coverage | None:
    """Add up what was checked; None where nothing was."""
    results = [item.coverage for item in found if item.coverage]
    if not results:
        return None
    return Coverage(
        sum(result.sentences for result in results),
        sum(result.covered for result in results),
        tuple(sentence for result in results for sentence in result.uncovered),
        sum(result.set_aside for result in results),
    )


def _title(found: Sequence[ArticleCoverage]) -> str:
    total = _sum(found)
    if total is None:
        return f"{counted(len(found), 'article')}, not checked"
    return f"{total.covered:,} of {counted(total.sentences, 'sentence')} covered ({total.percent:.1f} %)"
