from __future__ import annotations

from typing import Any

import pytest

from claimtrack.model.records import Claim
from claimtrack.store.decode import Text
from claimtrack.store.marks import NodeMarks
from claimtrack.store.nodes import read_nodes
from claimtrack.store.schema import Complaint, complaints, validate
from claimtrack.store.tree import Map

CLAIM = "id: c, text: T, article: a"
SOURCE = "id: s, kind: document, title: T"
PARTY = "id: p, name: N"


def record(fields: str) -> dict[str, Any]:
    text = Text("x.yaml", f"{{{fields}}}")
    node = read_nodes(text).root
    assert isinstance(node, Map)
    return {**node, "marks": NodeMarks(text.lines, node)}


def complain(section: str, fields: str) -> list[Complaint]:
    (made,), errors = validate(section, [record(fields)])
    assert (made is None) == bool(errors)
    return list(complaints(section, errors.get(0, [])))


@pytest.mark.parametrize(
    ("section", "fields", "message", "hint"),
    [
        ("claims", f"{CLAIM}, qoute: x", "`qoute` is no field of a claim", "Did you mean `quote`?"),
        ("claims", f"{CLAIM}, zzz: x", "`zzz` is no field of a claim", "Known here: id, text, article, quote,"),
        ("claims", f"{CLAIM}, note2: x", "`note2` is no field of a claim", "A field of your own begins with `x-`."),
        ("claims", "id: c, txt: T, article: a", "`txt` is no field of a claim", "Did you mean `text`?"),
        ("claims", "idd: c, text: T, article: a", "`idd` is no field of a claim", "Did you mean `id`?"),
        ("claims", "id: c, <<: {text: T}, article: a", "`<<` is no field of a claim", "Merge keys are not read"),
        ("claims", "id: c, article: a", "`text` is missing", "Add `text:`."),
        ("claims", "id: c, text: T", "has no article", "Name it with `article:` on top of the file"),
        ("claims", "id: C, text: T, article: a", "`id`: `C` is no id", "Correct the value."),
        ("claims", "id: , text: T, article: a", "`id` is empty", "Correct the value."),
        ("claims", "id: c, text: '', article: a", "`text` is empty", "Correct the value."),
        ("claims", "id: c, text: [T], article: a", "`text` must be text, but is a list", "Correct the value."),
        ("claims", f"{CLAIM}, note: {{a: b}}", "`note` must be text, but is a mapping", "Write one value."),
        ("claims", f"{CLAIM}, serious: yes", "`serious` must be `true` or `false`, not `yes`", "Correct the value."),
        ("claims", f"{CLAIM}, type: numercal", "one of quote, numerical, event,", "Did you mean `numerical`?"),
        ("claims", f"{CLAIM}, type: fact", "position, question, not `fact`", "Choose one of them."),
        ("claims", f"{CLAIM}, type: [quote]", "question, but is a list", "Choose one of them."),
        ("claims", f"{CLAIM}, when: soon", "`when`: `soon` is no date", "Correct the value."),
        ("claims", f"{CLAIM}, tags: sale", "`tags` must be a list, but is text", "behind a `- `, or inside `[ ]`"),
        ("claims", f"{CLAIM}, tags: [a, ~]", "`tags` 2 is empty", "Correct the value."),
        ("claims", f"{CLAIM}, about: {{a: b}}", "`about` must be a list, but is a mapping", "behind a `- `"),
        ("claims", f"{CLAIM}, quote: [a]", "`quote` must be a mapping, but is a list", "Write it as `{exact: …}`."),
        ("claims", f"{CLAIM}, quote: {{at: a}}", "`exact` in quote is missing", "Add `exact:`."),
        ("claims", f"{CLAIM}, verdict: x", "`verdict` must be a mapping, but is text", "`{label: …, why: …}`"),
        ("claims", f"{CLAIM}, reply: x", "`reply` must be a mapping, but is text", "Write it as `{sought: …}`."),
        ("claims", f"{CLAIM}, sources: [[a]]", "`sources` 1 must be a mapping, but is a list", "`{source: …}`"),
        ("claims", f"{CLAIM}, sources: [a, {{at: b}}]", "`source` in sources 2 is missing", "Add `source:`."),
        (
            "claims",
            f"{CLAIM}, sources: [{{source: a, qoute: b}}]",
            "`qoute` in sources 1 is no field of a citation",
            "",
        ),
        (
            "claims",
            f"{CLAIM}, sources: [a, {{source: b, figures: [{{value: one, unitt: c}}]}}]",
            "`unitt` in sources 2 figures 1 is no field of a figure",
            "Did you mean `unit`?",
        ),
        (
            "claims",
            f"{CLAIM}, sources: [{{source: a, upstream: [b, [c]]}}]",
            "`upstream` 2 in sources 1 must be text, but is a list",
            "Correct the value.",
        ),
        ("claims", f"{CLAIM}, figures: [{{value: x}}]", "`value` in figures 1: `x` is no number", "Correct the value."),
        ("claims", f"{CLAIM}, figures: [{{value: 1, is_: a}}]", "`is_` in figures 1 is no field", "mean `is`?"),
        ("claims", f"{CLAIM}, figures: [{{value: 1, is: [a]}}]", "`is` in figures 1 must be text, but is a list", ""),
        (
            "claims",
            f"{CLAIM}, figures: [{{value: 1, comparator: }}]",
            '`comparator` in figures 1 is empty: a sign has to be quoted, as in `comparator: ">"`',
            "Correct the value.",
        ),
        (
            "claims",
            f"{CLAIM}, relations: [{{claim: a, as: repaets}}]",
            "`as` in relations 1 must be one of contradicts, repeats,",
            "Did you mean `repeats`?",
        ),
        ("claims", f"{CLAIM}, relations: [{{claim: a}}]", "`as` in relations 1 is missing", "Add `as:`."),
        ("sources", f"{SOURCE}, titel: x", "`titel` is no field of a source", "Did you mean `title`?"),
        ("sources", f"{SOURCE}, set_aside: [{{quote: a, why: b, y: c}}]", "no field of a passage set aside", ""),
        ("sources", f"{SOURCE}, snapshot: x", "`snapshot` must be a mapping, but is text", "`{file: …, sha256: …}`"),
        ("parties", f"{PARTY}, kind: firm", "`kind` must be one of person, organisation, not `firm`", "Choose one"),
    ],
)
def test_what_is_wrong_is_said_once_in_the_words_of_the_record(
    section: str, fields: str, message: str, hint: str
) -> None:
    (found,) = complain(section, fields)
    assert message in found.message
    assert hint in found.hint


