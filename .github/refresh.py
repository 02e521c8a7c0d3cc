"""Make again what is made from the program: the picture in the README and its table of rules."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text

from claimtrack import engine
from claimtrack.formats import Screen
from claimtrack.formats.table import report
from claimtrack.model.ledger import Ledger
from claimtrack.rules import codes
from claimtrack.store.project import load
from claimtrack.store.settings import read_settings
from claimtrack.views.rulebook import COLUMNS, rulebook

ROOT = Path(__file__).resolve().parent.parent
SHOWN = ("CT104", "CT107", "CT303", "CT406")
WIDTH = 100
FONTS = re.compile(r"@font-face \{.*?\}\s*|<!-- .*? -->\s*", re.DOTALL)
RULES = re.compile(r"(?<=<!-- rules -->\n).*?(?=<!-- /rules -->)", re.DOTALL)


def picture() -> str:
    """Return what `claimtrack verify` prints on the first corpus, as SVG."""
    settings = read_settings(ROOT, codes(), select=SHOWN, environ={})
    loaded = load(ROOT, settings, codes())
    found = engine.check(Ledger(loaded.records, date(2026, 11, 22)), settings, loaded.faults)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ claimtrack verify --select {','.join(SHOWN)}", style="bold"))
    console.print(Text.from_ansi(report(found, Screen(width=WIDTH, colour=True))))
    svg = console.export_svg(title="claimtrack", unique_id="claimtrack")
    # A picture that fetches nothing: whoever looks at it has a monospaced font.
    return FONTS.sub("", svg)


def rules() -> str:
    """Return the table of rules for the README."""
    table = rulebook()
    rows = [COLUMNS, ("---",) * len(COLUMNS), *table.rows]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


if __name__ == "__main__":
    (ROOT / ".github" / "verify.svg").write_text(picture(), encoding="utf-8")
    readme = ROOT / "README.md"
    readme.write_text(RULES.sub(lambda _: rules(), readme.read_text(encoding="utf-8")), encoding="utf-8")
