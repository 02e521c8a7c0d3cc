"""Commands run in this process with the cache and without, for tests of the cache."""

from __future__ import annotations

import io
import time
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.cli import run
from claimtrack.rules import codes
from claimtrack.store.cache import Cache, project_cache
from claimtrack.store.project import load, snapshots_folder
from claimtrack.store.settings import read_settings
from claimtrack.store.state import Basis, Recall, State, basis_of, take
from stored import recorded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

COMMANDS = (
    ("verify",),
    ("verify", "--format", "json"),
    ("list",),
    ("list", "sources", "--format", "json"),
    ("show", "six"),
    ("trace", "six"),
    ("coverage", "--show-text"),
)
"""Commands that ask the cache for their answer."""
ARTICLE = "Port sold\n\nSix of the nine members voted for the sale in March 2026. Mayor Ode called it a bargain.\n"
MINUTES = "The motion was carried, six votes to three.\n"
CLAIMS = """\
article: port-sale
claims:
  - id: six
    text: Six of nine members voted to sell.
    quote: Six of the nine members voted for the sale
    sources: [{source: minutes, quote: "carried, six votes to three"}]
  - {id: bargain, text: It was a bargain., sources: [minutes]}
"""


class Said(NamedTuple):
    """All that a command brings forth."""

    code: int
    out: str
    err: str


def project_files() -> Mapping[str, str]:
    """Return the files of a project with two texts and two claims."""
    return {**recorded({"port-sale": ARTICLE, "minutes": MINUTES}), "claims/x.yaml": CLAIMS}


def said(folder: Path, *arguments: str) -> Said:
    """Run a command on the project in a folder."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([*arguments, "-C", str(folder)])
    return Said(code, out.getvalue(), err.getvalue())


def assert_same(folder: Path, *commands: tuple[str, ...]) -> None:
    """Run commands without the cache and twice with it; nothing may differ."""
    for command in commands or COMMANDS:
        without = said(folder, *command, "--no-cache")
        assert without.code in (0, 1, 2, 3), without.err
        # The first may fill the cache, the second is answered from it.
        assert [said(folder, *command), said(folder, *command)] == [without, without], command


def cache_of(folder: Path) -> Cache:
    """Return the cache of the project in a folder."""
    cache = project_cache(folder.resolve())
    assert cache
    return cache


def held(cache: Cache) -> dict[str, bytes]:
    """Return what the files of a cache hold, by their names."""
    return {
        path.relative_to(cache.folder).as_posix(): path.read_bytes()
        for path in sorted(cache.folder.rglob("*"))
        if path.is_file()
    }


# ---- states


def basis(root: Path) -> Basis:
    """Return what stands above the records of a project."""
    found = basis_of(root)
    assert found
    return found


def taken(root: Path) -> State:
    """Look at a project that is read just now."""
    began = time.time_ns()
    settings = read_settings(root, codes())
    loaded = load(root, settings, codes())
    texts = [source.snapshot.file for source in loaded.records.sources if source.snapshot]
    folder = snapshots_folder(root, settings)
    found = take(basis=basis(root).digest, taken=began, snapshots=folder, records=loaded.seen, texts=texts)
    assert found
    return found


def known(root: Path, cache: Cache) -> State | None:
    """Return the state of a project if a cache knows it."""
    return Recall(root, cache, basis(root).digest).state


def rewrite(path: Path, text: str) -> Path:
    """Write another text into a file."""
    path.write_text(text, encoding="utf-8")
    return path


def link(path: Path, target: Path) -> Path:
    """Make a link to a file or folder."""
    path.symlink_to(target)
    return path
