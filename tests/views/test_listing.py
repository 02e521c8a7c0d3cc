from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claimtrack.views.listing import COLUMNS, Filters, UnknownColumnError, listing
from support import BASE, lay, ledger_of

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.model.ledger import Ledger
    from claimtrack.views import What

RECORDS = """\
article: harbour-sale
claims:
  - {id: b, text: Six VOTED., type: numerical, claimant: daily-ledger, tags: [sale, vote],
     verdict: {label: supported, why: w}, checks: [{by: ana, date: 2026, digest: "1:a:b:c"}],
     sources: [{source: board-minutes, at: page 4}]}
  - {id: a, text: It was secret., quote: kept secret, about: harbour-board}
  - {id: c, text: It was read., article: evening-post-story, sources: [evening-post-story],
     checks: [{by: ana, date: 2026}]}
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return ledger_of(lay(tmp_path, {**BASE, "claims/x.yaml": RECORDS}))


@pytest.mark.parametrize(
    ("what", "ids", "title"),
    [
        ("claims", ["harbour-sale/b", "harbour-sale/a", "evening-post-story/c"], "3 claims"),
        ("sources", ["harbour-sale", "board-minutes", "evening-post-story"], "3 sources"),
        ("parties", ["daily-ledger", "evening-post", "harbour-board", "ana-ruiz"], "4 parties"),
        ("articles", ["harbour-sale", "evening-post-story"], "2 articles"),
    ],
)
def test_records_are_listed_in_file_order(ledger: Ledger, what: What, ids: list[str], title: str) -> None:
    table = listing(ledger, what, Filters())
    assert [item["id"] for item in table.items] == [row[0] for row in table.rows] == ids
    assert (table.title, table.columns, table.schema) == (title, COLUMNS[what], "claimtrack/list/1")


def test_rows_have_a_word_for_everything(ledger: Ledger) -> None:
    assert listing(ledger, "claims", Filters()).rows[1] == ("harbour-sale/a", "It was secret.", "unsourced", "0", "")
    assert listing(ledger, "articles", Filters()).rows[0][-2:] == ("2", "1 single-origin, 1 unsourced")
    assert listing(ledger, "claims", Filters(), columns=["tags", "origins", "quote"]).rows[0] == (
        "sale, vote", "board-minutes", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, "bac"),
        ({"sourcing": ("single-origin",)}, "b"),
        ({"sourcing": ("single-origin", "unsourced")}, "bac"),
        ({"verdict": ("supported",)}, "b"),
        ({"verdict": ("refuted",)}, ""),
        ({"type": ("numerical",)}, "b"),
        ({"article": ("evening-post-story",)}, "c"),
        ({"source": ("board-minutes", "evening-post-story")}, "bc"),
        ({"party": ("daily-ledger",)}, "b"),
        ({"party": ("harbour-board",)}, "a"),
        ({"tag": ("vote", "nothing")}, "b"),
        ({"unchecked": True}, "ac"),
        ({"search": "voted"}, "b"),
        ({"search": "KEPT"}, "a"),
        ({"search": "SALE"}, "ba"),
        ({"search": ""}, "bac"),
        ({"search": "nowhere"}, ""),
        ({"tag": ("sale",), "unchecked": True}, ""),
    ],
)
def test_a_filter_lets_through_what_fits_any_of_its_values(ledger: Ledger, filters: dict[str, Any], ids: str) -> None:
    assert [item["id"][-1] for item in listing(ledger, "claims", Filters(**filters)).items] == list(ids)


@pytest.mark.parametrize(
    ("what", "search", "ids"),
    [
        ("sources", "minutes", ["board-minutes"]),
        ("parties", "RUIZ", ["ana-ruiz"]),
        ("articles", "evening", ["evening-post-story"]),
    ],
)
def test_words_are_searched_in_all_kinds_of_records(ledger: Ledger, what: What, search: str, ids: list[str]) -> None:
    assert [item["id"] for item in listing(ledger, what, Filters(search=search)).items] == ids


@pytest.mark.parametrize(
    ("what", "sort", "firsts"),
    [
        ("claims", "id", ["evening-post-story/c", "harbour-sale/a", "harbour-sale/b"]),
        ("claims", "-id", ["harbour-sale/b", "harbour-sale/a", "evening-post-story/c"]),
        ("claims", "independent", ["harbour-sale/a", "evening-post-story/c", "harbour-sale/b"]),
        ("claims", "-line", ["evening-post-story/c", "harbour-sale/a", "harbour-sale/b"]),
        ("claims", "claimant", ["harbour-sale/b", "harbour-sale/a", "evening-post-story/c"]),
        ("articles", "sourcing", ["harbour-sale", "evening-post-story"]),
    ],
)
def test_rows_may_be_sorted_by_any_column(ledger: Ledger, what: What, sort: str, firsts: list[str]) -> None:
    assert [row[0] for row in listing(ledger, what, Filters(), sort=sort).rows] == firsts


@pytest.mark.parametrize("sort", ["verdict", "-verdict"])
def test_what_is_missing_comes_last_whichever_way_it_is_sorted(ledger: Ledger, sort: str) -> None:
    assert [row[-1] for row in listing(ledger, "claims", Filters(), sort=sort).rows] == ["supported", "", ""]


def test_the_columns_are_those_asked_for(ledger: Ledger) -> None:
    table = listing(ledger, "sources", Filters(), columns=["line", "id"])
    assert table.columns == ("line", "id")
    assert table.rows[0] == ("7", "harbour-sale")


@pytest.mark.parametrize("given", [{"columns": ["id", "colour"]}, {"sort": "colour"}, {"sort": "-colour"}])
def test_an_unknown_column_is_refused_with_those_that_there_are(ledger: Ledger, given: dict[str, Any]) -> None:
    with pytest.raises(UnknownColumnError, match="`colour` is no column of parties; there are id, name, kind, of,"):
        listing(ledger, "parties", Filters(), **given)


def test_an_unknown_column_is_refused_where_nothing_is_listed_too(ledger: Ledger) -> None:
    with pytest.raises(UnknownColumnError):
        listing(ledger, "claims", Filters(search="nowhere"), sort="colour")


def test_a_table_of_nothing_has_its_columns_and_no_rows(ledger: Ledger) -> None:
    table = listing(ledger, "claims", Filters(search="nowhere"), columns=["quote"], sort="line")
    assert (table.title, table.columns, table.rows, table.items) == ("0 claims", ("quote",), (), ())


@pytest.mark.parametrize("what", ["sources", "parties", "articles"])
def test_filters_for_claims_are_refused_for_anything_else(tmp_path: Path, what: What) -> None:
    with pytest.raises(UnknownColumnError, match="can be filtered by `--search` alone"):
        listing(ledger_of(lay(tmp_path, BASE)), what, Filters(unchecked=True))
