from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from claimtrack.model.settings import Limits, Settings
from claimtrack.rules import codes
from claimtrack.store.settings import SettingsError, read_settings
from support import lay

if TYPE_CHECKING:
    from pathlib import Path


def read(folder: Path, text: str | bytes = "", **given: list[str]) -> Settings:
    lay(folder, {"claimtrack.toml": text})
    return read_settings(folder, codes(), environ={}, **given)


def refusal(folder: Path, text: str | bytes, **given: list[str]) -> str:
    with pytest.raises(SettingsError) as caught:
        read(folder, text, **given)
    return str(caught.value)


def test_without_settings_every_rule_speaks(tmp_path: Path) -> None:
    assert read_settings(tmp_path, codes(), environ={}) == read(tmp_path, "") == Settings()


def test_every_setting_is_read(tmp_path: Path) -> None:
    text = """\
format = 1
select = ["CT1", "CT206"]
ignore = ["CT105"]
min-origins = 2
min-secondary = 3
max-check-age = "90d"
snapshots = "texts"
[severity]
CT1 = "warning"
CT101 = "info"
[limits]
file-size = "32MB"
line-length = 2_000
nesting = 60
aliases = 0
records = 500
snapshot-size = 1_000_000
[per-path-ignores]
"claims/old/*" = ["CT4", "CT208"]
"""
    assert read(tmp_path, text) == Settings(
        select=("CT1", "CT206"),
        ignore=("CT105",),
        severity=(("CT1", "warning"), ("CT101", "info")),
        per_path_ignores=(("claims/old/*", ("CT4", "CT208")),),
        min_origins=2,
        min_secondary=3,
        max_check_age=timedelta(days=90),
        snapshots="texts",
        limits=Limits(
            file_size=32 * 2**20, line_length=2_000, nesting=60, aliases=0, records=500, snapshot_size=1_000_000
        ),
    )


@pytest.mark.parametrize(
    ("given", "size"),
    [('"16MB"', 2**24), ('"2 kb"', 2**11), ('"1GB"', 2**30), ('"5000 B"', 5_000), ("5000", 5_000), ('"2GB"', 2**31)],
)
def test_a_size_is_bytes_or_text_with_a_unit(tmp_path: Path, given: str, size: int) -> None:
    assert read(tmp_path, f"[limits]\nfile-size = {given}").limits == Limits(file_size=size)


def test_limits_stand_in_pyproject_too(tmp_path: Path) -> None:
    lay(tmp_path, {"pyproject.toml": "[tool.claimtrack.limits]\nnesting = 20\n"})
    assert read_settings(tmp_path, codes(), environ={}).limits == Limits(nesting=20)


@pytest.mark.parametrize("key", ["file-size", "snapshot-size"])
@pytest.mark.parametrize("value", ["true", "-1", "0", "999", "1.5", '"16"', '"16 TB"', '"MB"', '"3GB"', "[]"])
def test_a_size_that_is_none_or_out_of_range_is_told(tmp_path: Path, key: str, value: str) -> None:
    words = f'claimtrack.toml: `limits.{key}` must be a size from 1000 bytes to 2 GB. Write it as `"16MB"`'
    assert words in refusal(tmp_path, f"[limits]\n{key} = {value}")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("limits = 5", "`limits` must be a table. Write it as `[limits]` with one line each."),
        ("limits.files = 5", "`limits.files` is no limit. Did you mean `file-size`?"),
        ("limits.zzz = 5", "`limits.zzz` is no limit. Known: file-size, line-length, nesting, aliases, records, snap"),
        ("limits.nesting = 9", "`limits.nesting` must be a number from 10 to 200."),
        ("limits.nesting = 201", "`limits.nesting` must be a number from 10 to 200."),
        ("limits.aliases = -1", "`limits.aliases` must be a number from 0 to 1,000,000,000."),
        ("limits.records = 0", "`limits.records` must be a number from 1 to"),
        ("limits.records = true", "`limits.records` must be a number from 1 to"),
        ('limits.records = "5"', "`limits.records` must be a number from 1 to"),
        ("limits.line-length = 999", "`limits.line-length` must be a number from 1,000 to"),
        ("selct = []", "claimtrack.toml: `selct` is no setting. Did you mean `select`?"),
        ("min_origins = 2", "`min_origins` is no setting. Did you mean `min-origins`?"),
        ("zzz = 2", "`zzz` is no setting. Known: format, select, ignore, severity, per-path-ignores, min-origins,"),
        ("format = 2", "`format` must be 1. A later version of claimtrack may read this file."),
        ('format = "1"', "`format` must be 1."),
        ('select = "CT1"', 'claimtrack.toml: select must be a list of codes, as in `["CT1", "CT206"]`.'),
        ("ignore = [101]", "claimtrack.toml: ignore must be a list of codes"),
        ('select = ["CT999"]', "claimtrack.toml: select: `CT999` is no code."),
        ('ignore = ["ct101"]', "ignore: `ct101` is no code. Did you mean `CT101`?"),
        ('ignore = ["CT1011"]', "ignore: `CT1011` is no code. Did you mean `CT101`?"),
        ('ignore = ["unsourced"]', "`unsourced` is no code. See `claimtrack explain`."),
        ('ignore = [""]', "`` is no code."),
        ('severity = "error"', "`severity` must be a table. Write it as `[severity]` with one line each."),
        ('[severity]\nCT101 = "fatal"', "`severity.CT101` must be one of error, warning, info. To silence a rule, use"),
        ('[severity]\nCT99 = "error"', "claimtrack.toml: severity: `CT99` is no code."),
        ("[severity]\nCT101 = []", "`severity.CT101` must be one of error, warning, info."),
        ("per-path-ignores = []", "`per-path-ignores` must be a table."),
        ('[per-path-ignores]\n"a" = "CT1"', "per-path-ignores, `a` must be a list of codes"),
        ('[per-path-ignores]\n"a" = ["XX"]', "per-path-ignores, `a`: `XX` is no code."),
        ("min-origins = -1", "`min-origins` must be a number, 0 or more."),
        ("min-origins = true", "`min-origins` must be a number, 0 or more."),
        ('min-secondary = "2"', "`min-secondary` must be a number, 0 or more."),
        ("max-check-age = 90", '`max-check-age` must be a number of days. Write it as `"90d"`.'),
        ('max-check-age = "3 months"', '`max-check-age` must be a number of days. Write it as `"90d"`.'),
        ("snapshots = 1", "`snapshots` must be the path of a folder."),
        ('snapshots = ""', "`snapshots` must be the path of a folder."),
        ("select == 1", "claimtrack.toml is no TOML: see line 1, column"),
        ("select = [", "claimtrack.toml is no TOML"),
        (b"\xff\xfe", "claimtrack.toml is not UTF-8; save it as UTF-8"),
    ],
)
def test_a_setting_that_cannot_be_followed_is_told_with_the_nearest_that_can(
    tmp_path: Path, text: str | bytes, words: str
) -> None:
    assert words in refusal(tmp_path, text)


