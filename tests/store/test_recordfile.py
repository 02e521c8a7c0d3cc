from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.place import Place
from claimtrack.model.records import Citation, Claim, Figure, Party, Quote, Source
from claimtrack.rules import codes
from claimtrack.store.decode import Text
from claimtrack.store.recordfile import read_records
from claimtrack.views.items import long_form

if TYPE_CHECKING:
    from claimtrack.store.recorded import FileRecords

HEAD = "article: harbour-sale\n"


def read(text: str) -> FileRecords:
    return read_records(Text("claims/x.yaml", text), codes())


def sound(text: str) -> list[Any]:
    found = read(text)
    assert [fault.message for fault in found.faults] == []
    return list(found.sound)


def claim(fields: str) -> Claim:
    (found,) = sound(f"{HEAD}claims:\n- {{id: c, text: T, {fields}}}\n")
    assert isinstance(found, Claim)
    return found


def faults(text: str) -> list[tuple[str, int]]:
    return [(fault.code, fault.place.line) for fault in read(text).faults]


# ---- what a file says


def test_the_example_of_the_format_is_read_field_by_field() -> None:
    party, source, record = sound(
        """\
article: harbour-sale
parties:
  - {id: harbour-board, name: Harbour Board, kind: organisation, aliases: [the Board]}
sources:
  - id: board-minutes
    kind: document
    party: harbour-board
    identity: confidential
    reliability: B
    published: 2026-03
    snapshot: {file: minutes.txt, sha256: %s}
    derived_from: [{source: leak, relation: quoted, acknowledged: false}, tape]
claims:
  - id: six-votes
    text: Six of nine board members voted to sell.
    quote: {exact: six of the nine, prefix: that, at: para 2}
    type: numerical
    claimant: daily-ledger
    figures: [{value: 6, unit: members, is: in favour, comparator: ">="}, {value: 1.5, to: 2 million}]
    when: 2026-02-11
    sources: [{source: board-minutes, cue: the minutes say, stance: refutes, upstream: []}]
    verdict: {label: supported, why: Page 4., by: ana, date: 2026-03-15}
    checks: [{by: ana, role: checker, date: 2026-03-15, digest: "1:a:b:c"}]
    relations: [{claim: sale-price, as: qualifies, note: in part}]
    waivers: [{rule: CT105, why: Only record., until: 2026-12-31}]
    serious: true
    about: harbour-board
    reply: {sought: 2026-03-10, got: No answer.}
    tags: [sale]
"""
        % ("AB" * 32)
    )
    assert isinstance(party, Party)
    assert (party.id, party.kind, party.aliases, party.identity) == (
        "harbour-board", "organisation", ("the Board",), "named",
    )  # fmt: skip
    assert isinstance(source, Source)
    assert source.snapshot is not None
    assert source.snapshot.sha256 == "ab" * 32
    assert [(item.source, item.relation, item.acknowledged) for item in source.derived_from] == [
        ("leak", "quoted", False),
        ("tape", "derived", True),
    ]
    assert isinstance(record, Claim)
    assert record.key == "harbour-sale/six-votes"
    assert record.quote == Quote(exact="six of the nine", prefix="that", at="para 2")
    assert record.figures == (
        Figure(value=Decimal(6), unit="members", is_="in favour", comparator="at-least"),
        Figure(value=Decimal("1.5"), to=Decimal(2_000_000)),
    )
    assert record.sources == (Citation(source="board-minutes", cue="the minutes say", stance="refutes", upstream=()),)
    assert (record.about, record.serious, record.tags) == (("harbour-board",), True, ("sale",))
    assert [(item.claim, item.as_, item.note) for item in record.relations] == [("sale-price", "qualifies", "in part")]
    assert record.waivers[0].until is not None
    assert record.waivers[0].until.latest == date(2026, 12, 31)


@pytest.mark.parametrize("word", ["no", "12:30", "007", "2022-06-17", "1e3", "Null", "True"])
def test_a_plain_scalar_is_what_was_written(word: str) -> None:
    record = claim(f"tags: [{word}], note: {word}")
    assert (record.tags, record.note) == ((word,), word)


