"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

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


def codes(values: list[str] | None) -> tuple[str, ...]:
    """Read codes that were given once each or with commas between them."""
    return tuple(part.strip() for value in values or () for part in value.split(",") if part.strip())
