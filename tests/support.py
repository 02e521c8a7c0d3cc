"""What the tests share: a small base project, and expectations written inside the records.

A line that ends in `# <- CT101` is where a finding of that code must stand. Whatever is not
marked must not be found.
"""

from __future__ import annotations

import re
import tempfile
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

from claimtrack import engine
from claimtrack.model.ledger import Ledger
from claimtrack.rules import codes
from claimtrack.store.project import load, snapshots_folder
from claimtrack.store.settings import read_settings
from claimtrack.store.snapshots import Snapshots

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimtrack.model.findings import Finding
    from claimtrack.model.report import Report

TODAY = date(2026, 11, 22)

BASE = {
    "claims/base.yaml": """\
parties:
  - {id: daily-ledger, name: Daily Ledger, kind: organisation}
  - {id: evening-post, name: Evening Post, kind: organisation}
  - {id: harbour-board, name: Harbour Board, kind: organisation}
  - {id: ana-ruiz, name: Ana Ruiz, kind: person, of: daily-ledger}
sources:
  - {id: harbour-sale, kind: article, title: Harbour sold in secret, party: daily-ledger,
     author: Ana Ruiz, published: 2026-03-14}
  - {id: board-minutes, kind: document, title: Minutes of the board, party: harbour-board, published: 2026-02-11}
  - {id: evening-post-story, kind: article, title: Board sells harbour, party: evening-post,
     published: 2026-03-12, own_reporting: true}
"""
}
"""The project over which examples and tests lay their own files."""

_MARK = re.compile(r"[ \t]*# <- ((?:CT\d{3}[ ,]*)+)[ \t]*$", re.MULTILINE)
_FILE = re.compile(r"^# file: (\S+?)(?:, saved as (\S+))?$", re.MULTILINE)

Expected = set[tuple[str, str, int]]
"""Code, file and line of each finding."""


def lay(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder, with the folders that they need."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def ledger_of(folder: Path, as_of: date = TODAY) -> Ledger:
    """Load the records of a project."""
    return Ledger(load(folder, read_settings(folder, codes()), codes()).records, as_of)


def check_folder(folder: Path, as_of: date = TODAY) -> Report:
    """Check a project."""
    settings = read_settings(folder, codes(), environ={})
    loaded = load(folder, settings, codes())
    texts = Snapshots(snapshots_folder(folder, settings))
    return engine.check(Ledger(loaded.records, as_of, texts), settings, loaded.faults)


def check_files(files: Mapping[str, str | bytes], as_of: date = TODAY) -> Report:
    """Check files laid over the base project."""
    with tempfile.TemporaryDirectory() as folder:
        return check_folder(lay(Path(folder), {**BASE, **files}), as_of)


def judge(records: str, code: str, *, settings: str = "", as_of: date = TODAY) -> list[Finding]:
    """Check records of the article `harbour-sale`; the findings of `code` must stand where they are marked.

    Returns those findings, in order, for what else there is to say about them.
    """
    text = dedent(records).lstrip("\n")
    if not text.startswith("article:"):
        text = f"article: harbour-sale\n{text}"
    files, expected = read_marks({"claims/x.yaml": text, **({"claimtrack.toml": settings} if settings else {})})
    found = [finding for finding in check_files(files, as_of).findings if finding.code == code]
    assert places(found) == {item for item in expected if item[0] == code}, [f"{f.place} {f.message}" for f in found]
    return found


def places(findings: Sequence[Finding]) -> Expected:
    """Return code, file and line of findings."""
    return {(finding.code, finding.place.file, finding.place.line) for finding in findings}


def read_marks(files: Mapping[str, str]) -> tuple[dict[str, str], Expected]:
    """Take the marks out of files. Returns the files without them, and what they expect."""
    expected = {
        (code, name, number)
        for name, text in files.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if (mark := _MARK.search(line))
        for code in re.findall(r"CT\d{3}", mark[1])
    }
    return {name: _MARK.sub("", text) for name, text in files.items()}, expected


def read_example(example: str) -> tuple[dict[str, str | bytes], Expected]:
    """Read the files of an example from a rule's manual page, each headed `# file: NAME`."""
    parts = _FILE.split(dedent(example))
    assert not parts[0].strip(), f"an example begins with `# file:`, not with {parts[0]!r}"
    texts = {name: text.strip("\n") + "\n" for name, text in zip(parts[1::3], parts[3::3], strict=True)}
    encodings = {name: encoding for name, encoding in zip(parts[1::3], parts[2::3], strict=True) if encoding}
    files, expected = read_marks(texts)
    return {name: text.encode(encodings.get(name, "utf-8")) for name, text in files.items()}, expected
