"""What a cache holds of the record files of a project: the records of each, by its digest.

Only files that could be read whole are held; one with a fault is being worked on, and read anew.
Many files share one file of the cache, for opening each would take longer than parsing it.
"""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

from claimtrack.store.packed import pack_file, unpack_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from collections.abc import Set as AbstractSet

    from claimtrack.store.cache import Cache
    from claimtrack.store.recorded import FileRecords

GROUP = "records"
_AT_ONCE = 64 * 2**20
"""In characters: what is new is written when it is more, not to fill the memory."""
_SHARDS = 64
"""How many files the records are spread over: writing one back is a sixty-fourth of all."""


class Memory:
    """The records that a cache holds of the files of one project."""

    def __init__(
        self,
        cache: Cache,
        basis: str,
        digests: Mapping[str, str],
        *,
        learns: bool = True,
        holds: Callable[[], bool] = lambda: True,
    ) -> None:
        """Open what the cache holds.

        In: the cache, what its records hold for, the digests of files that have not changed, by
        path, whether it is worth while to keep what is read now, and what tells at the end
        whether the basis is still the one under which the files were read.
        """
        self.digests = digests
        self._learns = learns
        self._holds = holds
        self._cache = cache
        self._basis = basis
        self._held: dict[int, dict[str, tuple[str, str]]] = {}
        """Of each shard that was looked into: by path, the digest and the packed records."""
        self._new: dict[int, dict[str, tuple[str, str]]] = {}
        self._size = 0

    def recall(self, path: str, digest: str) -> FileRecords | None:
        """Return the records of a file with this digest, None where they are not held."""
        shard = _shard(path)
        if shard not in self._held:
            self._held[shard] = self._shard(shard)
        held, packed = self._held[shard].pop(path, ("", ""))
        try:
            return unpack_file(path, packed) if held == digest else None
        except Exception:  # noqa: BLE001  (there is no end to what somebody may make up and give a digest)
            return None

    def learn(self, path: str, digest: str, found: FileRecords) -> None:
        """Take note of what was read from a file with this digest."""
        if not self._learns or not found.whole:
            return
        packed = pack_file(found)
        self._new.setdefault(_shard(path), {})[path] = (digest, packed)
        self._size += len(packed)
        if self._size > _AT_ONCE:
            self.save()

    def save(self, paths: AbstractSet[str] | None = None) -> None:
        """Write what is new to the cache. In: the files that there are, where what is held of others shall go."""
        if self._new and not self._holds():
            self._new.clear()
        for shard, new in self._new.items():
            lines = [json.dumps(self._basis)]
            for path, (digest, packed) in {**self._shard(shard), **new}.items():
                if paths is None or path in paths:
                    lines.extend((json.dumps([path, digest]), packed))
            self._cache.write(_name(shard), "\n".join(lines).encode())
        self._new.clear()
        self._size = 0

    def _shard(self, shard: int) -> dict[str, tuple[str, str]]:
        """Return what a file of the cache holds: by path, the digest and the packed records."""
        data = self._cache.read(_name(shard))
        lines = data.decode(errors="replace").split("\n") if data else []
        found: dict[str, tuple[str, str]] = {}
        if lines and lines[0] == json.dumps(self._basis):
            with suppress(ValueError, TypeError, RecursionError):  # Made up, or it would not fit its digest.
                for head, packed in zip(lines[1::2], lines[2::2], strict=True):
                    path, digest = json.loads(head)
                    found[path] = (digest, packed)
        return found


def _shard(path: str) -> int:
    return zlib.crc32(path.encode("utf-8", "surrogateescape")) % _SHARDS


def _name(shard: int) -> str:
    return f"{GROUP}/{shard:02}"
