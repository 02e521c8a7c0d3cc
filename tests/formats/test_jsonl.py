from __future__ import annotations

import json

from claimtrack.formats import Screen, Table, jsonl


def test_each_item_is_a_line_of_its_own() -> None:
    items: tuple[dict[str, object], ...] = (
        {"id": "a", "text": "one\ntwo\u2028three", "tags": ["é"]},
        {"id": "b", "text": None, "tags": []},
    )
    text = jsonl.table(Table(title="t", columns=("id",), rows=(), items=items, schema="s"), Screen())
    assert text.endswith("\n")
    assert tuple(json.loads(line) for line in text.splitlines()) == items
    assert "é" in text


def test_no_item_is_no_line() -> None:
    assert jsonl.table(Table(title="t", columns=("id",), rows=(), items=(), schema="s"), Screen()) == ""
