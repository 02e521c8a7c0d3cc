from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from claimtrack.store.files import has_record_files, record_files, stamp_of
from support import lay

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path) -> list[str]:
    return [found.path for found in record_files(folder, folder / "claims/snapshots")]


def test_files_are_read_in_byte_order_of_their_paths(tmp_path: Path) -> None:
    wanted = [
        "claims/B.yaml",
        "claims/a-b.yaml",
        "claims/a.yaml",
        "claims/a/b.yml",
        "claims/a/z/c.yaml",
        "claims/é.yaml",
    ]
    lay(tmp_path, dict.fromkeys(reversed(wanted), ""))
    assert names(tmp_path) == wanted


@pytest.mark.parametrize(
    "name",
    ["a.txt", "a.yaml.bak", "a.YAML", ".a.yaml", ".git/a.yaml", "snapshots/a.yaml", "snapshots/b/a.yaml", "yaml"],
)
def test_what_is_no_record_file_is_passed_over(tmp_path: Path, name: str) -> None:
    lay(tmp_path, {f"claims/{name}": "claims: nonsense", "claims/b.yaml": ""})
    assert names(tmp_path) == ["claims/b.yaml"]


def test_a_linked_file_is_read_and_a_linked_folder_is_not(tmp_path: Path) -> None:
    lay(tmp_path, {"claims/a.yaml": "", "other/b.yaml": ""})
    (tmp_path / "claims/linked.yaml").symlink_to(tmp_path / "other/b.yaml")
    (tmp_path / "claims/folder").symlink_to(tmp_path / "other")
    (tmp_path / "claims/folder.yaml").symlink_to(tmp_path / "other")
    assert names(tmp_path) == ["claims/a.yaml", "claims/linked.yaml"]


def test_a_folder_with_the_name_of_a_file_is_a_folder(tmp_path: Path) -> None:
    lay(tmp_path, {"claims/a.yaml/b.yaml": ""})
    assert names(tmp_path) == ["claims/a.yaml/b.yaml"]


def test_a_folder_that_cannot_be_looked_into_is_found_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, {"claims/locked/b.yaml": ""})
    scan = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "locked":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    (found,) = record_files(tmp_path, tmp_path / "claims/snapshots")
    assert found == ("claims/locked", None, "cannot be looked into: permission denied")


def test_a_file_is_found_with_its_stamp_and_a_link_with_that_of_what_it_leads_to(tmp_path: Path) -> None:
    lay(tmp_path, {"claims/a.yaml": "", "other.yaml": "parties: []\n"})
    (tmp_path / "claims/b.yaml").symlink_to(tmp_path / "other.yaml")
    (tmp_path / "claims/c.yaml").symlink_to(tmp_path / "nowhere")
    found = record_files(tmp_path, tmp_path / "claims/snapshots")
    expected = [stamp_of((tmp_path / name).stat()) for name in ("claims/a.yaml", "other.yaml")]
    assert [file.stamp for file in found] == [*expected, None]


def test_a_stamp_tells_an_edit_of_the_same_size_whose_time_was_put_back(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("one")
    before = path.stat()
    path.write_text("two")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    # The clock's grain may hide the second change from `ctime`; then it is the state that reads again.
    after = stamp_of(path.stat())
    assert after[:2] == stamp_of(before)[:2]
    assert after.ctime >= before.st_ctime_ns


def test_the_first_record_file_answers_whether_there_is_any(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, {"claims/a.yaml": "", "claims/deep/b.yaml": "", "other/claims/a.txt": ""})
    scanned: list[str] = []
    scan = os.scandir

    def count(path: Path) -> object:
        scanned.append(path.name)
        return scan(path)

    monkeypatch.setattr(os, "scandir", count)
    assert has_record_files(tmp_path, tmp_path / "claims/snapshots")
    assert scanned == ["claims"]
    assert not has_record_files(tmp_path / "other", tmp_path / "other/claims/snapshots")
    assert not has_record_files(tmp_path / "nowhere", tmp_path / "nowhere/claims/snapshots")
