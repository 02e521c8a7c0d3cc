"""What the engine, the settings and `verify` do where words are, or should be, looked up in texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from claimtrack.cli import run
from claimtrack.model.settings import Settings
from claimtrack.rules import codes
from claimtrack.store.settings import SettingsError, read_settings
from stored import judge_texts, recorded
from support import BASE, check_files, lay

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "Port sold\n\nThe port was sold in secret. “It was falling apart,” the board said.\n"
LETTER = "We sold the port because it was falling apart.\n"
WAIVERS = "waivers: [{rule: %s, why: We live with it.}]"
CLAIMS = """\
article: port-sale
claims:
  - id: secret
    text: The port was sold in secret.
    quote: the port was sold in secret
    sources:
      - {source: letter, quote: we sold the port, cue: the board said}
      - {source: board-minutes, quote: the port is sold}
"""


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SOURCE_DATE_EPOCH", "CLAIMTRACK_SNAPSHOTS", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


def project(folder: Path, letter: str | None = LETTER, settings: str = "", claims: str = CLAIMS) -> Path:
    texts = recorded({"port-sale": ARTICLE, "letter": letter})
    return lay(folder, {**BASE, **texts, "claims/x.yaml": claims, "claimtrack.toml": settings})


def verify(folder: Path, capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, dict[str, Any]]:
    """Return the exit code of `verify` and what it prints as JSON."""
    capsys.readouterr()
    code = run(["verify", "-C", str(folder), "--format", "json", *args])
    return code, json.loads(capsys.readouterr().out)


def missing(document: dict[str, Any]) -> list[tuple[str, str]]:
    """Return source and severity of each CT503."""
    return [(found["source"], found["severity"]) for found in document["findings"] if found["code"] == "CT503"]


# ---- waivers of rules that need a text


@pytest.mark.parametrize("rule", ["CT201", "CT202", "CT204", "CT207"])
def test_a_waiver_of_a_text_rule_is_useless_only_where_the_texts_are_here(rule: str) -> None:
    claims = """
        claims:
          - id: secret
            text: T
            quote: the port was sold in secret
            sources: [{source: letter, quote: we sold the port}]
            waivers: [{rule: %s, why: w}]%s
        """
    judge_texts({"port-sale": ARTICLE, "letter": LETTER}, claims % (rule, "  # <- CT901"), "CT901")
    judge_texts({"port-sale": None, "letter": LETTER}, claims % (rule, ""), "CT901")
    judge_texts({"port-sale": ARTICLE, "letter": None}, claims % (rule, ""), "CT901")
    judge_texts({"port-sale": ARTICLE}, claims % (rule, ""), "CT901")


def test_a_waiver_of_a_text_rule_on_a_claim_without_quotations_is_useless() -> None:
    judge_texts(
        {"port-sale": None},
        """
        claims:
          - id: a
            text: T
            sources: [{source: board-minutes, at: page 4}]
            waivers: [{rule: CT202, why: w}]  # <- CT901
        """,
        "CT901",
    )


def test_a_waiver_of_a_rule_that_needs_no_text_is_judged_without_it() -> None:
    judge_texts(
        {"port-sale": None},
        """
        claims:
          - id: a
            text: T
            quote: the port was sold in secret
            waivers: [{rule: CT209, why: w}]  # <- CT901
        """,
        "CT901",
    )


def test_a_waiver_of_an_altered_quote_waives_it_and_the_quote_still_counts_as_altered() -> None:
    report = judge_texts(
        {"letter": LETTER},
        """
        claims:
          - id: a
            text: T
            sources: [{source: letter, quote: we sold the port because it was falling down}]
            waivers: [{rule: CT202, why: The letter was printed with a slip.}]
        """,
        "CT202",
    )
    assert report.summary.waived == 1
    assert report.summary.quotes["altered"] == 1


def test_a_waiver_of_a_changed_snapshot_is_not_judged_while_the_text_is_missing() -> None:
    def useless(letter: str | None) -> bool:
        files = recorded({"letter": letter})
        waived = files["claims/texts.yaml"].replace("title: letter,", f"title: letter, {WAIVERS % 'CT502'},")
        return any(finding.code == "CT901" for finding in check_files({**files, "claims/texts.yaml": waived}).findings)

    assert useless(LETTER)
    assert not useless(None)


# ---- the counts of the summary


def test_the_summary_counts_passages_and_quotes_and_no_cues(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, document = verify(project(tmp_path), capsys)
    assert document["summary"]["quotes"] == {
        "exact": 0, "normalised": 2, "altered": 0, "absent": 0, "not_checked": 1,
    }  # fmt: skip
    _, document = verify(project(tmp_path, claims=CLAIMS.replace("we sold the port", "We sold … apart")), capsys)
    assert document["summary"]["quotes"]["exact"] == 1
    _, document = verify(project(tmp_path, claims=CLAIMS.replace("we sold the port", "We gave it away")), capsys)
    assert document["summary"]["quotes"]["absent"] == 1


def test_what_is_counted_does_not_hang_on_the_rules_that_are_selected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project(tmp_path)
    _, whole = verify(folder, capsys)
    code, document = verify(folder, capsys, "--select", "CT101")
    assert (code, document["findings"]) == (0, [])
    assert document["summary"]["quotes"] == whole["summary"]["quotes"]


# ---- verify --require-snapshots


def test_a_missing_text_is_an_info_that_does_not_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, document = verify(project(tmp_path, None), capsys)
    assert code == 0
    assert missing(document) == [("letter", "info")]


def test_required_texts_that_are_missing_or_were_never_recorded_are_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, document = verify(project(tmp_path, None), capsys, "--require-snapshots")
    assert code == 1
    assert missing(document) == [("board-minutes", "error"), ("letter", "error")]


def test_required_texts_that_are_all_here_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = CLAIMS[: CLAIMS.index("      - {source: board-minutes")]
    code, document = verify(project(tmp_path, claims=claims), capsys, "--require-snapshots")
    assert code == 0, document["findings"]
    assert missing(document) == []


def test_the_setting_requires_texts_as_the_option_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = project(tmp_path, None, "require-snapshots = true\n")
    by_setting = verify(folder, capsys)
    assert by_setting[0] == 1
    project(tmp_path, None, "require-snapshots = false\n")
    assert verify(folder, capsys)[0] == 0
    assert verify(folder, capsys, "--require-snapshots") == by_setting


def test_a_folder_that_the_variable_names_may_hold_the_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project(tmp_path / "p", None)
    lay(tmp_path / "vault", {"letter.txt": LETTER.replace("apart", "down"), "port-sale.txt": ARTICLE})
    monkeypatch.setenv("CLAIMTRACK_SNAPSHOTS", str(tmp_path / "vault"))
    code, document = verify(folder, capsys)
    assert code == 1
    assert [found["code"] for found in document["findings"] if found["severity"] == "error"] == ["CT502"]
    assert missing(document) == []


# ---- settings


def test_the_settings_about_texts_and_hedges_are_read(tmp_path: Path) -> None:
    lay(tmp_path, {"claimtrack.toml": 'require-snapshots = true\nhedges = ["word has it", "angeblich"]\n'})
    assert read_settings(tmp_path, codes(), environ={}) == Settings(
        require_snapshots=True, hedges=("word has it", "angeblich")
    )
    lay(tmp_path, {"claimtrack.toml": "require-snapshots = false\nhedges = []\n"})
    assert read_settings(tmp_path, codes(), environ={}) == Settings()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('require-snapshots = "true"', "`require-snapshots` must be true or false."),
        ("require-snapshots = 1", "`require-snapshots` must be true or false."),
        ("require_snapshots = true", "`require_snapshots` is no setting. Did you mean `require-snapshots`?"),
        ('hedges = "word has it"', '`hedges` must be a list of words. Write it as `["word has it"]`.'),
        ("hedges = [1]", "`hedges` must be a list of words."),
        ('hedges = ["angeblich", " "]', "`hedges` must be a list of words."),
    ],
)
def test_settings_about_texts_and_hedges_that_cannot_be_followed_are_told(
    tmp_path: Path, text: str, words: str
) -> None:
    lay(tmp_path, {"claimtrack.toml": text})
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path, codes(), environ={})
    assert words in str(caught.value)
    assert run(["verify", "-C", str(tmp_path)]) == 2
