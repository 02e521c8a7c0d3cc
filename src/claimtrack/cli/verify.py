"""`claimtrack verify`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from claimtrack.cli import CLEAN, FINDINGS, NOTHING, USAGE
from claimtrack.cli._app import Failure
from claimtrack.cli._options import HERE, AsOf, Directory, codes

EXAMPLE = "claimtrack verify --fail-on warning claims/harbour-sale.yaml"

FailOn = Literal["error", "warning", "info", "never"]


def command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Report on these files and folders only.", show_default=False),
    ] = None,
    directory: Directory = HERE,
    output: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help="table, plain or json.", show_default=False)
    ] = None,
    fail_on: Annotated[FailOn, typer.Option(help="Exit with 1 from this severity on.")] = "error",
    select: Annotated[
        list[str] | None, typer.Option(metavar="CODES", help="Only these rules, as in CT1,CT206.", show_default=False)
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="CODES", help="Not these rules, as in CT402.", show_default=False)
    ] = None,
    as_of: AsOf = None,
    everything: Annotated[bool, typer.Option("--all", help="Show infos one by one in the table.")] = False,
) -> int:
    """Check that the records hold together.

    Exits with 0 where nothing was found, 1 with findings, 2 for wrong usage, 3 where nothing could be checked.
    """
    from claimtrack.cli._output import screen, write
    from claimtrack.cli._project import open_project
    from claimtrack.engine import limited, nothing_checked

    try:
        project = open_project(directory, as_of, select=codes(select), ignore=codes(ignore))
    except Failure as failure:
        if failure.code == NOTHING and output == "json":
            write("report", nothing_checked(), output, screen())
        raise
    report = project.check()
    if paths:
        report = limited(report, [_relative(path, directory, project.root) for path in paths])
    write("report", report, output, screen(everything=everything))
    if not report.summary.claims:
        typer.echo("claimtrack: there is no claim to check.", err=True)
        return NOTHING
    return FINDINGS if any(_fails(finding.severity, fail_on) for finding in report.findings) else CLEAN


def _relative(path: Path, directory: Path, root: Path) -> str:
    """Return a path of the command line as findings have it: relative to the root."""
    place = directory / path
    if not place.exists():
        raise Failure(USAGE, f"{path} does not exist.")
    whole = place.absolute().resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else "/"


def _fails(severity: str, fail_on: FailOn) -> bool:
    from claimtrack.model.findings import SEVERITIES

    return fail_on != "never" and severity in SEVERITIES[: SEVERITIES.index(fail_on) + 1]
