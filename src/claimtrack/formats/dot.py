"""Graphviz DOT, for printing and for whatever else draws graphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.text.printable import one_line
from claimtrack.text.wording import brief

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.formats import Screen
    from claimtrack.formats._trace import Trace


def trace(trace: Trace, _screen: Screen) -> str:
    """Return the way of a fact, arrows running from the origins to the article."""
    lines = [f"digraph {_quoted([trace.id])} {{", "    rankdir=BT;", "    node [shape=box];"]
    for source, stop in trace.stops.items():
        label = _quoted([source, stop.facts, *(brief(words) for words in stop.words)])
        shape = ", shape=ellipse" if stop.is_origin else ""
        lines.append(f"    {_quoted([source])} [label={label}{shape}];")
    for hop in trace.hops:
        style = ", color=red, penwidth=2" if hop.losses else ""
        ends = f"{_quoted([hop.upstream])} -> {_quoted([hop.source])}"
        lines.append(f"    {ends} [label={_quoted([hop.name, *hop.losses])}{style}];")
    lines += [
        f'    {_quoted([upstream])} -> {_quoted([source])} [label="credit", style=dashed, constraint=false];'
        for source, upstream in trace.credits
    ]
    return "".join(f"{line}\n" for line in (*lines, "}"))


def _quoted(parts: Iterable[str]) -> str:
    """Return lines as a string of DOT, in which only quotation marks and backslashes mean something."""
    safe = (one_line(part).replace("\\", "\\\\").replace('"', '\\"') for part in parts if part)
    return '"' + "\\n".join(safe) + '"'
