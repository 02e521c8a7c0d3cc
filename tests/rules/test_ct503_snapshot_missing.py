from __future__ import annotations

import pytest

from stored import judge_texts, recorded
from support import check_files

REQUIRED = "require-snapshots = true\n"
CLAIMS = """\
claims:
  - id: sold
    text: T
    quote: the harbour has been sold
    sources:
      - {source: notice, quote: no such words here}
      - {source: notice, quote: nor any of these}
      - {source: board-minutes, quote: carried by six votes}
"""


def messages(texts: dict[str, str | None], settings: str = "") -> list[tuple[str, str]]:
    """Return severity and message of each finding."""
    files = {**recorded(texts), "claims/x.yaml": f"article: port-sale\n{CLAIMS}", "claimtrack.toml": settings}
    return [(found.severity, found.message) for found in check_files(files).findings if found.code == "CT503"]


def test_a_missing_text_is_one_finding_that_counts_what_was_not_checked() -> None:
    files = {**recorded({"notice": None}), "claims/x.yaml": f"article: port-sale\n{CLAIMS}"}
    report = check_files(files)
    (found,) = [finding for finding in report.findings if finding.code == "CT503"]
    assert found.severity == "info"
    assert found.message == "source notice: notice.txt is not here, so 2 quotations were not checked."
    assert found.hint == (
        "Get the text, store it with `claimtrack snapshot`, or name its folder in CLAIMTRACK_SNAPSHOTS."
    )
    assert (found.place.file, found.place.line) == ("claims/texts.yaml", 2)
    assert report.summary.quotes["not_checked"] == 4
    assert not [finding for finding in report.findings if finding.code == "CT202"]


def test_one_quotation_and_a_cue_are_counted_in_words() -> None:
    assert messages({"port-sale": None, "notice": "Text.\n"}) == [
        ("info", "source port-sale: port-sale.txt is not here, so 1 quotation was not checked."),
    ]


def test_a_missing_text_that_nothing_quotes_is_told_all_the_same() -> None:
    assert messages({"notice": "Text.\n", "letter": None}) == [("info", "source letter: letter.txt is not here.")]


def test_texts_that_are_here_and_sources_without_any_are_no_finding() -> None:
    assert messages({"port-sale": "The harbour has been sold.\n", "notice": "Text.\n"}) == []


def test_where_texts_are_required_a_missing_one_is_an_error_and_so_is_a_quoted_source_without_one() -> None:
    assert messages({"port-sale": "The harbour has been sold.\n", "notice": None}, REQUIRED) == [
        ("error", "source board-minutes: no text of it is recorded, so 1 quotation was not checked."),
        ("error", "source notice: notice.txt is not here, so 2 quotations were not checked."),
    ]


def test_where_texts_are_required_a_source_that_nobody_quotes_needs_none() -> None:
    judge_texts(
        {"port-sale": "The harbour has been sold.\n"},
        "claims: [{id: a, text: T, quote: the harbour has been sold, sources: [{source: board-minutes, at: page 1}]}]",
        "CT503",
        settings=REQUIRED,
    )


@pytest.mark.parametrize("settings", ["", REQUIRED])
def test_a_text_that_is_no_regular_file_is_missing_and_says_why(settings: str) -> None:
    files = recorded({"notice": None})
    report = check_files({**files, "claims/snapshots/notice.txt/x": "", "claimtrack.toml": settings})
    (found,) = [finding for finding in report.findings if finding.code == "CT503"]
    assert found.message == "source notice: notice.txt is no regular file."
