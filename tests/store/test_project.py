from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from claimtrack.model.settings import Limits, Settings
from claimtrack.rules import codes
from claimtrack.store.project import Loaded, load, snapshots_folder
from support import BASE, TODAY, check_folder, lay, ledger_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from claimtrack.model.findings import Finding

GOOD = """\
article: harbour-sale
claims:
  - {id: six-votes, text: Six members voted to sell., sources: [{source: board-minutes, at: page 4}]}
"""
BEFORE = """\
article: harbour-sale
claims:
- {id: before, text: The harbour was sold., sources: [{source: board-minutes, at: page 2}]}
"""
SHA = "a" * 64
LIBRARIES = (
    *(
        "pydantic",
        "yaml.s",
        "yaml.p",
        "while parsing",
        "while scanning",
        "found character",
        "expected",
        "mapping values",
    ),
    *("Input should be", "Field required", "Unexpected keyword", "recursion", "codec", "Error", "Traceback", "[type="),
)


def loaded(folder: Path, files: Mapping[str, str | bytes], settings: Settings | None = None) -> Loaded:
    return load(lay(folder, files), settings or Settings(), codes())


def errors_beside_good(folder: Path, odd: str | bytes) -> list[Finding]:
    """Check a file beside a good one, which has to stay as it is."""
    lay(folder, {**BASE, "claims/good.yaml": GOOD, "claims/odd.yaml": odd})
    keys = [claim.key for claim in ledger_of(folder).claims]
    assert "harbour-sale/six-votes" in keys
    if isinstance(odd, str) and odd.startswith(BEFORE):
        assert "harbour-sale/before" in keys
    return [finding for finding in check_folder(folder).findings if finding.severity == "error"]


