"""What was answered before: the text of a command, by all that it depended on."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.model.report import Report
    from claimtrack.store.cache import Cache

T = TypeVar("T")

GROUP = "answers"
_NUMBER, _SIZE = 200, 256 * 2**20
"""How many answers a project keeps at most, and how many bytes."""
_CODES = range(256)
"""What a program can exit with."""


class Answer(NamedTuple):
    """All that a command which only reads brings forth."""

    text: str
    """For stdout."""
    code: int = 0
    before: tuple[str, ...] = ()
    """Lines for stderr before the text."""
    after: tuple[str, ...] = ()
    """Lines for stderr behind it."""


def key_of(state: str, question: tuple[object, ...]) -> str:
    """Return the name under which an answer is kept.

    In: the digest of a project's state, and whatever else the answer depends on: the command,
    its options, the day, the screen.
    """
    return hashlib.sha256(repr((state, question)).encode("utf-8", "surrogatepass")).hexdigest()


def recall(cache: Cache, key: str) -> Answer | None:
    """Return the answer that was kept under a key, None where there is none."""
    return _kept(cache, key, _answer)


def remember(cache: Cache, key: str, answer: Answer) -> None:
    """Keep an answer, and drop those that were asked for longest ago."""
    head = json.dumps([answer.code, answer.before, answer.after]).encode()
    cache.write(f"{GROUP}/{key}", head + b"\n" + answer.text.encode("utf-8", "surrogatepass"))
    cache.keep_newest(GROUP, number=_NUMBER, size=_SIZE)


def recall_report(cache: Cache, state: str, question: tuple[object, ...]) -> Report | None:
    """Return the report that was kept for a question, None where there is none."""
    from claimtrack.store.results import unpack_report  # noqa: PLC0415  (an answer in words needs none of it)

    return _kept(cache, key_of(state, question), unpack_report)


def remember_report(cache: Cache, state: str, question: tuple[object, ...], report: Report) -> None:
    """Keep a report, from which other questions can be answered."""
    from claimtrack.store.results import pack_report  # noqa: PLC0415  (likewise)

    cache.write(f"{GROUP}/{key_of(state, question)}", pack_report(report))


def _kept(cache: Cache, key: str, unpack: Callable[[bytes], T]) -> T | None:
    """Return what was kept under a key; None where there is nothing, or what somebody else has made up."""
    data = cache.read(f"{GROUP}/{key}")
    if data is None:
        return None
    try:
        held = unpack(data)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    cache.touch(f"{GROUP}/{key}")
    return held


def _answer(data: bytes) -> Answer:
    """Return the answer that a file holds. Raises ValueError or TypeError for one that was made up."""
    head, _, text = data.partition(b"\n")
    code, before, after = json.loads(head)
    if type(code) is not int or code not in _CODES or not all(isinstance(line, str) for line in [*before, *after]):
        raise ValueError("no answer of this program")
    return Answer(text.decode("utf-8", "surrogatepass"), code, tuple(before), tuple(after))
