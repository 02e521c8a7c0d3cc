from __future__ import annotations

from claimtrack.formats import Screen, dot
from claimtrack.formats._trace import Hop, Stop, Trace


def test_arrows_run_from_the_origins_and_nothing_in_a_record_is_obeyed() -> None:
    trace = Trace(
        id="s/a",
        text="T",
        independent=1,
        origins=(),
        hops=(Hop(source="s", upstream="m", hedge="may"), Hop(source="m", upstream="o", relation="quoted")),
        sentence="",
        roots=("s",),
        stops={
            "s": Stop(source="s", words=('"]; evil \\',), text="here"),
            "m": Stop(source="m", text="here"),
            "o": Stop(source="o", is_origin=True, text="here"),
        },
        credits=(("s", "o"),),
    )
    assert dot.trace(trace, Screen()) == (
        'digraph "s/a" {\n'
        "    rankdir=BT;\n"
        "    node [shape=box];\n"
        '    "s" [label="s\\n\\"]; evil \\\\"];\n'
        '    "m" [label="m"];\n'
        '    "o" [label="o\\norigin", shape=ellipse];\n'
        '    "m" -> "s" [label="derived\\nhedge lost: “may”", color=red, penwidth=2];\n'
        '    "o" -> "m" [label="quoted"];\n'
        '    "o" -> "s" [label="credit", style=dashed, constraint=false];\n'
        "}\n"
    )
