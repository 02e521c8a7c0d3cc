"""The blocks of a claim's card: what is recorded, what stands behind it, what is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.formats import Block, Line
from claimtrack.model.graph import way
from claimtrack.text.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.origins import Origin
    from claimtrack.model.records import Check, Citation, Claim, Figure, Quote
    from claimtrack.model.sourcing import Sourcing

_SIGNS = {
    "more-than": "more than ",
    "at-least": "at least ",
    "less-than": "less than ",
    "at-most": "at most ",
    "about": "about ",
}
_INVERSE = {
    "contradicts": "contradicted by",
    "repeats": "repeated by",
    "corroborates": "corroborated by",
    "qualifies": "qualified by",
    "supersedes": "superseded by",
    "depends-on": "what rests on it",
}


def claim_blocks(ledger: Ledger, claim: Claim) -> Iterator[Block]:
    """Yield the blocks of a claim's card, in the order in which a checker asks."""
    sourcing = ledger.sourcing(claim)
    yield Block(lines=tuple(_facts(ledger, claim)))
    yield Block(heading="Sources", lines=tuple(_sources(claim, sourcing)))
    yield Block(heading="Origins", lines=tuple(_origins(ledger, claim, sourcing)))
    yield Block(heading="Established", lines=tuple(Line(text=text) for text in _established(claim, sourcing)))
    yield Block(heading="Not established", lines=tuple(Line(text=text) for text in _open(claim, sourcing)))
    if claim.verdict:
        by = f" ({', '.join(str(part) for part in (claim.verdict.by, claim.verdict.date) if part)})"
        lines = (Line(label=claim.verdict.label, text=claim.verdict.why + (by if by != " ()" else "")),)
        yield Block(heading="Verdict", lines=lines)
    yield Block(
        heading="Checks",
        lines=tuple(Line(label=str(check.date), text=_check(check)) for check in claim.checks),
    )
    own = [
        Line(label=relation.as_.replace("-", " "), text=ledger.claim_key(relation.claim, claim.article))
        for relation in claim.relations
    ]
    others = [Line(label=_INVERSE[kind], text=key) for key, kind in relations_to(ledger, claim)]
    yield Block(heading="Relations", lines=(*own, *others))
    yield Block(
        heading="Waivers",
        lines=tuple(
            Line(label=waiver.rule, text=waiver.why + (f" (until {waiver.until})" if waiver.until else ""))
            for waiver in claim.waivers
        ),
    )


def relations_to(ledger: Ledger, claim: Claim) -> list[tuple[str, str]]:
    """Return the relations of other claims to this one: their full ids, and how they stand to it."""
    return [
        (other.key, relation.as_)
        for other in ledger.claims
        for relation in other.relations
        if ledger.claim_key(relation.claim, other.article) == claim.key
    ]


def _facts(ledger: Ledger, claim: Claim) -> Iterator[Line]:
    article = ledger.source_by_id.get(claim.article)
    claimant = ledger.party_by_id.get(claim.claimant) if claim.claimant else None
    place = claim.marks.place()
    facts = {
        "passage": _words(claim.quote) if claim.quote else None,
        "article": f"{article.title or article.id}, {article.published or 'undated'}" if article else claim.article,
        "said by": f"{claimant.name} ({claimant.id})" if claimant else claim.claimant,
        "about": ", ".join(claim.about) + (", a serious allegation" if claim.serious else ""),
        "reply": _reply(claim),
        "type": claim.type,
        "when": str(claim.when) if claim.when else None,
        "figures": "; ".join(_figure(figure) for figure in claim.figures),
        "tags": ", ".join(claim.tags),
        "note": claim.note,
        "recorded": f"{place.file}:{place.line}",
    }
    for label, text in facts.items():
        if text:
            yield Line(label=label, text=text)


def _sources(claim: Claim, sourcing: Sourcing) -> Iterator[Line]:
    for place, citation in enumerate(claim.sources):
        counts = (
            ""
            if place in sourcing.counted or not citation.counts
            else " (does not count: the article or a retelling of it)"
        )
        where = f", {citation.at}" if citation.at else ""
        yield Line(label=citation.stance, text=f"{citation.source}{where}{counts}")
        for text in _details(citation):
            yield Line(text=text, depth=2)


def _details(citation: Citation) -> Iterator[str]:
    if citation.cue:
        yield f"credited with “{citation.cue}”"
    if citation.quote:
        yield _words(citation.quote) + (f", meaning “{citation.gloss}”" if citation.gloss else "")
    if citation.says:
        yield f"says: {citation.says}"
    if citation.figures:
        yield "; ".join(_figure(figure) for figure in citation.figures)
    if citation.when:
        yield f"dated {citation.when}"
    if citation.upstream is not None:
        yield f"has this from {listed(citation.upstream)}" if citation.upstream else "found this out itself"
    if citation.note:
        yield f"note: {citation.note}"
    if not citation.looked_at:
        yield "not looked at: no words, figure, date or place is recorded"


