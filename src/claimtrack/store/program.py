"""What this program is: whatever it has computed holds for itself alone."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import claimtrack

_LIBRARIES = ("site-packages", "dist-packages")


def program() -> tuple[object, ...] | None:
    """Return what tells this program from any other that may have filled a cache.

    Out: the version, that of Python, how the machine writes numbers, what was installed last,
    and the states of the program's own files, for those who work on it; None where they are
    no files.
    """
    parts: list[object] = [claimtrack.__version__, sys.version, sys.byteorder]
    own = Path(claimtrack.__file__).parent
    try:
        # Whatever is installed, upgraded or removed there changes the folder.
        libraries = [Path(folder) for folder in sys.path if folder.endswith(_LIBRARIES)]
        parts.extend((str(folder), folder.stat().st_mtime_ns) for folder in libraries if folder.is_dir())
        with os.scandir(own) as entries:
            # `__pycache__` comes with the first start, and makes it no other program.
            folders = [own, *(Path(entry.path) for entry in entries if entry.is_dir() and entry.name[0] not in "_.")]
        for folder in sorted(folders):
            with os.scandir(folder) as entries:
                states = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith(".py")]
            parts.append(sorted((name, state.st_size, state.st_mtime_ns) for name, state in states))
    except OSError:
        return None
    return tuple(parts)
