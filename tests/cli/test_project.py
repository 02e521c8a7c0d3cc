from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from claimtrack.cli._app import Failure
from claimtrack.cli._project import name_broken_files, open_project
from support import BASE, lay

if TYPE_CHECKING:
    from pathlib import Path


def refusal(folder: Path) -> Failure:
    with pytest.raises(Failure) as caught:
        open_project(folder, None)
    return caught.value


def test_a_project_is_opened_from_any_folder_in_it(tmp_path: Path) -> None:
    lay(tmp_path, {**BASE, "claimtrack.toml": "min-origins = 2\n", "a/b/c.txt": ""})
    project = open_project(tmp_path / "a/b", date(2026, 1, 2))
    assert (project.root, project.settings.min_origins, project.ledger.today) == (
        tmp_path.resolve(),
        2,
        date(2026, 1, 2),
    )
    assert len(project.ledger.sources) == 3
    assert project.check().summary.sources == 3


def test_codes_of_the_command_line_are_passed_on(tmp_path: Path) -> None:
    project = open_project(lay(tmp_path, BASE), None, select=["CT1"], ignore=["CT101"])
    assert (project.settings.select, project.settings.ignore) == (("CT1",), ("CT101",))


def test_a_folder_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    lay(tmp_path, {"a.txt": ""})
    for name in ("nowhere", "a.txt"):
        assert refusal(tmp_path / name).code == 2
        assert str(refusal(tmp_path / name)).endswith(f"{name} is no folder.")


def test_without_a_root_nothing_can_be_checked(tmp_path: Path) -> None:
    failure = refusal(tmp_path)
    assert failure.code == 3
    assert f"there are no claims in or above {tmp_path}" in str(failure)


def test_settings_that_cannot_be_followed_are_wrong_usage(tmp_path: Path) -> None:
    failure = refusal(lay(tmp_path, {"claimtrack.toml": "selct = []\n"}))
    assert failure.code == 2
    assert str(failure).startswith("claimtrack.toml: `selct` is no setting. Did you mean `select`?")


def test_a_name_of_a_folder_cannot_drive_the_terminal(tmp_path: Path) -> None:
    assert "\x1b" not in str(refusal(tmp_path / "a\x1b[2J"))


@pytest.mark.parametrize(
    ("epoch", "day"), [("0", date(1970, 1, 1)), ("1700000000", date(2023, 11, 14)), ("86399", date(1970, 1, 1))]
)
def test_today_is_the_day_of_the_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str, day: date
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert open_project(lay(tmp_path, BASE), None).ledger.today == day
    assert open_project(tmp_path, date(2026, 1, 1)).ledger.today == date(2026, 1, 1)


@pytest.mark.parametrize("epoch", ["soon", "1.5", "9" * 30])
def test_a_variable_that_is_no_time_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    failure = refusal(lay(tmp_path, BASE))
    assert (failure.code, str(failure)) == (2, f"SOURCE_DATE_EPOCH must be a number of seconds, not `{epoch}`.")


def test_today_is_the_local_day_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    before = datetime.now(tz=UTC).astimezone().date()
    today = open_project(lay(tmp_path, BASE), None).ledger.today
    assert before <= today <= datetime.now(tz=UTC).astimezone().date()


def test_broken_files_are_named_once_each_on_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"claims/a.yaml": "claims: [\n", "claims/b\x1b.yaml": "article: a\nclaims: [{txt: a}, {txt: b}]\n"}
    name_broken_files(open_project(lay(tmp_path, {**BASE, **files}), date(2026, 1, 1)))
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.partition(";")[0] for line in err.splitlines()] == [
        "claimtrack: claims/a.yaml has 1 problem",
        "claimtrack: claims/b\\x1b.yaml has 4 problems",
    ]
