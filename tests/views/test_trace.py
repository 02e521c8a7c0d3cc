from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.formats._trace import TracedOrigin
from claimtrack.text.diff import Change
from claimtrack.views.trace import trace
from support import BASE, lay, ledger_of

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.model.ledger import Ledger

RECORDS = """\
article: story
parties: [{id: radio, name: Radio}]
sources:
- {id: tape, kind: recording, title: Tape}
- {id: first, kind: article, title: T, language: en, published: 2026-01, derived_from: [tape]}
- {id: foreign, kind: article, title: T, language: id, derived_from: [{source: first, relation: translated}]}
- {id: story, kind: article, title: Story, language: en, snapshot: {file: s.txt, sha256: SHA},
   derived_from: [first, {source: foreign, relation: translated, acknowledged: false}]}
- {id: other, kind: article, title: O, party: radio, derived_from: [tape]}
- {id: own, kind: article, title: O, party: radio, own_reporting: true}
- {id: ring, kind: article, title: R, derived_from: [gnir, nowhere]}
- {id: gnir, kind: article, title: R, derived_from: [ring]}
claims:
- id: seen
  text: All is seen.
  quote: '"all is visible from the tower"'
  sources:
  - {source: first, quote: All is seen from the tower}
  - {source: first, quote: purportedly said, stance: mentions}
  - {source: other, says: It is so., upstream: [tape]}
  - {source: own, stance: refutes, quote: nothing is seen}
- {id: bare, text: T}
- {id: unknown, text: T, sources: [{source: foreign, at: para 1, upstream: [mystery]}]}
""".replace("SHA", "0" * 64)


def made(folder: Path) -> Ledger:
    return ledger_of(lay(folder, {**BASE, "claims/x.yaml": RECORDS}))


def test_a_claim_has_its_hops_with_words_and_what_changed_on_them(tmp_path: Path) -> None:
    ledger = made(tmp_path)
    found = trace(ledger, ledger.claim_by_key["story/seen"])
    assert {(hop.source, hop.upstream) for hop in found.hops} == {
        ("other", "tape"),
        ("story", "foreign"),
        ("foreign", "first"),
        ("first", "tape"),
    }
    (hop,) = found.upstream["story"]
    assert (hop.relation, hop.acknowledged, hop.language) == ("translated", False, "en")
    assert (hop.quote, hop.upstream_quote) == ('"all is visible from the tower"', None)
    assert (hop.changes, hop.since) == ((Change("seen", "visible"),), "first")
    assert [hop.hedge for hop in found.upstream["foreign"]] == ["purportedly"]
    assert found.credits == (("story", "first"),)


def test_sources_and_origins_are_told_in_plain_words(tmp_path: Path) -> None:
    ledger = made(tmp_path)
    found = trace(ledger, ledger.claim_by_key["story/seen"])
    assert found.sentence == "2 sources, 1 origin: tape; 1 source against it"
    assert found.independent == 1
    assert found.origins == (TracedOrigin(None, ("tape",)),)
    assert found.roots == ("story", "other", "own")
    assert found.stops["story"].facts == "en, snapshot missing"
    assert found.stops["tape"].is_origin
    assert found.stops["first"].words == ("“All is seen from the tower”", "“purportedly said” (mentions)")
    assert found.stops["own"].words == ("“nothing is seen” (refutes)",)


def test_a_claim_without_sources_says_so_and_an_unrecorded_upstream_is_shown(tmp_path: Path) -> None:
    ledger = made(tmp_path)
    bare = trace(ledger, ledger.claim_by_key["story/bare"])
    assert bare.sentence == "No source bears on it."
    assert bare.roots == ("story",)
    unknown = trace(ledger, ledger.claim_by_key["story/unknown"])
    assert unknown.stops["mystery"].facts == "origin, not recorded"
    assert unknown.sentence == "1 source, 1 origin: mystery"


def test_a_source_has_its_derivations(tmp_path: Path) -> None:
    ledger = made(tmp_path)
    found = trace(ledger, ledger.source_by_id["story"])
    assert found.sentence == "3 sources upstream, 1 origin: tape"
    assert {(hop.source, hop.upstream) for hop in found.hops} == {
        ("story", "foreign"),
        ("foreign", "first"),
        ("first", "tape"),
    }
    assert trace(ledger, ledger.source_by_id["tape"]).sentence == "Nothing is upstream."
    assert trace(ledger, ledger.source_by_id["own"]).origins == (TracedOrigin("radio", ("own",)),)


def test_a_cycle_is_among_the_hops_and_marked(tmp_path: Path) -> None:
    ledger = made(tmp_path)
    found = trace(ledger, ledger.source_by_id["ring"])
    assert found.closing == (("gnir", "ring"),)
    assert ("gnir", "ring") in {(hop.source, hop.upstream) for hop in found.hops}


def test_who_alone_passes_on_an_origin_is_named(tmp_path: Path) -> None:
    records = (
        "sources:\n- {id: tape, kind: recording, title: T}\n- {id: a, kind: article, title: T, derived_from: [tape]}\n"
    )
    ledger = ledger_of(lay(tmp_path, {"claims/x.yaml": records}))
    assert trace(ledger, ledger.source_by_id["a"]).sentence == "1 source upstream, 1 origin: tape, passed on by a alone"
