from __future__ import annotations

import pytest

from claimtrack.rules import catalogue
from claimtrack.views.rulebook import COLUMNS, UnknownRuleError, page, rulebook, sections, summary

SECTIONS = ["What", "Why", "Bad", "Good", "Fix", "Source"]


def test_every_rule_is_a_row_in_the_order_of_codes() -> None:
    table = rulebook()
    assert [row[0] for row in table.rows] == sorted(catalogue())
    assert (table.columns, table.schema, table.title) == (COLUMNS, "claimtrack/rules/1", f"{len(table.rows)} rules")
    assert table.items[0] == {
        "code": "CT001",
        "name": "unreadable-file",
        "severity": "error",
        "finds": "A record file that cannot be read as text.",
    }
    assert table.rows[0] == tuple(table.items[0].values())


@pytest.mark.parametrize("name", ["CT101", "ct101", "unsourced", "Unsourced"])
def test_a_rule_is_found_by_code_or_name_in_any_case(name: str) -> None:
    card = page(name)
    assert (card.title, card.text) == ("CT101 unsourced (error)", "A claim that no source bears on.")


def test_a_page_has_its_sections_as_blocks_and_as_fields() -> None:
    card = page("CT101")
    assert [block.heading for block in card.blocks] == SECTIONS
    assert list(card.item) == ["schema", "code", "name", "severity", "finds", *(name.lower() for name in SECTIONS)]
    assert card.item["schema"] == "claimtrack/rule/1"
    bad = next(block for block in card.blocks if block.heading == "Bad")
    assert bad.lines[0].text == "    # file: claims/x.yaml"
    assert card.item["bad"] == "\n".join(line.text for line in bad.lines)


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_every_rule_has_a_page_with_all_sections(code: str) -> None:
    rule = catalogue()[code]
    assert list(sections(rule)) == SECTIONS
    assert summary(rule).endswith(".")
    assert page(rule.name).title.startswith(code)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("CT999", "`CT999` is no rule. Did you mean `CT"),
        ("unsorced", "`unsorced` is no rule. Did you mean `unsourced`?"),
        ("zzzzzzzz", "`zzzzzzzz` is no rule. See `claimtrack explain`."),
    ],
)
def test_an_unknown_rule_is_refused_with_the_nearest(name: str, words: str) -> None:
    with pytest.raises(UnknownRuleError) as caught:
        page(name)
    assert str(caught.value).startswith(words)
