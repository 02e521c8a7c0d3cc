from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.rules import codes
from claimtrack.store.decode import Text
from claimtrack.store.handed import SECTIONS, hand_over, take_over
from claimtrack.store.nodes import read_nodes
from claimtrack.store.packed import pack_file
from claimtrack.store.recordfile import read_handed, read_records
from claimtrack.store.schema import KINDS

if TYPE_CHECKING:
    from claimtrack.store.recorded import FileRecords

FILE = """\
article: a
x-desk: harbour
parties: [{id: p, name: N}]
sources:
claims:
- id: six
  text: Six voted.
  figures: [{value: 6, is: total, x-room: {no: 12}}]
  sources: [s, {source: t, quote: &q six votes}, {source: u, quote: *q}]
- {id: nine, article: b, text: Größe, x-desk: [a, b]}
"""


def text(written: str) -> Text:
    return Text("claims/x.yaml", written)


def handed(written: str) -> FileRecords | None:
    """Return what is made of a file that was read elsewhere; None where it has to be read here."""
    line = hand_over(text(written), read_nodes(text(written)))
    assert "\n" not in line
    return read_handed(take_over("claims/x.yaml", line), codes()) if line else None


def test_the_sections_are_those_of_the_schema() -> None:
    assert tuple(KINDS) == SECTIONS


def test_what_is_handed_over_makes_the_records_that_reading_here_makes() -> None:
    found, here = handed(FILE), read_records(text(FILE), codes())
    assert found is not None
    assert pack_file(found) == pack_file(here)


def test_the_desks_own_keys_come_along() -> None:
    found = handed(FILE)
    assert found is not None
    first, second = (record.marks for record in found.sound[1:])
    assert first.own_keys(("figures", 0)) == {"x-room": {"no": "12"}}
    assert second.own_keys() == {"x-desk": ["a", "b"]}


def test_a_file_of_which_there_is_something_to_tell_is_read_here() -> None:
    for written in [
        "claims: [{id: a, id: b}]\n",
        "claims: [{id: a, text: !t b}]\n",
        "claims:\n- id: a\n  text: six #4\n",
        "claims: [a]\n",
        "claims: a\n",
        "claims: [{id: a, marks: b}]\n",
        "article: ' '\n",
        "article:\n",
        "claimz: []\n",
        "- a\n",
        "",
        "claims: [{id: a\x01}]\n",
    ]:
        assert hand_over(text(written), read_nodes(text(written))) == "", written


def test_a_record_with_a_fault_sends_its_file_back() -> None:
    for record in ["{id: a}", "{id: a, text: T, waivers: [{rule: CT999, why: W}]}", "{id: a, text: T, tetx: U}"]:
        line = hand_over(
            text(f"article: b\nclaims: [{record}]\n"), read_nodes(text(f"article: b\nclaims: [{record}]\n"))
        )
        assert line
        assert read_handed(take_over("claims/x.yaml", line), codes()) is None


words = st.text(st.sampled_from("ab é\"'#:-&*!{}[]\n\\"), max_size=6)
fields = st.dictionaries(
    st.sampled_from(
        ["id", "text", "article", "quote", "sources", "tags", "figures", "x-a", "serious", "when", "marks"]
    ),
    st.one_of(
        st.sampled_from(
            ["a", "s.1", "6", "true", "2026-03", "[a, b]", "{exact: b, x-c: d}", "[{source: s, quote: q}]"]
        ),
        st.sampled_from(["[{value: 6, is: total}]", "&x word", "~", "''", "six #4", "\n    one\n    two"]),
        words,
    ),
    max_size=6,
)
files = st.tuples(
    st.sampled_from(["", "article: a\n", "article:\n", "x-a: b\n", "other: c\n"]),
    st.sampled_from(["claims", "sources", "parties", "claim"]),
    st.lists(fields, max_size=3),
).map(
    lambda parts: (
        f"{parts[0]}{parts[1]}:\n"
        + "".join(
            "- id: a\n  text: b\n" + "".join(f"  {key}: {value}\n" for key, value in held.items()) for held in parts[2]
        )
    )
)


@given(files)
def test_whatever_a_file_holds_it_is_read_alike_or_not_at_all(written: str) -> None:
    found, here = handed(written), read_records(text(written), codes())
    if found is not None:
        assert here.whole
        assert pack_file(found) == pack_file(here)
