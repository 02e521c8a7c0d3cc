"""Section 4 of the design, case by case.

Sources are written `ID KIND PARTY [own] [< UPSTREAM…]`, with `-` for no party, and `PARTY of PARTY`
says who speaks for whom. Citations are looked at, unless they stand in brackets:

    doc          supports            -doc      refutes            ?doc     mentions
    (doc)        a bare id           (-doc)    refutes, bare
    doc < a b    has this fact from a and b    doc <              is its own reporting of this fact
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast, get_args
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.edtf import parse_edtf
from claimtrack.model.ledger import Ledger, Records
from claimtrack.model.numbers import parse_number
from claimtrack.model.origins import Origin
from claimtrack.model.place import Marks
from claimtrack.model.records import (
    Citation,
    Claim,
    Derivation,
    Figure,
    Party,
    Quote,
    Source,
    Verdict,
)
from claimtrack.model.sourcing import PRIMARY, Group, Sourcing, SourcingIndex, grouped
from claimtrack.model.vocabulary import LEVELS, Level, SourceKind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable

MARKS = Mock(spec=Marks)
TODAY = date(2026, 11, 22)
LONG = 5_000
quick = settings(max_examples=100, deadline=None)

WORLD = """
    story     article   desk-paper
    doc       document  clerk
    tape      recording radio
    rep-a     article   paper-a  < doc
    rep-b     article   paper-b  < !doc
    own-a     article   paper-a  own
    own-b     article   paper-b  own
    sil-a     article   paper-a
    sil-b     post      paper-b
"""
"""The base of every case; `!` is an upstream that the source does not acknowledge."""

_STANCES: dict[str, Stance] = {"-": "refutes", "?": "mentions"}


def world(text: str) -> dict[str, Source | Party]:
    """Read sources and parties."""
    records = [_record(line) for line in text.replace(";", "\n").splitlines() if line.strip()]
    return {record.id: record for record in records}


def _record(line: str) -> Source | Party:
    front, _, upstream = line.partition("<")
    key, kind, party, *own = front.split()
    if kind == "of":
        return Party(marks=MARKS, id=key, name=key, of=party)
    derived_from = [Derivation(source=item.lstrip("!"), acknowledged=item[0] != "!") for item in upstream.split()]
    return Source(
        marks=MARKS,
        id=key,
        kind=cast("SourceKind", kind),
        party=None if party == "-" else party,
        own_reporting=own == ["own"],
        derived_from=tuple(derived_from),
    )


def citation(text: str) -> Citation:
    """Read one citation."""
    text = text.strip()
    bare = text.startswith("(")
    front, arrow, upstream = text.strip("()").partition("<")
    return Citation(
        source=front.strip().lstrip("-?"),
        stance=_STANCES.get(front[0], "supports"),
        at=None if bare else "page 1",
        upstream=tuple(upstream.split()) if arrow else None,
    )


def claim(*citations: Citation) -> Claim:
    return Claim(marks=MARKS, id="it", text="The tower was sold.", article="story", sources=citations)


def sourcing(more: str, cited: str | Iterable[Citation]) -> Sourcing:
    """Derive the sourcing of a claim of the article `story`, whose citations have a comma between them."""
    records = {**world(WORLD), **world(more)}.values()
    sources = tuple(record for record in records if isinstance(record, Source))
    parties = tuple(record for record in records if isinstance(record, Party))
    if isinstance(cited, str):
        cited = [citation(text) for text in cited.split(",") if text.strip()]
    return Ledger(Records(sources=sources, parties=parties), TODAY).sourcing(claim(*cited))


CASES = """
# 4.1 what counts
nothing cited                             |                                | | unsourced 0 6
a mention                                 |                                | ?doc | unsourced 0 6
a mention adds nothing                    |                                | doc, ?own-a | single-origin 1 2
a mention beside a bare id                |                                | ?own-a, (doc) | unexamined 0 6
the article itself                        |                                | story | unsourced 0 6
the article adds nothing                  |                                | story, tape | single-origin 1 2
the article does not contest itself       |                                | -story, tape | single-origin 1 2
a retelling of the article                | echo article e < story         | echo | unsourced 0 6
a retelling, deep and unacknowledged      | e1 post e < !story; e2 article e < doc e1 | e2 | unsourced 0 6
a retelling with reporting of its own     | echo article e own < story     | echo, doc | single-origin 1 2
what the article derives from             | story article desk-paper < doc | doc | single-origin 1 2
a ring with the article                   | story article desk-paper < e; e article e < story | e | unsourced 0 6
beside a retelling only bare ones         | echo article e < story         | echo, (doc) | unexamined 0 6

