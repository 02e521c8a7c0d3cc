from __future__ import annotations

import sys

import pytest

from claimtrack.cli._app import Failure
from claimtrack.cli._output import screen, write
from claimtrack.formats import Screen, Table

TABLE = Table(title="1 claim", columns=("id",), rows=(("a",),), items=({"id": "a"},), schema="s")


def pretend_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make stdout a terminal that takes colour."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_a_terminal_takes_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_terminal(monkeypatch)
    assert screen().colour


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_variable_takes_the_colour_out(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    pretend_terminal(monkeypatch)
    monkeypatch.setenv(name, value)
    assert not screen().colour


def test_a_pipe_takes_no_colour(capsys: pytest.CaptureFixture[str]) -> None:
    assert not screen().colour
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("200", 200), ("3", 20)])
def test_the_width_is_that_of_the_terminal_or_of_the_variable(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert screen(everything=True) == Screen(width=width, colour=screen().colour, everything=True)


def test_a_terminal_gets_a_table(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    pretend_terminal(monkeypatch)
    write("table", TABLE, None, Screen())
    assert capsys.readouterr().out.startswith("1 claim\n")


def test_a_pipe_gets_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    write("table", TABLE, None, Screen())
    assert capsys.readouterr().out == "a\n"


def test_the_format_asked_for_is_taken_wherever_it_goes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend_terminal(monkeypatch)
    write("table", TABLE, "csv", Screen())
    assert capsys.readouterr().out == "id\r\na\r\n"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("jsn", "`jsn` is no format of this command; there are csv, json,"),
        ("jsn", "Did you mean `json`?"),
        ("xml", "`xml` is no"),
    ],
)
def test_an_unknown_format_is_wrong_usage(name: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Failure) as caught:
        write("table", TABLE, name, Screen())
    assert caught.value.code == 2
    assert words in str(caught.value)
    assert capsys.readouterr().out == ""
