"""`claimtrack stale`."""

from typing import Annotated

import typer

from claimtrack.cli import CLEAN
from claimtrack.cli._options import HERE, AsOf, Directory, NoCache, today

EXAMPLE = "claimtrack stale --format markdown"


def command(
    directory: Directory = HERE,
    output: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAT", help="table, plain, json, jsonl, csv or markdown.", show_default=False
        ),
    ] = None,
    as_of: AsOf = None,
    no_cache: NoCache = False,
) -> int:
    """List the claims to be checked again because they, the article or a source changed after the check.

    Claims that depend on one of them are listed too. Where git has the commit that brought the
    check in, each field that has changed since is shown. The exit code is 0 whatever is listed:
    `claimtrack verify` judges (CT401).
    """
    from claimtrack.cli._ground import Ground
    from claimtrack.cli._output import chosen_format, screen, write
    from claimtrack.cli._project import name_broken_files
    from claimtrack.rules import codes
    from claimtrack.store.past import signed_past
    from claimtrack.text.checks import checks
    from claimtrack.text.wording import counted
    from claimtrack.views.stale import stale, stale_table

    chosen_format("table", output)
    project = Ground(directory, no_cache=no_cache).project(as_of or today())
    name_broken_files(project)
    standings = stale(project.ledger, project.settings.max_check_age)
    changed = [(standing.claim, standing.check) for standing in standings if not standing.good]
    texts = project.ledger.once(checks)
    blind = sum(bool(item.claim.quote) and texts.paragraph(item.claim) is None for item in standings)
    if blind:
        what = counted(blind, "signed claim")
        typer.echo(f"claimtrack: {what} could not be held against the article's text: it is not here.", err=True)
    past = signed_past(project.root, project.ledger, changed, codes(), project.settings.limits)
    write("table", stale_table(project.ledger, standings, past), output, screen(everything=True))
    return CLEAN