@pytest.mark.parametrize("null", ["", "~", "null"])
def test_null_is_nothing_and_for_a_list_an_empty_list(null: str) -> None:
    singles = ("quote", "type", "when", "verdict", "note", "reply", "claimant")
    lists = ("sources", "figures", "checks", "relations", "waivers", "about", "tags")
    record = claim(", ".join(f"{name}: {null}" for name in (*singles, *lists)))
    assert [getattr(record, name) for name in singles] == [None] * len(singles)
    assert [getattr(record, name) for name in lists] == [()] * len(lists)


@pytest.mark.parametrize(("word", "value"), [("true", True), ("false", False)])
def test_a_boolean_is_true_or_false_alone(word: str, *, value: bool) -> None:
    assert claim(f"serious: {word}").serious is value


@pytest.mark.parametrize("word", ["yes", "no", "True", "FALSE", "on", "1", "~", ""])
def test_any_other_word_for_a_boolean_is_refused(word: str) -> None:
    assert faults(f"{HEAD}claims:\n- {{id: c, text: T, serious: {word}}}\n") == [("CT003", 2 + 1)]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("sources: [s]", "sources: [{source: s, stance: supports}]"),
        ("quote: words", "quote: {exact: words}"),
        ("sources: [{source: s, quote: words}]", "sources: [{source: s, quote: {exact: words}}]"),
        ("about: p", "about: [p]"),
        ("figures: [{value: 1 billion}]", "figures: [{value: 1000000000}]"),
        ("figures: [{value: fourteen}]", "figures: [{value: 14}]"),
    ],
)
def test_a_short_form_means_its_long_form(short: str, long: str) -> None:
    assert long_form(claim(short)) == long_form(claim(long))


@pytest.mark.parametrize(
    ("sign", "name"),
    [(">", "more-than"), (">=", "at-least"), ("≥", "at-least"), ("<", "less-than"), ("<=", "at-most"), ("~", "about")],
)
def test_a_comparator_is_its_name_or_its_sign_in_quotes(sign: str, name: str) -> None:
    assert claim(f'figures: [{{value: 1, comparator: "{sign}"}}]').figures[0].comparator == name
    assert claim(f"figures: [{{value: 1, comparator: {name}}}]").figures[0].comparator == name


@pytest.mark.parametrize("written", ["", "~", "null", '""'])
def test_a_comparator_that_was_not_quoted_is_told_how_to_be(written: str) -> None:
    (fault,) = read(f"{HEAD}claims:\n- id: c\n  text: T\n  figures: [{{value: 1, comparator: {written}}}]\n").faults
    assert (fault.code, fault.place.line) == ("CT003", 5)
    assert 'a sign has to be quoted, as in `comparator: ">"`' in fault.message


def test_the_desks_own_keys_are_kept_on_every_level() -> None:
    record = claim("x-desk: {room: no}, sources: [{source: s, x-seen: 12:30}]")
    assert record.marks.own_keys() == {"x-desk": {"room": "no"}}
    assert record.marks.own_keys(("sources", 0)) == {"x-seen": "12:30"}
    assert read("x-desk: [a]\n").faults == []


def test_an_alias_stands_for_a_citation_or_for_a_whole_list() -> None:
    one, two, three = sound(
        HEAD + "x-a: &c {source: s, at: page 1}\nclaims:\n- {id: a, text: T, sources: &all [*c]}\n"
        "- {id: b, text: T, sources: [*c]}\n- {id: c, text: T, sources: *all}\n"
    )
    assert one.sources == two.sources == three.sources == (Citation(source="s", at="page 1"),)


@pytest.mark.parametrize(
    "text", [f"{HEAD}claims:\n- {{id: c, text: T, article: other}}\n", "claims:\n- {id: c, text: T, article: other}\n"]
)
def test_a_claim_may_name_an_article_of_its_own(text: str) -> None:
    (record,) = sound(text)
    assert record.key == "other/c"


def test_the_article_counts_for_the_claims_before_it_too() -> None:
    (record,) = sound("claims:\n- {id: c, text: T}\narticle: harbour-sale\n")
    assert record.key == "harbour-sale/c"


def test_json_is_yaml_and_is_read() -> None:
    (record,) = sound('{"article": "a", "claims": [{"id": "c", "text": "T", "tags": ["x"]}]}')
    assert (record.key, record.tags) == ("a/c", ("x",))


# ---- where it stands


