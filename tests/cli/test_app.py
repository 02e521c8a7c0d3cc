from __future__ import annotations

import io
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
import typer

import claimtrack
from claimtrack import cli, engine
from claimtrack.cli import _app, leave, main, run
from support import BASE, lay

COMMANDS = sorted(path.stem.rstrip("_") for path in Path(cli.__file__).parent.glob("[!_]*.py"))
RECORDS = "article: harbour-sale\nclaims:\n- {id: a, text: T, sources: [{source: board-minutes, at: page 4}]}\n"
SPY = """\
import sys
from claimtrack.cli import run
code = run(sys.argv[1:])
loaded = {name.partition(".")[0] for name in sys.modules}
print("LOADED", *sorted({"rich", "pydantic", "yaml", "rapidfuzz"} & loaded), file=sys.stderr)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay(tmp_path, {**BASE, "claims/x.yaml": RECORDS})


# ---- help


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"claimtrack {claimtrack.__version__}\n"


@pytest.fixture
def exits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what would end this process raise SystemExit."""
    monkeypatch.setattr(os, "_exit", sys.exit)


@pytest.mark.usefixtures("exits")
def test_main_exits_with_the_code(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["nonsense"])
    assert caught.value.code == 2
    monkeypatch.setattr(sys, "argv", ["claimtrack", "--version"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 0
    assert "claimtrack" in capsys.readouterr().out


@pytest.mark.usefixtures("exits")
@pytest.mark.parametrize(
    ("error", "code", "left_with"),
    [(BrokenPipeError(), 0, 141), (OSError(28, "No space left on device"), 0, 2), (ValueError("closed"), 1, 1)],
)
def test_what_cannot_be_printed_at_the_end_is_not_passed_over(
    monkeypatch: pytest.MonkeyPatch, error: Exception, code: int, left_with: int
) -> None:
    class Stuck(io.StringIO):
        def flush(self) -> None:
            raise error

    monkeypatch.setattr(sys, "stdout", Stuck())
    with pytest.raises(SystemExit) as caught:
        leave(code)
    assert caught.value.code == left_with


def test_help_names_every_command_the_first_ones_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    out = capsys.readouterr().out
    listed = [line.split()[0] for line in out.partition("Commands:\n")[2].splitlines() if line.startswith("  ")]
    assert [name for name in listed if name in COMMANDS][: len(_app.ORDER)] == list(_app.ORDER)
    assert sorted(name for name in listed if name in COMMANDS) == COMMANDS
    assert "Example: claimtrack" in out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"Example: claimtrack {command}" in out
    assert "-C, --directory DIR" in out


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["list_"], "No such command 'list_'"),
        (["_app"], "No such command '_app'"),
        (["list", "--nonsense"], "No such option: --nonsense"),
        (["show"], "Missing argument 'ID'"),
        ([], "Usage: claimtrack"),
    ],
)
def test_wrong_usage_is_told_on_stderr(argv: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(argv) == 2
    out, err = capsys.readouterr()
    assert words in err
    assert (out, "Traceback" in err) == ("", False)


# ---- what goes wrong in the program


def broken(*_: object, **__: object) -> None:
    raise RuntimeError("it broke\n\x1b[2J")


def test_a_defect_is_owned_up_to_and_told_where_to_report(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CLAIMTRACK_TRACEBACK", raising=False)
    monkeypatch.setattr(engine, "check", broken)
    assert run(["verify", "-C", str(project)]) == 4
    out, err = capsys.readouterr()
    assert out == ""
    assert "claimtrack has a defect (RuntimeError: it broke \\x1b[2J, at test_app.py:" in err
    assert "https://github.com/claimtrack/claimtrack/issues" in err
    assert "Traceback" not in err


def test_a_defect_outside_of_any_command_is_owned_up_to_as_well(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CLAIMTRACK_TRACEBACK", raising=False)
    monkeypatch.setattr(_app, "application", broken)
    assert run([]) == 4
    assert "has a defect" in capsys.readouterr().err


def test_a_defect_without_a_trace_is_told_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CLAIMTRACK_TRACEBACK", raising=False)
    assert cli.own_up(ValueError("never raised")) == 4
    assert "at unknown place" in capsys.readouterr().err


def test_a_variable_shows_the_whole_of_a_defect(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMTRACK_TRACEBACK", "1")
    monkeypatch.setattr(engine, "check", broken)
    with pytest.raises(RuntimeError, match="it broke"):
        run(["verify", "-C", str(project)])


@pytest.mark.parametrize(("module", "name"), [(engine, "check"), (_app, "application")])
def test_an_interruption_is_130(project: Path, monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, name, interrupted)
    assert run(["verify", "-C", str(project)]) == 130


def test_a_closed_pipe_is_141_and_nothing_is_said_of_it(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        assert run(["list", "-C", str(project)]) == 141
        monkeypatch.undo()
    assert capsys.readouterr().err == ""


def test_a_stream_that_cannot_change_its_encoding_is_written_to_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.StringIO()
    monkeypatch.setattr(sys, "stdout", written)
    assert run(["--version"]) == 0
    assert written.getvalue().startswith("claimtrack ")


def test_a_wrong_value_that_a_command_finds_is_wrong_usage(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise typer.BadParameter("not that one")

    monkeypatch.setattr(engine, "check", refuse)
    assert run(["verify", "-C", str(project)]) == 2
    assert "not that one" in capsys.readouterr().err


def test_an_exit_without_a_number_is_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    def leave(*_: object, **__: object) -> None:
        raise SystemExit

    monkeypatch.setattr("typer.main.get_command", lambda _: type("App", (), {"main": leave})())
    assert _app.application([]) == 0


def test_an_application_that_comes_back_is_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("typer.main.get_command", lambda _: type("App", (), {"main": lambda *_, **__: None})())
    assert _app.application([]) == 0


@pytest.mark.usefixtures("exits")
def test_the_module_is_the_command_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["claimtrack", "--version"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("claimtrack", run_name="__main__")
    assert caught.value.code == 0
    runpy.run_module("claimtrack.__main__", run_name="imported")
    assert capsys.readouterr().out == f"claimtrack {claimtrack.__version__}\n"


# ---- a process of its own


def start(*argv: str, **variables: str) -> subprocess.Popen[bytes]:
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, *argv], stdout=pipe, stderr=pipe, env={**environ, **variables})  # noqa: S603  (our own program)


def test_the_module_runs_as_a_program() -> None:
    with start("-m", "claimtrack", "--version") as process:
        assert process.communicate() == (f"claimtrack {claimtrack.__version__}\n".encode(), b"")
    assert process.returncode == 0


def test_whoever_reads_only_the_beginning_is_not_told_of_it(tmp_path: Path) -> None:
    claims = "".join(f"- {{id: c{number}, text: {'long ' * 50}}}\n" for number in range(1_000))
    lay(tmp_path, {**BASE, "claims/x.yaml": f"article: harbour-sale\nclaims:\n{claims}"})
    with start("-m", "claimtrack", "list", "-C", str(tmp_path)) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_the_output_is_utf_8_whatever_the_locale_says(project: Path) -> None:
    lay(project, {"claims/y.yaml": "sources: [{id: s, kind: book, title: Hafen für alle 港 😀}]\n"})
    argv = ("-m", "claimtrack", "list", "sources", "-C", str(project))
    with start(*argv, PYTHONIOENCODING="ascii", LC_ALL="C") as process:
        out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert "Hafen für alle 港 😀" in out.decode()


@pytest.mark.parametrize(
    ("argv", "absent"),
    [
        (["list", "--help"], {"rich", "pydantic", "yaml", "rapidfuzz"}),
        (["verify", "--help"], {"rich", "pydantic", "yaml", "rapidfuzz"}),
        (["list"], {"rich", "rapidfuzz"}),
        (["verify"], {"rich", "rapidfuzz"}),
        (["show", "a"], {"rich", "rapidfuzz"}),
    ],
)
def test_a_command_loads_only_what_it_needs_in_a_project(project: Path, argv: list[str], absent: set[str]) -> None:
    with start("-c", SPY, *argv, "-C", str(project)) as process:
        out, err = process.communicate()
    (line,) = [line for line in err.decode().splitlines() if line.startswith("LOADED")]
    assert not absent & set(line.split()), line
    assert out


@pytest.mark.parametrize("argv", [["--version"], ["--help"], ["explain"]])
def test_what_needs_no_project_loads_no_library(argv: list[str]) -> None:
    with start("-c", SPY, *argv) as process:
        out, err = process.communicate()
    assert (err.decode().split(), bool(out)) == (["LOADED"], True)


def test_what_the_system_refuses_is_no_defect_of_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", "a" * 300, "-C", str(tmp_path)]) == 2
    assert "claimtrack: the system refused" in capsys.readouterr().err


def test_a_full_disk_is_told_and_is_no_pass(tmp_path: Path) -> None:
    lay(
        tmp_path,
        {"claims/x.yaml": "article: a\nsources: [{id: a, kind: document, title: T}]\nclaims: [{id: c, text: T}]\n"},
    )
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run(  # noqa: S603  (our own program)
            [sys.executable, "-m", "claimtrack", "list", "-C", str(tmp_path)],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert (ended.returncode, "Traceback" in ended.stderr) == (2, False)
