"""Several programs at once on one project, while somebody edits it."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from cached import CLAIMS, MINUTES, assert_same, cache_of, held, project_files, said
from support import lay

if TYPE_CHECKING:
    from pathlib import Path

RUN = """\
import sys
from claimtrack.cli import run
for _ in range(int(sys.argv[1])):
    code = run(sys.argv[2:])
    print("CODE", code)
    sys.stdout.flush()
"""
PROCESSES, ROUNDS = 8, 5


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CLAIMTRACK_SNAPSHOTS", raising=False)
    monkeypatch.setenv("CLAIMTRACK_CACHE", str(tmp_path / "caches"))
    return lay(tmp_path / "desk", project_files())


def start(root: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", RUN, str(ROUNDS), *arguments, "-C", str(root)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, encoding="utf-8")  # noqa: S603  (our own)


def finished(processes: list[subprocess.Popen[str]]) -> list[str]:
    """Wait for all. Out: all that they said, an answer each."""
    answers = []
    for process in processes:
        with process:
            out, err = process.communicate()
        assert not err, err
        answers += [f"{answer}CODE" for answer in out.split("CODE")[:-1]]
    return answers


def written(root: Path, name: str, text: str) -> None:
    """Put a file in the place of another in one step, as editors do: nobody may see the half of it."""
    scratch = root / "scratch"
    scratch.write_text(text, encoding="utf-8")
    scratch.replace(root / name)


NAMES = ("claims/x.yaml", "claims/snapshots/minutes.txt", "claimtrack.toml")
STATES = [
    (claims, minutes, settings)
    for claims in (CLAIMS, CLAIMS.replace("carried, six votes", "carried, nine votes"))
    for minutes in (MINUTES, MINUTES.replace("six", "two"))
    for settings in ("format = 1\n", 'format = 1\nselect = ["CT2"]\n')
]
"""All that may be there at once for somebody who reads one file after the other."""


def put(root: Path, number: int) -> None:
    for name, text in zip(NAMES, STATES[number], strict=True):
        if not (root / name).exists() or (root / name).read_text(encoding="utf-8") != text:
            written(root, name, text)


def test_of_programs_that_run_at_once_each_says_what_it_would_say_alone(root: Path) -> None:
    expected = said(root, "verify", "--no-cache").out
    answers = finished([start(root, "verify") for _ in range(PROCESSES)])
    assert len(answers) == PROCESSES * ROUNDS
    assert {answer.partition("\n")[2] if answer[0] == " " else answer for answer in answers} == {f"{expected}CODE"}
    assert not [name for name in held(cache_of(root)) if name.endswith(".tmp")]
    assert_same(root)


def test_while_somebody_edits_each_says_what_was_there_at_some_time_and_nothing_wrong_is_kept(root: Path) -> None:
    expected = []
    for number in range(len(STATES)):
        put(root, number)
        expected.append(said(root, "verify", "--format", "json", "--no-cache").out)
    assert len(set(expected)) > 4
    done = threading.Event()

    def edit() -> None:
        while not done.is_set():
            for number in (1, 0, 2, 0, 4, 0, 7):
                put(root, number)
                done.wait(0.003)

    editor = threading.Thread(target=edit)
    editor.start()
    try:
        answers = finished([start(root, "verify", "--format", "json") for _ in range(PROCESSES)])
    finally:
        done.set()
        editor.join()
    assert {answer[answer.index("{") : -len("CODE")] for answer in answers} <= set(expected)
    for number in range(len(STATES)):
        put(root, number)
        for _ in range(2):
            assert said(root, "verify", "--format", "json").out == expected[number]


def test_who_throws_the_cache_away_disturbs_nobody(root: Path) -> None:
    expected = said(root, "verify", "--no-cache").out
    running = [start(root, "verify") for _ in range(4)]
    clearing = start(root, "cache", "clear")
    answers = finished(running)
    assert all(expected in answer for answer in answers)
    assert all("cache" in answer for answer in finished([clearing]))
    assert_same(root)
