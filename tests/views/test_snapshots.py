from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store.snapshots import Snapshots, digest_of
from claimtrack.views.snapshots import snapshot_table
from support import BASE, lay, ledger_of

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = f"""\
sources:
  - {{id: a, kind: post, url: a.b, snapshot: {{file: a.txt, sha256: {digest_of("a")}}}}}
  - {{id: b, kind: post, url: a.b, snapshot: {{file: a.txt, sha256: {digest_of("b")}}}}}
  - {{id: c, kind: post, url: a.b, snapshot: {{file: c.txt, sha256: {digest_of("c")}}}}}
"""


def test_the_table_says_what_has_become_of_each_text(tmp_path: Path) -> None:
    lay(tmp_path, {**BASE, "claims/x.yaml": RECORDS, "claims/snapshots/a.txt": "a"})
    table = snapshot_table(ledger_of(tmp_path).sources, Snapshots(tmp_path / "claims" / "snapshots"))
    assert table.title == "6 sources: 1 here, 1 missing, 1 changed, 3 none"
    assert table.rows[3:] == (
        ("a", "here", "a.txt", ""),
        ("b", "changed", "a.txt", "is not the text that was recorded"),
        ("c", "missing", "c.txt", ""),
    )
    assert table.items[0] == {
        "source": "harbour-sale",
        "status": "none",
        "snapshot": None,
        "sha256": None,
        "reason": None,
    }


def test_without_sources_the_table_is_empty(tmp_path: Path) -> None:
    table = snapshot_table([], Snapshots(tmp_path))
    assert (table.title, table.rows) == ("0 sources", ())
