from __future__ import annotations

import pytest

from stored import judge_texts

ARTICLE = "Port sold\n\nThe sale was kept secret.\n\nThe port was “falling\napart”.\n\nNobody asked. Nobody knew.\n"
LETTER = "The price was low.\n\fThe buyer was a friend.\n\fThe price was low.\n"
HEARING = "[00:00:10] Why?\n[00:12:00] A long story.\n[00:14:30] It was falling apart.\n"


def test_a_passage_in_another_paragraph_is_found_at_its_locator() -> None:
    report = judge_texts(
        {"port-sale": ARTICLE},
        """
        claims:
          - id: ruins
            text: T
            quote:
              exact: the port was "falling apart"
              at: para 1  # <- CT207
        """,
        "CT207",
    )
    (found,) = report.findings
    assert found.severity == "warning"
    assert found.message == (
        'port-sale/ruins: “the port was "falling apart"” stands at para 2 of port-sale, not at para 1.'
    )
    assert found.hint == "Correct the locator to `at: para 2`."
    assert report.summary.quotes["normalised"] == 1


def test_the_locator_of_a_citation_holds_for_its_quote_unless_the_quote_has_its_own() -> None:
    judge_texts(
        {"letter": LETTER},
        """
        claims:
          - id: a
            text: T
            sources:
              - source: letter
                quote: the buyer was a friend
                at: page 1  # <- CT207
              - source: letter
                quote:
                  exact: the buyer was a friend
                  at: page 3  # <- CT207
                at: page 2
              - source: letter
                quote: {exact: the buyer was a friend, at: page 2}
                at: page 1
        """,
        "CT207",
    )


def test_words_that_stand_in_several_other_places_name_them_all() -> None:
    report = judge_texts(
        {"letter": LETTER.replace("\n\f", "\n\n")},
        """
        claims:
          - id: a
            text: T
            sources:
              - source: letter
                quote: the price was low
                at: para 2  # <- CT207
        """,
        "CT207",
    )
    (found,) = report.findings
    assert found.message == "port-sale/a: “the price was low” stands at para 1 and para 3 of letter, not at para 2."
    assert found.hint == "Correct the locator to the place that is meant."


@pytest.mark.parametrize(("at", "mark"), [("t=00:14:30", ""), ("t=14:31", ""), ("t=00:00:10", "  # <- CT207")])
def test_a_moment_of_a_transcript_is_looked_up(at: str, mark: str) -> None:
    judge_texts(
        {"hearing": HEARING},
        f"claims:\n  - {{id: a, text: T, sources: [{{source: hearing, quote: It was falling, at: {at}}}]}}{mark}\n",
        "CT207",
    )


@pytest.mark.parametrize("at", ["para 2", "line 5", "paras 1-3", "the middle", "page 9", "t=00:01:00"])
def test_a_right_locator_free_text_and_places_that_the_text_has_not_at_all_are_no_finding(at: str) -> None:
    judge_texts(
        {"port-sale": ARTICLE},
        f"claims:\n  - {{id: a, text: T, quote: {{exact: The port was, at: {at}}}}}\n",
        "CT207",
    )


def test_a_paragraph_behind_the_end_of_the_text_is_wrong_and_not_a_missing_quote() -> None:
    judge_texts(
        {"port-sale": ARTICLE},
        """
        claims:
          - {id: a, text: T, quote: {exact: nobody knew, at: para 9}}  # <- CT207
          - {id: b, text: T, quote: {exact: nobody knew, at: headline}}  # <- CT207
        """,
        "CT207",
    )


def test_words_that_stand_nowhere_and_texts_that_are_not_here_are_the_business_of_others() -> None:
    report = judge_texts(
        {"port-sale": ARTICLE, "letter": None},
        """
        claims:
          - id: a
            text: T
            quote: {exact: everybody knew, at: para 1}
            sources: [{source: letter, quote: the price was low, at: para 2}]
        """,
        "CT207",
    )
    assert report.summary.quotes == {"exact": 0, "normalised": 0, "altered": 0, "absent": 1, "not_checked": 1}
