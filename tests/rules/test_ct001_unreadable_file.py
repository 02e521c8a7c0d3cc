from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import TYPE_CHECKING

import pytest

from claimtrack.model.settings import DEFAULT_LIMITS
from support import check_files, check_folder, lay, places

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.model.findings import Finding

PARTY = "parties:\n  - {id: cafe, name: Café Médoc}\n"
UNKNOWN_PARTY = "claims:\n  - {id: a, article: harbour-sale, text: It was sold., claimant: cafe}\n"


def unreadable(data: bytes) -> list[Finding]:
    found = check_files({"claims/x.yaml": data}).findings
    return [finding for finding in found if finding.place.file == "claims/x.yaml"]


def test_a_file_in_another_encoding_is_named_with_its_first_bad_byte() -> None:
    (found,) = unreadable(PARTY.encode("latin-1"))
    assert places([found]) == {("CT001", "claims/x.yaml", 2)}
    assert found.place.column == 25
    assert found.severity == "error"
    assert found.message == "claims/x.yaml is not UTF-8: byte 33 (0xe9) cannot be read as text."
    assert found.hint == "Save the file as UTF-8."


def test_the_byte_is_counted_from_the_start_of_the_file_mark_included() -> None:
    (found,) = unreadable(BOM_UTF8 + PARTY.encode("latin-1"))
    assert "byte 36 (0xe9)" in found.message
    assert found.place.column == 25


def test_a_file_marked_as_utf_16_that_is_cut_off_is_unreadable() -> None:
    (found,) = unreadable((BOM_UTF16_LE + PARTY.encode("utf-16-le"))[:-1])
    assert found.code == "CT001"
    assert "is not UTF-16" in found.message


@pytest.mark.parametrize(
    "data",
    [
        PARTY.encode(),
        BOM_UTF8 + PARTY.encode(),
        BOM_UTF16_LE + PARTY.encode("utf-16-le"),
        BOM_UTF16_BE + PARTY.encode("utf-16-be"),
    ],
)
def test_utf_8_and_marked_utf_16_are_read_whole(data: bytes) -> None:
    found = check_files({"claims/x.yaml": data, "claims/y.yaml": UNKNOWN_PARTY}).findings
    assert not [finding for finding in found if finding.code in {"CT001", "CT007"}]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# nothing yet\n", BOM_UTF8])
def test_an_empty_file_is_fine(data: bytes) -> None:
    assert not unreadable(data)


def test_a_file_over_the_limit_is_refused() -> None:
    (found,) = unreadable(b"# " + b"\n" * (DEFAULT_LIMITS.file_size + 2**19))
    assert places([found]) == {("CT001", "claims/x.yaml", 1)}
    assert found.message == "claims/x.yaml is 16.5 MB, over the limit of 16 MB."
    assert found.hint.startswith("Split it: one file an article is usual.")


def test_a_file_of_just_the_limit_is_read() -> None:
    assert not unreadable(b"# no records\n".ljust(DEFAULT_LIMITS.file_size, b"\n"))


def test_a_file_of_one_huge_line_is_refused_and_the_line_named() -> None:
    (found,) = unreadable(b"# minified\nclaims: [" + b" " * DEFAULT_LIMITS.line_length + b"]\n")
    assert places([found]) == {("CT001", "claims/x.yaml", 2)}
    assert found.message == "claims/x.yaml: this line has more than 2,000,000 characters."
    assert "`line-length` under `limits`" in found.hint


def test_a_link_that_leads_nowhere_is_unreadable(tmp_path: Path) -> None:
    lay(tmp_path, {"claims/y.yaml": PARTY})
    (tmp_path / "claims/x.yaml").symlink_to("nowhere.yaml")
    (found,) = check_folder(tmp_path).findings
    assert places([found]) == {("CT001", "claims/x.yaml", 1)}
    assert found.message == "claims/x.yaml is a link that leads nowhere."
    assert found.hint == "Remove it, or put back what it leads to."


def test_references_that_the_file_may_explain_are_withheld_and_counted() -> None:
    report = check_files({"claims/x.yaml": PARTY.encode("latin-1"), "claims/y.yaml": UNKNOWN_PARTY})
    (found,) = [finding for finding in report.findings if finding.code in {"CT001", "CT007"}]
    assert found.message.endswith("Until it can be read, 1 reference that leads nowhere is withheld.")
