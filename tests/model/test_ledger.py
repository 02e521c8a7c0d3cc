from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest

from claimtrack.model.ledger import FileArticle, Ledger, Records
from claimtrack.model.place import Marks, Place
from claimtrack.model.records import Citation, Claim, Derivation, Party, Relation, Source

if TYPE_CHECKING:
    from claimtrack.model.vocabulary import ClaimRelation

MARKS = Mock(spec=Marks)
TODAY = date(2026, 11, 22)
LONG = 5_000


def party(key: str, of: str | None = None) -> Party:
    return Party(marks=MARKS, id=key, name=key, of=of)


def source(key: str, upstream: str = "", by: str | None = None, title: str | None = None) -> Source:
    derived_from = tuple(Derivation(source=item) for item in upstream.split())
    return Source(marks=MARKS, id=key, kind="article", title=title, party=by, derived_from=derived_from)


def claim(
    key: str,
    cited: str = "",
    *,
    claimant: str | None = None,
    about: tuple[str, ...] = (),
    relations: tuple[tuple[ClaimRelation, str], ...] = (),
) -> Claim:
    article, _, own = key.partition("/")
    return Claim(
        marks=MARKS,
        id=own,
        text=key,
        article=article,
        sources=tuple(Citation(source=item, at="page 1") for item in cited.split()),
        claimant=claimant,
        about=about,
        relations=tuple(Relation(claim=other, as_=kind) for kind, other in relations),
    )


def ledger(*records: Party | Source | Claim, **more: tuple[Party | Source | Claim, ...]) -> Ledger:
    return Ledger(
        Records(
            parties=tuple(record for record in records if isinstance(record, Party)),
            sources=tuple(record for record in records if isinstance(record, Source)),
            claims=tuple(record for record in records if isinstance(record, Claim)),
            **more,  # type: ignore[arg-type]
        ),
        TODAY,
    )


def keys(found: dict[str, list[Claim]]) -> dict[str, list[str]]:
    return {name: [record.key for record in records] for name, records in found.items()}


def test_a_ledger_holds_its_sound_records_and_the_day() -> None:
    board, minutes, vote = party("board"), source("minutes"), claim("sale/vote")
    found = ledger(board, minutes, vote)
    assert (found.parties, found.sources, found.claims, found.today) == ((board,), (minutes,), (vote,), TODAY)


def test_of_an_empty_project_nothing_is_known_to_be_unread() -> None:
    empty = Ledger(Records(), TODAY)
    assert (empty.everything, empty.articles, empty.derivation_rings) == ((), (), [])
    assert (empty.records.not_read, empty.records.unread, empty.records.cuts) == (0, False, ())


def test_an_id_means_a_broken_record_too_but_never_a_duplicate() -> None:
    broken = (party("mayor"), source("leak"), claim("sale/price"))
    found = ledger(party("board"), source("minutes"), claim("sale/vote"), broken=broken, duplicates=(source("copy"),))
    assert list(found.party_by_id) == ["board", "mayor"]
    assert list(found.source_by_id) == ["minutes", "leak"]
    assert list(found.claim_by_key) == ["sale/vote", "sale/price"]


def test_of_two_records_with_one_id_the_first_is_meant() -> None:
    first, second = source("minutes", title="First"), source("minutes", title="Second")
    assert ledger(first, broken=(second,)).source_by_id == {"minutes": first}


def test_everything_is_all_records_broken_ones_and_duplicates_included() -> None:
    sound, broken, duplicate = claim("sale/vote"), source("leak"), party("board")
    assert ledger(sound, broken=(broken,), duplicates=(duplicate,)).everything == (sound, broken, duplicate)


def test_an_article_is_a_recorded_source_that_a_claim_or_a_file_names() -> None:
    records = Records(
        sources=(source("empty"), source("minutes"), source("sale")),
        claims=(claim("sale/vote"), claim("ghost/vote")),
        articles=(FileArticle("empty", Place(file="claims/x.yaml")), FileArticle("gone", Place(file="claims/y.yaml"))),
    )
    assert Ledger(records, TODAY).articles == ("empty", "sale")


def test_claims_are_found_by_article_source_claimant_and_whom_they_are_about() -> None:
    found = ledger(
        claim("sale/vote", "minutes minutes leak", claimant="ledger", about=("board", "mayor")),
        claim("fire/night", "leak", claimant="ledger"),
        claim("sale/price", about=("board",)),
        broken=(claim("sale/broken", "leak", claimant="ledger", about=("board",)),),
    )
    assert keys(found.claims_by_article) == {"sale": ["sale/vote", "sale/price"], "fire": ["fire/night"]}
    assert keys(found.citing) == {"minutes": ["sale/vote"], "leak": ["sale/vote", "fire/night"]}
    assert keys(found.speaking) == {"ledger": ["sale/vote", "fire/night"]}
    assert keys(found.concerning) == {"board": ["sale/vote", "sale/price"], "mayor": ["sale/vote"]}


def test_sources_are_found_by_their_party() -> None:
    one, two, other = source("one", by="board"), source("two", by="board"), source("other", by="mayor")
    assert ledger(one, source("none"), other, two).sources_of == {"board": [one, two], "mayor": [other]}


