"""What the README shows is what happens: its files are written, its commands are run, in its order."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from claimtrack.cli import run
from claimtrack.model.settings import Limits
from claimtrack.rules import codes
from claimtrack.store.settings import read_settings
from claimtrack.views.rulebook import rulebook

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# (add to )?(claims/\S+|\S+\.txt)\n")
_TOUR = README[README.index("## A tour") : README.index("## Records")]


def blocks(text: str) -> list[tuple[str, str]]:
    return [(match[1], match[2]) for match in _BLOCK.finditer(text)]


def at_a_terminal(script: str, folder: Path) -> str:
    """Run a shell script at a terminal of 80 columns; return all that it shows."""
    environ = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "TERM": "xterm"}
    environ["PATH"] = f"{Path(sys.executable).parent}:{environ['PATH']}"
    ours, theirs = pty.openpty()
    shell = shutil.which("bash")
    assert shell
    with subprocess.Popen([shell, "-c", script], cwd=folder, env=environ, stdout=theirs, stderr=theirs) as process:  # noqa: S603  (the README's own commands)
        os.close(theirs)
        shown = b""
        while part := _read(ours):
            shown += part
        process.wait()
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so where others say that it is at an end.
        return b""


def pattern(shown: str) -> str:
    """Turn what the README shows into a pattern: a line `…` stands for any lines, a rule for one of any length."""
    parts = [re.sub("─+", "─+", re.escape(part)) for part in re.split(r"^…\n", shown, flags=re.MULTILINE)]
    return "(?:.*\n)*".join(parts)


def test_the_tour_runs_as_printed(tmp_path: Path) -> None:
    ran = 0
    for kind, block in blocks(_TOUR):
        if kind in ("yaml", "text") and (named := _FILE.match(block)):
            path = tmp_path / named[2]
            path.parent.mkdir(exist_ok=True)
            before = path.read_text(encoding="utf-8") if named[1] else ""
            # A record file may begin with its name as a comment; a text is what stands below.
            text = block if kind == "yaml" else block[named.end() :]
            path.write_text(before + text, encoding="utf-8")
        if kind == "console":
            commands = re.findall(r"^\$ (.*)$", block, re.MULTILINE)
            steps = (f"printf '%s\\n' '$ {command}'; (exit $code)\n{command}\ncode=$?" for command in commands)
            shown = at_a_terminal("\n".join(["code=0", *steps]), tmp_path)
            assert re.fullmatch(pattern(block), shown), shown
            ran += len(commands)
    assert ran >= 7


def test_there_are_two_set_up_commands_and_ci_runs_both_as_printed() -> None:
    setup = README[README.index("## Set up") : README.index("## A tour")]
    commands = re.findall(r"^\$ (.*)$", setup, re.MULTILINE)
    assert len(commands) == 2
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert all(command in script for command in commands)


def test_the_settings_shown_are_settings(tmp_path: Path) -> None:
    (settings,) = (block for kind, block in blocks(README) if kind == "toml")
    (tmp_path / "claimtrack.toml").write_text(settings, encoding="utf-8")
    assert tomllib.loads(settings)["format"] == 1
    read = read_settings(tmp_path, codes(), environ={})
    assert read.min_origins == 2
    assert read.limits == Limits(), "the limits shown are those that hold by themselves"


def test_the_table_of_rules_is_that_of_the_program() -> None:
    for row in rulebook().rows:
        assert f"| {' | '.join(row)} |\n" in README


@pytest.mark.parametrize("command", re.findall(r"^\| `claimtrack (\w+)", README, re.MULTILINE))
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    assert "Example: claimtrack " in capsys.readouterr().out


def test_every_command_is_in_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--help"])
    listed = capsys.readouterr().out.partition("Commands:")[2].partition("Example:")[0]
    assert all(f"| `claimtrack {name}" in README for name in re.findall(r"^  (\w+) ", listed, re.MULTILINE))
