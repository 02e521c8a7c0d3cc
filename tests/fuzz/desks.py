"""Projects in which everything hangs together, drawn at random, for the test of what is checked again after an edit.

A project has a few stories. Each has an article, its sources and its claims, which mostly name one
another: rings and chains of sources, loops of claims, texts that several sources share, quotes of
which one hand left out a word, names that lead nowhere. Now and then one names what another story
has. So an edit concerns a part of the project, and leaves the rest alone.
"""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.store.snapshots import digest_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

Fields = dict[str, Any]

SECTIONS = ("parties", "sources", "claims")
FILES = tuple(f"claims/{name}" for name in ("a.yaml", "b.yaml", "c.yaml", "d/x.yml", "d/y.yaml", "e.yaml", "f.yaml"))
MORE = tuple(f"claims/{name}" for name in ("0.yaml", "d.yaml", "d/a.yaml", "z.yaml"))
PARTIES = {"ana": "Ana Ruiz", "board": "Harbour Board", "daily": "Daily Ledger", "evening": "Evening Post"}
STORIES = ("sale", "gala", "fire")
SOURCES = (
    *("minutes", "minutes-2", "leak", "leak-2", "blog", "blog-b", "call", "call-b", "letter", "letters", "memo"),
    *("tape", "photo", "ledger", "deed", "map", "speech", "survey", "chart", "log", "diary", "post", "posts", "film"),
)
CLAIMS = ("vote", "votes", "price", "prices", "crowd", "rain", "owner", "owners", "date", "reply")
WORDS = (
    ("Six of the nine members voted for the sale", "six of the nine members voted against the sale"),
    ("“very good bargain for the whole town”", "a very bad bargain for the whole town", "very good bargain"),
    ("the largest sale in ten years", "reportedly the largest sale in ten years", "said the Harbor Board"),
    ("carried, six votes to three", "carried by six votes to three", "six votes to three"),
    ("Yesterday 400 people stood outside", "400 people stood outside", "some 400 people were inside"),
    ("Mayor Ode", "the sale in March 2026", "words that nobody ever said about any town"),
)
"""Quotes that are taken for one another."""
SENTENCES = (
    "Six of the nine members voted for the sale in March 2026.",
    "Mayor Ode called it a “very good bargain for the whole town”.",
    "It was the largest sale in ten years.",
    "It was reportedly the largest sale in ten years, said the Harbor Board.",
    "The motion was carried, six votes to three.",
    "Yesterday 400 people stood outside, Ana Ruiz wrote.",
)
TEXTS = tuple(
    "\n\n".join(["Port sold", *(SENTENCES[place] for place in places), ""])
    for places in ((0, 1, 2, 5), (4, 0, 3), (2, 1, 2, 4), (0, 1, 5, 1), (1,), (3, 1))
)
SAID = ("Six of nine members voted to sell.", "Some 400 people stood outside.", "It was a sale.", "Was it a bargain?")
DATES = ("2025", "2026-02-11", "2026-03-14", "2026-03", "2026-05-01")
DIGEST = "1:0123456789abcdef:-:fedcba9876543210"
CODES = ("CT101", "CT105", "CT106", "CT201", "CT203", "CT302", "CT402", "CT406", "CT503", "CT505", "CT601", "CT005")


class Story(NamedTuple):
    """The ids of what is recorded of a story at first; most names lead to these."""

    sources: Sequence[str]
    claims: Sequence[str]


