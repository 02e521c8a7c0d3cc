from __future__ import annotations

import re

from claimtrack.formats import Screen, tree
from claimtrack.formats._trace import Hop, Stop, Trace
from claimtrack.text.diff import Change

PLAIN = Screen(width=20)


def stops(*sources: str) -> dict[str, Stop]:
    return {source: Stop(source=source, text="here") for source in sources}


def made(*hops: Hop, **more: object) -> Trace:
    keys = dict.fromkeys(key for hop in hops for key in (hop.source, hop.upstream))
    given: dict[str, object] = {
        "id": "s/a", "text": "T", "independent": 1, "origins": (), "hops": hops, "sentence": "1 source",
        "roots": (next(iter(keys)),), "stops": stops(*keys), **more,
    }  # fmt: skip
    return Trace(**given)  # type: ignore[arg-type]


def test_the_tree_runs_from_the_article_to_the_origin_with_what_changed_on_each_hop() -> None:
    trace = made(
        Hop(source="s", upstream="m", relation="translated", acknowledged=False, hedge="may"),
        Hop(source="m", upstream="o", changes=(Change("seen", "visible"),)),
        credits=(("s", "o"),),
        stops={
            "s": Stop(source="s", title="Title", words=("“words”",), text="here"),
            "m": Stop(source="m", published="2026", text="missing"),
            "o": Stop(source="o", is_origin=True, text="here"),
        },
    )
    assert tree.trace(trace, PLAIN) == (
        "s/a\nT\n1 source\n\n"
        "s: Title\n"
        "│   “words”\n"
        "│   also credits o\n"
        "└── translated from m, not acknowledged (2026, snapshot missing)\n"
        "    │   ≠ hedge lost: “may”\n"
        "    └── derived from o (origin)\n"
        "            ≠ changed: “seen” → “visible”\n"
    )


def test_shared_ancestors_are_drawn_once_and_what_else_is_cited_comes_after() -> None:
    hops = (
        Hop(source="s", upstream="m"),
        Hop(source="s", upstream="n"),
        Hop(source="m", upstream="o"),
        Hop(source="n", upstream="o"),
        Hop(source="x", upstream="o"),
    )
    assert tree.trace(made(*hops, roots=("s", "x"), text=""), PLAIN) == (
        "s/a\n1 source\n\n"
        "s\n"
        "├── derived from m\n"
        "│   └── derived from o\n"
        "└── derived from n\n"
        "    └── derived from o (drawn above)\n\n"
        "Also cited, and not where the article has it from:\n"
        "x\n"
        "└── derived from o (drawn above)\n"
    )


def test_a_cycle_is_shown_and_never_walked_in_a_circle() -> None:
    trace = made(Hop(source="s", upstream="m"), Hop(source="m", upstream="s"), closing=(("m", "s"),))
    assert tree.trace(trace, PLAIN).endswith("└── derived from m\n    └── derived from s (↺ a cycle, drawn above)\n")


def test_colour_marks_what_changed_and_is_all_that_drives_the_terminal() -> None:
    hop = Hop(source="s", upstream="m", acknowledged=False, changes=(Change("\x1b[2Ja", "b\nc"),))
    coloured = tree.trace(made(hop, text="\x1b[2J"), Screen(colour=True))
    assert "\x1b[1;31m≠ changed: “\\x1b[2Ja” → “b c”\x1b[0m" in coloured
    assert "\x1b[2J" not in coloured
    assert "\x1b" not in tree.trace(made(hop, text="\x1b[2J"), PLAIN)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == tree.trace(made(hop, text="\x1b[2J"), PLAIN)


def test_a_chain_of_thousands_is_drawn_and_stays_on_the_screen() -> None:
    hops = (Hop(source=f"s{n}", upstream=f"s{n + 1}") for n in range(5000))
    lines = tree.trace(made(*hops), PLAIN).splitlines()
    assert len(lines) == 5005
    assert max(map(len, lines)) < 150
