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

from collections import ChainMap
from hashlib import sha256
from json.encoder import encode_basestring
from typing import TYPE_CHECKING
from unicodedata import normalize

from claimtrack.text.patterns import later

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from claimtrack.model.edtf import Edtf
    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Citation, Claim, Derivation, Figure, Quote, Source, Verdict

VERSION = "1"
PARTS = ("claim", "passage", "sources")
NOT_CHECKED = "-"
"""Stands for a part whose text was not here when the check was signed."""
_DIGITS = 16
_DIGEST = later(rf"(\d+):([0-9a-f]{{{_DIGITS}}}):([0-9a-f]{{{_DIGITS}}}|-):([0-9a-f]{{{_DIGITS}}})")
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
        passage = NOT_CHECKED if paragraph is None else _hashed(encode_basestring(_plain(paragraph)))
        sources = [self._sources.get(citation.source, _UNKNOWN) for citation in claim.sources]
        return ":".join([VERSION, _hashed(_claim(claim)), passage, _hashed(_list(f'"{name}"' for name in sources))])


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


def _hashed(content: str) -> str:
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


# What follows puts together canonical JSON; an encoder takes several times as long to sort what it is given.


def _plain(text: str | None) -> str:
    if not text:
        return ""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    joined = " ".join(text.split())
    return joined if joined.isascii() else normalize("NFC", joined)


def _word(text: str | None) -> str:
    return encode_basestring(text) if text else ""


def _text(text: str | None) -> str:
    """Return a text that somebody has written, evened out."""
    plain = _plain(text) if text else ""
    return encode_basestring(plain) if plain else ""


def _date(when: Edtf | None) -> str:
    return encode_basestring(when.text) if when else ""


def _list(items: Iterable[str]) -> str:
    return f"[{','.join(items)}]"


def _filled(*content: tuple[str, str]) -> str:
    """Return an object. In: its keys, sorted, each with its JSON; what is absent, empty or false has none."""
    members = ",".join([f'"{key}":{value}' for key, value in content if value])
    return f"{{{members}}}"


def _claim(claim: Claim) -> str:
    return _filled(
        ("citations", _list(map(_citation, claim.sources)) if claim.sources else ""),
        ("figures", _list(map(_figure, claim.figures)) if claim.figures else ""),
        ("quote", _quote(claim.quote)),
        ("serious", "true" if claim.serious else ""),
        ("text", _text(claim.text)),
        ("type", _word(claim.type)),
        ("verdict", _verdict(claim.verdict)),
        ("when", _date(claim.when)),
    )


def _citation(citation: Citation) -> str:
    return _filled(
        ("at", _text(citation.at)),
        ("figures", _list(map(_figure, citation.figures)) if citation.figures else ""),
        ("quote", _quote(citation.quote)),
        ("says", _text(citation.says)),
        ("stance", _word(citation.stance)),
        ("when", _date(citation.when)),
    )


def _quote(quote: Quote | None) -> str:
    if quote is None:
        return ""
    exact = _text(quote.exact)
    if not (quote.prefix or quote.suffix or quote.at):
        return f'{{"exact":{exact}}}' if exact else ""
    at, prefix, suffix = _text(quote.at), _text(quote.prefix), _text(quote.suffix)
    filled = at or exact or prefix or suffix
    return _filled(("at", at), ("exact", exact), ("prefix", prefix), ("suffix", suffix)) if filled else ""


def _figure(figure: Figure) -> str:
    return _filled(
        ("comparator", _word(figure.comparator)),
        ("is", _text(figure.is_)),
        ("to", "" if figure.to is None else _word(_decimal(figure.to))),
        ("unit", _text(figure.unit)),
        ("value", _word(_decimal(figure.value))),
    )


def _decimal(value: Decimal) -> str:
    """Return a number in its one form: no exponent, no zeros behind the decimals, no negative zero."""
    written = f"{value:f}"
    written = written.rstrip("0").rstrip(".") if "." in written else written
    return "0" if written == "-0" else written


def _verdict(verdict: Verdict | None) -> str:
    if verdict is None:
        return ""
    return _filled(
        ("date", _date(verdict.date)),
        ("label", _word(verdict.label)),
        ("why", _text(verdict.why)),
    )


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
        whole = _list(f'"{member}"' for member in sorted(members.values()))
        done.update({key: _hashed(f'["{member}",{whole}]') for key, member in members.items()})
    return done


def _source(source: Source, upstream: Mapping[str, str]) -> str:
    derivations = [_derivation(item, upstream) for item in source.derived_from]
    return _filled(
        ("derivations", _list(sorted(derivations, key=_hashed)) if derivations else ""),
        ("kind", _word(source.kind)),
        ("published", _date(source.published)),
        ("sha256", _word(source.snapshot.sha256 if source.snapshot else None)),
        ("title", _text(source.title)),
        ("url", _text(source.url)),
    )


def _derivation(derivation: Derivation, upstream: Mapping[str, str]) -> str:
    name = upstream.get(derivation.source, _UNKNOWN)
    return _filled(
        ("acknowledged", "true" if derivation.acknowledged else "false"),
        ("relation", _word(derivation.relation)),
        ("upstream", f'"{name}"'),
    )
