"""From the text of one record file to its records and what is wrong with their form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claimtrack.model.fields import describe
from claimtrack.model.findings import Fault, Related, Subject
from claimtrack.model.ledger import Cut, FileArticle
from claimtrack.model.records import Source
from claimtrack.model.settings import DEFAULT_LIMITS
from claimtrack.store.flatten import flatten
from claimtrack.store.marks import NodeMarks
from claimtrack.store.nodes import read_nodes
from claimtrack.store.recorded import FileRecords
from claimtrack.store.salvage import salvage
from claimtrack.store.schema import KINDS, SINGULAR, Complaint, complaints, misspelt, validate
from claimtrack.store.tree import Map, Seq
from claimtrack.text.nearest import did_you_mean, nearest
from claimtrack.text.wording import brief, counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from claimtrack.model.records import Record
    from claimtrack.model.settings import Limits
    from claimtrack.store.decode import Text
    from claimtrack.store.handed import Handed
    from claimtrack.store.tree import Nodes, Span

_SECTIONS = ("article", *KINDS)
MOST_FAULTS = 1_000
"""How many problems of its form are told of one file."""
_UNWAIVABLE = frozenset({"CT001", "CT002", "CT003", "CT004", "CT901"})


def read_records(text: Text, codes: AbstractSet[str], limits: Limits = DEFAULT_LIMITS) -> FileRecords:
    """Read the records of a file.

    In: its text, the codes that a waiver may name, and the limits. Out: all records that it
    holds whole, with CT002 and CT003 for the rest.
    """
    return _Reader(text, read_nodes(text, limits), codes).read()


def read_handed(handed: Handed, codes: AbstractSet[str]) -> FileRecords | None:
    """Make records of a file whose YAML another process has read.

    Out: what `read_records` would make of it; None where it has something to tell of the file.
    """
    found = FileRecords(handed.lines)
    if handed.article:
        key, span = handed.article
        found.article = FileArticle(key, handed.lines.place(*span))
    for section in KINDS:
        items = handed.sections.get(section, [])
        if section == "claims" and found.article:
            items = [item if "article" in item else {**item, "article": found.article.id} for item in items]
        records, errors = validate(section, items)
        if errors or any(True for record in records for _ in _beyond_form(record, codes)):
            return None
        found.sound.extend(records)
    return found


class _Reader:
    def __init__(self, text: Text, nodes: Nodes, codes: AbstractSet[str]) -> None:
        self._lines = text.lines
        self._nodes = nodes
        self._codes = codes
        self._found = FileRecords(text.lines)
        self._spoiled: list[tuple[int, Fault]] = [*self._control(text.control), *self._twice()]
        """Faults that spoil the record around an offset, and nothing else."""

    def read(self) -> FileRecords:
        root, stop = self._nodes.root, self._nodes.stop
        if stop and self._spoiled_by_control:
            self._found.unread = True
            self._spoiled = [(offset, replace(fault, unread=True)) for offset, fault in self._spoiled]
        elif stop:
            self._unread_fault("CT002", (stop.start, stop.end), f"{self._lines.file}: {stop.message}.", stop.hint)
        if isinstance(root, Map):
            self._read_root(root)
        elif root is not None and not stop:
            self._form_fault(
                (0, 0),
                f"{self._lines.file} must be a mapping of {', '.join(_SECTIONS)}, but is {describe(root)}.",
                "Put the records under `parties:`, `sources:` or `claims:`.",
            )
        self._found.faults.extend(fault for _, fault in self._spoiled)
        self._sum_up()
        return self._found

    def _sum_up(self) -> None:
        """Tell of so many problems as somebody may look through, and count the rest."""
        rest = len(self._found.faults) - MOST_FAULTS
        if rest > 0:
            del self._found.faults[MOST_FAULTS:]
            message = f"{self._lines.file} has {counted(rest, 'more problem')} of its form."
            self._found.faults.append(self._fault("CT003", (0, 0), message, "Mend those that are told of first."))

    def _read_root(self, root: Map) -> None:
        last = next(reversed(root), None)
        for key in root:
            # The line that stopped the reading may have made its last key.
            if key not in _SECTIONS and not (self._nodes.stop and key == last):
                self._complain_of_key(root, key)
        meant = {self._meant(root, key): key for key in reversed(root)}
        if "article" in meant:
            self._read_article(root[meant["article"]], root.spans[meant["article"]])
        for section in KINDS:
            key = meant.get(section, section)
            value = root.get(key)
            if isinstance(value, Seq):
                self._read_section(section, value)
            elif value is not None:
                message = f"{self._lines.file}: `{section}` must be a list of records, but is {describe(value)}."
                self._form_fault(root.spans[key], message, "Begin each record with `- `.")

    def _meant(self, root: Map, key: str) -> str:
        """Return the section that a key is, or that it misspells where the file has it not."""
        near = key if key in _SECTIONS else nearest(key, _SECTIONS)
        return key if near is None or (near != key and near in root) else near

    def _complain_of_key(self, root: Map, key: str) -> None:
        where = root.key_spans[key]
        hint = did_you_mean(key, _SECTIONS, f"Known here: {', '.join(_SECTIONS)}, and keys that begin with `x-`.")
        message = f"{self._lines.file}: `{brief(key)}` is nothing that a record file holds."
        if self._meant(root, key) in _SECTIONS:
            self._found.faults.append(self._fault("CT003", where, message, hint))
        else:
            self._form_fault(where, message, hint)

    def _read_article(self, value: object, span: Span) -> None:
        if isinstance(value, str) and value.strip():
            self._found.article = FileArticle(value, self._lines.place(*span))
        elif not self._nodes.stop:
            message = f"{self._lines.file}: `article` must be the id of a source, but is {describe(value or None)}."
            self._form_fault(span, message, "Name the source in which the claims of this file appear.")

    def _read_section(self, section: str, nodes: Seq) -> None:
        items: list[tuple[Map, dict[str, Any]]] = []
        for node, span in zip(nodes, nodes.spans, strict=True):
            if isinstance(node, Map):
                items.append((node, self._input(section, node)))
                continue
            message = f"{self._lines.file}: a {SINGULAR[section]} must be a mapping, but this is {describe(node)}."
            self._form_fault(span, message, "Write it as `- id: …` with its fields below.")
            self._found.not_read += 1
        records, errors = validate(section, [item for _, item in items])
        for place, ((node, item), record) in enumerate(zip(items, records, strict=True)):
            self._take(section, node, item, record, errors.get(place, []))

    def _input(self, section: str, node: Map) -> dict[str, Any]:
        """Return what the adapters read: the mapping, its places, and for a claim the file's article."""
        item: dict[str, Any] = dict(node)
        if "marks" in item:
            item["marks "] = item["marks"]
        item["marks"] = flatten(self._lines, node)
        if section == "claims" and "article" not in item and self._found.article:
            item["article"] = self._found.article.id
        return item

    def _take(
        self, section: str, node: Map, item: dict[str, Any], record: Record | None, errors: Sequence[dict[str, Any]]
    ) -> None:
        if errors:
            meant = {near: item[key] for key, near in misspelt(section, errors).items() if key in item}
            item = {**meant, **item}
        subject = _subject(section, item)
        found = list(complaints(section, errors)) if errors else list(_beyond_form(record, self._codes))
        if node is self._nodes.doubtful:
            found = []
        elif not item.get("article") and section == "claims" and self._nodes.stop:
            found = [complaint for complaint in found if complaint.path != ("article",)]
        for complaint in found:
            self._found.faults.append(self._complain(section, node, item, complaint, subject))
        spoilt = self._claim_spoilt(node.span, subject)
        if errors:
            record = salvage(section, item, errors)
        if errors or found or spoilt or node is self._nodes.doubtful:
            self._found.not_read += 1
            if record:
                named = isinstance(item.get("id"), str)
                (self._found.broken if named else self._found.nameless).append(record)
        elif record:
            self._found.sound.append(record)
            self._found.cuts.extend(self._cuts_in(node, record))

    def _complain(self, section: str, node: Map, item: dict[str, Any], complaint: Complaint, subject: Subject) -> Fault:
        marks = NodeMarks(self._lines, node)
        path = tuple("marks" if part == "marks " else part for part in complaint.path)
        place = marks.key_place(path) if complaint.about_key else marks.place(path)
        return Fault(
            code="CT003",
            place=place,
            message=f"{_name(section, item)}: {complaint.message.replace('`marks `', '`marks`')}.",
            hint=complaint.hint,
            subject=subject,
        )

    @property
    def _spoiled_by_control(self) -> bool:
        return any("control character" in fault.message for _, fault in self._spoiled)

    def _control(self, offset: int | None) -> Iterator[tuple[int, Fault]]:
        if offset is not None:
            message = f"{self._lines.file}: a control character stands here."
            yield offset, self._fault("CT002", (offset, offset + 1), message, "Take it out; an editor may not show it.")

    def _twice(self) -> Iterator[tuple[int, Fault]]:
        begun = {id(node): again for key, _, again, node in reversed(self._nodes.twice) if key == "id"}
        for key, first, again, node in self._nodes.twice:
            second = begun.get(id(node))
            if second and again != second:
                continue  # With the dash that is missing there, this key is given once.
            message = f"{self._lines.file}: `{brief(key)}` is given twice in one mapping."
            hint = "Keep one of the two; nothing says which was meant."
            if second:
                hint = "If a second record begins here, put `- ` before its first key."
            fault = self._fault("CT002", again, message, hint)
            related = (Related(self._lines.place(*first), f"`{brief(key)}` was given here first"),)
            yield again[0], replace(fault, related=related)

    def _claim_spoilt(self, span: Span, subject: Subject) -> bool:
        """Give the faults inside a record its name; tell whether there are any."""
        inside = [place for place, (offset, _) in enumerate(self._spoiled) if span[0] <= offset < span[1]]
        for place in inside:
            offset, fault = self._spoiled[place]
            self._spoiled[place] = (offset, replace(fault, subject=subject))
        return bool(inside)

    def _cuts_in(self, node: Map, record: Record) -> Iterator[Cut]:
        for cut, lost in self._nodes.cuts:
            if node.span[0] <= cut[0] < node.span[1]:
                path = NodeMarks(self._lines, node).path_of(cut)
                if path:
                    yield Cut(record, path, lost)

    def _form_fault(self, span: Span, message: str, hint: str) -> None:
        self._unread_fault("CT003", span, message, hint)

    def _unread_fault(self, code: str, span: Span, message: str, hint: str) -> None:
        """Report what keeps a part of the file from being read at all."""
        self._found.unread = True
        self._found.faults.append(replace(self._fault(code, span, message, hint), unread=True))

    def _fault(self, code: str, span: Span, message: str, hint: str) -> Fault:
        return Fault(code=code, place=self._lines.place(*span), message=message, hint=hint)


