"""One file a rule. The file's name gives code and name; its docstring is its manual page.

A rule module holds `SEVERITY` and `check(ledger, settings)`, which yields problems and prints
nothing. `SILENCED_BY` names rules that speak for it on the same record; `NEEDS_TEXTS` says that it
judges words in snapshots. CT001 to CT004 arise in loading and CT901 after all others: their
modules say the rest.

What a rule says of a record depends on that record, on what this names at any depth, on what those
say of it that name it (`imprints` in `model.references`), on the parties, the texts, the settings
and the day, and on nothing else: after an edit only those records are judged again that it
concerns in this way.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from claimtrack.model.findings import Problem, Severity
    from claimtrack.model.ledger import Ledger
    from claimtrack.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its code and name; its module is imported when it is first needed."""

    code: str
    name: str

    @property
    def module(self) -> ModuleType:
        """The module that the rule lives in."""
        return import_module(f"{__name__}.{self.code.lower()}_{self.name.replace('-', '_')}")

    @property
    def severity(self) -> Severity:
        """How bad its findings are, where neither settings nor the finding say otherwise."""
        severity: Severity = self.module.SEVERITY
        return severity

    @property
    def silenced_by(self) -> tuple[str, ...]:
        """The rules whose finding on a record has the same cause."""
        codes: tuple[str, ...] = getattr(self.module, "SILENCED_BY", ())
        return codes

    @property
    def needs_texts(self) -> bool:
        """Whether it can judge a record only where the texts that the record quotes are here."""
        needs: bool = getattr(self.module, "NEEDS_TEXTS", False)
        return needs

    @property
    def manual(self) -> str:
        """Its manual page."""
        return self.module.__doc__ or ""

    @property
    def runs(self) -> bool:
        """Whether it looks at the ledger, and not at files or waivers."""
        return hasattr(self.module, "check")

    def check(self, ledger: Ledger, settings: Settings) -> Iterator[Problem]:
        """Yield what the rule finds."""
        problems: Iterator[Problem] = self.module.check(ledger, settings)
        return problems


@cache
def catalogue() -> dict[str, Rule]:
    """Return every rule by its code, in the order of codes."""
    found = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        code, _, name = module.name.partition("_")
        if code.startswith("ct") and code[2:].isdigit():
            found[code.upper()] = Rule(code.upper(), name.replace("_", "-"))
    return found


@cache
def codes() -> frozenset[str]:
    """Return every code that settings and waivers may name."""
    return frozenset(catalogue())
