"""Who speaks and what is cited: the parties and sources of a corpus, in one of three shapes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from benchmarks import words
from claimtrack.model.edtf import of_day
from claimtrack.model.place import Marks, Path, Place
from claimtrack.model.records import Derivation, Party, Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from claimtrack.model.vocabulary import SourceKind

Shape = Literal["mixed", "deep", "wide"]
"""mixed: reports of reports a few steps deep; deep: all sources in one chain; wide: all derive from one."""

_FIRST, _DAYS = date(2019, 1, 7), 2_400
_WINDOW = 6
"""So many of the latest sources are at hand when an article is written."""
_UNKNOWN = "?"


class Nowhere(Marks):
    """The marks of a record that is not in a file yet."""

    def place(self, path: Path = ()) -> Place:
        """Nobody asks."""
        raise NotImplementedError

    def own_keys(self, path: Path = ()) -> Mapping[str, object]:
        """Nobody asks."""
        raise NotImplementedError


NOWHERE = Nowhere()


@dataclass(frozen=True, slots=True)
class Parties:
    """Everybody who speaks or publishes."""

    houses: list[Party]
    outlets: list[Party]
    bodies: list[Party]
    people: list[Party]


@dataclass(frozen=True, slots=True)
class Cited:
    """A source, and what must be known to cite it."""

    record: Source
    party: Party
    day: date
    upstream: frozenset[str] = frozenset()
    """The sources that it derives from directly."""
    roots: frozenset[str] = frozenset()
    """The parties in which its upstream ends."""

    def fits_beside(self, other: Cited) -> bool:
        """Tell whether citing both under one claim makes no circle out of it."""
        steps = {self.record.id, other.record.id} & (self.upstream | other.upstream)
        return bool(steps) or not self.roots & other.roots


def make_parties(claims: int) -> Parties:
    """Return the parties of a corpus: one for about every thirty claims."""
    bodies = [
        _organisation(f"{place} {body}", f"{place} {body.split()[-1]}")
        for place, body in _pairs(words.PLACES, words.BODIES, max(12, claims // 50))
    ]
    people = [
        Party(
            marks=NOWHERE, id=f"{first}-{last}".lower(), name=f"{first} {last}", kind="person",
            of=bodies[at % len(bodies)].id,
        )
        for at, (first, last) in enumerate(_pairs(words.FIRST_NAMES, words.LAST_NAMES, max(6, claims // 100)))
    ]  # fmt: skip
    outlets = [_organisation(f"{place} {name}") for place in words.PLACES[:12] for name in words.OUTLETS]
    houses = [_organisation(f"{place} {name}") for place in words.PLACES[12:24] for name in words.HOUSES]
    few = min(len(outlets), 6 + claims // 1000)
    return Parties(houses[: min(few, len(houses))], outlets[:few], bodies, people)


def _pairs(first: Sequence[str], second: Sequence[str], number: int) -> list[tuple[str, str]]:
    """Return so many different pairs, or all that there are, neighbours unlike one another."""
    number = min(number, len(first) * len(second))
    return [(first[at % len(first)], second[(at + at // len(first)) % len(second)]) for at in range(number)]


def _organisation(name: str, *aliases: str) -> Party:
    return Party(
        marks=NOWHERE, id=name.lower().replace(" ", "-"), name=name, kind="organisation", aliases=aliases
    )  # fmt: skip


def make_sources(rng: Random, number: int, parties: Parties, shape: Shape) -> list[Cited]:
    """Return so many sources, oldest first; each derives from earlier ones alone."""
    made: list[Cited] = []
    for at in range(number):
        kind, upstream = _SHAPES[shape](at)
        day = _FIRST + timedelta(days=_DAYS * at // number)
        made.append(_source(rng, at, kind, [made[place] for place in upstream], parties, day))
    return made


def _mixed(at: int) -> tuple[SourceKind, list[int]]:
    kinds: tuple[SourceKind, ...] = (
        "document", "article", "dataset", "article", "interview", "article", "document", "article", "statement", "post",
    )  # fmt: skip
    upstream = {1: [at - 1], 5: [at - 4], 7: [at - 1, at - 2]}
    return kinds[at % 10], upstream.get(at % 10, [])


def _deep(at: int) -> tuple[SourceKind, list[int]]:
    return ("article", [at - 1]) if at else ("document", [])


def _wide(at: int) -> tuple[SourceKind, list[int]]:
    return ("article", [0]) if at else ("document", [])


_SHAPES = {"mixed": _mixed, "deep": _deep, "wide": _wide}


def _source(  # noqa: PLR0913, PLR0917  (a source is made of many things)
    rng: Random, at: int, kind: SourceKind, upstream: Sequence[Cited], parties: Parties, day: date
) -> Cited:
    report = kind in ("article", "post")
    person = kind in ("interview", "statement")
    party = rng.choice(parties.outlets if report else parties.people if person else parties.bodies)
    thing, place = rng.choice(words.THINGS), rng.choice(words.PLACES)
    title = {
        "document": f"Minutes on the {thing}, {day.year}",
        "dataset": f"Yearly figures for the {thing} of {place}",
        "interview": f"Conversation about the {thing} of {place}",
        "statement": f"Letter on the {thing}, with enclosures",
    }.get(kind, f"What became of the {thing} of {place}")
    own = kind == "article" and not upstream
    url = f"https://{party.id}.example/{day.year}/{thing.replace(' ', '-')}-{at}"
    record = Source(
        marks=NOWHERE,
        id=f"{thing.replace(' ', '-')}-{kind}-{at:05d}",
        kind=kind,
        title=title,
        party=party.id,
        url=url if report or rng.random() < 0.3 else None,
        archived=f"https://archive.example/{url[8:]}" if report and rng.random() < 0.8 else None,
        published=of_day(day),
        reliability=rng.choice(("A", "B", "C")) if kind in ("document", "dataset") else None,
        own_reporting=own,
        derived_from=tuple(
            Derivation(source=item.record.id, relation="quoted" if rng.random() < 0.2 else "derived")
            for item in upstream
        ),
        note=rng.choice(words.NOTES) if rng.random() < 0.3 else None,
    )
    roots = frozenset({party.of or party.id}) if kind != "post" else frozenset({_UNKNOWN})
    return Cited(
        record,
        party,
        day,
        frozenset(item.record.id for item in upstream),
        frozenset().union(*(item.roots for item in upstream)) if upstream else roots,
    )


def at_hand(sources: Sequence[Cited], file: int, files: int) -> tuple[list[Cited], list[Cited]]:
    """Return the sources that a file records, and those that its claims may cite."""
    first, last = len(sources) * file // files, len(sources) * (file + 1) // files
    return list(sources[first:last]), list(sources[max(0, last - _WINDOW) : max(last, 1)])
