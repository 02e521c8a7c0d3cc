from __future__ import annotations

import pytest
import yaml

from claimtrack.model.settings import DEFAULT_LIMITS, Limits
from claimtrack.store import nodes as module
from claimtrack.store.decode import Text
from claimtrack.store.nodes import read_nodes
from claimtrack.store.tree import Map, Nodes, Seq


def read(text: str, limits: Limits = DEFAULT_LIMITS) -> Nodes:
    return read_nodes(Text("x.yaml", text), limits)


def root(text: str) -> Map:
    found = read(text)
    assert found.stop is None, found.stop
    assert isinstance(found.root, Map)
    return found.root


def span(text: str, part: str) -> tuple[int, int]:
    return text.index(part), text.index(part) + len(part)


@pytest.mark.parametrize(
    "word",
    [
        *["no", "No", "yes", "on", "off", "true", "false", "NULL", "Null", "NaN", ".inf", "n"],
        *["007", "12:30", "1_000", "1e3", "0x1F", "0o17", "3.10", "-0", "2022-06-17", "2022-06-17 12:00:00", "="],
    ],
)
def test_a_plain_scalar_is_the_text_that_was_written(word: str) -> None:
    assert root(f"a: {word}\nb: [{word}]\n") == {"a": word, "b": [word]}


@pytest.mark.parametrize("word", ["", "~", "null"])
def test_null_is_empty_a_tilde_or_the_word(word: str) -> None:
    assert root(f"a: {word}\nb:\n- {word}\n") == {"a": None, "b": [None]}


@pytest.mark.parametrize("written", ["'null'", '"null"', "|-\n null", ">-\n null"])
def test_a_quoted_null_is_text(written: str) -> None:
    assert root(f"a: {written}\n") == {"a": "null"}


def test_a_null_as_a_key_is_text() -> None:
    assert root("null: a\n~: b\n? \n: c\n") == {"null": "a", "~": "b", "": "c"}


@pytest.mark.parametrize("text", ["", "~", "# nothing yet\n", "---\n", "\n  \n"])
def test_an_empty_file_holds_nothing_and_is_fine(text: str) -> None:
    found = read(text)
    assert (found.root, found.stop) == (None, None)


def test_aliases_stand_for_their_values_and_keep_their_own_places() -> None:
    text = "a: &x {k: v}\nb: *x\nc: &y word\nd: [*y, *y]\n&z e: *z\n"
    found = root(text)
    assert found == {"a": {"k": "v"}, "b": {"k": "v"}, "c": "word", "d": ["word", "word"], "e": "e"}
    assert found.spans["b"] == span(text, "*x")


def test_an_anchor_may_be_used_again_for_something_else() -> None:
    assert root("a: &x [1]\nb: &x [2]\nc: *x\n") == {"a": ["1"], "b": ["2"], "c": ["2"]}


def test_the_desks_own_keys_are_kept_apart() -> None:
    found = root("x-room: {no: 1}\na: {x-b: [c], d: e}\n")
    assert found.extra == {"x-room": {"no": "1"}}
    assert found == {"a": {"d": "e"}}
    inner = found["a"]
    assert isinstance(inner, Map)
    assert inner.extra == {"x-b": ["c"]}


@pytest.mark.parametrize("text", ["a: [b, {c: d}]\nk: v\n", "a:\n- b\n- c: d\nk: v\n"])
def test_values_and_keys_know_where_they_stand(text: str) -> None:
    found = root(text)
    items = found["a"]
    assert isinstance(items, Seq)
    assert items.spans[0] == span(text, "b")
    inner = items[1]
    assert isinstance(inner, Map)
    assert inner.spans == {"c": span(text, "d")}
    assert inner.key_spans == {"c": span(text, "c")}
    assert found.key_spans["k"] == span(text, "k")
    assert found.spans["a"] == span(text, "[b, {c: d}]" if "[" in text else "- b\n- c: d")


def test_a_block_text_ends_with_its_last_word_and_a_block_list_with_its_last_item() -> None:
    text = "a: |\n  one\n  two\n\n\nb:\n  - c\n\n# the end\n"
    found = root(text)
    assert found["a"] == "one\ntwo\n"
    assert found.spans["a"] == span(text, "|\n  one\n  two")
    assert found.spans["b"] == span(text, "- c")


