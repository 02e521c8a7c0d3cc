"""The ways by which a fact came down to an article: hops, credits and cycles.

A hop is a recorded step from a source to its upstream. A step that skips other recorded steps is
credit and no hop: an article that names the outlet two hops up still has its words from the one
in between. A step that closes a cycle is kept apart, so that no walk runs in circles.
"""

from __future__ import annotations

from collections import ChainMap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.records import Claim

Step = tuple[str, str]
"""A source, and one upstream of it."""
_KEPT = 256
"""How many routes are remembered: claims of one article come one after the other, and routes may be long."""
TOP = "\0"
"""Stands above everything that a claim rests on; no source has this id."""


class Routes:
    """Everything upstream of one source."""

    def __init__(
        self, root: str, edges: Mapping[str, tuple[str, ...]], keeps: Callable[[str], bool] | None = None
    ) -> None:
        """Sort the steps.

        In: where to start, the upstreams of each source, and whether a source matters; what is
        upstream of one that does not matter may not matter either.
        """
        self.root = root

        def targets(key: str) -> Sequence[str]:
            ups = edges.get(key, ())
            return ups if keeps is None else [up for up in ups if keeps(up)]

        self.order, closing = _sorted(root, targets)
        """The sources from the root up: whatever is upstream of another one comes later."""
        self._rank = {key: rank for rank, key in enumerate(self.order)}
        forward = {key: [up for up in dict.fromkeys(targets(key)) if (key, up) not in closing] for key in self.order}
        skipping = {step for key in self.order for step in self._skipping(key, forward)}
        self.upstream = {
            key: tuple(up for up in targets if (key, up) not in skipping) for key, targets in forward.items()
        }
        """The hops from each source."""
        self.credits = tuple((key, up) for key in self.order for up in forward[key] if (key, up) in skipping)
        """The steps that skip others."""
        self.closing = tuple(closing)
        """The steps that close a cycle."""
        self._before = self._longest()

    @property
    def hops(self) -> Iterator[Step]:
        """The hops, from the root up."""
        return ((key, up) for key in self.order for up in self.upstream[key])

    def __contains__(self, source: object) -> bool:
        return source in self._rank

    def way(self, source: str) -> list[str]:
        """Return the longest way from the root up to a source, both included."""
        steps = [source]
        while steps[-1] != self.root:
            steps.append(self._before[steps[-1]])
        return steps[::-1]

    def rank(self, source: str) -> int:
        """Return the place of a source in the order."""
        return self._rank[source]

    def below(self, source: str) -> str:
        """Return the source before another one on the longest way to it."""
        return self._before[source]

    def above(self, source: str, among: Collection[str]) -> set[str]:
        """Return which of some sources are upstream of another one, at any depth."""
        last = max(map(self._rank.__getitem__, among), default=0)
        found: set[str] = set()
        waiting = [source]
        while waiting:
            new = [up for up in self.upstream[waiting.pop()] if up not in found and self._rank[up] <= last]
            found.update(new)
            waiting.extend(new)
        return found.intersection(among)

    def _skipping(self, key: str, forward: Mapping[str, Sequence[str]]) -> Iterator[Step]:
        """Yield the steps from a source to what another of its upstreams leads to as well."""
        targets = forward[key]
        if len(targets) == 1:
            return
        last = max((self._rank[up] for up in targets), default=0)
        found: set[str] = set()
        waiting = list(targets)
        while waiting:
            for up in forward[waiting.pop()]:
                if up not in found and self._rank[up] <= last:
                    found.add(up)
                    waiting.append(up)
        yield from ((key, up) for up in targets if up in found)

    def _longest(self) -> dict[str, str]:
        length = {self.root: 0}
        before: dict[str, str] = {}
        for key in self.order:
            for up in self.upstream[key]:
                if length[key] + 1 > length.get(up, 0):
                    length[up] = length[key] + 1
                    before[up] = key
        return before


def _sorted(root: str, targets_of: Callable[[str], Sequence[str]]) -> tuple[list[str], dict[Step, None]]:
    """Return what is upstream of a source so that every step leads on, and the steps that lead back.

    Method: depth-first search without recursion; linear.
    """
    done: list[str] = []
    seen, open_ = {root}, {root}
    closing: dict[Step, None] = {}
    work = [(root, iter(targets_of(root)))]
    while work:
        key, targets = work[-1]
        for up in targets:
            if up in open_:
                closing[key, up] = None
            elif up not in seen:
                seen.add(up)
                open_.add(up)
                work.append((up, iter(targets_of(up))))
                break
        else:
            work.pop()
            open_.discard(key)
            done.append(key)
    return done[::-1], closing


class RouteIndex:
    """The routes of claims and sources; claims that have their facts by the same ways share them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._made: dict[tuple[str, tuple[tuple[str, tuple[str, ...]], ...], int], Routes] = {}

    def of(self, claim: Claim) -> Routes:
        """Return the ways by which a claim came into its article.

        The article's own words of credit lead to a source as a derivation does; where a citation
        records its upstream for this fact, that is the way and not what its source derives from.
        """
        return self._routes(claim.article, self._own(claim))

    def toward(self, claim: Claim) -> Routes:
        """Return the same as far as it leads to something that the claim cites.

        Enough for all that is asked of its citations, and far less where chains are long: what a
        cited source rests on is left out.
        """
        own, rank = self._own(claim), self._ledger.derivation_rank
        if not own:
            return self._routes(claim.article, own)
        floor = min((rank[item.source] for item in claim.sources if item.source in rank), default=0)
        return self._routes(claim.article, own, floor)

    def around(self, claim: Claim) -> Routes:
        """Return the same with all else that the claim cites: the root is TOP, the article first under it."""
        own = self._own(claim)
        below = self._routes(claim.article, own)
        others = (citation.source for citation in claim.sources if citation.source not in below)
        return self._routes(TOP, {**own, TOP: tuple(key for key in dict.fromkeys((claim.article, *others)) if key)})

    def of_source(self, source: str) -> Routes:
        """Return everything upstream of a source, as its derivations have it."""
        return self._routes(source, {})

    def _own(self, claim: Claim) -> dict[str, tuple[str, ...]]:
        """Return the upstreams that are of this claim alone."""
        article = claim.article
        own: dict[str, tuple[str, ...]] = {}
        for citation in claim.sources:
            if citation.upstream is not None and citation.source != article:
                own[citation.source] = (*own.get(citation.source, ()), *citation.upstream)
        retelling = self._ledger.index.retelling(article)
        known = self._ledger.upstream.get(article, ())
        cued = tuple(item.source for item in claim.sources if item.cue and item.source not in retelling)
        if not set(cued).issubset(known):
            own[article] = (*known, *cued)
        return own

    def _routes(self, root: str, own: Mapping[str, tuple[str, ...]], floor: int = 0) -> Routes:
        """In: where to start, the upstreams that are of one claim alone, and the least rank that matters."""
        key = (root, tuple(sorted(own.items())), floor)
        if key not in self._made:
            if len(self._made) >= _KEPT:
                del self._made[next(iter(self._made))]
            # What a claim has of its own is not copied into all that is known: claims are many, and so are sources.
            edges = ChainMap({**own}, self._ledger.upstream) if own else self._ledger.upstream
            rank = self._ledger.derivation_rank if floor else {}
            self._made[key] = Routes(root, edges, (lambda up: rank.get(up, floor) >= floor) if floor else None)
        return self._made[key]


def routes(ledger: Ledger) -> RouteIndex:
    """Return the routes of a ledger; ask for them with `ledger.once`."""
    return RouteIndex(ledger)
