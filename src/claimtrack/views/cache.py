"""What `cache` tells: where a project's cache is, and how large."""

from __future__ import annotations

from claimtrack.formats import Block, Card, Line
from claimtrack.text.wording import counted

SCHEMA = "claimtrack/cache/1"


def cache_card(root: str, folder: str | None, size: tuple[int, int], dropped: int | None) -> Card:
    """Return the card of a cache.

    In: the project's root, the folder of its cache (None where the user has no place for one),
    how many files and bytes it had, and how many files were thrown away, None where nobody asked.
    """
    files, held = size
    if folder is None:
        text = "There is no cache: the system names no home folder. Set CLAIMTRACK_CACHE to a folder."
    elif dropped is None:
        text = f"{counted(files, 'file')}, {held / 2**20:.1f} MB" if files else "empty"
    else:
        text = f"{counted(dropped, 'file')} thrown away" if dropped else "was empty already"
        if dropped < files:
            text += f"; {counted(files - dropped, 'file')} could not be"
    lines = (Line(label="project", text=root), *([Line(label="folder", text=folder)] if folder else []))
    item = {"schema": SCHEMA, "root": root, "folder": folder, "files": files, "bytes": held, "dropped": dropped}
    return Card(title="cache", text=text, blocks=(Block(lines=lines),), item=item)