@pytest.mark.parametrize(
    ("text", "first", "again"),
    [
        ("a: 1\nb: 2\na: 3\n", (0, 1), (10, 11)),
        ("{a: 1, a: 3}\n", (1, 2), (7, 8)),
        ('a: 1\n"a": 3\n', (0, 1), (5, 8)),
    ],
)
def test_of_a_key_given_twice_the_first_value_stands_and_both_places_are_told(
    text: str, first: tuple[int, int], again: tuple[int, int]
) -> None:
    found = read(text)
    assert isinstance(found.root, Map)
    assert found.root["a"] == "1"
    assert [item[:3] for item in found.twice] == [("a", first, again)]


def test_a_key_given_twice_is_told_among_the_desks_own_keys_too() -> None:
    found = read("x-a: 1\nx-a: 2\n")
    assert [item[:3] for item in found.twice] == [("x-a", (0, 3), (7, 10))]


def test_two_lists_of_one_section_are_both_read() -> None:
    found = read("claims: [a]\nclaims: [b]\ntags: {c: [d], c: [e]}\n")
    assert found.root == {"claims": ["a", "b"], "tags": {"c": ["d"]}}
    assert [name for name, *_ in found.twice] == ["claims", "c"]


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("a: 1\nb: *x\n", "*x", "the alias `*x` stands for nothing"),
        ("a: 1\nb: &x [c, *x]\n", "*x", "the alias `*x` stands inside what it stands for"),
        ("a: 1\nb: &x {c: {d: *x}}\n", "*x", "the alias `*x` stands inside what it stands for"),
        ("a: 1\n---\nb: 2\n", "---", "a second document begins here"),
        ("a: 1\n...\n---\nb: 2\n", "---", "a second document begins here"),
        ("a: 1\nb: !!str c\n", "!!str c", "the tag `!!str` stands here"),
        ("a: 1\nb: !secret c\n", "!secret c", "the tag `!secret` stands here"),
        ("a: 1\nb: !!python/object/apply:os.system [touch]\n", "!!python", "the tag `!!python/object/apply:os.system`"),
        ("a: 1\nb: !x {c: d}\n", "!x", "the tag `!x` stands here"),
        ("a: 1\n? [b]\n: c\n", "[b]", "a key of several parts stands here"),
        ("a: 1\n? {b: c}\n: d\n", "{b: c}", "a key of several parts stands here"),
    ],
)
def test_what_a_record_file_must_not_hold_stops_the_reading_where_it_stands(text: str, at: str, words: str) -> None:
    found = read(text)
    assert found.stop is not None
    assert found.stop.start == text.index(at)
    assert found.stop.message.startswith(words)
    assert found.stop.hint
    assert isinstance(found.root, Map)
    assert found.root["a"] == "1"


@pytest.mark.parametrize(
    ("open_", "close"),
    [("[" * 100_000, ""), ("[" * 20_000, "]" * 20_000), ("{a: " * 20_000, "}" * 20_000), ("\n" + "- " * 20_000, "")],
)
def test_nesting_of_any_depth_is_refused_and_never_overflows(open_: str, close: str) -> None:
    found = read(f"a: {open_}b{close}")
    assert found.stop is not None
    assert found.stop.message == "values are nested more than 50 levels deep here"


def test_nesting_up_to_the_limit_is_read() -> None:
    assert read("[" * 50 + "]" * 50).stop is None
    assert read("[" * 51 + "]" * 51).stop is not None
    assert read("[" * 51 + "]" * 51, Limits(nesting=51)).stop is None


def test_a_file_with_more_records_than_a_project_may_have_is_not_read_on() -> None:
    text = "x-of-ours: [1, 2, 3, 4]\nsources: [{id: a}, {id: b}]\nclaims:\n- {id: c}\n- {id: d}\n"
    assert read(text, Limits(records=4)).stop is not None  # items of a list of the desk's own count too
    assert read(text, Limits(records=8)).stop is None
    found = read(text, Limits(records=7))
    assert found.stop is not None
    assert found.stop.message == "this file holds more records than a project may, 7"
    assert found.stop.start == text.index("{id: d}")
    assert isinstance(found.root, Map)
    assert found.root["claims"] == [{"id": "c"}]


