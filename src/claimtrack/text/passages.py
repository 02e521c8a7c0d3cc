"""Every quotation of a project, looked up in the text that it is from; once, for all who ask."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimtrack.model.records import Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.place import Path
    from claimtrack.model.records import Claim
    from claimtrack.text.quoting import Haystack, Resolution

    _Quotation = tuple[Claim, "Role", Path, str, Quote]
    """What is looked up: a claim, and the first fields of its Passage."""

Role = Literal["passage", "cue", "quote"]
"""The article's words that carry the claim; its words of credit; the words of a cited source."""
FOUND = frozenset({"exact", "normalised", "ambiguous", "elsewhere"})
"""What became of a quotation whose words do stand in the text."""

_KEPT = 32
"""How many texts are kept with what was made of them: rules go from article to article."""


class Passage(NamedTuple):
    """One quotation of a record, and what became of it."""

    claim: Claim
    role: Role
    at: Path
    """Where in the claim it stands."""
    source: str
    """The source that it is from."""
    quote: Quote
    resolution: Resolution | None
    """None where the text is not here: it was not checked."""


class Passages:
    """The quotations of all claims, in file order."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._haystacks: dict[str, Haystack | None] = {}
        quotations: list[_Quotation] = []
        spans: dict[str, tuple[int, int]] = {}
        for claim in ledger.claims:
            start = len(quotations)
            quotations += _quotations(claim)
            spans[claim.key] = start, len(quotations)
        looked_up = zip(quotations, self._resolutions(quotations), strict=True)
        self.all = tuple([Passage(*quotation, resolution) for quotation, resolution in looked_up])
        self.of = {key: self.all[start:end] for key, (start, end) in spans.items()}
        """The quotations of each claim, by its full id."""

    def haystack(self, source: str) -> Haystack | None:
        """Return the text of a source, fit to be searched; None where it is not here."""
        found = self._haystacks.pop(source) if source in self._haystacks else self._haystack(source)
        self._haystacks[source] = found  # The last of them is the one that was asked for last.
        if len(self._haystacks) > _KEPT:
            del self._haystacks[next(iter(self._haystacks))]
        return found

    def _haystack(self, source: str) -> Haystack | None:
        record = self._ledger.source_by_id.get(source)
        state = self._ledger.texts.state(record) if record else None
        if not record or not state or state.status != "here" or state.text is None:
            return None
        # Imported here because many projects keep no texts at all.
        from claimtrack.text.quoting import Haystack  # noqa: PLC0415

        return Haystack(state.text, record.title)

    def passage(self, claim: Claim) -> Passage | None:
        """Return the passage of a claim in its article, None where it records none."""
        of_claim = self.of.get(claim.key)
        return of_claim[0] if of_claim and of_claim[0].role == "passage" else None

    def places(self, passage: Passage) -> list[str]:
        """Return where the words of a passage stand, as locators, each once; nothing where nobody could look."""
        haystack, resolution = self.haystack(passage.source), passage.resolution
        if haystack is None or resolution is None:
            return []
        return list(dict.fromkeys(haystack.layout.describe(match.start) for match in resolution.matches))

    def counts(self) -> dict[str, int]:
        """Count passages and quotes by what became of them; cues are words of credit and count apart."""
        counts = {"exact": 0, "normalised": 0, "altered": 0, "absent": 0, "not_checked": 0}
        for passage in self.all:
            if passage.role != "cue":
                counts[outcome(passage.resolution)] += 1
        return counts

    def _resolutions(self, quotations: Sequence[_Quotation]) -> list[Resolution | None]:
        """Look up all quotations of one text before those of the next, so that few texts are kept evened out."""
        by_source: defaultdict[str, list[int]] = defaultdict(list)
        for place, (_, _, _, source, _) in enumerate(quotations):
            by_source[source].append(place)
        resolutions: list[Resolution | None] = [None] * len(quotations)
        for source, places in by_source.items():
            if haystack := self.haystack(source):
                for place in places:
                    resolutions[place] = haystack.resolve(quotations[place][-1])
        return resolutions


def passages(ledger: Ledger) -> Passages:
    """Look up every quotation of a ledger; ask for it with `ledger.once`."""
    return Passages(ledger)


def _quotations(claim: Claim) -> list[_Quotation]:
    found: list[_Quotation] = []
    if claim.quote:
        found.append((claim, "passage", ("quote",), claim.article, claim.quote))
    for place, citation in enumerate(claim.sources):
        if citation.cue:
            found.append((claim, "cue", ("sources", place, "cue"), claim.article, Quote(exact=citation.cue)))
        if citation.quote:
            quote = citation.quote
            if citation.at and not quote.at:
                # Where in the source the words are may be said of the citation as a whole.
                quote = Quote(exact=quote.exact, prefix=quote.prefix, suffix=quote.suffix, at=citation.at)
            found.append((claim, "quote", ("sources", place, "quote"), citation.source, quote))
    return found


def outcome(resolution: Resolution | None) -> str:
    """Return what became of a quotation, as the summary counts it."""
    if resolution is None:
        return "not_checked"
    if resolution.kind in FOUND:
        return "exact" if resolution.matches[0].exact else "normalised"
    return "altered" if resolution.kind == "altered" else "absent"