def test_records_and_fields_know_their_places() -> None:
    text = (
        HEAD + "claims:\n  - id: c\n    text: >\n      One\n      two.\n    sources:\n    - s\n\n  - {id: d, text: T}\n"
    )
    first, second = sound(text)
    here = "claims/x.yaml"
    assert first.marks.place() == Place(file=here, line=3, column=5, end_line=8, end_column=8)
    assert first.marks.place(("text",)) == Place(file=here, line=4, column=11, end_line=6, end_column=11)
    assert first.marks.place(("sources", 0, "source")) == Place(file=here, line=8, column=7, end_line=8, end_column=8)
    assert second.marks.place() == Place(file=here, line=10, column=6, end_line=10, end_column=21)
    assert first.marks.place(("verdict",)) == first.marks.place()


def test_the_files_article_knows_its_place() -> None:
    article = read("# on top\narticle: harbour-sale\n").article
    assert article is not None
    assert (article.id, str(article.place)) == ("harbour-sale", "claims/x.yaml:2:10")


def test_text_behind_a_hash_is_told_with_the_field_that_it_was_cut_from() -> None:
    found = read(f"{HEAD}claims:\n- id: c #1\n  text: The #1 sight\n  tags: [a #b\n  ]\n  x-own: the #2\n# see #4\n")
    assert [(cut.at, cut.lost) for cut in found.cuts] == [
        (("id",), "#1"),
        (("text",), "#1 sight"),
        (("tags", 0), "#b"),
    ]


# ---- what is wrong with it


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("hello\n", 1, "claims/x.yaml must be a mapping of article, parties, sources, claims, but is text."),
        ("- a\n", 1, "claims/x.yaml must be a mapping of article, parties, sources, claims, but is a list."),
        ("a: 1\nclaims: []\n", 1, "claims/x.yaml: `a` is nothing that a record file holds."),
        ("claims: text\n", 1, "claims/x.yaml: `claims` must be a list of records, but is text."),
        ("claims:\n  c: {text: T}\n", 2, "claims/x.yaml: `claims` must be a list of records, but is a mapping."),
        ("article: [a]\n", 1, "claims/x.yaml: `article` must be the id of a source, but is a list."),
        ("article:\n", 1, "claims/x.yaml: `article` must be the id of a source, but is empty."),
        ('article: "  "\n', 1, "claims/x.yaml: `article` must be the id of a source, but is"),
        ("parties:\n- text\n", 2, "claims/x.yaml: a party must be a mapping, but this is text."),
        ("sources:\n- [a]\n", 2, "claims/x.yaml: a source must be a mapping, but this is a list."),
        ("claims:\n-\n", 2, "claims/x.yaml: a claim must be a mapping, but this is empty."),
    ],
)
def test_a_file_that_holds_something_else_is_told_where(text: str, line: int, words: str) -> None:
    found = read(text)
    (fault,) = found.faults
    assert (fault.code, fault.place.line, fault.unread, found.unread) == ("CT003", line, True, True)
    assert fault.message.startswith(words)
    assert fault.hint


@pytest.mark.parametrize(
    ("key", "hint"),
    [("claim", "Did you mean `claims`?"), ("source", "Did you mean `sources`?"), ("zzz", "Known here: article,")],
)
def test_an_unknown_section_names_the_nearest(key: str, hint: str) -> None:
    (fault,) = read(f"{key}: []\n").faults
    assert hint in fault.hint


def test_sections_may_be_empty() -> None:
    assert read("parties:\nsources: ~\nclaims: []\n").faults == []


@pytest.mark.parametrize(
    ("record", "name"),
    [
        ("{id: c, txt: T}", "claim harbour-sale/c: "),
        ("{id: c, text: T, article: other, a: b}", "claim other/c: "),
        ("{id: [c], text: T}", "a claim without an id: "),
        ("{txt: T}", "a claim without an id: "),
    ],
)
def test_a_fault_of_a_record_names_it(record: str, name: str) -> None:
    assert read(f"{HEAD}claims: [{record}]\n").faults[0].message.startswith(name)


@pytest.mark.parametrize(
    ("section", "subject"),
    [
        ("sources: [{id: a, kind: web, title: T}]", ("a", None)),
        ("parties: [{id: a, kind: firm, name: N}]", (None, "a")),
    ],
)
def test_a_fault_knows_its_source_or_party(section: str, subject: tuple[str | None, str | None]) -> None:
    (fault,) = read(f"{section}\n").faults
    assert (fault.subject.source, fault.subject.party) == subject


