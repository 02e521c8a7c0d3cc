"""Claims as they were when they were signed: the records of the commit that brought the check in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.model.findings import Fault
from claimtrack.model.graph import reach
from claimtrack.model.records import Claim, Source
from claimtrack.model.settings import DEFAULT_LIMITS
from claimtrack.store.decode import decode
from claimtrack.store.git import came_in, contents

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Check, Record
    from claimtrack.model.settings import Limits
    from claimtrack.store.git import Commit


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A claim and the sources around it, as a commit has them."""

    commit: str
    date: str
    """When it was committed."""
    claim: Claim
    sources: dict[str, Source]
    """Those that could be found, by id."""


def signed_past(
    root: Path,
    ledger: Ledger,
    signed: Iterable[tuple[Claim, Check]],
    codes: AbstractSet[str],
    limits: Limits = DEFAULT_LIMITS,
) -> dict[str, Past]:
    """Return for claims what was recorded when a check of theirs came in, as far as git remembers.

    In: the project's root and ledger, claims each with a check, the codes that a waiver may
    name, and the limits, which held for the files then as they do now. Out: what was, by the
    full id that the claim has now. Git is asked once for each record file, and once for all that
    the files held.
    """
    wanted = [(claim, check.digest) for claim, check in signed if check.digest]
    commits = _commits(root, wanted)
    files = {
        claim.key: dict.fromkeys([commits[claim.key].path, *_source_files(ledger, claim)])
        for claim, _ in wanted
        if claim.key in commits
    }
    held = contents(root, ((commits[key].id, path) for key, paths in files.items() for path in paths))
    read = {pair: _records(pair[1], data, codes, limits) for pair, data in held.items()}
    found = {}
    for claim, digest in wanted:
        commit = commits.get(claim.key)
        if not commit:
            continue
        records = [record for path in files[claim.key] for record in read.get((commit.id, path), ())]
        was = _claim(records, claim, digest)
        if was:
            sources = {record.id: record for record in reversed(records) if isinstance(record, Source)}
            found[claim.key] = Past(commit=commit.id, date=commit.date, claim=was, sources=sources)
    return found


def _commits(root: Path, wanted: Iterable[tuple[Claim, str]]) -> dict[str, Commit]:
    by_file: dict[str, list[tuple[str, str]]] = {}
    for claim, digest in wanted:
        by_file.setdefault(claim.marks.place().file, []).append((claim.key, digest))
    found = {}
    for file, pairs in by_file.items():
        commits = came_in(root, file, {digest for _, digest in pairs})
        found.update({key: commits[digest] for key, digest in pairs if digest in commits})
    return found


def _source_files(ledger: Ledger, claim: Claim) -> list[str]:
    """Return where the sources of a claim, and what they derive from, are recorded now."""
    cited = [citation.source for citation in claim.sources]
    records = (ledger.source_by_id.get(key) for key in reach(cited, lambda key: ledger.upstream.get(key, ())))
    return [record.marks.place().file for record in records if record]


def _records(file: str, data: bytes, codes: AbstractSet[str], limits: Limits) -> list[Record]:
    text = decode(data, file, limits) if len(data) <= limits.file_size else None
    if text is None or isinstance(text, Fault):
        return []
    from claimtrack.store.recordfile import read_records  # noqa: PLC0415  (as in `project`)

    return read_records(text, codes, limits).sound


def _claim(records: Iterable[Record], now: Claim, digest: str) -> Claim | None:
    """Return the claim that bears the check; its id may have been another one then."""
    claims = [record for record in records if isinstance(record, Claim)]
    bearing = [claim for claim in claims if any(check.digest == digest for check in claim.checks)]
    return next((claim for claim in bearing if claim.key == now.key), bearing[0] if bearing else None)
