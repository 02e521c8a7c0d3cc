from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from claimtrack.model.ledger import Ledger
from claimtrack.rules import codes
from claimtrack.store.project import load
from claimtrack.store.settings import read_settings
from claimtrack.store.snapshots import Snapshots
from claimtrack.text.quoted import quoted_words
from support import TODAY, lay

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "He asked why. They said “the whole harbour is seen” on Monday. It is sold."


def ledger(folder: Path, quote: str, extra: str = "", text: str | None = TEXT) -> Ledger:
    records = f"""\
article: s
sources:
- {{id: s, kind: article, title: T, snapshot: {{file: s.txt, sha256: {sha256(TEXT.encode()).hexdigest()}}}}}
claims:
- {{id: a, text: T, quote: '{quote}'{extra}}}
- {{id: b, text: T}}
"""
    lay(folder, {"claims/x.yaml": records, **({"claims/snapshots/s.txt": text} if text else {})})
    loaded = load(folder, read_settings(folder, codes(), environ={}), codes())
    return Ledger(loaded.records, TODAY, Snapshots(folder / "claims/snapshots"))


@pytest.mark.parametrize(
    ("quote", "quoted"),
    [
        ("said “the whole harbour is seen”", ["the whole harbour is seen"]),
        ("“the whole” and “harbour”", ["the whole", "harbour"]),
        ("harbour is seen", ["harbour is seen"]),
        ("It is sold", []),
        ("not in the text", []),
    ],
)
def test_quoted_are_words_inside_marks_in_the_passage_or_around_it(
    tmp_path: Path, quote: str, quoted: list[str]
) -> None:
    made = ledger(tmp_path, quote)
    assert made.once(quoted_words).of(made.claims[0]) == quoted
    assert made.once(quoted_words).of(made.claims[1]) == []


def test_without_marks_the_whole_passage_of_a_quote_is_quoted(tmp_path: Path) -> None:
    made = ledger(tmp_path, "It is sold", ", type: quote")
    assert made.once(quoted_words).of(made.claims[0]) == ["It is sold"]


def test_without_the_text_marks_around_the_passage_are_not_known(tmp_path: Path) -> None:
    made = ledger(tmp_path, "harbour is seen", text=None)
    assert made.once(quoted_words).of(made.claims[0]) == []
    assert made.once(quoted_words).sentence(made.claims[0]) is None


def test_the_sentence_around_a_passage_is_whole(tmp_path: Path) -> None:
    made = ledger(tmp_path, "harbour is seen")
    words = made.once(quoted_words)
    assert words.sentence(made.claims[0]) == "They said “the whole harbour is seen” on Monday."
    assert words.sentence(made.claims[1]) is None
