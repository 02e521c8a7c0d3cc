"""Records in the forms of other tools: as many as asked for, a tenth as many sources, the same each time.

Each function writes into an empty folder and returns the arguments with which the tool checks it.

    PYTHONPATH=tests python -m benchmarks.peer_records ledger|entries|headers|items|schema|lint FOLDER RECORDS
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path
from random import Random
from string import ascii_uppercase

from benchmarks import words
from benchmarks.generator import Options, generate

_SCHEMA = Path(__file__).with_name("records.schema.json")
_QUOTES = 10
"""Records that rest on one source."""


def ledger(folder: Path, records: int) -> list[str]:
    """Write transactions, with what a claim has of sources, places and words as their metadata."""
    rng = _chance()
    number = max(3, records // _QUOTES)
    names = [f"{'Expenses' if at % 4 else 'Assets'}:Desk{at:05d}" for at in range(number)]
    lines = ['option "operating_currency" "EUR"', *(f"2020-01-01 open {name} EUR" for name in names)]
    for at in range(records):
        day = f"{2021 + at * 5 // records}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        gross = rng.randint(1_000, 99_999)
        tax = gross * 19 // 119
        net_to, tax_to, paid_by = rng.sample(names, 3)
        lines += [
            "",
            f'{day} * "{rng.choice(words.PLACES)} {rng.choice(words.OUTLETS)}" "{_sentence(rng, at)}" ^doc-{at:06d}',
            f'  source: "minutes-{at % number:05d}"',
            f'  at: "page {rng.randint(1, 90)}"',
            f'  quote: "carried, for the sum of {gross / 100:.2f}"',
            f"  checked: {day}",
            f'  note: "{rng.choice(words.NOTES)}"',
            f"  {net_to}  {(gross - tax) / 100:.2f} EUR",
            '    item: "net"',
            f"  {tax_to}  {tax / 100:.2f} EUR",
            '    item: "tax"',
            f"  {paid_by}  {-gross / 100:.2f} EUR",
            '    item: "gross"',
        ]
    _put(folder / "main.beancount", "\n".join(lines) + "\n")
    return ["main.beancount"]


def entries(folder: Path, records: int) -> list[str]:
    """Write entries of a claims ledger, each with a quotation from a registered source."""
    rng = _chance()
    _put(folder / "claims-ledger.toml", '[tool.claims-ledger]\nledger = "ledger"\ndocuments = ["*.md"]\n')
    registry = []
    for first in range(0, records, _QUOTES):
        stated = [_sentence(rng, at) for at in range(first, min(records, first + _QUOTES))]
        source, speaker = f"minutes-{first // _QUOTES:05d}", f"{rng.choice(words.LAST_NAMES)} and {first}"
        text = f"{speaker} wrote this down. {' '.join(stated)}\n"
        digest = sha256(text.encode()).hexdigest()
        _put(folder / "ledger" / "cache" / digest, text)
        about = {"id": source, "type": "paper", "authors": speaker.split(" and "), "citation": f"{speaker} (2026)"}
        registry.append(json.dumps({**about, "retrieved": "2026-03-14", "sha256": digest}))
        for at, sentence in enumerate(stated, first):
            name = f"{ascii_uppercase[at // 9_999]}{at % 9_999 + 1:04d}-minutes-say-so"  # Four digits, no more.
            _put(folder / "ledger" / "entries" / f"{name}.md", _entry(name, source, speaker, sentence))
    _put(folder / "ledger" / "sources.jsonl", "\n".join(registry) + "\n")
    return ["check"]


def _entry(name: str, source: str, speaker: str, sentence: str) -> str:
    scope = "metric: what the minutes say\ncohort: the harbour board\ncondition: as recorded"
    # The digest of its format: the lines of the scope, a blank line, then source, speaker and words.
    signed = sha256(f'{scope}\n\n{source} · whole text | {speaker} | "{sentence}"'.encode()).hexdigest()
    return f"""---
id: {name}
kind: claim
stated: 2026-03-14T09:00:00+00:00
author: main
grade: asserted
supersedes: none
verbatim_sha: {signed}
---

## Assertion

As the record has it: {sentence}

## Scope

{scope}

## Grounds

- source: {source} · whole text

## Warrant

Restates what the source itself reports.

## Backing

- source: {source} · whole text
  speaker: {speaker}
  quote: "{sentence}"

<!-- APPEND BELOW THIS LINE ONLY -->

## Verdicts

## References
"""


def headers(folder: Path, records: int) -> list[str]:
    """Write files of a claim's size, each with a licence header."""
    rng = _chance()
    _put(folder / "LICENSES" / "MIT.txt", "Permission is hereby granted, free of charge.\n")
    for at in range(records):
        body = "\n".join(f"# {rng.choice(words.WHY)}" for _ in range(5))
        head = "# SPDX-FileCopyrightText: 2026 The city desk\n#\n# SPDX-License-Identifier: MIT\n"
        _put(folder / f"{at // 100:04d}" / f"record-{at:06d}.py", f"{head}\n# {_sentence(rng, at)}\n{body}\n")
    return ["lint"]


def items(folder: Path, records: int) -> list[str]:
    """Write requirements that link to the items of a second document: the sources."""
    rng = _chance()
    number = max(1, records // _QUOTES)
    (folder / ".git").mkdir(parents=True)  # It asks for a working copy, and reads nothing in it.
    for prefix, parent, size in (("SRC", "", number), ("CLM", "SRC", records)):
        above = f"  parent: {parent}\n" if parent else ""
        _put(folder / prefix / ".doorstop.yml", f"settings:\n  digits: 6\n{above}  prefix: {prefix}\n  sep: ''\n")
        for at in range(size):
            links = f"links:\n- SRC{at % number + 1:06d}: null\n" if parent else "links: []\n"
            text = f"text: |\n  {_sentence(rng, at)}\n  {rng.choice(words.WHY)}\n"
            head = f"active: true\nderived: false\nheader: ''\nlevel: 1.{at + 1}\n{links}normative: true\nref: ''\n"
            _put(folder / prefix / f"{prefix}{at + 1:06d}.yml", f"{head}reviewed: null\n{text}")
    return ["--no-reformat"]


def schema(folder: Path, records: int) -> list[str]:
    """Write a project of claimtrack's, and a JSON schema of its records."""
    generate(folder, Options(claims=records))
    return ["--schemafile", str(_SCHEMA), *(str(path.relative_to(folder)) for path in _record_files(folder))]


def lint(folder: Path, records: int) -> list[str]:
    """Write a project of claimtrack's."""
    generate(folder, Options(claims=records))
    rules = "{extends: default, rules: {line-length: {max: 160}, document-start: disable, empty-lines: disable}}"
    return ["-d", rules, *(str(path.relative_to(folder)) for path in _record_files(folder))]


def _record_files(folder: Path) -> list[Path]:
    return sorted((folder / "claims").rglob("*.yaml"))


def _chance() -> Random:
    return Random(1)  # noqa: S311  (the same each time is what is wanted)


def _sentence(rng: Random, at: int) -> str:
    thing, place = rng.choice(words.THINGS), rng.choice(words.PLACES)
    return f"The {thing} of {place} was the subject of item {at + 1}, and {rng.randint(3, 97)} members were heard."


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def main(form: str, folder: str, records: str) -> None:
    """Write records of one form, and say on one line of JSON with which arguments they are checked."""
    forms = {make.__name__: make for make in (ledger, entries, headers, items, schema, lint)}
    sys.stdout.write(json.dumps(forms[form](Path(folder), int(records))) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
