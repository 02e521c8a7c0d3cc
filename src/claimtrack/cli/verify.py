"""`claimtrack verify`."""

import os
from pathlib import Path
from typing import Annotated, Literal

import typer

from claimtrack.cli import CLEAN, FINDINGS, NOTHING, USAGE
from claimtrack.cli._app import Failure
from claimtrack.cli._options import HERE, AsOf, Directory, NoCache, codes, today
from claimtrack.text.printable import one_line

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
    require_snapshots: Annotated[
        bool, typer.Option("--require-snapshots", help="Make a text that is not here an error (CT503).")
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="Show infos one by one in the table.")] = False,
    no_cache: NoCache = False,
) -> int:
    """Check that the records hold together.

    Exits with 0 where nothing was found, 1 with findings, 2 for wrong usage, 3 where nothing could be checked.
    """
    from claimtrack.cli._ground import Ground
    from claimtrack.cli._output import chosen_format, screen, told_of_broken, words, write
    from claimtrack.store.answers import Answer

    for path in paths or ():
        if not (directory / path).exists():
            raise Failure(USAGE, f"{one_line(str(path))} does not exist.")
    chosen, on = chosen_format("report", output), screen(everything=everything)
    try:
        ground = Ground(directory, no_cache=no_cache)
    except Failure as failure:
        if failure.code == NOTHING and chosen == "json":
            from claimtrack.engine import nothing_checked

            write("report", nothing_checked(), chosen, on)
        raise
    names = [name for path in paths or () for name in _names(path, directory, ground.root)]
    day = as_of or today()

    def make() -> Answer:
        from claimtrack.model.report import limited

        report = ground.report(day, codes(select), codes(ignore), require_snapshots=require_snapshots)
        if paths:
            report = limited(report, names)
        text = words("report", report, chosen, on)
        notes = told_of_broken(report.broken)
        if not report.summary.claims:
            return Answer(text, NOTHING, after=(*notes, "claimtrack: no claim could be checked."))
        found = {finding.severity for finding in report.findings} if paths else report.summary.severities
        failed = any(_fails(severity, fail_on) for severity in found)
        return Answer(text, FINDINGS if failed else CLEAN, after=notes)

    return ground.answer(("verify", chosen, on, day, fail_on, select, ignore, names, require_snapshots), make)


def _names(path: Path, directory: Path, root: Path) -> list[str]:
    """Return a path as findings may have it, relative to the root: as it was given, or where its links lead."""
    place = directory.resolve() / path
    ways = {Path(os.path.normpath(place)), place.parent.resolve() / place.name, place.resolve()}
    if any(root.is_relative_to(way) for way in ways):
        return ["."]
    return sorted(way.relative_to(root).as_posix() for way in ways if way.is_relative_to(root)) or ["/"]


def _fails(severity: str, fail_on: FailOn) -> bool:
    from claimtrack.model.findings import SEVERITIES

    return fail_on != "never" and severity in SEVERITIES[: SEVERITIES.index(fail_on) + 1]
