"""Every rule, view and format, over records that are well formed and mean the worst."""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.engine import check
from claimtrack.formats import Screen, formats
from claimtrack.model.ledger import Ledger
from claimtrack.model.settings import Settings
from claimtrack.rules import codes
from claimtrack.store.project import load, snapshots_folder
from claimtrack.store.snapshots import Snapshots, digest_of
from claimtrack.text.articles import article_coverage
from claimtrack.views.coverage import coverage_table
from claimtrack.views.listing import Filters, listing
from claimtrack.views.show import card
from claimtrack.views.snapshots import snapshot_table
from claimtrack.views.trace import trace
from fuzz.hostile import ARTICLE, RECORDS, encoded, mutated, nasty_text, tried
from support import TODAY, lay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimtrack.model.report import Report

OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What a terminal obeys, or what changes the order in which a reader sees the rest."""

ids = st.sampled_from(["port-sale", "minutes", "post", "a", "b", "c", "port-sale/c", "a/b", "nobody", "A b", "\x1b[2J"])
prose = st.one_of(
    nasty_text, st.sampled_from(ARTICLE.split("\n\n")), mutated(ARTICLE), mutated("sold for £4.2 million")
)
numbers = st.sampled_from(["6", "14", "fourteen", "1 billion", "-0", "9" * 400, "1e9", "½", "more than 3", "1,5", "٣"])
dates = st.sampled_from(
    ["2026", "2026-03-14", "2026-03/2026-05", "2026~", "0000", "9999-12-31", "2026-02-30", "?", "/"]
)


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return mappings with some of the fields."""
    return st.fixed_dictionaries({}, optional=fields)


def of(keyword: str, *values: str) -> st.SearchStrategy[str]:
    """Return values that a keyword may have, and one that it may not."""
    return st.sampled_from([*values, values[0], f"{keyword}?"])


figures = st.lists(
    some(
        value=numbers, to=numbers, unit=prose, comparator=of("comparator", "more-than", "<", "at-most"), **{"is": prose}
    ),
    max_size=2,
)
quotes = prose | some(
    exact=prose, prefix=prose, suffix=prose, at=prose | st.sampled_from(["para 1", "t=1:00", "page 0"])
)
citations = st.builds(
    lambda source, rest: {"source": source, **rest},
    ids,
    some(
        **dict.fromkeys(("cue", "quote", "says", "gloss", "note"), prose),
        stance=of("stance", "supports", "refutes", "mentions"),
        at=prose | st.sampled_from(["para 2", "line 99", "§ x", "headline", "page 1-2, para 1"]),
        figures=figures,
        when=dates,
        upstream=st.lists(ids, max_size=2),
    ),
)
claims = st.builds(
    lambda key, text, rest: {"id": key, "text": text, **rest},
    ids,
    prose,
    some(
        quote=quotes,
        type=of("type", "quote", "numerical", "event", "question", "position"),
        claimant=ids,
        about=st.lists(ids, max_size=2),
        figures=figures,
        when=dates,
        sources=st.lists(ids | citations, max_size=3),
        verdict=some(label=of("label", "supported", "refuted", "conflicting"), why=prose, by=prose, date=dates),
        checks=st.lists(some(by=prose, date=dates, role=prose, digest=prose), max_size=2),
        relations=st.lists(some(claim=ids, **{"as": of("as", "contradicts", "repeats", "depends-on")}), max_size=2),
        waivers=st.lists(some(rule=of("rule", "CT105", "CT101"), why=prose, until=dates), max_size=1),
        tags=st.lists(prose, max_size=2),
        **{"x-desk": prose},
    ),
)
sources = st.builds(
    lambda key, rest: {"id": key, "title": key, **rest},
    ids,
    some(
        kind=of("kind", "article", "document", "post", "interview"),
        **dict.fromkeys(("title", "author", "url", "language", "note"), prose),
        party=ids,
        published=dates,
        derived_from=st.lists(ids | some(source=ids, relation=of("relation", "quoted", "translated")), max_size=2),
        status=of("status", "corrected", "retracted"),
        set_aside=st.lists(some(quote=prose, why=prose), max_size=1),
    ),
)
parties = st.builds(
    lambda key, name, rest: {"id": key, "name": name, **rest},
    ids,
    prose,
    some(of=ids, aliases=st.lists(prose, max_size=2), identity=of("identity", "unnamed", "confidential")),
)
projects = st.fixed_dictionaries(
    {
        "article": st.just("port-sale"),
        "parties": st.lists(parties, max_size=2),
        "sources": st.lists(sources, max_size=3),
        "claims": st.lists(claims, max_size=3),
    }
)


