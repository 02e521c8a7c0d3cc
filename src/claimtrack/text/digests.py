"""The digest of a check: what exactly somebody has signed, in three parts that compare alone.

`1:<claim>:<passage>:<sources>`, each part 16 hex digits of the sha256 of canonical JSON: keys
sorted, no blanks, UTF-8, NFC, runs of blanks as one, decimals in one form, dates as they are
written. What is absent, empty or at its default is left out, so that long and short forms of a
record are equal. Ids, names, tags, notes and waivers are in none of it.

- claim: text, quote, type, figures, when, serious, verdict (label, why, date), and of each
  citation stance, quote, says, at, figures and when;
- passage: the paragraph of the article. Where its text is not here the part is `-`: not checked;
- sources: in the order of the citations kind, title, url, published, the snapshot's sha256 and
  the derivations, each with relation, whether it is acknowledged, and the upstream's own content
  at any depth.
"""

from __future__ import annotations

import json
from collections import ChainMap
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from claimtrack.text.patterns import later

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Citation, Claim, Derivation, Figure, Quote, Source, Verdict

VERSION = "1"
PARTS = ("claim", "passage", "sources")
NOT_CHECKED = "-"
"""Stands for a part whose text was not here when the check was signed."""
_DIGITS = 16
_DIGEST = later(rf"(\d+):([0-9a-f]{{{_DIGITS}}}):([0-9a-f]{{{_DIGITS}}}|-):([0-9a-f]{{{_DIGITS}}})")
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_UNKNOWN = "unknown"
"""A source that is named and not recorded."""


class Digests:
    """The digests of the claims of one ledger; each source is worked out once."""

    def __init__(self, ledger: Ledger) -> None:
        self._sources = _source_contents(ledger)

    def of(self, claim: Claim, paragraph: str | None) -> str:
        """Return the digest of a claim as it now stands.

        In: the claim, and the paragraph of the article in which its passage stands, or None
        where there is no passage or no text.
        """
        passage = NOT_CHECKED if paragraph is None else _hashed(_plain(paragraph))
        sources = [self._sources.get(citation.source, _UNKNOWN) for citation in claim.sources]
        return ":".join([VERSION, _hashed(_claim(claim)), passage, _hashed_names(sources)])


def digest(ledger: Ledger, claim: Claim, paragraph: str | None = None) -> str:
    """Return the digest of one claim; for many claims keep a `Digests`."""
    return Digests(ledger).of(claim, paragraph)


def compare(signed: str, now: str) -> list[str]:
    """Return the parts that differ, by name; a part that either side lacks is not compared.

    Raises ValueError, with words fit for a user, where either is no digest of this form.
    """
    pairs = zip(PARTS, _parts(signed), _parts(now), strict=True)
    return [name for name, before, after in pairs if before != after and NOT_CHECKED not in (before, after)]


def _parts(text: str) -> tuple[str, str, str]:
    found = _DIGEST.fullmatch(text.strip())
    if not found:
        raise ValueError(f"`{text}` is no digest: `claimtrack sign` writes one as 1:<claim>:<passage>:<sources>")
    if found[1] != VERSION:
        raise ValueError(f"`{text}` is of version {found[1]}, and this claimtrack knows version {VERSION}")
    return found[2], found[3], found[4]


def _hashed_names(names: Sequence[str]) -> str:
    """Return the same as `_hashed` for digests and plain words: their JSON needs no encoder."""
    content = ",".join([f'"{name}"' for name in names])
    return sha256(f"[{content}]".encode()).hexdigest()[:_DIGITS]


def _hashed(content: object) -> str:
    return sha256(_CANONICAL.encode(content).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _plain(text: str | None) -> str:
    if not text:
        return ""
    joined = " ".join(text.split())
    return joined if joined.isascii() else normalize("NFC", joined)


def _filled(content: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is absent, empty or false."""
    return {key: value for key, value in content.items() if value}


def _claim(claim: Claim) -> dict[str, Any]:
    return _filled(
        {
            "text": _plain(claim.text),
            "quote": _quote(claim.quote),
            "type": claim.type,
            "figures": [_figure(figure) for figure in claim.figures],
            "when": claim.when and claim.when.text,
            "serious": claim.serious,
            "verdict": _verdict(claim.verdict),
            "citations": [_citation(citation) for citation in claim.sources],
        }
    )


def _citation(citation: Citation) -> dict[str, Any]:
    return _filled(
        {
            "stance": citation.stance,
            "quote": _quote(citation.quote),
            "says": _plain(citation.says),
            "at": _plain(citation.at),
            "figures": [_figure(figure) for figure in citation.figures],
            "when": citation.when and citation.when.text,
        }
    )


def _quote(quote: Quote | None) -> dict[str, Any]:
    if quote is None:
        return {}
    if not (quote.prefix or quote.suffix or quote.at):
        return {"exact": exact} if (exact := _plain(quote.exact)) else {}
    return _filled({name: _plain(getattr(quote, name)) for name in ("exact", "prefix", "suffix", "at")})


def _figure(figure: Figure) -> dict[str, Any]:
    return _filled(
        {
            "value": _decimal(figure.value),
            "to": None if figure.to is None else _decimal(figure.to),
            "unit": _plain(figure.unit),
            "comparator": figure.comparator,
            "is": _plain(figure.is_),
        }
    )


def _decimal(value: Decimal) -> str:
    """Return a number in its one form: no exponent, no zeros behind the decimals, no negative zero."""
    written = f"{value:f}"
    written = written.rstrip("0").rstrip(".") if "." in written else written
    return "0" if written == "-0" else written


def _verdict(verdict: Verdict | None) -> dict[str, Any]:
    if verdict is None:
        return {}
    return _filled({"label": verdict.label, "why": _plain(verdict.why), "date": verdict.date and verdict.date.text})


def _source_contents(ledger: Ledger) -> dict[str, str]:
    """Return what each source says and rests on, as a digest, upstream first.

    Method: hashes over hashes (Merkle), component by component. In a ring of sources that
    derive from one another each member carries the digests of the whole ring, so that a change
    in any of them changes all. Linear in sources and derivations.
    """
    records = ledger.source_by_id
    done: dict[str, str] = {}
    for component in ledger.derivation_components:
        ring = [key for key in component if key in records]
        linked = len(component) > 1 or component[0] in ledger.upstream.get(component[0], ())
        alone = {key: _hashed(_source(records[key], done)) for key in ring} if linked else {}
        inside = ChainMap(alone, done)
        members = {key: _hashed(_source(records[key], inside)) for key in ring}
        whole = sorted(members.values())
        done.update({key: _hashed([member, whole]) for key, member in members.items()})
    return done


def _source(source: Source, upstream: Mapping[str, str]) -> dict[str, Any]:
    derivations = [_derivation(item, upstream) for item in source.derived_from]
    return _filled(
        {
            "kind": source.kind,
            "title": _plain(source.title),
            "url": _plain(source.url),
            "published": source.published and source.published.text,
            "sha256": source.snapshot and source.snapshot.sha256,
            "derivations": sorted(derivations, key=_hashed),
        }
    )


def _derivation(derivation: Derivation, upstream: Mapping[str, str]) -> dict[str, Any]:
    return {
        "relation": derivation.relation,
        "acknowledged": derivation.acknowledged,
        "upstream": upstream.get(derivation.source, _UNKNOWN),
    }
