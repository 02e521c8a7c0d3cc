"""After an edit a part is judged alone, and what is said is what a check of everything would say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cached import CLAIMS, MINUTES, Said, project_files, said
from claimtrack.recheck import again
from claimtrack.store import state
from support import lay

if TYPE_CHECKING:
    from pathlib import Path

VERIFY = ("verify", "--format", "json", "--as-of", "2026-11-22")
OTHER = """\
article: port-sale
sources:
  - {id: letter-a, kind: document, title: Letter, derived_from: [minutes]}
  - {id: retelling, kind: article, title: Retold, derived_from: [letter-a]}
claims:
  - {id: told, text: It was told., sources: [retelling, letter-a]}
  - {id: rests, text: It rests on that., sources: [minutes], relations: [{claim: six, as: depends-on}]}
"""


class Desk:
    """A project that was checked once, and what becomes of the checks of a part from then on."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.done: list[bool] = []
        self.errors: list[Exception] = []

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        self.put(name, text.replace(old, new, 1))

    def put(self, name: str, text: str) -> None:
        lay(self.root, {name: text})

    def verify(self, *, in_part: bool) -> Said:
        """Check with the cache and without; both must say the same, and a part alone be judged or not."""
        self.done.clear()
        with_cache = said(self.root, *VERIFY)
        assert not self.errors
        assert with_cache == said(self.root, *VERIFY, "--no-cache")
        assert self.done == [in_part]
        return with_cache


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.delenv("CLAIMTRACK_SNAPSHOTS", raising=False)
    monkeypatch.setenv("CLAIMTRACK_CACHE", str(tmp_path / "caches"))
    monkeypatch.setattr(again, "MOST", 1.0)
    monkeypatch.setattr(state, "_GRAIN", 0)
    made = Desk(lay(tmp_path / "desk", {**project_files(), "claims/y.yaml": OTHER}))
    real = again.recheck

    def watched(**given: Any) -> again.Rechecked | None:  # noqa: ANN401  (as the real one has them)
        try:
            found = real(**given)
        except Exception as error:
            made.errors.append(error)
            raise
        made.done.append(found is not None)
        return found

    monkeypatch.setattr(again, "recheck", watched)
    said(made.root, *VERIFY)
    return made


def test_what_an_edit_mends_is_no_longer_told(desk: Desk) -> None:
    desk.edit("claims/x.yaml", "carried, six votes to three", "carried, nine votes")
    assert "CT202" in desk.verify(in_part=True).out
    desk.edit("claims/x.yaml", "carried, nine votes", "carried, six votes to three")
    assert "CT202" not in desk.verify(in_part=True).out


def test_what_rests_on_an_edited_record_is_judged_again_in_other_files(desk: Desk) -> None:
    desk.edit("claims/texts.yaml", "id: minutes,", "id: minutes, status: retracted,")
    out = desk.verify(in_part=True).out
    assert out.count("CT407") > 3
    assert "port-sale/told: rests on minutes" in out


def test_whom_an_edited_record_no_longer_names_is_judged_again(desk: Desk) -> None:
    desk.edit("claims/y.yaml", "sources: [retelling, letter-a]", "sources: [letter-a]")
    assert "source retelling: no claim cites it" in desk.verify(in_part=True).out


def test_a_line_that_moves_all_records_of_a_file_moves_what_is_told(desk: Desk) -> None:
    desk.put("claims/x.yaml", f"# New.\n\n{CLAIMS}")
    desk.verify(in_part=True)


def test_files_come_and_go(desk: Desk) -> None:
    desk.put("claims/z.yaml", "article: port-sale\nclaims: [{id: new, text: Seven of nine., sources: [letter-a]}]\n")
    desk.verify(in_part=True)
    (desk.root / "claims/y.yaml").rename(desk.root / "claims/a.yaml")
    desk.verify(in_part=True)
    (desk.root / "claims/a.yaml").unlink()
    assert "which is no recorded source" in desk.verify(in_part=True).out


def test_a_name_that_leads_nowhere_is_compared_with_all_ids(desk: Desk) -> None:
    desk.put("claims/z.yaml", "sources: [{id: letters-a, kind: document, title: Others}]\n")
    desk.verify(in_part=True)
    desk.edit("claims/y.yaml", "[retelling, letter-a]", "[retelling, lettres-a]")
    assert "Did you mean `letters-a`?" in desk.verify(in_part=True).out
    (desk.root / "claims/z.yaml").unlink()
    assert "Did you mean `letter-a`?" in desk.verify(in_part=True).out


