"""Runs the rules over a ledger: records and settings in, sorted findings out."""

from __future__ import annotations

from collections import Counter
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from claimtrack.model.findings import Fault, Finding, Problem, Severity, Subject
from claimtrack.model.ledger import Ledger, Records
from claimtrack.model.records import Claim, Party, Source
from claimtrack.model.references import file_name, name_of
from claimtrack.model.report import Report, Summary
from claimtrack.model.settings import Settings
from claimtrack.model.vocabulary import LEVELS
from claimtrack.rules import Rule, catalogue
from claimtrack.rules.ct901_useless_waiver import expired, judge, waivers
from claimtrack.runner import run_rules
from claimtrack.text.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from claimtrack.model.place import Place
    from claimtrack.model.records import Record

_REFERENCES = ("CT005", "CT006", "CT007")
"""Rules about names that lead nowhere: while a file is unread, nobody can tell."""
_FORM = "CT00"
"""Codes about the record itself: where one speaks, no other rule judges that record."""
_CUT = "CT008"
"""The one of them that is a warning: what it says must not hide an error."""
_WAIVERS = "CT901"


def check(
    ledger: Ledger,
    settings: Settings,
    faults: Sequence[Fault] = (),
    progress: Callable[[str, int, int], None] | None = None,
    about: Collection[str] | None = None,
) -> Report:
    """Run every rule that the settings select.

    In: the ledger, the settings, the faults that loading met, what is called as the work goes
    on, and the names of the records that alone are judged; the others are there to be looked
    up. Out: all findings that are neither deselected nor waived nor silenced by another with
    the same cause, sorted by place.
    """
    run = _Run(ledger, settings, progress, about)
    findings = run.findings(faults)
    counts = Counter(finding.severity for finding in findings)
    summary = Summary(
        articles=len(ledger.articles),
        sources=len(ledger.sources),
        claims=len(ledger.claims),
        not_read=ledger.records.not_read,
        errors=counts["error"],
        warnings=counts["warning"],
        infos=counts["info"],
        waived=run.waived.total(),
        sourcing=_sourcing(ledger),
        quotes=ledger.once(passages).counts(),
    )
    in_order = tuple(sorted(findings, key=lambda finding: finding.order))
    return Report(in_order, summary, _silent(settings, faults), waived=run.waived)


def nothing_checked() -> Report:
    """Return the report of a place where there is nothing to check."""
    return check(Ledger(Records(), date.min), Settings())


