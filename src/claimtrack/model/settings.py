"""The settings of a project: which rules speak, how loudly, and the house's own thresholds."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import timedelta

    from claimtrack.model.findings import Severity

_ALL = ("CT",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is read before reading stops: enough for any desk, too little to fill a machine."""

    file_size: int = 16 * 2**20
    """Bytes of a record file. About 20,000 claims; nobody looks through more in one file."""
    line_length: int = 2_000_000
    """Characters of a line of a record file. No editor and no diff shows one half as long."""
    nesting: int = 50
    """Levels of values within values in a record file; a record needs six."""
    aliases: int = 10_000
    """Values that all aliases of a record file may stand for, counted each time."""
    records: int = 200_000
    """Records of a project. Beyond half of it they belong into a database."""
    snapshot_size: int = 16 * 2**20
    """Bytes of the text of a source; ten times the longest novels."""


DEFAULT_LIMITS = Limits()


def raised_by(key: str) -> str:
    """Return the sentence that tells who has met a limit which setting raises it."""
    return f"Or raise `{key}` under `limits` in the settings."


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One frozen object, made once from flags, variables and files, and passed along."""

    select: tuple[str, ...] = _ALL
    """Codes or prefixes of codes that speak."""
    ignore: tuple[str, ...] = ()
    """Codes or prefixes that do not; of two that fit, the longer wins, and `ignore` a tie."""
    severity: tuple[tuple[str, Severity], ...] = ()
    """Severities by code or prefix, where they differ from the rule's own."""
    per_path_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Codes or prefixes to leave out, by a pattern of paths relative to the root."""
    min_origins: int = 1
    """How many independent origins a claim needs (CT105)."""
    min_secondary: int = 0
    """How many secondary sources do where there is no primary one (CT105)."""
    max_check_age: timedelta | None = None
    """How long a check stays good (CT401)."""
    require_snapshots: bool = False
    """Whether a missing text is an error, and a quoted source without one too (CT503)."""
    hedges: tuple[str, ...] = ()
    """Words of the house that hedge an assertion, besides the known ones (CT205)."""
    snapshots: str | None = None
    """The snapshots folder, absolute or relative to the root; None for `claims/snapshots`."""
    limits: Limits = DEFAULT_LIMITS
    """How much is read before reading stops."""

    def speaks(self, code: str) -> bool:
        """Tell whether a rule is selected."""
        return _longest(code, self.select) > _longest(code, self.ignore)

    def speaks_at(self, code: str, file: str) -> bool:
        """Tell whether a rule may speak about a file."""
        return not any(
            _lies_in(file, pattern) and _longest(code, codes) >= 0 for pattern, codes in self.per_path_ignores
        )

    def severity_of(self, code: str, own: Severity) -> Severity:
        """Return the severity of a rule: the setting with the longest fitting prefix, else its own."""
        fitting = [(len(prefix), severity) for prefix, severity in self.severity if code.startswith(prefix)]
        return max(fitting, key=lambda pair: pair[0])[1] if fitting else own


def _lies_in(file: str, pattern: str) -> bool:
    """Tell whether a pattern fits a file, or names a folder that it lies in."""
    pattern = pattern.removeprefix("./").rstrip("/")
    return fnmatchcase(file, pattern) or file.startswith(f"{pattern}/")


def _longest(code: str, prefixes: tuple[str, ...]) -> int:
    """Return the length of the longest prefix that fits, -1 where none does."""
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)
