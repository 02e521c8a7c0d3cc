"""A tree from the article to the origins, for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.text.printable import one_line
from claimtrack.text.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.formats import Screen
    from claimtrack.formats._trace import Hop, Trace

_DEEPEST = 24
"""From there on nothing is indented any further: nobody has so wide a screen."""
_BOLD, _DIM, _RED, _YELLOW = "1", "2", "1;31", "33"


def trace(trace: Trace, screen: Screen) -> str:
    """Return the way of a fact as a tree; a source that comes twice is drawn once and referred to after."""
    tree = _Tree(trace, screen)
    return "".join(f"{line}\n" for line in tree.lines())


class _Tree:
    def __init__(self, trace: Trace, screen: Screen) -> None:
        self._trace = trace
        self._screen = screen
        self._drawn: set[str] = set()
        self._closing = set(trace.closing)
        self._credits: dict[str, list[str]] = {}
        for source, upstream in trace.credits:
            self._credits.setdefault(source, []).append(upstream)

    def lines(self) -> Iterator[str]:
        """Yield the lines, with a loop and not recursion: chains may be thousands long."""
        yield self._styled(self._trace.id, _BOLD)
        if self._trace.text:
            yield one_line(self._trace.text)
        yield self._styled(self._trace.sentence, _BOLD)
        for number, root in enumerate(self._trace.roots):
            if number < 2:  # noqa: PLR2004  (a blank line before the article and before what else is cited)
                yield ""
            if number == 1:
                yield "Also cited, and not where the article has it from:"
            yield from self._tree(root)

    def _tree(self, root: str) -> Iterator[str]:
        todo: list[tuple[str, Hop | None, str, str, int]] = [(root, None, "", "", 0)]
        while todo:
            source, hop, branch, indent, depth = todo.pop()
            shown = self._is_shown(source, hop)
            yield branch + self._heading(source, hop)
            hops = [] if shown else self._trace.upstream.get(source, [])
            beside = indent + ("│   " if hops else "    ")
            for line, style in self._details(source, hop, shown=shown):
                yield beside + self._styled(line, style)
            self._drawn.add(source)
            for number, further in reversed(list(enumerate(hops, start=1))):
                last = number == len(hops)
                inner = indent + ("    " if last else "│   ") if depth < _DEEPEST else indent
                todo.append((further.upstream, further, indent + ("└── " if last else "├── "), inner, depth + 1))

    def _is_shown(self, source: str, hop: Hop | None) -> bool:
        """Tell whether what is behind a source has been drawn, or would lead in a circle."""
        return source in self._drawn or (hop is not None and (hop.source, source) in self._closing)

    def _heading(self, source: str, hop: Hop | None) -> str:
        stop = self._trace.stops[source]
        relation = f"{hop.relation} from " if hop else ""
        silent = self._styled(", not acknowledged", _YELLOW) if hop and not hop.acknowledged else ""
        if hop and (hop.source, source) in self._closing:
            return f"{relation}{self._styled(source, _BOLD)}{silent} {self._styled('(↺ a cycle, drawn above)', _RED)}"
        if source in self._drawn:
            return f"{relation}{self._styled(source, _BOLD)}{silent} {self._styled('(drawn above)', _DIM)}"
        facts = f" ({one_line(stop.facts)})" if stop.facts else ""
        title = f": {one_line(stop.title)}" if stop.title else ""
        return f"{relation}{self._styled(source, _BOLD)}{silent}{facts}{title}"

    def _details(self, source: str, hop: Hop | None, *, shown: bool) -> Iterator[tuple[str, str]]:
        if not shown:
            for words in self._trace.stops[source].words:
                yield words, ""
        if hop:
            for loss in hop.losses:
                yield f"≠ {loss}", _RED
        if not shown and (credited := self._credits.get(source)):
            yield f"also credits {listed(credited)}", _YELLOW

    def _styled(self, text: str, style: str) -> str:
        safe = one_line(text)
        return f"\x1b[{style}m{safe}\x1b[0m" if self._screen.colour and style else safe
