"""Chooses a format and writes what it makes."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from claimtrack.cli import USAGE
from claimtrack.cli._app import Failure
from claimtrack.formats import Card, Screen, Table, Thing, formats, writer

if TYPE_CHECKING:
    from collections.abc import Iterable

_NARROWEST = 20


def screen(*, everything: bool = False) -> Screen:
    """Return what stdout is: its width, and whether it takes colour."""
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = max(shutil.get_terminal_size().columns, _NARROWEST)
    return Screen(width=width, colour=colour, everything=everything)


def chosen_format(thing: Thing, name: str | None) -> str:
    """Return the format to print in. Raises Failure where there is none of that name."""
    chosen = name or ("table" if sys.stdout.isatty() else "plain")
    if writer(thing, chosen) is None:
        from claimtrack.text.nearest import did_you_mean

        known = formats(thing)
        hint = did_you_mean(chosen, known, "")
        raise Failure(USAGE, f"`{chosen}` is no format of this command; there are {', '.join(known)}. {hint}".strip())
    return chosen


def write(thing: Thing, value: Table | Card | object, name: str | None, on: Screen) -> None:
    """Put a value into words and write them to stdout. Raises Failure for an unknown format."""
    sys.stdout.write(words(thing, value, chosen_format(thing, name), on))


def told_of_broken(files: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """Return a line for each file that is not, or not all, in what a command prints.

    In: the files, with how many problems each has.
    """
    from claimtrack.text.printable import one_line
    from claimtrack.text.wording import counted

    return tuple(
        f"claimtrack: {one_line(file)} has {counted(number, 'problem')}; `claimtrack verify` says which."
        for file, number in files
    )


def words(thing: Thing, value: Table | Card | object, name: str, on: Screen) -> str:
    """Put a value into words. In: what it is, and the name of a format that there is."""
    put = writer(thing, name)
    if put is None:
        raise ValueError(f"no format {name} for a {thing}")
    return put(value, on)
