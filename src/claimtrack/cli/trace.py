"""`claimtrack trace`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli import CLEAN, USAGE
from claimtrack.cli._app import Failure
from claimtrack.cli._options import HERE, AsOf, Directory

EXAMPLE = "claimtrack trace harbour-sale/six-votes"


def command(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, source or article.")],
    directory: Directory = HERE,
    output: Annotated[str, typer.Option("--format", metavar="FORMAT", help="tree, json, mermaid or dot.")] = "tree",
    as_of: AsOf = None,
) -> int:
    """Show the way of a claim from its origins to the article, and what changed on it."""
    from claimtrack.cli._output import chosen_format, screen, write
    from claimtrack.cli._project import name_broken_files, open_project
    from claimtrack.model.records import Party
    from claimtrack.views.resolve import UnknownIdError, resolve
    from claimtrack.views.trace import trace

    chosen_format("trace", output)
    project = open_project(directory, as_of)
    name_broken_files(project)
    try:
        record = resolve(project.ledger, id_)
    except UnknownIdError as error:
        raise Failure(USAGE, str(error)) from None
    if isinstance(record, Party):
        raise Failure(USAGE, f"{record.id} is a party: give the id of a claim, a source or an article.")
    write("trace", trace(project.ledger, record, project.settings.hedges), output, screen())
    return CLEAN