AFTER_A_GOOD_CLAIM = [
    # ---- broken YAML, after one complete claim
    ("- id: c\n  text: T\n\tquote: q\n", "CT002", 6, "tab"),
    ("- id: c\n\t\ttext: T\n", "CT002", 5, "tab"),
    ('- id: c\n  text: "T\n  quote: q\n', "CT002", 7, "quotation mark that opens at line 5"),
    ("- id: c\n  text: 'Twas T\n", "CT002", 6, "apostrophe is written twice"),
    ("- id: c\n  sources: [a\n  tags: [b]\n", "CT002", 6, "`[` that opens at line 5 is not closed"),
    ("- {id: c, text: T\n- {id: d}\n", "CT002", 5, "`{` that opens at line 4 is not closed"),
    ("- id: c\n  text: T\n note: n\n", "CT002", 6, "Line it up"),
    ("- id: c\n  text: T\n    quote: q\n", "CT002", 6, "the line is indented too far"),
    ("- id: c\n  text T\n  quote: q\n", "CT002", 5, "no part of the value before it"),
    ("- id: c\n  text: He said: it is shut\n", "CT002", 5, "a `: ` stands inside a plain value"),
    ('- id: c\n  text: "Shut" he said\n', "CT002", 5, "must end with it"),
    ("- id: c\n  text: @keeper\n", "CT002", 5, "a value cannot begin with `@`"),
    ("- id: c\n  text: %of the tolls\n", "CT002", 5, "a value cannot begin with `%`"),
    ("- id: c\n  text: *Shut* they say\n", "CT002", 5, "Put the value into quotation marks"),
    ("- id: c\n  text: [sic] the gate\n", "CT002", 5, "must end with it"),
    ("- id: c\n  sources: [*mins]\n", "CT002", 5, "the alias `*mins` stands for nothing"),
    ("<<<<<<< HEAD\n- {id: c, text: T}\n=======\n- {id: c, text: U}\n>>>>>>> b\n", "CT002", 4, "merge was left"),
    ("---\nclaims: []\n", "CT002", 4, "a second document begins here"),
    ("- id: !!str 007\n", "CT002", 4, "the tag `!!str`"),
    ("- id: c\n  text: !!python/object/apply:os.system [ls]\n", "CT002", 5, "every value is plain text"),
    ("- {id: c, figures: [{value: 6, comparator: >}]}\n", "CT002", 4, "a value cannot begin with `>`"),
    ("- id: c\n  tags: &t [a, *t]\n", "CT002", 5, "stands inside what it stands for"),
    (f"x-deep: {'[' * 20_000}{']' * 20_000}\n", "CT002", 4, "nested more than 50 levels deep"),
    (f"x-deep: {'[' * 100_000}\n", "CT002", 4, "nested more than 50 levels deep"),
    (f"x-a: &a [{'b, ' * 300}]\nx-c: [{'*a, ' * 300}]\n", "CT002", 5, "stand for more than 10,000 values"),
    ("- {id: c, text: T, text: U}\n", "CT002", 4, "`text` is given twice"),
    ("- {id: c, text: T, x-desk: {room: a, room: b}}\n", "CT002", 4, "`room` is given twice"),
    ("- {id: c, text: The \x1b[31m gate}\n", "CT002", 4, "a control character"),
    # ---- records that are not what the format says
    ("- {id: c, text: T, qoute: q}\n", "CT003", 4, "Did you mean `quote`?"),
    ("- {id: c, text: T, Quote: q}\n", "CT003", 4, "Did you mean `quote`?"),
    ("- {id: c, txt: T}\n", "CT003", 4, "Did you mean `text`?"),
    ("- {id: c}\n", "CT003", 4, "`text` is missing"),
    ("- {id: c, text: [T]}\n", "CT003", 4, "must be text, but is a list"),
    ("- {id: c, text: ''}\n", "CT003", 4, "is empty"),
    ("- {id: c, text: T, 7: seven}\n", "CT003", 4, "`7` is no field of a claim"),
    ("- {id: c, <<: {text: T}}\n", "CT003", 4, "Merge keys are not read"),
    ("- {id: c, text: T, serious: yes}\n", "CT003", 4, "must be `true` or `false`"),
    ("- {id: c, text: T, sources: board-minutes}\n", "CT003", 4, "must be a list, but is text"),
    ("- {id: c, text: T, sources: ['']}\n", "CT003", 4, "is empty"),
    ("- {id: c, text: T, sources: [{at: page 1}]}\n", "CT003", 4, "`source` in sources 1 is missing"),
    ("- {id: c, text: T, verdict: supported}\n", "CT003", 4, "{label: …, why: …}"),
    ("- {id: c, text: T, quote: {prefix: p}}\n", "CT003", 4, "`exact` in quote is missing"),
    ("- {id: c, text: T, when: 14/03/2026}\n", "CT003", 4, "`14/03/2026` is no date"),
    ("- {id: c, text: T, when: 2026-02-30}\n", "CT003", 4, "`2026-02-30` is no"),
    ("- {id: c, text: T, type: numercal}\n", "CT003", 4, "Did you mean `numerical`?"),
    ("- {id: c, text: T, type: '[red]{0} %s[/]'}\n", "CT003", 4, "not `[red]{0} %s[/]`"),
    ("- {id: c, text: T, figures: [{value: 1e5000}]}\n", "CT003", 4, "`value` in figures 1"),
    ("- {id: c, text: T, figures: [{value: 1, comparator: }]}\n", "CT003", 4, "has to be quoted"),
    ("- {id: c, text: T, waivers: [{rule: CT1, why: w}]}\n", "CT003", 4, "no code of a rule"),
    ("- {id: c, text: T, waivers: [{rule: CT003, why: w}]}\n", "CT003", 4, "CT003 cannot be waived"),
    ("- {id: Big One, text: T}\n", "CT003", 4, "`Big One` is no id"),
    ('- {id: "c\\n", text: T}\n', "CT003", 4, "is no id"),
    ('- {id: "c\\ud83d", text: T}\n', "CT002", 4, "stands for no character"),
    ("- {id: ٣, text: T}\n", "CT003", 4, "is no id"),
    ("- just text\n", "CT003", 4, "a claim must be a mapping"),
    ("claim: []\n", "CT003", 4, "Did you mean `claims`?"),
    # ---- names that lead nowhere or come twice
    ("- {id: six-votes, text: T, sources: [{source: board-minutes, at: page 1}]}\n", "CT004", 4, "claims/good.yaml"),
    ("- {id: c, text: T, sources: [{source: bord-minutes, at: page 1}]}\n", "CT005", 4, "mean `board-minutes`?"),
]  # fmt: skip

