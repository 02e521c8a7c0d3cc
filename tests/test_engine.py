from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from claimtrack import engine
from claimtrack.model.findings import Problem
from claimtrack.model.ledger import Ledger, Records
from claimtrack.model.settings import Settings
from support import check_files

if TYPE_CHECKING:
    from claimtrack.model.findings import Finding
    from claimtrack.model.report import Report

HEAD = "article: harbour-sale\nclaims:\n"
SOUND = "- {id: six, text: Six voted., quote: six of them voted, sources: [{source: board-minutes, at: page 4}]}\n"
UNSOURCED = "- {id: secret, text: It was secret., quote: secret for a month%s}\n"
WAIVER = ", waivers: [{rule: %s, why: We live with it.%s}]"


def check(claims: str, *, settings: str = "", as_of: date = date(2026, 11, 22), **files: str | bytes) -> Report:
    """Check the claims of the file x.yaml; other files by their names without ending."""
    more = {f"claims/{name}.yaml": text for name, text in files.items()}
    return check_files({"claims/x.yaml": HEAD + claims, "claimtrack.toml": settings, **more}, as_of)


def codes(report: Report) -> list[str]:
    """Return what was found outside the base project."""
    return [finding.code for finding in report.findings if finding.place.file != "claims/base.yaml"]


def found(report: Report, code: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.code == code]


# ---- what is counted


def test_the_summary_counts_the_whole_project() -> None:
    report = check(SOUND + UNSOURCED % "" + "- {id: b, txt: T}\n- {id: q, text: Why?, type: question}\n")
    summary = report.summary
    assert (summary.articles, summary.sources, summary.claims, summary.not_read) == (1, 3, 3, 1)
    assert (summary.errors, summary.warnings, summary.infos, summary.waived) == (2, 0, 5, 0)
    assert summary.sourcing == {
        "unsourced": 2, "unexamined": 0, "single-origin": 1, "corroborated": 0, "contested": 0, "refuted": 0,
    }  # fmt: skip
    assert summary.quotes == {"exact": 0, "normalised": 0, "altered": 0, "absent": 0, "not_checked": 2}


def test_the_quotes_of_citations_count_as_not_checked_too() -> None:
    claims = "- {id: a, text: T, quote: a b c, sources: [{source: board-minutes, quote: d e f}, board-minutes]}\n"
    assert check(claims).summary.quotes["not_checked"] == 2


def test_an_empty_ledger_is_no_finding() -> None:
    report = engine.check(Ledger(Records(), date(2026, 1, 1)), Settings())
    assert (report.findings, report.summary.claims, report.summary.errors) == ((), 0, 0)


# ---- what a finding is


def test_a_finding_names_its_record_and_points_at_the_value() -> None:
    (finding,) = found(check("- {id: a, text: T, claimant: nobody}\n"), "CT007")
    assert (finding.name, finding.severity) == ("unknown-party", "error")
    assert finding.message.startswith("harbour-sale/a: ")
    assert finding.message.endswith(".")
    assert (finding.subject.claim, finding.subject.article) == ("harbour-sale/a", "harbour-sale")
    assert (finding.subject.source, finding.subject.party) == (None, None)
    assert (str(finding.place), finding.place.end_column) == ("claims/x.yaml:3:30", 36)


def test_findings_on_sources_parties_and_files_name_those() -> None:
    text = "article: nowhere\nsources: [{id: s, kind: book, title: T, party: nobody}]\n"
    report = check(SOUND, y=f"{text}parties: [{{id: p, name: N, of: no}}]\n")
    errors = [finding for finding in report.findings if finding.severity == "error"]
    assert [(f.code, f.subject.source, f.subject.party, f.subject.article) for f in errors] == [
        ("CT005", None, None, "nowhere"),
        ("CT007", "s", None, None),
        ("CT007", None, "p", None),
    ]
    assert [f.message.split(" ")[:2] for f in errors] == [["the", "article"], ["source", "s:"], ["party", "p:"]]


