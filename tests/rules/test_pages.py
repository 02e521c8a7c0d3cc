"""Every rule keeps the house form, and its manual page is true: bad examples are found, good ones pass."""

from __future__ import annotations

import pytest

from claimtrack.model.findings import SEVERITIES
from claimtrack.rules import Rule, catalogue
from claimtrack.views.rulebook import sections, summary
from support import check_files, places, read_example

SECTIONS = ["What", "Why", "Bad", "Good", "Fix", "Source"]
RULES = [pytest.param(rule, id=rule.code) for rule in catalogue().values()]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_severity_and_a_whole_page(rule: Rule) -> None:
    assert rule.severity in SEVERITIES
    assert list(sections(rule)) == SECTIONS
    assert all(sections(rule).values())
    assert summary(rule).endswith(".")


@pytest.mark.parametrize("rule", RULES)
def test_its_bad_example_is_found_where_it_is_marked_and_nowhere_else(rule: Rule) -> None:
    files, expected = read_example(sections(rule)["Bad"])
    assert rule.code in {code for code, _, _ in expected}
    found = check_files(files).findings
    told = [finding for finding in found if finding.severity != "info" or finding.code == rule.code]
    assert places(told) == expected


@pytest.mark.parametrize("rule", RULES)
def test_its_good_example_passes(rule: Rule) -> None:
    files, expected = read_example(sections(rule)["Good"])
    assert not expected
    found = check_files(files).findings
    assert not [f.message for f in found if f.severity != "info" or f.code == rule.code]
