from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cached import cache_of, held, project_files, rewrite, said
from claimtrack.cli._known import Known, Question
from claimtrack.recheck import again
from support import TODAY, lay

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CLAIMTRACK_SNAPSHOTS", raising=False)
    monkeypatch.setenv("CLAIMTRACK_CACHE", str(tmp_path / "caches"))
    return lay(tmp_path / "desk", project_files()).resolve()


def known(root: Path) -> Known:
    found = Known.of(root)
    assert found
    return found


def test_of_a_project_that_was_never_looked_at_nothing_is_known(root: Path) -> None:
    assert known(root).state is None
    assert known(root).sheet(Question(TODAY)) is None


def test_what_was_found_is_known_while_nothing_has_changed_and_by_file_when_something_has(root: Path) -> None:
    said(root, "verify", "--as-of", str(TODAY))
    found = known(root)
    assert found.state
    report = found.report(found.state, Question(TODAY))
    assert report
    rewrite(root / "claims/x.yaml", "article: port-sale\n")
    again_ = known(root)
    assert again_.state is None
    sheet = again_.sheet(Question(TODAY))
    assert sheet
    assert sheet.report() == report


def test_another_question_has_another_answer(root: Path) -> None:
    said(root, "verify", "--as-of", str(TODAY))
    found = known(root)
    assert found.state
    for question in (
        Question(TODAY.replace(year=2027)),
        Question(TODAY, ("CT1",)),
        Question(TODAY, (), ("CT1",)),
        Question(TODAY, require_snapshots=True),
    ):
        assert found.report(found.state, question) is None
        assert found.sheet(question) is None


def test_where_pages_cannot_be_kept_the_report_is_kept_as_a_whole(root: Path) -> None:
    rewrite(root / "claims/y.yaml", "claims: [")
    said(root, "verify", "--as-of", str(TODAY))
    found = known(root)
    assert found.state
    assert found.report(found.state, Question(TODAY))
    assert found.sheet(Question(TODAY)) is None


def test_an_edit_is_judged_in_part_and_kept_for_the_next_one(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(again, "MOST", 1.0)
    said(root, "verify", "--as-of", str(TODAY))
    done: list[again.Rechecked | None] = []
    real = again.recheck

    def counted(**given: Any) -> again.Rechecked | None:  # noqa: ANN401  (as the real one has them)
        done.append(real(**given))
        return done[-1]

    monkeypatch.setattr(again, "recheck", counted)
    for number in range(3):
        text = (root / "claims/x.yaml").read_text(encoding="utf-8")
        rewrite(root / "claims/x.yaml", f"{text}# {number}\n")
        with_cache = said(root, "verify", "--as-of", str(TODAY))
        assert with_cache == said(root, "verify", "--as-of", str(TODAY), "--no-cache")
    assert len(done) == 3
    assert all(done)
    assert any(name.startswith("sheets/") for name in held(cache_of(root)))
