from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store.results import pack_report, unpack_report
from support import BASE, check_folder, lay

if TYPE_CHECKING:
    from pathlib import Path

FILES: dict[str, str | bytes] = {
    **BASE,
    "claims/a.yaml": "sources: [{id: board-minutes, kind: book, title: T}]\nparties: [{id: p, name: N, of: nobody}]\n",
    "claims/b.yaml": "article: harbour-sale\nclaims: [{id: é, text: T}, {id: b, text: Secrét “T”., sources: [x]}]\n",
    "claims/c.yaml": "article: harbour-sale\nclaims: [{id: c, txt: T}]\n",
}


def test_a_report_comes_back_as_it_was(tmp_path: Path) -> None:
    report = check_folder(lay(tmp_path, FILES))
    assert {"error", "info"} <= {finding.severity for finding in report.findings}
    assert any(finding.related for finding in report.findings)
    assert unpack_report(pack_report(report)) == report


def test_a_report_is_one_line(tmp_path: Path) -> None:
    assert b"\n" not in pack_report(check_folder(lay(tmp_path, FILES)))
