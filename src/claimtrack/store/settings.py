"""The settings of a project, from its file, the environment and the command line."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from claimtrack.model.findings import SEVERITIES, Severity
from claimtrack.model.settings import Limits, Settings
from claimtrack.store.reading import NoFileError, TooLargeError, read_bytes, size_in_words
from claimtrack.store.root import (
    LARGEST_SETTINGS,
    PYPROJECT,
    SETTINGS_FILE,
    SNAPSHOTS_VARIABLE,
    mentions_claimtrack,
)
from claimtrack.text.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

_FORMAT = 1
_KEYS = (
    "format",
    "select",
    "ignore",
    "severity",
    "per-path-ignores",
    "min-origins",
    "min-secondary",
    "max-check-age",
    "snapshots",
    "require-snapshots",
    "hedges",
    "limits",
)
_PREFIX = re.compile(r"C(?:T\d{0,3})?")
_DAYS = re.compile(r"(\d{1,5})d")
_SIZE = re.compile(r"(\d{1,12}) ?([KMG]?)B", re.IGNORECASE)
_UNITS = {"": 1, "K": 2**10, "M": 2**20, "G": 2**30}
_RANGES = {"nesting": (10, 200), "aliases": (0, 10**9), "records": (1, 10**9), "line-length": (1_000, 2**31)}
"""What a limit may be. A record needs six levels, and a thousand would not fit on the stack of a program."""
_SIZES = (1_000, 2**31)


class SettingsError(Exception):
    """A setting that cannot be followed; the message is fit for a user."""


def read_settings(
    root: Path,
    codes: AbstractSet[str],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    environ: Mapping[str, str] = os.environ,
) -> Settings:
    """Read the settings of a project.

    In: its root, the codes that exist, codes given on the command line, which replace those of
    the file, and the environment. Out: one frozen object. Raises SettingsError.
    """
    table, name = _table(root)
    reader = _Reader(table, name, codes)
    settings = reader.settings()
    chosen: dict[str, Any] = {
        key: _codes(value, f"--{key}", codes) for key, value in (("select", [*select]), ("ignore", [*ignore])) if value
    }
    folder = environ.get(SNAPSHOTS_VARIABLE)
    if folder:
        chosen["snapshots"] = str(Path(folder).absolute())
    return replace(settings, **chosen)


def _table(root: Path) -> tuple[dict[str, Any], str]:
    """Return the table of settings of a root with its name: of its own file, else of pyproject.toml."""
    own = _toml(root / SETTINGS_FILE)
    if own is not None:
        return own, SETTINGS_FILE
    name = f"{PYPROJECT}, [tool.claimtrack]"
    # A pyproject.toml that does not speak of claimtrack is somebody else's business, broken or not.
    table: Any = (_toml(root / PYPROJECT) if mentions_claimtrack(root) else None) or {}
    for key in ("tool", "claimtrack"):
        table = table.get(key, {})
        if not isinstance(table, dict):
            raise SettingsError(f"{name} must be a table.")
    return table, name


def _toml(file: Path) -> dict[str, Any] | None:
    """Read a TOML file, None where there is none. Raises SettingsError."""
    try:
        return tomllib.loads(read_bytes(file, LARGEST_SETTINGS).decode("utf-8-sig"))
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise SettingsError(f"{file.name} is not UTF-8; save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"\(at (.*)\)", str(error))
        raise SettingsError(f"{file.name} is no TOML{f': see {at[1]}' if at else ''}.") from None
    except (RecursionError, ValueError):  # ValueError: a number of thousands of digits
        raise SettingsError(f"{file.name} holds values nested too deep, or a number too long, to be read.") from None
    except (NoFileError, TooLargeError) as error:
        raise SettingsError(f"{file.name} {error}.") from None
    except OSError as error:
        raise SettingsError(f"{file.name} cannot be read: {(error.strerror or '').lower()}.") from None


class _Reader:
    """Reads one table of settings, each key in its own way."""

    def __init__(self, table: Mapping[str, Any], name: str, codes: AbstractSet[str]) -> None:
        self._table, self._name, self._known = table, name, codes

    def settings(self) -> Settings:
        for key in self._table:
            if key not in _KEYS:
                self._fail(key, "is no setting", did_you_mean(key, _KEYS, f"Known: {', '.join(_KEYS)}."))
        given = self._table.get("format", _FORMAT)
        if given != _FORMAT or type(given) is not int:
            self._fail("format", f"must be {_FORMAT}", "A later version of claimtrack may read this file.")
        return Settings(
            select=self._codes("select", ("CT",)),
            ignore=self._codes("ignore", ()),
            severity=self._severity(),
            per_path_ignores=self._per_path(),
            min_origins=self._count("min-origins", 1),
            min_secondary=self._count("min-secondary", 0),
            max_check_age=self._age("max-check-age"),
            snapshots=self._text("snapshots"),
            require_snapshots=self._flag("require-snapshots"),
            hedges=self._words("hedges"),
            limits=self._limits(),
        )

    def _codes(self, key: str, default: tuple[str, ...]) -> tuple[str, ...]:
        return _codes(self._table[key], f"{self._name}: {key}", self._known) if key in self._table else default

    def _severity(self) -> tuple[tuple[str, Severity], ...]:
        table = self._mapping("severity")
        for prefix, severity in table.items():
            _codes([prefix], f"{self._name}: severity", self._known)
            if severity not in SEVERITIES:
                self._fail(
                    f"severity.{prefix}", f"must be one of {', '.join(SEVERITIES)}", "To silence a rule, use `ignore`."
                )
        return tuple(table.items())

    def _per_path(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        table = self._mapping("per-path-ignores")
        where = f"{self._name}: per-path-ignores"
        return tuple((pattern, _codes(codes, f"{where}, `{pattern}`", self._known)) for pattern, codes in table.items())

    def _mapping(self, key: str) -> Mapping[str, Any]:
        table = self._table.get(key, {})
        if not isinstance(table, dict):
            self._fail(key, "must be a table", f"Write it as `[{key}]` with one line each.")
        return dict(table)

    def _limits(self) -> Limits:
        table = self._mapping("limits")
        known = {field.name.replace("_", "-"): field.name for field in fields(Limits)}
        for key in table:
            if key not in known:
                self._fail(f"limits.{key}", "is no limit", did_you_mean(key, [*known], f"Known: {', '.join(known)}."))
        return Limits(**{known[key]: self._limit(key, value) for key, value in table.items()})

    def _limit(self, key: str, value: object) -> int:
        if key not in _RANGES:
            return self._size(key, value)
        least, most = _RANGES[key]
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            self._fail(f"limits.{key}", f"must be a number from {least:,} to {most:,}", "")
        return int(value)

    def _size(self, key: str, value: object) -> int:
        """Read a number of bytes, or text with a unit; 1 MB is 1,024 × 1,024 bytes, as where it is told."""
        found = _SIZE.fullmatch(value) if isinstance(value, str) else None
        size = int(found[1]) * _UNITS[found[2].upper()] if found else value
        if isinstance(size, bool) or not isinstance(size, int) or not _SIZES[0] <= size <= _SIZES[1]:
            self._fail(
                f"limits.{key}",
                f"must be a size from {size_in_words(_SIZES[0])} to {size_in_words(_SIZES[1])}",
                'Write it as `"16MB"`, or as a number of bytes.',
            )
        return size

    def _count(self, key: str, default: int) -> int:
        value = self._table.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            self._fail(key, "must be a number, 0 or more", "")
        return int(value)

    def _age(self, key: str) -> timedelta | None:
        value = self._table.get(key)
        found = _DAYS.fullmatch(value) if isinstance(value, str) else None
        if value is not None and not found:
            self._fail(key, "must be a number of days", 'Write it as `"90d"`.')
        return timedelta(days=int(found[1])) if found else None

    def _flag(self, key: str) -> bool:
        value = self._table.get(key, False)
        if not isinstance(value, bool):
            self._fail(key, "must be true or false", "")
        return bool(value)

    def _words(self, key: str) -> tuple[str, ...]:
        value = self._table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
            self._fail(key, "must be a list of words", 'Write it as `["word has it"]`.')
        return tuple(value)

    def _text(self, key: str) -> str | None:
        value = self._table.get(key)
        if value is not None and (not isinstance(value, str) or not value):
            self._fail(key, "must be the path of a folder", "")
        return value

    def _fail(self, key: str, problem: str, advice: str) -> NoReturn:
        raise SettingsError(f"{self._name}: `{key}` {problem}. {advice}".strip())


def _codes(value: object, where: str, known: AbstractSet[str]) -> tuple[str, ...]:
    """Read codes or prefixes of codes, each of which has to fit a rule."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SettingsError(f'{where} must be a list of codes, as in `["CT1", "CT206"]`.')
    for item in value:
        if not _PREFIX.fullmatch(item) or not any(code.startswith(item) for code in known):
            raise SettingsError(
                f"{where}: `{item}` is no code. {did_you_mean(item, sorted(known), 'See `claimtrack explain`.')}"
            )
    return tuple(value)
