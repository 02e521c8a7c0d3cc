"""Known defects, planted into some claims: what verify must find, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from benchmarks import facts
from claimtrack.model.records import Citation, Figure, Quote, Relation, Verdict, Waiver

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from benchmarks.facts import Draw, Fact
    from benchmarks.sources import Cited
    from claimtrack.model.records import Claim


@dataclass(frozen=True, slots=True)
class Around:
    """What a defect may need to know of the project."""

    fact: Fact
    root: Cited
    """The oldest source, which is a document."""
    others: tuple[Cited, Cited]
    """Two more sources."""
    rival: str
    """A sound claim of the same article that is called supported."""
    waive: bool
    """Whether somebody has decided to live with it."""


@dataclass(frozen=True, slots=True)
class Defect:
    """One way in which a claim can be wrong."""

    codes: tuple[str, ...]
    """The findings on the claim."""
    fact: Callable[[Draw], Fact]
    """The kind of fact that it needs."""
    spoil: Callable[[Claim, Around], Claim]
    needs_text: bool = False
    """Whether it shows only where the article's text is here."""
    signed: bool = False
    """Whether it was signed before it was spoilt, and is always signed."""
    waivable: bool = False
    """Whether a waiver may take the first of the codes away."""


def _unsourced(claim: Claim, _around: Around) -> Claim:
    return replace(claim, sources=(), verdict=None)


def _unexamined(claim: Claim, around: Around) -> Claim:
    waiver = Waiver(rule="CT105", why="The office has promised the page for next week.", by="ayla")
    return replace(
        claim,
        sources=(Citation(source=claim.sources[0].source),),
        verdict=None,
        waivers=(waiver,) if around.waive else (),
    )


def _circular(claim: Claim, around: Around) -> Claim:
    upstream = (around.root.record.id,)
    cited = tuple(
        replace(claim.sources[0], source=other.record.id, upstream=upstream, cue=None) for other in around.others
    )
    return replace(claim, sources=cited)


def _wrong_figure(claim: Claim, _around: Around) -> Claim:
    wrong = _ten_times(claim.figures[0])
    cited = tuple(replace(citation, figures=()) for citation in claim.sources)
    return replace(claim, figures=(wrong, *claim.figures[1:]), sources=cited)


def _conflicting_figure(claim: Claim, _around: Around) -> Claim:
    other = _ten_times(claim.figures[0])
    said = f"for the sum of {_in_millions(other.value)} million euros, to be paid in two parts"
    return replace(claim, sources=(replace(claim.sources[0], quote=Quote(exact=said), figures=(other,)),))


def _relative_date(claim: Claim, _around: Around) -> Claim:
    return replace(claim, when=None, sources=tuple(replace(citation, when=None) for citation in claim.sources))


def _misspelt(claim: Claim, around: Around) -> Claim:
    name = around.fact.name
    slip = name[0] + name[2] + name[1] + name[3:]
    words = around.fact.passage.replace(name, slip)
    return replace(claim, quote=Quote(exact=words))


def _stale(claim: Claim, _around: Around) -> Claim:
    return replace(claim, text=f"As recorded, {claim.text[:1].lower()}{claim.text[1:]}")


def _wrong_verdict(claim: Claim, _around: Around) -> Claim:
    return replace(claim, verdict=Verdict(label="refuted", why="The office denies it."))


def _contradiction(claim: Claim, around: Around) -> Claim:
    verdict = Verdict(label="supported", why="Both sides stand by it.")
    return replace(claim, verdict=verdict, relations=(Relation(claim=around.rival, as_="contradicts"),))


def _nobody_asked(claim: Claim, around: Around) -> Claim:
    cited = replace(claim.sources[0], source=around.root.record.id, stance="supports", cue=None)
    return replace(claim, reply=None, sources=(cited,))


def _no_passage(claim: Claim, _around: Around) -> Claim:
    return replace(claim, quote=None)


def _misquoted(claim: Claim, around: Around) -> Claim:
    words = around.fact.passage.replace("has belonged", "has always belonged")
    return replace(claim, quote=Quote(exact=words))


DEFECTS = (
    Defect(("CT101",), facts.ownership, _unsourced),
    Defect(("CT105",), facts.ownership, _unexamined, waivable=True),
    Defect(("CT104",), facts.share, _circular),
    Defect(("CT301",), facts.price, _wrong_figure),
    Defect(("CT302",), facts.price, _conflicting_figure),
    Defect(("CT303",), facts.beginning, _relative_date),
    Defect(("CT305",), facts.ownership, _misspelt),
    Defect(("CT401",), facts.vote, _stale, signed=True),
    Defect(("CT403",), facts.signing, _wrong_verdict),
    Defect(("CT405",), facts.position, _contradiction),
    Defect(("CT108",), facts.allegation, _nobody_asked),
    Defect(("CT208",), facts.ownership, _no_passage),
    Defect(("CT201",), facts.ownership, _misquoted, needs_text=True),
)


def _ten_times(figure: Figure) -> Figure:
    return replace(figure, value=figure.value * 10)


def _in_millions(value: Decimal) -> str:
    return f"{value / 1_000_000:.1f}"
