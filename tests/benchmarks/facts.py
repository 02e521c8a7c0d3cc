"""Facts that an article may state: a sentence, the claim made of it, and a source's own words on it.

Each kind of fact is one function. All that it says of figures and dates agrees, so that nothing
is wrong with a claim until a defect is planted in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from benchmarks import words
from claimtrack.model.edtf import Edtf, parse_edtf
from claimtrack.model.records import Figure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from claimtrack.model.records import Party
    from claimtrack.model.vocabulary import ClaimType, Comparator


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that an article states."""

    slug: str
    type: ClaimType
    text: str
    """The claim in the checker's words."""
    passage: str
    """The article's words."""
    said: str
    """A source's words on the same."""
    figures: tuple[Figure, ...] = ()
    source_figures: tuple[Figure, ...] = ()
    when: Edtf | None = None
    about: str | None = None
    """The party that it accuses."""
    speaker: str | None = None
    """The party whose words it quotes."""
    name: str = ""
    """A party's name in the passage."""


@dataclass(slots=True)
class Draw:
    """What a fact is made of: chance, the parties at hand, and the year in which the article appears."""

    rng: Random
    bodies: Sequence[Party]
    people: Sequence[Party]
    year: int
    place: str = field(init=False)

    def __post_init__(self) -> None:
        self.place = self.one(words.PLACES)

    def one(self, of: Sequence[str]) -> str:
        """Pick a word."""
        return of[int(self.rng.random() * len(of))]

    def body(self) -> tuple[str, str]:
        """Pick an organisation: its id, and one of its names."""
        party = self.bodies[int(self.rng.random() * len(self.bodies))]
        return party.id, self.one((party.name, *party.aliases))

    def number(self, low: int, high: int) -> int:
        """Pick a number between two, both included."""
        return low + int(self.rng.random() * (high - low + 1))


