from __future__ import annotations

from stored import judge_texts

ARTICLE = """Port sold

“Everything is visible in China,” a member of the well-
known team said. The board sold the old port because it was falling apart, the minutes say.

Le café noir était fermé. 他说一切都是可见的。 Президент сказав, що порт продано.
"""


def test_words_that_the_article_has_not_are_found_with_the_nearest_passage_and_the_words_that_differ() -> None:
    report = judge_texts(
        {"port-sale": ARTICLE},
        """
        claims:
          - id: reason
            text: The port was sold as a ruin.
            quote: the board sold the old port because it was a ruin  # <- CT201
        """,
        "CT201",
    )
    (found,) = report.findings
    assert found.severity == "error"
    assert found.message == (
        "port-sale/reason: “the board sold the old port because it was a ruin” does not stand in port-sale; "
        "it has “The board sold the old port because it was falling apart”: “a ruin” → “falling apart”."
    )
    assert found.hint == "Copy the words from the article; if it has changed, check the claim again."
    assert report.summary.quotes["altered"] == 1


def test_words_that_are_like_nothing_in_the_article_are_said_not_to_stand_there() -> None:
    report = judge_texts(
        {"port-sale": ARTICLE},
        "claims: [{id: a, text: T, quote: whales were seen in the bay before dawn on Sunday}]  # <- CT201\n",
        "CT201",
    )
    (found,) = report.findings
    assert found.message == (
        "port-sale/a: “whales were seen in the bay before dawn on Sunday” does not stand in port-sale."
    )
    assert report.summary.quotes["absent"] == 1


def test_a_cue_that_the_article_does_not_give_is_found_at_the_cue() -> None:
    report = judge_texts(
        {"port-sale": ARTICLE},
        """
        claims:
          - id: a
            text: T
            quote: because it was falling apart
            sources:
              - {source: board-minutes, cue: the minutes say}
              - source: evening-post-story
                cue: as the Evening Post has it  # <- CT201
        """,
        "CT201",
    )
    (found,) = report.findings
    assert found.message == "port-sale/a: the cue “as the Evening Post has it” does not stand in port-sale."


def test_words_that_stand_there_with_other_neighbours_are_not_in_that_place() -> None:
    report = judge_texts(
        {"port-sale": ARTICLE},
        """
        claims:
          - id: a
            text: T
            quote: {exact: the old port, prefix: nobody sold}  # <- CT201
          - id: b
            text: T
            quote: {exact: the old port, prefix: board sold, suffix: because}
        """,
        "CT201",
    )
    (found,) = report.findings
    assert found.message == (
        "port-sale/a: “the old port” stands in port-sale, but not in that place: what is around it is not as recorded."
    )


def test_what_setting_and_editing_change_is_no_difference() -> None:
    report = judge_texts(
        {"port-sale": ARTICLE},
        """
        claims:
          - {id: quotes, text: T, quote: '"Everything is visible in China"'}
          - {id: capital, text: T, quote: everything is visible in China}
          - {id: hyphen, text: T, quote: a member of the well-known team said}
          - {id: gap, text: T, quote: The board sold … it was falling apart}
          - {id: bracket, text: T, quote: 'because [the port] was falling apart.'}
          - {id: accents, text: T, quote: "le cafe\\u0301 noir e\\u0301tait ferme\\u0301"}
          - {id: whole, text: T, quote: "The board sold the old port because it was falling apart"}
        """,
        "CT201",
    )
    assert report.summary.quotes == {"exact": 3, "normalised": 4, "altered": 0, "absent": 0, "not_checked": 0}


def test_one_changed_word_is_a_difference_in_any_script() -> None:
    judge_texts(
        {"port-sale": ARTICLE},
        """
        claims:
          - {id: han, text: T, quote: 他说一切都是可见的}
          - {id: han-changed, text: T, quote: 她说一切都是可见的}  # <- CT201
          - {id: cyrillic, text: T, quote: "президент сказав, що порт продано"}
          - {id: cyrillic-changed, text: T, quote: "президент сказав, що порт не продано"}  # <- CT201
          - {id: shouted, text: T, quote: EVERYTHING is visible in China}  # <- CT201
        """,
        "CT201",
    )


def test_without_the_text_of_the_article_nothing_is_found_and_nothing_counts_as_checked() -> None:
    claims = """
        claims:
          - {id: a, text: T, quote: nothing of the kind, sources: [{source: board-minutes, cue: nobody says}]}
        """
    report = judge_texts({"port-sale": None}, claims, "CT201")
    assert report.summary.quotes == {"exact": 0, "normalised": 0, "altered": 0, "absent": 0, "not_checked": 1}