# 4.2 what is looked at
a bare id                                 |                                | (doc) | unexamined 0 6
many bare ids                             |                                | (doc), (tape), (own-a) | unexamined 0 6
a bare refutation                         |                                | (-doc) | unexamined 0 6
a bare id with its upstream               |                                | (own-a < doc) | unexamined 0 6
a bare id beside one looked at            |                                | (doc), own-a | single-origin 1 3
one source bare and looked at             |                                | (doc), doc | single-origin 1 2
an unknown source                         |                                | ghost | unexamined 0 6
an unknown source, bare                   |                                | (ghost) | unexamined 0 6
an unknown source only mentioned          |                                | ?ghost | unsourced 0 6
an unknown source adds no origin          |                                | ghost, doc | single-origin 1 2

# 4.3 the walk upstream: chains
a document                                |                                | doc | single-origin 1 2
an outlet and its document                |                                | rep-a, doc | single-origin 1 2
two outlets of one document               |                                | rep-a, rep-b | single-origin 1 3
an unacknowledged upstream is walked      |                                | rep-b, doc | single-origin 1 2
five outlets in a row                     | \
 n1 article p1 < doc; n2 article p2 < doc; n3 article p3 < n2; n4 post p4 < n3; n5 book p5 < n4 | \
 n1, n2, n3, n4, n5 | single-origin 1 3
a copied document is no origin            | copy document c < doc          | copy | single-origin 1 3
a mixed chain                             | t document t < doc; b book b < t; p post p < b | p, doc | single-origin 1 2
two outlets of two origins                | rt article rt < tape           | rep-a, rt | corroborated 2 1
three origins                             |                                | doc, tape, own-a | corroborated 3 1
one source cited twice                    |                                | doc, doc | single-origin 1 2
two chains that meet at the root          | x article x < rep-a; y article y < rep-b | x, y | single-origin 1 3
an upstream that nobody recorded          | x article x < ghost            | x | single-origin 1 3
one unrecorded upstream for two           | x article x < ghost; y article y < ghost | x, y | single-origin 1 3

# 4.3 reporting of one's own, and the walk goes on
own reporting                             |                                | own-a | single-origin 1 3
two with own reporting                    |                                | own-a, own-b | corroborated 2 1
own reporting on top of a document        | mix article m own < doc        | mix | single-origin 1 3
it meets the document all the same        | mix article m own < doc        | mix, doc | single-origin 1 2
two own reportings on one leak            | m article m own < doc; n article n own < doc | m, n | single-origin 1 3
own reporting in the middle of a chain    | \
 mid article m own < doc; end article e < mid | end, doc, tape | corroborated 2 1
own reporting and its echo                | echo post e < own-a            | echo, own-a | single-origin 1 3
a document with findings of its own       | study document uni own < doc   | study | single-origin 1 2
two own reportings of one party           | more article paper-a own       | own-a, more | single-origin 1 3

# 4.3 an unknown upstream
one silent article                        |                                | sil-a | single-origin 1 3
all silent ones are one origin            | sil-c book paper-c             | sil-a, sil-b, sil-c | single-origin 1 3
behind an outlet too                      | on article on < sil-a          | on, sil-b | single-origin 1 3
beside own reporting                      |                                | sil-a, own-b | corroborated 2 1
beside a document                         |                                | sil-a, doc | corroborated 2 1
it joins what reaches it                  | brid article b < sil-a doc     | brid, doc, sil-b | single-origin 1 2
a statement and an interview are known    | s statement s; i interview i   | s, i | corroborated 2 1
a recording and a photo are known         | p photo p                      | tape, p | corroborated 2 1
a ring is not unknown                     | ra article a < rb; rb article b < ra | ra, sil-a | corroborated 2 1

