"""How much of each article of a project is covered by claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.model.records import Claim, Quote
from claimtrack.text.passages import FOUND, passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import SetAside, Source
    from claimtrack.text.coverage import Coverage, Span
    from claimtrack.text.quoting import Haystack, Resolution


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCoverage:
    """One article, and how much of it is covered."""

    article: Source
    coverage: Coverage | None = None
    """None where it could not be checked."""
    reason: str = ""
    """Why it could not: `its text harbour-sale.txt is not here`."""
    stray: tuple[SetAside, ...] = ()
    """What is set aside and does not stand in the text."""


def article_coverage(ledger: Ledger) -> tuple[ArticleCoverage, ...]:
    """Hold every article of a ledger against its claims, in file order; ask for it with `ledger.once`."""
    return tuple(cover(ledger, ledger.source_by_id[article]) for article in ledger.articles)


def cover(ledger: Ledger, article: Source) -> ArticleCoverage:
    """Hold one article against the claims that are made of it, those of broken records included."""
    reason = _reason(ledger, article)
    haystack = None if reason else ledger.once(passages).haystack(article.id)
    if haystack is None:
        return ArticleCoverage(article=article, reason=reason)
    # Imported here because many projects keep no texts at all.
    from claimtrack.text.coverage import coverage  # noqa: PLC0415

    aside = [(item, haystack.occurrences(item.quote)) for item in article.set_aside]
    found = coverage(
        haystack.text,
        article.title,
        [*_claimed(ledger, article), *_salvaged(ledger, article, haystack)],
        [(match.start, match.end) for _, matches in aside for match in matches],
        language=article.language,
    )
    if not found.sentences and not found.set_aside:
        return ArticleCoverage(article=article, reason="its text has no sentence in it")
    return ArticleCoverage(article=article, coverage=found, stray=tuple(item for item, matches in aside if not matches))


def _reason(ledger: Ledger, article: Source) -> str:
    """Say why an article cannot be checked; empty where it can."""
    if any(record is article for record in ledger.records.broken):
        return "its record could not be read"
    state = ledger.texts.state(article)
    if state.status == "here" and state.text is not None:
        return ""
    if article.snapshot is None:
        return "no text of it is recorded"
    why = f" ({state.reason})" if state.reason and state.status == "missing" else ""
    gone = "is not here" if state.status == "missing" else state.reason or "is not the text that was recorded"
    return f"its text {article.snapshot.file} {gone}{why}"


def _claimed(ledger: Ledger, article: Source) -> Iterator[Span]:
    """Yield where the passages and cues of its claims stand; of several places that fit, the first."""
    of = ledger.once(passages).of
    for claim in ledger.claims_by_article.get(article.id, ()):
        for item in of.get(claim.key, ()):
            if item.role != "quote" and item.resolution:
                yield from _span(item.resolution)


def _salvaged(ledger: Ledger, article: Source, haystack: Haystack) -> Iterator[Span]:
    """Yield the same for claims whose records are broken or doubled: what is wrong with them is told already."""
    for claim in (*ledger.records.broken, *ledger.records.duplicates):
        if not isinstance(claim, Claim) or claim.article != article.id:
            continue
        cues = (Quote(exact=citation.cue) for citation in claim.sources if citation.cue)
        for quote in (*([claim.quote] if claim.quote else []), *cues):
            yield from _span(haystack.resolve(quote))


def _span(resolution: Resolution) -> Iterator[Span]:
    """Yield where words stand; words that were altered cover what they were, for CT201 has told of them."""
    if resolution.kind in FOUND:
        yield resolution.matches[0].start, resolution.matches[0].end
    elif resolution.nearest:
        yield resolution.nearest.start, resolution.nearest.end