def _origins(ledger: Ledger, claim: Claim, sourcing: Sourcing) -> Iterator[Line]:
    """The independent groups, their origins, and the way from each citation up to them."""
    for number, group in enumerate(sourcing.groups, start=1):
        yield Line(label=f"{number}", text="; ".join(_origin(ledger, origin) for origin in group.origins))
        for place in group.citations:
            yield Line(text=_route(ledger, claim.sources[place], sourcing.origins[place]), depth=1)
    against = [place for place in sourcing.origins if claim.sources[place].stance == "refutes"]
    for place in against:
        origins = sourcing.origins[place]
        yield Line(label="against", text="; ".join(_origin(ledger, origin) for origin in origins))
        yield Line(text=_route(ledger, claim.sources[place], origins), depth=1)


def _origin(ledger: Ledger, origin: Origin) -> str:
    if origin.unknown:
        return f"unknown: nobody has recorded where {origin.sources[0]} has this from"
    source = ledger.source_by_id.get(origin.sources[0])
    names = " and ".join(origin.sources)
    if source is None:
        return f"{names} (not recorded)"
    identity = f", {source.identity}" if source.identity != "named" else ""
    ring = ", a ring of sources that derive from one another" if len(origin.sources) > 1 else ""
    return f"{names} ({source.kind}{identity}{ring})"


def _route(ledger: Ledger, citation: Citation, origins: tuple[Origin, ...]) -> str:
    """The shortest recorded way from a citation up to its farthest origin."""
    before = ledger.above(citation)
    ends = [source for origin in origins for source in origin.sources if source in before]
    ways = [way(before, end) for end in ends if end != citation.source]
    longest = max(ways, key=len, default=[])
    return " ← ".join([citation.source, *longest])


def _established(claim: Claim, sourcing: Sourcing) -> Iterator[str]:
    if sourcing.groups:
        independent = counted(sourcing.independent, "independent origin supports it", "independent origins support it")
        primary = ", cited directly" if sourcing.primary and sourcing.level != "contested" else ""
        yield f"{independent}{primary} (credibility {sourcing.credibility} of 6)"
    elif sourcing.origins:
        yield f"it is refuted by what was looked at (credibility {sourcing.credibility} of 6)"
    for check in claim.checks:
        if check.digest:
            yield f"{check.by} signed it on {check.date}"
    if claim.reply and claim.reply.got:
        yield "the other side's reply is on record"


def _open(claim: Claim, sourcing: Sourcing) -> Iterator[str]:
    unread = [claim.sources[place].source for place in sourcing.counted if place not in sourcing.origins]
    if not sourcing.counted:
        yield "no source bears on it"
    if unread:
        yield f"nobody has recorded what stands in {listed(unread)}"
    if sourcing.level == "single-origin" and len(sourcing.origins) > 1:
        yield f"{counted(len(sourcing.origins), 'source')} support it, and all come down to one origin"
    if sourcing.level == "contested":
        against = [
            claim.sources[place].source for place in sourcing.origins if claim.sources[place].stance == "refutes"
        ]
        yield f"it is refuted by {listed(against)}"
    unknown = [o.sources[0] for group in sourcing.groups for o in group.origins if o.unknown]
    if unknown:
        yield f"nobody has recorded where {listed(unknown)} has it from"
    if claim.quote is None:
        yield "it is not tied to any words of the article"
    if claim.verdict is None:
        yield "nobody has given a verdict"
    if not any(check.digest for check in claim.checks):
        yield "nobody has signed it"


def _check(check: Check) -> str:
    role = f", {check.role}" if check.role else ""
    return f"{check.by}{role}{'' if check.digest else ' (without a digest: does not count)'}"


def _words(quote: Quote) -> str:
    around = [f"{name} “{text}”" for name, text in (("after", quote.prefix), ("before", quote.suffix)) if text]
    where = f", {quote.at}" if quote.at else ""
    return f"“{quote.exact}”{where}" + (f" ({', '.join(around)})" if around else "")


def _figure(figure: Figure) -> str:
    sign = _SIGNS.get(figure.comparator or "", "")
    upper = f" to {figure.to:,}" if figure.to is not None else ""
    unit = f" {figure.unit}" if figure.unit else ""
    return f"{sign}{figure.value:,}{upper}{unit}{f' ({figure.is_})' if figure.is_ else ''}"


def _reply(claim: Claim) -> str | None:
    if claim.reply is None:
        return None
    sought = f"sought {claim.reply.sought}" if claim.reply.sought else ""
    return "; ".join(part for part in (sought, claim.reply.got) if part)