def test_upstreams_are_as_recorded_and_rings_among_them_are_known() -> None:
    found = ledger(source("a", "b ghost"), source("b", "a"), source("c", "a"), broken=(source("d", "d"),))
    assert found.upstream == {"a": ("b", "ghost"), "b": ("a",), "c": ("a",), "d": ("d",)}
    assert [set(ring) for ring in found.derivation_rings] == [{"a", "b"}, {"d"}]


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (Citation(source="c"), {"b": None, "a": "b", "ghost": "b"}),
        (Citation(source="c", upstream=("a",)), {"a": None}),
        (Citation(source="c", upstream=()), {}),
        (Citation(source="a"), {}),
        (Citation(source="nowhere"), {}),
        (Citation(source="r"), {"s": None, "r": "s"}),
    ],
)
def test_above_a_citation_is_what_its_source_has_its_fact_from_at_any_depth(
    cited: Citation, expected: dict[str, str | None]
) -> None:
    found = ledger(source("a"), source("b", "a ghost"), source("c", "b"), source("r", "s"), source("s", "r"))
    assert found.above(cited) == expected
    for names in (("a",), ("b", "ghost"), ("r", "c"), ("a", "b", "c", "r", "s", "ghost", "nowhere"), ()):
        assert found.above_among(cited, names) == expected.keys() & set(names)


def test_a_bare_claim_id_is_one_of_the_same_article() -> None:
    assert ledger().claim_key("price", "sale") == "sale/price"
    assert ledger().claim_key("fire/night", "sale") == "fire/night"


def test_a_claim_rests_on_what_it_depends_on_and_on_no_other_relation() -> None:
    resting = claim(
        "sale/vote",
        relations=(("depends-on", "price"), ("repeats", "secret"), ("depends-on", "fire/night")),
    )
    assert ledger().supports_of(resting) == ["sale/price", "fire/night"]


def test_the_claims_that_rest_on_others_are_known_with_what_they_rest_on() -> None:
    depending = claim("sale/vote", relations=(("depends-on", "price"), ("repeats", "secret")))
    repeating = claim("sale/secret", relations=(("repeats", "price"),))
    assert ledger(repeating, depending, claim("sale/price")).resting == {"sale/vote": ["sale/price"]}


PARTIES = (
    party("unit", "office"),
    party("office", "ministry"),
    party("ministry"),
    party("lost", "nowhere"),
    party("b", "c"),
    party("c", "b"),
    party("a", "c"),
    party("self", "self"),
)


@pytest.mark.parametrize(
    ("key", "line", "top"),
    [
        ("unit", ["unit", "office", "ministry"], "ministry"),
        ("office", ["office", "ministry"], "ministry"),
        ("ministry", ["ministry"], "ministry"),
        ("unknown", ["unknown"], "unknown"),
        ("lost", ["lost", "nowhere"], "nowhere"),
        ("b", ["b", "c"], "b"),
        ("c", ["c", "b"], "b"),
        ("a", ["a", "c", "b"], "b"),
        ("self", ["self"], "self"),
    ],
)
def test_a_party_has_a_line_above_it_and_a_top(key: str, line: list[str], top: str) -> None:
    found = ledger(*PARTIES)
    assert found.line_of(key) == line
    assert found.top(key) == top


@pytest.mark.parametrize("first", ["a", "b", "c"])
def test_the_top_does_not_depend_on_who_asks_first(first: str) -> None:
    found = ledger(*PARTIES)
    assert found.top(first) == "b"
    assert [found.top(key) for key in "abc"] == ["b", "b", "b"]


def test_a_line_of_thousands_has_one_top() -> None:
    line = [party(str(number), str(number + 1)) for number in range(LONG)]
    found = ledger(*line, party(str(LONG)))
    assert {found.top(each.id) for each in line} == {str(LONG)}


def test_a_source_stands_for_the_top_of_its_party_or_else_for_itself() -> None:
    found = ledger(*PARTIES, source("s", by="unit"), source("t"), source("u", by="unknown"))
    assert [found.owner(key) for key in ("s", "t", "u", "gone")] == ["ministry", "source:t", "unknown", "source:gone"]


def test_the_sourcing_of_a_claim_knows_who_works_for_whom_and_is_worked_out_once() -> None:
    vote = claim("sale/vote", "one two")
    parts = (source("sale"), source("one", "x"), source("two", "y"), source("x", "x", by="unit"))
    found = ledger(*PARTIES, vote, *parts, broken=(source("y", "y", by="office"),))
    assert found.sourcing(vote).independent == 1
    assert found.sourcing(vote) is found.sourcing(vote)
    assert found.index.retelling("x") == {"x", "one"}


def test_all_claims_come_with_their_sourcing_in_file_order() -> None:
    votes = [claim(f"sale/{name}", "one") for name in ("vote", "price", "secret")]
    found = ledger(*votes, source("sale"), source("one"))
    assert [one for one, _ in found.sourced] == votes
    assert all(sourcing is found.sourcing(one) for one, sourcing in found.sourced)
