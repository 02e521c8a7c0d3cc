"""From what a check has found to the pages that are kept of it, one for each file."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from claimtrack.formats.plain import finding_lines
from claimtrack.model.findings import SEVERITIES
from claimtrack.model.place import Marks, Place
from claimtrack.model.records import Claim, Party, Source
from claimtrack.model.references import Links, file_name, imprints, name_of, references, source_name
from claimtrack.recheck.prints import print_of, prints_of, text_of
from claimtrack.store.flatmarks import FlatMarks
from claimtrack.store.results import pack_findings
from claimtrack.store.sheets import Page, Sheet, Tally, Written
from claimtrack.text.passages import outcome, passages

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
    from pathlib import Path

    from claimtrack.model.findings import Fault, Finding
    from claimtrack.model.ledger import FileArticle, Ledger
    from claimtrack.model.place import Path as Way
    from claimtrack.model.records import Record
    from claimtrack.model.report import Report, Summary
    from claimtrack.model.settings import Settings
    from claimtrack.store.project import Loaded
    from claimtrack.store.recorded import FileRecords

TWICE = "CT004"
"""Of several records with one id the first stands: which that is depends on all files."""
_FIELDS = tuple(field.name for field in fields(Party) if field.name != "marks")


class Outline(NamedTuple):
    """The records of a file before they are judged: the parts of a page that tell who names whom."""

    names: list[str]
    references: list[list[str]]
    articles: list[str]
    snapshots: dict[str, str]
    parties: list[Any]
    broken: list[str]
    form: list[int]
    sound: bool
    written: list[Written]

    @classmethod
    def of(cls, file: str, held: FileRecords | Held, speaks: Callable[[str], bool], text: str | None) -> Self:
        """Return the outline of a file.

        In: its path, what it holds, what tells whether a code is asked for, and its text; None where that is not known.
        """
        faults = held.faults
        form = [held.not_read, len(faults), sum(not speaks(fault.code) for fault in faults)]
        outline = cls([], [], [], {}, [], [], form, held.whole, [])
        known = text if held.whole else None
        if held.article:
            outline._add(file_name(file), [source_name(held.article.id)], article=True)
            if known is not None:
                place = held.article.place
                outline.written.append(Written(place.line, place.column, print_of(held.article.id), [None]))
        first = len(outline.names)
        for record in held.sound:
            name = name_of(record)
            outline._add(name, references(record), article=isinstance(record, Claim))
            if isinstance(record, Party):
                outline.parties.append(plain_party(record))
            elif isinstance(record, Source) and record.snapshot:
                outline.snapshots[name] = record.snapshot.file
        if known is not None:
            named = outline.references[first:]
            for record, print_, names in zip(held.sound, prints_of(known, held.sound), named, strict=True):
                place = record.marks.place()
                outline.written.append(Written(place.line, place.column, print_, imprints(record, names)))
        outline._add_broken(file, held)
        return outline

    def _add_broken(self, file: str, held: FileRecords | Held) -> None:
        for number, record in enumerate((*held.broken, *held.nameless)):
            # Nobody can name a claim without an article, nor what has no id; they still name others.
            known = number < len(held.broken) and not (isinstance(record, Claim) and not record.article)
            name = name_of(record) if known else f"nameless:{file}:{number}"
            self._add(name, references(record), article=False)
            self.broken.append(name)
            if isinstance(record, Party):
                self.parties.append(["broken", *plain_party(record)])
            elif isinstance(record, Source) and record.snapshot:
                self.snapshots[name] = record.snapshot.file

    @property
    def prints(self) -> dict[str, Written]:
        """How each of the records is written, by name; of a file with a fault of form nothing is known."""
        return dict(zip(self.names, self.written, strict=False))

    def _add(self, name: str, named: list[str], *, article: bool) -> None:
        self.names.append(name)
        self.references.append(named)
        if article and named[0] not in self.articles:
            self.articles.append(named[0])


@dataclass(slots=True)
class Held:
    """What one file of a project holds, taken from what all of them do."""

    sound: list[Record] = field(default_factory=list)
    broken: list[Record] = field(default_factory=list)
    nameless: list[Record] = field(default_factory=list)
    article: FileArticle | None = None
    faults: list[Fault] = field(default_factory=list)
    not_read: int = 0
    whole: bool = True


def sheet_of(root: Path, settings: Settings, loaded: Loaded, ledger: Ledger, report: Report) -> Sheet | None:
    """Return the outcome of a full check, file by file.

    In: the project's root and settings, what was loaded, its ledger, and the report. Out: None
    where something about it stands in the way of judging a part alone: a file that could not be
    read, or an id that two records have.
    """
    if loaded.records.unread or any(fault.code == TWICE for fault in loaded.faults):
        return None
    files = _by_file(loaded)
    digests = {seen.path: seen.digest for seen in loaded.seen if seen}

    def text(file: str, held: Held) -> str | None:
        return text_of(root, file, digests.get(file, ""), settings.limits) if held.whole else None

    outlines = {file: Outline.of(file, held, settings.speaks, text(file, held)) for file, held in files.items()}
    links = links_of(outlines.values())
    if links is None:
        return None
    found = by_file(report.findings)
    judged = tallies_of(ledger, report)
    pages = {file: page_of(file, outline, judged, found.get(file, ())) for file, outline in outlines.items()}
    return Sheet(report.summary, links.nowhere(), pages)


def links_of(files: Iterable[Page | Outline]) -> Links | None:
    """Return who names whom in some files; None where two records have one name."""
    edges: dict[str, Sequence[str]] = {}
    number = 0
    for file in files:
        number += len(file.names)
        edges.update(zip(file.names, file.references, strict=True))
    return Links(edges) if len(edges) == number else None


def _by_file(loaded: Loaded) -> dict[str, Held]:
    """Return what each file of a project holds."""
    records = loaded.records
    files: defaultdict[str, Held] = defaultdict(Held)
    sound: tuple[Record, ...] = (*records.parties, *records.sources, *records.claims)
    for record in sound:
        marks = record.marks
        assert isinstance(marks, FlatMarks)  # noqa: S101  (for the type checker: all that were read do)
        files[marks.lines.file].sound.append(record)
    for article in records.articles:
        files[article.place.file].article = article
    for record in records.broken:
        files[record.marks.place().file].broken.append(record)
    for record in records.duplicates:
        files[record.marks.place().file].nameless.append(record)
    for cut in records.cuts:
        files[cut.record.marks.place().file].whole = False
    for fault in loaded.faults:
        files[fault.place.file].faults.append(fault)
    for file, number in loaded.not_read.items():
        files[file].not_read = number
    for held in files.values():
        held.whole = held.whole and not (held.broken or held.nameless or held.faults or held.not_read)
    return dict(files)


def page_of(file: str, outline: Outline | Page, tallies: Mapping[str, Tally], found: Sequence[Finding]) -> Page:
    """Return the page of a file.

    In: its path, its records, what each of them adds to the summary, and what was found in it, in order.
    """
    written = outline.written if isinstance(outline, Page) else json.dumps(outline.written, separators=(",", ":"))
    return Page(
        file=file,
        names=outline.names,
        references=outline.references,
        articles=outline.articles,
        snapshots=outline.snapshots,
        parties=outline.parties,
        broken=outline.broken,
        form=outline.form,
        sound=outline.sound,
        counts=[sum(finding.severity == severity for finding in found) for severity in SEVERITIES],
        relates=sorted({item.place.file for finding in found for item in finding.related} - {file}),
        written=written,
        tallies=json.dumps([tallies.get(name, ()) for name in outline.names], separators=(",", ":")),
        findings=pack_findings(found),
        lines=finding_lines(found),
    )


def tallies_of(ledger: Ledger, report: Report) -> dict[str, Tally]:
    """Return what each record that was judged adds to the summary, by name."""
    judged: tuple[Record, ...] = (*ledger.parties, *ledger.sources, *ledger.claims)
    return {(name := name_of(record)): _tally(record, ledger, report, report.waived.get(name, 0)) for record in judged}


def _tally(record: Record, ledger: Ledger, report: Report, waived: int) -> Tally:
    if not isinstance(record, Claim):
        return Tally(waived=waived)
    of_claim = ledger.once(passages).of.get(record.key, ())
    became = [outcome(passage.resolution) for passage in of_claim if passage.role != "cue"]
    return Tally(ledger.sourcing(record).level, [became.count(kind) for kind in report.summary.quotes], waived)


def by_file(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return findings by the file that they are in, in their order."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.place.file, []).append(finding)
    return found


def revised(
    summary: Summary, old: Iterable[Page], new: Iterable[Page], every: Collection[Page], known: Container[str]
) -> Summary:
    """Return the counts of a project after an edit.

    In: those before, the pages that it has touched as they were and as they are, all pages as
    they are, and the names of all records.
    """
    levels, quotes = dict(summary.sourcing), dict(summary.quotes)
    counts = [summary.errors, summary.warnings, summary.infos]
    waived, sources, claims = summary.waived, summary.sources, summary.claims
    for sign, pages in ((-1, old), (1, new)):
        for page in pages:
            counts = [before + sign * number for before, number in zip(counts, page.counts, strict=True)]
            for name, tally in page.tallied.items():
                waived += sign * tally.waived
                sources += sign * (name.startswith("source:") and name not in page.broken)
                if tally.level:
                    claims += sign
                    levels[tally.level] += sign
                    for kind, number in zip(quotes, tally.quotes, strict=True):
                        quotes[kind] += sign * number
    errors, warnings, infos = counts
    return replace(
        summary,
        articles=len({article for page in every for article in page.articles if article in known}),
        not_read=sum(page.form[0] for page in every),
        sources=sources,
        claims=claims,
        errors=errors,
        warnings=warnings,
        infos=infos,
        waived=waived,
        sourcing=levels,
        quotes=quotes,
    )


class _Elsewhere(Marks):
    """Stands for the places of a party in a file that was not read; nothing is told of it."""

    __slots__ = ("_file",)

    def __init__(self, file: str) -> None:
        self._file = file

    def place(self, path: Way = ()) -> Place:  # noqa: ARG002  (as the base class has it)
        """Return the place of the file."""
        return Place(file=self._file)

    def own_keys(self, path: Way = ()) -> Mapping[str, object]:  # noqa: ARG002  (likewise)
        """Return nothing: no rule asks for a desk's own keys."""
        return {}


def plain_party(party: Party) -> list[Any]:
    """Return a party as plain data."""
    values = (getattr(party, name) for name in _FIELDS)
    return [list(value) if isinstance(value, tuple) else value for value in values]


def party_of(plain: Sequence[Any], file: str) -> Party:
    """Return the party that plain data tells of. In: the data, and the file that it is recorded in."""
    values = (tuple(value) if isinstance(value, list) else value for value in plain)
    given: dict[str, Any] = dict(zip(_FIELDS, values, strict=True))
    return Party(marks=_Elsewhere(file), **given)
