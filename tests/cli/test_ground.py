"""What a command asks of the cache, what it keeps there, and what it had better not keep."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from cached import CLAIMS, COMMANDS, MINUTES, Said, assert_same, cache_of, held, project_files, rewrite, said
from claimtrack import engine
from claimtrack.cli import _project
from claimtrack.cli._app import Failure
from claimtrack.cli._ground import Ground, root_around
from claimtrack.store import settings as settings_module
from claimtrack.store.cache import Cache
from support import lay

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LIBRARIES = {"yaml", "pydantic", "pydantic_core", "rich", "rapidfuzz", "tomllib"}
OURS = {"claimtrack.model.records", "claimtrack.engine", "claimtrack.rules"}
SPY = """\
import sys
from claimtrack.cli import run
code = run(sys.argv[1:])
print("LOADED", *sorted(sys.modules), file=sys.stderr)
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CLAIMTRACK_SNAPSHOTS", raising=False)
    monkeypatch.delenv("CLAIMTRACK_NO_CACHE", raising=False)
    monkeypatch.setenv("CLAIMTRACK_CACHE", str(tmp_path / "caches"))
    return lay(tmp_path / "desk", project_files())


def loaded(*arguments: str) -> set[str]:
    """Return the modules that a process of its own loads for a command."""
    command = [sys.executable, "-c", SPY, *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  (our own program)
    (line,) = [line for line in ended.stderr.splitlines() if line.startswith("LOADED")]
    assert ended.stdout
    return set(line.split())


def refuse(*_: object, **__: object) -> None:
    raise AssertionError("the project was read")


# ---- what is loaded


@pytest.mark.parametrize("command", [("verify",), ("list",), ("show", "six"), ("trace", "six")])
def test_of_a_project_that_has_not_changed_nothing_is_loaded_but_the_answer(
    root: Path, command: tuple[str, ...]
) -> None:
    first = loaded(*command, "-C", str(root))
    assert "yaml" in first
    assert "rich" not in first
    assert not (LIBRARIES | OURS) & loaded(*command, "-C", str(root))


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_what_needs_no_project_loads_no_library_and_nothing_that_reads(option: str) -> None:
    names = loaded(option)
    assert not (LIBRARIES | OURS) & names
    assert not {name for name in names if name.startswith("claimtrack.store")}


# ---- what is kept


def test_an_answer_is_given_again_without_a_look_at_the_records(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = {command: said(root, *command) for command in COMMANDS}
    monkeypatch.setattr(_project, "read_project", refuse)
    assert {command: said(root, *command) for command in COMMANDS} == first


@pytest.mark.parametrize(
    "options",
    [
        ["--format", "json"],
        ["--fail-on", "info"],
        ["--select", "CT1"],
        ["--ignore", "CT1"],
        ["--as-of", "2001-01-01"],
        ["--require-snapshots"],
        ["--all"],
    ],
)
def test_another_question_has_another_answer(root: Path, options: list[str]) -> None:
    lay(root, {"claimtrack.toml": "format = 1\nmin-origins = 2\n"})
    said(root, "verify")
    assert_same(root, ("verify", *options))


def test_another_day_and_another_width_have_other_answers(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waiver = "    waivers: [{rule: CT105, why: W, until: 2026-01-01}]\n"
    lay(root, {"claims/x.yaml": CLAIMS.replace("    quote: Six", f"{waiver}    quote: Six")})
    seen = set()
    for epoch in ("1700000000", "1800000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        assert_same(root, ("verify",))
        seen.add(said(root, "verify").out)
    assert len(seen) == 2
    for columns in ("40", "120"):
        monkeypatch.setenv("COLUMNS", columns)
        assert_same(root, ("verify", "--format", "table"))
        seen.add(said(root, "verify", "--format", "table").out)
    assert len(seen) == 4


def test_words_on_stderr_and_the_exit_code_are_given_again_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(root, {"claims/y.yaml": "parties: [broken\n", "claims/snapshots/port-sale.txt": "other"})
    first = [said(root, *command) for command in (("verify",), ("list",), ("coverage",))]
    assert [answer.code for answer in first] == [1, 0, 3]
    assert "claims/y.yaml has 2 problems" in first[1].err
    assert "no article could be checked" in first[2].err
    monkeypatch.setattr(_project, "read_project", refuse)
    assert [said(root, *command) for command in (("verify",), ("list",), ("coverage",))] == first


def test_a_mistake_is_told_each_time(root: Path) -> None:
    said(root, "list")
    for arguments in (("show", "nobody"), ("list", "--columns", "no"), ("verify", "nowhere.yaml")):
        found = [said(root, *arguments), said(root, *arguments)]
        assert (found[0].code, found[0]) == (2, found[1])


@pytest.mark.parametrize("variable", [None, "1", "true", "yes"])
def test_without_the_cache_nothing_is_read_or_written(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str | None
) -> None:
    if variable:
        monkeypatch.setenv("CLAIMTRACK_NO_CACHE", variable)
    monkeypatch.setattr(Cache, "read", refuse)
    for command in COMMANDS:
        assert said(root, *command, *([] if variable else ["--no-cache"])).code in (0, 1)
    assert not (tmp_path / "caches").exists()


def test_nothing_is_written_into_the_project(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    before = {path: path.stat().st_mtime_ns for path in [root, *root.rglob("*")]}
    assert_same(root)
    assert {path: path.stat().st_mtime_ns for path in [root, *root.rglob("*")]} == before


def test_records_are_kept_only_of_a_project_that_is_looked_at_again(root: Path) -> None:
    said(root, "verify")
    assert not [name for name in held(cache_of(root)) if name.startswith("records")]
    rewrite(root / "claims/x.yaml", CLAIMS + "# again\n")
    assert_same(root)
    assert [name for name in held(cache_of(root)) if name.startswith("records")]


# ---- what is not kept


def during(monkeypatch: pytest.MonkeyPatch, change: Callable[[], object]) -> None:
    """Let something happen while the rules run."""
    real = engine.check

    def check(*arguments: Any) -> Any:  # noqa: ANN401  (as the function that it stands for)
        report = real(*arguments)
        change()
        return report

    monkeypatch.setattr(engine, "check", check)


CHANGED: dict[str, Callable[[Path], object]] = {
    "a record file": lambda root: rewrite(root / "claims/x.yaml", CLAIMS.replace("six votes", "ten votes")),
    "a text": lambda root: rewrite(root / "claims/snapshots/minutes.txt", "other"),
    "settings": lambda root: rewrite(root / "claimtrack.toml", "format = 1\nmin-origins = 3\n"),
    "a new file": lambda root: rewrite(root / "claims/y.yaml", "claims: [{id: a}]\n"),
}


@pytest.mark.parametrize("change", CHANGED.values(), ids=CHANGED)
def test_what_changes_while_it_is_read_leaves_no_wrong_answer(
    root: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]
) -> None:
    before = said(root, "verify", "--no-cache")
    with monkeypatch.context() as patched:
        during(patched, lambda: change(root))
        assert said(root, "verify") == before
    after = said(root, "verify", "--no-cache")
    assert after != before
    assert [said(root, "verify"), said(root, "verify")] == [after, after]


def test_a_text_that_was_another_one_only_while_it_was_read_leaves_no_wrong_answer(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = said(root, "verify", "--no-cache")
    minutes = root / "claims/snapshots/minutes.txt"
    real = engine.check

    def check(*arguments: Any) -> Any:  # noqa: ANN401  (as the function that it stands for)
        rewrite(minutes, "other")
        report = real(*arguments)
        rewrite(minutes, MINUTES)
        os.utime(minutes, (0, 0))
        return report

    with monkeypatch.context() as patched:
        patched.setattr(engine, "check", check)
        assert said(root, "verify") != right
    assert said(root, "verify") == right


def test_settings_that_were_others_only_while_they_were_read_leave_no_wrong_answer(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = rewrite(root / "claimtrack.toml", "format = 1\n")
    right = said(root, "verify", "--no-cache")
    said(root, "list")
    rewrite(root / "claims/x.yaml", CLAIMS + "# edited\n")
    real = settings_module.read_settings

    def read(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401  (as the function that it stands for)
        rewrite(settings, 'format = 1\nselect = ["CT9"]\n')
        found = real(*arguments, **options)
        rewrite(settings, "format = 1\n")
        os.utime(settings, (0, 0))
        return found

    with monkeypatch.context() as patched:
        patched.setattr("claimtrack.cli._project.read_settings", read)
        assert said(root, "verify") != right
    assert not [name for name in held(cache_of(root)) if name.startswith("records")]
    assert said(root, "verify") == right


def test_what_changes_between_the_look_and_the_reading_leaves_no_wrong_answer(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The report of before is known, and the records are those of after: no card may hold both.
    said(root, "verify")
    real = _project.read_project
    for change in (CLAIMS.replace("quote: Six", "quote: Sux"), "parties: [broken\n"):

        def read(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401  (as the function that it stands for)
            rewrite(root / "claims/x.yaml", change)  # noqa: B023  (called in this round)
            return real(*arguments, **options)

        with monkeypatch.context() as patched:
            patched.setattr(_project, "read_project", read)
            said(root, "show", "six")
        assert_same(root)
        rewrite(root / "claims/x.yaml", CLAIMS)
        assert_same(root)


def test_a_file_that_cannot_be_read_any_more_leaves_no_wrong_answer(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(root, "list")
    right = said(root, "verify", "--no-cache")
    real = _project.read_project

    def read(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401  (as the function that it stands for)
        (root / "claims/x.yaml").rename(root / "x")
        (root / "claims/x.yaml").symlink_to("nowhere")
        found = real(*arguments, **options)
        (root / "x").replace(root / "claims/x.yaml")
        return found

    with monkeypatch.context() as patched:
        patched.setattr(_project, "read_project", read)
        assert said(root, "verify") != right
    assert said(root, "verify") == right


def test_where_remembered_records_fail_everything_is_read_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = said(root, "verify", "--no-cache")
    real = _project.read_project

    def read(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401  (as the function that it stands for)
        if arguments[2] is not None:
            raise KeyError("made up")
        return real(*arguments, **options)

    monkeypatch.setattr(_project, "read_project", read)
    assert said(root, "verify") == right


def test_where_a_rule_fails_on_remembered_records_everything_is_read_anew(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = said(root, "verify", "--no-cache")
    real, calls = engine.check, []

    def check(*arguments: Any) -> Any:  # noqa: ANN401  (as the function that it stands for)
        calls.append(arguments[0])
        if len(calls) == 1:
            raise AttributeError("made up")
        return real(*arguments)

    monkeypatch.setattr(engine, "check", check)
    assert said(root, "verify") == right
    assert calls[0] is not calls[1]


def test_a_defect_of_our_own_is_still_owned_up_to(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMTRACK_TRACEBACK", raising=False)
    monkeypatch.setattr(_project, "read_project", refuse)
    assert said(root, "verify") == said(root, "verify", "--no-cache")
    assert said(root, "verify").code == 4


@pytest.mark.parametrize("step", ["open", "mkdir", "replace"])
def test_an_interruption_leaves_a_cache_that_can_be_used(
    root: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    right = said(root, "verify", "--no-cache")
    real = getattr(os, step)
    hits = 0
    for number in range(1, 20):
        counted = 0

        def count(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401  (as the function that it stands for)
            nonlocal counted, hits
            writes = step != "open" or arguments[1] & os.O_WRONLY
            counted += bool(writes)
            if writes and counted == number:  # noqa: B023  (called in this round)
                hits += 1
                raise KeyboardInterrupt
            return real(*arguments, **options)

        with monkeypatch.context() as patched:
            patched.setattr(os, step, count)
            assert said(root, "verify") in (right, Said(130, right.out, right.err))
        assert said(root, "verify") == right
        assert not [name for name in held(cache_of(root)) if name.endswith(".tmp")]
        said(root, "cache", "clear")
    assert hits >= 1


# ---- where it is


def test_the_root_is_found_from_any_folder_inside(root: Path) -> None:
    assert root_around(root / "claims/snapshots") == root
    assert Ground(root / "claims", no_cache=True).root == root


def test_where_there_is_no_project_the_reason_is_told(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="there are no claims in or above") as caught:
        Ground(tmp_path, no_cache=False)
    assert caught.value.code == 3
    with pytest.raises(Failure, match="is no folder") as caught:
        root_around(tmp_path / "nowhere")
    assert caught.value.code == 2
