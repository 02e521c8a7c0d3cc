"""`claimtrack coverage`."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli import CLEAN, FINDINGS, NOTHING, USAGE
from claimtrack.cli._app import Failure
from claimtrack.cli._options import HERE, Directory

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
) -> int:
    """Show how many sentences of an article are covered by claims, and on which lines one is not.

    Exits with 0, 1 below --fail-under, 2 for wrong usage, 3 where no article's text is here.
    """
    from datetime import date

    from claimtrack.cli._output import chosen_format, screen, write
    from claimtrack.cli._project import name_broken_files, open_project
    from claimtrack.views.coverage import coverage_card, coverage_table

    chosen = chosen_format("table", output)
    try:
        project = open_project(directory, date.min)
    except Failure as failure:
        if failure.code == NOTHING and chosen == "json" and article is None:
            write("table", coverage_table([]), chosen, screen())
        raise
    if fail_under is not None and isnan(fail_under):
        raise Failure(USAGE, "--fail-under takes a number from 0 to 100.")
    found = _found(project.ledger, article)
    name_broken_files(project)
    if article is not None and chosen == "json":
        write("card", coverage_card(found[0]), chosen, screen())
    else:
        table = coverage_table(found, show_text=show_text, total=chosen != "csv")
        write("table", table, chosen, screen(everything=True))
    return _judged(found, fail_under)


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


def _judged(found: Sequence[ArticleCoverage], fail_under: float | None) -> int:
    """Tell what was not checked. Out: the exit code."""
    from claimtrack.text.printable import one_line
    from claimtrack.text.wording import brief

    for item in found:
        if item.reason:
            typer.echo(f"claimtrack: {one_line(f'{item.article.id} was not checked: {item.reason}')}.", err=True)
        for stray in item.stray:
            words = f"{item.article.id}: “{brief(stray.quote)}” is set aside and does not stand in its text"
            typer.echo(f"claimtrack: {one_line(words)}.", err=True)
    percents = [item.coverage.percent for item in found if item.coverage]
    if not percents:
        typer.echo("claimtrack: no article could be checked.", err=True)
        return NOTHING
    return CLEAN if fail_under is None or min(percents) >= fail_under else FINDINGS