def laid(folder: Path, project: dict[str, Any], text: str) -> Path:
    """Write a project whose sources all have the text as their snapshot."""
    snapshot = {"file": "x.txt", "sha256": digest_of(text)}
    named = [{"kind": "article", **source, "snapshot": snapshot} for source in project["sources"]]
    first = {"id": "port-sale", "kind": "article", "title": "Port sold", "snapshot": snapshot}
    # JSON is YAML, and any other way to write it down would be one more thing to doubt.
    data = json.dumps({**project, "sources": [first, *named]}, indent=1)
    return lay(folder, {"claims/x.yaml": data, "claims/snapshots/x.txt": text.encode()})


def checked(folder: Path) -> tuple[Ledger, Report]:
    settings = Settings(hedges=("word has it",), min_origins=2)
    loaded = load(folder, settings, codes())
    ledger = Ledger(loaded.records, TODAY, Snapshots(snapshots_folder(folder, settings)))
    return ledger, check(ledger, settings, loaded.faults)


def shown(ledger: Ledger, report: Report) -> Iterator[tuple[str, str]]:
    """Yield all that any command would print, with the name of the format."""
    on = Screen(width=60, everything=True)
    coverage = [coverage_table(article_coverage(ledger), show_text=True)] if ledger.articles else []
    things: list[tuple[Any, Any]] = [("report", report)]
    things += [("table", table) for table in (*coverage, snapshot_table(ledger.sources, ledger.texts))]
    things += [("table", listing(ledger, what, Filters())) for what in ("claims", "sources", "parties", "articles")]
    things += [("card", card(ledger, record, report.findings)) for record in ledger.everything]
    things += [("trace", trace(ledger, claim)) for claim in ledger.claims]
    things += [("trace", trace(ledger, source)) for source in ledger.sources]
    put: Callable[..., str]
    for thing, value in things:
        for name, put in formats(thing).items():
            yield name, put(value, on)


texts = prose.filter(lambda text: not re.search("[\ud800-\udfff]", text))


@tried(30)
@given(projects, texts)
def test_the_rules_give_the_same_sorted_findings_twice_each_in_a_file_that_is_there(
    project: dict[str, Any], text: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        laid(Path(folder), project, text)
        (ledger, report), (_, again) = checked(Path(folder)), checked(Path(folder))
    assert report == again
    assert list(report.findings) == sorted(report.findings, key=lambda finding: finding.order)
    assert {finding.place.file for finding in report.findings} <= {"claims/x.yaml"}
    assert len(ledger.claims) + report.summary.not_read <= 1 + sum(len(each) for each in project.values())


@tried(15)
@given(projects, texts)
@example(
    {"sources": [{"id": "a", "title": "\x1b]0;owned\x07\u202e\u2066\x9b"}], "claims": [], "parties": []}, "\x1b[2J"
)
def test_nothing_that_is_printed_drives_a_terminal(project: dict[str, Any], text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = checked(laid(Path(folder), project, text))
        for name, document in shown(*found):
            obeyed = OBEYED.search(document.replace("\r\n", "\n") if name == "csv" else document)
            assert not obeyed, (name, document[max(obeyed.start() - 40, 0) : obeyed.end() + 40])


@tried(12)
@given(projects, texts)
def test_programs_can_read_what_is_made_for_them(project: dict[str, Any], text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = checked(laid(Path(folder), project, text))
        for name, document in shown(*found):
            if name == "json":
                assert isinstance(json.loads(document), dict)
            elif name == "jsonl":
                assert all(isinstance(json.loads(line), dict) for line in document.split("\n") if line)
            elif name == "csv":
                assert len({len(row) for row in csv.reader(io.StringIO(document, newline=""))}) == 1


@tried(12)
@given(projects, texts)
def test_a_finding_is_one_line_of_the_plain_format(project: dict[str, Any], text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _, report = checked(laid(Path(folder), project, text))
    assert formats("report")["plain"](report, Screen()).count("\n") == len(report.findings) + 1


@tried(20)
@given(encoded(mutated(RECORDS)), texts)
def test_a_broken_file_is_checked_and_shown_like_any_other(data: bytes, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        lay(Path(folder), {"claims/x.yaml": data, "claims/snapshots/harbour-sale.txt": text.encode()})
        ledger, report = checked(Path(folder))
        assert all(not OBEYED.search(document.replace("\r\n", "\n")) for _, document in shown(ledger, report))
