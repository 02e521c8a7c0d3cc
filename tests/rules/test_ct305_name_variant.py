from __future__ import annotations

from support import judge

PARTIES = """
parties:
  - {id: tiktok, name: TikTok, kind: organisation}
  - {id: ccp, name: Chinese Communist Party, kind: organisation, aliases: [The Party]}
  - {id: director, name: A director at TikTok, kind: person, identity: unnamed}
"""


def test_a_passage_that_misnames_a_party_is_found_at_its_words() -> None:
    (found,) = judge(
        f"""{PARTIES}
claims:
  - id: named
    text: t
    quote: the Chinese Community Party could gain access  # <- CT305
""",
        "CT305",
    )
    assert found.severity == "warning"
    assert found.message == (
        "harbour-sale/named: spells “Chinese Community Party” what is recorded as “Chinese Communist Party”."
    )


def test_passages_cues_and_titles_are_read_and_nothing_else() -> None:
    judge(
        f"""{PARTIES}
sources:
  - id: leak
    kind: document
    title: What Tik Tok knew  # <- CT305
  - {{id: fine, kind: document, title: TIKTOK Meeting Audio Leaks, note: Tik Tok}}
claims:
  - id: cue
    text: Tik Tok said so.
    quote: TikTok’s staff said so
    sources:
      - {{source: leak, cue: Tiktok says, quote: Tik Tok says}}  # <- CT305
""",
        "CT305",
    )


def test_one_spelling_is_told_once_a_record() -> None:
    first, second = judge(
        f"""{PARTIES}
claims:
  - id: twice
    text: t
    quote: Tik Tok, Tik Tok and Tik-Tok  # <- CT305
    sources: [{{source: board-minutes, cue: Tik Tok says}}]
""",
        "CT305",
    )
    assert ("“Tik Tok”" in first.message, "“Tik-Tok”" in second.message) == (True, True)


def test_a_description_of_somebody_unnamed_is_no_name() -> None:
    judge(
        f"""{PARTIES}
claims:
  - {{id: a, text: t, quote: A spokesman at TikTok said}}
  - {{id: b, text: t, quote: the party reveals}}
""",
        "CT305",
    )


def test_an_alias_is_a_name() -> None:
    judge(
        """
        parties:
          - {id: tiktok, name: TikTok, kind: organisation, aliases: [Tik Tok]}
        claims:
          - {id: a, text: t, quote: Tik Tok said}
        """,
        "CT305",
    )
