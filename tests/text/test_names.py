from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text.names import Names, _Line

NAMES = Names([
    "TikTok", "New York Post", "The Post", "Harbour Board", "the Board", "Trust and Safety Department", "Oracle",
    "Donald Trump", "Trump", "Trump administration", "mainmain.id", "Emily Baker-White", "BuzzFeed News", "BuzzFeed",
    "Maureen Shanahan", "WeWork", "South Korea", "Chinese Communist Party", "Bank of England", "iPhone", "字节跳动",
    "…",
])  # fmt: skip


def spelled(text: str) -> list[str]:
    return [variant.spelled for variant in NAMES.variants_in(text)]


@pytest.mark.parametrize(
    ("text", "variant", "name"),
    [
        ("Tik Tok’s users were not told", "Tik Tok", "TikTok"),
        ("users of Tik-Tok", "Tik-Tok", "TikTok"),
        ("Tiktok is popular", "Tiktok", "TikTok"),
        ("users of tiktok", "tiktok", "TikTok"),
        ("Buzzfeed News reports", "Buzzfeed News", "BuzzFeed News"),
        ("the Newyork Post says", "Newyork Post", "New York Post"),
        ("Emily Baker White reported", "Emily Baker White", "Emily Baker-White"),
        ("Emily Baker-Whyte reported", "Emily Baker-Whyte", "Emily Baker-White"),
        ("the Harbour-Board met", "Harbour-Board", "Harbour Board"),
        ("the Harbour board met", "Harbour board", "Harbour Board"),
        ("the Chinese Community Party could", "Chinese Community Party", "Chinese Communist Party"),
        ("TikTok's Trust and Security Department", "Trust and Security Department", "Trust and Safety Department"),
        ("the Bank for England raised rates", "Bank for England", "Bank of England"),
        ("spokeswoman Maureen Shanahen said", "Maureen Shanahen", "Maureen Shanahan"),
        ("an Iphone", "Iphone", "iPhone"),
    ],
)
def test_a_spelling_that_is_almost_a_name_is_found(text: str, variant: str, name: str) -> None:
    assert [(item.spelled, item.name) for item in NAMES.variants_in(text)] == [(variant, name)]


@pytest.mark.parametrize(
    "text",
    [
        "The post reveals that it was late",
        "The Post reveals, and the Post says",
        "TIKTOK Meeting Audio Leaks",
        "BANK OF ENGLAND raises rates",
        "TikTok's users, TikTok’s rules and TikTok-owned firms",
        "TikTokers love it",
        "the New York Times reports",
        "the Bank of Scotland",
        "an oracle said so, Oracle's servers",
        "We work hard",
        "South Korean officials",
        "Trust And Safety Department",
        "Bank Of England Raises Rates",
        "Trump Administration Sued",
        "Mainmain.id has it",
        "the harbour board met, and the board agreed",
        "a trump card",
        "Donald Trump's administration",
        "pro-Trump voters",
        "the Harbour Boards",
        "Maureen Dowd and Donald Duck",
        "字 节 跳 动",
        "",
    ],
)
def test_headlines_common_nouns_possessives_and_other_parties_are_no_variants(text: str) -> None:
    assert spelled(text) == []


def test_a_part_of_a_longer_name_is_no_slip_for_another() -> None:
    both = Names(["Maureen Shanahan Trust", "Maureen Shanahen"])
    assert [variant.spelled for variant in both.variants_in("Maureen Shanahan said")] == ["Maureen Shanahan"]
    assert both.variants_in("the Maureen Shanahan Trust said") == []


def test_the_place_is_that_of_the_text_as_written() -> None:
    text = "Said “Tik\u00a0Tok” today"
    (variant,) = NAMES.variants_in(text)
    assert variant.spelled == text[variant.start : variant.end] == "Tik\u00a0Tok"


def test_several_are_told_in_the_order_of_the_text() -> None:
    assert spelled("Buzzfeed on Tik Tok and the Chinese Community Party") == [
        "Buzzfeed", "Tik Tok", "Chinese Community Party",
    ]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="TikokBuzFedthPsOraclNwY -'’.", max_size=60))
def test_no_text_breaks_it_and_no_known_name_is_a_variant(text: str) -> None:
    assert not {variant.spelled for variant in NAMES.variants_in(text)} & {"TikTok", "BuzzFeed", "The Post", "Oracle"}


RECORDED = (
    "the Board",
    "TikTok",
    "Harbour Board",
    "Roads and Harbours Department",
    "Ana Ruiz",
    "Zürich Insurance Group",
)
pieces = st.sampled_from(
    [
        "the",
        "The",
        "Board",
        "board's",
        "Board'S",
        "Tik",
        "Tok",
        "TikTok",
        "tiktok",
        "Harbour",
        "Harbor",
        "HarbourBoard",
        "Roads",
        "and",
        "Ports",
        "Harbours",
        "Department",
        "Ana",
        "Ruis",
        "Ruiz",
        "Zürich",
        "Zürich",
        "Insurance",
        "Group",
        "of",
    ]
)


@settings(max_examples=500)
@given(st.lists(st.tuples(pieces, st.sampled_from([" ", "-", ", "])), max_size=8))
def test_what_may_hold_no_name_holds_none_and_nothing_like_one(parts: list[tuple[str, str]]) -> None:
    line, names = "".join(word + gap for word, gap in parts), Names(RECORDED)
    found = names.variants_in(line)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Names, "_at_ends", every_stretch)
        assert names.variants_in(line) == found


def every_stretch(_: Names, line: _Line) -> list[tuple[int, int]]:
    """Return all stretches as long as the names are, in the order in which such names come."""
    size = len(line.words)
    return [(begin, length) for begin in range(size) for length in (2, 4, 3) if begin + length <= size]
