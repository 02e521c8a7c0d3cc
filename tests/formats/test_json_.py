from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack.formats import Card, Screen, Table, json_
from support import check_files

if TYPE_CHECKING:
    from typing import Any

SUMMARY_KEYS = [
    "articles",
    "sources",
    "claims",
    "not_read",
    "errors",
    "warnings",
    "infos",
    "waived",
    "sourcing",
    "quotes",
]
LEVELS = ["unsourced", "unexamined", "single-origin", "corroborated", "contested", "refuted"]
FINDING_KEYS = [
    *["code", "name", "severity", "message", "hint", "claim", "source", "party", "article"],
    *["file", "line", "column", "end_line", "end_column", "related", "fingerprint"],
]


def verify(files: dict[str, str | bytes]) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json_.report(check_files(files), Screen()))
    return document


def test_a_report_has_the_keys_that_were_promised() -> None:
    document = verify({"claims/x.yaml": "sources: [{id: board-minutes, kind: book, title: T}]\n"})
    assert list(document) == ["schema", "summary", "findings"]
    assert document["schema"] == "claimtrack/verify/1"
    assert list(document["summary"]) == SUMMARY_KEYS
    assert list(document["summary"]["sourcing"]) == LEVELS
    assert list(document["summary"]["quotes"]) == ["exact", "normalised", "altered", "absent", "not_checked"]
    finding = next(finding for finding in document["findings"] if finding["code"] == "CT004")
    assert list(finding) == FINDING_KEYS
    assert [list(related) for related in finding["related"]] == [["file", "line", "column", "message"]]


def test_a_finding_is_told_to_the_letter() -> None:
    text = "article: harbour-sale\nclaims:\n- id: secret\n  text: It was secret.\n  quote: secret\n"
    (finding,) = [item for item in verify({"claims/x.yaml": text})["findings"] if item["code"] == "CT101"]
    assert len(finding.pop("fingerprint")) == 16
    assert finding == {
        "code": "CT101",
        "name": "unsourced",
        "severity": "error",
        "message": "harbour-sale/secret: no source is cited for “It was secret”.",
        "hint": "Cite a source under `sources:`, or take the claim out of the story.",
        "claim": "harbour-sale/secret",
        "source": None,
        "party": None,
        "article": "harbour-sale",
        "file": "claims/x.yaml",
        "line": 3,
        "column": 3,
        "end_line": 5,
        "end_column": 16,
        "related": [],
    }


def test_a_finding_on_a_whole_file_stands_at_its_beginning() -> None:
    findings = verify({"claims/x.yaml": b"\xff\xfe\x00\x00"})["findings"]
    finding = next(item for item in findings if item["code"] == "CT001")
    assert [finding[key] for key in ("line", "column", "claim", "source", "party", "article")] == [1, 1, *[None] * 4]


def test_findings_come_sorted() -> None:
    text = "article: harbour-sale\nclaims: [{id: a, text: T}, {id: b, txt: T}]\n"
    findings = verify({"claims/y.yaml": text, "claims/x.yaml": "claims: [\n"})["findings"]
    keys = [(item["file"], item["line"], item["column"], item["code"]) for item in findings]
    assert keys == sorted(keys)
    assert len(keys) > 4


def test_a_table_is_its_schema_and_its_items() -> None:
    table = Table(title="t", columns=("id",), rows=(("a",),), items=({"id": "a", "n": 1, "x": None},), schema="s/1")
    assert json.loads(json_.table(table, Screen())) == {"schema": "s/1", "items": [{"id": "a", "n": 1, "x": None}]}


def test_a_card_is_its_item() -> None:
    card = Card(title="t", text="t", blocks=(), item={"schema": "s", "id": "é"})
    assert json_.card(card, Screen()) == '{\n  "schema": "s",\n  "id": "é"\n}\n'


def test_what_could_drive_a_terminal_is_an_escape_and_reads_back() -> None:
    text = "a\x1b[2J\x7f\x9b\u202e\u2028b"
    written = json_.card(Card(title="t", text="t", blocks=(), item={"id": text}), Screen())
    assert written.isprintable() or written.replace("\n", "").isprintable()
    assert json.loads(written) == {"id": text}


def test_a_lone_surrogate_is_replaced_so_that_the_output_is_utf_8() -> None:
    written = json_.card(Card(title="t", text="t", blocks=(), item={"id": "a\ud800b"}), Screen())
    assert json.loads(written.encode()) == {"id": "a\ufffdb"}
