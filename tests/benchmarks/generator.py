"""Makes a project of a given size, the same for the same seed, and says what is wrong with it.

    PYTHONPATH=tests python -m benchmarks.generator FOLDER --claims 10000 --shape deep --snapshots

Nothing in it is real. Each claim is sound but for the few into which a defect of a known kind is
planted, so that what verify must find is known to the last finding.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, get_args

from benchmarks import words
from benchmarks.articles import write_article
from benchmarks.claims import Draft, Maker
from benchmarks.defects import DEFECTS, Around, Defect
from benchmarks.facts import KINDS, Draw, Fact
from benchmarks.sources import NOWHERE, Shape, at_hand, make_parties, make_sources
from benchmarks.yaml_text import section
from claimtrack.model.edtf import of_day
from claimtrack.model.ledger import Ledger, Records
from claimtrack.model.records import Check, Claim, Derivation, Party, Quote, Snapshot, Source
from claimtrack.text.digests import Digests
from claimtrack.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

PER_ARTICLE = 25
"""Claims of one article, in one file or in a file each."""
_SIGNED, _PINNED, _DERIVED, _ARCHIVED, _UNCLAIMED = 0.6, 0.2, 0.4, 0.7, 0.2
_SAMPLES = 10
_NEIGHBOURS = 12
"""So many of the parties an article speaks of."""
_WINDOW = 3
"""So many sources must be at hand for a defect to be planted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to make."""

    claims: int
    per_file: int = PER_ARTICLE
    shape: Shape = "mixed"
    snapshots: bool = False
    defects: float = 0.03
    """The share of claims with a planted defect."""
    seed: int = 1


@dataclass(slots=True)
class Corpus:
    """What was made."""

    claims: int = 0
    sources: int = 0
    files: int = 0
    record_bytes: int = 0
    text_bytes: int = 0
    samples: list[str] = field(default_factory=list)
    """The full ids of some claims in the middle."""
    findings: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often verify finds a code on a record."""


def generate(folder: Path, options: Options) -> Corpus:
    """Write a project into a folder, and return what it holds and what verify must find in it."""
    return _Generator(folder, options).run()


