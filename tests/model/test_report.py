from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.model.report import limited
from support import BASE, check_folder, lay, places

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.model.report import Report


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """Return a report with a finding in a.yaml that relates to base.yaml, and findings in sub/b.yaml."""
    files = {
        **BASE,
        "claims/a.yaml": "sources: [{id: board-minutes, kind: book, title: T}]\n",
        "claims/sub/b.yaml": "article: harbour-sale\nclaims: [{id: secret, text: Secret., quote: secret a month}]\n",
        "claims/sub-c.yaml": "parties: [{id: x, name: X, of: nobody}]\n",
    }
    return check_folder(lay(tmp_path, files))


@pytest.mark.parametrize(
    ("prefix", "files"),
    [
        (".", {"claims/base.yaml", "claims/a.yaml", "claims/sub/b.yaml", "claims/sub-c.yaml"}),
        ("claims", {"claims/base.yaml", "claims/a.yaml", "claims/sub/b.yaml", "claims/sub-c.yaml"}),
        ("claims/sub", {"claims/sub/b.yaml"}),
        ("claims/sub/b.yaml", {"claims/sub/b.yaml"}),
        ("claims/a.yaml", {"claims/a.yaml", "claims/base.yaml"}),
        ("claims/b", set()),
        ("elsewhere", set()),
    ],
)
def test_a_report_may_be_limited_to_a_file_or_folder(report: Report, prefix: str, files: set[str]) -> None:
    assert {place[1] for place in places(limited(report, [prefix]).findings)} == files


def test_a_finding_stays_where_a_related_place_lies_in_the_path(report: Report) -> None:
    codes_ = [finding.code for finding in limited(report, ["claims/base.yaml"]).findings]
    assert "CT004" in codes_


def test_the_summary_of_a_limited_report_stays_whole(report: Report) -> None:
    assert limited(report, ["elsewhere"]).summary == report.summary
    assert report.summary.errors == 3
