"""`claimtrack explain`."""

from typing import Annotated

import typer

from claimtrack.cli import CLEAN, USAGE
from claimtrack.cli._app import Failure
from claimtrack.cli._options import HERE, Directory

EXAMPLE = "claimtrack explain CT104"


def command(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="A rule's code or name.", show_default=False)
    ] = None,
    _directory: Directory = HERE,
    output: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAT", help="table, plain, json, jsonl, csv or markdown.", show_default=False
        ),
    ] = None,
) -> int:
    """Explain a rule: what it finds, why, examples, and how to mend it. Without a code, list all."""
    from claimtrack.cli._output import screen, write
    from claimtrack.views.rulebook import UnknownRuleError, page, rulebook

    try:
        if code:
            write("card", page(code), output, screen())
        else:
            write("table", rulebook(), output, screen(everything=True))
    except UnknownRuleError as error:
        raise Failure(USAGE, str(error)) from None
    return CLEAN
