from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text import hedges as module
from claimtrack.text.hedges import dropped_hedge, hedges_in

quick = settings(max_examples=100, deadline=None)
word = st.sampled_from(
    ["minister", "bridge", "paid", "reportedly", "may", "could", "the", ",", ".", "“", "said", "but", "9"]
)
prose = st.lists(word, max_size=15).map(" ".join)


def hedges(text: str, *extra: str) -> list[str]:
    return [word for word, _ in hedges_in(text, extra)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He reportedly left; his Alleged debts are, perhaps, unpaid.", ["reportedly", "alleged", "perhaps"]),
        ("He is widely believed to have fled and is said\nto be rich.", ["is widely believed to", "is said to"]),
        ("Data suggest that sales fell; it appears to be so, seems so.", ["suggest", "appears to", "seems"]),
        ("It may rain, might hail and could snow.", ["may", "might", "could"]),
        ("It could not be independently verified.", ["could not be independently verified"]),
        ("According to unverified reports, and if true.", ["unverified", "if true"]),
        ("They are thought to have met.", ["are thought to"]),
    ],
)  # fmt: skip
def test_hedges_are_found_in_small_letters_and_in_order(text: str, found: list[str]) -> None:
    assert hedges(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "In May 2022, and in early May, Theresa May resigned.",
        "The might of the navy, its military might impressed; he pushed with all his might and left.",
        "She could not come, couldn’t hear and could no longer see; he could hear it.",
        "He suggested moving the vote. He was supposed to vote. She appears on stage.",
        "He did all that he could.",
    ],
)
def test_look_alikes_are_no_hedges(text: str) -> None:
    assert hedges(text) == []


def test_a_desk_adds_its_own_hedges_in_any_language() -> None:
    assert hedges("Konon dia kaya, dan\nkabarnya  saja kononan.", "konon", "kabarnya saja", " ") == [
        "konon",
        "kabarnya saja",
    ]
    assert hedges("他据说走了", "据说") == ["据说"]
    assert dropped_hedge("Menteri itu konon menerima 3 juta.", "Menteri itu menerima 3 juta.", ["konon"]) == "konon"


@pytest.mark.parametrize(
    ("upstream", "passage", "hedge"),
    [
        (
            "“Everything is seen in China,” a member purportedly said.",
            '"everything is visible in China."',
            "purportedly",
        ),
        ("A member purportedly said: “Everything is seen in China.”", "everything is visible in China", "purportedly"),
        ("Officials may have accessed user data.", "Officials accessed user data", "may"),
        ("He is believed to have fled to Spain.", "He fled to Spain.", "is believed to"),
        (
            "According to unverified reports, the bridge collapsed at noon.",
            "The bridge collapsed at noon.",
            "unverified",
        ),
        ("The bridge collapsed at noon, according to unconfirmed reports.", "The bridge collapsed.", "unconfirmed"),
        ("The alleged thief stole nine cars.", "The thief stole nine cars.", "alleged"),
        ("The fire was started by two boys, allegedly.", "Two boys started the fire.", "allegedly"),
        ("purportedly said", '"everything is visible in China."', "purportedly"),
        ("Allegedly, the fire was started by two boys.", "Two boys started the fire.", "allegedly"),
        ("The minister, reportedly, paid 5m.", "The minister paid 5m.", "reportedly"),
        ("It rained. The dam might burst within days.", "The dam will burst within days.", "might"),
    ],
)
def test_a_hedge_on_what_the_passage_states_bare_was_dropped(upstream: str, passage: str, hedge: str) -> None:
    assert dropped_hedge(upstream, passage) == hedge


@pytest.mark.parametrize(
    ("upstream", "passage"),
    [
        ("The company, which may be sold next year, employs 900 people.", "The company employs 900 people."),
        ("Prices rose 5 per cent, and could rise further.", "Prices rose 5 per cent."),
        ("The minister resigned. He may return in 2024.", "The minister resigned."),
        ("The fund lost 9 million, but its chief reportedly said all was well.", "The fund lost 9 million."),
        ("The fund lost 9 million; its chief may resign.", "The fund lost 9 million."),
        ("Officials may have accessed user data.", "Officials reportedly accessed user data."),
        ("The mayor resigned in May 2022.", "The mayor resigned in May 2022."),
        ("Reportedly.", "The mayor apparently resigned."),
        ("The mayor reportedly resigned.", ""),
        ("Der Minister soll zurückgetreten sein.", "The minister resigned."),
    ],
)
def test_a_hedge_on_something_else_or_one_that_was_kept_was_not_dropped(upstream: str, passage: str) -> None:
    assert dropped_hedge(upstream, passage) is None


@quick
@given(prose)
def test_a_text_drops_nothing_of_itself(text: str) -> None:
    assert dropped_hedge(text, text) is None


@quick
@given(prose, prose)
def test_what_was_dropped_is_a_hedge_of_the_upstream_words(upstream: str, passage: str) -> None:
    found = dropped_hedge(upstream, passage)
    assert found is None or found in hedges(upstream)
    assert all(upstream[slice(*span)].lower() == word for word, span in hedges_in(upstream))


@pytest.mark.parametrize(
    "passage", ["The clerk burned the charts, prosecutors allege", "He did it, according to police"]
)
def test_an_article_that_says_whose_word_it_is_has_dropped_no_hedge(passage: str) -> None:
    assert dropped_hedge("The clerk allegedly burned the charts, and he did it", passage) is None


pieces = st.sampled_from(
    [
        "could",
        "not",
        "n't",
        "be",
        "verified",
        "if",
        "true",
        "confirmed",
        "unclear",
        "clear",
        "whether",
        "Reportedly",
        "alleged",
        "allegedly",
        "supposed",
        "to",
        "suggests",
        "suggested",
        "moving",
        "appears",
        "seems",
        "is",
        "was",
        "widely",
        "said",
        "thought",
        "to",
        "that",
        "may",
        "MAY",
        "might",
        "of",
        "the",
        "perhaps",
        "unlikely",
        "rumored",
        "rumoured",
        "sold",
        "ships",
        ".",
        "“",
        "”",
        "seemſ",
        "thınk",
        "heißt",
        "es",
        "soll",
    ]
)
lines = st.lists(pieces, max_size=8).map(" ".join)


@settings(max_examples=500)
@given(lines, lines, st.sampled_from([(), ("es heißt", "soll")]))
def test_what_may_hold_no_hedge_holds_none(upstream: str, passage: str, extra: tuple[str, ...]) -> None:
    found = hedges_in(upstream, extra), dropped_hedge(upstream, passage, extra)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "may_hedge", lambda *_: True)
        assert (hedges_in(upstream, extra), dropped_hedge(upstream, passage, extra)) == found
