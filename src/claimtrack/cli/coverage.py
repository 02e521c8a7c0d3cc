"""`claimtrack coverage`."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli import CLEAN, FINDINGS, NOTHING, USAGE
from claimtrack.cli._app import Failure
from claimtrack.cli._options import HERE, Directory, NoCache

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.model.ledger import Ledger
    from claimtrack.text.articles import ArticleCoverage

EXAMPLE = "claimtrack coverage harbour-sale --show-text --fail-under 100"


def command(
    article: Annotated[
        str | None,
        typer.Argument(metavar="[ARTICLE]", help="The id of an article; else all of them.", show_default=False),
    ] = None,
    directory: Directory = HERE,
    show_text: Annotated[
        bool, typer.Option("--show-text", help="Show the sentences that are not covered, and why.")
    ] = False,
    fail_under: Annotated[
        float | None,
        typer.Option(
            metavar="PERCENT", min=0, max=100, help="Exit with 1 where an article is below.", show_default=False
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAT", help="table, plain, json, jsonl, csv or markdown.", show_default=False
        ),
    ] = None,
    no_cache: NoCache = False,
) -> int:
    """Show how many sentences of an article are covered by claims, and on which lines one is not.

    Exits with 0, 1 below --fail-under, 2 for wrong usage, 3 where no article's text is here.
    """
    from datetime import date

    from claimtrack.cli._ground import Ground
    from claimtrack.cli._output import chosen_format, screen, words, write
    from claimtrack.store.answers import Answer
    from claimtrack.views.coverage import coverage_card, coverage_table

    chosen, on = chosen_format("table", output), screen(everything=True)
    try:
        ground = Ground(directory, no_cache=no_cache)
    except Failure as failure:
        if failure.code == NOTHING and chosen == "json" and article is None:
            write("table", coverage_table([]), chosen, on)
        raise
    if fail_under is not None and isnan(fail_under):
        raise Failure(USAGE, "--fail-under takes a number from 0 to 100.")

    def make() -> Answer:
        from claimtrack.cli._project import broken_files

        project = ground.project(date.min)
        found = _found(project.ledger, article)
        if article is not None and chosen == "json":
            text = words("card", coverage_card(found[0]), chosen, on)
        else:
            table = coverage_table(found, show_text=show_text, total=chosen != "csv")
            text = words("table", table, chosen, on)
        notes, code = _judged(found, fail_under)
        return Answer(text, code, broken_files(project), notes)

    return ground.answer(("coverage", article, show_text, fail_under, chosen, on), make)


def _found(ledger: Ledger, article: str | None) -> Sequence[ArticleCoverage]:
    """Return all articles, or the one that was named: one of no claim so far is an article by its kind."""
    from claimtrack.text.articles import article_coverage, cover
    from claimtrack.views.resolve import UnknownIdError, known_ids

    if article is None:
        return ledger.once(article_coverage)
    try:
        (key,) = known_ids(ledger, "source", (article,))
    except UnknownIdError as error:
        raise Failure(USAGE, str(error)) from None
    source = ledger.source_by_id[key]
    if key not in ledger.articles and source.kind != "article":
        raise Failure(USAGE, f"`{key}` is no article: no claim is of it. See `claimtrack list articles`.")
    return (cover(ledger, source),)


def _judged(found: Sequence[ArticleCoverage], fail_under: float | None) -> tuple[tuple[str, ...], int]:
    """Return lines that tell what was not checked, and the exit code."""
    from claimtrack.text.printable import one_line
    from claimtrack.text.wording import brief

    notes = []
    for item in found:
        if item.reason:
            notes.append(f"{item.article.id} was not checked: {item.reason}")
        notes.extend(
            f"{item.article.id}: “{brief(stray.quote)}” is set aside and does not stand in its text"
            for stray in item.stray
        )
    percents = [item.coverage.percent for item in found if item.coverage]
    if not percents:
        notes.append("no article could be checked")
    told = tuple(f"claimtrack: {one_line(note)}." for note in notes)
    if not percents:
        return told, NOTHING
    return told, CLEAN if fail_under is None or min(percents) >= fail_under else FINDINGS
