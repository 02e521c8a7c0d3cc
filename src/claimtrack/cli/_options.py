"""Options that several commands share."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli import USAGE
from claimtrack.cli._app import Failure
from claimtrack.text.printable import one_line

Directory = Annotated[
    Path,
    typer.Option("-C", "--directory", metavar="DIR", help="Work as if started in this folder.", show_default=False),
]
HERE = Path()


def parse_day(text: str) -> date:
    """Read a day. Raises typer.BadParameter."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"`{text}` is no day; write it as 2026-11-22") from None


AsOf = Annotated[
    date | None,
    typer.Option(
        metavar="DATE", parser=parse_day, help="Take this day for today, as in 2026-11-22.", show_default=False
    ),
]


NoCache = Annotated[
    bool, typer.Option("--no-cache", envvar="CLAIMTRACK_NO_CACHE", help="Work everything out anew.", show_envvar=False)
]


def today() -> date:
    """Return SOURCE_DATE_EPOCH's day where it is set, else the local date. Raises Failure."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        raise Failure(USAGE, f"SOURCE_DATE_EPOCH must be a number of seconds, not `{one_line(epoch)}`.") from None


def codes(values: list[str] | None) -> tuple[str, ...]:
    """Read codes that were given once each or with commas between them."""
    return tuple(part.strip() for value in values or () for part in value.split(",") if part.strip())
