"""`claimtrack list`."""

from __future__ import annotations

from typing import Annotated, Any, get_args

import typer

from claimtrack.cli import CLEAN, USAGE
from claimtrack.cli._app import Failure
from claimtrack.cli._options import HERE, Directory, codes
from claimtrack.model.records import ClaimType, VerdictLabel
from claimtrack.model.sourcing import LEVELS
from claimtrack.views import What

EXAMPLE = "claimtrack list --sourcing unsourced --columns id,text,file,line"


def _choice(values: tuple[str, ...], text: str) -> Any:  # noqa: ANN401  (typer has no name for it)
    """Return an option that takes one of a few words each time it is given."""

    def parse(word: str) -> str:
        if word not in values:
            raise typer.BadParameter(f"`{word}` is none of {', '.join(values)}.")
        return word

    return typer.Option(
        metavar="WORD",
        help=f"{text}: {', '.join(values)}.",
        show_default=False,
        parser=parse,
        autocompletion=lambda: values,
    )


def command(
    what: Annotated[What, typer.Argument(help="What to list.")] = "claims",
    directory: Directory = HERE,
    sourcing: Annotated[list[str] | None, _choice(LEVELS, "Claims of this sourcing")] = None,
    verdict: Annotated[list[str] | None, _choice(get_args(VerdictLabel), "Claims with this verdict")] = None,
    type: Annotated[list[str] | None, _choice(get_args(ClaimType), "Claims of this type")] = None,  # noqa: A002  (the flag's name)
    article: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Claims of this article.", show_default=False)
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Claims that cite this source.", show_default=False)
    ] = None,
    party: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Claims by this party or about it.", show_default=False)
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option(metavar="TAG", help="Claims with this tag.", show_default=False)
    ] = None,
    unchecked: Annotated[bool, typer.Option("--unchecked", help="Claims that nobody has signed.")] = False,
    search: Annotated[
        str | None,
        typer.Option("--search", "-s", metavar="WORDS", help="Records that hold these words.", show_default=False),
    ] = None,
    sort: Annotated[
        str | None,
        typer.Option(metavar="COLUMN", help="Sort by this column; -COLUMN turns it round.", show_default=False),
    ] = None,
    columns: Annotated[
        list[str] | None, typer.Option(metavar="NAMES", help="These columns, as in id,text.", show_default=False)
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAT", help="table, plain, json, jsonl, csv or markdown.", show_default=False
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every row, however long the table.")] = False,
) -> int:
    """List claims, sources, parties or articles; of several values of a filter any will do."""
    from datetime import date

    from claimtrack.cli._output import screen, write
    from claimtrack.cli._project import name_broken_files, open_project
    from claimtrack.views.listing import Filters, UnknownColumnError, listing
    from claimtrack.views.resolve import UnknownIdError, known_ids

    project = open_project(directory, date.min)
    try:
        filters = Filters(
            sourcing=tuple(sourcing or ()),
            verdict=tuple(verdict or ()),
            type=tuple(type or ()),
            article=known_ids(project.ledger, "source", codes(article)),
            source=known_ids(project.ledger, "source", codes(source)),
            party=known_ids(project.ledger, "party", codes(party)),
            tag=codes(tag),
            unchecked=unchecked,
            search=search,
        )
        table = listing(project.ledger, what, filters, sort=sort, columns=codes(columns))
    except (UnknownColumnError, UnknownIdError) as error:
        raise Failure(USAGE, str(error)) from None
    name_broken_files(project)
    write("table", table, output, screen(everything=everything))
    return CLEAN
