from __future__ import annotations

from claimtrack.store.snapshots import digest_of
from support import check_files

TEXT = "Six of nine voted. Nobody spoke. “We had no choice,” said Ruiz. It rained on Monday. It rained on Monday."


def found(claims: str, *, source: str = "", text: str = TEXT, here: bool = True, more: str = "") -> list[str]:
    """Check the article `story`; all findings must be at its snapshot."""
    records = (
        "article: story\nsources:\n"
        f"  - id: story\n    kind: article\n    title: Sold\n{source}"
        f"    snapshot:\n      sha256: {digest_of(text)}\n      file: story.txt\n{claims}"
    )
    files = {"claims/x.yaml": records, **({"claims/snapshots/story.txt": text} if here else {})}
    report = check_files({**files, **({"claims/y.yaml": more} if more else {})})
    told = [finding for finding in report.findings if finding.code == "CT601"]
    line = records.splitlines().index("      file: story.txt") + 1
    places = {(item.subject.source, item.place.file, item.place.line, item.severity) for item in told}
    assert places <= {("story", "claims/x.yaml", line, "warning")}
    assert len({item.fingerprint for item in told}) == len(told)
    return [item.message for item in told]


RAIN = "source story: no claim covers “It rained on Monday”: date “Monday”."
SIX = "source story: no claim covers “Six of nine voted”: figure “Six” and figure “nine”."
SAID = "source story: no claim covers ““We had no choice,” said Ruiz”: quotation “We had no choice,” and name “Ruiz”."


def test_each_sentence_is_named_with_what_nobody_has_claimed() -> None:
    assert sorted(found("")) == sorted([SIX, SAID, RAIN, RAIN])


def test_claims_and_what_is_set_aside_quiet_it() -> None:
    claims = "claims: [{id: six, text: t, quote: Six of nine voted}, {id: said, text: t, quote: We had no choice}]\n"
    assert found(claims) == [RAIN, RAIN]
    assert found(claims, source="    set_aside: [{quote: It rained on Monday, why: Weather.}]\n") == []


def test_a_long_sentence_is_cut_and_the_message_does_not_move_with_it() -> None:
    text = "The board of the harbour company of the town on the river met on Monday to vote."
    message = (
        "source story: no claim covers “The board of the harbour company of the town on the river…”: date “Monday”."
    )
    assert found("", text=text) == [message]
    assert found("", text=f"So it went.\n\n{text}") == [message]


def test_without_the_text_nothing_is_said() -> None:
    assert found("", here=False) == []


def test_a_waiver_on_the_article_holds_for_all_sentences() -> None:
    assert found("", source="    waivers: [{rule: CT601, why: A column.}]\n") == []


def test_while_a_file_is_unread_its_claims_are_not_known() -> None:
    assert found("", more="claims: [{id: a") == []


def test_an_upstream_source_is_no_article() -> None:
    claims = (
        f"  - {{id: other, kind: article, title: Other, snapshot: {{file: other.txt, sha256: {digest_of(TEXT)}}}}}\n"
        "claims: [{id: six, text: t, quote: Six of nine voted, sources: [other]}]\n"
    )
    assert sorted(found(claims)) == sorted([SAID, RAIN, RAIN])
