from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from claimtrack.views.claimcard import claim_blocks, relations_to
from support import BASE, lay, ledger_of

SOURCES = """\
sources:
- {id: wire, kind: article, title: Wire, party: evening-post, derived_from: [board-minutes]}
- {id: copy, kind: article, title: Copy, derived_from: [wire]}
- {id: blog, kind: post, title: Blog}
- {id: leak, kind: statement, title: Leak, identity: confidential}
- {id: ring-a, kind: post, title: A, derived_from: [ring-b]}
- {id: ring-b, kind: post, title: B, derived_from: [ring-a]}
"""


def blocks(fields: str, more: str = "") -> dict[str, list[str]]:
    """Return the card of a claim: headings, and lines as `label: text`."""
    text = f"article: harbour-sale\n{SOURCES}claims:\n- {{id: six, text: Six voted., {fields}}}\n{more}"
    with tempfile.TemporaryDirectory() as folder:
        ledger = ledger_of(lay(Path(folder), {**BASE, "claims/x.yaml": text}))
    return {
        block.heading: [f"{line.label}: {line.text}" if line.label else line.text for line in block.lines]
        for block in claim_blocks(ledger, ledger.claims[0])
    }


def test_the_blocks_come_in_the_order_in_which_a_checker_asks() -> None:
    assert list(blocks("verdict: {label: supported, why: w}")) == [
        *["", "Sources", "Origins", "Established", "Not established", "Verdict", "Checks", "Relations", "Waivers"]
    ]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ("quote: six of nine", "passage: “six of nine”"),
        (
            "quote: {exact: six, prefix: that, suffix: voted, at: para 2}",
            "passage: “six”, para 2 (after “that”, before “voted”)",
        ),
        ("note: n", "article: Harbour sold in secret, 2026-03-14"),
        ("article: blog", "article: Blog, undated"),
        ("article: lost", "article: lost"),
        ("claimant: daily-ledger", "said by: Daily Ledger (daily-ledger)"),
        ("claimant: nobody", "said by: nobody"),
        ("about: [harbour-board, ana-ruiz]", "about: harbour-board, ana-ruiz"),
        ("about: harbour-board, serious: true", "about: harbour-board, a serious allegation"),
        ("reply: {sought: 2026-03-01, got: No.}", "reply: sought 2026-03-01; No."),
        ("reply: {got: No.}", "reply: No."),
        ("type: event", "type: event"),
        ("when: 2026-02~", "when: 2026-02~"),
        ("figures: [{value: 6000, unit: men, is: all, comparator: '>'}]", "figures: more than 6,000 men (all)"),
        ("figures: [{value: 1, to: 2000}, {value: 3}]", "figures: 1 to 2,000; 3"),
        ("figures: [{value: 3, comparator: about}]", "figures: about 3"),
        ("tags: [sale, vote]", "tags: sale, vote"),
        ("note: Look again.", "note: Look again."),
        ("note: n", "recorded: claims/x.yaml:10"),
    ],
)
def test_a_fact_is_a_line(fields: str, line: str) -> None:
    assert line in blocks(fields)[""]


def test_a_fact_that_is_not_recorded_is_no_line() -> None:
    assert [line.split(":")[0] for line in blocks("reply: {}")[""]] == ["article", "recorded"]


@pytest.mark.parametrize(
    ("citation", "lines"),
    [
        (
            "{source: board-minutes, at: page 4, cue: the minutes say, quote: six}",
            ["supports: board-minutes, page 4", "credited with “the minutes say”", "“six”"],
        ),
        (
            "{source: leak, stance: refutes, says: Five., when: 2026, figures: [{value: 5}], note: Read.}",
            ["refutes: leak", "says: Five.", "5", "dated 2026", "note: Read."],
        ),
        (
            "board-minutes",
            ["supports: board-minutes", "not looked at: no words, figure, date or place is recorded"],
        ),
        (
            "{source: harbour-sale, at: para 1}",
            ["supports: harbour-sale, para 1 (does not count: the article or a retelling of it)"],
        ),
        ("{source: leak, stance: mentions, at: page 1}", ["mentions: leak, page 1"]),
        ("{source: leak, at: page 1, upstream: []}", ["supports: leak, page 1", "found this out itself"]),
        (
            "{source: wire, at: p, upstream: [leak, blog]}",
            ["supports: wire, p", "has this from leak and blog"],
        ),
    ],
)  # fmt: skip
def test_a_citation_says_what_stands_in_its_source(citation: str, lines: list[str]) -> None:
    assert blocks(f"sources: [{citation}]")["Sources"] == lines


def test_a_gloss_is_not_said_to_be_in_any_one_language() -> None:
    (_, line) = blocks("sources: [{source: leak, quote: seis, gloss: six}]")["Sources"]
    assert line.startswith("“seis”, ")
    assert line.endswith("“six”")
    assert "English" not in line


