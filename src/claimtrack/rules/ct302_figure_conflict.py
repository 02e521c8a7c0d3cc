"""Figures of a claim and of what stands behind it that cannot both be right.

What
----
Recorded figures of a claim against those of its citations that do not refute it, and of claims
that it repeats or corroborates. Figures are paired by `unit` (case and plural do not matter) and
by `is`; told are the pairs of which none fits the other. 85 fits "more than 80" and 80 does not;
"about 80" fits what lies within ten per cent of 80. Told too is a value that stands under another
unit, where the claim's own unit is missing: nine employees here, nine meetings there.

Why
---
"More than 80" loses two words at one desk and is 80 at the next. Each outlet repeats the figure it
read; only side by side is it seen where it changed.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: votes
        text: Six members voted to sell.
        figures: [{value: 6, unit: members}]
        sources:
          - source: board-minutes
            at: page 4
            figures: [{value: 5, unit: Members}]  # <- CT302
      - id: ships
        text: The harbour holds more than 80 ships.
        figures: [{value: 80, unit: ships, comparator: more-than}]
        sources:
          - source: board-minutes
            at: page 2
            figures: [{value: 80, unit: berths}]  # <- CT302

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: votes
        text: Six members voted to sell.
        figures: [{value: 6, unit: members}]
        sources:
          - source: board-minutes
            at: page 4
            figures: [{value: 6, unit: Members}]
      - id: ships
        text: The harbour holds more than 80 ships.
        figures: [{value: 80, unit: ships, comparator: more-than}]
        sources:
          - source: board-minutes
            at: page 2
            figures: [{value: 85, unit: ships}, {value: 80, unit: berths}]

Fix
---
Find out which figure is right and correct the other, or have the story say what differs. A source
that contradicts the claim gets `stance: refutes`; a figure that is rounded `comparator: about`.

Source
------
GMM editorial wiki and Investigate Midwest: numbers are among the things to watch, millions that
became billions above all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem, Related
from claimtrack.text.intervals import conflicts, in_words, plain_figure
from claimtrack.text.units import folded_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Claim, Figure
    from claimtrack.model.settings import Settings

SEVERITY = "warning"

_SAME = ("repeats", "corroborates")
_Key = tuple[str | None, str | None]


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield the figures of citations and of like claims that no figure of the claim fits."""
    sound = {claim.key: claim for claim in ledger.claims}
    seen: set[frozenset[str]] = set()
    for claim in ledger.claims:
        if claim.figures:
            yield from _citations(claim)
        for place, relation in enumerate(claim.relations):
            other = sound.get(ledger.claim_key(relation.claim, claim.article))
            if relation.as_ not in _SAME or other is None or frozenset((claim.key, other.key)) in seen:
                continue
            seen.add(frozenset((claim.key, other.key)))
            for ours, theirs, there in _clashes(claim.figures, other.figures):
                yield Problem(
                    record=claim,
                    at=("relations", place, "claim"),
                    message=f"has {_told(ours)}, and {other.key}, which it {relation.as_}, has {_told(theirs)}",
                    hint="Correct the figure that is wrong, or record another relation, such as `contradicts`.",
                    related=(Related(other.marks.place(("figures", there)), f"{other.key} has {_told(theirs)}"),),
                )


def _citations(claim: Claim) -> Iterator[Problem]:
    for place, citation in enumerate(claim.sources):
        if citation.stance == "refutes" or not citation.figures:
            continue
        for ours, theirs, there in _clashes(claim.figures, citation.figures):
            yield Problem(
                record=claim,
                at=("sources", place, "figures", there),
                message=f"has {_told(ours)}, and {citation.source} under it has {_told(theirs)}",
                hint=_hint(ours, theirs),
            )


def _hint(ours: Figure, theirs: Figure) -> str:
    if folded_unit(plain_figure(ours).unit) != folded_unit(plain_figure(theirs).unit):
        return "Find out what is counted: give both the same unit, or have the story say what differs."
    return (
        "Correct the figure that is wrong, or have the story say what differs; a source that contradicts gets "
        "`stance: refutes`, a rounded figure `comparator: about`."
    )


def _clashes(ours: Sequence[Figure], theirs: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, int]]:
    """Yield a figure of ours, one of theirs that it does not fit, and the latter's place."""
    here, there = _by_key(ours), _by_key(theirs)
    for key, figures in here.items():
        paired = there.get(key, [])
        if paired and all(conflicts(ours[mine], theirs[other]) for mine in figures for other in paired):
            yield ours[figures[0]], theirs[paired[0]], paired[0]
        elif not paired:
            strangers = [other for name, places in there.items() if _another(name, key, here) for other in places]
            for mine in figures:
                found = next((other for other in strangers if _same_value(ours[mine], theirs[other])), None)
                if found is not None:
                    yield ours[mine], theirs[found], found


def _by_key(figures: Sequence[Figure]) -> dict[_Key, list[int]]:
    """Put the places of figures together by unit and `is`."""
    found: dict[_Key, list[int]] = {}
    for place, figure in enumerate(figures):
        key = (folded_unit(plain_figure(figure).unit), folded_unit(figure.is_))
        found.setdefault(key, []).append(place)
    return found


def _another(theirs: _Key, ours: _Key, here: dict[_Key, list[int]]) -> bool:
    """Tell whether a key of theirs has another unit than ours, and is no partner of another of ours."""
    return None not in (theirs[0], ours[0]) and theirs[0] != ours[0] and theirs not in here


def _same_value(one: Figure, other: Figure) -> bool:
    one, other = plain_figure(one), plain_figure(other)
    return (one.value, one.to) == (other.value, other.to)


def _told(figure: Figure) -> str:
    return f"{in_words(figure)} ({figure.is_})" if figure.is_ else in_words(figure)