# 4.3 where a source has this fact from
instead of what it derives from           |                                | rep-a < tape, doc | corroborated 2 1
it joins                                  |                                | own-b < doc, rep-a | single-origin 1 3
the walk goes on from there               |                                | sil-b < rep-a, doc | single-origin 1 2
from two sources at once                  |                                | sil-b < doc tape | single-origin 1 3
its own, whatever it derives from         |                                | rep-a <, doc | corroborated 2 1
its own is not unknown                    |                                | sil-a <, sil-b < | corroborated 2 1
its own, and one that is unknown          |                                | sil-a <, sil-b | corroborated 2 1
its own, of one party                     | more post paper-a              | sil-a <, more < | single-origin 1 3
a document's own                          | copy document c < doc          | copy < | single-origin 1 2
a document that has this from another     |                                | doc < tape | single-origin 1 3
out of a ring                             | ra article a < rb; rb article b < ra | ra < doc, rb | corroborated 2 1
from a source that is unknown             |                                | own-a < ghost | single-origin 1 3
from a silent one                         |                                | doc < sil-a, sil-b | single-origin 1 3

# 4.3 rings
one into a ring                           | ra article a < rb; rb article b < ra | ra | single-origin 1 3
two into a ring                           | ra article a < rb; rb article b < ra | ra, rb | single-origin 1 3
from outside                              | \
 ra article a < rb; rb article b < ra; o post o < rb | o, ra | single-origin 1 3
beside a document                         | ra article a < rb; rb article b < ra | ra, doc | corroborated 2 1
with an upstream, one citation            | ra article a < rb doc; rb article b < ra | rb | single-origin 1 3
with an upstream, and that                | ra article a < rb doc; rb article b < ra | rb, doc | single-origin 1 2
from outside to the upstream              | \
 ra post a < rb doc; rb post b < ra; o post o < rb | o, doc | single-origin 1 2
two rings                                 | \
 ra post a < rb; rb post b < ra; rc post c < rd; rd post d < rc | ra, rc | corroborated 2 1
two rings, one above the other            | \
 ra post a < rb; rb post b < ra rc; rc post c < rd; rd post d < rc | ra, rd | single-origin 1 3
a source that derives from itself         | solo article s < solo          | solo | single-origin 1 3
a ring of documents                       | da document a < db; db document b < da | da | single-origin 1 2

# 4.4 parties and groups
two documents of one party                | doc2 document clerk            | doc, doc2 | single-origin 1 2
a party works for another                 | unit of clerk; doc2 document unit | doc, doc2 | single-origin 1 2
at any depth                              | \
 unit of office; office of clerk; doc2 document unit | doc, doc2 | single-origin 1 2
two speakers of one house                 | \
 ann of house; bob of house; s1 statement ann; s2 statement bob | s1, s2 | single-origin 1 2
two speakers of two houses                | \
 ann of house; bob of court; s1 statement ann; s2 statement bob | s1, s2 | corroborated 2 1
outlets of one party, two origins         | x post paper-x < doc; y post paper-x < tape | x, y | corroborated 2 1
an outlet of the origin's party           | x article clerk < tape         | x, doc | corroborated 2 1
sources without a party                   | d1 document -; d2 document -   | d1, d2 | corroborated 2 1
one source without a party                | d1 document -; x post - < d1; y post - < d1 | x, y | single-origin 1 3
one citation joins two groups             | brid article b < doc tape      | doc, tape, brid | single-origin 1 2
whatever the order                        | brid article b < doc tape      | brid, tape, doc | single-origin 1 2
a bare citation joins nothing             | brid article b < doc tape      | doc, tape, (brid) | corroborated 2 1
a mention joins nothing                   | brid article b < doc tape      | doc, tape, ?brid | corroborated 2 1
what nobody cites joins nothing           | brid article b < doc tape      | doc, tape | corroborated 2 1
joined in a row                           | \
 d3 photo c; d4 photo d; x post x < doc tape; y post y < tape d3; z post z < d3 d4 | \
 doc, z, x, y | single-origin 1 2
the row is broken                         | \
 d3 photo c; d4 photo d; x post x < doc tape; z post z < d3 d4 | doc, x, z, d4 | corroborated 2 1
joined by a source here, a party there    | \
 unit of clerk; d3 dataset unit; x article x < d3 tape | tape, doc, x | single-origin 1 2

