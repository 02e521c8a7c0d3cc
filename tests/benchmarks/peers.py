"""Other tools that check a folder of records, installed apart, with as many records in their own form."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class NotHere(Exception):  # noqa: N818  (it is no error: the table says so)
    """A peer cannot be had here; in words, why."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool, its records, and what it does with them."""

    package: str
    command: str
    form: str
    """The function of `peer_records` that writes its records."""
    records: str
    """What its records are, for the table."""
    checks: str
    """What it checks of each, for the table."""
    uncached: tuple[str, ...] = ()
    """The option that keeps it from using its cache, where it has one."""
    cache: str = ""
    """The pattern of the names of its cache files."""


PEERS = (
    Peer(
        "beancount", "bean-check", "ledger",
        "transactions of three postings in one file",
        "syntax in C, every account open, every transaction balanced",
        uncached=("--no-cache",), cache="*.picklecache",
    ),
    Peer(
        "claims-ledger", "claims-ledger", "entries",
        "Markdown entries, one file each, and the texts they quote",
        "form, digest, every quotation in its source; no git history here",
    ),
    Peer(
        "reuse", "reuse", "headers",
        "files with a licence header",
        "a copyright line and a known licence in each file",
    ),
    Peer(
        "check-jsonschema", "check-jsonschema", "schema",
        "claimtrack's own YAML, and a JSON schema of it",
        "form alone: fields, types, allowed values",
    ),
    Peer(
        "yamllint", "yamllint", "lint",
        "claimtrack's own YAML",
        "style of the YAML alone: duplicate keys, indents, line length",
    ),
    Peer(
        "doorstop", "doorstop", "items",
        "YAML items, one file each, with links",
        "form, every link leads to an item, links and reviews up to date",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Installed:
    """A peer that is here."""

    peer: Peer
    program: str
    version: str


def install(peer: Peer, cache: Path) -> Installed:
    """Install a peer into an environment of its own, unless it is there. Raises NotHere where that fails."""
    home = cache / peer.package
    python, program = home / "bin" / "python", home / "bin" / peer.command
    if not program.exists():
        _do([sys.executable, "-m", "venv", "--clear", str(home)], "cannot make an environment")
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", peer.package]
        _do(pip, "cannot be installed")
    ask = f"from importlib.metadata import version; print(version({peer.package!r}))"
    return Installed(peer, str(program), _do([str(python), "-c", ask], "is not installed").strip())


def _do(words: list[str], failure: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603  (our own commands)
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines()
        raise NotHere(f"{failure}: {lines[-1] if lines else f'exit code {done.returncode}'}")
    return done.stdout
