"""Whether what somebody signed still stands: the newest check of each claim, and what has changed since.

The paragraph of the article is compared as a reader sees it, so that typography makes nothing
stale. Where the text is here and the passage is no longer in it, the paragraph is empty: it
cannot be what was signed. Of checks whose dates do not tell which is the newest (a day and its
month, two of one day, anything with `~` or `?`), one that still holds is enough.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.edtf import of_day
from claimtrack.text.digests import Digests, compare
from claimtrack.text.normalise import normalise
from claimtrack.text.passages import FOUND, passages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, timedelta

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Check, Claim
    from claimtrack.text.quoting import Haystack, Resolution

_WORDS = {
    "claim": "the claim itself (its words, figures, verdict or citations)",
    "passage": "the paragraph of the article around the passage",
    "sources": "a source, or what it derives from",
}
_LOST = "the article, in which the passage is no longer found"
NO_PARAGRAPH = ""
"""Stands for the paragraph of a passage that is not in the text."""


class Standing(NamedTuple):
    """The check that decides about a claim, and whether what was signed still stands."""

    claim: Claim
    place: int
    """Which of the claim's checks it is, from 0."""
    check: Check
    now: str
    """The digest of the claim as it now stands."""
    changed: tuple[str, ...] = ()
    """The parts that have changed since, by name."""
    unreadable: str = ""
    """Why the digest cannot be compared, in words for a user; such a check counts as changed."""
    lost: bool = False
    """Whether the passage is no longer in the article."""

    @property
    def good(self) -> bool:
        """Whether nothing has changed since it was signed."""
        return not (self.changed or self.unreadable)

    @property
    def phrases(self) -> list[str]:
        """The parts that have changed, in plain words."""
        return [_LOST if part == "passage" and self.lost else _WORDS[part] for part in self.changed]


class Checks:
    """The digests and the deciding checks of one ledger, each worked out when it is first asked for."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._paragraphs: dict[str, str | None] = {}

    def digest(self, claim: Claim) -> str:
        """Return the digest of a claim as it now stands."""
        return self._digests.of(claim, self.paragraph(claim))

    def paragraph(self, claim: Claim) -> str | None:
        """Return the normalised paragraph around a claim's passage.

        Out: None where there is no passage or no text to look in, and nothing (`NO_PARAGRAPH`)
        where the text is here and the passage is not in it.
        """
        if claim.key not in self._paragraphs:
            self._paragraphs[claim.key] = self._find_paragraph(claim)
        return self._paragraphs[claim.key]

    @cached_property
    def of(self) -> dict[str, Standing]:
        """How the claims stand that have a check with a digest, by full id, in file order."""
        signed = [claim for claim in self._ledger.claims if claim.checks]
        return {claim.key: standing for claim in signed if (standing := self._standing(claim))}

    @cached_property
    def _digests(self) -> Digests:
        return Digests(self._ledger)

    def _find_paragraph(self, claim: Claim) -> str | None:
        found = self._ledger.once(passages)
        passage, haystack = found.passage(claim), found.haystack(claim.article)
        if passage is None or passage.resolution is None or haystack is None:
            return None
        return normalise(_blocks(haystack, passage.resolution)).text

    def _standing(self, claim: Claim) -> Standing | None:
        places = newest(claim.checks)
        if not places:
            return None
        paragraph = self.paragraph(claim)
        now = self._digests.of(claim, paragraph)
        standings = [_compared(claim, place, now, lost=paragraph == NO_PARAGRAPH) for place in places]
        return next((standing for standing in reversed(standings) if standing.good), standings[-1])


def checks(ledger: Ledger) -> Checks:
    """Return how the checks of a ledger stand; ask for it with `ledger.once`."""
    return Checks(ledger)


def newest(signed: Sequence[Check]) -> list[int]:
    """Return the places of the checks with a digest that may be the newest, the likeliest last."""
    places = [place for place, check in enumerate(signed) if check.digest]
    if len(places) <= 1:
        return places
    certain = [signed[place].date for place in places if not signed[place].date.qualified]
    # Later than each of them for certain is later than the one that is over last.
    starts = [date.earliest for date in certain if date.earliest]
    last_start = max(starts, default=None)

    def may_be(place: int) -> bool:
        when = signed[place].date
        return when.qualified or when.latest is None or last_start is None or when.latest >= last_start

    def likelihood(place: int) -> tuple[bool, str, int]:
        when = signed[place].date
        return not when.qualified, str(when.latest or "9999-12-31"), place

    return sorted(filter(may_be, places), key=likelihood)


def too_old(check: Check, today: date, max_age: timedelta | None) -> bool:
    """Tell whether a check is certainly older than the house lets checks be."""
    if max_age is None:
        return False
    try:
        oldest = today - max_age
    except OverflowError:
        return False
    return of_day(oldest).after(check.date)


def _compared(claim: Claim, place: int, now: str, *, lost: bool) -> Standing:
    check = claim.checks[place]
    try:
        changed = () if check.digest == now else tuple(compare(check.digest or "", now))
    except ValueError as error:
        return Standing(claim=claim, place=place, check=check, now=now, unreadable=str(error))
    return Standing(claim=claim, place=place, check=check, now=now, changed=changed, lost=lost)


def _blocks(haystack: Haystack, resolution: Resolution) -> str:
    """Return the paragraphs that a passage touches; of an ambiguous one all that it may touch."""
    if resolution.kind not in FOUND:
        return NO_PARAGRAPH
    layout = haystack.layout
    touched = sorted(
        {
            block
            for match in resolution.matches
            for block in range(layout.block_of(match.start), layout.block_of(max(match.end - 1, match.start)) + 1)
        }
    )
    return "\n\n".join(haystack.text[slice(*layout.blocks[block])] for block in touched)
