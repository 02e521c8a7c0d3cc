from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.edtf import parse_edtf
from claimtrack.model.ledger import Ledger, Records
from claimtrack.model.place import Marks, Path, Place
from claimtrack.model.records import (
    Check,
    Citation,
    Claim,
    Derivation,
    Figure,
    Quote,
    Relation,
    Reply,
    Snapshot,
    Source,
    Verdict,
    Waiver,
)
from claimtrack.text import digests as module
from claimtrack.text.digests import Digests, compare, digest

if TYPE_CHECKING:
    from collections.abc import Mapping

quick = settings(max_examples=50, deadline=None)
PARAGRAPH = "Six of nine members voted for the sale."


class Nowhere(Marks):
    """A record that stands in no file."""

    def place(self, path: Path = ()) -> Place:
        return Place(file=f"nowhere{len(path)}")

    def own_keys(self, path: Path = ()) -> Mapping[str, object]:
        return {"x-desk": len(path)}


MARKS = Nowhere()
MINUTES = Source(marks=MARKS, id="minutes", kind="document", title="Minutes")
POST = Source(
    marks=MARKS,
    id="post",
    kind="article",
    title="Board sells harbour",
    url="https://post.example/sale",
    published=parse_edtf("2026-03-12"),
    snapshot=Snapshot(file="post.txt", sha256="a" * 64),
    derived_from=(Derivation(source="minutes", relation="quoted"),),
)
CITATION = Citation(
    source="post", quote=Quote(exact="six to three"), says="Six.", at="para 4", figures=(Figure(value=Decimal(6)),)
)
CLAIM = Claim(
    marks=MARKS,
    id="six-votes",
    article="harbour-sale",
    text="Six of nine members voted to sell.",
    quote=Quote(exact="Six of nine members"),
    type="numerical",
    figures=(Figure(value=Decimal(6), unit="members", is_="in favour"),),
    when=parse_edtf("2026-02-11"),
    sources=(CITATION,),
    verdict=Verdict(label="supported", why="Page 4 lists them.", by="ana", date=parse_edtf("2026-03-14")),
)


def signed(claim: Claim = CLAIM, *sources: Source, paragraph: str | None = PARAGRAPH) -> str:
    return digest(Ledger(Records(sources=sources or (POST, MINUTES)), date(2026, 11, 22)), claim, paragraph)


def cited(**fields: Any) -> Claim:  # noqa: ANN401
    return replace(CLAIM, sources=(replace(CITATION, **fields),))


def test_a_digest_has_a_version_and_three_parts_that_never_change_their_form() -> None:
    assert signed() == "1:2962bc135edf548e:7a53bf085151f453:28b889e640334758"
    assert signed(paragraph=None).split(":")[2] == "-"


@pytest.mark.parametrize(
    "claim",
    [
        replace(CLAIM, text="Seven of nine members voted to sell."),
        replace(CLAIM, quote=None),
        replace(CLAIM, quote=Quote(exact="Six of nine members", prefix="that")),
        replace(CLAIM, type="event"),
        replace(CLAIM, figures=()),
        replace(CLAIM, figures=(Figure(value=Decimal(6), unit="members"),)),
        replace(CLAIM, figures=(replace(CLAIM.figures[0], to=Decimal(0)),)),
        replace(CLAIM, figures=(replace(CLAIM.figures[0], comparator="about"),)),
        replace(CLAIM, when=parse_edtf("2026-02")),
        replace(CLAIM, serious=True),
        replace(CLAIM, verdict=None),
        replace(CLAIM, verdict=Verdict(label="refuted", why="Page 4 lists them.", date=parse_edtf("2026-03-14"))),
        replace(CLAIM, verdict=Verdict(label="supported", why="Page 5.", date=parse_edtf("2026-03-14"))),
        cited(stance="refutes"),
        cited(quote=None),
        cited(says="Seven."),
        cited(at="para 5"),
        cited(figures=()),
        cited(when=parse_edtf("2026")),
    ],
)
def test_each_field_of_a_claim_changes_its_part_alone(claim: Claim) -> None:
    assert compare(signed(), signed(claim)) == ["claim"]


@pytest.mark.parametrize(
    "source",
    [
        replace(POST, kind="post"),
        replace(POST, title="Board sells the harbour"),
        replace(POST, url=None),
        replace(POST, published=parse_edtf("2026-03-13")),
        replace(POST, snapshot=None),
        replace(POST, derived_from=()),
        replace(POST, derived_from=(Derivation(source="minutes"),)),
        replace(POST, derived_from=(Derivation(source="minutes", relation="quoted", acknowledged=False),)),
        replace(POST, derived_from=(Derivation(source="nobody", relation="quoted"),)),
    ],
)
def test_each_field_of_a_source_changes_its_part_alone(source: Source) -> None:
    assert compare(signed(), signed(CLAIM, source, MINUTES)) == ["sources"]


