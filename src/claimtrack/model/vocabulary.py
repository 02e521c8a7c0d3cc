"""The words that a field takes, where it takes only some, and those that the program derives."""

from __future__ import annotations

from typing import Literal, get_args

PartyKind = Literal["person", "organisation"]
Identity = Literal["named", "unnamed", "confidential"]
SourceKind = Literal["article", "recording", "document", "statement", "interview", "dataset", "post", "photo", "book"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Status = Literal["corrected", "retracted"]
DerivationRelation = Literal["derived", "quoted", "translated", "revised"]
Stance = Literal["supports", "refutes", "mentions"]
ClaimType = Literal["quote", "numerical", "event", "causal", "property", "position", "question"]
Comparator = Literal["more-than", "at-least", "less-than", "at-most", "about"]
VerdictLabel = Literal["supported", "refuted", "conflicting", "not-enough-evidence"]
ClaimRelation = Literal["contradicts", "repeats", "corroborates", "qualifies", "supersedes", "depends-on"]

Level = Literal["unsourced", "unexamined", "single-origin", "corroborated", "contested", "refuted"]
"""How a claim is sourced; derived, never recorded."""
LEVELS: tuple[Level, ...] = get_args(Level)
