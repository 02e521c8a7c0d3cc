"""The words that an article puts in quotation marks, and the sentences around its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.text.checkables import quotations
from claimtrack.text.passages import passages
from claimtrack.text.sentences import overlapping, sentence_spans

if TYPE_CHECKING:
    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Claim

    Span = tuple[int, int]

_MARKS = "\"'“”„‟‘’‚«»‹›「」『』"


class QuotedWords:
    """What articles quote, looked up once for each."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._passages = ledger.once(passages)
        # Of one article each: rules go from article to article.
        self._quotations: tuple[str, list[Span]] = ("", [])
        self._sentences: tuple[str, list[Span]] = ("", [])

    def of(self, claim: Claim) -> list[str]:
        """Return the words that the article puts in quotation marks, one for each quotation."""
        if claim.quote is None:
            return []
        exact = claim.quote.exact
        if spans := quotations(exact):
            return [exact[slice(*span)].strip(_MARKS) for span in spans]
        return [exact] if claim.type == "quote" or self._surrounded(claim) else []

    def _span(self, claim: Claim) -> Span | None:
        """Return where a passage stands in its article; None where the text is not here, or it stands in several."""
        passage = self._passages.passage(claim)
        if not passage or not passage.resolution or passage.resolution.kind not in ("exact", "normalised"):
            return None
        (match,) = passage.resolution.matches
        return match.start, match.end

    def _surrounded(self, claim: Claim) -> bool:
        """Tell whether a passage stands inside quotation marks in its article."""
        span = self._span(claim)
        haystack = self._passages.haystack(claim.article) if span else None
        if span is None or haystack is None:
            return False
        if claim.article != self._quotations[0]:
            self._quotations = (claim.article, quotations(haystack.text))
        return any(start <= span[0] and span[1] <= end for start, end in self._quotations[1])

    def sentence(self, claim: Claim) -> str | None:
        """Return the sentences of the article in which a passage stands."""
        span = self._span(claim)
        haystack = self._passages.haystack(claim.article) if span else None
        if span is None or haystack is None:
            return None
        if claim.article != self._sentences[0]:
            record = self._ledger.source_by_id.get(claim.article)
            self._sentences = (claim.article, sentence_spans(haystack.text, record.title if record else None))
        touched = overlapping(self._sentences[1], span)
        return haystack.text[touched[0][0] : touched[-1][1]] if touched else None


def quoted_words(ledger: Ledger) -> QuotedWords:
    """Return what the articles of a ledger quote; ask for it with `ledger.once`."""
    return QuotedWords(ledger)
