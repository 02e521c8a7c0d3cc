from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks import peer_records
from benchmarks.peers import PEERS

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = {
    "ledger": ("*.beancount", " * "),
    "entries": ("ledger/entries/*.md", "kind: claim"),
    "headers": ("*/record-*.py", "SPDX-License-Identifier"),
    "items": ("CLM/*.yml", "links:"),
    "schema": ("claims/**/*.yaml", "    text: "),
    "lint": ("claims/**/*.yaml", "    text: "),
}
"""By form: the files in which the records stand, and what stands once in each record."""


def written(folder: Path, form: str) -> dict[str, str]:
    getattr(peer_records, form)(folder, 30)
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in paths}


def test_every_peer_has_its_form() -> None:
    assert [peer.form for peer in PEERS if peer.form not in RECORDS] == []


@pytest.mark.parametrize("form", RECORDS)
def test_a_peer_gets_as_many_records_as_asked_for(tmp_path: Path, form: str) -> None:
    written(tmp_path, form)
    files, mark = RECORDS[form]
    assert sum(path.read_text(encoding="utf-8").count(mark) for path in tmp_path.glob(files)) == 30


@pytest.mark.parametrize("form", RECORDS)
def test_a_peer_gets_the_same_bytes_each_time(tmp_path: Path, form: str) -> None:
    assert written(tmp_path / "one", form) == written(tmp_path / "two", form)


def test_every_transaction_adds_up_to_nothing(tmp_path: Path) -> None:
    peer_records.ledger(tmp_path, 40)
    for transaction in (tmp_path / "main.beancount").read_text(encoding="utf-8").split("\n\n")[1:]:
        amounts = [line.split()[-2] for line in transaction.splitlines() if line.endswith(" EUR")]
        assert len(amounts) == 3
        assert sum(round(float(amount) * 100) for amount in amounts) == 0


def test_a_quotation_of_the_ledger_of_claims_stands_in_its_source(tmp_path: Path) -> None:
    peer_records.entries(tmp_path, 30)
    sources = [path.read_text(encoding="utf-8") for path in (tmp_path / "ledger" / "cache").iterdir()]
    for path in (tmp_path / "ledger" / "entries").iterdir():
        words = path.read_text(encoding="utf-8").partition('quote: "')[2].partition('"')[0]
        assert sum(words in text for text in sources) == 1