class Draws:
    """Draws the parts of the records of one story."""

    def __init__(self, random: Random, stories: Mapping[str, Story], story: str) -> None:
        """In: the stories there are, and the one of the records."""
        self.random, self.stories, self.story = random, list(stories), story
        self.sources, self.claims = stories[story]
        self.words = WORDS[0]

    def one(self, values: Sequence[Any]) -> Any:  # noqa: ANN401  (whatever is in it)
        return values[self.random.randrange(len(values))]

    def chance(self, one_in: int) -> bool:
        return self.random.randrange(one_in) == 0

    def fields(self, **parts: tuple[int, Any]) -> Fields:
        """Draw a mapping. In: for each key one in how many times it is there, and what makes or is its value."""
        kept = {key: value for key, (one_in, value) in parts.items() if self.chance(one_in)}
        return {key: value() if callable(value) else value for key, value in kept.items()}

    def record(self, section: str, id_: str) -> Fields:
        """Draw a record."""
        self.words = self.one(WORDS)
        make = {"parties": self._party, "sources": self._source, "claims": self._claim}[section]
        return make(id_)

    def _party(self, id_: str) -> Fields:
        more = self.fields(of=(2, self._party_id), identity=(5, "confidential"), aliases=(5, ["Harbor Board"]))
        return {"id": id_, "name": PARTIES.get(id_, id_), **more}

    def _source(self, id_: str) -> Fields:
        article = id_ in STORIES
        kind = self.one(("document", "statement", "post", "interview", "article"))
        more = self.fields(
            title=(2, lambda: self.one(("Port sold", "Minutes of the Harbor Board"))),
            party=(2, self._party_id),
            author=(3, "Ana Ruiz"),
            url=(3, "https://port.example/x"),
            published=(2, lambda: self.one(DATES)),
            language=(8, lambda: self.one(("en", "fr"))),
            identity=(4, "confidential"),
            own_reporting=(4, True),
            derived_from=(1 if article else 2, lambda: self._derivations(article=article)),
            status=(6, lambda: self.one(("retracted", "corrected"))),
            snapshot=(1 if article else 2, lambda: self._snapshot(id_, article=article)),
            set_aside=(6, lambda: [{"quote": self._exact(), "why": "Opinion."}]),
            waivers=(4, self._waivers),
        )
        return {"id": id_, "kind": "article" if article else kind, "title": id_, **more}

    def _claim(self, id_: str) -> Fields:
        labels = ("supported", "supported", "supported", "refuted", "conflicting")
        more = self.fields(
            article=(3, lambda: self.one(self.stories) if self.chance(9) else self.story),
            quote=(1, self._quote) if not self.chance(5) else (2, "Port sold"),
            type=(2, lambda: self.one(("quote", "quote", "numerical", "event", "position", "question"))),
            claimant=(3, self._party_id),
            about=(4, lambda: [self._party_id()]),
            reply=(8, {"got": "No."}),
            serious=(4, True),
            figures=(2, self._figures),
            when=(3, lambda: self.one(DATES)),
            verdict=(2, lambda: {"label": self.one(labels), "why": "So."}),
            checks=(3, self._checks),
            relations=(1, lambda: [self._relation() for _ in range(self.random.randrange(3))]),
            waivers=(4, self._waivers),
        )
        cited = [self._citation() for _ in range(self.random.randrange(4))]
        return {"id": id_, "text": self.one(SAID), "sources": cited, **more}

    def _citation(self) -> Fields:
        more = self.fields(
            stance=(4, lambda: self.one(("refutes", "mentions"))),
            quote=(1 if self.chance(3) else 2, self._quote),
            says=(4, "As told."),
            at=(6, "para 2"),
            cue=(4, lambda: self.one(("said the Harbor Board", "Ana Ruiz wrote", "says nobody at all"))),
            figures=(3, self._figures),
            when=(5, lambda: self.one(DATES)),
            upstream=(3, lambda: [self._source_id() for _ in range(self.random.randrange(3))]),
            gloss=(8, "reportedly a bargain"),
        )
        # An article mostly derives from its first source; so what it quotes can be compared with that.
        return {"source": self.sources[0] if self.chance(3) else self._source_id(), **more}

    def _derivations(self, *, article: bool) -> list[Fields]:
        relations = ("derived", "quoted", "translated")
        sources = [self._source_id() for _ in range(1 + self.random.randrange(3 if article else 2))]
        if article and not self.chance(4):
            sources.append(self.sources[0])
        return [
            {"source": source, "relation": self.one(relations), "acknowledged": not self.chance(3)}
            for source in sources
        ]

    def _relation(self) -> Fields:
        story = self.one(self.stories) if self.chance(6) else self.story
        id_ = self.one(CLAIMS if self.chance(8) else self.claims)
        claim = id_ if self.chance(2) else f"{story}/{id_}"
        kinds = ("depends-on", "depends-on", "contradicts", "contradicts", "repeats", "corroborates", "qualifies")
        return {"claim": f"{claim}-3" if self.chance(40) else claim, "as": self.one(kinds)}

    def _source_id(self) -> str:
        """Return the id of a source: seldom one of another story, or one that leads nowhere."""
        ids = (*STORIES, *SOURCES) if self.chance(14) else (self.story, *self.sources)
        return f"{self.one(ids)}-3" if self.chance(40) else self.one(ids)

    def _party_id(self) -> str:
        return "nobody" if self.chance(20) else self.one(list(PARTIES))

    def _exact(self) -> str:
        words = self.one(WORDS) if self.chance(6) else self.words
        return words[self.random.randrange(len(words))]

    def _quote(self) -> Any:  # noqa: ANN401  (a text, or its long form)
        exact = self._exact()
        more = self.fields(at=(4, lambda: self.one(("para 2", "para 3"))), prefix=(8, "was"))
        return {"exact": exact, **more} if more else exact

    def _figures(self) -> list[Fields]:
        units = ("members", "people")
        return [{"value": self.one(("6", "9", "400")), "unit": self.one(units)} for _ in range(1 + self.chance(3))]

    def _checks(self) -> list[Fields]:
        return [{"by": self.one(("Ana Ruiz", "ben")), "date": self.one(DATES[1:3]), **self.fields(digest=(4, DIGEST))}]

    def _waivers(self) -> list[Fields]:
        until = self.fields(until=(3, lambda: self.one(("2026-03-14", "2027-01-01"))))
        return [{"rule": self.one(CODES), "why": "Known.", **until}]

    def _snapshot(self, id_: str, *, article: bool) -> Fields:
        shared = not article and self.chance(3)
        return {"file": "sub/shared.txt" if shared else f"{id_}.txt", "sha256": digest_of(self.one(TEXTS))}


