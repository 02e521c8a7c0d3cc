"""Where something stands in a record file."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Path = tuple[str | int, ...]
"""The way from a record to one of its fields: `("sources", 0, "quote")`."""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Place:
    """A span of a file; lines and columns count from 1, the end is exclusive."""

    file: str
    """The path relative to the project's root, with forward slashes."""
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Marks(ABC):
    """Knows where a record and each of its fields was written down.

    The store fills this in; a record carries it so that a rule can point at a field
    without knowing how files are read.
    """

    __slots__ = ()

    @abstractmethod
    def place(self, path: Path = ()) -> Place:
        """Return the place of the value at `path`.

        A path that the record does not hold leads to the nearest enclosing value that it
        does, and in the end to the record itself.
        """

    @abstractmethod
    def own_keys(self, path: Path = ()) -> Mapping[str, object]:
        """Return the desk's own `x-` keys of the mapping at `path`."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> dict[str, object]:
        """Let the store's adapters pass marks through as they are."""
        return {"type": "is-instance", "cls": cls}
