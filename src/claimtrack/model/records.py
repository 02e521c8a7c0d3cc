"""The records that people write down: parties, sources, claims and what stands inside them.

Field by field as a record file has them. A name that Python keeps for itself carries an
underscore behind (`is_`, `as_`). Records are immutable; what follows from them is derived
elsewhere and never stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from claimtrack.model.edtf import Edtf, parse_edtf
from claimtrack.model.fields import (
    Reads,
    by_name_or_sign,
    keyword,
    many,
    one_or_many,
    parse_digest,
    parse_flag,
    parse_id,
    parse_sha256,
    parse_snapshot_file,
    parse_text,
    short_for,
)
from claimtrack.model.numbers import parse_number
from claimtrack.model.place import Marks
from claimtrack.model.vocabulary import (
    ClaimRelation,
    ClaimType,
    Comparator,
    DerivationRelation,
    Identity,
    PartyKind,
    Reliability,
    SourceKind,
    Stance,
    Status,
    VerdictLabel,
)

Id = Annotated[str, Reads(parse_id)]
Text = Annotated[str, Reads(parse_text)]
Flag = Annotated[bool, Reads(parse_flag)]
Date = Annotated[Edtf, Reads(parse_edtf)]
Number = Annotated[Decimal, Reads(parse_number)]

_STRICT: dict[str, str] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The stored text of a source: where it lies in the snapshots folder, and its digest."""

    __pydantic_config__: ClassVar = _STRICT
    file: Annotated[str, Reads(parse_snapshot_file)]
    sha256: Annotated[str, Reads(parse_sha256)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """One upstream of a source: what it was made from, and whether it says so."""

    __pydantic_config__: ClassVar = _STRICT
    source: Text
    relation: DerivationRelation = "derived"
    acknowledged: Flag = True
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A passage of an article that needs no claim, with the reason."""

    __pydantic_config__: ClassVar = _STRICT
    quote: Text
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A finding that somebody has decided to live with, with the reason and perhaps an end."""

    __pydantic_config__: ClassVar = _STRICT
    rule: Text
    why: Text
    by: str | None = None
    until: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A person or organisation that speaks or publishes."""

    __pydantic_config__: ClassVar = _STRICT
    marks: Marks
    id: Id
    name: Text
    kind: PartyKind | None = None
    of: str | None = None
    """The party that this one speaks or works for."""
    identity: Identity = "named"
    aliases: Annotated[tuple[Text, ...], many] = ()
    note: str | None = None

    @property
    def key(self) -> str:
        """The id under which others refer to it."""
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Anything that a claim can rest on; the article being checked is one too."""

    __pydantic_config__: ClassVar = _STRICT
    marks: Marks
    id: Id
    kind: SourceKind
    title: str | None = None
    party: str | None = None
    """Who made or holds it, not who speaks on it."""
    author: str | None = None
    url: str | None = None
    archived: str | None = None
    published: Date | None = None
    retrieved: Date | None = None
    language: str | None = None
    identity: Identity = "named"
    """Of whoever gives it to us."""
    reliability: Reliability | None = None
    own_reporting: Flag = False
    derived_from: Annotated[tuple[Annotated[Derivation, short_for("source")], ...], many] = ()
    status: Status | None = None
    snapshot: Snapshot | None = None
    set_aside: Annotated[tuple[SetAside, ...], many] = ()
    waivers: Annotated[tuple[Waiver, ...], many] = ()
    note: str | None = None

    @property
    def key(self) -> str:
        """The id under which others refer to it."""
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A passage, found in a text by its exact words and perhaps what stands around them.

    Method: TextQuoteSelector of the W3C Web Annotation Data Model.
    """

    __pydantic_config__: ClassVar = _STRICT
    exact: Text
    prefix: str | None = None
    suffix: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that a claim or a source states."""

    __pydantic_config__: ClassVar = _STRICT
    value: Number
    to: Number | None = None
    """The upper end, where the figure is a range."""
    unit: str | None = None
    comparator: Annotated[Comparator | None, by_name_or_sign] = None
    is_: str | None = None
    """Which of several figures it is: `total`, `in favour`."""


FigureField = Annotated[Figure, keyword("is")]
QuoteField = Annotated[Quote, short_for("exact")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One source under a claim: its stance, its words, and where in it they stand."""

    __pydantic_config__: ClassVar = _STRICT
    source: Text
    stance: Stance = "supports"
    cue: str | None = None
    """The article's own words of credit."""
    quote: QuoteField | None = None
    says: str | None = None
    gloss: str | None = None
    at: str | None = None
    figures: Annotated[tuple[FigureField, ...], many] = ()
    when: Date | None = None
    upstream: Annotated[tuple[Text, ...] | None, many] = None
    """Where the source has this fact from; empty is its own reporting, None is not recorded."""
    note: str | None = None

    @property
    def counts(self) -> bool:
        """Whether it bears on the claim at all: a mention does not."""
        return self.stance != "mentions"

    @property
    def looked_at(self) -> bool:
        """Whether somebody has opened the source: words, figures, a date or a place are recorded."""
        return bool(self.quote or self.says or self.figures or self.when or self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a person has concluded, and why."""

    __pydantic_config__: ClassVar = _STRICT
    label: VerdictLabel
    why: Text
    by: str | None = None
    date: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A dated sign-off; it counts only with a digest of what was checked."""

    __pydantic_config__: ClassVar = _STRICT
    by: Text
    date: Date
    role: str | None = None
    digest: Annotated[str, Reads(parse_digest)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How a claim stands to another one."""

    __pydantic_config__: ClassVar = _STRICT
    claim: Text
    as_: ClaimRelation
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Whether the party that an allegation is about was asked, and what it said."""

    __pydantic_config__: ClassVar = _STRICT
    sought: Date | None = None
    got: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One atomic factual assertion of an article."""

    __pydantic_config__: ClassVar = _STRICT
    marks: Marks
    id: Id
    text: Text
    article: Text
    quote: QuoteField | None = None
    type: ClaimType | None = None
    claimant: str | None = None
    about: Annotated[tuple[Text, ...], one_or_many] = ()
    reply: Reply | None = None
    figures: Annotated[tuple[FigureField, ...], many] = ()
    when: Date | None = None
    """When it happened, as the record shows."""
    sources: Annotated[tuple[Annotated[Citation, short_for("source")], ...], many] = ()
    verdict: Verdict | None = None
    checks: Annotated[tuple[Check, ...], many] = ()
    relations: Annotated[tuple[Annotated[Relation, keyword("as")], ...], many] = ()
    waivers: Annotated[tuple[Waiver, ...], many] = ()
    serious: Flag = False
    tags: Annotated[tuple[Text, ...], many] = ()
    note: str | None = None

    @property
    def key(self) -> str:
        """The full id: the article's, a slash, its own; a broken claim may have no article."""
        return f"{self.article}/{self.id}" if self.article else self.id

    @property
    def label(self) -> VerdictLabel | None:
        """The verdict in one word, or None where nobody has given one."""
        return self.verdict.label if self.verdict else None


Record = Party | Source | Claim