@pytest.mark.parametrize(
    ("sources", "lines"),
    [
        ("[]", []),
        ("[{source: board-minutes, at: p}]", ["1: board-minutes (document)", "board-minutes"]),
        ("[{source: copy, at: p}]", ["1: board-minutes (document)", "copy ← wire ← board-minutes"]),
        (
            "[{source: wire, at: p}, {source: leak, at: p}]",
            ["1: board-minutes (document)", "wire ← board-minutes", "2: leak (statement, confidential)", "leak"],
        ),
        (
            "[{source: blog, at: p}]",
            ["1: unknown: nobody has recorded where blog has this from", "blog"],
        ),
        (
            "[{source: ring-a, at: p}]",
            ["1: ring-a and ring-b (post, a ring of sources that derive from one another)", "ring-a ← ring-b"],
        ),
        ("[{source: lost, at: p}]", []),
        ("[{source: wire, at: p, upstream: [lost]}]", ["1: lost (not recorded)", "wire ← lost"]),
        (
            "[{source: leak, stance: refutes, at: p}]",
            ["against: leak (statement, confidential)", "leak"],
        ),
    ],
)  # fmt: skip
def test_the_way_to_each_origin_is_shown(sources: str, lines: list[str]) -> None:
    assert blocks(f"sources: {sources}")["Origins"] == lines


@pytest.mark.parametrize(
    ("fields", "established", "open_"),
    [
        ("sources: []", [], ["no source bears on it"]),
        ("sources: [leak]", [], ["nobody has recorded what stands in leak"]),
        (
            "sources: [{source: board-minutes, at: p}]",
            ["1 independent origin supports it, cited directly (credibility 2 of 6)"],
            [],
        ),
        (
            "sources: [{source: wire, at: p}, {source: copy, at: p}]",
            ["1 independent origin supports it (credibility 3 of 6)"],
            ["2 sources support it, and all come down to one origin"],
        ),
        (
            "sources: [{source: wire, at: p}, {source: leak, at: p}]",
            ["2 independent origins support it, cited directly (credibility 1 of 6)"],
            [],
        ),
        (
            "sources: [{source: wire, at: p}, {source: blog, stance: refutes, at: p}]",
            ["1 independent origin supports it (credibility 4 of 6)"],
            ["it is refuted by blog"],
        ),
        (
            "sources: [{source: leak, stance: refutes, at: p}]",
            ["it is refuted by what was looked at (credibility 5 of 6)"],
            [],
        ),
        (
            "sources: [{source: blog, at: p}]",
            ["1 independent origin supports it (credibility 3 of 6)"],
            ["nobody has recorded where blog has it from"],
        ),
        ("reply: {got: No.}", ["the other side's reply is on record"], ["no source bears on it"]),
        (
            'checks: [{by: ana, date: 2026-03, digest: "1:a:b:c"}, {by: bo, date: 2026}]',
            ["ana signed it on 2026-03"],
            ["no source bears on it"],
        ),
    ],
)
def test_what_is_established_and_what_is_not_is_said_apart(
    fields: str, established: list[str], open_: list[str]
) -> None:
    card = blocks(f"{fields}, quote: q, verdict: {{label: supported, why: w}}")
    assert card["Established"] == established
    signed = [] if "ana signed it on 2026-03" in established else ["nobody has signed it"]
    assert card["Not established"] == [*open_, *signed]


def test_a_claim_without_passage_verdict_and_check_says_so() -> None:
    assert blocks("sources: []")["Not established"] == [
        "no source bears on it",
        "it is not tied to any words of the article",
        "nobody has given a verdict",
        "nobody has signed it",
    ]


@pytest.mark.parametrize(
    ("verdict", "line"),
    [
        ("{label: supported, why: Page 4.}", "supported: Page 4."),
        ("{label: refuted, why: No., by: ana}", "refuted: No. (ana)"),
        ("{label: conflicting, why: Both., by: ana, date: 2026-03}", "conflicting: Both. (ana, 2026-03)"),
    ],
)
def test_a_verdict_is_its_label_and_why(verdict: str, line: str) -> None:
    assert blocks(f"verdict: {verdict}")["Verdict"] == [line]


def test_a_check_without_a_digest_is_said_not_to_count() -> None:
    assert blocks('checks: [{by: ana, role: editor, date: 2026-03, digest: "1:a:b:c"}, {by: bo, date: 2026}]')[
        "Checks"
    ] == [
        "2026-03: ana, editor",
        "2026: bo (without a digest: does not count)",
    ]


def test_waivers_are_shown_with_their_end() -> None:
    found = blocks("waivers: [{rule: CT105, why: Only record., until: 2026-12}, {rule: CT104, why: Known.}]")
    assert found["Waivers"] == ["CT105: Only record. (until 2026-12)", "CT104: Known."]


@pytest.mark.parametrize(
    ("kind", "own", "other"),
    [
        ("contradicts", "contradicts", "contradicted by"),
        ("repeats", "repeats", "repeated by"),
        ("corroborates", "corroborates", "corroborated by"),
        ("qualifies", "qualifies", "qualified by"),
        ("supersedes", "supersedes", "superseded by"),
        ("depends-on", "depends on", "what rests on it"),
    ],
)
def test_relations_are_shown_from_both_ends(kind: str, own: str, other: str) -> None:
    more = f"- {{id: price, text: T, relations: [{{claim: six, as: {kind}}}, {{claim: far/six, as: repeats}}]}}\n"
    assert blocks(f"relations: [{{claim: price, as: {kind}}}]", more)["Relations"] == [
        f"{own}: harbour-sale/price",
        f"{other}: harbour-sale/price",
    ]


def test_the_relations_of_other_articles_are_found_by_full_id(tmp_path: Path) -> None:
    text = "claims:\n- {id: c, text: T, article: a}\n- {id: c, text: T, article: b"
    ledger = ledger_of(lay(tmp_path, {"claims/x.yaml": f"{text}, relations: [{{claim: a/c, as: repeats}}]}}\n"}))
    assert relations_to(ledger, ledger.claims[0]) == [("b/c", "repeats")]
    assert relations_to(ledger, ledger.claims[1]) == []
