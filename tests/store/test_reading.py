from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from claimtrack.store.reading import NoFileError, TooLargeError, read_bytes, size_in_words


@pytest.mark.parametrize("data", [b"", b"a", b"abcd", b"\r\n\x00\x1a\xff"])
def test_a_file_up_to_the_limit_is_read_byte_for_byte(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x").write_bytes(data)
    (tmp_path / "link").symlink_to("x")
    assert read_bytes(tmp_path / "x", len(data)) == data
    assert read_bytes(tmp_path / "link", 100) == data


def test_a_file_over_the_limit_is_refused_with_both_sizes(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"abcd")
    with pytest.raises(TooLargeError, match=r"^is 4 bytes, over the limit of 3 bytes$"):
        read_bytes(tmp_path / "x", 3)


def test_a_huge_file_with_nothing_in_it_is_refused_by_its_size(tmp_path: Path) -> None:
    with (tmp_path / "x").open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(TooLargeError, match=r"^is 1024 GB, over the limit of 16 MB$"):
        read_bytes(tmp_path / "x", 2**24)


@pytest.mark.parametrize(("grows", "fits"), [(6, True), (7, False), (5_000, False)])
def test_the_limit_holds_for_what_is_read_though_the_file_grows_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, grows: int, *, fits: bool
) -> None:
    path, real = tmp_path / "x", os.fstat
    path.write_bytes(b"abcd")

    def fstat_and_grow(descriptor: int) -> os.stat_result:
        status = real(descriptor)
        path.write_bytes(b"abcd" + b"e" * grows)
        return status

    monkeypatch.setattr(os, "fstat", fstat_and_grow)
    if fits:
        assert read_bytes(path, 10) == b"abcdeeeeee"
        return
    with pytest.raises(TooLargeError, match="is 11 bytes, over the limit of 10 bytes"):
        read_bytes(path, 10)


def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "link").symlink_to("fifo")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for path in (tmp_path, tmp_path / "fifo", tmp_path / "link", tmp_path / "socket", Path("/dev/zero")):
            with pytest.raises(NoFileError, match=r"^is no regular file$"):
                read_bytes(path, 100)


def test_a_pipe_put_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, real = tmp_path / "x", os.open
    path.write_bytes(b"abcd")

    def replace_and_open(name: Path, flags: int) -> int:
        path.unlink()
        os.mkfifo(path)
        return real(name, flags)

    monkeypatch.setattr(os, "open", replace_and_open)
    with pytest.raises(NoFileError):
        read_bytes(path, 100)


def test_what_the_system_makes_up_is_read_too(tmp_path: Path) -> None:
    made_up = Path("/proc/self/status")
    if not made_up.exists():
        pytest.skip("this system makes no files up")
    assert read_bytes(made_up, 2**20).startswith(b"Name:")
    with pytest.raises(TooLargeError):
        read_bytes(made_up, 10)
    with pytest.raises(FileNotFoundError):
        read_bytes(tmp_path / "gone", 10)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (1023, "1023 bytes"),
        (1024, "1 KB"),
        (1536, "1.5 KB"),
        (2**24, "16 MB"),
        (2**24 + 1, "16.0 MB"),
        (20_000_000, "19.1 MB"),
        (2**31, "2 GB"),
    ],
)
def test_sizes_are_told_in_the_largest_unit_that_fits(size: int, words: str) -> None:
    assert size_in_words(size) == words
