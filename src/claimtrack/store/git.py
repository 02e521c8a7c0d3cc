"""What git remembers of the record files. It is asked, never changed, and the network is left alone.

Two questions are enough: in which commit some words came into a file, and what a file held in a
commit. Where git is missing, too slow, or the folder is in no repository, there is no answer.
"""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

TIMEOUT = 30
"""In seconds, for one question."""
_COMMIT = re.compile(rb"\0([0-9a-f]{40,64}) (\d{4}-\d\d-\d\d)\n")
_NAME = re.compile(rb'\+\+\+ "?b/(.*?)"?\t?\n')
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@")
_STRAY = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF")
"""Set where git runs us as a hook: they would lead it astray from the folder that we mean."""
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_LOG = (
    *("log", "-p", "-U0", "--follow", "--format=%x00%H %cs", "--no-color", "--no-ext-diff", "--no-textconv"),
    *("--no-show-signature", "--relative", "--src-prefix=a/", "--dst-prefix=b/"),
)


class Commit(NamedTuple):
    """The commit in which something came in."""

    id: str
    date: str
    path: str
    """Where the file lay then, relative to the folder asked about."""


def came_in(folder: Path, file: str, words: Collection[str]) -> dict[str, Commit]:
    """Return for each of some words the oldest commit in which a line of a file came to hold them.

    In: a folder, the path of the file relative to it, and the words. Out: the commits; words
    that are in no commit, or all of them where there is no history, are left out. One call of
    git, however many words; renamed files are followed.
    """
    wanted = {word.encode(): word for word in words if word}
    if not wanted:
        return {}
    pattern = re.compile(b"|".join(re.escape(word) for word in sorted(wanted, key=len, reverse=True)))
    log = _git(folder, [*_LOG, "--", file]) or b""
    found: dict[str, Commit] = {}
    commit, date, path, left = "", "", file, 0
    for line in log.splitlines(keepends=True):
        if left:  # Inside a hunk a line is content, whatever it looks like.
            left -= not line.startswith(b"\\")
            if line.startswith(b"+"):
                # The log runs backwards: what is met last came first.
                found.update({wanted[match]: Commit(commit, date, path) for match in pattern.findall(line)})
        elif header := _COMMIT.match(line):
            commit, date, path = header[1].decode(), header[2].decode(), file
        elif name := _NAME.match(line):
            path = os.fsdecode(name[1])
        elif hunk := _HUNK.match(line):
            left = sum(1 if number is None else int(number) for number in hunk.groups())
    return found


def contents(folder: Path, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], bytes]:
    """Return what files held in commits.

    In: a folder, and pairs of a commit and a path relative to the folder. Out: the bytes, by
    pair; what there was not is left out. One call of git for all.
    """
    pairs = [pair for pair in dict.fromkeys(wanted) if "\n" not in pair[1]]
    if not pairs:
        return {}
    asked = b"".join(b"%s:./%s\n" % (commit.encode(), os.fsencode(path)) for commit, path in pairs)
    answer = _git(folder, ["cat-file", "--batch"], asked) or b""
    found, at = {}, 0
    for pair in pairs:
        head, newline, _ = answer[at:].partition(b"\n") if at < len(answer) else (b"", b"", b"")
        at += len(head) + len(newline)
        kind, size = [*head.rsplit(b" ", 2), b"", b""][1:3]
        if size.isdigit():
            if kind == b"blob":
                found[pair] = answer[at : at + int(size)]
            at += int(size) + 1
    return found


def _git(folder: Path, arguments: list[str], asked: bytes = b"") -> bytes | None:
    """Return what git answers, None where it does not."""
    environ = {key: value for key, value in os.environ.items() if key not in _STRAY} | _QUIET
    command = ["git", "-c", "core.quotePath=false", "-c", "protocol.allow=never", *arguments]
    try:
        done = subprocess.run(  # noqa: S603  (a list, no shell; what varies stands behind `--` or is asked on stdin)
            command, cwd=folder, env=environ, input=asked, capture_output=True, timeout=TIMEOUT, check=False
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None
