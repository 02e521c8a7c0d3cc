from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Self

import pytest

from claimtrack.store.atomic import WriteError, write_file


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def refusal(path: Path, data: bytes, instead_of: bytes | None) -> str:
    with pytest.raises(WriteError) as caught:
        write_file(path, data, instead_of=instead_of)
    return str(caught.value)


def test_a_file_is_made_as_the_umask_says(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "x", b"new", instead_of=None)
    finally:
        os.umask(before)
    assert (tmp_path / "x").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640
    assert names(tmp_path) == ["x"]


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_file(path, b"new", instead_of=b"old")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", mode)


def test_what_a_link_leads_to_is_written_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "x").write_bytes(b"old")
    (tmp_path / "link").symlink_to("far/x")
    write_file(tmp_path / "link", b"new", instead_of=b"old")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "far" / "x").read_bytes() == b"new"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_root_leaves_a_file_to_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    os.chown(path, 12345, 23456)
    path.chmod(0o640)
    write_file(path, b"new", instead_of=b"old")
    status = path.stat()
    assert (path.read_bytes(), stat.S_IMODE(status.st_mode)) == (b"new", 0o640)
    assert (status.st_uid, status.st_gid) == (12345, 23456)


def test_an_owner_that_cannot_be_kept_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    class Theirs:
        st_mode, st_uid, st_gid = 0o100640, 12345, 23456

    path = tmp_path / "x"
    path.write_bytes(b"old")
    real = Path.stat
    monkeypatch.setattr(os, "chown", refuse)
    monkeypatch.setattr(Path, "stat", lambda self, **how: Theirs() if self.name == "x" else real(self, **how))
    write_file(path, b"new", instead_of=b"old")
    monkeypatch.undo()
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"theirs")
    assert "changed by somebody else" in refusal(path, b"new", b"old")
    assert "changed by somebody else" in refusal(path, b"new", None)
    assert (path.read_bytes(), names(tmp_path)) == (b"theirs", ["x"])


def test_a_file_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    assert "cannot be written: no such file" in refusal(tmp_path / "x", b"new", b"old")
    assert "cannot be written: no such file" in refusal(tmp_path / "no" / "x", b"new", None)
    assert names(tmp_path) == []


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x").symlink_to("x")
    assert "cannot be written" in refusal(tmp_path / "x", b"new", b"old")


def test_a_read_only_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write whatever the mode says
    assert "is read-only" in refusal(path, b"new", b"old")
    assert path.read_bytes() == b"old"


STEPS = ["open", "write", "fsync", "chmod", "read_bytes", "replace"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt(), MemoryError()])
@pytest.mark.parametrize("step", STEPS)
def test_whatever_fails_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise error

    class Full:
        def __init__(self, descriptor: int, _mode: str) -> None:
            self._descriptor = descriptor

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            os.close(self._descriptor)

        def write(self, data: bytes) -> None:
            os.write(self._descriptor, data[:1])
            fail()

    with monkeypatch.context() as patch:
        if step == "write":
            patch.setattr("builtins.open", Full)
        else:
            patch.setattr(os if step in ("open", "fsync") else Path, step, fail)
        with pytest.raises(WriteError if isinstance(error, OSError) else type(error)):
            write_file(path, b"new", instead_of=b"old")
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["x"])


def test_a_folder_that_cannot_be_synced_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    real = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(22, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    write_file(path, b"new", instead_of=None)
    assert path.read_bytes() == b"new"
