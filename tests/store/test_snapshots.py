from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from claimtrack.model.place import Marks
from claimtrack.model.records import Snapshot, Source
from claimtrack.model.texts import TextState
from claimtrack.store.atomic import WriteError
from claimtrack.store.snapshots import Snapshots, digest_of, place_snapshot, store_snapshot
from support import lay

if TYPE_CHECKING:
    from pathlib import Path


class NoMarks(Marks):
    place = own_keys = None  # type: ignore[assignment]


def source(file: str | None, data: bytes = b"") -> Source:
    snapshot = Snapshot(file=file, sha256=hashlib.sha256(data).hexdigest()) if file else None
    return Source(marks=NoMarks(), id="a", kind="article", snapshot=snapshot)


def state(folder: Path, file: str | None, data: bytes = b"") -> TextState:
    return Snapshots(folder).state(source(file, data))


def test_a_source_without_a_snapshot_has_none(tmp_path: Path) -> None:
    assert state(tmp_path, None) == TextState(status="none")


@pytest.mark.parametrize(("data", "text"), [("é\n".encode(), "é\n"), (b"", ""), (b"\xef\xbb\xbfa\r\nb\rc", "a\nb\nc")])
def test_a_text_that_is_here_is_given_out(tmp_path: Path, data: bytes, text: str) -> None:
    lay(tmp_path, {"sub/x.txt": data})
    assert state(tmp_path, "sub/x.txt", data) == TextState(status="here", text=text)


def test_a_digest_may_be_recorded_in_capitals(tmp_path: Path) -> None:
    lay(tmp_path, {"x.txt": b"a"})
    snapshot = Snapshot(file="x.txt", sha256=digest_of("a").upper())
    found = Snapshots(tmp_path).state(Source(marks=NoMarks(), id="a", kind="article", snapshot=snapshot))
    assert found.status == "here"


def test_a_changed_text_is_not_given_out(tmp_path: Path) -> None:
    lay(tmp_path, {"x.txt": b"b"})
    assert state(tmp_path, "x.txt", b"a") == TextState(status="changed", reason="is not the text that was recorded")


def test_a_text_that_is_no_utf_8_is_not_given_out(tmp_path: Path) -> None:
    lay(tmp_path, {"x.txt": b"a\xff"})
    assert state(tmp_path, "x.txt", b"a\xff") == TextState(status="changed", reason="is not UTF-8: byte 1 (0xff)")


@pytest.mark.parametrize("folder", ["here", "nowhere"])
def test_what_is_not_there_is_missing(tmp_path: Path, folder: str) -> None:
    (tmp_path / "here").mkdir()
    assert state(tmp_path / folder, "x.txt") == TextState(status="missing")


@pytest.mark.parametrize("file", ["../x.txt", "/etc/passwd", "out.txt", "far/x.txt", "sub/../../x.txt"])
def test_nothing_outside_the_folder_is_read(tmp_path: Path, file: str) -> None:
    lay(tmp_path, {"x.txt": b"a", "in/sub/y.txt": b"b"})
    (tmp_path / "in" / "out.txt").symlink_to("../x.txt")
    (tmp_path / "in" / "far").symlink_to("..")
    assert state(tmp_path / "in", file, b"a") == TextState(status="missing", reason="leads out of the snapshots folder")


def test_links_inside_the_folder_and_to_the_folder_are_followed(tmp_path: Path) -> None:
    lay(tmp_path, {"in/x.txt": b"a"})
    (tmp_path / "in" / "y.txt").symlink_to("x.txt")
    (tmp_path / "link").symlink_to("in")
    assert state(tmp_path / "link", "y.txt", b"a").text == "a"


def test_what_cannot_be_read_is_missing_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, {"x.txt": b"abcd", "d/y": b""})
    os.mkfifo(tmp_path / "f")
    (tmp_path / "loop").symlink_to("loop")
    for file, reason in (
        ("d", "is no regular file"),
        ("f", "is no regular file"),
        ("x.txt/y", ""),
        ("a\0b", "embedded"),
    ):
        found = state(tmp_path, file)
        assert (found.status, found.text) == ("missing", None)
        assert reason in found.reason
    assert state(tmp_path, "loop").reason.startswith("cannot be read: ")
    over = Snapshots(tmp_path, limit=3).state(source("x.txt")).reason
    assert over == "is 4 bytes, over the limit of 3 bytes (`snapshot-size` under `limits` in the settings)"

    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.open", fail)
    assert state(tmp_path, "x.txt").reason == "cannot be read: permission denied"


