"""What the long run and the attacks have found, each in its smallest form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.cli import run
from claimtrack.rules import codes
from claimtrack.store.extract import ExtractError, extract
from claimtrack.store.root import find_root
from claimtrack.store.settings import SettingsError, read_settings
from support import BASE, lay

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("claimtrack.toml", "limits = " + "[" * 20_000, "claimtrack.toml holds values nested too deep"),
        ("claimtrack.toml", "min-origins = " + "9" * 5_000, "or a number too long, to be read."),
        ("pyproject.toml", "tool = 1\n# [tool.claimtrack]\n", "pyproject.toml, [tool.claimtrack] must be a table."),
        ("claimtrack.toml", "#" * 200_000, "claimtrack.toml is 195.3 KB, over the limit of 128 KB."),
    ],
)
def test_settings_that_were_a_traceback_are_told(tmp_path: Path, name: str, text: str, words: str) -> None:
    lay(tmp_path, {name: text})
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path, codes(), environ={})
    assert words in str(caught.value)


def test_a_huge_pyproject_is_passed_over_for_the_claims_folder(tmp_path: Path) -> None:
    lay(tmp_path, {**BASE, "pyproject.toml": "[tool.claimtrack]\n" + "#" * 200_000})
    assert find_root(tmp_path) == tmp_path.resolve()


def test_a_text_that_could_not_be_read_back_is_not_stored(tmp_path: Path) -> None:
    path = lay(tmp_path, {"x.txt": "abcd"}) / "x.txt"
    with pytest.raises(ExtractError, match="over the limit of 4 bytes"):
        extract(path, limit=4)


def test_a_text_of_blanks_is_no_text_to_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(tmp_path, {**BASE, "in.txt": " \n\f\n\u200a"})
    assert run(["snapshot", "harbour-sale", "in.txt", "-C", str(tmp_path)]) == 2
    assert "in.txt holds no text." in capsys.readouterr().err
