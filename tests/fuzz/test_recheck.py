"""Whatever is done to a project, a check of what the edit concerns says what a check of everything says."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import Phase, given, note, settings
from hypothesis import strategies as st

from cached import said
from claimtrack.engine import check
from claimtrack.model.ledger import Ledger
from claimtrack.recheck import again, around
from claimtrack.rules import codes
from claimtrack.store import sheets, state
from claimtrack.store.project import load, snapshots_folder
from claimtrack.store.settings import read_settings
from claimtrack.store.snapshots import Snapshots
from claimtrack.text.checks import checks
from fuzz.desks import Desk
from fuzz.edits import any_edit, put_back
from fuzz.hostile import tried
from support import lay

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pytest

    from claimtrack.model.report import Report

_DAY = "2026-11-22"
VERIFY = ("verify", "--as-of", _DAY)
JSON = (*VERIFY, "--format", "json")
ASKED = (
    JSON,
    JSON,
    JSON,
    (*JSON, "--require-snapshots"),
    (*JSON, "--ignore", "CT4,CT003"),
    (*JSON, "--select", "CT1,CT9"),
)
"""What is asked after every edit of a project."""
NOW_AND_THEN = (
    *((*VERIFY, "--format", "plain"), (*VERIFY, "--format", "table", "--all"), VERIFY, JSON),
    *((*JSON, "--require-snapshots"), ("verify", "--format", "json", "--as-of", "2027-06-01")),
    *(("list", "--format", "json"), ("list", "sources"), ("show", "vote"), ("trace", "price"), ("show", "ana")),
    *(("coverage",), ("coverage", "sale"), ("stale", "--as-of", _DAY)),
)
WHOLE = frozenset({"CT001", "CT002", "CT004"})
"""What stands in the way of judging a part alone."""
EDITS = 12
"""How many edits each project sees."""


@dataclass
class Watch:
    """What became of the checks of a part."""

    edits: int = 0
    """How many edits were made."""
    parts: int = 0
    """How many times a part was judged alone."""
    shown: int = 0
    """How many times what is around a record was read alone."""
    found: Counter[str] = field(default_factory=Counter)
    """The codes of what was found in a part."""
    errors: list[Exception] = field(default_factory=list)
    """What a command keeps to itself, because the cache may be to blame: here it is not."""

    def watched(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any, **given: Any) -> Any:  # noqa: ANN401  (as the real one has them)
            try:
                return real(*args, **given)
            except Exception as error:
                self.errors.append(error)
                raise

        return called

    def begin(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Look on from now."""
        recheck = self.watched(again.recheck)

        def rechecked(**given: Any) -> again.Rechecked | None:  # noqa: ANN401  (as the real one has them)
            found: again.Rechecked | None = recheck(**given)
            self.parts += found is not None
            return found

        read_around = self.watched(around.around)

        def seen(*args: Any, **given: Any) -> around.Around | None:  # noqa: ANN401  (as the real one has them)
            found: around.Around | None = read_around(*args, **given)
            self.shown += found is not None
            return found

        def checked(*args: Any, **given: Any) -> Report:  # noqa: ANN401  (as the real one has them)
            report = check(*args, **given)
            self.found.update(finding.code for finding in report.findings)
            return report

        monkeypatch.setattr(again, "recheck", rechecked)
        monkeypatch.setattr(again, "check", checked)
        monkeypatch.setattr(around, "around", seen)
        monkeypatch.setattr(sheets, "write_sheet", self.watched(sheets.write_sheet))
        monkeypatch.setattr(sheets, "read_sheet", self.watched(sheets.read_sheet))


