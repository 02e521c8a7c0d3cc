"""`claimtrack show`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli import CLEAN, USAGE
from claimtrack.cli._app import Failure
from claimtrack.cli._options import HERE, AsOf, Directory

EXAMPLE = "claimtrack show harbour-sale/six-votes"


def command(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, source, party or article.")],
    directory: Directory = HERE,
    output: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help="table, plain or json.", show_default=False)
    ] = None,
    as_of: AsOf = None,
) -> int:
    """Show everything about one claim, source, party or article."""
    from claimtrack.cli._output import screen, write
    from claimtrack.cli._project import name_broken_files, open_project
    from claimtrack.views.resolve import UnknownIdError, resolve
    from claimtrack.views.show import card

    project = open_project(directory, as_of)
    name_broken_files(project)
    try:
        record = resolve(project.ledger, id_)
    except UnknownIdError as error:
        raise Failure(USAGE, str(error)) from None
    write("card", card(project.ledger, record, project.check().findings), output, screen())
    return CLEAN
