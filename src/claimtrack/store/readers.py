"""Reading record files one after the other, or on several cores where there are many.

Another process reads the YAML, and here records are made of it, file by file while the other one
goes on; a file that has anything to tell of is read again here, so that each finding is made in
one place.
"""

from __future__ import annotations

import hashlib
from functools import partial
from typing import IO, TYPE_CHECKING, NamedTuple

from claimtrack.model.findings import Fault
from claimtrack.store.decode import Text, decode, read_data, unreadable
from claimtrack.store.recorded import FileRecords
from claimtrack.store.workers import Worker, processes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from claimtrack.model.settings import Limits
    from claimtrack.store.files import Found
    from claimtrack.store.memory import Memory

ENOUGH = 1_500_000
"""Bytes of record files from which on a second process pays: about 2,000 claims."""
_OWN_SHARE = 0.5
"""What this process reads itself, against what each of the others does: it makes the records of all that they read."""


class Read(NamedTuple):
    """One file, what it holds, and the digest of its bytes; empty where it could not be read."""

    file: Found
    held: FileRecords | Fault
    digest: str


def read_files(
    root: Path, files: Sequence[Found], codes: AbstractSet[str], limits: Limits, memory: Memory | None = None
) -> Iterator[Read]:
    """Read record files, in their order.

    In: the project's root, its files, the codes that a waiver may name, the limits, and what a
    cache holds of the files.
    """
    reader = Reader(root, codes, limits, memory)
    known = frozenset(memory.digests) if memory else frozenset()
    pieces = slices(files, known, processes())
    workers: list[Worker] = []
    try:
        workers.extend(Worker(partial(reader.hand_over, files[slice(*ends)])) for ends in pieces[1:])
        for file in files[slice(*pieces[0])]:
            yield reader.read(file)
        for worker, ends in zip(workers, pieces[1:], strict=True):
            lines = worker.lines()
            for file in files[slice(*ends)]:
                yield reader.take_over(file, next(lines, b""))
            worker.close()
    finally:
        for worker in workers:
            worker.close()


class Reader:
    """Reads files one at a time, here or in another process."""

    def __init__(self, root: Path, codes: AbstractSet[str], limits: Limits, memory: Memory | None) -> None:
        self._root, self._codes, self._limits, self._memory = root, codes, limits, memory

    def read(self, file: Found) -> Read:
        """Read one file, or remember it."""
        if file.problem:
            return Read(file, unreadable(file.path, file.problem, "Check that you may read the folder."), "")
        digest = self._memory.digests.get(file.path) if self._memory else None
        held = self._memory.recall(file.path, digest) if self._memory and digest else None
        if held and digest:
            return Read(file, held, digest)
        data, digest = self._bytes(file)
        held = self._memory.recall(file.path, digest) if self._memory and digest else None
        if held:
            return Read(file, held, digest)
        text = data if isinstance(data, Fault) else decode(data, file.path, self._limits)
        if isinstance(text, Fault):
            return Read(file, text, digest)
        # The schema costs more to import than many a project to read: only a real file needs it.
        from claimtrack.store.recordfile import read_records  # noqa: PLC0415

        return self._learnt(Read(file, read_records(text, self._codes, self._limits), digest))

    def hand_over(self, files: Sequence[Found], out: IO[bytes]) -> None:
        """Read the YAML of files for another process: a line for each, with its digest; an empty one where it fails."""
        from claimtrack.store.handed import hand_over  # noqa: PLC0415  (where there is much to read)
        from claimtrack.store.nodes import read_nodes  # noqa: PLC0415

        for file in files:
            data, digest = (b"", "") if file.problem else self._bytes(file)
            text = decode(data, file.path, self._limits) if digest and isinstance(data, bytes) else None
            held = hand_over(text, read_nodes(text, self._limits)) if isinstance(text, Text) else ""
            out.write(f"{digest} {held}\n".encode() if held else b"\n")
            out.flush()

    def take_over(self, file: Found, line: bytes) -> Read:
        """Make records of the line that another process has written, or read the file here."""
        from claimtrack.store.handed import take_over  # noqa: PLC0415
        from claimtrack.store.recordfile import read_handed  # noqa: PLC0415

        digest, _, held = line.decode().strip().partition(" ")
        found = read_handed(take_over(file.path, held), self._codes) if held else None
        return self._learnt(Read(file, found, digest)) if found else self.read(file)

    def _bytes(self, file: Found) -> tuple[bytes | Fault, str]:
        """Return what a file holds with its digest, or why it cannot be read with none."""
        data = read_data(self._root / file.path, file.path, self._limits)
        return (data, "") if isinstance(data, Fault) else (data, hashlib.sha256(data).hexdigest())

    def _learnt(self, read: Read) -> Read:
        if self._memory and isinstance(read.held, FileRecords):
            self._memory.learn(read.file.path, read.digest, read.held)
        return read


def slices(files: Sequence[Found], known: AbstractSet[str], number: int) -> list[tuple[int, int]]:
    """Return the pieces of a list of files for each of some processes, the first of them this one.

    Each has about as many bytes to parse; files that a cache knows count for nothing.
    """
    sizes = [file.stamp.size if file.stamp and file.path not in known else 0 for file in files]
    whole = sum(sizes)
    if number == 1 or whole < ENOUGH:
        return [(0, len(files))]
    share = whole / (_OWN_SHARE + number - 1)
    ends: list[int] = []
    reached, target = 0.0, share * _OWN_SHARE
    for place, size in enumerate(sizes, start=1):
        reached += size
        if reached >= target and len(ends) < number - 1:
            ends.append(place)
            target += share
    return list(zip([0, *ends], [*ends, len(files)], strict=True))