def test_findings_are_sorted_by_file_line_column_and_code() -> None:
    report = check(UNSOURCED % "" + "- {id: a, txt: T}\n", b="claims: [\n", a="zzz: 1\n")
    keys = [(f.place.file, f.place.line, f.place.column, f.code) for f in report.findings]
    assert keys == sorted(keys)
    assert [file for file, *_ in keys][:2] == ["claims/a.yaml", "claims/b.yaml"]


def test_a_fingerprint_stays_when_lines_move() -> None:
    claims = UNSOURCED % "" + "- {id: b, txt: T}\n"
    here, there = check(claims), check(f"\n# moved\n\n{claims}")
    assert codes(here) == codes(there) == ["CT101", "CT402", "CT003"]
    assert [f.fingerprint for f in here.findings] == [f.fingerprint for f in there.findings]
    assert [f.place.line for f in found(there, "CT101")] == [f.place.line + 3 for f in found(here, "CT101")]


def test_a_fingerprint_changes_with_the_record_and_with_what_is_wrong() -> None:
    texts = ("- {id: a, text: T}\n", "- {id: b, text: T}\n", "- {id: a, text: U}\n")
    prints = {found(check(text), "CT101")[0].fingerprint for text in texts}
    assert len(prints) == 3
    assert all(len(print_) == 16 and int(print_, 16) >= 0 for print_ in prints)


def test_findings_with_the_same_words_have_fingerprints_of_their_own() -> None:
    report = check("- {id: a, text: T, sources: [nowhere, nowhere]}\n")
    assert len(found(report, "CT005")) == 2
    assert len({finding.fingerprint for finding in report.findings}) == len(report.findings)


def test_a_problem_without_record_and_place_is_a_defect() -> None:
    with pytest.raises(ValueError, match="neither record nor place: lost"):
        engine._place(Problem(record=None, message="lost", hint=""))  # noqa: SLF001  (no rule does it)


# ---- one cause, one finding


def test_a_misspelt_required_key_is_one_finding() -> None:
    report = check("- {id: a, txt: T, sources: [nowhere], claimant: nobody}\n")
    assert codes(report) == ["CT003"]
    assert report.summary.not_read == 1


def test_an_unknown_article_of_a_file_is_one_finding_and_its_claims_keep_their_ids() -> None:
    claim = "- {id: %s, text: T, sources: [board-minutes]}\n"
    text = f"article: harbour-sail\nclaims:\n{claim % 'a'}{claim % 'b'}"
    report = check_files({"claims/x.yaml": text})
    (finding,) = [finding for finding in report.findings if finding.severity == "error"]
    assert (finding.code, str(finding.place)) == ("CT005", "claims/x.yaml:1:10")
    assert "Did you mean `harbour-sale`?" in finding.hint
    assert {f.subject.claim for f in found(report, "CT206")} == {"harbour-sail/a", "harbour-sail/b"}


@pytest.mark.parametrize(
    ("file", "code"), [("claims: [{id: c: d\n", "CT002"), (b"sources: [{id: caf\xe9}]\n", "CT001"), ("- a\n", "CT003")]
)
def test_while_a_file_is_unread_references_are_withheld_and_its_finding_counts_them(
    file: str | bytes, code: str
) -> None:
    claims = "- {id: a, text: T, claimant: nobody, sources: [lost], relations: [{claim: gone, as: repeats}]}\n"
    report = check(claims, y=file)
    assert not {"CT005", "CT006", "CT007"} & set(codes(report))
    (finding,) = [finding for finding in report.findings if finding.severity == "error"]
    assert finding.code == code
    assert finding.message.endswith("Until it can be read, 3 references that lead nowhere are withheld.")


def test_a_single_withheld_reference_is_told_as_one() -> None:
    report = check("- {id: a, text: T, sources: [lost]}\n", y="claims: [\n")
    assert found(report, "CT002")[0].message.endswith("1 reference that leads nowhere is withheld.")


def test_an_unread_file_with_nothing_to_withhold_says_nothing_of_it() -> None:
    assert "withheld" not in found(check(SOUND, y="claims: [\n"), "CT002")[0].message


def test_what_only_spoils_one_record_withholds_nothing() -> None:
    report = check("- {id: a, text: T, sources: [lost]}\n", y="parties: [{id: p, nam: N}]\n")
    assert found(report, "CT005")