def test_a_source_far_upstream_changes_the_part_too() -> None:
    chain = [
        replace(POST, id=f"s{number}", derived_from=(Derivation(source=f"s{number + 1}"),)) for number in range(3000)
    ]
    claim = cited(source="s0")
    end = replace(MINUTES, id="s3000")
    assert compare(signed(claim, *chain, end), signed(claim, *chain, replace(end, title="Other"))) == ["sources"]


def test_a_changed_paragraph_changes_its_part_alone_and_blanks_change_nothing() -> None:
    assert compare(signed(), signed(paragraph="Five of nine members voted for the sale.")) == ["passage"]
    assert compare(signed(), signed(paragraph=PARAGRAPH.replace(" ", "\n  "))) == []
    assert compare(signed(paragraph="Zoë"), signed(paragraph="Zoe\u0308")) == []


def test_citations_that_change_places_change_both_parts() -> None:
    claims = [
        replace(CLAIM, sources=pair)
        for pair in ((CITATION, Citation(source="minutes")), (Citation(source="minutes"), CITATION))
    ]
    assert compare(signed(claims[0]), signed(claims[1])) == ["claim", "sources"]


def test_a_text_that_is_not_here_is_not_compared() -> None:
    assert compare(signed(paragraph=None), signed()) == compare(signed(), signed(paragraph=None)) == []
    assert compare(signed(paragraph=None), signed(replace(CLAIM, serious=True))) == ["claim"]


def test_ids_names_tags_notes_and_waivers_change_nothing() -> None:
    claim = replace(
        CLAIM,
        id="six",
        article="sale",
        claimant="ledger",
        about=("board",),
        reply=Reply(got="None."),
        tags=("sale",),
        note="A note.",
        waivers=(Waiver(rule="CT105", why="None else."),),
        checks=(Check(by="ana", date=parse_edtf("2026")),),
        relations=(Relation(claim="price", as_="qualifies"),),
        verdict=Verdict(label="supported", why="Page 4  lists\nthem.", by="ana-ruiz", date=parse_edtf("2026-03-14")),
        figures=(replace(CLAIM.figures[0], value=Decimal("6.00")),),
        sources=(replace(CITATION, source="evening-post", cue="they say", gloss="six", note="n", upstream=()),),
    )
    post = replace(
        POST,
        id="evening-post",
        party="post",
        author="Ana",
        note="n",
        identity="unnamed",
        snapshot=Snapshot(file="other.txt", sha256="a" * 64),
        waivers=(Waiver(rule="CT501", why="w"),),
        derived_from=(Derivation(source="board-minutes", relation="quoted", note="n"),),
    )
    assert signed() == signed(claim, replace(MINUTES, id="board-minutes"), post)


def test_absent_and_empty_are_equal() -> None:
    bare = replace(CLAIM, quote=Quote(exact="six"), sources=(Citation(source="post"),))
    empty = replace(
        CLAIM, quote=Quote(exact="six", prefix="", at=" "), sources=(Citation(source="post", says="", at=""),)
    )
    assert signed(bare) == signed(empty)


@pytest.mark.parametrize(("one", "other"), [("1000000", "1E+6"), ("0", "-0"), ("3.20", "3.2"), ("100", "1E2")])
def test_a_number_has_one_form(one: str, other: str) -> None:
    claims = [replace(CLAIM, figures=(Figure(value=Decimal(value)),)) for value in (one, other)]
    assert signed(claims[0]) == signed(claims[1])


def test_sources_that_derive_from_one_another_end_and_change_together() -> None:
    ring = [
        replace(MINUTES, id=key, title=key, derived_from=(Derivation(source=to),))
        for key, to in ("ab", "bc", "ca", "dd")
    ]
    claim = cited(source="a")
    assert compare(signed(claim, *ring), signed(claim, *ring[::-1])) == []
    assert compare(signed(claim, *ring), signed(claim, ring[0], ring[1], replace(ring[2], title="other"))) == [
        "sources"
    ]
    own = cited(source="d")
    assert compare(signed(own, *ring), signed(own, replace(ring[3], derived_from=()))) == ["sources"]


@quick
@given(st.permutations(["minutes", "x", "y"]))
def test_the_order_of_records_and_derivations_changes_nothing(order: list[str]) -> None:
    others = [replace(MINUTES, id=key, title=key) for key in ("x", "y")]
    post = replace(POST, derived_from=tuple(Derivation(source=key) for key in order))
    same = replace(POST, derived_from=tuple(Derivation(source=key) for key in sorted(order)))
    assert signed(CLAIM, post, MINUTES, *others) == signed(CLAIM, *others, MINUTES, same)


