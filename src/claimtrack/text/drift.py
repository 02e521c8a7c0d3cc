"""How the words of an assertion changed on their way to the article, and at which hop.

A source's words in a chain are the quotes of its citations under the claim; words pass through
sources that have none. A quote in another language says by its `gloss` alone what it has made of
the words.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.numbers import parse_number
from claimtrack.text.diff import shared_words, word_changes
from claimtrack.text.hedges import dropped_hedge, hedges_in, may_hedge
from claimtrack.text.normalise import normalise
from claimtrack.text.passages import passages
from claimtrack.text.quoted import quoted_words
from claimtrack.text.routes import routes
from claimtrack.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Citation, Claim
    from claimtrack.text.diff import Change
    from claimtrack.text.routes import Routes

_HALF = 0.5


class Alteration(NamedTuple):
    """The earliest hop on which quoted words changed."""

    source: str
    """Who has the words as they are now."""
    upstream: str
    """Who still has them as they were."""
    between: tuple[str, ...]
    """The sources in between, whose words are not on record or in another language."""
    changes: tuple[Change, ...]
    quote: str
    """The words upstream."""
    citation: int
    """The place of the citation that has them."""
    translated: bool
    """Whether a translation lies between the two."""


class Dropped(NamedTuple):
    """A hedge that was lost on the way."""

    hedge: str
    upstream: str
    """Who hedges."""
    source: str
    """The next one down from there."""
    citation: int
    bare: str | None
    """A source nearer the origin that does not hedge either."""


class Drift:
    """What happened to the words of each claim."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._passages = ledger.once(passages)
        self._routes = ledger.once(routes)
        self._quoted = ledger.once(quoted_words)

    def alterations(self, claim: Claim) -> list[Alteration]:
        """Return the earliest hops on which the quoted words of a claim changed, one for each."""
        quotations = [quoted for quoted in self._quoted.of(claim) if _may_differ(claim, quoted)]
        if not quotations:
            return []
        ways = self._routes.toward(claim)
        found: dict[tuple[str, str], Alteration] = {}
        for quoted in quotations:
            for item in _apart(self._altered(claim, quoted, ways), ways):
                hop = (item.source, item.upstream)
                before = found[hop].changes if hop in found else ()
                found[hop] = item._replace(changes=tuple(dict.fromkeys((*before, *item.changes))))
        return list(found.values())

    def dropped(self, claim: Claim, extra: Sequence[str] = ()) -> Dropped | None:
        """Return the hedge that a source upstream has and the passage has not.

        In: the claim, and a desk's own hedges. Of several that hedge, the one nearest the article.
        """
        if claim.quote is None or not may_hedge(_words_of_sources(claim), extra):
            return None
        if not any(citation.quote for citation in claim.sources):
            return None
        ways = self._routes.toward(claim)
        passage, around = claim.quote.exact, self._quoted.sentence(claim)
        for place, text in sorted(
            self._legible(claim, ways), key=lambda item: ways.rank(claim.sources[item[0]].source)
        ):
            hedge = dropped_hedge(text, passage, extra)
            if hedge is None or (around and _keeps(text, around, extra)):
                continue
            upstream = claim.sources[place].source
            return Dropped(
                hedge=hedge,
                upstream=upstream,
                source=ways.below(upstream),
                citation=place,
                bare=self._bare(claim, ways, upstream, extra),
            )
        return None

    def is_foreign(self, claim: Claim, source: str) -> bool:
        """Tell whether a source is known to be in another language than the article."""
        one, other = (self._language(key) for key in (claim.article, source))
        return bool(one and other and one != other)

    def counterpart(self, claim: Claim, source: str, quoted: str) -> tuple[int, str] | None:
        """Return the quote of a source that has most of some words, with its place; None where none has half."""
        if self.is_foreign(claim, source):
            return None
        found = [
            (shared_words(quoted, citation.quote.exact), -place, citation.quote.exact)
            for place, citation in enumerate(claim.sources)
            if citation.source == source and citation.quote
        ]
        shared, place, text = max(found, default=(0.0, 0, ""))
        return (-place, text) if shared >= _HALF else None

    def changes(self, claim: Claim, source: str, upstream: str) -> list[Change]:
        """Return how the words of two sources differ, where both are on record and of the same thing."""
        if source == claim.article:
            ours = self._quoted.of(claim) or ([claim.quote.exact] if claim.quote else [])
        else:
            ours = [item.quote.exact for item in claim.sources if item.source == source and item.quote]
        if self.is_foreign(claim, source):
            return []
        found: list[Change] = []
        for text in ours:
            if old := self.counterpart(claim, upstream, text):
                found += self._changes(upstream, old[1], text)
        return list(dict.fromkeys(found))

    def _altered(self, claim: Claim, quoted: str, ways: Routes) -> Iterator[Alteration]:
        cited = dict.fromkeys(item.source for item in claim.sources if item.source != claim.article)
        counterparts = {
            source: words_there
            for source in cited
            if source in ways and (words_there := self.counterpart(claim, source, quoted))
        }
        tops = [source for source in counterparts if not ways.above(source, counterparts)]
        totals = {top: self._changes(top, counterparts[top][1], quoted) for top in tops}
        same = [counterparts[top][1] for top, total in totals.items() if not total]
        for top, total in totals.items():
            if total and not any(_has(text, change.to) for change in total for text in same):
                yield from self._earliest(claim, quoted, ways.way(top)[::-1], counterparts)

    def _earliest(
        self, claim: Claim, quoted: str, way: Sequence[str], counterparts: dict[str, tuple[int, str]]
    ) -> Iterator[Alteration]:
        """Walk down from the origin to the first source that has other words. In: the sources on the way."""
        last = 0
        cited = {claim.article, *(item.source for item in claim.sources)}
        for at, source in enumerate(way[1:], start=1):
            if source not in cited:
                continue
            place, old = counterparts[way[last]]
            total = self._changes(way[last], old, quoted)
            if source == claim.article:
                changes = total
            elif source in counterparts:
                new = counterparts[source][1]
                changes = [change for change in self._changes(way[last], old, new) if _meets(change, total)]
            else:
                changes = [change for change in total if self._glossed(claim, source, change)]
            if changes:
                yield Alteration(
                    source=source,
                    upstream=way[last],
                    between=tuple(way[last + 1 : at]),
                    changes=tuple(changes),
                    quote=old,
                    citation=place,
                    translated=any(self._translates(*step) for step in pairwise(way[last : at + 1])),
                )
                return
            last = at if source in counterparts else last

    def _changes(self, source: str, old: str, new: str) -> list[Change]:
        """Return what differs; to quote a part only, at either end, changes nothing."""
        haystack = self._passages.haystack(source)
        if haystack and haystack.occurrences(new):
            return []
        changed = _beside_numerals(word_changes(f"… {old} …", f"… {new} …"))
        # Where the text is here and has not all the words, those added at an end are the article's own.
        return changed if changed or haystack is None else _beside_numerals(word_changes(old, f"… {new} …"))

    def _translates(self, upstream: str, source: str) -> bool:
        record = self._ledger.source_by_id.get(source)
        steps = record.derived_from if record else ()
        return any(step.source == upstream and step.relation == "translated" for step in steps)

    def _glossed(self, claim: Claim, source: str, change: Change) -> bool:
        """Tell whether a source in another language has already made a change, going by its glosses."""
        glosses = [item.gloss for item in claim.sources if item.source == source and item.gloss]
        return any(_has(gloss, change.to) and not _has(gloss, change.from_) for gloss in glosses)

    def _legible(self, claim: Claim, ways: Routes) -> Iterator[tuple[int, str]]:
        """Yield the words of sources upstream that can be read in the article's language, with their places."""
        for place, citation in enumerate(claim.sources):
            if citation.source in ways and citation.source != claim.article:
                text = self._words(claim, citation)
                if text:
                    yield place, text

    def _words(self, claim: Claim, citation: Citation) -> str | None:
        if self.is_foreign(claim, citation.source):
            return citation.gloss
        return citation.quote.exact if citation.quote else None

    def _bare(self, claim: Claim, ways: Routes, hedging: str, extra: Sequence[str]) -> str | None:
        above = ways.above(hedging, {item.source for item in claim.sources if item.source in ways})
        passage = claim.quote.exact if claim.quote else ""
        for place, text in self._legible(claim, ways):
            source = claim.sources[place].source
            if source in above and shared_words(passage, text) >= _HALF and not hedges_in(text, extra):
                return source
        return None

    def _language(self, source: str) -> str | None:
        record = self._ledger.source_by_id.get(source)
        language = record.language if record else None
        return language.replace("_", "-").partition("-")[0].casefold() if language else None