def test_an_unused_source_that_was_not_read_is_not_taken_for_a_name_that_leads_nowhere(desk: Desk) -> None:
    desk.put("claims/z.yaml", "sources: [{id: letters-a, kind: document, title: Others}]\n")
    desk.verify(in_part=True)
    desk.edit("claims/z.yaml", "Others", "More")
    assert "source letters-a: no claim cites it" in desk.verify(in_part=True).out


def test_an_article_that_another_file_names_for_its_claims_is_told_there_alone(desk: Desk) -> None:
    desk.put("claims/z.yaml", "article: nowhere\nclaims: [{id: a, text: T}]\n")
    desk.put("claims/zz.yaml", "claims: [{id: b, text: T, article: nowhere}]\n")
    desk.verify(in_part=True)
    desk.put("claims/z.yaml", "article: port-sale\nclaims: [{id: a, text: T}]\n")
    assert "port-sale" in desk.verify(in_part=True).out


def test_a_fault_of_form_is_told_and_mended_alone(desk: Desk) -> None:
    desk.edit("claims/y.yaml", "kind: document", "kind: scroll")
    assert "CT003" in desk.verify(in_part=True).out
    desk.edit("claims/x.yaml", "It was a bargain", "It was no bargain")
    assert "CT003" in desk.verify(in_part=True).out
    desk.edit("claims/y.yaml", "kind: scroll", "kind: document")
    assert "CT003" not in desk.verify(in_part=True).out


def test_text_that_is_cut_by_a_comment_is_told_and_mended_alone(desk: Desk) -> None:
    desk.put("claims/z.yaml", "article: port-sale\nclaims:\n  - id: cut\n    text: It was # 1 of all\n")
    assert "CT008" in desk.verify(in_part=True).out
    desk.edit("claims/y.yaml", "It was told", "It was said")
    assert "CT008" in desk.verify(in_part=True).out


def test_a_claim_without_an_article_is_no_name_to_be_meant(desk: Desk) -> None:
    desk.put("claims/z.yaml", "claims: [{id: sixth, text: No article.}]\n")
    desk.edit("claims/y.yaml", "claim: six,", "claim: sixth,")
    desk.verify(in_part=True)
    desk.edit("claims/x.yaml", "It was a bargain", "It was no bargain")
    desk.verify(in_part=True)


def test_a_text_that_has_changed_is_compared_again(desk: Desk) -> None:
    desk.put("claims/snapshots/minutes.txt", MINUTES.replace("six", "two"))
    assert "CT502" in desk.verify(in_part=True).out
    (desk.root / "claims/snapshots/minutes.txt").unlink()
    assert "CT503" in desk.verify(in_part=True).out
    desk.put("claims/snapshots/minutes.txt", MINUTES)
    assert "CT503" not in desk.verify(in_part=True).out


def test_a_folder_of_texts_that_has_become_a_link_is_left_to_the_full_check(desk: Desk) -> None:
    desk.edit("claims/texts.yaml", "file: minutes.txt", "file: sub/minutes.txt")
    desk.put("claims/snapshots/sub/minutes.txt", MINUTES)
    desk.verify(in_part=True)
    (desk.root / "claims/snapshots/sub").rename(desk.root / "texts")
    (desk.root / "claims/snapshots/sub").symlink_to(desk.root / "texts")
    assert "leads out of the snapshots folder" in desk.verify(in_part=False).out


@pytest.mark.parametrize(
    "text",
    [
        "claims: [",
        "parties: [{id: new, name: New}]\n",
        "article: port-sale\nclaims: [{id: six, text: Again.}]\n",
        f"article: port-sale\nclaims: [{{id: a, text: T, sources: [{', '.join(f'n{n}' for n in range(101))}]}}]\n",
    ],
    ids=["unread", "a party", "an id twice", "many names that lead nowhere"],
)
def test_what_may_concern_everything_is_left_to_the_full_check(desk: Desk, text: str) -> None:
    desk.put("claims/z.yaml", text)
    desk.verify(in_part=False)


