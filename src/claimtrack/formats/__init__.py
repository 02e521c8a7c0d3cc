"""One file a format: values in, text out. Writing it somewhere is the command's business.

A format module has a function for each thing that it can put into words: `table` for rows,
`report` for findings, `card` for one record. A trailing underscore keeps a module's name apart
from the standard library's.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Thing = Literal["table", "report", "card", "trace"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """What the text is made for."""

    width: int = 80
    """In columns; only formats for a terminal look at it."""
    colour: bool = False
    everything: bool = False
    """Whether to show what is summed up otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows for a reader, and the same as items for a program."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    items: tuple[Mapping[str, Any], ...]
    schema: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a card."""

    text: str
    label: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines under a heading."""

    heading: str = ""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Everything about one record, for a reader and for a program."""

    title: str
    text: str
    blocks: tuple[Block, ...]
    item: Mapping[str, Any]


def formats(thing: Thing) -> dict[str, Callable[..., str]]:
    """Return the functions that put such a thing into words, by the names of their formats."""
    found = {name: writer(thing, name) for name in _modules()}
    return {name: function for name, function in found.items() if function}


def writer(thing: Thing, name: str) -> Callable[..., str] | None:
    """Return the function that puts such a thing into words; imports no other format.

    In: what it is, and the name of a format. Out: None where there is no such format, or where
    it has no words for such a thing.
    """
    module = _modules().get(name)
    return getattr(import_module(f"{__name__}.{module}"), thing, None) if module else None


@cache
def _modules() -> dict[str, str]:
    """Return the modules of this folder by the names of their formats."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return {name.rstrip("_"): name for name in names if not name.startswith("_")}
