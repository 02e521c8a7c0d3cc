"""The cache never changes a result: whatever is done to a project, each command says the same without it."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cached import CLAIMS, COMMANDS, MINUTES, assert_same, project_files, said
from support import lay

RECORDS = ("claims/x.yaml", "claims/y.yaml", "claims/more/z.yml", "claims/texts.yaml")
TEXTS = ("claims/snapshots/minutes.txt", "claims/snapshots/port-sale.txt")
CONTENTS = (
    CLAIMS,
    CLAIMS.replace("Six of nine members", "Five of nine members"),
    CLAIMS.replace("It was a bargain.", "It was a BARGAIN."),
    CLAIMS.replace("sources: [minutes]", "sources: [nobody]"),
    CLAIMS + "  - {id: third, text: A third one., x-desk: [1, {a: b}], figures: [{value: 3, is: total}]}\n",
    CLAIMS.partition("  - {id: bargain")[0],
    CLAIMS.replace("text:", "txt:", 1),
    CLAIMS + "  - [broken\n",
    CLAIMS + "waivers: ~ # no field\n",
    "claims: [{id: six, article: minutes, text: 'Prose #1', quote: ~}]\n",
    "parties: [{id: ode, name: Mayor Ode, aliases: [Ode]}]\n",
    "",
    "\xff",
)
SETTINGS = ("format = 1\n", "format = 1\nmin-origins = 2\n", 'format = 1\nselect = ["CT4"]\n', "format = 2\n", "[")


class Cached(RuleBasedStateMachine):
    """Edits a project, and after each edit asks everything with the cache and without."""

    @initialize()
    def begin(self) -> None:
        self._held = tempfile.TemporaryDirectory()
        self.root = lay(Path(self._held.name) / "desk", project_files())
        self.past: list[dict[str, bytes]] = []
        self.edited = True

    def teardown(self) -> None:
        if hasattr(self, "_held"):
            self._held.cleanup()

    def _files(self) -> dict[str, bytes]:
        paths = [path for path in self.root.rglob("*") if path.is_file()]
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}

    def _edit(self, name: str, data: bytes | None, *, keep_time: bool = False) -> None:
        """Write a file, or remove it; its time can be put back."""
        self.past.append(self._files())
        path = self.root / name
        before = path.stat() if path.exists() else None
        if data is None:
            path.unlink(missing_ok=True)
        else:
            lay(self.root, {name: data})
            if before and keep_time:
                os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        self.edited = True

    @rule(name=st.sampled_from(RECORDS[:3]), content=st.sampled_from(CONTENTS), keep_time=st.booleans())
    def record(self, name: str, content: str, keep_time: bool) -> None:  # noqa: FBT001
        self._edit(name, content.encode("latin-1"), keep_time=keep_time)

    @rule(name=st.sampled_from([*RECORDS, *TEXTS]))
    def remove(self, name: str) -> None:
        self._edit(name, None)

    @rule(name=st.sampled_from(TEXTS), text=st.sampled_from([MINUTES, MINUTES.upper(), "", "\xff"]), same=st.booleans())
    def text(self, name: str, text: str, same: bool) -> None:  # noqa: FBT001
        self._edit(name, text.encode("latin-1"), keep_time=same)

    @rule(text=st.sampled_from([*SETTINGS, None]))
    def settings(self, text: str | None) -> None:
        self._edit("claimtrack.toml", text.encode() if text is not None else None)

    @rule(name=st.sampled_from([*RECORDS, *TEXTS]), time=st.sampled_from([None, 0, 4 * 10**9]))
    def touch(self, name: str, time: int | None) -> None:
        if (self.root / name).exists():
            os.utime(self.root / name, None if time is None else (time, time))
        self.edited = True

    @rule(one=st.sampled_from(RECORDS), other=st.sampled_from(RECORDS))
    def rename(self, one: str, other: str) -> None:
        if (self.root / one).exists():
            self.past.append(self._files())
            (self.root / other).parent.mkdir(parents=True, exist_ok=True)
            (self.root / one).replace(self.root / other)
        self.edited = True

    @rule(name=st.sampled_from([*RECORDS, *TEXTS]))
    def link(self, name: str) -> None:
        path = self.root / name
        if path.is_file() and not path.is_symlink():
            path.replace(self.root / "linked")
            path.symlink_to(self.root / "linked")
        self.edited = True

    @precondition(lambda self: self.past)
    @rule(data=st.data())
    def undo(self, data: Any) -> None:  # noqa: ANN401  (hypothesis keeps the type to itself)
        files = data.draw(st.sampled_from(self.past))
        shutil.rmtree(self.root)
        lay(self.root, files)
        self.edited = True

    @rule(command=st.sampled_from(COMMANDS))
    def ask(self, command: tuple[str, ...]) -> None:
        said(self.root, *command)

    @invariant()
    def nothing_differs(self) -> None:
        if getattr(self, "edited", False) and self.root.exists():
            assert_same(self.root)
            self.edited = False


TestTheCacheNeverChangesAResult = Cached.TestCase
_long = settings().max_examples > settings.get_profile("suite").max_examples
TestTheCacheNeverChangesAResult.settings = settings(
    max_examples=60 if _long else 8,
    stateful_step_count=30 if _long else 8,
    suppress_health_check=list(HealthCheck),
    deadline=None,
)
