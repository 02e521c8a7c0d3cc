from __future__ import annotations

import pytest

from support import check_files, judge


def test_a_misspelt_field_is_one_finding_that_names_the_nearest() -> None:
    (found,) = judge(
        """
        claims:
          - id: six-votes
            txt: Six members voted to sell.  # <- CT003
        """,
        "CT003",
    )
    assert found.severity == "error"
    assert found.message == "claim harbour-sale/six-votes: `txt` is no field of a claim."
    assert found.hint == "Did you mean `text`? A field of your own begins with `x-`."


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("when: last spring", "`when`"),
        ("type: rumour", "`type` must be one of quote, numerical"),
        ("serious: yes", "`serious` must be `true` or `false`, not `yes`"),
        ("tags: sale", "`tags` must be a list, but is text"),
        ("note: [a]", "`note` must be text, but is a list"),
        ("verdict: supported", "`verdict` must be a mapping, but is text"),
        ("quote: {prefix: a}", "`exact` in quote is missing"),
        ("figures: [{value: many}]", "`value` in figures 1"),
        ("figures: [{value: 6, comparator: }]", "`comparator` in figures 1"),
        ("sources: [{source: board-minutes, stanse: refutes}]", "`stanse` in sources 1 is no field of a citation"),
        ("waivers: [{rule: CT003, why: No time.}]", "CT003 cannot be waived"),
        ("waivers: [{rule: CT999, why: No time.}]", "`CT999` is no code of a rule"),
        ("<<: {note: a}", "`<<` is no field of a claim"),
    ],
)
def test_a_value_that_a_claim_cannot_hold_is_named_in_its_own_words(fields: str, said: str) -> None:
    (found,) = judge(
        f"""
        claims:
          - id: a
            text: It was sold.
            {fields}  # <- CT003
        """,
        "CT003",
    )
    assert said in found.message
    assert found.hint


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{id: Deed, kind: document, title: Deed}", "`Deed` is no id"),
        ("{id: deed, kind: document}", "has neither `title` nor `url` nor `party`"),
        ("{id: deed, title: Deed}", "`kind` is missing"),
        ("{id: deed, kind: document, title: Deed, published: 2026-13}", "`published`"),
        ("{id: deed, kind: document, title: Deed, snapshot: {file: ../a, sha256: %s}}" % ("a" * 64), "`../a` leaves"),
        ("{id: deed, kind: document, title: Deed, snapshot: {file: /a, sha256: %s}}" % ("a" * 64), "`/a` leaves"),
        ("{id: deed, kind: document, title: Deed, snapshot: {file: a, sha256: abc}}", "`abc` is no sha256"),
    ],
)
def test_a_value_that_a_source_cannot_hold_is_named_too(source: str, said: str) -> None:
    (found,) = judge(f"sources:\n  - {source}  # <- CT003\n", "CT003")
    assert said in found.message


def test_a_claim_without_an_article_and_a_key_that_no_file_holds() -> None:
    files = {"claims/x.yaml": "claims:\n  - {id: a, text: It was sold.}\n", "claims/y.yaml": "claim: []\n"}
    found = [finding for finding in check_files(files).findings if finding.severity != "info"]
    assert [finding.code for finding in found] == ["CT003", "CT003"]
    assert found[0].message == "claim a: has no article."
    assert found[1].message == "claims/y.yaml: `claim` is nothing that a record file holds."
    assert found[1].hint == "Did you mean `claims`?"


def test_a_broken_record_keeps_its_id_and_no_other_rule_judges_it() -> None:
    records = """
        sources:
          - {id: deed, kind: deed, title: Deed}  # <- CT003
        claims:
          - {id: a, text: It was sold., sources: [{source: deed, at: page 1}]}
          - {id: b, text: It was kept., colour: red, claimant: nobody}  # <- CT003
          - {id: c, text: It was kept., sources: [board-minutes], relations: [{claim: b, as: repeats}]}
        """
    for code in ("CT003", "CT005", "CT006", "CT007", "CT101"):
        judge(records, code)


def test_short_forms_empty_lists_and_own_keys_are_sound() -> None:
    judge(
        """
        x-desk: {anything: goes}
        claims:
          - id: a
            text: It was sold.
            x-colour: red
            when: 2026-02~
            quote: six of the nine
            about: harbour-board
            tags:
            figures: [{value: fourteen, comparator: ">"}]
            sources: [board-minutes]
            waivers: [{rule: CT105, why: Minutes are the only record., until: 2027}]
        """,
        "CT003",
    )
