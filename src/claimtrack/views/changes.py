"""What differs, field by field, between a claim as it was signed and as it is now.

Only what a signature binds is compared. Citations, and what a source derives from, are compared
by their order, so that a source with another id is the same source; where their number differs,
citations are paired by their source.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from claimtrack.model.records import Quote
from claimtrack.text.diff import punctuation_changes, render_changes, word_changes
from claimtrack.text.printable import one_line
from claimtrack.text.wording import brief

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimtrack.model.records import Citation, Claim, Derivation, Figure, Source

_WIDTH = 80
_CLAIM = ("text", "quote", "type", "figures", "when", "serious", "verdict.label", "verdict.why", "verdict.date")
_CITATION = ("stance", "quote", "says", "at", "figures", "when")
_SOURCE = ("kind", "title", "url", "published", "snapshot.sha256")
_DERIVATION = ("relation", "acknowledged")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, and its value before and after in words; None where there was none."""

    field: str
    old: str | None
    new: str | None

    @property
    def rendered(self) -> str:
        """The change as a phrase: `text: “six” → “seven”`."""
        return f"{self.field}: {self._difference}"

    @property
    def _difference(self) -> str:
        if self.old is None or self.new is None:
            return f"{_shown(self.old)} → {_shown(self.new)}"
        words = word_changes(self.old, self.new) or punctuation_changes(self.old, self.new)
        return render_changes(words) or f"{_shown(self.old)} → {_shown(self.new)}"


def claim_changes(
    old: Claim, new: Claim, before: Mapping[str, Source], after: Mapping[str, Source]
) -> list[FieldChange]:
    """Return what differs between two versions of a claim.

    In: the claim then and now, and the sources then and now, by id. A source that is not among
    them is not compared.
    """
    changes = list(_fields("", old, new, _CLAIM))
    seen: set[tuple[str, str]] = set()
    for was, now in _paired(old.sources, new.sources):
        if was is None or now is None:
            changes.append(FieldChange("sources", was.source if was else None, now.source if now else None))
            continue
        changes.extend(_citation(was, now))
        changes.extend(_sources(was.source, now.source, before, after, seen))
    return changes


def _paired(old: Sequence[Citation], new: Sequence[Citation]) -> Iterator[tuple[Citation | None, Citation | None]]:
    """Pair citations by their order, or, where one has come or gone, those of one source."""
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
        return
    left = list(old)
    for now in new:
        was = next((item for item in left if item.source == now.source), None)
        if was:
            left.remove(was)
        yield was, now
    for was in left:
        yield was, None


def _citation(old: Citation, new: Citation) -> Iterator[FieldChange]:
    yield from _fields(f"citation of {new.source}, ", old, new, _CITATION)


def _sources(
    old: str, new: str, before: Mapping[str, Source], after: Mapping[str, Source], seen: set[tuple[str, str]]
) -> Iterator[FieldChange]:
    """Yield what differs in two sources and, upstream, in what they derive from."""
    waiting = [(old, new)]
    while waiting:
        pair = waiting.pop()
        was, now = before.get(pair[0]), after.get(pair[1])
        if pair in seen or was is None or now is None:
            continue
        seen.add(pair)
        yield from _fields(f"source {now.id}, ", was, now, _SOURCE)
        for one, other in zip_longest(was.derived_from, now.derived_from):
            if one is None or other is None:
                yield FieldChange(
                    f"source {now.id}, derived_from", one.source if one else None, other.source if other else None
                )
                continue
            yield from _derivation(now, one, other)
            waiting.append((one.source, other.source))


def _derivation(source: Source, old: Derivation, new: Derivation) -> Iterator[FieldChange]:
    yield from _fields(f"source {source.id} from {new.source}, ", old, new, _DERIVATION)


def _fields(of: str, old: object, new: object, names: tuple[str, ...]) -> Iterator[FieldChange]:
    for name in names:
        was, now = _value(old, name), _value(new, name)
        if was != now:
            yield FieldChange(f"{of}{name}", was, now)


def _value(record: Any, name: str) -> str | None:  # noqa: ANN401  (any record that has the field)
    """Return a field in words, so that what a signature does not tell apart is equal."""
    for part in name.split("."):
        record = getattr(record, part) if record is not None else None
    if record is None or record == ():
        return None
    if isinstance(record, Quote):
        return _quote(record)
    if isinstance(record, tuple):
        return "; ".join(_figure(figure) for figure in record)
    if isinstance(record, bool):
        return "true" if record else "false"
    return " ".join(str(record).split()) or None


def _quote(quote: Quote) -> str:
    parts = {"prefix": quote.prefix, "suffix": quote.suffix, "at": quote.at}
    around = "".join(f" ({name} {' '.join(text.split())})" for name, text in parts.items() if text)
    return " ".join(quote.exact.split()) + around


def _figure(figure: Figure) -> str:
    value = f"{figure.value.normalize():f}" + (f"–{figure.to.normalize():f}" if figure.to is not None else "")
    return " ".join(part for part in (figure.comparator, value, figure.unit, figure.is_ and f"({figure.is_})") if part)


def _shown(value: str | None) -> str:
    return "nothing" if value is None else f"“{brief(one_line(value), _WIDTH)}”"
