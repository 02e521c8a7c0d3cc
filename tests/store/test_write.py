from __future__ import annotations

import codecs
import re
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.settings import Limits
from claimtrack.store import write as module
from claimtrack.store.atomic import WriteError
from claimtrack.store.decode import Text
from claimtrack.store.flow import Value, plain
from claimtrack.store.nodes import read_nodes
from claimtrack.store.tree import Map
from claimtrack.store.write import Change, Edit, append_item, set_field

if TYPE_CHECKING:
    from pathlib import Path

SNAPSHOT = {"file": "a.txt", "sha256": "ab" * 32}
WRITTEN = f"{{file: a.txt, sha256: {'ab' * 32}}}"
CHECK = {"by": "Ana O'Neil", "date": "2026-03-15", "digest": "1:3c:90:77"}
SIGNED = '{by: Ana O\'Neil, date: 2026-03-15, digest: "1:3c:90:77"}'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.yaml"


def refused(path: Path, text: str | bytes, record: tuple[str, str] = ("sources", "a"), field: str = "k") -> str:
    data = text if isinstance(text, bytes) else text.encode()
    path.write_bytes(data)
    with pytest.raises(WriteError) as caught:
        set_field(path, record, field, "new")
    assert path.read_bytes() == data
    return str(caught.value)


FILE = dedent("""\
    # On top
    article: a   # the article

    sources:
      # The first
      - id: a
        kind: article   # why
        note: >-
          Two lines
          of it.
      # About b
      - {id: b, kind: document}   # why

    claims:
    - id: a
      text: 'What a says'
      checks:
      - {by: ben, date: 2026-01-01}
      # end of a
    - id: b
      text: What b says
    """)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
    ],
)
def test_only_the_lines_meant_are_touched(path: Path, encoding: str, bom: bytes, end: str) -> None:
    def encoded(text: str) -> bytes:
        return bom + text.replace("\n", end).encode(encoding)

    path.write_bytes(encoded(FILE))
    set_field(path, ("sources", "a"), "snapshot", SNAPSHOT)
    set_field(path, ("sources", "b"), "language", "en")
    append_item(path, ("claims", "a/a"), "checks", CHECK)
    append_item(path, ("claims", "b"), "checks", CHECK)
    text = FILE.replace("      of it.\n", f"      of it.\n    snapshot: {WRITTEN}\n")
    text = text.replace("kind: document}", "kind: document, language: en}")
    text = text.replace("2026-01-01}\n", f"2026-01-01}}\n  - {SIGNED}\n")
    assert path.read_bytes() == encoded(f"{text}  checks: [{SIGNED}]\n")


def test_a_mapping_is_changed_key_by_key(path: Path) -> None:
    text = "sources:\n- id: a\n  snapshot:   # kept out of git\n    file: a.txt  # here\n    sha256: 00 # sum\n"
    path.write_text(text, encoding="utf-8")
    set_field(path, ("sources", "a"), "snapshot", SNAPSHOT)
    assert path.read_text(encoding="utf-8") == text.replace("00", "ab" * 32)


def test_a_mapping_that_loses_a_key_is_written_anew(path: Path) -> None:
    path.write_text("sources:\n- id: a\n  snapshot:\n    file: b\n    x-old: 1\n  kind: post\n", encoding="utf-8")
    set_field(path, ("sources", "a"), "snapshot", SNAPSHOT)
    assert path.read_text(encoding="utf-8") == f"sources:\n- id: a\n  snapshot: {WRITTEN}\n  kind: post\n"


@pytest.mark.parametrize(("field", "value"), [("k", "article"), ("k2", {"k": ["v"]}), ("k3", None)])
def test_what_is_there_already_is_not_written(
    path: Path, monkeypatch: pytest.MonkeyPatch, field: str, value: Value
) -> None:
    path.write_text("sources: [{id: a, k: 'article', k2: {k: ['v']}, k3: ~}]", encoding="utf-8")
    monkeypatch.setattr(module, "write_file", lambda *_, **__: pytest.fail("written"))
    set_field(path, ("sources", "a"), field, value)


@pytest.mark.parametrize("note", ["|\n    text", "|+\n    text\n\n", ">+\n    text\n\n\n"])
def test_nothing_is_put_behind_text_that_would_change(path: Path, note: str) -> None:
    path.write_text(f"sources:\n- id: a\n  note: {note}", encoding="utf-8")
    set_field(path, ("sources", "a"), "k", "v")
    assert path.read_text(encoding="utf-8") == f"sources:\n- id: a\n  k: v\n  note: {note}"