class Desk:
    """A project as plain data: by path its record files, the texts, and the settings."""

    def __init__(self, random: Random) -> None:
        """Draw one."""
        self.random = random
        ids = random.sample(SOURCES, len(SOURCES))
        self.stories = {
            story: Story(
                [ids.pop() for _ in range(3 + random.randrange(3))], random.sample(CLAIMS, 2 + random.randrange(5))
            )
            for story in STORIES[: 2 + random.randrange(2)]
        }
        self.files: dict[str, Fields] = {path: {} for path in FILES[: 4 + random.randrange(4)]}
        self.texts: dict[str, str] = {}
        self.settings: str | None = None
        for number, file in enumerate(self.files.values()):
            if random.randrange(8):
                file["article"] = list(self.stories)[number % len(self.stories)]
        for id_ in PARTIES:
            self.put("parties", self.draws("sale").record("parties", id_))
        for story, (sources, claims) in self.stories.items():
            for id_ in [story, *sources]:
                self.put("sources", self.draws(story).record("sources", id_), story)
            for id_ in claims:
                self.put("claims", self.draws(story).record("claims", id_), story)
        for record in self.records("sources"):
            if "snapshot" in record and random.randrange(6):
                self.put_text(record)

    def draws(self, story: str) -> Draws:
        """Return what draws records of a story."""
        return Draws(self.random, self.stories, story)

    def story_of(self, file: Fields) -> str:
        """Return the story that a file is of, or any."""
        story = file.get("article")
        return story if story in self.stories else self.random.choice(list(self.stories))

    def state(self) -> tuple[dict[str, Fields], dict[str, str], str | None]:
        """Return all that there is, to be put back."""
        return deepcopy((self.files, self.texts, self.settings))

    def written(self) -> dict[str, str]:
        """Return the files as they are written."""
        found = {path: _yaml(file) for path, file in self.files.items()}
        found |= {f"claims/snapshots/{name}": text for name, text in self.texts.items()}
        return found | ({"claimtrack.toml": self.settings} if self.settings is not None else {})

    def records(self, section: str) -> list[Fields]:
        """Return all records of a kind."""
        return [record for file in self.files.values() for record in file.get(section, ())]

    def put(self, section: str, record: Fields, story: str | None = None) -> None:
        """Put a record into one of the files, of those of a story if there are."""
        paths = sorted(self.files)
        own = [path for path in paths if self.files[path].get("article") == story]
        self.files[self.random.choice(own or paths)].setdefault(section, []).append(record)

    def put_text(self, record: Fields) -> None:
        """Put the text of a source where it belongs."""
        snapshot = record["snapshot"]
        self.texts[snapshot["file"]] = next(text for text in TEXTS if digest_of(text) == snapshot["sha256"])

    def any_file(self) -> Fields:
        """Return one of the files."""
        return self.files[self.random.choice(sorted(self.files))]

    def any_record(self, *sections: str) -> tuple[str, Fields, int] | None:
        """Draw a record. Out: its section, the file that it is in, and its place there; None where there is none."""
        section = self.random.choice(sections or ("sources", "claims", "claims"))
        held = [(file, place) for _, file in sorted(self.files.items()) for place in range(len(file.get(section, ())))]
        return (section, *self.random.choice(held)) if held else None


def _yaml(file: Fields) -> str:
    """Write a file, each field of a record on a line of its own.

    A claim that a comment is to cut has its text without quotation marks; with `shared`, all claims
    that cite something cite what the first of them does, by an alias.
    """
    lines = ["# moved down"] * file.get("down", 0)
    if "article" in file:
        lines.append(f"article: {file['article']}")
    shared = None
    for section in SECTIONS:
        if file.get(section):
            lines.append(f"{section}:")
        for record in file.get(section, ()):
            lines += ["  # moved down"] * file.get("between", {}).get(record["id"], 0)
            written = {key: json.dumps(value, ensure_ascii=False) for key, value in record.items()}
            if file.get("cut") == record["id"] and "text" in record:
                written["text"] = f"{record['text'][:-1]} #1 of all."
            if file.get("shared") and section == "claims" and record["sources"]:
                shared, written["sources"] = "*cited", shared or f"&cited {written['sources']}"
            first, *rest = [f"{key}: {value}" for key, value in written.items()]
            lines += [f"  - {first}", *(f"    {line}" for line in rest)]
    return "\n".join([*lines, *file.get("behind", ()), ""])
