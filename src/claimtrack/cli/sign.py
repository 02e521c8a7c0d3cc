"""`claimtrack sign`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli import CLEAN, FINDINGS, USAGE
from claimtrack.cli._app import Failure
from claimtrack.cli._options import HERE, AsOf, Directory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.cli._project import Project
    from claimtrack.model.records import Claim
    from claimtrack.store.write import Edit
    from claimtrack.views.sign import Signature

EXAMPLE = "claimtrack sign harbour-sale/six-votes --by ben --role checker"


def _name(text: str) -> str:
    """Check that an option holds words on one line. Raises typer.BadParameter."""
    from claimtrack.text.printable import one_line

    if not text.strip() or one_line(text) != text.strip():
        raise typer.BadParameter("give a name, on one line and without control characters.")
    return text.strip()


def _date(text: str) -> str:
    """Check that an option is a date. Raises typer.BadParameter."""
    from claimtrack.model.edtf import parse_edtf

    try:
        return parse_edtf(text).text
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def command(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="The ids of the claims.")],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who has checked them.", parser=_name)],
    role: Annotated[
        str | None,
        typer.Option(metavar="ROLE", help="As what: checker, editor, lawyer.", parser=_name, show_default=False),
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help="When; else today.", parser=_date, show_default=False)
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Sign in spite of errors in a claim.")] = False,
    directory: Directory = HERE,
    output: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help="table, plain or json.", show_default=False)
    ] = None,
    as_of: AsOf = None,
) -> int:
    """Sign claims as they now stand: show what is signed, and write the check with its digest.

    A claim with errors is refused (exit code 1), and then none of the claims is signed.
    """
    from claimtrack.cli._output import chosen_format, screen, write
    from claimtrack.cli._project import name_broken_files, open_project
    from claimtrack.model.edtf import parse_edtf
    from claimtrack.model.records import Check
    from claimtrack.views.sign import objections, sign_card, signatures

    chosen_format("card", output)
    project = open_project(directory, as_of)
    name_broken_files(project)
    claims = _claims(project, ids)
    _refuse_errors(project, claims, force=force)
    check = Check(by=by, role=role, date=parse_edtf(date or str(project.ledger.today)))
    signed = signatures(project.ledger, claims, check)
    edits = _edits(project, signed)
    write("card", sign_card(project.ledger, signed), output, screen())
    sys.stdout.flush()  # Nothing is signed that could not be shown.
    for objection in objections(project.ledger, project.settings, signed):
        _say(objection)
    _save(edits)
    return CLEAN


def _claims(project: Project, ids: Sequence[str]) -> list[Claim]:
    """Return the claims that the ids mean, each once. Raises Failure."""
    from claimtrack.cli._project import record_named
    from claimtrack.model.records import Claim

    found: dict[str, Claim] = {}
    for name in ids:
        record = record_named(project.ledger, name)
        if not isinstance(record, Claim):
            kind = type(record).__name__.lower()
            raise Failure(USAGE, f"`{name}` is a {kind}; only claims are signed. Nothing was written.")
        found[record.key] = record
    return list(found.values())


def _refuse_errors(project: Project, claims: Sequence[Claim], *, force: bool) -> None:
    """Stop where a claim has errors, or cannot be read. Raises Failure."""
    from claimtrack.views.sign import refusals

    errors = refusals(claims, project.check().findings)
    for finding in errors:
        _say(f"{finding.subject.claim}: {finding.severity} {finding.code} {finding.message} {finding.hint}")
    broken = [claim.key for claim in claims if any(claim is record for record in project.ledger.records.broken)]
    if broken:
        raise Failure(FINDINGS, f"{broken[0]} cannot be read as it stands; nothing was signed.")
    if errors and not force:
        raise Failure(FINDINGS, "nothing was signed. Mend the errors, or give --force.")


def _edits(project: Project, signed: Sequence[Signature]) -> list[tuple[str, Edit]]:
    """Try out the change of each file. Raises Failure where one cannot be made."""
    from claimtrack.store.atomic import WriteError
    from claimtrack.store.write import Change, Edit

    by_file: dict[str, list[Change]] = {}
    for item in signed:
        if item.there:
            _say(f"{item.claim.key}: bears this very check already; it is not written again.")
            continue
        change = Change(record=("claims", item.claim.key), field="checks", value=item.fields, append=True)
        by_file.setdefault(item.claim.marks.place().file, []).append(change)
    try:
        return [
            (file, Edit(project.root / file, changes, name=file, limits=project.settings.limits))
            for file, changes in by_file.items()
        ]
    except WriteError as error:
        raise Failure(USAGE, f"{error} Nothing was signed.") from None


def _save(edits: Sequence[tuple[str, Edit]]) -> None:
    from claimtrack.store.atomic import WriteError

    done: list[str] = []
    for file, edit in edits:
        try:
            edit.save()
        except WriteError as error:
            signed = f" What is in {', '.join(done)} is signed." if done else ""
            raise Failure(USAGE, f"{error}{signed}") from None
        done.append(file)
        _say(f"signed in {file}")


def _say(words: str) -> None:
    from claimtrack.text.printable import one_line

    typer.echo(f"claimtrack: {one_line(words)}", err=True)
