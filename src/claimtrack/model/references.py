"""Which records name which, and which of them an edit can concern.

A name here is a record's kind and id in one text, `source:town-minutes` or
`claim:harbour-sale/six-votes`; `file:claims/harbour.yaml` stands for the `article:` of a file,
which names a source too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.graph import reach, reversed_edges
from claimtrack.model.records import Claim, Source

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from claimtrack.model.findings import Fault, Finding
    from claimtrack.model.records import Record


_MUTUAL = frozenset({"contradicts", "repeats", "corroborates"})
"""Relations of which it is told but once where two claims have them to each other."""


class Affected(NamedTuple):
    """What has to be looked at again after an edit."""

    judged: AbstractSet[str]
    """The records about which something else may have to be said now."""
    needed: AbstractSet[str]
    """These, and the records that have to be known to say it."""


def name_of(record: Record) -> str:
    """Return the name of a record."""
    return f"{type(record).__name__.lower()}:{record.key}"


def file_name(file: str) -> str:
    """Return the name of a file, whose `article:` is a reference too."""
    return f"file:{file}"


def source_name(source: str) -> str:
    """Return the name of the source with an id."""
    return f"source:{source}"


def references(record: Record) -> list[str]:
    """Return the names of the sources and claims that a record names, each once; of a claim its article first.

    Parties are left out: there are few, and whatever is said of anybody may depend on one.
    """
    if isinstance(record, Source):
        return list(dict.fromkeys(source_name(item.source) for item in record.derived_from))
    if not isinstance(record, Claim):
        return []
    # A broken claim may have no article; what its bare references mean nobody knows.
    named = [source_name(record.article)] if record.article else []
    for citation in record.sources:
        named.append(source_name(citation.source))
        named.extend(map(source_name, citation.upstream or ()))
    for relation in record.relations:
        if "/" in relation.claim:
            named.append(f"claim:{relation.claim}")
        elif record.article:
            named.append(f"claim:{record.article}/{relation.claim}")
    return list(dict.fromkeys(named))


def imprints(record: Record, named: Sequence[str]) -> list[str | None]:
    """Return what a record says of each of those that it names, as far as what is said of them depends on it.

    In: the record, and whom it names, as `references` has it. Out: in the same order; None where
    it depends on all of the record. Of a source that is cited it counts how often it is quoted,
    and whether somewhere nothing is said about where it has the fact from; of one that something
    derives from, only that it does, and of a claim that another rests on, likewise.
    """
    if not isinstance(record, Claim):
        return [""] * len(named)
    quotes = [source_name(citation.source) for citation in record.sources if citation.quote]
    bare = {source_name(citation.source) for citation in record.sources if citation.upstream is None}
    kinds = {relation.as_ for relation in record.relations}
    article = source_name(record.article)

    def imprint(name: str) -> str | None:
        if name.startswith("claim:"):
            return None if kinds & _MUTUAL else ""
        return None if name == article else f"{quotes.count(name)}{'?' if name in bare else ''}"

    return [imprint(name) for name in named]


def subject_name(found: Finding | Fault) -> str:
    """Return the name of what something is said about: a record, else the file in which it stands."""
    subject = found.subject
    if subject.claim:
        return f"claim:{subject.claim}"
    if subject.source:
        return source_name(subject.source)
    return f"party:{subject.party}" if subject.party else file_name(found.place.file)


class Links:
    """Who names whom in a project."""

    def __init__(self, edges: Mapping[str, Sequence[str]]) -> None:
        """Take the names of all records, each with those that it names."""
        self.edges = edges
        self._naming = reversed_edges(edges)

    def nowhere(self) -> list[str]:
        """Return the names that nothing has, in the order in which they are met."""
        return [name for name in self._naming if name not in self.edges]

    def naming(self, name: str) -> Sequence[str]:
        """Return those that name it."""
        return self._naming.get(name, ())

    def affected(self, changed: Collection[str], named: Collection[str]) -> Affected:
        """Return what an edit concerns.

        In: the names of the records that were changed, came or went, and of those of whom these
        say something else than before. A rule that judges a record looks at whatever this names,
        at any depth, and at what those say of it that name it, but not further. So what can be
        said otherwise are the changed records, whoever rests on them at any depth, and whomever
        they speak of otherwise.
        """
        judged = reach(changed, self.naming).keys() | set(named)
        below = reach(judged, lambda name: self.edges.get(name, ())).keys()
        needed = below | {name for each in judged for name in self.naming(each)}
        return Affected(judged, needed & self.edges.keys())