WHOLE_FILES = [
    ("- a\n- b\n", "CT003", 1, "must be a mapping of article, parties, sources, claims"),
    ("just text\n", "CT003", 1, "but is text"),
    ("article: [a]\n", "CT003", 1, "must be the id of a source"),
    ("claims: text\n", "CT003", 1, "must be a list of records"),
    ("claims:\n- {id: c, text: T}\n", "CT003", 2, "has no article"),
    ("article: harbour-sail\nclaims: []\n", "CT005", 1, "Did you mean `harbour-sale`?"),
    ("<!DOCTYPE html>\n<html>\n<p>Please: sign in</p>\n", "CT002", 3, "`: `"),
    ("sources:\n- {id: s, kind: web, title: T}\n", "CT003", 2, "must be one of article, recording,"),
    ("sources:\n- {id: s, kind: book}\n", "CT003", 2, "neither `title` nor `url` nor `party`"),
    (f"sources:\n- {{id: s, kind: book, title: T, snapshot: {{file: ../a, sha256: {SHA}}}}}\n", "CT003", 2, "leaves"),
    (f"sources:\n- {{id: s, kind: book, title: T, snapshot: {{file: /a, sha256: {SHA}}}}}\n", "CT003", 2, "leaves"),
    ("sources:\n- {id: s, kind: book, title: T, snapshot: {file: a, sha256: xyz}}\n", "CT003", 2, "64 hex digits"),
    ("sources:\n- {id: board-minutes, kind: book, title: T}\n", "CT004", 2, "claims/base.yaml"),
    ("parties:\n- {id: ana-ruiz, name: N}\n", "CT004", 2, "recorded twice"),
    ("parties: [{id: cafe, name: Café}]\n".encode("latin-1"), "CT001", 1, "byte 30 (0xe9)"),
    (b"\xff\xfea\x00b", "CT001", 1, "is not UTF-16"),
    (b"\x89PNG\r\n\x1a\n", "CT001", 1, "byte 0 (0x89)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("odd", "code", "line", "words"), [(BEFORE + tail, *expected) for tail, *expected in AFTER_A_GOOD_CLAIM]
)
def test_bad_input_after_a_good_claim_is_one_finding_and_harms_no_other(
    tmp_path: Path, odd: str, code: str, line: int, words: str
) -> None:
    (found,) = errors_beside_good(tmp_path, odd)
    assert (found.code, found.place.file, found.place.line) == (code, "claims/odd.yaml", line)
    said = f"{found.message} {found.hint}"
    assert words in said
    assert not [word for word in LIBRARIES if word in said]
    assert len(said) < 1_000


@pytest.mark.parametrize(("odd", "code", "line", "words"), WHOLE_FILES)
def test_a_bad_file_is_one_finding_and_harms_no_other(
    tmp_path: Path, odd: str | bytes, code: str, line: int, words: str
) -> None:
    (found,) = errors_beside_good(tmp_path, odd)
    assert (found.code, found.place.file, found.place.line) == (code, "claims/odd.yaml", line)
    said = f"{found.message} {found.hint}"
    assert words in said
    assert not [word for word in LIBRARIES if word in said]


@pytest.mark.parametrize(
    "odd",
    [
        *[
            "",
            "\n  \n",
            "# nothing yet\n",
            "---\n",
            "---\nclaims: []\n...\n",
            b"\xef\xbb\xbf",
            b"\xff\xfe",
            "claims: ~\n",
        ],
        BEFORE.replace("\n", "\r\n").encode(),
        BEFORE.encode("utf-16"),
        BEFORE.rstrip("\n"),
        f"x-deep: {'[' * 40}{']' * 40}\n",
        BEFORE.replace("was sold", "was sold " * 50_000),
    ],
)
def test_odd_input_that_is_fine_is_no_finding(tmp_path: Path, odd: str | bytes) -> None:
    assert errors_beside_good(tmp_path, odd) == []


def test_a_chain_of_five_thousand_derivations_is_walked_to_its_end(tmp_path: Path) -> None:
    links = "".join(f"- {{id: s{n}, kind: document, title: Link, derived_from: [s{n + 1}]}}\n" for n in range(5_000))
    text = f"sources:\n{links}- {{id: s5000, kind: document, title: Origin}}\n" + BEFORE.replace("board-minutes", "s0")
    lay(tmp_path, {**BASE, "claims/x.yaml": text})
    ledger = ledger_of(tmp_path)
    (claim,) = ledger.claims
    assert [group.sources for group in ledger.sourcing(claim).groups] == [("s5000",)]
    assert check_folder(tmp_path).summary.errors == 0


def test_a_thousand_mistakes_are_a_thousand_findings(tmp_path: Path) -> None:
    claims = "".join(f"- {{id: c{n}, text: T, qoute: q}}\n" for n in range(1_000))
    report = check_folder(lay(tmp_path, {**BASE, "claims/x.yaml": f"article: harbour-sale\nclaims:\n{claims}"}))
    assert (report.summary.errors, report.summary.not_read) == (1_000, 1_000)


def test_the_size_limit_is_told_and_the_file_counts_as_unread(tmp_path: Path) -> None:
    files = {"claims/a.yaml": "claims: []\n", "claims/b.yaml": "#" * 101}
    found = loaded(tmp_path, files, Settings(limits=Limits(file_size=100)))
    assert [(fault.code, fault.place.file) for fault in found.faults] == [("CT001", "claims/b.yaml")]
    assert (found.files, found.files_read, found.records.unread) == (2, 1, True)


def test_reading_stops_with_the_file_that_has_more_records_than_the_limit(tmp_path: Path) -> None:
    files = {f"claims/{name}.yaml": f"parties: [{{id: {name}, name: N}}, {{id: {name}2}}]\n" for name in "abcd"}
    found = loaded(tmp_path, files, Settings(limits=Limits(records=3)))
    (fault,) = [fault for fault in found.faults if fault.code == "CT001"]
    assert fault.message == "claims/b.yaml brings the project over the limit of 3 records; 2 files after it not read."
    assert fault.hint == "So many belong into a database. Or raise `records` under `limits` in the settings."
    assert (fault.place.file, found.files, found.files_read, found.records.unread) == ("claims/b.yaml", 4, 2, True)
    assert [party.id for party in found.records.parties] == ["a", "b"]


def test_the_last_file_is_held_to_the_limit_of_records_too_and_a_project_of_just_the_limit_is_read(
    tmp_path: Path,
) -> None:
    files = {f"claims/{name}.yaml": f"parties: [{{id: {name}, name: N}}]\n" for name in "ab"}
    assert loaded(tmp_path, files, Settings(limits=Limits(records=2))).faults == ()
    (fault,) = loaded(tmp_path, files, Settings(limits=Limits(records=1))).faults
    assert fault.message == "claims/b.yaml brings the project over the limit of 1 record."


# ---- files


def test_a_link_to_nowhere_or_to_itself_is_unreadable(tmp_path: Path) -> None:
    lay(tmp_path, {"claims/a.yaml": ""})
    for name in ("gone", "round"):
        (tmp_path / f"claims/{name}.yaml").symlink_to(
            tmp_path / "claims" / ("round.yaml" if name == "round" else "nowhere")
        )
    found = loaded(tmp_path, {})
    assert [(fault.code, fault.place.file) for fault in found.faults] == [
        ("CT001", "claims/gone.yaml"),
        ("CT001", "claims/round.yaml"),
    ]


def test_a_name_that_is_no_utf_8_does_no_harm(tmp_path: Path) -> None:
    lay(tmp_path, {"claims/a.yaml": ""})
    name = os.fsencode(tmp_path) + b"/claims/\xff.yaml"
    with open(name, "wb") as file:  # noqa: PTH123  (bytes are no path of pathlib's)
        file.write(b"claims: text\n")
    (fault,) = loaded(tmp_path, {}).faults
    assert os.fsencode(fault.place.file) == b"claims/\xff.yaml"


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, {"claims/a.yaml": "", "claims/locked/b.yaml": ""})
    scan = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "locked":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = loaded(tmp_path, {})
    assert [fault.message for fault in found.faults] == ["claims/locked cannot be looked into: permission denied."]
    assert found.records.unread


