from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import TYPE_CHECKING

import pytest

from claimtrack.model.settings import Settings

if TYPE_CHECKING:
    from claimtrack.model.findings import Severity


@pytest.mark.parametrize(
    ("select", "ignore", "speaks"),
    [
        ("CT", "", True),
        ("CT1", "", True),
        ("CT101", "", True),
        ("CT2", "", False),
        ("CT102", "", False),
        ("", "", False),
        ("CT", "CT1", False),
        ("CT", "CT101", False),
        ("CT", "CT2", True),
        ("CT101", "CT1", True),
        ("CT1", "CT", True),
        ("CT1", "CT1", False),
        ("CT101", "CT101", False),
        ("CT2 CT10", "CT1 CT103", True),
        ("CT2 CT1", "CT10 CT103", False),
    ],
)
def test_of_two_prefixes_that_fit_the_longer_wins_and_ignoring_a_tie(select: str, ignore: str, *, speaks: bool) -> None:
    assert Settings(select=tuple(select.split()), ignore=tuple(ignore.split())).speaks("CT101") is speaks


def test_every_rule_speaks_everywhere_unless_somebody_says_otherwise() -> None:
    assert Settings().speaks("CT505")
    assert Settings().speaks_at("CT505", "claims/x.yaml")
    assert Settings().severity_of("CT505", "info") == "info"


@pytest.mark.parametrize(
    ("code", "file", "speaks"),
    [
        ("CT101", "claims/old/x.yaml", False),
        ("CT101", "claims/old/deep/x.yaml", False),
        ("CT101", "claims/new/x.yaml", True),
        ("CT201", "claims/old/x.yaml", True),
        ("CT201", "claims/wire.yaml", False),
        ("CT505", "claims/wire.yaml", False),
        ("CT101", "claims/wire.yaml", True),
        ("CT101", "CLAIMS/OLD/x.yaml", True),
    ],
)
def test_a_rule_may_be_left_out_by_path(code: str, file: str, *, speaks: bool) -> None:
    settings = Settings(per_path_ignores=(("claims/old/*", ("CT1",)), ("claims/wire.yaml", ("CT2", "CT505"))))
    assert settings.speaks_at(code, file) is speaks


@pytest.mark.parametrize(
    ("code", "severity"), [("CT101", "info"), ("CT105", "warning"), ("CT201", "error"), ("CT301", "warning")]
)
def test_the_severity_with_the_longest_prefix_wins_over_the_rules_own(code: str, severity: Severity) -> None:
    settings = Settings(severity=(("CT1", "warning"), ("CT101", "info"), ("CT", "error"), ("CT30", "warning")))
    assert settings.severity_of(code, "info") == severity


def test_the_house_asks_for_one_origin_and_nothing_else_by_itself() -> None:
    house = Settings()
    assert (house.min_origins, house.min_secondary, house.max_check_age, house.snapshots) == (1, 0, None, None)


def test_settings_never_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().min_origins = 2  # type: ignore[misc]