@pytest.mark.parametrize("code", ["CT", "CT1", "CT10", "CT101", "CT2", "CT203", "C"])
def test_prefixes_of_codes_and_planned_codes_are_known(tmp_path: Path, code: str) -> None:
    assert read(tmp_path, f'select = ["{code}"]').select == (code,)


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("os.open", refuse)
        said = refusal(tmp_path, "")
    assert said == "claimtrack.toml cannot be read: permission denied."


def test_codes_of_the_command_line_replace_those_of_the_file(tmp_path: Path) -> None:
    text = 'select = ["CT1"]\nignore = ["CT105"]\nmin-origins = 2\n'
    assert read(tmp_path, text, select=["CT2"]) == Settings(select=("CT2",), ignore=("CT105",), min_origins=2)
    assert read(tmp_path, text, ignore=["CT4"]) == Settings(select=("CT1",), ignore=("CT4",), min_origins=2)


def test_an_unknown_code_on_the_command_line_names_the_flag(tmp_path: Path) -> None:
    assert refusal(tmp_path, "", select=["CT777"]).startswith("--select: `CT777` is no code.")


def test_claimtrack_toml_beats_pyproject_and_the_two_are_never_merged(tmp_path: Path) -> None:
    lay(tmp_path, {"pyproject.toml": "[tool.claimtrack]\nmin-origins = 2\nmin-secondary = 3\n"})
    assert read_settings(tmp_path, codes(), environ={}) == Settings(min_origins=2, min_secondary=3)
    assert read(tmp_path, "min-origins = 4\n") == Settings(min_origins=4)
    assert read(tmp_path, "") == Settings()


def test_a_mistake_in_pyproject_is_told_as_one_there(tmp_path: Path) -> None:
    lay(tmp_path, {"pyproject.toml": "[tool.claimtrack]\nselct = []\n"})
    with pytest.raises(SettingsError, match=r"pyproject.toml, \[tool.claimtrack\]: `selct` is no setting"):
        read_settings(tmp_path, codes(), environ={})


def test_a_variable_beats_the_file_and_counts_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, {"p/claimtrack.toml": 'snapshots = "texts"\n'})
    monkeypatch.chdir(tmp_path)
    assert read_settings(tmp_path / "p", codes(), environ={}).snapshots == "texts"
    found = read_settings(tmp_path / "p", codes(), environ={"CLAIMTRACK_SNAPSHOTS": "mine"}).snapshots
    assert found == str(tmp_path / "mine")
    assert read_settings(tmp_path / "p", codes(), environ={"CLAIMTRACK_SNAPSHOTS": ""}).snapshots == "texts"
    monkeypatch.setenv("CLAIMTRACK_SNAPSHOTS", "/elsewhere")
    assert read_settings(tmp_path / "p", codes()).snapshots == "/elsewhere"


def test_a_pyproject_that_speaks_of_claimtrack_and_is_broken_is_not_passed_over(tmp_path: Path) -> None:
    lay(tmp_path, {"pyproject.toml": "[tool.claimtrack.severity]\nCT104 = \n"})
    with pytest.raises(SettingsError, match=r"^pyproject.toml is no TOML"):
        read_settings(tmp_path, codes(), environ={})


def test_a_pattern_that_names_a_folder_fits_all_that_lies_in_it(tmp_path: Path) -> None:
    lay(tmp_path, {"claimtrack.toml": '[per-path-ignores]\n"./claims/old/" = ["CT1"]\n'})
    settings = read_settings(tmp_path, codes(), environ={})
    assert not settings.speaks_at("CT101", "claims/old/x.yaml")
    assert settings.speaks_at("CT101", "claims/older.yaml")
