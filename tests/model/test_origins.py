from __future__ import annotations

from dataclasses import replace
from typing import get_args
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.origins import RETELLING, Origin, Origins
from claimtrack.model.place import Marks
from claimtrack.model.records import Derivation, Source
from claimtrack.model.vocabulary import SourceKind

MARKS = Mock(spec=Marks)
LONG = 5_000
quick = settings(max_examples=100, deadline=None)


def source(key: str, kind: SourceKind = "article", upstream: str = "", *, own: bool = False) -> Source:
    """Return a source; what it derives from is written with a space between the ids."""
    derived_from = tuple(Derivation(source=item) for item in upstream.split())
    return Source(marks=MARKS, id=key, kind=kind, own_reporting=own, derived_from=derived_from)


def owner(key: str) -> str:
    """Let `a1` and `a2` be of one party."""
    return f"party-{key[0]}"


def origins(*sources: Source) -> Origins:
    return Origins({item.id: item for item in sources}, owner)


def ends(found: tuple[Origin, ...]) -> list[str]:
    """Return the origins in short: a ring joined by `=`, an unknown one with `?` behind."""
    return ["=".join(origin.sources) + "?" * origin.unknown for origin in found]


@pytest.mark.parametrize(
    ("sources", "start", "expected"),
    [
        ([source("d", "document")], "d", ["d"]),
        ([source("a", upstream="d"), source("d", "document")], "a", ["d"]),
        ([source("a", upstream="b"), source("b", upstream="c"), source("c", "photo")], "a", ["c"]),
        ([source("a", upstream="c d"), source("c", "photo"), source("d", "document")], "a", ["c", "d"]),
        ([source("a", upstream="b d"), source("b", upstream="d"), source("d", "document")], "a", ["d"]),
        ([source("a", own=True)], "a", ["a"]),
        ([source("a", upstream="d", own=True), source("d", "document")], "a", ["a", "d"]),
        ([source("a", upstream="b"), source("b", upstream="d", own=True), source("d", "dataset")], "a", ["b", "d"]),
        ([source("c", "document", "d"), source("d", "document")], "c", ["d"]),
        ([source("a")], "a", ["a?"]),
        ([source("a", upstream="b d"), source("b", "book"), source("d", "document")], "a", ["b?", "d"]),
        ([source("a", upstream="b"), source("b", upstream="a")], "a", ["a=b"]),
        ([source("a", upstream="b"), source("b", upstream="c"), source("c", upstream="a")], "b", ["a=b=c"]),
        ([source("a", upstream="a")], "a", ["a"]),
        ([source("o", upstream="b"), source("a", upstream="b"), source("b", upstream="a")], "o", ["a=b"]),
        ([source("a", upstream="b d"), source("b", upstream="a"), source("d", "document")], "b", ["a=b", "d"]),
        ([source("a", upstream="b"), source("b", upstream="a s"), source("s")], "a", ["a=b", "s?"]),
        (
            [source(key, upstream=up) for key, up in [("a", "b"), ("b", "a c"), ("c", "d"), ("d", "c")]],
            "a",
            ["a=b", "c=d"],
        ),
        ([source("a", upstream="b"), source("b", upstream="a", own=True)], "a", ["a=b"]),
        ([source("a", upstream="ghost")], "a", ["ghost"]),
        ([], "ghost", ["ghost"]),
    ],
)
def test_a_walk_upstream_ends_where_the_design_says(sources: list[Source], start: str, expected: list[str]) -> None:
    assert ends(origins(*sources).of(start)) == expected


@pytest.mark.parametrize("kind", get_args(SourceKind))
def test_the_upstream_of_a_retelling_that_says_nothing_is_unknown(kind: SourceKind) -> None:
    (silent,) = origins(source("a", kind)).of("a")
    (reported,) = origins(source("a", kind, own=True)).of("a")
    assert silent == Origin(("a",), frozenset({"party-a"}), unknown=kind in {"article", "post", "book"})
    assert reported == Origin(("a",), frozenset({"party-a"}), reporters=frozenset({"party-a"}))
    assert (kind in RETELLING) is silent.unknown


def test_an_origin_is_of_the_party_that_made_it_and_a_ring_of_all_of_them() -> None:
    (ring,) = origins(source("a", upstream="b"), source("b", upstream="c"), source("c", upstream="a")).of("a")
    assert ring.parties == {"party-a", "party-b", "party-c"}