@quick
@given(st.text("ab \n", min_size=1), st.text("ab \n", min_size=1))
def test_two_texts_have_one_digest_where_they_differ_by_blanks_alone(one: str, other: str) -> None:
    first, second = (signed(replace(CLAIM, text=text)) for text in (one, other))
    assert (first == second) == (one.split() == other.split())


@pytest.mark.parametrize("text", ["", "1:x:y:z", "2:" + ":".join(["0" * 16] * 3), "1:" + "0" * 16])
def test_what_is_no_digest_of_this_version_is_told_so(text: str) -> None:
    with pytest.raises(ValueError, match=r"no digest|version 2"):
        compare(text, signed())


def test_many_claims_share_the_work_on_their_sources() -> None:
    ledger = Ledger(Records(sources=(POST, MINUTES)), date(2026, 11, 22))
    digests = Digests(ledger)
    assert digests.of(CLAIM, PARAGRAPH) == signed()
    assert digests.of(cited(source="nobody"), None) != signed(paragraph=None)


words = st.text(st.sampled_from('ab "\\\n\té\u0301\u2028\x7f\ud800'), max_size=6)
figures = st.builds(
    Figure, value=st.decimals(allow_nan=False, allow_infinity=False), to=st.none() | st.just(Decimal("1.50")),
    unit=st.none() | words, comparator=st.sampled_from([None, "about"]), is_=st.none() | words,
)  # fmt: skip
quotes = st.none() | st.builds(Quote, exact=words, prefix=st.none() | words, at=st.none() | words)
citations = st.builds(
    Citation, source=st.just("post"), stance=st.sampled_from(["supports", "refutes"]), quote=quotes,
    says=st.none() | words, at=st.none() | words, figures=st.lists(figures, max_size=2).map(tuple),
)  # fmt: skip
verdicts = st.none() | st.builds(Verdict, label=st.just("supported"), why=words, date=st.just(parse_edtf("2026~")))
claims = st.builds(
    replace, st.just(CLAIM), text=words, quote=quotes, figures=st.lists(figures, max_size=2).map(tuple),
    serious=st.booleans(), verdict=verdicts, sources=st.lists(citations, max_size=2).map(tuple),
)  # fmt: skip


@quick
@given(claims)
def test_what_is_hashed_of_a_claim_is_its_canonical_json(claim: Claim) -> None:
    content = module._claim(claim)  # noqa: SLF001
    assert content == json.dumps(json.loads(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert json.loads(content) == _without_nothing(asdict(claim))


@quick
@given(words, st.lists(words, max_size=2))
def test_what_is_hashed_of_a_source_is_its_canonical_json(title: str, upstream: list[str]) -> None:
    source = replace(POST, title=title, derived_from=tuple(Derivation(source=key) for key in upstream))
    content = module._source(source, dict.fromkeys(upstream, "0123456789abcdef"))  # noqa: SLF001
    assert content == json.dumps(json.loads(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    derivation = {"acknowledged": True, "relation": "derived", "upstream": "0123456789abcdef"}
    assert json.loads(content) == {
        **({"derivations": [derivation] * len(upstream)} if upstream else {}),
        "kind": "article",
        "published": "2026-03-12",
        "sha256": "a" * 64,
        **({"title": plain} if (plain := _plain(title)) else {}),
        "url": "https://post.example/sale",
    }


@given(words)
def test_blanks_are_single_and_accents_composed_whatever_the_letters(text: str) -> None:
    assert module._plain(text) == _plain(text)  # noqa: SLF001


def _plain(text: str) -> str:
    return normalize("NFC", " ".join(text.split()))


_HASHED = {
    "text",
    "quote",
    "type",
    "figures",
    "when",
    "serious",
    "verdict",
    "label",
    "why",
    "date",
    "sources",
    "stance",
}
_HASHED |= {"says", "at", "exact", "prefix", "suffix", "value", "to", "unit", "comparator", "is_"}
_NAMES = {"sources": "citations", "is_": "is"}


def _without_nothing(value: Any) -> Any:  # noqa: ANN401
    """Return what the digest's page says is hashed: each field that it names, unless it is absent, empty or false."""
    match value:
        case str():
            return _plain(value)
        case Decimal():
            return f"{value.normalize():f}".replace("-0", "0") if not value else f"{value.normalize():f}"
        case {"text": str(text), "earliest": _}:
            return text
        case dict():
            items = {_NAMES.get(key, key): _without_nothing(item) for key, item in value.items() if key in _HASHED}
            return {key: item for key, item in items.items() if item}
        case list() | tuple():
            return [_without_nothing(item) for item in value]
    return value
