"""The rules as a table, and a rule's manual page as a card."""

from __future__ import annotations

import re
from inspect import cleandoc

from claimtrack.formats import Block, Card, Line, Table
from claimtrack.rules import Rule, catalogue
from claimtrack.text.nearest import did_you_mean

_HEADING = re.compile(r"^(What|Why|Bad|Good|Fix|Source)\n-+\n", re.MULTILINE)
COLUMNS = ("code", "name", "severity", "finds")


class UnknownRuleError(Exception):
    """A code that no rule has; the message says which come near."""


def rulebook() -> Table:
    """Return all rules, a row each."""
    items = tuple(
        {"code": rule.code, "name": rule.name, "severity": rule.severity, "finds": summary(rule)}
        for rule in catalogue().values()
    )
    rows = tuple(tuple(item[column] for column in COLUMNS) for item in items)
    return Table(title=f"{len(items)} rules", columns=COLUMNS, rows=rows, items=items, schema="claimtrack/rules/1")


def page(name: str) -> Card:
    """Return the manual page of a rule.

    In: its code, in any case, or its name. Raises UnknownRuleError.
    """
    rules = catalogue()
    rule = rules.get(name.upper()) or next((rule for rule in rules.values() if rule.name == name.lower()), None)
    if rule is None:
        known = [*rules, *(rule.name for rule in rules.values())]
        raise UnknownRuleError(f"`{name}` is no rule. {did_you_mean(name, known, 'See `claimtrack explain`.')}")
    found = sections(rule)
    item = {
        "schema": "claimtrack/rule/1",
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "finds": summary(rule),
        **{heading.lower(): text for heading, text in found.items()},
    }
    blocks = tuple(
        Block(heading=heading, lines=tuple(Line(text=line) for line in _unwrapped(text)))
        for heading, text in found.items()
    )
    return Card(title=f"{rule.code} {rule.name} ({rule.severity})", text=summary(rule), blocks=blocks, item=item)


def _unwrapped(text: str) -> list[str]:
    """Return the lines of a section, those of a paragraph as one; what is indented stays as it is."""
    lines: list[str] = []
    for line in text.splitlines():
        goes_on = lines and lines[-1] and line and not line.startswith(" ") and not lines[-1].startswith(" ")
        if goes_on and not line.startswith("- "):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return lines


def summary(rule: Rule) -> str:
    """Return the first line of a rule's manual page."""
    return cleandoc(rule.manual).partition("\n")[0]


def sections(rule: Rule) -> dict[str, str]:
    """Return the sections of a rule's manual page by their headings."""
    parts = _HEADING.split(cleandoc(rule.manual))
    return {heading: text.strip("\n") for heading, text in zip(parts[1::2], parts[2::2], strict=True)}
