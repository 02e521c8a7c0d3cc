"""Claims without a fault: a fact, who says so, what bears it out, and what people concluded."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from benchmarks import words
from benchmarks.sources import NOWHERE, Cited, Shape
from claimtrack.model.edtf import of_day
from claimtrack.model.records import Citation, Claim, Party, Quote, Relation, Reply, Source, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from benchmarks.defects import Defect
    from benchmarks.facts import Fact
    from claimtrack.model.vocabulary import ClaimRelation, VerdictLabel

_JUDGED, _NOTED, _CREDITED, _RELATED = 0.75, 0.1, 0.6, 0.2
_SECOND, _BARE, _REFUTED = 0.35, 0.06, 0.03


@dataclass(slots=True)
class Draft:
    """An article while its claims are made."""

    record: Source
    day: date
    house: Party
    own: Sequence[Cited]
    """The sources that its file records: its first claims cite them one by one."""
    window: Sequence[Cited]
    """The sources that its claims may cite."""
    claims: list[Claim] = field(default_factory=list)
    sound: list[Claim] = field(default_factory=list)
    """Those on which others may rest."""
    defects: dict[str, Defect] = field(default_factory=dict)
    """What is wrong with a claim, by its id."""
    signed: dict[str, Claim] = field(default_factory=dict)
    """How a claim stood when somebody signed it, where it has changed since."""
    passages: list[str] = field(default_factory=list)
    sentences: dict[str, str] = field(default_factory=dict)
    """What the article says, by claim."""

    def has_room_for(self, passage: str) -> bool:
        """Tell whether a passage would stand in the article once."""
        return not any(passage in other or other in passage for other in self.passages)


class Maker:
    """Makes sound claims; the relations between them follow the shape of the corpus."""

    def __init__(self, rng: Random, shape: Shape, root: Cited) -> None:
        self._rng, self._shape, self._root = rng, shape, root
        self._target = ""
        """The full id of the claim on which the next one may rest."""

    def make(self, draft: Draft, fact: Fact) -> Claim:
        """Return a claim of an article in which nothing is wrong."""
        rng, at = self._rng, len(draft.claims)
        first = draft.own[at] if at < len(draft.own) else rng.choice(draft.window)
        refuted = at >= len(draft.own) and self._chance(_REFUTED)
        cited = [self._citation(first, fact, cue=self._chance(_CREDITED))]
        if refuted:
            cited = [replace(cited[0], stance="refutes", note=rng.choice(words.NOTES))]
        elif self._chance(_SECOND):
            cited += self._second(draft, first, fact)
        return Claim(
            marks=NOWHERE,
            id=f"{fact.slug}-{at + 1:02d}".replace(" ", "-"),
            article=draft.record.id,
            text=fact.text,
            quote=Quote(exact=fact.passage),
            type=fact.type,
            claimant=fact.speaker or draft.house.id,
            about=(fact.about,) if fact.about else (),
            reply=_reply(draft.day) if fact.about else None,
            figures=fact.figures,
            when=fact.when,
            sources=tuple(cited),
            verdict=self._verdict(draft.day, refuted=refuted),
            serious=bool(fact.about),
            tags=tuple(sorted(rng.sample(words.TAGS, rng.randint(1, 2)))),
            note=rng.choice(words.NOTES) if self._chance(_NOTED) else None,
        )

    def relate(self, claim: Claim) -> Claim:
        """Let a claim rest on another: on the one before (deep), on the first (wide), now and then (mixed)."""
        mixed = self._shape == "mixed"
        if self._target and (not mixed or self._chance(_RELATED)):
            as_: ClaimRelation = "qualifies" if mixed and self._chance(0.5) else "depends-on"
            claim = replace(claim, relations=(Relation(claim=self._target, as_=as_),))
        if claim.label != "refuted" and not (self._target and self._shape == "wide"):
            self._target = claim.key
        return claim

    def _chance(self, share: float) -> bool:
        return self._rng.random() < share

    def _verdict(self, day: date, *, refuted: bool) -> Verdict | None:
        if not refuted and not self._chance(_JUDGED):
            return None
        why, by = self._rng.choice(words.WHY), self._rng.choice(words.CHECKERS)
        label: VerdictLabel = "refuted" if refuted else "supported"
        return Verdict(label=label, why=why, by=by, date=of_day(day - timedelta(days=2)))

    def _second(self, draft: Draft, first: Cited, fact: Fact) -> list[Citation]:
        """Return a further citation that does not secretly come down to the origin of the first."""
        others = [other for other in draft.window if other is not first]
        if others and self._chance(_BARE):
            return [Citation(source=self._rng.choice(others).record.id)]
        if self._shape == "mixed":
            others = [other for other in others if other.fits_beside(first)]
        elif self._shape == "wide":
            others = [self._root] if first is not self._root else []
        return [self._citation(self._rng.choice(others), fact)] if others else []

    def _citation(self, source: Cited, fact: Fact, *, cue: bool = False) -> Citation:
        kind, number = source.record.kind, self._rng.randint(1, 90)
        places = {"document": f"page {number}", "dataset": f"line {number}", "interview": f"t=00:{number % 60:02d}:14"}
        credits_ = {"document": "the minutes say", "dataset": "the yearly figures show"}
        return Citation(
            source=source.record.id,
            cue=credits_.get(kind, f"{source.party.name} says") if cue else None,
            quote=Quote(exact=fact.said),
            at=places.get(kind, f"para {number % 19 + 1}"),
            figures=fact.source_figures,
            when=fact.when,
        )


def _reply(day: date) -> Reply:
    return Reply(sought=of_day(day - timedelta(days=5)), got="No answer by the deadline.")
