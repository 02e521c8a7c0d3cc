"""What a signature is put under: the claim as it stands, and what the check binds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimtrack.formats import Block, Card, Line
from claimtrack.model.ledger import Ledger
from claimtrack.rules import catalogue
from claimtrack.text.checks import NO_PARAGRAPH, checks
from claimtrack.text.wording import counted
from claimtrack.views.claimcard import claim_blocks
from claimtrack.views.items import long_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.model.findings import Finding
    from claimtrack.model.records import Check, Claim
    from claimtrack.model.settings import Settings

SCHEMA = "claimtrack/sign/1"
_CURED = frozenset({"CT401", "CT402"})
"""What a new signature mends: no reason to refuse it, however severe the house makes it."""
_SHOWN = ("", "Sources", "Verdict")


@dataclass(frozen=True, slots=True)
class Signature:
    """A check to be written under a claim."""

    claim: Claim
    check: Check

    @property
    def fields(self) -> dict[str, str]:
        """The check as a record has it."""
        check = self.check
        values = {"by": check.by, "role": check.role, "date": check.date.text, "digest": check.digest}
        return {key: value for key, value in values.items() if value}

    @property
    def there(self) -> bool:
        """Whether the claim bears this very check already."""
        return self.check in self.claim.checks


def signatures(ledger: Ledger, claims: Sequence[Claim], check: Check) -> list[Signature]:
    """Return the check for each claim, bound to what now stands there."""
    standing = ledger.once(checks)
    return [Signature(claim, replace(check, digest=standing.digest(claim))) for claim in claims]


def refusals(claims: Sequence[Claim], findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings for which a claim must not be signed."""
    keys = {claim.key for claim in claims}
    return [
        finding
        for finding in findings
        if finding.severity == "error" and finding.code not in _CURED and finding.subject.claim in keys
    ]


def objections(ledger: Ledger, settings: Settings, signed: Sequence[Signature]) -> Iterator[str]:
    """Yield what there is to say of signatures that are written all the same.

    The rule about own checks (CT404) is asked before the check is there, and only about it.
    """
    claims = tuple(replace(item.claim, checks=(item.check,)) for item in signed)
    alone = Ledger(replace(ledger.records, claims=claims), ledger.today, ledger.texts)
    for problem in catalogue()["CT404"].check(alone, settings):
        yield f"{problem.record.key if problem.record else ''}: {problem.message}. {problem.hint} (CT404)"
    standing = ledger.once(checks)
    for item in signed:
        if item.claim.quote and standing.paragraph(item.claim) is None:
            yield (
                f"{item.claim.key}: the text of {item.claim.article} is not here, "
                "so the check does not bind the paragraph around the passage."
            )
        elif item.claim.quote and standing.paragraph(item.claim) == NO_PARAGRAPH:
            yield f"{item.claim.key}: the passage is not in {item.claim.article}; the check binds no paragraph."


def sign_card(ledger: Ledger, signed: Sequence[Signature]) -> Card:
    """Return what is signed: of each claim its words, passage, sources and verdict, and the check."""
    check = signed[0].check
    role = f", {check.role}" if check.role else ""
    return Card(
        title=f"{check.by}{role}, {check.date}",
        text=f"signs {counted(len(signed), 'claim')}, each as it stands here:",
        blocks=tuple(block for item in signed for block in _blocks(ledger, item)),
        item={"schema": SCHEMA, "items": [_item(item) for item in signed]},
    )


def _blocks(ledger: Ledger, signature: Signature) -> Iterator[Block]:
    claim = signature.claim
    blocks = {block.heading: block for block in claim_blocks(ledger, claim) if block.heading in _SHOWN and block.lines}
    facts = blocks[""].lines if "" in blocks else ()
    yield Block(heading=claim.key, lines=(Line(label="claim", text=claim.text), *facts))
    paragraph = ledger.once(checks).paragraph(claim)
    if paragraph:
        yield Block(heading=f"{claim.id}: paragraph of the article", lines=(Line(text=paragraph),))
    for name, missing in (("Sources", "none is cited"), ("Verdict", "nobody has given one")):
        lines = blocks[name].lines if name in blocks else (Line(text=missing),)
        yield Block(heading=f"{claim.id}: {name.lower()}", lines=lines)
    yield Block(heading=f"{claim.id}: digest", lines=(Line(text=signature.fields["digest"]),))


def _item(signature: Signature) -> dict[str, object]:
    place = signature.claim.marks.place()
    return {
        **long_form(signature.claim),
        "check": {"role": None, **signature.fields},
        "already_signed": signature.there,
        "file": place.file,
        "line": place.line,
    }