def test_each_file_is_read_once(tmp_path: Path) -> None:
    lay(tmp_path, {"x.txt": b"a"})
    texts = Snapshots(tmp_path)
    assert texts.state(source("x.txt", b"a")).status == "here"
    (tmp_path / "x.txt").unlink()
    assert texts.state(source("x.txt", b"a")).status == "here"
    assert texts.state(source("x.txt", b"b")).status == "changed"


def refusal(folder: Path, name: str, text: str = "new", own: str | None = None, *others: Snapshot) -> str:
    with pytest.raises(WriteError) as caught:
        store_snapshot(folder, name, text, own=own, others=others)
    return str(caught.value)


def test_a_text_is_stored_and_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "claims" / "snapshots"
    file, sha256 = store_snapshot(folder, "sub/é.txt", "Words — “so”\n")
    snapshot = Snapshot(file=file, sha256=sha256)
    found = Snapshots(folder).state(Source(marks=NoMarks(), id="a", kind="article", snapshot=snapshot))
    assert found == TextState(status="here", text="Words — “so”\n")
    assert store_snapshot(folder, file, "Words — “so”\n") == (file, sha256)


def test_only_a_sources_own_text_is_overwritten(tmp_path: Path) -> None:
    lay(tmp_path, {"x.txt": b"old"})
    assert "is there already with other words" in refusal(tmp_path, "x.txt")
    assert "is there already with other words" in refusal(tmp_path, "x.txt", "new", "y.txt")
    theirs = Snapshot(file="./X.txt", sha256=digest_of("old"))
    assert "is the snapshot of another source" in refusal(tmp_path, "x.txt", "new", "x.txt", theirs)
    assert "is the snapshot of another source" in refusal(
        tmp_path, "Z.txt", "new", None, Snapshot(file="z.txt", sha256="0")
    )
    composed, decomposed = "caf\u00e9.txt", "cafe\u0301.txt"
    assert "of another source" in refusal(tmp_path, composed, "new", None, Snapshot(file=decomposed, sha256="0"))
    assert (tmp_path / "x.txt").read_bytes() == b"old"
    store_snapshot(tmp_path, "x.txt", "old", others=[theirs])
    store_snapshot(tmp_path, "x.txt", "new", own="x.txt")
    assert (tmp_path / "x.txt").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("../x.txt", "leaves the snapshots folder"),
        ("/x.txt", "leaves the snapshots folder"),
        ("c:x.txt", "leaves the snapshots folder"),
        ("", "is empty"),
        ("sub/", "is a folder"),
        ("far/x.txt", "leads out of the snapshots folder"),
        ("out.txt", "leads out of the snapshots folder"),
        ("sub", "cannot be written: is a directory"),
        ("file/x.txt", "cannot be written: "),
        ("loop", "cannot be written: "),
    ],
)
def test_nothing_is_stored_outside_the_folder(tmp_path: Path, name: str, message: str) -> None:
    folder = tmp_path / "in"
    lay(folder, {"sub/y": b"", "file": b""})
    (folder / "far").symlink_to("..")
    (folder / "out.txt").symlink_to("../out.txt")
    (folder / "loop").symlink_to("loop")
    assert message in refusal(folder, name)
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_what_was_stored_can_be_taken_back(tmp_path: Path) -> None:
    lay(tmp_path, {"old.txt": b"old", "same.txt": b"new"})
    for name in ("old.txt", "same.txt", "fresh.txt"):
        place_snapshot(tmp_path, name, "new", own=name).undo()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old.txt", "same.txt"]
    assert (tmp_path / "old.txt").read_bytes() == b"old"
    assert (tmp_path / "same.txt").read_bytes() == b"new"


def test_what_somebody_else_has_put_there_meanwhile_is_not_taken_back(tmp_path: Path) -> None:
    stored = place_snapshot(tmp_path, "x.txt", "new")
    (tmp_path / "x.txt").write_bytes(b"theirs")
    stored.undo()
    assert (tmp_path / "x.txt").read_bytes() == b"theirs"
    with pytest.raises(WriteError, match="is there already with other words"):
        place_snapshot(tmp_path, "x.txt", "new")
    assert (tmp_path / "x.txt").read_bytes() == b"theirs"