@pytest.mark.parametrize(
    ("fields", "path", "about_key"),
    [
        (f"{CLAIM}, sources: [a, {{source: b, qoute: c}}]", ("sources", 1, "qoute"), True),
        (f"{CLAIM}, sources: [a, {{source: b, stance: c}}]", ("sources", 1, "stance"), False),
        (f"{CLAIM}, figures: [{{value: 1, is: []}}]", ("figures", 0, "is_"), False),
        ("id: c, article: a", ("text",), False),
    ],
)
def test_a_complaint_knows_the_way_and_whether_the_key_is_at_fault(
    fields: str, path: tuple[str | int, ...], *, about_key: bool
) -> None:
    (found,) = complain("claims", fields)
    assert (found.path, found.about_key) == (path, about_key)


def test_two_causes_are_two_complaints() -> None:
    found = complain("claims", "id: C, txt: T, article: a, type: fact")
    assert [item.path for item in found] == [("txt",), ("id",), ("type",)]


def test_a_misspelt_key_explains_only_what_is_missing_beside_it() -> None:
    found = complain("claims", "id: c, txt: T, article: a, verdict: {label: supported}")
    assert [item.path for item in found] == [("txt",), ("verdict", "why")]


@pytest.mark.parametrize("length", [10_000])
def test_a_long_value_is_not_printed_whole(length: int) -> None:
    for fields in (f"type: {'q' * length}", f"{'q' * length}: x", f"when: {'q' * length}"):
        (found,) = complain("claims", f"{CLAIM}, {fields}")
        assert len(found.message) < 300


def test_whole_records_are_made_and_broken_ones_told_by_their_place() -> None:
    items = [record(CLAIM), record(f"{CLAIM}, qoute: x"), record(f"{CLAIM}, type: event")]
    made, errors = validate("claims", items)
    assert [item.type if isinstance(item, Claim) else None for item in made] == [None, None, "event"]
    assert [isinstance(item, Claim) for item in made] == [True, False, True]
    assert list(errors) == [1]


def test_nothing_at_all_is_fine() -> None:
    assert validate("claims", []) == ([], {})
