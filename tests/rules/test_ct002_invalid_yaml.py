from __future__ import annotations

import pytest

from support import check_files, judge


def test_a_colon_inside_a_plain_value_is_explained_in_words() -> None:
    (found,) = judge(
        """
        claims:
          - id: six-votes
            text: The minutes say: carried.  # <- CT002
        """,
        "CT002",
    )
    assert found.severity == "error"
    assert found.message == ("claims/x.yaml: a `: ` stands inside a plain value, or the line is indented too far.")
    assert found.hint == "Put a value that holds `: ` into quotation marks, or line the key up with its neighbours."


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("text: !!str Sold.  # <- CT002", "the tag `!!str` stands here"),
        ("text: *nobody  # <- CT002", "the alias `*nobody` stands for nothing"),
        ("tags: &all [*all]  # <- CT002", "the alias `*all` stands inside what it stands for"),
        ("? [a, b]  # <- CT002", "a key of several parts stands here"),
        ("text: @sold  # <- CT002", "a value cannot begin with `@`"),
        ("text: A bell\a rang.  # <- CT002", "a control character stands here"),
        (f"tags: {'[' * 60}{']' * 60}  # <- CT002", "values are nested more than 50 levels deep here"),
    ],
)
def test_what_a_record_file_must_not_hold_is_named(record: str, said: str) -> None:
    (found,) = judge(f"claims:\n  - id: a\n    {record}\n", "CT002")
    assert said in found.message


def test_aliases_that_grow_beyond_measure_are_refused() -> None:
    growing = "\n".join(f"x-{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 4))
    (found,) = judge(f"x-0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n{growing}  # <- CT002\n", "CT002")
    assert "stand for more than 10,000 values" in found.message


def test_a_second_document_is_refused_and_the_first_is_read() -> None:
    (found,) = judge(
        """
        claims:
          - {id: a, text: It was sold.}
        ---  # <- CT002
        claims:
          - {id: b, text: It was kept.}
        """,
        "CT002",
    )
    assert "a second document begins here" in found.message


def test_a_key_given_twice_names_both_places_and_spoils_its_record_only() -> None:
    records = """
        claims:
          - id: twice
            text: It was sold.
            text: It was kept.  # <- CT002
            note: Which of the two?
          - id: sound  # <- CT101
            text: It was kept secret.
        """
    (found,) = judge(records, "CT002")
    assert found.message == "claims/x.yaml: `text` is given twice in one mapping."
    assert found.subject.claim == "harbour-sale/twice"
    assert [related.place.line for related in found.related] == [4]
    judge(records, "CT101")


def test_records_complete_before_the_error_are_judged_and_the_broken_one_is_not() -> None:
    judge(
        """
        claims:
          - id: whole  # <- CT101
            text: It was sold.
          - id: torn
            text: The minutes say: carried.
        """,
        "CT101",
    )


def test_references_into_what_was_lost_are_withheld_and_counted() -> None:
    torn = "sources:\n  - {id: lost, kind: document, title: Lost: the deed\n"
    citing = "article: harbour-sale\nclaims:\n  - {id: a, text: It was sold., sources: [lost]}\n"
    found = check_files({"claims/x.yaml": torn, "claims/y.yaml": citing}).findings
    (told,) = [finding for finding in found if finding.severity == "error"]
    assert told.code == "CT002"
    assert told.message.endswith("Until it can be read, 1 reference that leads nowhere is withheld.")


def test_words_that_other_readers_would_turn_into_something_else_stay_text() -> None:
    judge(
        """
        x-desk: [no, 12:30, 007, 0x1f, 1e3]
        x-again: &one yes
        claims:
          - {id: a, text: "The minutes say: carried.", note: *one, tags: [no, 12:30, 007]}
        """,
        "CT002",
    )
