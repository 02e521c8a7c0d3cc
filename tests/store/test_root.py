from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from claimtrack.store.root import find_root, mentions_claimtrack
from support import lay

TABLE = "[tool.claimtrack]\nformat = 1\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with a folder `a/b` in it, from which the search begins."""
    (tmp_path / "p/a/b").mkdir(parents=True)
    return tmp_path / "p"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"claimtrack.toml": ""}, "."),
        ({"pyproject.toml": TABLE}, "."),
        ({"claims/x.yaml": ""}, "."),
        ({"claims/deep/x.yml": ""}, "."),
        ({"claimtrack.toml": "", "a/claimtrack.toml": ""}, "a"),
        ({"claimtrack.toml": "", "a/pyproject.toml": TABLE}, "."),
        ({"claimtrack.toml": "", "a/b/claims/x.yaml": ""}, "."),
        ({"pyproject.toml": TABLE, "a/b/claims/x.yaml": ""}, "."),
        ({"pyproject.toml": TABLE, "a/b/pyproject.toml": TABLE}, "a/b"),
        ({"claims/x.yaml": "", "a/claims/x.yaml": ""}, "a"),
        ({"claims/x.yaml": "", "a/pyproject.toml": "[tool.other]\n"}, "."),
        ({"claims/x.yaml": "", "a/claims/x.txt": ""}, "."),
        ({"claims/x.yaml": "", "a/claims/snapshots/x.yaml": ""}, "."),
        ({"claims/x.yaml": "", "a/claims/.x.yaml": ""}, "."),
        ({"claimtrack.toml": "no toml ["}, "."),
    ],
)
def test_the_nearest_folder_of_the_strongest_kind_is_the_root(root: Path, files: dict[str, str], found: str) -> None:
    lay(root, files)
    assert find_root(root / "a/b") == (root / found).resolve()


@pytest.mark.parametrize(
    "files", [{}, {"claims/x.txt": ""}, {"pyproject.toml": "[project]\n"}, {"claimtrack.toml/x": ""}]
)
def test_where_nothing_says_so_there_is_no_root(root: Path, files: dict[str, str]) -> None:
    lay(root, files)
    assert find_root(root / "a/b") is None


def test_the_search_ends_at_the_edge_of_the_file_system(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(root, {"claimtrack.toml": ""})
    assert find_root(root / "a/b") is not None
    stat, edge = Path.stat, root.resolve()

    def elsewhere(path: Path, **options: bool) -> object:
        return SimpleNamespace(st_dev=-1) if path == edge else stat(path, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", elsewhere)
        found = find_root(root / "a/b")
    assert found is None


def test_a_link_counts_as_the_folder_that_it_leads_to(root: Path, tmp_path: Path) -> None:
    lay(root, {"claimtrack.toml": ""})
    (tmp_path / "link").symlink_to(root / "a")
    assert find_root(tmp_path / "link") == root.resolve()


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (TABLE, True),
        ("[tool.claimtrack]\n", True),
        ("[tool.claimtrack.severity]\nbroken = [\n", True),
        ("[tool.other]\n", False),
        ("", False),
        ("no toml [", False),
        (b"\xff", False),
    ],
)
def test_a_pyproject_counts_where_it_speaks_of_claimtrack_broken_or_not(
    tmp_path: Path, text: str | bytes, *, mentions: bool
) -> None:
    lay(tmp_path, {"pyproject.toml": text})
    assert mentions_claimtrack(tmp_path) is mentions


def test_without_a_pyproject_nothing_is_mentioned(tmp_path: Path) -> None:
    assert not mentions_claimtrack(tmp_path)


def test_a_claims_folder_that_cannot_be_looked_into_is_a_root_to_tell_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, {"claims/x.yaml": ""})

    def refuse(_path: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.scandir", refuse)
    assert find_root(tmp_path) == tmp_path
