"""A figure that is not in the words it was taken from.

What
----
A claim's figure whose value or comparator is not in the claim's `quote`, and a citation's that is
not in that citation's `quote`; and a figure in a claim's `text` that stands in no quote and no
`figures` of the claim. 14 and fourteen are the same, "a judge" is one judge, and "no fewer than
80" is `at-least`; but 80 is not "more than 80". The unit is not compared, dates are left out, and
where there is no quote (for a text: no passage) nothing is checked. Of a quote with `…` only the
words that stand there are known. Words are read as English, digits in any script; where a source's
`language` is another one, only digits count.

Why
---
Digits are transposed and a "more than" is lost while a record is typed. All later comparing rests
on the recorded figures, so these have to be the ones in the story and in the source.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: votes
        text: Six of nine board members voted to sell.
        quote: six of the nine members voted for the sale
        figures:
          - {value: 6, unit: members, is: in favour}
          - {value: 10, unit: members, is: total}  # <- CT301
        sources:
          - source: board-minutes
            quote: carried, at least six votes to three
            figures:
              - {value: 6, unit: members, is: in favour}  # <- CT301
      - id: ships
        text: The harbour holds 41 ships.  # <- CT301
        quote: the harbour holds fourteen ships
        sources:
          - {source: board-minutes, at: page 2}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: votes
        text: Six of nine board members voted to sell.
        quote: six of the nine members voted for the sale
        figures:
          - {value: 6, unit: members, is: in favour}
          - {value: 9, unit: members, is: total}
        sources:
          - source: board-minutes
            quote: carried, at least six votes to three
            figures:
              - {value: 6, unit: members, is: in favour, comparator: at-least}
      - id: ships
        text: The harbour holds 14 ships.
        quote: the harbour holds fourteen ships
        sources:
          - {source: board-minutes, at: page 2}

Fix
---
Go back to the words and correct the figure. If the figure stands where the quote leaves words out
or ends too early, let the quote reach over it.

Source
------
GMM editorial wiki: numbers are among the things to watch, and what the story says of a report has
to be in the report. Investigate Midwest: likewise numbers.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.model.records import Figure
from claimtrack.text.figures import Numbers, with_ones
from claimtrack.text.intervals import bare_value, in_words, satisfies
from claimtrack.text.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.place import Path
    from claimtrack.model.records import Claim, Quote
    from claimtrack.model.settings import Settings
    from claimtrack.text.figures import Mention

SEVERITY = "error"

_GAP = re.compile(r"…|\.\.\.")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


class _Words:
    """The numbers of a quote, each kind looked for when it is first asked for."""

    __slots__ = ("_all", "_bare", "_gloss", "_numbers", "_quote", "_texts", "english")

    def __init__(self, ledger: Ledger, quote: Quote, source: str, gloss: str | None = None) -> None:
        record = ledger.source_by_id.get(source)
        self._quote = quote
        self.english = _is_english(record.language if record else None, quote.exact)
        """Whether its words can be read."""
        self._gloss = gloss
        self._texts: list[Numbers] | None = None
        self._bare: set[Decimal] | None = None
        self._numbers: list[Mention] | None = None
        self._all: list[Mention] | None = None

    @property
    def gaps(self) -> bool:
        """Whether words are left out in it."""
        return bool(_GAP.search(self._quote.exact))

    @property
    def mentions(self) -> list[Mention]:
        """All of them, `a` and `an` and their like included."""
        if self._all is None:
            self._all = self._inside([with_ones(read.text, read.mentions()) for read in self._read()])
        return self._all

    @property
    def numbers(self) -> list[Mention]:
        """The numbers proper."""
        if self._numbers is None:
            self._numbers = self._inside([read.mentions() for read in self._read()])
        return self._numbers

    def has(self, figure: Figure) -> bool:
        """Tell whether the quote has a figure; of a comparator only English words tell."""
        # What most quotes have is told first; few figures are the `a` of `a judge`, and there are many such words.
        if bare_value(figure) in self._bare_values():
            return True
        return self._is_among(self.numbers, figure) or self._is_among(self.mentions, figure)

    def _is_among(self, mentions: list[Mention], figure: Figure) -> bool:
        for mention in mentions:
            said = mention._replace(kind="figure") if mention.ordinal else mention
            if satisfies(said, figure):
                return True
            if figure.comparator and not self.english and satisfies(said, replace(figure, comparator=None)):
                return True
        return False

    def tells(self, number: int) -> bool:
        """Tell whether a quote that should hold so many figures can be read: not where they may be foreign words."""
        return self.english or len(self.mentions) >= number

    def _bare_values(self) -> set[Decimal]:
        """Return the values of the quote's numbers where it has none but bare ones, and no neighbours."""
        if self._bare is None:
            alone = not (self._quote.prefix or self._quote.suffix)
            self._bare = (self._read()[0].bare_values() if alone else None) or set()
        return self._bare

    def _read(self) -> list[Numbers]:
        """Return the numbers of the quote between its neighbours, and of its gloss."""
        if self._texts is None:
            before = f"{self._quote.prefix} " if self._quote.prefix else ""
            behind = f" {self._quote.suffix}" if self._quote.suffix else ""
            gloss = [self._gloss] if self._gloss and not self.english else []
            self._texts = [Numbers(text) for text in (before + self._quote.exact + behind, *gloss)]
        return self._texts

    def _inside(self, found: list[list[Mention]]) -> list[Mention]:
        """Return what was found in the quote and the gloss, the neighbours of the quote left out."""
        quote, *gloss = found
        if self._quote.prefix or self._quote.suffix:
            first = len(self._quote.prefix) + 1 if self._quote.prefix else 0
            last = first + len(self._quote.exact)
            quote = [mention for mention in quote if mention.start < last and mention.end > first]
        return [*quote, *(mention for mentions in gloss for mention in mentions)]


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield recorded figures that their quote has not, and figures of a text that nothing has."""
    for claim in ledger.claims:
        told = _told(claim) if claim.quote else []
        if not (told or claim.figures or any(citation.figures for citation in claim.sources)):
            continue
        passage = _Words(ledger, claim.quote, claim.article) if claim.quote else None
        quotes = [
            _Words(ledger, citation.quote, citation.source, citation.gloss) if citation.quote else None
            for citation in claim.sources
        ]
        if passage:
            yield from _missing(claim, claim.figures, passage, (), "its passage")
        for place, (citation, quote) in enumerate(zip(claim.sources, quotes, strict=True)):
            if quote and citation.figures:
                whose = f"the quote from {citation.source}"
                yield from _missing(claim, citation.figures, quote, ("sources", place), whose)
        if told and passage and passage.tells(1):
            yield from _stray(claim, told, [passage, *(quote for quote in quotes if quote)])


def _told(claim: Claim) -> list[Mention]:
    """Return the numbers of a claim's text that have to stand somewhere; none where all are plainly recorded."""
    numbers = Numbers(claim.text)
    values = numbers.bare_values()
    if values is not None and values <= {bare_value(figure) for figure in _recorded(claim)}:
        return []
    return [mention for mention in numbers.mentions() if _is_told(mention)]