class Try:
    """A project on disk, edited and checked."""

    def __init__(self, seed: int, folder: Path, watch: Watch) -> None:
        self.random = Random(seed)  # noqa: S311  (nothing is kept secret by it)
        self.root = folder / "desk"
        self.watch = watch
        self.desk = Desk(self.random)
        self.files: dict[str, str] = {}
        self.asked = self.random.choice([*ASKED, (*JSON, str(self.root / "claims/d"))])

    def run(self) -> None:
        self.sign()
        past = [self.desk.state()]
        (self.root / "claims/d").mkdir(parents=True, exist_ok=True)
        self.compare(self.asked)
        for _ in range(EDITS):
            self.edit(past)
            self.watch.edits += 1
            past.append(self.desk.state())
            self.compare(self.asked)
            if not self.random.randrange(5):
                self.compare(self.random.choice(NOW_AND_THEN))
            if self.random.randrange(2):
                self.compare((self.random.choice(("show", "trace")), self.any_id(), "--as-of", _DAY))

    def any_id(self) -> str:
        """Draw the id of a claim or source, in its long or its short form."""
        section, file, place = self.desk.any_record() or ("sources", {"sources": [{"id": "sale"}]}, 0)
        id_: str = file[section][place]["id"]
        return self.random.choice([id_, f"{section.removesuffix('s')}:{id_}", f"{file.get('article')}/{id_}"])

    def edit(self, past: list[Any]) -> None:
        """Change something, seldom several things at once, or put back what there was."""
        if not self.random.randrange(10):
            put_back(self.desk, self.random.choice(past))
            note("put back")
        else:
            for _ in range(1 + (self.random.randrange(3) == 0)):
                edit = any_edit(self.desk)
                edit(self.desk)
                note(edit.__name__)
        if self.random.randrange(8):
            self.write()
        else:
            self.sign()

    def write(self) -> None:
        """Write what is not as it was."""
        files = self.desk.written()
        for name in self.files.keys() - files.keys():
            (self.root / name).unlink()
        lay(self.root, {name: text for name, text in files.items() if self.files.get(name) != text})
        note(_difference(self.files, files))
        self.files = files

    def sign(self) -> None:
        """Bind the checks that are without a digest to what stands there now."""
        self.write()
        chosen = read_settings(self.root, codes(), environ={})
        records = load(self.root, chosen, codes()).records
        ledger = Ledger(records, date.fromisoformat(_DAY), Snapshots(snapshots_folder(self.root, chosen)))
        for file in self.desk.files.values():
            for record in file.get("claims", ()):
                claim = ledger.claim_by_key.get(f"{record.get('article', file.get('article'))}/{record['id']}")
                for signed in record.get("checks", ()):
                    if claim and self.random.randrange(4):
                        signed.setdefault("digest", ledger.once(checks).digest(claim))
        self.write()

    def compare(self, command: tuple[str, ...]) -> None:
        with_cache, without = said(self.root, *command), said(self.root, *command, "--no-cache")
        assert not self.watch.errors
        assert with_cache == without, command
        assert without.code in (0, 1, 2, 3), without.err


def _difference(before: Mapping[str, str], now: Mapping[str, str]) -> str:
    """Say what was written."""
    gone = [f"- {name}" for name in before if name not in now]
    return "\n".join([*gone, *(f"--- {name}\n{text}" for name, text in now.items() if before.get(name) != text)])


def test_after_any_edit_the_same_is_said_as_without_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMTRACK_SNAPSHOTS", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(again, "MOST", 1.0)
    monkeypatch.setattr(around, "MOST", 1.0)
    monkeypatch.setattr(state, "_GRAIN", 0)
    watch = Watch()
    watch.begin(monkeypatch)

    # A smaller number is no smaller project, so there is nothing to shrink.
    @settings(tried(12), phases=[Phase.generate])
    @given(seed=st.integers(0, 2**32))
    def try_one(seed: int) -> None:
        with tempfile.TemporaryDirectory() as folder:
            Try(seed, Path(folder), watch).run()

    try_one()
    assert watch.parts > watch.edits / 3, "too seldom a part was judged alone"
    assert watch.shown > 10, "too seldom what is around a record was read alone"
    if not settings().derandomize:
        assert codes() - watch.found.keys() == WHOLE