def test_a_claim_without_any_article_is_told_so_and_keeps_its_id() -> None:
    found = read("claims:\n- {id: c, text: T}\n")
    (fault,) = found.faults
    assert fault.message == "claim c: has no article."
    assert (fault.subject.claim, fault.subject.article) == ("c", None)
    assert (found.not_read, [record.id for record in (*found.broken, *found.nameless)]) == (1, ["c"])


@pytest.mark.parametrize("name", ["title", "url", "party"])
def test_one_of_title_url_and_party_is_enough_for_a_source(name: str) -> None:
    assert sound(f"sources: [{{id: s, kind: book, {name}: x}}]\n")


def test_a_source_that_nobody_could_find_is_broken() -> None:
    (fault,) = read("sources: [{id: s, kind: book}]\n").faults
    assert (fault.code, fault.message) == ("CT003", "source s: has neither `title` nor `url` nor `party`.")


@pytest.mark.parametrize("code", ["CT001", "CT002", "CT003", "CT004", "CT901"])
def test_some_codes_cannot_be_waived(code: str) -> None:
    (fault,) = read(f"{HEAD}claims:\n- id: c\n  text: T\n  waivers:\n  - {{rule: {code}, why: w}}\n").faults
    assert (fault.code, fault.place.line, fault.place.column) == ("CT003", 6, 12)
    assert f"{code} cannot be waived" in fault.message


@pytest.mark.parametrize(
    ("code", "hint"), [("CT10", "Did you mean `CT10"), ("CT1O1", "Did you mean `CT101`?"), ("unsourced", "explain")]
)
def test_a_waiver_names_one_code_in_full(code: str, hint: str) -> None:
    (fault,) = read(f"sources:\n- {{id: s, kind: book, title: T, waivers: [{{rule: {code}, why: w}}]}}\n").faults
    assert f"`{code}` is no code of a rule; a waiver names one in full" in fault.message
    assert hint in fault.hint


def test_a_code_that_is_planned_may_be_waived_already() -> None:
    assert claim("waivers: [{rule: CT203, why: w}]").waivers[0].rule == "CT203"


def test_a_key_given_twice_spoils_its_own_record_only() -> None:
    found = read(f"{HEAD}claims:\n- {{id: a, text: T}}\n- {{id: b, text: T, text: U}}\n- {{id: c, text: T}}\n")
    (fault,) = found.faults
    assert (fault.code, fault.place.line, fault.place.column) == ("CT002", 4, 20)
    assert fault.message == "claims/x.yaml: `text` is given twice in one mapping."
    assert [related.place.column for related in fault.related] == [11]
    assert (fault.subject.claim, fault.unread, found.unread) == ("harbour-sale/b", False, False)
    assert [record.key for record in found.sound] == ["harbour-sale/a", "harbour-sale/c"]
    assert ([record.key for record in found.broken], found.not_read) == (["harbour-sale/b"], 1)


def test_a_section_given_twice_is_one_fault_and_both_lists_are_read() -> None:
    found = read(f"{HEAD}claims:\n- {{id: a, text: T}}\nclaims:\n- {{id: b, text: T}}\n")
    assert [(fault.code, fault.place.line) for fault in found.faults] == [("CT002", 4)]
    assert [record.key for record in found.sound] == ["harbour-sale/a", "harbour-sale/b"]


def test_a_control_character_spoils_its_own_record_only() -> None:
    found = read(f"{HEAD}claims:\n- {{id: a, text: T}}\n- {{id: b, text: The \0 gate}}\n- {{id: c, text: T}}\n")
    assert [(fault.code, fault.place.line, fault.place.column) for fault in found.faults] == [("CT002", 4, 21)]
    assert ([record.id for record in found.sound], [record.id for record in found.broken]) == (["a", "c"], ["b"])


def test_a_control_character_that_breaks_the_syntax_is_one_fault() -> None:
    found = read(f"{HEAD}claims:\n- {{id: a, text: T}}\n\0- {{id: b, text: T}}\n- {{id: c, text: T}}\n")
    assert [(fault.code, fault.place.line, fault.unread) for fault in found.faults] == [("CT002", 4, True)]
    assert found.unread