def test_a_section_given_again_and_again_has_no_more_records_than_one() -> None:
    assert read("claims: [a, b]\n" * 3, Limits(records=6)).stop is None
    assert read("claims: [a, b]\n" * 3, Limits(records=5)).stop is not None


def test_aliases_that_stand_for_too_much_are_refused() -> None:
    text = "a: &x [1, 2, 3]\nb: [*x, *x]\nc: *x\n"
    assert read(text, Limits(aliases=12)).stop is None
    stop = read(text, Limits(aliases=11)).stop
    assert stop is not None
    assert (stop.message, stop.start) == ("the aliases of this file stand for more than 11 values", text.rindex("*x"))


def test_an_alias_counts_with_all_the_aliases_inside_it() -> None:
    bomb = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    bomb += "".join(
        f"{key}: &{key} [{', '.join([f'*{last}'] * 10)}]\n" for last, key in zip("abcd", "bcde", strict=True)
    )
    stop = read(bomb).stop
    assert stop is not None
    assert stop.message == "the aliases of this file stand for more than 10,000 values"
    assert bomb[: stop.start].count("\n") == 3


@pytest.mark.parametrize(
    ("written", "lost"),
    [
        ("the #1 sight", "#1 sight"),
        ("the #MeToo row", "#MeToo row"),
        ("Berth # 4 was sold", "# 4 was sold"),
        ("the sale of\n  #4 and more", "#4 and more"),
        ("the sale # a comment", None),
        ("the sale #", None),
        ("the sale #\n  # more", None),
        ("'the #1 sight'", None),
        ("a#b", None),
    ],
)
def test_text_that_goes_on_behind_a_hash_is_remembered(written: str, lost: str | None) -> None:
    cuts = read(f"a: {written}\n").cuts
    assert [cut for _, cut in cuts] == ([lost] if lost else [])


def test_a_comment_behind_a_key_cuts_nothing() -> None:
    assert read("a: #1\n  b\nc #2: d\n").cuts == []


@pytest.mark.parametrize(
    ("text", "whole", "doubtful"),
    [
        ("claims:\n- a: 1\n- b: 2\n  c: d: e\n- f: 3\n", [{"a": "1"}], None),
        ("claims:\n- {a: 1}\n- {b: 2\n", [{"a": "1"}], None),
        ("claims:\n  - a: 1\n  - b: 2\n c: 3\n", [{"a": "1"}, {"b": "2"}], {"b": "2"}),
        ("claims:\n  - a: 1\n  - b: 2\n   c: 3\n", [{"a": "1"}, {"b": "2"}], {"b": "2"}),
        ("claims:\n- a: 1\n- b: 2\n- *lost\n", [{"a": "1"}, {"b": "2"}], None),
        ("claims:\n- a: 1\n<<<<<<< ours\n- b: 2\n=======\n- b: 3\n>>>>>>> theirs\n", [{"a": "1"}], None),
        ("claims:\n- a: 1\n<<<<<<< ours\n  b: 2\n=======\n  b: 3\n>>>>>>> theirs\n", [{"a": "1"}], {"a": "1"}),
    ],
)
def test_what_was_complete_before_the_error_is_kept(text: str, whole: object, doubtful: object) -> None:
    found = read(text)
    assert found.stop is not None
    assert found.root == {"claims": whole}
    assert found.doubtful == doubtful


def test_an_error_before_any_value_leaves_nothing() -> None:
    found = read("@a\n")
    assert found.stop is not None
    assert (found.root, found.doubtful) == (None, None)


def test_a_list_that_is_the_root_is_kept_as_it_is() -> None:
    found = read("- a\n- [b, c: *x]\n")
    assert found.stop is not None
    assert found.root == ["a"]


def test_pyyaml_without_its_c_library_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [b, ~, 'c']\nd: {e: no}\n"
    monkeypatch.setattr(module, "_LOADER", yaml.SafeLoader)
    assert root(text) == {"a": ["b", None, "c"], "d": {"e": "no"}}
    stop = read("a: 1\nb: c: d\n").stop
    assert stop is not None
    assert (stop.start, stop.message.split(",")[0]) == (9, "a `: ` stands inside a plain value")
