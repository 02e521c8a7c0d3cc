from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from claimtrack.model.edtf import parse_edtf
from claimtrack.model.ledger import Ledger
from claimtrack.model.records import Check
from claimtrack.store.project import load
from claimtrack.store.settings import read_settings
from claimtrack.store.snapshots import Snapshots, digest_of
from claimtrack.text.checks import Checks, checks, newest, too_old
from support import BASE, lay

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Harbour sold\n\nFirst, a word.\n\nThe board’s six\nmembers voted for the sale, it says.\n\nIn the end, nothing.\n"
)
RECORDS = """\
article: sale
parties: [{id: ben-o, name: Ben}]
sources:
  - {id: sale, kind: article, title: Harbour sold, snapshot: {file: s.txt, sha256: @SHA}}
  - {id: papers, kind: document, title: Papers, party: ben-o, derived_from: [notes]}
  - {id: notes, kind: document, title: Notes}
claims:
  - id: six
    text: Six voted.
    quote: six members voted
    claimant: ben-o
    tags: [a]
    sources: [{source: papers, quote: six to three, at: page 4}]
    verdict: {label: supported, why: They are named.}
"""
RENAMED = """\
# Another comment
sources:
  - {derived_from: [{source: scribbles}], title: Papers, kind: document, id: folder, party: benjamin}
  - {id: scribbles, title: Notes, kind: document, note: n}
  - {id: story, kind: article, title: Harbour sold, snapshot: {sha256: @SHA, file: s.txt}}
parties: [{id: benjamin, name: Ben}]
article: story
claims:
  - verdict: {why: They are   named., label: supported}
    sources:
      - at: page 4
        stance: supports
        quote: {exact: six to three}
        source: folder
        note: a note
    claimant: benjamin
    waivers: [{rule: CT105, why: w}]
    quote: {exact: six members voted}
    id: half-a-dozen
    note: a note
    text: "Six voted."
"""


def ledger(folder: Path, records: str, text: str | None = TEXT) -> Ledger:
    lay(folder, {"claims/x.yaml": records.replace("@SHA", digest_of(text or TEXT))})
    if text is not None:
        lay(folder, {"claims/snapshots/s.txt": text})
    loaded = load(folder, read_settings(folder, frozenset(), environ={}), frozenset({"CT105"}))
    assert not loaded.faults
    return Ledger(loaded.records, date(2026, 11, 22), Snapshots(folder / "claims" / "snapshots"))


def digest(folder: Path, records: str = RECORDS, text: str | None = TEXT) -> str:
    made = ledger(folder, records, text)
    return made.once(checks).digest(made.claims[0])


def signed(folder: Path, *digests: str, records: str = RECORDS, text: str | None = TEXT) -> Checks:
    lines = "".join(
        f'      - {{by: ana, date: 2026-03-{14 + at}, digest: "{one}"}}\n' for at, one in enumerate(digests)
    )
    return ledger(folder, f"{records}    checks:\n{lines}", text).once(checks)


@pytest.mark.parametrize(
    ("records", "text"),
    [
        (RENAMED, TEXT),
        (RECORDS, TEXT.replace("First, a word.", "First a, word.")),
        (RECORDS, TEXT.replace("In the end, nothing.", "In the end nothing, and more.\n\nMuch more.")),
        (RECORDS, TEXT.replace("’", "'").replace("six\nmembers", "six members")),
        (RECORDS.replace("tags: [a]", "tags: [b, c]\n    note: n\n    # A comment"), TEXT),
    ],
)
def test_what_is_no_part_of_a_check_makes_nothing_stale(tmp_path: Path, records: str, text: str) -> None:
    standing = signed(tmp_path, digest(tmp_path), records=records, text=text).of.values()
    assert [item.good for item in standing] == [True]


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("it says", "it said", "passage"),
        ("voted for the sale, it", "voted, for the sale it", "passage"),
        ("text: Six voted.", "text: Seven voted.", "claim"),
        ("label: supported", "label: refuted", "claim"),
        ("at: page 4", "at: page 5", "claim"),
        ("title: Papers", "title: Paper", "sources"),
        ("title: Notes", "title: Note", "sources"),
        ("derived_from: [notes]", "derived_from: [{source: notes, acknowledged: false}]", "sources"),
    ],
)
def test_a_change_of_what_was_signed_is_seen(tmp_path: Path, old: str, new: str, part: str) -> None:
    before = digest(tmp_path)
    assert old in RECORDS + TEXT
    found = signed(tmp_path, before, records=RECORDS.replace(old, new), text=TEXT.replace(old, new)).of["sale/six"]
    assert (found.changed, found.good, found.lost) == ((part,), False, False)