def test_where_every_cut_would_change_something_else_nothing_is_written(path: Path) -> None:
    path.write_bytes(text := b"sources:\n- id: a\n  k:\n  - |\n    text")
    with pytest.raises(WriteError, match="without a change to something else"):
        append_item(path, ("sources", "a"), "k", "v")
    assert path.read_bytes() == text


def test_of_several_changes_all_or_none_are_made(path: Path) -> None:
    path.write_bytes(text := b"sources: [{id: a, k: word}]")
    good = Change(record=("sources", "a"), field="note", value="v")
    with pytest.raises(WriteError, match="`k` of source a is no list"):
        Edit(path, [good, Change(record=("sources", "a"), field="k", value="v", append=True)])
    edit = Edit(path, [good, Change(record=("sources", "a"), field="k", value="v")], name="claims/x.yaml")
    assert (path.read_bytes(), edit.saved) == (text, False)
    edit.save()
    assert (path.read_bytes(), edit.saved) == (b"sources: [{id: a, k: v, note: v}]", True)


@pytest.mark.parametrize("key", ["a", "one/a"])
def test_a_claim_is_found_by_its_bare_id_and_by_its_full_one(path: Path, key: str) -> None:
    path.write_text("article: one\nclaims:\n- {id: a}\n- {id: b, article: two}\n", encoding="utf-8")
    set_field(path, ("claims", key), "k", "v")
    set_field(path, ("claims", "two/b"), "k", "v")
    assert path.read_text(encoding="utf-8").count(", k: v}") == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("sources: [{id: b}]", "records source a nowhere"),
        ("claims: [{id: a}]", "records source a nowhere"),
        ("[]", "records source a nowhere"),
        ("", "records source a nowhere"),
        ("sources: [word]", "records source a nowhere"),
        ("sources: [{id: a}, {id: a}]", "records source a twice"),
        ("sources: [{id: a, n: &n v}]", "source a uses a YAML anchor or alias"),
        ("sources: [{id: a, n: *n}, {id: b}]\n", "stands for nothing"),
        ("x-n: &n v\nsources: [{id: a, n: *n}]", "source a uses a YAML anchor or alias"),
        ("x-n: &n {id: a}\nsources: [*n]", "source a uses a YAML anchor or alias"),
        ("x-n: &n [{id: a}]\nsources: *n", "something else"),
        ("sources:\n- &n\n  id: a\n- *n\n", "records source a twice"),
        ("sources: [{id: a, k: b, k: c}]", "source a gives `k` twice"),
        ("sources: [{id: a, k: [\n# why\n]}]", "`k` of source a holds comments"),
        ("sources: [{id: a}", r"x.yaml:1:18: a `{` that opens|x.yaml:\d+:\d+: a `\[` that opens"),
        ("sources: [{id: a}]\x07", "x.yaml:1:19: a control character stands here"),
        (b"sources: [{id: a, n: \xff}]", r"is not UTF-8: byte 21 \(0xff\)"),
        (codecs.BOM_UTF32_LE, "is UTF-32"),
    ],
)
def test_what_cannot_be_edited_is_refused_and_says_why(path: Path, text: str | bytes, message: str) -> None:
    assert re.search(message, said := refused(path, text)), said


def test_text_that_only_looks_like_an_anchor_is_none(path: Path) -> None:
    path.write_text("x-n: &n v\nsources:\n- {id: a, title: Salt & *Pepper*}\n- {id: b, n: *n}\n", encoding="utf-8")
    set_field(path, ("sources", "a"), "k", "v")
    assert "*Pepper*, k: v}" in path.read_text(encoding="utf-8")


def test_half_a_character_is_refused(path: Path) -> None:
    path.write_bytes(b"sources: [{id: a}]")
    with pytest.raises(WriteError, match="`k` of source a holds half a character"):
        set_field(path, ("sources", "a"), "k", "\ud800")


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="is no regular file"):
        set_field(tmp_path, ("sources", "a"), "k", "v")


def test_a_file_over_a_limit_is_not_edited_and_none_grows_over_it(path: Path) -> None:
    path.write_bytes(b"sources: [{id: a}]")
    change = Change(record=("sources", "a"), field="k", value="v" * 40)
    with pytest.raises(WriteError, match="is 18 bytes, over the limit of 10 bytes"):
        Edit(path, [change], limits=Limits(file_size=10))
    with pytest.raises(WriteError, match="this line has more than 10 characters"):
        Edit(path, [change], limits=Limits(line_length=10))
    with pytest.raises(WriteError, match="would grow over the limit of 20 bytes; split it"):
        Edit(path, [change], limits=Limits(file_size=20)).save()
    assert path.read_bytes() == b"sources: [{id: a}]"


