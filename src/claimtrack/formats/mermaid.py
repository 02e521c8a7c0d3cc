"""Mermaid flowcharts, which Markdown on GitHub and GitLab draws."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.text.printable import one_line
from claimtrack.text.wording import brief

if TYPE_CHECKING:
    from claimtrack.formats import Screen
    from claimtrack.formats._trace import Trace

_SPECIAL = re.compile(r"[^\w .,:;()“”‘’…→≠/+-]|;")
"""Everything that may mean something to Mermaid, to Markdown or to HTML."""


def trace(trace: Trace, _screen: Screen) -> str:
    """Return the way of a fact, arrows running from the origins to the article."""
    names = {source: f"s{number}" for number, source in enumerate(trace.stops)}
    lines = ["flowchart BT"]
    for source, stop in trace.stops.items():
        parts = (source, stop.facts, *(brief(words) for words in stop.words))
        label = "<br>".join(_escaped(part) for part in parts if part)
        shape = '(["{}"])' if stop.is_origin else '["{}"]'
        lines.append(f"    {names[source]}{shape.format(label)}")
    for hop in trace.hops:
        label = "<br>".join(_escaped(part) for part in (hop.name, *hop.losses))
        arrow = "==>" if hop.losses else "-->"
        lines.append(f'    {names[hop.upstream]} {arrow}|"{label}"| {names[hop.source]}')
    lines += [f'    {names[upstream]} -.->|"credit"| {names[source]}' for source, upstream in trace.credits]
    return "".join(f"{line}\n" for line in lines)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"#{ord(found[0])};", one_line(text))