def test_without_a_claims_folder_there_is_nothing(tmp_path: Path) -> None:
    found = load(tmp_path, Settings(), codes())
    assert (found.files, found.faults, found.records.claims) == (0, (), ())


@pytest.mark.parametrize(
    ("setting", "path"), [(None, "claims/snapshots"), ("texts", "texts"), ("claims/texts", "claims/texts")]
)
def test_the_snapshots_folder_holds_no_records(tmp_path: Path, setting: str | None, path: str) -> None:
    settings = Settings(snapshots=setting)
    assert snapshots_folder(tmp_path, settings) == tmp_path / path
    found = loaded(tmp_path, {f"{path}/a.yaml": "claims: text", "claims/b.yaml": ""}, settings)
    assert (found.files, found.faults) == (1, ())


def test_a_snapshots_folder_may_lie_anywhere(tmp_path: Path) -> None:
    assert str(snapshots_folder(tmp_path, Settings(snapshots="/elsewhere/texts"))) == "/elsewhere/texts"


# ---- records of several files


def test_records_of_all_files_come_in_file_order(tmp_path: Path) -> None:
    text = "article: a\nclaims:\n- {id: %s, text: T}\n- {id: %s, text: T}\nparties: [{id: %s, name: N}]\n"
    found = loaded(tmp_path, {"claims/b.yaml": text % ("c", "d", "p"), "claims/a.yaml": text % ("y", "x", "q")}).records
    assert [claim.id for claim in found.claims] == ["y", "x", "c", "d"]
    assert [party.id for party in found.parties] == ["q", "p"]
    assert [(article.id, article.place.file) for article in found.articles] == [
        ("a", "claims/a.yaml"),
        ("a", "claims/b.yaml"),
    ]


