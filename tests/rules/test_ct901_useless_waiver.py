from __future__ import annotations

from datetime import date

from support import check_files, judge


def test_a_waiver_with_nothing_to_waive_is_found_at_its_rule() -> None:
    (found,) = judge(
        """
        claims:
          - id: secret
            text: The sale was kept secret.
            sources: [{source: board-minutes, at: page 4}]
            waivers:
              - why: Nobody would speak.
                rule: CT101  # <- CT901
        """,
        "CT901",
    )
    assert found.severity == "warning"
    assert found.message == "harbour-sale/secret: the waiver of CT101 has nothing to waive."
    assert found.hint == "Take it out: the record has been mended."


def test_a_waiver_past_its_end_is_found_at_its_end_and_waives_no_more() -> None:
    (found,) = judge(
        """
        claims:
          - id: secret
            text: The sale was kept secret.
            waivers:
              - rule: CT101
                why: Nobody would speak.
                until: 2026-11-21  # <- CT901
        """,
        "CT901",
    )
    assert found.message == "harbour-sale/secret: the waiver of CT101 ended with 2026-11-21."
    assert found.hint == "Mend what it waived, or renew it with a reason."
    judge(
        """
        claims:
          - {id: a, text: t, waivers: [{rule: CT101, why: Nobody would speak., until: 2026-11-21}]}  # <- CT101
        """,
        "CT101",
    )


def test_the_last_day_is_included_and_a_month_ends_with_its_last_day() -> None:
    day = "claims:\n  - {id: a, text: t, waivers: [{rule: CT101, why: w, until: 2026-11-22}]}"
    month = "claims:\n  - {id: a, text: t, waivers: [{rule: CT101, why: w, until: 2026-11}]}"
    rough = "claims:\n  - {id: a, text: t, waivers: [{rule: CT101, why: w, until: 2020~}]}"
    judge(day, "CT901", as_of=date(2026, 11, 22))
    judge(f"{day}  # <- CT901", "CT901", as_of=date(2026, 11, 23))
    judge(month, "CT901", as_of=date(2026, 11, 30))
    judge(f"{month}  # <- CT901", "CT901", as_of=date(2026, 12, 1))
    judge(rough, "CT901")


def test_a_waiver_that_waives_something_is_counted_and_never_a_finding() -> None:
    report = check_files(
        {
            "claims/x.yaml": "article: harbour-sale\nclaims:\n"
            "  - {id: a, text: t, waivers: [{rule: CT101, why: Nobody would speak., until: 2026-12-31}]}\n"
        }
    )
    assert report.summary.waived == 1
    assert not [finding for finding in report.findings if finding.code in ("CT101", "CT901")]


def test_waivers_of_sources_are_judged_too() -> None:
    judge(
        """
        sources:
          - {id: land-register, kind: document, title: Land register, waivers: [{rule: CT505, why: For later.}]}
          - {id: survey, kind: document, title: Survey, waivers: [{rule: CT505, why: For later.}]}  # <- CT901
        claims:
          - {id: a, text: t, sources: [{source: survey, at: page 1}]}
        """,
        "CT901",
    )


def test_a_rule_that_did_not_run_is_not_judged() -> None:
    waived = """
        claims:
          - id: secret
            text: The sale was kept secret.
            sources: [{source: board-minutes, at: page 4}]
            waivers: [{rule: CT101, why: Nobody would speak.}]
        """
    judge(waived, "CT901", settings='format = 1\nignore = ["CT101"]\n')
    judge(waived, "CT901", settings='format = 1\nselect = ["CT9"]\n')
    judge(waived.replace("speak.}]", "speak.}]  # <- CT901"), "CT901", settings='format = 1\nselect = ["CT1", "CT9"]\n')


def test_a_waiver_of_what_another_rule_speaks_for_is_not_useless() -> None:
    findings = judge(
        """
        sources:
          - {id: retelling, kind: article, title: Told again, derived_from: [evening-post-story]}
          - {id: echo, kind: article, title: Told once more, derived_from: [evening-post-story]}
        claims:
          - id: secret  # <- CT104
            text: The sale was kept secret.
            sources: [{source: retelling, at: para 1}, {source: echo, at: para 1}]
            waivers: [{rule: CT105, why: Nobody else would speak.}]
        """,
        "CT104",
        settings='format = 1\nmin-origins = 2\nselect = ["CT104", "CT105", "CT901"]\n',
    )
    assert len(findings) == 1
    judge(
        """
        sources:
          - {id: retelling, kind: article, title: Told again, derived_from: [evening-post-story]}
          - {id: echo, kind: article, title: Told once more, derived_from: [evening-post-story]}
        claims:
          - id: secret
            text: The sale was kept secret.
            sources: [{source: retelling, at: para 1}, {source: echo, at: para 1}]
            waivers: [{rule: CT105, why: Nobody else would speak.}]
        """,
        "CT901",
        settings="format = 1\nmin-origins = 2\n",
    )


def test_a_broken_record_keeps_its_waivers_unjudged() -> None:
    judge(
        """
        claims:
          - {id: a, text: t, sources: [nowhere], waivers: [{rule: CT208, why: w, until: 2020}]}
          - {id: b, text: t, sources: [board-minutes], waivers: [{rule: CT208, why: w, until: 2020}]}  # <- CT901
        """,
        "CT901",
    )
