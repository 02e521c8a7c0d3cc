"""Whatever stands in a settings file is followed, or told of in a sentence."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.model.settings import Settings
from claimtrack.rules import codes
from claimtrack.store.root import find_root
from claimtrack.store.settings import SettingsError, read_settings
from fuzz.hostile import encoded, mutated, nasty_text, tried
from support import lay

SETTINGS = """\
format = 1
select = ["CT1", "CT206"]
ignore = ["CT105"]
min-origins = 2
max-check-age = "90d"
snapshots = "texts"
require-snapshots = true
hedges = ["word has it"]

[severity]
CT1 = "warning"

[per-path-ignores]
"claims/old/*" = ["CT4"]

[limits]
file-size = "32MB"
line-length = 2_000
nesting = 60
aliases = 0
records = 500
snapshot-size = 1_000_000
"""
KEYS = ["format", "select", "severity.CT1", "per-path-ignores.a", "min-origins", "max-check-age", "snapshots", "hedges"]
KEYS += ["require-snapshots", "limits.file-size", "limits.nesting", "limits", "a.b", '"\\u001b[2J"', "''"]
VALUES = [
    "1",
    "-1",
    "true",
    "1e400",
    "nan",
    '""',
    '"\\u0000"',
    '"../.."',
    "[]",
    "[1]",
    '["CT1"]',
    "{}",
    "{a = 1}",
    "0x7f",
]
VALUES += ["2026-11-22", "12:30:00", "9" * 5_000, "[" * 5_000, '"\\u001b]0;t\\u0007"', '"99999d"', '"9999999999GB"']
lines = st.lists(st.builds("{} = {}".format, st.sampled_from(KEYS), st.sampled_from(VALUES)), max_size=4).map("\n".join)
files = st.one_of(encoded(mutated(SETTINGS)), encoded(lines), encoded(nasty_text), st.binary(max_size=100))


@tried(80)
@given(files, st.sampled_from(["claimtrack.toml", "pyproject.toml"]))
@example(SETTINGS.encode(), "claimtrack.toml")
@example(b"limits = " + b"[" * 20_000, "claimtrack.toml")
@example(b"a = " + b"{a=" * 20_000, "claimtrack.toml")
@example(b"[" + b"a." * 20_000 + b"a]", "claimtrack.toml")
@example(b"min-origins = " + b"9" * 5_000, "claimtrack.toml")
@example(b"tool = 1\n# [tool.claimtrack", "pyproject.toml")
@example(b"[[tool.claimtrack]]", "pyproject.toml")
def test_settings_are_followed_or_refused_in_one_sentence(data: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        lay(Path(folder), {name: data})
        found: list[Settings | str] = []
        for _ in range(2):
            try:
                found.append(read_settings(Path(folder), codes(), environ={}))
            except SettingsError as error:
                found.append(str(error))
        assert find_root(Path(folder)) in (Path(folder).resolve(), None)
    assert found[0] == found[1]
    if isinstance(found[0], Settings):
        assert found[0].min_origins >= 0
        assert 10 <= found[0].limits.nesting <= 200
    else:
        assert found[0].startswith(name)
        assert found[0].endswith((".", "?"))


@pytest.mark.parametrize("name", ["claimtrack.toml", "pyproject.toml"])
def test_settings_beyond_any_size_are_not_read(tmp_path: Path, name: str) -> None:
    with lay(tmp_path, {name: b"[tool.claimtrack]\n"}).joinpath(name).open("r+b") as file:
        file.truncate(2**40)
    if name == "pyproject.toml":
        assert find_root(tmp_path) != tmp_path  # It is somebody else's, whatever it is.
        return
    with pytest.raises(SettingsError, match=r"^claimtrack.toml is 1024 GB, over the limit of 128 KB\.$"):
        read_settings(tmp_path, codes(), environ={})