@pytest.mark.parametrize(
    ("tail", "whole", "not_read"),
    [
        ("- id: b\n  text: x: y\n", ["a"], 0),
        ("- {id: b, text: T\n", ["a"], 0),
        ("<<<<<<< ours\n- {id: b, text: T}\n=======\n", ["a"], 0),
        ("- {id: b, text: T}\n- *lost\n", ["a", "b"], 0),
        ("- {id: b, text: T}\n---\nclaims: []\n", ["a", "b"], 0),
        ("- id: b\n  text: T\n <<: d\n  x\n", ["a"], 1),
    ],
)
def test_the_records_before_a_syntax_error_are_read(tail: str, whole: list[str], not_read: int) -> None:
    found = read(f"{HEAD}claims:\n- {{id: a, text: T}}\n{tail}")
    assert [fault.code for fault in found.faults] == ["CT002"]
    assert [record.id for record in found.sound] == whole
    assert found.not_read == not_read
    assert found.unread


def test_a_whole_record_before_a_line_without_a_colon_is_read() -> None:
    found = read(f"{HEAD}claims:\n  - id: a\n    text: T\n    sources: [s]\nthis is a stray line\n  - id: b\n")
    assert [fault.code for fault in found.faults] == ["CT002"]
    assert [record.id for record in (*found.sound, *found.broken)] == ["a"]


@pytest.mark.parametrize("article", ["article: x: y\n", "article: [x: y: z\n", "- *lost\n"])
def test_a_file_cut_short_before_its_article_does_not_blame_its_claims(article: str) -> None:
    assert faults(f"claims:\n- {{id: a, text: T}}\n{article}") == [("CT002", 3)]


def test_a_field_named_like_the_programs_own_is_an_unknown_one() -> None:
    found = read(f"{HEAD}claims:\n- id: c\n  text: T\n  marks: a\n")
    (fault,) = found.faults
    assert (fault.code, fault.place.line, fault.place.column) == ("CT003", 5, 3)
    assert fault.message == "claim harbour-sale/c: `marks` is no field of a claim."


# ---- whatever it is

WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=20).filter(
    lambda text: bool(text.strip())
)
SLUGS = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,8}", fullmatch=True)
CITATIONS = st.fixed_dictionaries(
    {"source": SLUGS},
    optional={"stance": st.sampled_from(["supports", "refutes", "mentions"]), "quote": WORDS, "at": WORDS},
)
CLAIMS = st.lists(
    st.fixed_dictionaries(
        {"id": SLUGS, "text": WORDS},
        optional={
            "note": WORDS,
            "serious": st.sampled_from(["true", "false"]),
            "tags": st.lists(WORDS, max_size=2),
            "sources": st.lists(CITATIONS, max_size=2),
            "x-desk": WORDS,
        },
    ),
    max_size=4,
)


def dump(value: object, indent: str = "") -> str:
    """Write values as YAML: block style outside, quoted scalars inside."""
    match value:
        case dict():
            return "".join(f"\n{indent}{key}: {dump(item, indent + '  ')}" for key, item in value.items())
        case list():
            return "".join(f"\n{indent}- {dump(item, indent + '  ').lstrip()}" for item in value) or "[]"
    return "'" + str(value).replace("'", "''") + "'"


def plain(record: Claim) -> dict[str, object]:
    """Return a claim as it was generated: what was not given, left out."""
    item = {name: getattr(record, name) for name in ("id", "text", "note")}
    item |= {"serious": str(record.serious).lower(), "tags": list(record.tags), **record.marks.own_keys()}
    item["sources"] = [
        {"source": c.source, "stance": c.stance, "quote": c.quote.exact if c.quote else None, "at": c.at}
        for c in record.sources
    ]
    return item


@given(CLAIMS)
@settings(max_examples=100)
def test_whatever_is_written_is_read_back(claims: list[dict[str, Any]]) -> None:
    found = sound(f"{HEAD}claims: {dump(claims, '  ')}\n")
    empty: dict[str, object] = {"note": None, "serious": "false", "tags": []}
    cited = {"stance": "supports", "quote": None, "at": None}
    assert [plain(record) for record in found] == [
        {**empty, **item, "sources": [{**cited, **citation} for citation in item.get("sources", [])]} for item in claims
    ]


@given(st.text(max_size=200) | st.text(alphabet="acilmst:-[]{}\"'#&*!|>%@` \n\t~?<0", max_size=80))
@settings(max_examples=100)
def test_no_text_at_all_is_raised_over(text: str) -> None:
    found = read(text)
    assert all(fault.message and fault.hint and fault.place.line >= 1 for fault in found.faults)


