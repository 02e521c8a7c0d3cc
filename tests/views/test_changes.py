from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.views.changes import FieldChange, claim_changes
from support import BASE, lay, ledger_of

if TYPE_CHECKING:
    from pathlib import Path

OLD = """\
article: harbour-sale
sources:
  - {id: a, kind: post, title: A word, url: a.b, derived_from: [b]}
  - {id: b, kind: post, title: B, derived_from: [a]}
claims:
  - id: six
    text: Six of nine voted to sell.
    quote: six of the nine
    type: numerical
    figures: [{value: 6, unit: members, is: in favour}]
    when: 2026-02
    sources:
      - {source: a, quote: six voted, at: page 4}
      - board-minutes
    verdict: {label: supported, why: Page 4.}
    note: one
"""


def changes(folder: Path, *replaced: tuple[str, str]) -> list[str]:
    new = OLD
    for old, other in replaced:
        assert old in new
        new = new.replace(old, other)
    before = ledger_of(lay(folder / "old", {**BASE, "claims/x.yaml": OLD}))
    after = ledger_of(lay(folder / "new", {**BASE, "claims/x.yaml": new}))
    found = claim_changes(before.claims[0], after.claims[0], before.source_by_id, after.source_by_id)
    return [change.rendered for change in found]


@pytest.mark.parametrize(
    ("old", "new", "rendered"),
    [
        ("Six of nine", "Seven of nine", "text: “Six” → “Seven”"),
        ("nine voted to", "nine, voted to", "text: “nine” → “nine,”"),
        ("of nine voted", "of nine allegedly voted", "text: added “allegedly”"),
        ("quote: six of the nine", "quote: {exact: six of the nine, at: para 2}", "quote: added “at para 2”"),
        ("type: numerical", "type: event", "type: “numerical” → “event”"),
        ("value: 6,", "value: 7,", "figures: “6” → “7”"),
        ("    when: 2026-02\n", "", "when: “2026-02” → nothing"),
        ("    note: one", "    serious: true", "serious: “false” → “true”"),
        ("label: supported", "label: refuted", "verdict.label: “supported” → “refuted”"),
        ("quote: six voted", "quote: few voted", "citation of a, quote: “six” → “few”"),
        ("at: page 4", "stance: refutes, at: page 4", "citation of a, stance: “supports” → “refutes”"),
        ("      - board-minutes\n", "", "sources: “board-minutes” → nothing"),
        ("    sources:\n      - {", "    sources:\n      - b\n      - {", "sources: nothing → “b”"),
        ("title: A word", "title: A ward", "source a, title: “word” → “ward”"),
        ("title: B", "title: C", "source b, title: “B” → “C”"),
        ("derived_from: [b]", "derived_from: []", "source a, derived_from: “b” → nothing"),
        (
            "derived_from: [b]",
            "derived_from: [{source: b, relation: quoted}]",
            "source a from b, relation: “derived” → “quoted”",
        ),
    ],
)
def test_a_field_that_differs_is_shown(tmp_path: Path, old: str, new: str, rendered: str) -> None:
    assert changes(tmp_path, (old, new)) == [rendered]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("note: one", "note: two"),
        ("id: six", "id: half-a-dozen"),
        ("text: Six of nine voted", "text: Six   of nine  voted"),
        ("value: 6,", 'value: "6.0",'),
        ("quote: six of the nine", "quote: {exact: six of the nine}"),
    ],
)
def test_what_a_signature_does_not_bind_is_no_change(tmp_path: Path, old: str, new: str) -> None:
    assert changes(tmp_path, (old, new)) == []


def test_sources_with_other_ids_are_compared_by_their_order(tmp_path: Path) -> None:
    renamed = [("id: a,", "id: z,"), ("source: a,", "source: z,"), ("derived_from: [a]", "derived_from: [z]")]
    assert changes(tmp_path, *renamed) == []
    assert changes(tmp_path / "2", *renamed, ("url: a.b", "url: a.c"))[0].startswith("source z, url: ")


def test_what_only_looks_different_is_shown_whole() -> None:
    assert FieldChange("text", "“a” b", "«a» b").rendered == "text: ““a” b” → “«a» b”"