def test_citations_of_one_fact_itself_make_their_source_an_origin_by_its_own_reporting() -> None:
    found = origins(source("a", upstream="b"))
    own = Origin(("a",), frozenset({"party-a"}))
    assert found.own("a", reported=False) == own
    assert found.own("a", reported=True) == replace(own, reporters=frozenset({"party-a"}))


@pytest.mark.parametrize(
    ("origin", "tokens"),
    [
        (Origin(("a",), frozenset({"p"})), [("source", "a"), ("party", "p")]),
        (Origin(("a", "b"), frozenset({"q", "p"})), [("source", "a"), ("party", "p"), ("party", "q")]),
        (Origin(("a",), frozenset({"p"}), unknown=True), [("unknown", ""), ("source", "a")]),
    ],
)
def test_origins_share_their_source_or_a_party_and_all_unknown_ones_are_one(
    origin: Origin, tokens: list[tuple[str, str]]
) -> None:
    assert list(origin.tokens) == tokens


def test_a_chain_of_thousands_leads_to_its_root_from_everywhere() -> None:
    chain = [source(str(number), upstream=str(number - 1)) for number in range(1, LONG + 1)]
    found = origins(source("0", "document"), *chain)
    assert {found.of(str(number)) for number in range(LONG + 1)} == {found.of("0")}
    assert ends(found.of("0")) == ["0"]


def test_a_ring_of_thousands_is_one_origin() -> None:
    ring = [source(str(number), upstream=str((number + 1) % LONG)) for number in range(LONG)]
    (found,) = origins(*ring).of("7")
    assert len(found.sources) == LONG


def test_a_fan_of_thousands_has_one_answer_in_all_of_its_blades() -> None:
    fan = [source(str(number), upstream="x y") for number in range(LONG)]
    found = origins(source("x", "document"), source("y", "photo"), *fan)
    assert {found.of(str(number)) for number in range(LONG)} == {(*found.of("x"), *found.of("y"))}


def test_ways_that_part_and_meet_thirty_times_are_not_counted_one_by_one() -> None:
    steps = [source(f"{side}{n}", upstream=f"l{n - 1} r{n - 1}") for n in range(1, 31) for side in "lr"]
    assert ends(origins(source("l0", "document"), source("r0", "photo"), *steps).of("l30")) == ["l0", "r0"]


Known = tuple[tuple[str, ...], frozenset[str], bool]


def naive(sources: dict[str, Source], start: str) -> set[Known]:
    """Walk upstream as section 4.3 of the design tells it, with no thought of speed."""
    upstream = {key: {item.source for item in each.derived_from} for key, each in sources.items()}

    def ahead(key: str) -> set[str]:
        found = set(upstream.get(key, ()))
        while more := {up for each in found for up in upstream.get(each, ())} - found:
            found |= more
        return found

    found: set[Known] = set()
    for key in {start} | ahead(start):
        ring = {other for other in ahead(key) if key in ahead(other)}
        record = sources.get(key)
        if ring:
            found.add((tuple(sorted(ring)), frozenset(map(owner, ring)), False))
        elif not upstream.get(key) or (record and record.own_reporting):
            silent = bool(record) and record.kind in {"article", "post", "book"} and not record.own_reporting  # type: ignore[union-attr]
            found.add(((key,), frozenset({owner(key)}), silent))
    return found


ids = ["a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2"]
recorded = st.builds(
    source,
    st.just("?"),
    st.sampled_from(["article", "document", "post", "dataset"]),
    st.lists(st.sampled_from(ids), max_size=3, unique=True).map(" ".join),
    own=st.sampled_from([False, False, False, True]),
)
worlds = st.dictionaries(st.sampled_from(ids), recorded, max_size=len(ids))


@settings(quick, max_examples=200)
@given(worlds, st.sampled_from(ids))
def test_the_folded_graph_gives_what_a_plain_walk_gives(world: dict[str, Source], start: str) -> None:
    found = Origins(world, owner).of(start)
    assert {(origin.sources, origin.parties, origin.unknown) for origin in found} == naive(world, start)
    assert [origin.sources for origin in found] == sorted({origin.sources for origin in found})
