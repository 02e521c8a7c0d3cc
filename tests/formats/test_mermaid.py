from __future__ import annotations

from claimtrack.formats import Screen, mermaid
from claimtrack.formats._trace import Hop, Stop, Trace
from claimtrack.text.diff import Change


def test_arrows_run_from_the_origins_and_nothing_in_a_record_is_obeyed() -> None:
    trace = Trace(
        id="s/a",
        text="T",
        independent=1,
        origins=(),
        hops=(
            Hop(source="s", upstream="m", acknowledged=False),
            Hop(source="m", upstream="o", changes=(Change("seen", "visible"),)),
        ),
        sentence="",
        roots=("s",),
        stops={
            "s": Stop(source="s", words=('"] <b>#x;`|\n%% end',), text="here"),
            "m": Stop(source="m", published="2026", text="here"),
            "o": Stop(source="o", is_origin=True, text="here"),
        },
        credits=(("s", "o"),),
    )
    assert mermaid.trace(trace, Screen()) == (
        "flowchart BT\n"
        '    s0["s<br>#34;#93; #60;b#62;#35;x#59;#96;#124; #37;#37; end"]\n'
        '    s1["m<br>2026"]\n'
        '    s2(["o<br>origin"])\n'
        '    s1 -->|"derived, not acknowledged"| s0\n'
        '    s2 ==>|"derived<br>changed: “seen” → “visible”"| s1\n'
        '    s2 -.->|"credit"| s0\n'
    )