def test_one_article_may_be_split_over_files_and_one_file_may_hold_many(tmp_path: Path) -> None:
    claim = "{id: %s, text: T, article: %s}"
    both = f"claims: [{claim % ('c', 'a')}, {claim % ('c', 'b')}]"
    found = loaded(tmp_path, {"claims/a.yaml": both, "claims/b.yaml": f"claims: [{claim % ('d', 'a')}]"})
    assert [record.key for record in found.records.claims] == ["a/c", "b/c", "a/d"]
    assert found.faults == ()


def test_an_unread_file_is_counted_and_remembered(tmp_path: Path) -> None:
    found = loaded(tmp_path, {"claims/a.yaml": b"\xff\xff", "claims/b.yaml": "claims: []\n"})
    assert (found.files, found.files_read, found.records.unread, found.records.not_read) == (2, 1, True, 0)


def test_an_unread_file_withholds_what_it_may_explain(tmp_path: Path) -> None:
    cited = BEFORE.replace("sources: [", "claimant: lost-party, sources: [lost, ")
    (found,) = errors_beside_good(tmp_path, f"{cited}- {{id: c: d\n")
    assert found.code == "CT002"
    assert found.message.endswith("Until it can be read, 2 references that lead nowhere are withheld.")


def test_loading_leaves_everything_as_it_was(tmp_path: Path) -> None:
    lay(tmp_path, {**BASE, "claims/good.yaml": GOOD, "claims/odd.yaml": "claims: [\n"})
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    check_folder(tmp_path, TODAY)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
