from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimtrack.cli import run
from support import BASE, lay

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = """\
article: pier
sources:
- {id: pier, kind: article, title: The pier, derived_from: [evening-post-story]}
- {id: loop, kind: article, title: L, derived_from: [pool]}
- {id: pool, kind: article, title: L, derived_from: [loop]}
claims:
- {id: seen, text: "All \\e[2J is [red]seen[/red].", quote: “all is visible from here”,
   sources: [{source: evening-post-story, quote: all is seen from here}]}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay(tmp_path, {**BASE, "claims/x.yaml": RECORDS})


def trace(folder: Path, capsys: pytest.CaptureFixture[str], *args: str) -> str:
    assert run(["trace", *args, "-C", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_a_claim_is_a_tree(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert trace(project, capsys, "seen").splitlines() == [
        "pier/seen",
        "All \\x1b[2J is [red]seen[/red].",
        "1 source, 1 origin: evening-post-story, passed on by pier alone",
        "",
        "pier (no snapshot): The pier",
        "│   “all is visible from here”",
        "└── derived from evening-post-story (2026-03-12, origin, no snapshot): Board sells harbour",
        "        “all is seen from here”",
        "        ≠ changed: “seen” → “visible”",
    ]


def test_json_is_the_contract(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(trace(project, capsys, "seen", "--format", "json")) == {
        "id": "pier/seen",
        "independent": 1,
        "origins": [{"party": "evening-post", "sources": ["evening-post-story"]}],
        "hops": [
            {
                "source": "pier",
                "upstream": "evening-post-story",
                "relation": "derived",
                "acknowledged": True,
                "language": None,
                "quote": "“all is visible from here”",
                "upstream_quote": "all is seen from here",
                "changes": [{"from": "seen", "to": "visible"}],
                "hedge": None,
            }
        ],
    }


@pytest.mark.parametrize(("format_", "first"), [("mermaid", "flowchart BT"), ("dot", 'digraph "loop" {')])
def test_a_cycle_is_drawn_in_every_format(
    project: Path, capsys: pytest.CaptureFixture[str], format_: str, first: str
) -> None:
    assert "(↺ a cycle, drawn above)" in trace(project, capsys, "loop")
    assert trace(project, capsys, "loop", "--format", format_).splitlines()[0] == first


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["sene"], "`sene` is no recorded id. Did you mean `seen`?"),
        (["daily-ledger"], "daily-ledger is a party"),
        (["seen", "--format", "table"], "`table` is no format of this command; there are dot, json, mermaid, tree."),
    ],
)
def test_wrong_usage_is_told(project: Path, capsys: pytest.CaptureFixture[str], args: list[str], words: str) -> None:
    assert run(["trace", *args, "-C", str(project)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"claimtrack: {words}")


def test_a_broken_claim_is_traced_as_far_as_it_is_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = """\
sources: [{id: tape, kind: recording, title: T}]
claims: [{id: b, text: broken, serious: maybe, sources: [{source: tape, quote: words}]}]
"""
    assert run(["trace", "b", "-C", str(lay(tmp_path, {"claims/x.yaml": records}))]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("b\n")
    assert "claims/x.yaml has" in err
