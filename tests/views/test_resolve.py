from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.views.resolve import UnknownIdError, known_ids, resolve
from support import lay, ledger_of

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.model.ledger import Ledger

RECORDS = """\
parties:
- {id: both, name: N}
- {id: board, name: N}
- {id: tail, name: N}
sources:
- {id: one, kind: article, title: T}
- {id: two, kind: article, title: T}
- {id: both, kind: book, title: T}
- {id: broken, kind: web, title: T}
claims:
- {id: tail, text: T, article: one}
- {id: price, text: T, article: one}
- {id: price, text: T, article: two}
- {id: vote, text: T, article: two}
- {id: two, text: T, article: two}
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return ledger_of(lay(tmp_path, {"claims/x.yaml": RECORDS}))


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("one/price", "Claim", "one/price"),
        ("two/price", "Claim", "two/price"),
        ("vote", "Claim", "two/vote"),
        ("one", "Source", "one"),
        ("two", "Source", "two"),
        ("board", "Party", "board"),
        ("tail", "Party", "tail"),
        ("broken", "Source", "broken"),
        ("claim:tail", "Claim", "one/tail"),
        ("claim:two", "Claim", "two/two"),
        ("claim:one/price", "Claim", "one/price"),
        ("source:both", "Source", "both"),
        ("party:both", "Party", "both"),
        ("source:two", "Source", "two"),
    ],
)
def test_an_id_means_a_claim_in_full_then_a_source_or_party_then_the_end_of_a_claim(
    ledger: Ledger, name: str, kind: str, key: str
) -> None:
    record = resolve(ledger, name)
    assert (type(record).__name__, record.key) == (kind, key)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("both", "`both` means several records: party:both and source:both. Give one of these."),
        ("price", "`price` means several records: one/price and two/price. Give one of these."),
        ("claim:price", "`claim:price` means several records: one/price and two/price. Give one of these."),
        ("bord", "`bord` is no recorded id. Did you mean `board`?"),
        ("one/prise", "`one/prise` is no recorded id. Did you mean `one/price`?"),
        ("vot", "`vot` is no recorded id. Did you mean `vote`?"),
        ("source:vote", "`source:vote` is no recorded id."),
        ("party:bord", "`party:bord` is no recorded id. Did you mean `board`?"),
        ("claim:one", "`claim:one` is no recorded id."),
        ("zzzzzz", "`zzzzzz` is no recorded id. See `claimtrack list`."),
        ("", "`` is no recorded id. See `claimtrack list`."),
        ("web:both", "`web:both` is no recorded id."),
        ("ric", "`ric` is no recorded id."),
    ],
)
def test_an_id_that_means_none_or_several_is_refused_with_what_comes_into_question(
    ledger: Ledger, name: str, words: str
) -> None:
    with pytest.raises(UnknownIdError) as caught:
        resolve(ledger, name)
    assert str(caught.value).startswith(words)


def test_of_very_many_candidates_the_first_are_named(tmp_path: Path) -> None:
    claims = "".join(f"- {{id: c, text: T, article: a{n:03}}}\n" for n in range(100))
    ledger = ledger_of(lay(tmp_path, {"claims/x.yaml": f"claims:\n{claims}"}))
    with pytest.raises(UnknownIdError) as caught:
        resolve(ledger, "c")
    assert "a000/c" in str(caught.value)
    assert len(str(caught.value)) < 400


def test_known_ids_are_given_back_and_an_unknown_one_is_refused(ledger: Ledger) -> None:
    assert known_ids(ledger, "source", ("one", "broken")) == ("one", "broken")
    assert known_ids(ledger, "party", ()) == ()
    with pytest.raises(UnknownIdError, match="`board` is no recorded id"):
        known_ids(ledger, "source", ("one", "board"))