def _may_differ(claim: Claim, quoted: str) -> bool:
    """Tell whether some citation has other words; most are quoted to the letter, and need no comparing."""
    return any(citation.quote and citation.quote.exact != quoted for citation in claim.sources)


def _words_of_sources(claim: Claim) -> str:
    """Return all words of cited sources: where there is no hedge among them, no way to any need be known."""
    texts = [text for item in claim.sources for text in (item.quote and item.quote.exact, item.gloss) if text]
    return "\n".join(texts)


def _beside_numerals(changes: Sequence[Change]) -> list[Change]:
    """Leave out changes of style alone: `fourteen` for `14`."""
    pairs = [(change, _number(change.from_), _number(change.to)) for change in changes]
    return [change for change, before, after in pairs if before is None or before != after]


def _number(words: str) -> Decimal | None:
    try:
        return parse_number(words)
    except ValueError:
        return None


def drift(ledger: Ledger) -> Drift:
    """Return what happened to the words of a ledger's claims; ask for it with `ledger.once`."""
    return Drift(ledger)


def _apart(found: Iterable[Alteration], ways: Routes) -> list[Alteration]:
    """Leave out those that a longer way to the article tells of as well."""
    kept: dict[tuple[Change, ...], Alteration] = {}
    for item in found:
        other = kept.get(item.changes)
        if other is None or len(ways.way(item.upstream)) > len(ways.way(other.upstream)):
            kept[item.changes] = item
    return list(kept.values())


def _keeps(upstream: str, around: str, extra: Sequence[str]) -> bool:
    """Tell whether it is for its own hedges that the sentence around a passage has dropped none."""
    if dropped_hedge(upstream, around, extra):
        return False
    bare = around
    for _, (start, end) in hedges_in(around, extra):
        bare = f"{bare[:start]}{' ' * (end - start)}{bare[end:]}"
    return dropped_hedge(upstream, bare, extra) is not None


def _keys(text: str) -> list[str]:
    return [word.text.casefold() for word in words(normalise(text).text)]


def _has(text: str, some: str) -> bool:
    """Tell whether a text has all of some words, of which there are any."""
    wanted = _keys(some)
    return bool(wanted) and set(wanted).issubset(_keys(text))


def _meets(change: Change, total: Sequence[Change]) -> bool:
    """Tell whether a change concerns words that differ in the end too."""
    mine = {*_keys(change.from_), *_keys(change.to)}
    return any(not mine.isdisjoint((*_keys(item.from_), *_keys(item.to))) for item in total)