def vote(draw: Draw) -> Fact:
    """Tell how a vote went, in words."""
    total, (_, name), plan = draw.number(7, 20), draw.body(), draw.one(words.PLANS)
    ayes = draw.number(total // 2 + 1, total - 1)
    thing = draw.one(words.THINGS)
    ayes_word, total_word = words.NUMBERS[ayes - 3], words.NUMBERS[total - 3]
    return Fact(
        slug=f"{plan.split()[-1]}-vote",
        type="numerical",
        text=f"{ayes_word.capitalize()} of {total_word} members voted for the {plan} of the {thing}.",
        passage=f"{ayes_word} of the {total_word} members of the {name} voted for the {plan} of the {thing}",
        said=f"The chair counts {ayes_word} ayes among {total_word} members present; the {plan} is carried.",
        figures=(_figure(ayes, "members", is_="in favour"), _figure(total, "members", is_="total")),
        source_figures=(_figure(total, "members", is_="total"),),
        name=name,
    )


def price(draw: Draw) -> Fact:
    """Tell what something cost."""
    tenths, thing = draw.number(11, 989), draw.one(words.THINGS)
    amount = f"{tenths / 10:.1f} million"
    (_, name), figure = draw.body(), _figure(tenths * 100_000, "euros")
    return Fact(
        slug=f"{thing.split()[-1]}-price",
        type="numerical",
        text=f"The {thing} of {draw.place} was sold for {amount} euros.",
        passage=f"the {thing} of {draw.place} went to the {name} for {amount} euros",
        said=f"transfers the {thing}, with all that stands on it, for the sum of {amount} euros",
        figures=(figure,),
        source_figures=(figure,),
        name=name,
    )


def share(draw: Draw) -> Fact:
    """Tell a share in per cent."""
    percent, group, reaction = draw.number(3, 97), draw.one(words.GROUPS), draw.one(words.REACTIONS)
    figure = _figure(percent, "percent")
    return Fact(
        slug=f"{group}-share",
        type="numerical",
        text=f"{percent} per cent of the {group} in {draw.place} {reaction}.",
        passage=f"of the {group} in {draw.place} {percent} per cent {reaction}",
        said=f"{percent} % of all {group} who answered",
        figures=(figure,),
        source_figures=(figure,),
    )


def losses(draw: Draw) -> Fact:
    """Tell a cause and a number with a limit to it."""
    jobs, thing = draw.number(11, 99) * 100, draw.one(words.THINGS)
    comparators: tuple[tuple[str, Comparator], ...] = (
        ("more than", "more-than"), ("at least", "at-least"), ("about", "about"), ("fewer than", "less-than"),
    )  # fmt: skip
    said, comparator = comparators[draw.number(0, 3)]
    figure = _figure(jobs, "jobs", comparator=comparator)
    return Fact(
        slug=f"{thing.split()[-1]}-jobs",
        type="causal",
        text=f"The closure of the {thing} in {draw.place} cost {said} {jobs:,} jobs.",
        passage=f"the closure of the {thing} cost {said} {jobs:,} jobs in {draw.place}",
        said=f"A loss of {said} {jobs:,} jobs follows from the closure.",
        figures=(figure,),
        source_figures=(figure,),
    )


def signing(draw: Draw) -> Fact:
    """Tell the day of an event."""
    year, month, day = draw.number(draw.year - 9, draw.year - 2), draw.number(1, 12), draw.number(1, 28)
    (_, name), thing = draw.body(), draw.one(words.THINGS)
    told, when = f"{day} {words.MONTHS[month - 1]} {year}", parse_edtf(f"{year}-{month:02d}-{day:02d}")
    return Fact(
        slug=f"{thing.split()[-1]}-signed",
        type="event",
        text=f"The {name} signed the contract for the {thing} on {told}.",
        passage=f"the {name} signed the contract for the {thing} on {told}",
        said=f"signed by both sides on {told}",
        when=when,
        name=name,
    )


def beginning(draw: Draw) -> Fact:
    """Tell a year that the article does not name."""
    work, thing = draw.one(words.WORK), draw.one(words.THINGS)
    return Fact(
        slug=f"{work}-began",
        type="event",
        text=f"The {work} at the {thing} of {draw.place} began in {draw.year - 1}.",
        passage=f"the {work} at the {thing} of {draw.place} began last year",
        said=f"beginning of the {work}: spring {draw.year - 1}",
        when=parse_edtf(str(draw.year - 1)),
    )


def statement(draw: Draw) -> Fact:
    """Quote somebody."""
    person = draw.people[draw.number(0, len(draw.people) - 1)]
    trouble, thing = draw.one(words.TROUBLE), draw.one(words.THINGS)
    words_said = f"We knew of the {trouble} in the {thing} of {draw.place} long before anybody asked"
    return Fact(
        slug=f"{thing.split()[-1]}-quote",
        type="quote",
        text=f"{person.name} said that the {trouble} in the {thing} was known early.",
        passage=f"“{words_said}”",
        said=words_said,
        speaker=person.id,
    )


def ownership(draw: Draw) -> Fact:
    """Tell what belongs to whom."""
    (_, name), thing = draw.body(), draw.one(words.THINGS)
    return Fact(
        slug=f"{thing.split()[-1]}-owner",
        type="property",
        text=f"The {thing} of {draw.place} belongs to the {name}.",
        passage=f"the {thing} of {draw.place} has belonged to the {name} ever since",
        said=f"Owner of the {thing}: {name}",
        name=name,
    )


def position(draw: Draw) -> Fact:
    """Tell what somebody thinks of a plan."""
    (body, name), plan, opinion = draw.body(), draw.one(words.PLANS), draw.one(words.OPINIONS)
    thing = draw.one(words.THINGS)
    return Fact(
        slug=f"{plan.split()[-1]}-view",
        type="position",
        text=f"The {name} regards the {plan} of the {thing} as {opinion}.",
        passage=f"the {name} regards the {plan} of the {thing} as {opinion}",
        said=f"In our view the {plan} is {opinion}.",
        speaker=body,
        name=name,
    )


def allegation(draw: Draw) -> Fact:
    """Accuse somebody, at arm's length."""
    (body, name), paper, thing = draw.body(), draw.one(words.PAPERS), draw.one(words.THINGS)
    return Fact(
        slug=f"{paper.split()[-1]}-hidden",
        type="event",
        text=f"The {name} allegedly hid the {paper} on the {thing} of {draw.place}.",
        passage=f"the {name} allegedly hid the {paper} on the {thing} of {draw.place} from its auditors",
        said=f"The {paper} on the {thing} was allegedly kept from the auditors.",
        about=body,
        name=name,
    )


KINDS = (vote, price, share, losses, signing, beginning, statement, ownership, position, allegation)


def _figure(value: int, unit: str, *, is_: str | None = None, comparator: Comparator | None = None) -> Figure:
    return Figure(value=Decimal(value), unit=unit, is_=is_, comparator=comparator)