def _beyond_form(record: Record | None, codes: AbstractSet[str]) -> Iterator[Complaint]:
    """What the types of the fields do not say."""
    if isinstance(record, Source) and not (record.title or record.url or record.party):
        yield Complaint((), "has neither `title` nor `url` nor `party`", "Give one, so that a reader can find it.")
    for place, waiver in enumerate(getattr(record, "waivers", ())):
        path = ("waivers", place, "rule")
        if waiver.rule in _UNWAIVABLE:
            yield Complaint(path, f"{waiver.rule} cannot be waived", "Take the waiver out and mend the record.")
        elif waiver.rule not in codes:
            hint = did_you_mean(waiver.rule, sorted(codes), "`claimtrack explain` lists the codes.")
            yield Complaint(path, f"`{brief(waiver.rule)}` is no code of a rule; a waiver names one in full", hint)


def _subject(section: str, item: dict[str, Any]) -> Subject:
    key = item.get("id")
    if not isinstance(key, str):
        return Subject()
    if section == "claims":
        article = item.get("article")
        article = article if isinstance(article, str) and article else None
        return Subject(claim=f"{article}/{key}" if article else key, article=article)
    return Subject(party=key) if section == "parties" else Subject(source=key)


def _name(section: str, item: dict[str, Any]) -> str:
    subject = _subject(section, item)
    name = subject.claim or subject.source or subject.party
    return f"{SINGULAR[section]} {name}" if name else f"a {SINGULAR[section]} without an id"
