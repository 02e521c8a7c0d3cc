"""Chooses a format and writes what it makes."""

from __future__ import annotations

import os
import shutil
import sys

from claimtrack.cli import USAGE
from claimtrack.cli._app import Failure
from claimtrack.formats import Card, Screen, Table, Thing, formats
from claimtrack.text.nearest import did_you_mean

FORMAT_HELP = "How to print: {names}. A table for a terminal, plain lines otherwise."
_NARROWEST = 20


def screen(*, everything: bool = False) -> Screen:
    """Return what stdout is: its width, and whether it takes colour."""
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    width = max(shutil.get_terminal_size().columns, _NARROWEST)
    return Screen(width=width, colour=colour, everything=everything)


def write(thing: Thing, value: Table | Card | object, name: str | None, on: Screen) -> None:
    """Put a value into words and write them to stdout. Raises Failure for an unknown format."""
    known = formats(thing)
    chosen = name or ("table" if sys.stdout.isatty() else "plain")
    if chosen not in known:
        hint = did_you_mean(chosen, known, "")
        raise Failure(USAGE, f"`{chosen}` is no format of this command; there are {', '.join(known)}. {hint}".strip())
    sys.stdout.write(known[chosen](value, on))
