"""The house: every rule, format and command is one file and has a test of the same name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "claimtrack"
MODULES = sorted(
    path.relative_to(SOURCE) for path in SOURCE.rglob("*.py") if path.name not in ("__init__.py", "__main__.py")
)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_every_module_has_a_test_of_the_same_name(module: Path) -> None:
    assert (ROOT / "tests" / module.parent / f"test_{module.name.lstrip('_')}").is_file()


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_files_stay_small(module: Path) -> None:
    lines = (SOURCE / module).read_text(encoding="utf-8").count("\n")
    assert lines <= 300


def test_every_dependency_has_its_reason_beside_it() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    for requirement in (*project["dependencies"], *project["optional-dependencies"]["dev"]):
        assert re.search(rf'^    "{re.escape(requirement)}", +# \w', text, re.MULTILINE), requirement


def test_the_lower_bounds_that_ci_tests_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = re.findall(
        r"^([\w-]+)==([\d.]+)$", (ROOT / ".github" / "lowest.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
    bounds = [re.match(r"([\w-]+)>=([\d.]+)", requirement) for requirement in project["dependencies"]]
    assert [name for name, _ in pins] == [bound[1] for bound in bounds if bound]
    assert all(bound and pin.startswith(bound[2]) for (_, pin), bound in zip(pins, bounds, strict=True))


def test_no_snapshot_is_in_the_project() -> None:
    assert not list((ROOT / "claims").rglob("*.txt"))