# 4.5 levels
supported and refuted                     |                                | doc, -own-a | contested 1 4
independent counts the support            |                                | doc, own-b, -own-a | contested 2 4
whatever they share                       |                                | rep-a, -rep-b | contested 1 4
one source both ways                      |                                | doc, -doc | contested 1 4
a bare refutation contests nothing        |                                | doc, (-own-a) | single-origin 1 2
support that nobody looked at             |                                | (doc), -own-a | refuted 0 5
refuted                                   |                                | -doc | refuted 0 5
refuted twice                             |                                | -doc, -tape | refuted 0 5
refuted, and retold in support            | echo article e < story         | -doc, echo | refuted 0 5
"""


def read_cases() -> list[object]:
    rows = [row.split("|") for row in CASES.replace("\\\n", "").splitlines() if "|" in row]
    return [pytest.param(more, cited, expected.strip(), id=name.strip()) for name, more, cited, expected in rows]


@pytest.mark.parametrize(("more", "cited", "expected"), read_cases())
def test_sourcing_is_what_the_design_says(more: str, cited: str, expected: str) -> None:
    found = sourcing(more, cited)
    assert f"{found.level} {found.independent} {found.credibility}" == expected


@pytest.mark.parametrize("kind", get_args(SourceKind))
def test_a_direct_citation_of_a_primary_kind_is_primary(kind: SourceKind) -> None:
    found = sourcing(f"it {kind} maker own", "it")
    assert found.primary is (kind not in {"article", "post", "book"})
    assert found.credibility == (2 if found.primary else 3)
    assert found.primary is (kind in PRIMARY)


@pytest.mark.parametrize(
    ("more", "cited", "primary"),
    [
        ("", "doc", True),
        ("", "doc, rep-a", True),
        ("", "rep-a", False),
        ("", "(doc), rep-a", False),
        ("", "?doc, rep-a", False),
        ("", "doc < tape", False),
        ("", "doc < tape, tape", True),
        ("copy document c < doc", "copy", False),
        ("copy document c < doc", "copy <", True),
        ("copy document c own < doc", "copy", True),
        ("", "sil-a <", False),
        ("", "ghost", False),
        ("", "doc, tape", True),
    ],
)
def test_primary_is_a_matter_of_this_fact_and_not_of_the_source(more: str, cited: str, *, primary: bool) -> None:
    assert sourcing(more, cited).primary is primary


@pytest.mark.parametrize(
    ("more", "cited", "secondary"),
    [
        ("", "own-a", {"paper-a"}),
        ("", "own-a, own-b", {"paper-a", "paper-b"}),
        ("more article paper-a own", "own-a, more", {"paper-a"}),
        ("paper-a of group; paper-b of group", "own-a, own-b", {"group"}),
        ("end article e < own-a", "end", {"paper-a"}),
        ("mix article m own < own-a doc", "mix", {"m", "paper-a"}),
        ("", "sil-a <", {"paper-a"}),
        ("lone article - own", "lone", {"source:lone"}),
        ("", "own-a < doc", {"paper-a"}),
        ("", "rep-a < own-b", {"paper-b"}),
        ("", "doc, rep-a, sil-b", set()),
        ("", "(own-a), ?own-b, doc", set()),
        ("", "doc, -own-a", set()),
    ],
)
def test_secondary_are_the_parties_with_own_reporting_behind_the_support(
    more: str, cited: str, secondary: set[str]
) -> None:
    assert sourcing(more, cited).secondary == secondary


@pytest.mark.parametrize(
    "looked_at",
    [
        Citation(source="doc", quote=Quote(exact="sold to the circus")),
        Citation(source="doc", says="It was sold."),
        Citation(source="doc", figures=(Figure(value=parse_number("3")),)),
        Citation(source="doc", when=parse_edtf("2026-03")),
        Citation(source="doc", at="in the second box"),
    ],
)
def test_words_figures_a_date_or_a_place_make_a_citation_looked_at(looked_at: Citation) -> None:
    assert sourcing("", [looked_at]).level == "single-origin"


@pytest.mark.parametrize(
    "bare",
    [
        Citation(source="doc"),
        Citation(source="doc", cue="the clerk says", note="seen by Ana", gloss="sold"),
        Citation(source="doc", upstream=()),
    ],
)
def test_a_cue_a_note_a_gloss_or_an_upstream_do_not(bare: Citation) -> None:
    assert sourcing("", [bare]).level == "unexamined"


def test_the_groups_name_their_citations_and_origins() -> None:
    found = sourcing("", "rep-a, ?tape, own-b, (doc), rep-b, -tape, story")
    assert [(group.citations, group.sources, group.party) for group in found.groups] == [
        ((0, 4), ("doc",), "clerk"),
        ((2,), ("own-b",), "paper-b"),
    ]
    assert found.counted == (0, 2, 3, 4, 5)
    assert {place: [origin.sources for origin in origins] for place, origins in found.origins.items()} == {
        0: [("doc",)],
        2: [("own-b",)],
        4: [("doc",)],
        5: [("tape",)],
    }


@pytest.mark.parametrize(
    ("more", "cited", "party"),
    [
        ("", "doc", "clerk"),
        ("unit of clerk; doc2 document unit", "doc, doc2", "clerk"),
        ("brid article b < doc tape", "brid", None),
        ("", "sil-a", None),
        ("brid article b < sil-a doc", "brid", None),
        ("brid article b < sil-a own-a", "brid", None),
        ("ra post p < rb; rb post p < ra", "ra", "p"),
        ("ra post p < rb; rb post q < ra", "ra", None),
        ("lone document -", "lone", "source:lone"),
    ],
)
def test_a_group_is_of_a_party_where_that_party_is_behind_all_of_it(more: str, cited: str, party: str | None) -> None:
    (group,) = sourcing(more, cited).groups
    assert group.party == party


def test_the_sources_of_a_group_are_in_order_of_their_ids() -> None:
    (group,) = sourcing("brid article b < tape sil-b own-a doc own-b", "brid").groups
    assert group.sources == ("doc", "own-a", "own-b", "sil-b", "tape")


def test_verdict_reliability_identity_and_status_never_change_the_sourcing() -> None:
    doubtful = Source(
        marks=MARKS, id="doc", kind="document", reliability="F", identity="confidential", status="retracted"
    )
    cited = Claim(
        marks=MARKS,
        id="it",
        text="It was sold.",
        article="story",
        sources=(citation("doc"),),
        verdict=Verdict(label="refuted", why="The clerk erred."),
    )
    found = Ledger(Records(sources=(doubtful,)), TODAY).sourcing(cited)
    assert (found.level, found.credibility) == ("single-origin", 2)


def test_of_two_articles_the_one_that_derives_from_the_other_does_not_count_for_it() -> None:
    records = world("first article one < second; second article two own")
    ledger = Ledger(Records(sources=tuple(cast("Iterable[Source]", records.values()))), TODAY)

    def level(article: str, cited: str) -> Level:
        one = Claim(marks=MARKS, id="it", text="Sold.", article=article, sources=(citation(cited),))
        return ledger.sourcing(one).level

    assert level("first", "second") == "single-origin"
    assert level("second", "first") == "unsourced"


def test_the_retelling_of_an_article_is_itself_and_all_that_derives_from_it() -> None:
    records = world(f"{WORLD}; e1 post e < story doc; e2 post e < e1; e3 post e < e2 ghost")
    index = SourcingIndex({key: cast("Source", record) for key, record in records.items()}, Mock())
    assert index.retelling("story") == {"story", "e1", "e2", "e3"}
    assert index.retelling("story") is index.retelling("story")
    assert index.retelling("nowhere") == {"nowhere"}
    assert index.retelling("ghost") == {"ghost", "e3"}


def test_a_chain_of_thousands_ends_in_one_origin() -> None:
    chain = "\n".join(f"c{n} article p{n} < {f'c{n - 1}' if n else 'doc'}" for n in range(LONG))
    found = sourcing(chain, f"c{LONG - 1}, c17, doc")
    assert (found.level, found.independent, found.credibility) == ("single-origin", 1, 2)


def test_all_of_a_chain_that_comes_from_the_article_is_left_out() -> None:
    chain = "\n".join(f"c{n} article p{n} < {f'c{n - 1}' if n else 'story'}" for n in range(LONG))
    assert sourcing(chain, f"c{LONG - 1}, c17").level == "unsourced"


def test_thousands_of_outlets_of_one_leak_are_one_origin_and_of_their_own_thousands() -> None:
    outlets = [f"n{n}" for n in range(LONG)]
    fan = "\n".join(f"{outlet} article {outlet} < doc" for outlet in outlets)
    assert sourcing(fan, ",".join(outlets)).independent == 1
    assert sourcing(fan, ",".join(f"{outlet} <" for outlet in outlets)).independent == LONG


def test_thousands_of_upstreams_of_one_citation_make_one_group() -> None:
    leaks = [f"n{n}" for n in range(LONG)]
    (group,) = sourcing("\n".join(f"{leak} document {leak}" for leak in leaks), f"sil-a < {' '.join(leaks)}").groups
    assert len(group.sources) == LONG


some = st.lists(
    st.sampled_from([
        "doc", "-doc", "?doc", "(doc)", "tape", "-tape", "(-tape)", "rep-a", "rep-b", "rep-a < tape", "own-a",
        "sil-a", "sil-b", "sil-a <", "ghost",
    ]),
    max_size=6,
)  # fmt: skip


@quick
@given(some.flatmap(lambda cited: st.tuples(st.just(cited), st.permutations(cited))))
def test_the_order_of_citations_makes_no_difference(orders: tuple[list[str], list[str]]) -> None:
    one, other = (sourcing("", ",".join(order)) for order in orders)
    assert (one.level, one.independent, one.credibility) == (other.level, other.independent, other.credibility)
    assert (one.primary, one.secondary) == (other.primary, other.secondary)


@quick
@given(some)
def test_a_further_mention_or_citation_of_the_article_changes_nothing(cited: list[str]) -> None:
    one, other = sourcing("", ",".join(cited)), sourcing("", ",".join([*cited, "?own-b", "story"]))
    assert (one.level, one.groups, one.counted) == (other.level, other.groups, other.counted)


@quick
@given(some)
def test_a_level_and_its_numbers_agree(cited: list[str]) -> None:
    found = sourcing("", ",".join(cited))
    supports = {citation(text).stance == "supports" for place, text in enumerate(cited) if place in found.origins}
    match found.level:
        case "unsourced":
            assert not found.counted
        case "unexamined":
            assert found.counted
            assert not found.origins
        case "refuted":
            assert supports == {False}
        case "contested":
            assert supports == {True, False}
        case "corroborated" | "single-origin":
            assert supports == {True}
            assert (found.independent > 1) is (found.level == "corroborated")
    assert found.level in LEVELS


pool = [
    Origin(("a",), frozenset({"p"})),
    Origin(("b",), frozenset({"p"})),
    Origin(("c",), frozenset({"q"})),
    Origin(("d", "e"), frozenset({"q", "r"})),
    Origin(("f",), frozenset({"s"})),
    Origin(("g",), frozenset({"t"})),
    Origin(("h",), frozenset({"t"}), unknown=True),
    Origin(("i",), frozenset({"u"}), unknown=True),
]
reached = st.dictionaries(st.integers(0, 9), st.lists(st.sampled_from(pool), min_size=1, max_size=3), max_size=8)


def alike(one: Origin, other: Origin) -> bool:
    """Tell whether two origins are one, or of one party."""
    if one.unknown or other.unknown:
        return one.unknown and other.unknown
    return one.sources == other.sources or not one.parties.isdisjoint(other.parties)


def joined(origins: dict[int, list[Origin]], place: int) -> set[int]:
    """Return the citations in the group of one, by adding until nothing is new."""
    found = {place}
    while more := {
        other
        for other in origins.keys() - found
        for one in found
        if any(alike(x, y) for x in origins[one] for y in origins[other])
    }:
        found |= more
    return found


@quick
@given(reached)
def test_groups_are_what_is_joined_by_an_origin_or_a_party(origins: dict[int, list[Origin]]) -> None:
    groups = grouped(origins)
    assert sorted(place for group in groups for place in group.citations) == sorted(origins)
    for group in groups:
        assert set(group.citations) == joined(origins, group.citations[0])
        assert set(group.origins) == {origin for place in group.citations for origin in origins[place]}


@quick
@given(reached.flatmap(lambda origins: st.tuples(st.just(origins), st.permutations(sorted(origins)))))
def test_groups_do_not_depend_on_order(pair: tuple[dict[int, list[Origin]], list[int]]) -> None:
    origins, order = pair

    def as_sets(groups: tuple[Group, ...]) -> set[tuple[frozenset[int], tuple[Origin, ...]]]:
        return {(frozenset(group.citations), group.origins) for group in groups}

    assert as_sets(grouped({place: origins[place] for place in order})) == as_sets(grouped(origins))
