from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from claimtrack import engine
from claimtrack.store import answers
from claimtrack.store.answers import GROUP, Answer, key_of, recall, recall_report, remember, remember_report
from claimtrack.store.cache import Cache

if TYPE_CHECKING:
    from pathlib import Path

KEY = key_of("state", ("verify",))


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path)


@pytest.mark.parametrize(
    "answer",
    [
        Answer(""),
        Answer("two\nlines\n", 1),
        Answer("\ud800 and \udfff, \0 and 😀\r\n", 3, ("before\n", "\udcff"), ("after", "")),
    ],
)
def test_an_answer_comes_back_as_it_was(cache: Cache, answer: Answer) -> None:
    remember(cache, KEY, answer)
    assert recall(cache, KEY) == answer


def test_what_was_never_answered_is_not_known(cache: Cache) -> None:
    remember(cache, KEY, Answer("words"))
    assert recall(cache, key_of("state", ("list",))) is None


def test_another_state_and_another_question_have_other_keys() -> None:
    questions = [("verify",), ("verify", None), ("verify", ["CT1"]), ("verify", ["CT", "1"]), ("\ud800",)]
    keys = {key_of(state, question) for state in ("one", "two") for question in questions}
    assert len(keys) == 2 * len(questions)
    assert all(key.isalnum() for key in keys)


@pytest.mark.parametrize(
    "head",
    [
        "",
        "words",
        "{}",
        "[]",
        "[0]",
        '["0", [], []]',
        "[true, [], []]",
        "[1.5, [], []]",
        "[-1, [], []]",
        "[256, [], []]",
        "[0, 1, []]",
        "[0, [1], []]",
        "[0, [], [null]]",
        "[0, [], [], []]",
        "[" * 100_000,
        "[0, [], [" + "9" * 5_000 + "]]",
    ],
)
def test_what_somebody_has_made_up_is_no_answer(cache: Cache, head: str) -> None:
    cache.write(f"{GROUP}/{KEY}", f"{head}\nwords".encode())
    assert recall(cache, KEY) is None


def test_what_is_no_text_is_no_answer(cache: Cache) -> None:
    cache.write(f"{GROUP}/{KEY}", b"[0, [], []]\n\xff")
    assert recall(cache, KEY) is None


def test_a_report_comes_back_and_what_somebody_has_made_up_is_none(cache: Cache) -> None:
    report = engine.nothing_checked()
    assert recall_report(cache, "state", ("report",)) is None
    remember_report(cache, "state", ("report",), report)
    assert recall_report(cache, "state", ("report",)) == report
    for words in ("", "[]", "[{}, [], []]", "[{}, 1, 1]", "[" * 100_000):
        cache.write(f"{GROUP}/{key_of('state', ('report',))}", words.encode())
        assert recall_report(cache, "state", ("report",)) is None


def test_the_answers_that_were_asked_for_longest_ago_go_first(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "_NUMBER", 2)
    keys = [key_of("state", (number,)) for number in range(3)]
    for age, key in enumerate(keys[:2]):
        remember(cache, key, Answer(key))
        os.utime(cache.folder / GROUP / key, (age, age))
    assert recall(cache, keys[0])
    remember(cache, keys[2], Answer(""))
    assert [recall(cache, key) is not None for key in keys] == [True, False, True]


def test_an_answer_is_held_in_a_form_that_can_be_read(cache: Cache) -> None:
    remember(cache, KEY, Answer("words\n", 1, after=("a note",)))
    head, _, text = (cache.read(f"{GROUP}/{KEY}") or b"").partition(b"\n")
    assert (json.loads(head), text) == ([1, [], ["a note"]], b"words\n")