def _recorded(claim: Claim) -> list[Figure]:
    return [*claim.figures, *(figure for citation in claim.sources for figure in citation.figures)]


def _is_told(mention: Mention) -> bool:
    """Tell whether a number of a text has to stand somewhere: `14` and `4th`, and not `at first`."""
    return mention.kind == "figure" or (mention.ordinal and mention.words[:1].isdigit())


def _is_english(language: str | None, text: str) -> bool:
    if language:
        return language.lower().split("-")[0] in ("en", "eng", "english")
    if text.isascii():
        return True
    return len(_LATIN.findall(text)) * 2 >= sum(map(str.isalpha, text))


def _missing(claim: Claim, figures: Sequence[Figure], words: _Words, at: Path, whose: str) -> Iterator[Problem]:
    for place, figure in enumerate(figures):
        if words.has(figure) or not words.tells(len(figures)):
            continue
        near = next((mention for mention in words.mentions if _has_value(mention, figure)), None)
        field = "comparator" if near and figure.comparator else "value"
        yield Problem(
            record=claim,
            at=(*at, "figures", place, field),
            message=f"records {in_words(figure)}, and {whose} {_has(words, near)}",
            hint=_hint("Correct the figure or the quote", words),
        )


def _has_value(mention: Mention, figure: Figure) -> bool:
    bare = replace(figure, comparator=None)
    return satisfies(mention._replace(comparator=None), bare)


def _has(words: _Words, near: Mention | None) -> str:
    if near:
        return f"says “{near.words}”"
    shown = dict.fromkeys(f"“{mention.words}”" for mention in words.mentions if mention.kind == "figure")
    return f"has {listed(list(shown))}" if shown else "has no such figure"


def _hint(advice: str, *quotes: _Words) -> str:
    if any(quote.gaps for quote in quotes):
        return f"{advice}; if the figure stands where the quote leaves words out (…), let the quote reach over it."
    return f"{advice}."


def _stray(claim: Claim, told: list[Mention], quotes: list[_Words]) -> Iterator[Problem]:
    """Yield the claim whose text has figures that nothing under it has."""
    recorded = _recorded(claim)
    stray = [
        mention.words
        for mention in told
        if not any(satisfies(mention, figure) for figure in recorded)
        and not any(quote.has(figure) for figure in _meanings(mention) for quote in quotes)
    ]
    if stray:
        alone = len(stray) == 1
        stands = "stands" if alone else "stand"
        which, comes = ("the figure", "it comes") if alone else ("the figures", "they come")
        words = listed([f"“{item}”" for item in stray])
        yield Problem(
            record=claim,
            at=("text",),
            message=f"its text says {words}, which {stands} in no quote and no `figures` of the claim",
            hint=_hint(f"Correct {which}, or record where {comes} from", *quotes),
        )


def _meanings(mention: Mention) -> Iterator[Figure]:
    """Yield the figures that a mention can mean."""
    for value in (mention.value, *mention.also):
        for comparator in (mention.comparator, *mention.maybe):
            yield Figure(value=value, to=mention.to, comparator=comparator, unit=mention.unit)
    if mention.fraction:
        yield Figure(value=mention.value * 100, comparator=mention.comparator, unit="percent")