FIELDS = st.sampled_from(
    [
        *[
            "id",
            "text",
            "article",
            "quote",
            "type",
            "about",
            "reply",
            "figures",
            "when",
            "sources",
            "verdict",
            "checks",
        ],
        *[
            "relations",
            "waivers",
            "serious",
            "tags",
            "source",
            "stance",
            "at",
            "value",
            "is",
            "as",
            "claim",
            "rule",
            "marks",
        ],
        *["exact", "why", "label", "by", "date", "kind", "title", "derived_from", "relation", "snapshot", "file", "<<"],
    ]
)
VALUES: st.SearchStrategy[object] = st.recursive(
    st.sampled_from(["", "a", "true", "2026", "supports", "CT101", "1"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(FIELDS, VALUES, max_size=6), st.sampled_from(["parties", "sources", "claims"]))
@settings(max_examples=300)
def test_a_record_of_any_shape_is_told_of_and_keeps_its_id(fields: dict[str, object], section: str) -> None:
    found = read(f"{HEAD}{section}: {dump([{**fields, 'id': 'the-one'}], '  ')}\n")
    assert [record.id for record in (*found.sound, *found.broken, *found.nameless)] == ["the-one"]
    assert bool(found.sound) != bool(found.faults)
    assert found.not_read == len(found.broken) + len(found.nameless)


def test_a_misspelt_article_is_one_finding_and_still_names_the_article() -> None:
    found = read("artcle: a\nclaims:\n- {id: c, text: T}\n- {id: d, text: T}\n")
    assert [(fault.code, fault.hint) for fault in found.faults] == [("CT003", "Did you mean `article`?")]
    assert [record.key for record in found.sound] == ["a/c", "a/d"]


def test_a_misspelt_section_is_one_finding_and_its_records_are_read() -> None:
    found = read("article: a\nclaim:\n- {id: c, text: T}\n")
    assert [(fault.code, fault.unread) for fault in found.faults] == [("CT003", False)]
    assert [record.key for record in found.sound] == ["a/c"]


def test_a_section_that_is_nothing_known_leaves_unknown_what_it_holds() -> None:
    (fault,) = read("article: a\nzebra:\n- {id: c, text: T}\n").faults
    assert (fault.code, fault.unread) == ("CT003", True)


def test_a_second_record_without_its_dash_is_one_finding_that_says_so() -> None:
    found = read("article: a\nclaims:\n- id: c\n  text: T\n  id: d\n  text: U\n  sources: [s]\n")
    (fault,) = found.faults
    assert (fault.code, fault.place.line) == ("CT002", 5)
    assert fault.hint == "If a second record begins here, put `- ` before its first key."


def test_a_record_whose_id_has_a_misspelt_key_is_known_by_it() -> None:
    found = read("sources:\n- {idd: minutes, kind: document, title: M}\n")
    (fault,) = found.faults
    assert fault.message == "source minutes: `idd` is no field of a source."
    assert [record.id for record in found.broken] == ["minutes"]


def test_a_comma_that_ends_a_value_is_one_finding_that_says_so() -> None:
    found = read("article: a\nclaims:\n- {id: c, text: T, verdict: {label: refuted, why: Page 4, counts, the votes}}\n")
    (fault,) = found.faults
    assert fault.message == "claim a/c: `counts` in verdict stands behind a comma, as if it were a field."
    assert fault.hint == "Put a value that holds a comma into quotation marks."


def test_a_short_name_that_is_near_none_is_the_one_that_is_missing() -> None:
    found = read("article: a\nclaims:\n- {id: c, text: T, relations: [{claim: d, kin: repeats}]}\n")
    (fault,) = found.faults
    assert fault.hint.startswith("Did you mean `as`?")


def test_of_very_many_problems_a_thousand_are_told_and_the_rest_counted() -> None:
    keys = "".join(f"  k{number}: v\n" for number in range(1_500))
    found = read(f"parties:\n- id: p\n  name: N\n{keys}")
    assert len(found.faults) == 1_001
    assert found.faults[-1].message == "claims/x.yaml has 500 more problems of its form."
    assert found.faults[-1].place.line == 1


def test_keys_that_are_given_twice_over_and_over_end_the_reading() -> None:
    found = read("a: 1\n" * 100_000)
    assert len(found.faults) == 1_001
    messages = {fault.message for fault in found.faults}
    assert "claims/x.yaml: this file gives more than 1,000 keys twice." in messages
    assert found.unread
