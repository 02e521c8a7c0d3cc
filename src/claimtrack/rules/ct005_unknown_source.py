"""A citation, derivation or article that names no recorded source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.findings import Problem
from claimtrack.text.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.ledger import Ledger
    from claimtrack.model.place import Path
    from claimtrack.model.records import Claim, Source
    from claimtrack.model.settings import Settings

SEVERITY = "error"


def check(ledger: Ledger, _settings: Settings) -> Iterator[Problem]:
    """Yield every name of a source that leads nowhere; a file's own `article` once a file."""
    known = ledger.source_by_id
    hints: dict[str, str] = {}

    def problem(record: Source | Claim, name: str, at: Path, role: str) -> Problem:
        if name not in hints:
            hints[name] = did_you_mean(name, known, f"Record `{name}` under `sources:`, or correct the id.")
        return Problem(record=record, at=at, message=f"{role} `{name}`, which is no recorded source", hint=hints[name])

    for article in ledger.records.articles:
        if article.id not in known:
            hint = did_you_mean(article.id, known, f"Record `{article.id}` under `sources:`, or correct the id.")
            yield Problem(
                record=None,
                place=article.place,
                article=article.id,
                message=f"the article of this file is `{article.id}`, which is no recorded source",
                hint=hint,
            )
    of_files = {article.id for article in ledger.records.articles}
    for source in ledger.sources:
        for place, derivation in enumerate(source.derived_from):
            if derivation.source not in known:
                yield problem(source, derivation.source, ("derived_from", place, "source"), "derives from")
    for claim in ledger.claims:
        if claim.article not in known and claim.article not in of_files:
            yield problem(claim, claim.article, ("article",), "appears in")
        for place, citation in enumerate(claim.sources):
            if citation.source not in known:
                yield problem(claim, citation.source, ("sources", place, "source"), "cites")
            for step, upstream in enumerate(citation.upstream or ()):
                if upstream not in known:
                    yield problem(
                        claim, upstream, ("sources", place, "upstream", step), "cites a source that has this from"
                    )