def test_a_withheld_reference_keeps_other_rules_from_its_record() -> None:
    report = check("- {id: a, text: T, sources: [lost]}\n", y="claims: [\n")
    assert codes(report) == ["CT002"]


def test_a_finding_about_the_form_of_a_record_silences_all_others_on_it() -> None:
    assert codes(check("- {id: a, text: It was sold last year., sources: [nowhere]}\n")) == ["CT005"]


def test_a_finding_about_the_form_silences_no_other_about_the_form() -> None:
    assert codes(check("- {id: a, text: T, claimant: nobody, sources: [nowhere]}\n")) == ["CT007", "CT005"]


def test_an_ignored_finding_about_the_form_silences_nothing() -> None:
    report = check("- {id: a, text: T, sources: [nowhere]}\n", settings='ignore = ["CT005"]')
    assert "CT208" in codes(report)


def test_a_waived_finding_about_the_form_silences_nothing() -> None:
    report = check(f"- {{id: a, text: T, sources: [nowhere]{WAIVER % ('CT005', '')}}}\n")
    assert "CT005" not in codes(report)
    assert "CT208" in codes(report)
    assert report.summary.waived == 1


def test_an_unsourced_claim_is_not_said_to_have_too_few_sources() -> None:
    settings = "min-origins = 2"
    assert {"CT101", "CT105"} & set(codes(check(UNSOURCED % "" + SOUND, settings=settings))) == {"CT101", "CT105"}
    (few,) = found(check(UNSOURCED % "" + SOUND, settings=settings), "CT105")
    assert few.subject.claim == "harbour-sale/six"


def test_circular_reporting_speaks_for_too_few_sources() -> None:
    sources = "sources:\n- {id: %s, kind: article, title: T, party: evening-post, derived_from: [board-minutes]}\n"
    both = sources % "one" + (sources % "two").removeprefix("sources:\n")
    claims = "- {id: a, text: T, quote: words of it, sources: [{source: one, at: para 1}, {source: two, at: para 1}]}\n"
    assert "CT105" not in codes(check(claims, settings="min-origins = 2", y=both))
    assert "CT104" in codes(check(claims, settings="min-origins = 2", y=both))
    assert "CT105" not in codes(check(claims, settings='min-origins = 2\nignore = ["CT104"]', y=both))


# ---- waivers


def test_a_waived_finding_is_counted_and_not_told() -> None:
    report = check(UNSOURCED % (WAIVER % ("CT101", "")))
    assert not {"CT101", "CT901"} & set(codes(report))
    assert (report.summary.waived, report.summary.errors) == (1, 0)


@pytest.mark.parametrize(
    ("until", "as_of", "waived"),
    [
        ("2026-06-30", date(2026, 6, 29), True),
        ("2026-06-30", date(2026, 6, 30), True),
        ("2026-06-30", date(2026, 7, 1), False),
        ("2026-06", date(2026, 6, 30), True),
        ("2026-06", date(2026, 7, 1), False),
        ("2026", date(2026, 12, 31), True),
        ("2026", date(2027, 1, 1), False),
    ],
)
def test_a_waiver_holds_to_the_end_of_its_last_day(until: str, as_of: date, *, waived: bool) -> None:
    report = check(UNSOURCED % (WAIVER % ("CT101", f", until: {until}")), as_of=as_of)
    assert ("CT101" in codes(report), "CT901" in codes(report)) == (not waived, not waived)
    assert report.summary.waived == int(waived)


def test_a_waiver_counts_for_its_own_record_alone() -> None:
    other = "- {id: open, text: It was open., quote: open to all}\n"
    report = check(UNSOURCED % (WAIVER % ("CT101", "")) + other)
    assert [finding.subject.claim for finding in found(report, "CT101")] == ["harbour-sale/open"]


def test_a_waiver_of_another_code_waives_nothing_and_is_told() -> None:
    report = check(UNSOURCED % (WAIVER % ("CT403", "")))
    assert {"CT101", "CT901"} <= set(codes(report))
    assert report.summary.waived == 0


