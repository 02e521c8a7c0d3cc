from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import claimtrack.formats
from claimtrack.formats import Block, Card, Line, Screen, Table, formats

if TYPE_CHECKING:
    from claimtrack.formats import Thing


@pytest.mark.parametrize(
    ("thing", "names"),
    [
        ("table", ["csv", "json", "jsonl", "markdown", "plain", "table"]),
        ("report", ["json", "plain", "table"]),
        ("card", ["json", "plain", "table"]),
    ],
)
def test_a_format_is_known_for_each_thing_that_it_can_put_into_words(thing: Thing, names: list[str]) -> None:
    assert set(names) <= set(formats(thing))


def test_every_file_of_the_folder_is_a_format() -> None:
    files = {path.stem.rstrip("_") for path in Path(claimtrack.formats.__file__).parent.glob("[!_]*.py")}
    things: tuple[Thing, ...] = ("table", "report", "card", "trace")
    assert files == {name for thing in things for name in formats(thing)}


@pytest.mark.parametrize("name", ["csv", "json", "jsonl", "markdown", "plain", "table"])
def test_an_empty_table_is_no_trouble_in_any_format(name: str) -> None:
    empty = Table(title="no claims", columns=("id", "text"), rows=(), items=(), schema="claimtrack/list/1")
    assert isinstance(formats("table")[name](empty, Screen()), str)


@pytest.mark.parametrize("name", ["csv", "json", "jsonl", "markdown", "plain", "table"])
def test_a_format_shows_markup_and_control_characters_and_never_obeys_them(name: str) -> None:
    evil = "[red]gate[/red] \x1b[2J\x07\r\u202e [/]"
    table = Table(title="1 claim", columns=("id",), rows=((evil,),), items=({"id": evil},), schema="s")
    text = formats("table")[name](table, Screen(width=200, colour=True)).replace("\\[", "[").replace("\\]", "]")
    assert "[red]gate[/red]" in text
    assert not {"\x1b[2J", "\x07", "\u202e"} & {text[at : at + size] for at in range(len(text)) for size in (1, 4)}
    assert "\r" not in text.replace("\r\n", "\n")


@pytest.mark.parametrize("name", ["json", "plain", "table"])
def test_a_card_shows_markup_and_control_characters_and_never_obeys_them(name: str) -> None:
    evil = "[red]gate[/red] \x1b[2J\x07\u202e"
    blocks = (Block(heading=evil, lines=(Line(text=evil, label=evil), Line(text="  " + evil))),)
    card = Card(title=evil, text=evil, blocks=blocks, item={"id": evil})
    text = formats("card")[name](card, Screen(width=200, colour=True))
    assert "[red]gate[/red]" in text
    assert "\x1b[2J" not in text
    assert not {"\x07", "\u202e"} & set(text)


def test_what_a_format_gets_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Screen().width = 90  # type: ignore[misc]
