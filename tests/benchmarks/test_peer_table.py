from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.measure import Measure
from benchmarks.peer_table import Result, peer_table
from benchmarks.peers import PEERS, NotHere, install
from benchmarks.project import COLD, VERSION, WARM

if TYPE_CHECKING:
    from pathlib import Path

OURS = {VERSION: Measure((0.1,), (0.1,), 1), COLD: Measure((1.2,), (1.2,), 1), WARM: Measure((0.1,), (0.1,), 1)}
QUICK, SLOW = Measure((0.5,), (0.5,), 1), Measure((2.0,), (2.0,), 1)


def test_peers_stand_in_the_order_of_their_time_and_those_without_say_why() -> None:
    absent, slow, quick = PEERS[:3]
    results = [
        Result(absent, words="cannot be installed: no such version"),
        Result(slow, "2.0", 9_000_000, SLOW, SLOW),
        Result(quick, "1.0", 9_000_000, QUICK, QUICK, QUICK),
    ]
    rows = peer_table(results, 100, OURS, 7_600_000).rows
    assert [row[0].split()[0] for row in rows] == ["claimtrack", quick.command, slow.command, absent.command]
    assert rows[0][2].endswith("7.6 MB")
    assert rows[1][4:6] == ["500 ms", "500 ms"]
    assert rows[3][4] == "cannot be installed: no such version"


def test_a_peer_that_cannot_be_installed_says_why(tmp_path: Path) -> None:
    (tmp_path / PEERS[0].package).write_text("no folder")
    with pytest.raises(NotHere, match="cannot make an environment"):
        install(PEERS[0], tmp_path)
