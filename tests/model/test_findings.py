from __future__ import annotations

from dataclasses import FrozenInstanceError, asdict, replace
from typing import get_args

import pytest

from claimtrack.model.findings import SEVERITIES, Fault, Finding, Problem, Severity, Subject
from claimtrack.model.place import Place

FINDING = Finding(
    code="CT101",
    name="unsourced",
    severity="error",
    message="no source is cited",
    hint="Cite one.",
    subject=Subject(claim="sale/vote"),
    place=Place(file="claims/b.yaml", line=9, column=5),
    fingerprint="9f2c",
)


@pytest.mark.parametrize(
    "earlier",
    [
        replace(FINDING, place=Place(file="claims/a.yaml", line=10, column=7)),
        replace(FINDING, place=Place(file="claims/b.yaml", line=2, column=7)),
        replace(FINDING, place=Place(file="claims/b.yaml", line=9, column=3), code="CT901"),
        replace(FINDING, code="CT005", message="zebra"),
        replace(FINDING, message="a source is missing"),
    ],
)
def test_findings_are_in_order_of_file_line_column_code_and_words(earlier: Finding) -> None:
    found = sorted([FINDING, earlier], key=lambda finding: finding.order)
    assert found == [earlier, FINDING]


def test_the_worst_severity_comes_first_and_none_is_left_out() -> None:
    assert SEVERITIES == ("error", "warning", "info")
    assert set(SEVERITIES) == set(get_args(Severity))


def test_a_subject_is_nothing_unless_it_is_named() -> None:
    assert asdict(Subject()) == {"claim": None, "source": None, "party": None, "article": None}


def test_a_fault_of_a_whole_file_is_about_no_record_and_leaves_nothing_unknown() -> None:
    fault = Fault(code="CT003", place=Place(file="claims/x.yaml"), message="is no list", hint="Make it one.")
    assert (fault.subject, fault.related, fault.unread) == (Subject(), (), False)


def test_a_problem_is_of_the_record_as_a_whole_and_of_its_rules_severity_unless_it_says_otherwise() -> None:
    problem = Problem(record=None, message="is unknown", hint="Record it.")
    assert (problem.at, problem.related) == ((), ())
    assert (problem.severity, problem.place, problem.article) == (None, None, None)


def test_a_finding_never_changes() -> None:
    with pytest.raises(FrozenInstanceError):
        FINDING.message = "all is well"  # type: ignore[misc]
