"""`claimtrack list`."""

from typing import Annotated, Any, get_args

import typer

from claimtrack.cli import USAGE
from claimtrack.cli._app import Failure
from claimtrack.cli._options import HERE, Directory, NoCache, codes
from claimtrack.model.vocabulary import LEVELS, ClaimType, VerdictLabel
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
    no_cache: NoCache = False,
) -> int:
    """List claims, sources, parties or articles; of several values of a filter any will do."""
    from datetime import date

    from claimtrack.cli._ground import Ground
    from claimtrack.cli._output import chosen_format, screen, words
    from claimtrack.store.answers import Answer

    chosen, on = chosen_format("table", output), screen(everything=everything)
    ground = Ground(directory, no_cache=no_cache)

    def make() -> Answer:
        from claimtrack.cli._project import broken_files
        from claimtrack.views.listing import Filters, UnknownColumnError, listing
        from claimtrack.views.resolve import UnknownIdError, known_ids

        project = ground.project(date.min)
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
        return Answer(words("table", table, chosen, on), before=broken_files(project))

    chosen_by = (sourcing, verdict, type, article, source, party, tag, unchecked, search, sort, columns)
    return ground.answer(("list", what, chosen, on, *chosen_by), make)