def test_a_waiver_on_a_source_waives_what_is_said_of_that_source() -> None:
    source = "sources: [{id: s, kind: book, title: T%s}]\n"
    assert "CT505" in codes(check(SOUND, y=source % ""))
    report = check(SOUND, y=source % (WAIVER % ("CT505", "")))
    assert "CT505" not in {finding.code for finding in report.findings if finding.subject.source == "s"}
    assert report.summary.waived == 1


def test_a_waiver_is_not_called_useless_where_its_rule_did_not_run() -> None:
    claims = SOUND.replace("}\n", WAIVER % ("CT101", "") + "}\n")
    assert "CT901" in codes(check(claims))
    assert "CT901" not in codes(check(claims, settings='ignore = ["CT101"]'))
    assert "CT901" not in codes(check(claims, y="claims: [\n"))
    assert "CT901" not in codes(check(claims.replace("CT101", "CT203")))


def test_a_waiver_of_what_another_rule_speaks_for_is_not_called_useless() -> None:
    assert "CT901" not in codes(check(UNSOURCED % (WAIVER % ("CT105", "")), settings="min-origins = 2"))


def test_a_waiver_on_a_record_that_is_not_judged_is_not_judged_either() -> None:
    claims = f"- {{id: a, text: T, sources: [nowhere]{WAIVER % ('CT101', ', until: 2020')}}}\n"
    assert codes(check(claims)) == ["CT005"]


# ---- choosing


@pytest.mark.parametrize(
    ("settings", "kept"),
    [
        ('select = ["CT1"]', {"CT101"}),
        ('select = ["CT208", "CT402"]', {"CT208", "CT402"}),
        ('ignore = ["CT"]', set()),
        ('ignore = ["CT2", "CT402"]', {"CT101"}),
        ('select = ["CT2", "CT101"]\nignore = ["CT1", "CT208"]', {"CT101"}),
        ('select = ["CT105"]\nmin-origins = 2', set()),
        ('[per-path-ignores]\n"claims/x.yaml" = ["CT1"]', {"CT208", "CT402"}),
        ('[per-path-ignores]\n"claims/y*" = ["CT"]', {"CT101", "CT208", "CT402"}),
        ('[per-path-ignores]\n"claims/*" = ["CT208"]\n"*.yaml" = ["CT4"]', {"CT101"}),
    ],
)
def test_only_what_is_chosen_speaks(settings: str, kept: set[str]) -> None:
    report = check("- {id: a, text: T}\n", settings=settings)
    assert {finding.code for finding in report.findings if finding.place.file == "claims/x.yaml"} == kept


def test_a_file_that_cannot_be_read_may_be_ignored_by_its_path() -> None:
    settings = '[per-path-ignores]\n"claims/y.yaml" = ["CT002"]'
    assert "CT002" not in codes(check(SOUND, settings=settings, y="claims: [\n"))
    assert "CT002" not in codes(check(SOUND, settings='ignore = ["CT00"]', y="claims: [\n"))


def test_what_is_ignored_is_neither_counted_nor_waived() -> None:
    report = check(UNSOURCED % (WAIVER % ("CT101", "")), settings='[per-path-ignores]\n"*" = ["CT101"]')
    assert (report.summary.waived, report.summary.errors) == (0, 0)


@pytest.mark.parametrize(
    ("settings", "severity"),
    [
        ("", "error"),
        ('CT101 = "info"', "info"),
        ('CT1 = "warning"', "warning"),
        ('CT1 = "info"\nCT101 = "warning"', "warning"),
        ('CT2 = "info"', "error"),
    ],
)
def test_severities_may_be_set_by_code_and_prefix(settings: str, severity: str) -> None:
    report = check(UNSOURCED % "", settings=f"[severity]\n{settings}\n")
    assert found(report, "CT101")[0].severity == severity


def test_severities_of_faults_may_be_set_too() -> None:
    report = check(SOUND, settings='[severity]\nCT002 = "warning"', y="claims: [\n")
    assert (found(report, "CT002")[0].severity, report.summary.errors, report.summary.warnings) == ("warning", 0, 1)