class _Generator:
    def __init__(self, folder: Path, options: Options) -> None:
        self._folder, self._options = folder, options
        self._rng = Random(options.seed)  # noqa: S311  (the same for the same seed is what is wanted)
        self._articles = -(-options.claims // PER_ARTICLE)
        self._parties = make_parties(options.claims)
        number = max(2, options.claims // 10 - self._articles)
        self._sources = make_sources(self._rng, number, self._parties, options.shape)
        self._maker = Maker(self._rng, options.shape, self._sources[0])
        self._defects = [defect for defect in DEFECTS if options.snapshots or not defect.needs_text]
        records = Records(sources=tuple(item.record for item in self._sources))
        self._digests = Digests(Ledger(records, date.max))
        self._corpus = Corpus()
        self._planted = 0

    def run(self) -> Corpus:
        self._write_records("claims/parties", [section("parties", [*self._parties.houses, *self._parties.outlets])])
        self._put("claimtrack.toml", "format = 1\n")
        for number in range(self._articles):
            draft = self._draft(number)
            wanted = min(PER_ARTICLE, self._options.claims - number * PER_ARTICLE)
            while len(draft.claims) < wanted:
                self._add_claim(draft)
            self._finish(draft, number)
        return self._corpus

    def _chance(self, share: float) -> bool:
        return self._rng.random() < share

    def _draft(self, number: int) -> Draft:
        """Begin an article."""
        own, window = at_hand(self._sources, number, self._articles)
        house = self._parties.houses[number % len(self._parties.houses)]
        day = window[-1].day + timedelta(days=3)
        thing, plan = self._rng.choice(words.THINGS), self._rng.choice(words.PLANS)
        url = f"https://{house.id}.example/{day.year}/{number}"
        reports = [item.record.id for item in window if item.record.kind == "article"]
        follows = reports and (self._options.shape == "deep" or self._chance(_DERIVED))
        record = Source(
            marks=NOWHERE,
            id=f"{thing}-{plan}-{number:05d}".replace(" ", "-"),
            kind="article",
            title=f"Questions about the {plan} of the {thing}",
            party=house.id,
            author="Staff of the city desk",
            url=url,
            archived=f"https://archive.example/{url[8:]}" if self._chance(_ARCHIVED) else None,
            published=of_day(day),
            derived_from=(Derivation(source=reports[-1]),) if follows else (),
        )
        return Draft(record, day, house, own, window)

    def _add_claim(self, draft: Draft) -> None:
        """Make one more claim of an article, unless its words stand in there already."""
        defect = self._defect(draft)
        bodies, people = (self._near(of, draft.day) for of in (self._parties.bodies, self._parties.people))
        draw = Draw(self._rng, bodies, people, draft.day.year)
        fact = (defect.fact if defect else self._rng.choice(KINDS))(draw)
        if not draft.has_room_for(fact.passage):
            return
        claim = self._maker.make(draft, fact)
        said = fact.passage
        if defect:
            claim = self._spoilt(draft, fact, claim, defect)
            said = fact.passage if defect.needs_text or not claim.quote else claim.quote.exact
        else:
            claim = self._maker.relate(claim)
            draft.sound += [claim] if claim.label == "supported" else []
        draft.claims.append(claim)
        draft.passages.append(fact.passage)
        if claim.quote:
            cue = next((f", {citation.cue}" for citation in claim.sources if citation.cue), "")
            draft.sentences[claim.id] = f"{said[:1].upper()}{said[1:]}{cue}."

    def _near(self, parties: Sequence[Party], day: date) -> Sequence[Party]:
        """Return some parties of whom an article of this day speaks."""
        first = day.toordinal() * 7 % max(1, len(parties) - _NEIGHBOURS)
        return parties[first : first + _NEIGHBOURS]

    def _defect(self, draft: Draft) -> Defect | None:
        """Say what is to be wrong with the next claim; the kinds take turns."""
        early = len(draft.claims) < len(draft.own) or not draft.sound
        crowded = len(draft.window) < _WINDOW or self._sources[0] in draft.window
        if early or crowded or not self._chance(self._options.defects):
            return None
        return self._defects[self._planted % len(self._defects)]

    def _spoilt(self, draft: Draft, fact: Fact, sound: Claim, defect: Defect) -> Claim:
        waive = self._planted // len(self._defects) % 2 == 1
        around = Around(fact, self._sources[0], (draft.window[-1], draft.window[-2]), draft.sound[-1].id, waive=waive)
        self._planted += 1
        if sound.label == "refuted":
            supporting = replace(sound.sources[0], stance="supports", note=None)
            sound = replace(sound, sources=(supporting,), verdict=None)
        draft.defects[sound.id] = defect
        if defect.signed:
            draft.signed[sound.id] = sound
        return defect.spoil(sound, around)

    def _finish(self, draft: Draft, number: int) -> None:
        """Write an article's text and records, and count what is to be found."""
        around = self._write_text(draft) if self._options.snapshots else {}
        draft.claims = [self._signed(draft, claim, around.get(claim.id)) for claim in draft.claims]
        self._count(draft)
        parties = [
            *_part(self._parties.bodies, number, self._articles),
            *_part(self._parties.people, number, self._articles),
        ]
        sources = [draft.record, *(item.record for item in draft.own)]
        told = [section("parties", parties)] if parties else []
        told.append(section("sources", sources))
        head, stem = f"article: {draft.record.id}\n", f"claims/{number // 100:03d}/{draft.record.id}"
        if self._options.per_file == 1:
            self._write_records(f"{stem}/article", told)
            for claim in draft.claims:
                self._write_records(f"{stem}/{claim.id}", [head, section("claims", [claim])])
        else:
            self._write_records(stem, [head, *told, section("claims", draft.claims)])
        self._corpus.claims += len(draft.claims)
        self._corpus.sources += len(sources)
        if number == self._articles // 2:
            cited = sorted(draft.sound, key=lambda claim: -len(claim.sources))
            self._corpus.samples = [claim.key for claim in cited[:_SAMPLES]]

    def _write_text(self, draft: Draft) -> dict[str, str]:
        """Write an article's text, and bind it to its record; returns the paragraph of each claim."""
        unclaimed = ["The repairs took eleven weeks."] if self._chance(_UNCLAIMED) else []
        made = write_article(self._rng, draft.record.title or "", list(draft.sentences.values()), unclaimed)
        self._found("CT601", draft.record.id, len(unclaimed))
        name = f"{draft.record.id}.txt"
        self._corpus.text_bytes += self._put(f"claims/snapshots/{name}", made.text)
        digest = sha256(made.text.encode()).hexdigest()
        draft.record = replace(draft.record, snapshot=Snapshot(file=name, sha256=digest))
        numbers = dict(zip(draft.sentences, made.numbers, strict=True))
        draft.claims = [self._pinned(claim, numbers.get(claim.id)) for claim in draft.claims]
        return dict(zip(draft.sentences, made.paragraphs, strict=True))

    def _pinned(self, claim: Claim, number: int | None) -> Claim:
        """Say now and then in which paragraph a passage stands."""
        if number is None or claim.quote is None or not self._chance(_PINNED):
            return claim
        return replace(claim, quote=Quote(exact=claim.quote.exact, at=f"para {number}"))

    def _signed(self, draft: Draft, claim: Claim, paragraph: str | None) -> Claim:
        defect, before = draft.defects.get(claim.id), draft.signed.get(claim.id)
        if not before and (not self._chance(_SIGNED) or (defect and defect.needs_text)):
            return claim
        shown = normalise(paragraph).text if paragraph else None
        digest, day = self._digests.of(before or claim, shown), of_day(draft.day - timedelta(days=1))
        return replace(
            claim, checks=(Check(by=self._rng.choice(words.CHECKERS), role="checker", date=day, digest=digest),)
        )

    def _count(self, draft: Draft) -> None:
        """Count what verify must find in an article's records."""
        for claim in draft.claims:
            waived = {waiver.rule for waiver in claim.waivers}
            planted = draft.defects[claim.id].codes if claim.id in draft.defects else ()
            for code in planted:
                self._found(code, claim.key, code not in waived)
            self._found("CT206", claim.key, sum(not citation.looked_at for citation in claim.sources))
            self._found("CT402", claim.key, not claim.checks)
        for source in (draft.record, *(item.record for item in draft.own)):
            self._found("CT501", source.id, bool(source.url and not source.archived and not source.snapshot))
            self._found("CT109", source.id, source.kind == "post")

    def _found(self, code: str, key: str, times: int) -> None:
        if times:
            self._corpus.findings[code, key] += times

    def _write_records(self, name: str, sections: Sequence[str]) -> None:
        self._corpus.files += 1
        self._corpus.record_bytes += self._put(f"{name}.yaml", "\n".join(sections))

    def _put(self, name: str, text: str) -> int:
        path, content = self._folder / name, text.encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return len(content)


def _part(of: Sequence[Party], at: int, parts: int) -> Sequence[Party]:
    return of[len(of) * at // parts : len(of) * (at + 1) // parts]


def main() -> None:
    """Write a project into a folder, and say on one line of JSON what it holds."""
    parser = argparse.ArgumentParser(prog="benchmarks.generator", description=main.__doc__)
    parser.add_argument("folder", type=Path, help="a folder that is new or empty")
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--per-file", type=int, choices=(1, PER_ARTICLE), default=PER_ARTICLE)
    parser.add_argument("--shape", choices=get_args(Shape), default="mixed")
    parser.add_argument("--snapshots", action="store_true", help="also write the articles' texts")
    parser.add_argument("--defects", type=float, default=0.03, help="the share of claims with a planted defect")
    parser.add_argument("--seed", type=int, default=1)
    given = vars(parser.parse_args())
    folder = given.pop("folder")
    if folder.exists() and any(folder.iterdir()):
        parser.error(f"{folder} is not empty")
    made = generate(folder, Options(**given))
    by_code = Counter(code for code, _ in made.findings.elements())
    told = {item.name: getattr(made, item.name) for item in fields(made)}
    sys.stdout.write(json.dumps({**told, "findings": dict(sorted(by_code.items()))}) + "\n")


if __name__ == "__main__":
    main()
