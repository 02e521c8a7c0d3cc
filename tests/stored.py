"""Records with the texts that they quote, for tests of what looks words up."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent
from typing import TYPE_CHECKING

from claimtrack.store.snapshots import digest_of
from support import check_files, places, read_marks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.model.report import Report

ARTICLE = "port-sale"


def recorded(texts: Mapping[str, str | None]) -> dict[str, str]:
    """Return the files of a project that holds a source for each text; None is a text that is not here.

    The text under `port-sale` is the article with the title “Port sold”; the others are documents.
    """
    lines = ["sources:"]
    for name, text in texts.items():
        kind, title = ("article", "Port sold") if name == ARTICLE else ("document", name)
        snapshot = f"{{file: {name}.txt, sha256: {digest_of(text or '')}}}"
        lines.append(f"  - {{id: {name}, kind: {kind}, title: {title}, snapshot: {snapshot}}}")
    here = {f"claims/snapshots/{name}.txt": text for name, text in texts.items() if text is not None}
    return {"claims/texts.yaml": "\n".join([*lines, ""]), **here}


def judge_texts(texts: Mapping[str, str | None], claims: str, code: str, *, settings: str = "") -> Report:
    """Check claims of the article `port-sale`; the findings of `code` must stand where they are marked.

    Returns the report with those findings alone.
    """
    marked = {"claims/x.yaml": f"article: {ARTICLE}\n{dedent(claims).lstrip()}", "claimtrack.toml": settings}
    files, expected = read_marks({**recorded(texts), **marked})
    report = check_files(files)
    found = tuple(finding for finding in report.findings if finding.code == code)
    assert places(found) == expected, [f"{finding.place} {finding.message}" for finding in found]
    return replace(report, findings=found)
