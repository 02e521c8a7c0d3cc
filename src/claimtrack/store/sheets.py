"""The outcome of a check, file by file, so that an edit of one file need not judge all anew.

A page holds what was found in one file, and of each of its records whom it names and how it
counts in the summary. The pages of a project lie in a fixed number of files of the cache, each
named by a digest of what it holds: what an edit did not touch stays as it is, and whoever
finds a sheet that names a file which is gone has no sheet.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from claimtrack.model.findings import Finding
from claimtrack.model.report import Report, Summary
from claimtrack.store.results import unpack_findings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.store.cache import Cache

GROUP = "sheets"
_SHARDS = 64
"""How many files of the cache the pages are spread over: an edit writes one of them, or a few."""
_HEAD = (
    *("file", "names", "references", "articles", "snapshots", "parties"),
    *("broken", "form", "sound", "counts", "relates"),
)
"""The fields of a page that are looked into in any case."""
_NUMBER, _SIZE = 6 * _SHARDS, 512 * 2**20
"""How many files a project keeps at most, and how many bytes."""


class Tally(NamedTuple):
    """What one record adds to the summary."""

    level: str | None = None
    """Of a claim, its level of sourcing."""
    quotes: Sequence[int] = ()
    """Of a claim, its quotes by what became of them, in the order of `Summary.quotes`."""
    waived: int = 0
    """How many findings about it are waived."""


class Written(NamedTuple):
    """Where a record stands in its file, and what tells whether it is still written as it was."""

    line: int
    column: int
    print: str
    """A digest of its text."""
    says: Sequence[str | None]
    """What it says of each of those that it names, as `imprints` has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was found in one file, and what others need to know of its records.

    Names are those of `model.references`. What is packed is looked into only where the file, or
    what its records rest on, was edited.
    """

    file: str
    names: Sequence[str]
    """Its records, and its `article:` where it has one."""
    references: Sequence[Sequence[str]]
    """For each of these, the names of those that it names."""
    articles: Sequence[str]
    """The names of the articles of its claims."""
    snapshots: Mapping[str, str]
    """The files of the texts of its sources, by name."""
    parties: Sequence[Any]
    """Its parties, as plain data: what is said of anybody may depend on each of them."""
    broken: Sequence[str]
    """Which of the names are those of records that are too broken to judge."""
    form: Sequence[int]
    """How many records are not read, how many faults of form there are, and how many of these nobody asked for."""
    sound: bool
    """Whether its form is without fault; else it is always read again with what is judged."""
    counts: Sequence[int]
    """How many findings there are in it: errors, warnings, infos."""
    relates: Sequence[str]
    """The other files that its findings relate to."""
    written: str
    """How each of the records is written, packed."""
    tallies: str
    """What each of the records adds to the summary, packed."""
    findings: str
    """The findings, packed."""
    lines: str
    """The findings as plain lines."""

    @property
    def prints(self) -> dict[str, Written]:
        """How each of the records is written, by name; of a file that was changed meanwhile nothing is known."""
        return {name: Written(*parts) for name, parts in zip(self.names, json.loads(self.written), strict=False)}

    @property
    def tallied(self) -> dict[str, Tally]:
        """What each of the records adds to the summary, by name."""
        return {name: Tally(*parts) for name, parts in zip(self.names, json.loads(self.tallies), strict=True)}


@dataclass(slots=True)
class Sheet:
    """The outcome of a check of a project all of whose files could be read."""

    summary: Summary
    nowhere: Sequence[str]
    """The names in its records that nothing has."""
    pages: dict[str, Page]
    """By file."""
    shards: dict[int, str] = field(default_factory=dict)
    """The files of the cache that hold just what they would be given now, by number."""

    def put(self, page: Page) -> None:
        """Put a page in the place of the one that there was of its file."""
        self.pages[page.file] = page
        self.shards.pop(_shard(page.file), None)

    def drop(self, file: str) -> None:
        """Take out the page of a file that is gone."""
        del self.pages[file]
        self.shards.pop(_shard(file), None)

    def faults(self, file: str) -> int:
        """Return how many faults of form a file has."""
        return self.pages[file].form[1] if file in self.pages else 0

    def report(self) -> Report:
        """Return the outcome as a whole; its findings are unpacked when somebody looks at them."""
        pages = [self.pages[file] for file in sorted(self.pages)]
        findings = _Unpacked([page.findings for page in pages])
        faulty = [(page.file, page.form[1]) for page in pages if page.form[1]]
        silent = any(page.form[2] for page in pages)
        return Report(findings, self.summary, tuple(faulty) if silent else (), lines=[page.lines for page in pages])


class _Unpacked(Sequence[Finding]):
    """Findings that are unpacked when somebody looks at them."""

    def __init__(self, packed: Sequence[str]) -> None:
        self._packed = packed
        self._made: tuple[Finding, ...] | None = None

    @property
    def _all(self) -> tuple[Finding, ...]:
        if self._made is None:
            self._made = tuple(chain.from_iterable(map(unpack_findings, self._packed)))
        return self._made

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._all)

    @overload
    def __getitem__(self, place: int) -> Finding: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Finding]: ...
    def __getitem__(self, place: int | slice) -> Finding | Sequence[Finding]:
        return self._all[place]

    def __eq__(self, other: object) -> bool:
        return self._all == tuple(other) if isinstance(other, Sequence) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # as a list has none


def read_sheet(cache: Cache, basis: str, question: tuple[object, ...], state: str) -> Sheet | None:
    """Return the outcome that was kept.

    In: the cache, the digest of what stands above the records, what was asked, and the digest
    of the state of the project that it must be of. Out: None where there is none.
    """
    data = cache.read(_name(basis, question))
    if data is None:
        return None
    try:
        of, summary, nowhere, names = json.loads(data)
        if of != state:
            return None
        pages: dict[str, Page] = {}
        for name in names.values():
            held = cache.read(f"{GROUP}/{name}")
            if held is None:
                return None
            pages.update((page.file, page) for page in _unpack(held))
        return Sheet(Summary(**summary), nowhere, pages, {int(number): name for number, name in names.items()})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None  # Made up by somebody else, or it would not fit its digest.


def write_sheet(cache: Cache, basis: str, question: tuple[object, ...], state: str, sheet: Sheet) -> None:
    """Keep an outcome; what of it is in the cache already is not written again. In: as for `read_sheet`."""
    by_shard: dict[int, list[Page]] = {}
    for page in sheet.pages.values():
        by_shard.setdefault(_shard(page.file), []).append(page)
    for number in sheet.shards.keys() - by_shard:
        del sheet.shards[number]
    for number, pages in by_shard.items():
        if number in sheet.shards:
            cache.touch(f"{GROUP}/{sheet.shards[number]}")
            continue
        packed = _pack(pages)
        name = hashlib.sha256(packed).hexdigest()
        cache.write(f"{GROUP}/{name}", packed)
        sheet.shards[number] = name
    head = [state, asdict(sheet.summary), sheet.nowhere, sheet.shards]
    cache.write(_name(basis, question), json.dumps(head).encode())
    cache.keep_newest(GROUP, number=_NUMBER, size=_SIZE)


def _pack(pages: Sequence[Page]) -> bytes:
    heads = [[getattr(page, name) for name in _HEAD] for page in pages]
    words = ([page.written, page.tallies, page.findings, json.dumps(page.lines)] for page in pages)
    return "\n".join([json.dumps(heads, separators=(",", ":")), *chain.from_iterable(words)]).encode()


def _unpack(packed: bytes) -> Iterator[Page]:
    heads, *words = packed.decode().split("\n")
    for head, *parts in zip(json.loads(heads), *(words[place::4] for place in range(4)), strict=True):
        written, tallies, findings, lines = parts
        given = dict(zip(_HEAD, head, strict=True))
        yield Page(**given, written=written, tallies=tallies, findings=findings, lines=json.loads(lines))


def _name(basis: str, question: tuple[object, ...]) -> str:
    digest = hashlib.sha256(repr((basis, question)).encode("utf-8", "surrogatepass"))
    return f"{GROUP}/of-{digest.hexdigest()}"


def _shard(file: str) -> int:
    return zlib.crc32(file.encode("utf-8", "surrogateescape")) % _SHARDS
