from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from claimtrack.store.snapshots import digest_of
from stored import judge_texts, recorded
from support import check_files

if TYPE_CHECKING:
    from claimtrack.model.report import Report

TEXT = "The harbour has been sold.\n"
CLAIMS = """\
article: port-sale
claims:
  - {id: sold, text: T, quote: the harbour has been sold, sources: [{source: notice, quote: has been given away}]}
"""


def stored(text: bytes) -> Report:
    """Check a project in which `notice` is recorded as TEXT and something else is in its file."""
    files: dict[str, str | bytes] = {**recorded({"port-sale": TEXT, "notice": TEXT}), "claims/x.yaml": CLAIMS}
    return check_files({**files, "claims/snapshots/notice.txt": text})


def messages(report: Report, code: str) -> list[str]:
    return [finding.message for finding in report.findings if finding.code == code]


def test_another_text_than_was_recorded_is_found_at_the_digest() -> None:
    report = stored(b"The harbour may have been sold.\n")
    (found,) = [finding for finding in report.findings if finding.code == "CT502"]
    assert found.severity == "error"
    assert found.message == "source notice: notice.txt is not the text that was recorded."
    assert found.hint == (
        "Put the recorded text back, or store the new one with `claimtrack snapshot` and check again."
    )
    assert (found.place.file, found.place.line) == ("claims/texts.yaml", 3)


def test_a_changed_text_is_not_searched_and_its_quotes_are_not_checked() -> None:
    report = stored(b"The harbour may have been sold.\n")
    assert not messages(report, "CT202")
    assert not messages(report, "CT503")
    assert report.summary.quotes == {"exact": 0, "normalised": 1, "altered": 0, "absent": 0, "not_checked": 1}


def test_the_recorded_text_is_no_finding_and_is_searched() -> None:
    report = stored(TEXT.encode())
    assert not messages(report, "CT502")
    assert len(messages(report, "CT202")) == 1


def test_one_more_line_end_is_another_text() -> None:
    assert messages(stored(TEXT.encode() + b"\n"), "CT502")
    assert messages(stored(TEXT.replace("\n", "\r\n").encode()), "CT502")


def test_bytes_that_are_no_text_are_a_finding_even_under_their_own_digest() -> None:
    data = b"The harbour has been sold.\xff\n"
    files = recorded({"notice": TEXT})
    records = files["claims/texts.yaml"].replace(digest_of(TEXT), sha256(data).hexdigest())
    report = check_files({"claims/texts.yaml": records, "claims/snapshots/notice.txt": data})
    assert messages(report, "CT502") == ["source notice: notice.txt is not UTF-8: byte 26 (0xff)."]


def test_a_digest_in_capitals_is_the_same() -> None:
    files = recorded({"notice": TEXT})
    records = files["claims/texts.yaml"].replace(digest_of(TEXT), digest_of(TEXT).upper())
    assert not messages(check_files({**files, "claims/texts.yaml": records}), "CT502")


def test_a_missing_text_is_the_business_of_another_rule() -> None:
    judge_texts({"notice": None}, "claims: [{id: a, text: T}]\n", "CT502")