def test_so_many_records_that_judging_all_takes_no_longer_are_left_to_the_full_check(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(again, "MOST", 0.5)
    desk.edit("claims/texts.yaml", "id: minutes,", "id: minutes, status: retracted,")
    desk.verify(in_part=False)


def test_a_limit_on_records_is_left_to_the_full_check(desk: Desk) -> None:
    desk.put("claimtrack.toml", "[limits]\nrecords = 8\n")
    said(desk.root, *VERIFY)
    desk.put("claims/z.yaml", "article: port-sale\nclaims: [{id: a, text: T}]\n")
    assert "over the limit of 8 records" in desk.verify(in_part=False).out


def test_that_nothing_is_said_any_more_about_where_a_source_has_it_from_is_told_of_the_source(desk: Desk) -> None:
    desk.put(
        "claims/z.yaml",
        "article: port-sale\nsources: [{id: post, kind: article, title: Post}]\n"
        "claims: [{id: z, text: Z., sources: [{source: post, upstream: []}]}]\n",
    )
    assert "CT109" not in desk.verify(in_part=True).out
    desk.edit("claims/z.yaml", "{source: post, upstream: []}", "{source: post}")
    assert "CT109" in desk.verify(in_part=True).out


def test_one_more_quotation_that_nobody_could_check_is_counted_with_its_source(desk: Desk) -> None:
    (desk.root / "claims/snapshots/minutes.txt").unlink()
    assert "so 1 quotation was not checked" in desk.verify(in_part=True).out
    desk.edit("claims/y.yaml", "text: It rests on that., sources: [minutes]", "text: It rests on that., sources: [Q]")
    desk.edit("claims/y.yaml", "[Q]", "[{source: minutes, quote: six votes to three}]")
    assert "so 2 quotations were not checked" in desk.verify(in_part=True).out


def test_a_fault_of_form_is_told_anew_where_its_record_is_judged_again(desk: Desk) -> None:
    desk.put("claims/z.yaml", "sources: [{id: torn, kind: scroll, derived_from: [minutes]}]\n")
    assert "CT003" in desk.verify(in_part=True).out
    desk.edit("claims/texts.yaml", "id: minutes,", "id: minutes, language: en,")
    assert "CT003" in desk.verify(in_part=True).out


def test_a_name_that_leads_nowhere_may_be_meant_for_a_source_in_a_file_that_was_not_read(desk: Desk) -> None:
    desk.put("claims/z.yaml", "sources: [{id: ledger-of-1926, kind: document, title: Ledger}]\n")
    desk.put("claims/zz.yaml", "article: port-sale\nclaims: [{id: z, text: Z., sources: [ledger-of-1925]}]\n")
    assert "Did you mean `ledger-of-1926`?" in desk.verify(in_part=True).out
    desk.edit("claims/zz.yaml", "text: Z.", "text: Zed.")
    assert "Did you mean `ledger-of-1926`?" in desk.verify(in_part=True).out


def test_an_unchanged_text_that_another_source_takes_up_is_looked_at(desk: Desk) -> None:
    text = (desk.root / "claims/texts.yaml").read_text(encoding="utf-8")
    snapshot = text.split("snapshot: {file: minutes.txt", 1)[1].split("}", 1)[0]
    desk.edit("claims/y.yaml", "title: Letter,", f"title: Letter, snapshot: {{file: minutes.txt{snapshot}}},")
    desk.verify(in_part=True)
    desk.put("claims/snapshots/minutes.txt", "Another.\n")
    assert desk.verify(in_part=True).out.count("CT502") == 2


def test_a_file_without_a_record_names_its_article_all_the_same(desk: Desk) -> None:
    desk.put("claims/z.yaml", "article: letter-a\n")
    assert '"articles": 2' in desk.verify(in_part=True).out
    desk.put("claims/z.yaml", "\narticle: letter-a\n")
    desk.verify(in_part=True)
    desk.put("claims/z.yaml", "article: nowhere\n")
    assert "the article of this file is `nowhere`" in desk.verify(in_part=True).out


def test_a_source_that_no_wrong_name_is_meant_for_any_more_is_told_to_be_unused(desk: Desk) -> None:
    desk.put("claims/z.yaml", "sources: [{id: almanac-of-1926, kind: document, title: Almanac}]\n")
    assert "source almanac-of-1926: no claim cites it" in desk.verify(in_part=True).out
    desk.put("claims/zz.yaml", "article: port-sale\nclaims: [{id: z, text: Z., sources: [almanac-of-1925]}]\n")
    assert "source almanac-of-1926: no claim cites it" not in desk.verify(in_part=True).out
    desk.edit("claims/zz.yaml", "[almanac-of-1925]", "[minutes]")
    assert "source almanac-of-1926: no claim cites it" in desk.verify(in_part=True).out


def test_what_rests_on_a_claim_by_its_bare_id_is_judged_again(desk: Desk) -> None:
    desk.edit("claims/x.yaml", 'sources: [{source: minutes, quote: "carried, six votes to three"}]', "sources: []")
    assert "port-sale/rests: rests on port-sale/six, which is unsourced" in desk.verify(in_part=True).out