def test_a_passage_that_has_gone_from_the_text_is_a_change(tmp_path: Path) -> None:
    found = signed(tmp_path, digest(tmp_path), text=TEXT.replace("six", "five")).of["sale/six"]
    assert (found.changed, found.lost) == (("passage",), True)
    assert found.phrases == ["the article, in which the passage is no longer found"]


def test_without_the_text_the_other_parts_are_compared_all_the_same(tmp_path: Path) -> None:
    before = digest(tmp_path)
    (tmp_path / "claims" / "snapshots" / "s.txt").unlink()
    assert signed(tmp_path, before, text=None).of["sale/six"].good
    assert signed(tmp_path, before, records=RECORDS.replace("Six v", "Few v"), text=None).of["sale/six"].changed == (
        "claim",
    )


def test_a_passage_over_two_paragraphs_binds_both(tmp_path: Path) -> None:
    records = RECORDS.replace("six members voted", '"First, a word. The board’s six"')
    made = ledger(tmp_path, records)
    assert made.once(checks).paragraph(made.claims[0]) == (
        "First, a word. The board's six members voted for the sale, it says."
    )


def test_a_claim_without_a_passage_has_no_paragraph(tmp_path: Path) -> None:
    made = ledger(tmp_path, RECORDS.replace("    quote: six members voted\n", ""))
    assert made.once(checks).paragraph(made.claims[0]) is None
    assert made.once(checks).of == {}


def test_the_newest_check_decides(tmp_path: Path) -> None:
    now = digest(tmp_path)
    other = now.replace(":", ":0", 1)[:2] + "0" * 16 + now[18:]
    assert signed(tmp_path, other, now).of["sale/six"].good
    standing = signed(tmp_path, now, other).of["sale/six"]
    assert (standing.good, standing.place, standing.now) == (False, 1, now)


@pytest.mark.parametrize(
    ("written", "words"),
    [("2:a:b:c", "is no digest"), (f"2:{'0' * 16}:-:{'0' * 16}", "is of version 2")],
)
def test_a_digest_that_cannot_be_compared_counts_as_changed(tmp_path: Path, written: str, words: str) -> None:
    standing = signed(tmp_path, written).of["sale/six"]
    assert (standing.good, standing.changed) == (False, ())
    assert words in standing.unreadable


@pytest.mark.parametrize(
    ("dates", "places"),
    [
        ([], []),
        (["2026-03-14", "2026-03-15"], [1]),
        (["2026-03-15", "2026-03-14"], [0]),
        (["2026-03-15", "2026-03-15"], [0, 1]),
        (["2026-03", "2026-03-15"], [1, 0]),
        (["2026-02", "2026-03-15"], [1]),
        (["2025~", "2026-03-15"], [0, 1]),
        (["2025~", "2026?"], [0, 1]),
        (["2025/..", "2026-03-15"], [1, 0]),
    ],
)
def test_which_checks_may_be_the_newest(dates: list[str], places: list[int]) -> None:
    made = [Check(by="a", date=parse_edtf(day), digest="1:a:b:c") for day in dates]
    assert newest(made) == places


def test_a_check_without_a_digest_is_never_the_newest() -> None:
    assert newest([Check(by="a", date=parse_edtf("2026"))]) == []


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        ("2026-08-24", 90, False),
        ("2026-08-23", 90, True),
        ("2026-08", 90, False),
        ("2026-07", 90, True),
        ("2020~", 90, False),
        ("2020-01-01?", 90, False),
        ("2020/..", 90, False),
        ("2027-01-01", 90, False),
        ("0001-01-01", 999_999_999, False),
        ("2020-01-01", None, False),
    ],
)
def test_only_what_is_certainly_older_is_too_old(day: str, days: int | None, expected: bool) -> None:  # noqa: FBT001
    check = Check(by="a", date=parse_edtf(day))
    assert too_old(check, date(2026, 11, 22), timedelta(days) if days else None) is expected


def test_the_checks_of_a_ledger_are_made_once(tmp_path: Path) -> None:
    lay(tmp_path, BASE)
    made = ledger(tmp_path, RECORDS)
    assert made.once(checks) is made.once(checks)
