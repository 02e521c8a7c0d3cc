"""`claimtrack snapshot`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli import CLEAN, USAGE
from claimtrack.cli._app import Failure
from claimtrack.cli._options import HERE, Directory

if TYPE_CHECKING:
    from claimtrack.cli._project import Project
    from claimtrack.model.records import Source

EXAMPLE = "claimtrack snapshot harbour-sale downloads/harbour-sale.html --retrieved 2026-03-14"


def _date(text: str) -> str:
    """Check that an option is a date. Raises typer.BadParameter."""
    from claimtrack.model.edtf import parse_edtf

    try:
        parse_edtf(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    return text


def command(
    source: Annotated[
        str | None, typer.Argument(metavar="[SOURCE]", help="The id of the source.", show_default=False)
    ] = None,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="What there is of it: txt, md, html, srt or vtt.", show_default=False),
    ] = None,
    directory: Directory = HERE,
    retrieved: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="When it was retrieved; else today.", parser=_date, show_default=False),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="The name of the file in the snapshots folder.", show_default=False),
    ] = None,
    status: Annotated[bool, typer.Option("--status", help="List which texts are here, missing or changed.")] = False,
    output: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="With --status: table, plain, json, jsonl, csv or markdown.",
            show_default=False,
        ),
    ] = None,
) -> int:
    """Store the readable text of a source, bound by its digest; or list what has become of the texts."""
    from claimtrack.cli._project import open_project

    if status:
        if file or retrieved or name:
            raise Failure(USAGE, "`--status` lists what is stored; it takes no FILE, `--retrieved` or `--as`.")
        return _list(open_project(directory, None), source, output)
    if not source or not file:
        raise Failure(USAGE, "give a SOURCE and the FILE that holds its text, or `--status`.")
    if output:
        raise Failure(USAGE, "`--format` goes with `--status`.")
    project = open_project(directory, None)
    return _store(project, _source(project, source), directory / file, name, retrieved)


def _list(project: Project, source: str | None, output: str | None) -> int:
    from claimtrack.cli._output import screen, write
    from claimtrack.cli._project import name_broken_files
    from claimtrack.store.project import snapshots_folder
    from claimtrack.store.snapshots import Snapshots
    from claimtrack.views.snapshots import snapshot_table

    name_broken_files(project)
    sources = [_source(project, source)] if source else project.ledger.sources
    limit = project.settings.limits.snapshot_size
    texts = Snapshots(snapshots_folder(project.root, project.settings), limit=limit)
    write("table", snapshot_table(sources, texts), output, screen(everything=True))
    return CLEAN


def _source(project: Project, name: str) -> Source:
    from claimtrack.views.resolve import UnknownIdError, known_ids

    key = name.removeprefix("source:")
    try:
        known_ids(project.ledger, "source", (key,))
    except UnknownIdError as error:
        raise Failure(USAGE, str(error)) from None
    return project.ledger.source_by_id[key]


def _store(project: Project, source: Source, file: Path, name: str | None, retrieved: str | None) -> int:
    """Store the text and write it into the record: both, or neither."""
    from claimtrack.store.atomic import WriteError
    from claimtrack.store.extract import ExtractError, extract
    from claimtrack.store.project import snapshots_folder
    from claimtrack.store.snapshots import digest_of, place_snapshot
    from claimtrack.store.write import Change, Edit
    from claimtrack.text.printable import one_line

    own = source.snapshot.file if source.snapshot else None
    name = name or own or f"{source.id}.txt"
    record, place = ("sources", source.id), source.marks.place().file
    others = [
        other.snapshot for other in project.ledger.source_by_id.values() if other.snapshot and other.id != source.id
    ]
    try:
        text = extract(file, limit=project.settings.limits.snapshot_size)
        changes = [Change(record=record, field="snapshot", value={"file": name, "sha256": digest_of(text)})]
        # A date that somebody recorded stays, unless other words have come since.
        replaced = source.snapshot is not None and source.snapshot.sha256 != digest_of(text)
        if retrieved or replaced or source.retrieved is None:
            changes.append(Change(record=record, field="retrieved", value=retrieved or str(project.ledger.today)))
        edit = Edit(project.root / place, changes, name=place, limits=project.settings.limits)
        folder = snapshots_folder(project.root, project.settings)
        stored = place_snapshot(folder, name, text, own=own, others=others)
        try:
            edit.save()
        except BaseException:
            if not edit.saved:
                stored.undo()
            raise
    except (ExtractError, WriteError) as error:
        raise Failure(USAGE, one_line(str(error))) from None
    where = folder / name
    shown = where.relative_to(project.root) if where.is_relative_to(project.root) else where
    typer.echo(f"claimtrack: {one_line(f'{source.id}: {shown}, recorded in {place}')}", err=True)
    return CLEAN
