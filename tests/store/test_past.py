from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from claimtrack.model.settings import Limits
from claimtrack.store.past import signed_past
from support import BASE, lay, ledger_of

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.store.past import Past

X = """\
article: harbour-sale
claims:
  - id: six
    text: Six voted.
    sources: [board-minutes]
    checks: [{by: ben, date: 2026-03-14, digest: "1:a:b:c"}]
  - id: seven
    text: Seven voted.
    sources: [board-minutes]
    checks: [{by: ben, date: 2026-03-14, digest: "1:d:e:f"}]
"""


def git(folder: Path, *arguments: str) -> None:
    environ = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@y.z", *arguments]
    subprocess.run(command, cwd=folder, check=True, env=environ | plain, capture_output=True)  # noqa: S603


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lay(tmp_path, {**BASE, "claims/x.yaml": X})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "signed")
    return tmp_path


def past(folder: Path) -> dict[str, Past]:
    ledger = ledger_of(folder)
    signed = [(claim, claim.checks[-1]) for claim in ledger.claims]
    return signed_past(folder, ledger, signed, frozenset())


def test_the_claim_and_its_sources_are_those_of_the_commit(folder: Path) -> None:
    base = BASE["claims/base.yaml"].replace("Minutes of the board", "Other minutes")
    lay(folder, {"claims/x.yaml": X.replace("Six voted", "Few voted"), "claims/base.yaml": base})
    git(folder, "commit", "-q", "-a", "-m", "changed")
    found = past(folder)["harbour-sale/six"]
    assert (found.claim.text, found.sources["board-minutes"].title) == ("Six voted.", "Minutes of the board")


def test_a_claim_with_another_id_since_is_known_by_its_check(folder: Path) -> None:
    lay(folder, {"claims/x.yaml": X.replace("id: six", "id: half-a-dozen")})
    assert past(folder)["harbour-sale/half-a-dozen"].claim.id == "six"


def test_of_two_claims_with_one_check_each_finds_its_own(folder: Path) -> None:
    lay(folder, {"claims/x.yaml": X.replace("1:d:e:f", "1:a:b:d").replace("1:a:b:c", "1:a:b:d")})
    git(folder, "commit", "-q", "-a", "-m", "changed")
    assert [found.claim.id for found in past(folder).values()] == ["six", "seven"]


@pytest.mark.parametrize("text", ["claims: [", "\xff"])
def test_a_file_that_could_not_be_read_then_tells_nothing(folder: Path, text: str) -> None:
    data = text.encode("latin-1") + b' "1:a:b:9"'
    (folder / "claims" / "x.yaml").write_bytes(data)
    git(folder, "commit", "-q", "-a", "-m", "broken")
    lay(folder, {"claims/x.yaml": X.replace('"1:a:b:c"', '"1:a:b:9"')})
    assert list(past(folder)) == ["harbour-sale/seven"]


def test_the_limits_hold_for_what_a_file_was_too(folder: Path) -> None:
    ledger = ledger_of(folder)
    signed = [(claim, claim.checks[0]) for claim in ledger.claims if claim.checks]
    assert signed_past(folder, ledger, signed, frozenset())
    for limits in (Limits(file_size=20), Limits(line_length=10)):
        assert signed_past(folder, ledger, signed, frozenset(), limits) == {}


def test_a_check_that_is_in_no_commit_has_no_past(folder: Path) -> None:
    lay(folder, {"claims/x.yaml": X.replace("1:a:b:c", "1:a:b:d")})
    assert list(past(folder)) == ["harbour-sale/seven"]
