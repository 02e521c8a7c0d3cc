"""What is shown of one record is the same whether all records were read or only those around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cached import CLAIMS, cache_of, held, project_files, said
from claimtrack.recheck import around
from claimtrack.store import state
from support import lay

if TYPE_CHECKING:
    from pathlib import Path

OTHER = """\
article: retelling
parties:
  - {id: board, name: Harbour Board}
  - {id: harbour, name: Harbour, of: board}
sources:
  - {id: letter, kind: document, title: Letter, party: harbour, derived_from: [minutes, nobody]}
  - {id: retelling, kind: article, title: Retold, derived_from: [letter, ring]}
  - {id: ring, kind: article, title: Ring, derived_from: [retelling]}
  - {id: torn, kind: scroll}
claims:
  - {id: told, text: It was told., claimant: harbour, sources: [retelling, {source: letter, upstream: [minutes]}]}
  - {id: six, text: It rests on that., sources: [minutes], relations: [{claim: port-sale/six, as: depends-on}]}
  - {id: seven, text: Another., relations: [{claim: six, as: contradicts}, {claim: nobody, as: repeats}]}
  - {id: torn, txt: T}
  - {id: harbour, text: As its party., sources: [letter]}
"""
FAR = """\
article: far
sources: [{id: far, kind: article, title: Far, snapshot: {file: far.txt, sha256: SHA}}]
claims: [{id: away, text: Far away.}, {id: board, text: As a party., sources: [ring]}]
""".replace("SHA", "0" * 64)
IDS = [
    "port-sale/six", "port-sale/bargain", "bargain", "told", "seven", "retelling/six", "far/away", "away",
    "letter", "retelling", "ring", "minutes", "port-sale", "far", "source:far", "claim:far/away", "far/board",
]  # fmt: skip
"""Ids that leave no doubt."""
DOUBTFUL = ["six", "board", "harbour", "party:board", "torn", "retelling/torn", "nobody", "claim:six", "far/nobody", ""]


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For each time that somebody wanted to read only what is around a record, whether that was enough."""
    found: list[bool] = []
    real = around.around

    def watched(*arguments: Any, **given: Any) -> around.Around | None:  # noqa: ANN401  (as the real one has them)
        made = real(*arguments, **given)
        found.append(made is not None)
        return made

    monkeypatch.setattr(around, "around", watched)
    monkeypatch.setattr(around, "MOST", 1.0)
    return found


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CLAIMTRACK_SNAPSHOTS", raising=False)
    monkeypatch.setenv("CLAIMTRACK_CACHE", str(tmp_path / "caches"))
    monkeypatch.setattr(state, "_GRAIN", 0)
    made = lay(tmp_path / "desk", {**project_files(), "claims/y.yaml": OTHER, "claims/z.yaml": FAR})
    said(made, "verify")
    return made


@pytest.mark.parametrize("command", ["show", "trace"])
@pytest.mark.parametrize("id_", IDS)
@pytest.mark.parametrize("format_", [(), ("--format", "json")])
def test_only_what_is_around_a_record_is_read(
    root: Path, taken: list[bool], command: str, id_: str, format_: tuple[str, ...]
) -> None:
    with_cache = said(root, command, id_, *format_)
    assert taken == [True]
    assert with_cache == said(root, command, id_, *format_, "--no-cache")


@pytest.mark.parametrize("command", ["show", "trace"])
@pytest.mark.parametrize("id_", DOUBTFUL)
def test_where_an_id_leaves_a_doubt_everything_is_read(root: Path, taken: list[bool], command: str, id_: str) -> None:
    with_cache = said(root, command, id_)
    assert taken == [False]
    assert with_cache == said(root, command, id_, "--no-cache")


def test_a_bare_id_that_a_claim_without_an_article_has_too_is_read_with_everything(
    root: Path, taken: list[bool]
) -> None:
    lay(root, {"claims/zz.yaml": "claims: [{id: away, text: No article.}]\n"})
    said(root, "verify")
    assert said(root, "show", "away") == said(root, "show", "away", "--no-cache")
    assert taken == [True]


def test_where_most_records_are_around_one_all_are_read(
    root: Path, taken: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(around, "MOST", 0.1)
    assert said(root, "show", "told") == said(root, "show", "told", "--no-cache")
    assert taken == [False]


def test_of_a_project_that_was_not_checked_or_has_changed_everything_is_read(root: Path, taken: list[bool]) -> None:
    lay(root, {"claims/x.yaml": CLAIMS.replace("It was a bargain", "It was no bargain")})
    assert said(root, "show", "bargain") == said(root, "show", "bargain", "--no-cache")
    said(root, "cache", "clear")
    said(root, "list")
    assert said(root, "trace", "bargain") == said(root, "trace", "bargain", "--no-cache")
    assert taken == []


def test_a_question_after_an_edit_judges_a_part_and_what_was_found_is_kept(root: Path) -> None:
    lay(root, {"claims/z.yaml": FAR.replace("Far away", "Far off")})
    before = {name for name in held(cache_of(root)) if name.startswith("sheets/")}
    assert said(root, "show", "away") == said(root, "show", "away", "--no-cache")
    after = {name for name in held(cache_of(root)) if name.startswith("sheets/")}
    assert len(after - before) == 1
    assert said(root, "verify") == said(root, "verify", "--no-cache")


def test_who_else_passes_an_origin_on_is_known(root: Path, taken: list[bool]) -> None:
    passing = """\
article: port-sale
sources:
  - {id: leak, kind: document, title: Leak}
  - {id: one, kind: article, title: One, derived_from: [leak]}
claims: [{id: leaked, text: It leaked., sources: [{source: one, quote: it leaked}]}]
"""
    lay(root, {"claims/p.yaml": passing})
    said(root, "verify")
    assert "passed on by one alone" in said(root, "trace", "leaked").out
    lay(root, {"claims/q.yaml": "sources: [{id: two, kind: article, title: Two, derived_from: [leak]}]\n"})
    said(root, "verify")
    taken.clear()
    with_cache = said(root, "trace", "leaked")
    assert taken == [True]
    assert "alone" not in with_cache.out
    assert with_cache == said(root, "trace", "leaked", "--no-cache")


def test_what_is_edited_between_the_reading_and_the_judging_leaves_no_wrong_answer(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimtrack.recheck import again  # noqa: PLC0415  (what is replaced)

    lay(root, {"claims/z.yaml": f"{FAR}# Edited.\n"})
    real = again.recheck

    def late(**given: Any) -> again.Rechecked | None:  # noqa: ANN401  (as the real one has them)
        lay(root, {"claims/z.yaml": FAR.replace("Far away", "Far off")})
        return real(**given)

    monkeypatch.setattr(again, "MOST", 1.0)
    monkeypatch.setattr(again, "recheck", late)
    said(root, "show", "away")
    monkeypatch.undo()
    monkeypatch.setenv("CLAIMTRACK_CACHE", str(root.parent / "caches"))
    for command in (("show", "away"), ("verify",), ("list",)):
        assert said(root, *command) == said(root, *command, "--no-cache")
