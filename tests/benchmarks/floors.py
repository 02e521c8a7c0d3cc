"""What nothing that reads the same files can be faster than; each is run as a process of its own.

PYTHONPATH=tests python -m benchmarks.floors read|scan|load FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

NAMES = {
    "read": "read all bytes",
    "scan": "scan all YAML in C, event by event",
    "load": "load all YAML in C (PyYAML CSafeLoader)",
}


def main(which: str, folder: str) -> None:
    """Do one of them to every record file of a project."""
    for path in sorted(Path(folder).rglob("*.yaml")):
        content = path.read_bytes()
        if which == "scan":
            _scan(content)
        elif which == "load":
            _load(content)


def _scan(content: bytes) -> None:
    # Imported where it is used: reading bytes needs none of it.
    import yaml  # noqa: PLC0415

    loader = yaml.CSafeLoader(content)
    while loader.get_event() is not None:
        pass


def _load(content: bytes) -> None:
    import yaml  # noqa: PLC0415

    yaml.load(content, Loader=yaml.CSafeLoader)


if __name__ == "__main__":
    main(*sys.argv[1:])