class _Run:
    """One run of the rules; holds what they have found so far."""

    def __init__(
        self,
        ledger: Ledger,
        settings: Settings,
        progress: Callable[[str, int, int], None] | None,
        about: Collection[str] | None,
    ) -> None:
        self.waived: Counter[str] = Counter()
        """How many findings about each record were waived, by its name."""
        self._ledger, self._settings = ledger, settings
        self._rules = catalogue()
        self._found = run_rules(self._needed(), ledger, settings, progress)
        if about is not None:
            self._found = {code: _only(found, about) for code, found in self._found.items()}
        self._about = about
        self._waivers = {
            (id(record), waiver.rule) for record, _, waiver in waivers(ledger) if not expired(ledger, waiver)
        }
        self._seen: Counter[str] = Counter()
        self._kept_back: set[int] = set()
        """Problems that an unread file may explain."""

    def findings(self, faults: Sequence[Fault]) -> list[Finding]:
        """Sort out which problems are told."""
        withheld = self._withhold()
        told = [self._of_fault(fault, withheld) for fault in faults if self._speaks(fault.code, fault.place.file)]
        by_record = {code: {id(problem.record) for problem in found} for code, found in self._found.items()}
        dark, dim = self._dark()
        for code, found in self._found.items():
            silencers = [by_record.get(other, set()) for other in self._rules[code].silenced_by]
            for problem in found:
                key = id(problem.record)
                silenced = any(key in records for records in silencers)
                if silenced or (key in dark and not code.startswith(_FORM)):
                    continue
                told.extend(
                    finding
                    for finding in self._tell(self._rules[code], problem)
                    if finding.severity == "error" or key not in dim or code.startswith(_FORM)
                )
        told.extend(self._judge_waivers(dark | dim))
        return told

    def _needed(self) -> dict[str, Rule]:
        """The rules that are selected, and those that would silence one of them."""
        chosen = [rule for rule in self._rules.values() if self._settings.speaks(rule.code)]
        needed = {rule.code for rule in chosen} | {code for rule in chosen for code in rule.silenced_by}
        return {code: rule for code, rule in self._rules.items() if code in needed and rule.runs}

    def _withhold(self) -> int:
        """Keep back what an unread file may explain; return how many references that are."""
        if not self._ledger.records.unread:
            return 0
        found = [problem for code in _REFERENCES for problem in self._found.get(code, ())]
        self._kept_back = {id(problem) for problem in found}
        return len(found)

    def _dark(self) -> tuple[set[int], set[int]]:
        """The records that a told or withheld finding about their form keeps from being judged.

        Out: those that nothing else is said of, and those of which only errors are said.
        """
        dark: dict[str, set[int]] = {code: set() for code in self._found if code.startswith(_FORM)}
        for code, records in dark.items():
            for problem in self._found[code]:
                if problem.record is not None and (
                    id(problem) in self._kept_back or self._is_told(code, problem, _place(problem).file)
                ):
                    records.add(id(problem.record))
        dim = dark.pop(_CUT, set())
        return set().union(*dark.values()), dim

    def _is_told(self, code: str, problem: Problem, file: str) -> bool:
        if id(problem) in self._kept_back or not self._speaks(code, file):
            return False
        return problem.record is None or (id(problem.record), code) not in self._waivers

    def _tell(self, rule: Rule, problem: Problem) -> Iterator[Finding]:
        place = _place(problem)
        if self._is_told(rule.code, problem, place.file):
            severity = problem.severity or rule.severity
            yield self._finding(rule, problem, place, self._settings.severity_of(rule.code, severity))
        elif self._speaks(rule.code, place.file) and id(problem) not in self._kept_back:
            self.waived[_about(problem)] += 1

    def _judge_waivers(self, dark: set[int]) -> Iterator[Finding]:
        rule = self._rules[_WAIVERS]
        holders = {id(record) for record, *_ in waivers(self._ledger)}
        if not holders:
            return
        met = {
            (id(problem.record), code)
            for code, found in self._found.items()
            for problem in found
            if id(problem.record) in holders
        }
        # Where another rule speaks for a waived one, nobody knows whether that would have spoken.
        for other in self._found:
            silencers = self._rules[other].silenced_by
            met |= {(key, other) for key, code in list(met) if code in silencers}
        met |= self._blind(holders)
        # What could not be read may be what a waiver waives.
        unread = self._ledger.records.unread
        ran = set() if unread else {code for code in self._found if self._settings.speaks(code)}
        unused = list(judge(self._ledger, met, ran))
        for problem in unused if self._about is None else _only(unused, self._about):
            if id(problem.record) not in dark:
                yield from self._tell(rule, problem)

    def _blind(self, holders: AbstractSet[int]) -> set[tuple[int, str]]:
        """Which of some records rules about words could not judge, for want of a text, with the codes of these."""
        codes = [code for code in self._found if self._rules[code].needs_texts]
        if not codes:
            return set()
        unchecked = {id(item.claim) for item in self._ledger.once(passages).all if item.resolution is None} & holders
        texts = self._ledger.texts
        sources = (source for source in self._ledger.sources if id(source) in holders)
        unchecked |= {id(source) for source in sources if texts.state(source).status != "here"}
        return {(record, code) for record in unchecked for code in codes}

    def _speaks(self, code: str, file: str) -> bool:
        return self._settings.speaks(code) and self._settings.speaks_at(code, file)

    def _finding(self, rule: Rule, problem: Problem, place: Place, severity: Severity) -> Finding:
        message = f"{_name(problem.record)}{problem.message}."
        subject = _subject(problem)
        return Finding(
            code=rule.code,
            name=rule.name,
            severity=severity,
            message=message,
            hint=problem.hint,
            subject=subject,
            place=place,
            related=problem.related,
            fingerprint=self._fingerprint(rule.code, subject, message),
        )

    def _of_fault(self, fault: Fault, withheld: int) -> Finding:
        rule = self._rules[fault.code]
        fingerprint = self._fingerprint(fault.code, fault.subject, f"{fault.place.file}: {fault.message}")
        rest = ""
        if fault.unread and withheld:
            those = "reference that leads nowhere is" if withheld == 1 else "references that lead nowhere are"
            rest = f" Until it can be read, {withheld:,} {those} withheld."
        return Finding(
            code=fault.code,
            name=rule.name,
            severity=self._settings.severity_of(fault.code, rule.severity),
            message=fault.message + rest,
            hint=fault.hint,
            subject=fault.subject,
            place=fault.place,
            related=fault.related,
            fingerprint=fingerprint,
        )

    def _fingerprint(self, code: str, subject: Subject, message: str) -> str:
        """Name a finding by what it says and of whom, and a repeated one by its number too."""
        named = subject.claim or subject.source or subject.party or subject.article or ""
        base = f"{code}\n{named}\n{message}"
        self._seen[base] += 1
        return sha256(f"{base}\n{self._seen[base]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _only(found: Iterable[Problem], about: Collection[str]) -> list[Problem]:
    """Return the problems of some records, or of files, given their names."""
    return [problem for problem in found if _about(problem) in about]


def _about(problem: Problem) -> str:
    """Return the name of what a problem is about: a record, else a file."""
    return name_of(problem.record) if problem.record else file_name(_place(problem).file)


def _silent(settings: Settings, faults: Sequence[Fault]) -> tuple[tuple[str, int], ...]:
    """Return the files with faults, where a code of theirs is not selected: else findings tell of them."""
    told = all(settings.speaks(fault.code) for fault in faults)
    return () if told else tuple(Counter(fault.place.file for fault in faults).items())


def _place(problem: Problem) -> Place:
    if problem.place is not None:
        return problem.place
    if problem.record is None:
        raise ValueError(f"a problem with neither record nor place: {problem.message}")
    return problem.record.marks.place(problem.at)


def _name(record: Record | None) -> str:
    match record:
        case Claim():
            return f"{record.key}: "
        case Source():
            return f"source {record.id}: "
        case Party():
            return f"party {record.id}: "
    return ""


def _subject(problem: Problem) -> Subject:
    match problem.record:
        case Claim() as claim:
            return Subject(claim=claim.key, article=claim.article)
        case Source() as source:
            return Subject(source=source.id)
        case Party() as party:
            return Subject(party=party.id)
    return Subject(article=problem.article)


def _sourcing(ledger: Ledger) -> dict[str, int]:
    counts = Counter(ledger.sourcing(claim).level for claim in ledger.claims)
    return {level: counts[level] for level in LEVELS}