def test_a_file_that_changed_since_it_was_read_is_refused(path: Path) -> None:
    path.write_bytes(b"sources: [{id: a}]")
    edit = Edit(path, [Change(record=("sources", "a"), field="k", value="v")])
    path.write_bytes(b"sources: [{id: a, theirs: v}]")
    with pytest.raises(WriteError, match="changed by somebody else"):
        edit.save()
    assert path.read_bytes() == b"sources: [{id: a, theirs: v}]"


WORDS = st.text(alphabet="abc é'\"#:,&*-\\", max_size=12)
VALUES: st.SearchStrategy[Value] = st.one_of(
    WORDS,
    st.none(),
    st.lists(WORDS, max_size=2),
    st.dictionaries(st.sampled_from(["x", "y", "x-z"]), WORDS, max_size=3),
)
SIMPLE = ["word", "'quoted'", "", "~", "[]", "[p, q]", "{x: y}"]
WAYS = st.sampled_from(
    [
        *[*SIMPLE, "# c", "word # c", "two\n{i}  lines", ">-\n{i}  folded\n{i}  text", "|+\n{i}  kept\n\n"],
        *["\n{i}- p\n{i}- x: y", "\n{i}  - p # c", "\n{i}  x: p\n{i}  y: q"],
    ]
)
FLOWS = st.sampled_from([*SIMPLE, "two\n   lines", "[p, ]"])


CHANGES = st.builds(
    Change,
    record=st.tuples(st.just("sources"), st.sampled_from(["r0", "r1", "r2", "r3"])),
    field=st.sampled_from("klmn"),
    value=VALUES,
    append=st.booleans(),
)


@st.composite
def files(draw: st.DrawFn) -> str:
    """Records `r0`, `r1`, … in all styles, with comments, blank lines and any line end."""
    lines = ["# top", "sources:"]
    indent = draw(st.sampled_from(["", "  "]))
    for number in range(draw(st.integers(1, 4))):
        fields = draw(st.lists(st.sampled_from(["k", "l", "m"]), unique=True))
        if draw(st.booleans()):
            held = "".join(f", {key}: {draw(FLOWS)}" for key in fields)
            lines.append(f"{indent}- {{id: r{number}{held}{draw(st.sampled_from(['', ', ', ' ']))}}}")
        else:
            inner = f"{indent}  "
            held = "".join(f"\n{inner}{key}: {draw(WAYS)}".replace("{i}", inner) for key in fields)
            lines.append(f"{indent}- id: r{number}{held}")
        lines.extend(draw(st.sampled_from([[], [""], ["# between"], ["", "  # between", ""]])))
    text = "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def content(path: Path) -> Map:
    nodes = read_nodes(Text("x", path.read_bytes().decode()))
    assert nodes.stop is None
    assert isinstance(nodes.root, Map)
    return nodes.root


@settings(max_examples=300, deadline=None)
@given(files(), CHANGES)
def test_an_edit_comes_out_as_intended_or_not_at_all(
    tmp_path_factory: pytest.TempPathFactory, text: str, change: Change
) -> None:
    path = tmp_path_factory.mktemp("edit") / "x.yaml"
    path.write_bytes(text.encode())
    before = plain(content(path))
    try:
        Edit(path, [change]).save()
    except WriteError:
        assert path.read_bytes() == text.encode()
        return
    after = plain(content(path))
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    ours, theirs = after["sources"], before["sources"]
    assert isinstance(ours, list)
    assert isinstance(theirs, list)
    number = int(change.record[1][1])
    changed, old = ours.pop(number), theirs.pop(number)
    assert isinstance(changed, dict)
    assert isinstance(old, dict)
    assert ours == theirs
    got, had = changed.pop(change.field), old.pop(change.field, None)
    assert changed == old
    assert got == ([*(had or ()), plain(change.value)] if change.append else plain(change.value))
    now = path.read_bytes().decode()
    assert ("\r\n" in text) == ("\r\n" in now) or "\n" not in text
    assert now.count("\r\n") in (0, now.count("\n"))
    for comment in ("# top", "# between", "# c"):
        assert now.count(comment) >= text.count(comment)
