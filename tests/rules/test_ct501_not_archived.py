from __future__ import annotations

from stored import judge_texts
from support import judge


def test_a_page_that_is_kept_nowhere_else_is_found_at_its_address() -> None:
    (found,) = judge(
        """
        sources:
          - id: register
            kind: dataset
            title: Register
            url: https://register.example/ports  # <- CT501
        """,
        "CT501",
    )
    assert found.severity == "info"
    assert found.message == "source register: https://register.example/ports is kept nowhere else."
    assert found.hint == "Store its text with `claimtrack snapshot`, or record a copy's address as `archived:`."
    assert found.subject.source == "register"


def test_an_archived_copy_will_do() -> None:
    judge(
        """
        sources:
          - {id: a, kind: dataset, title: A, url: register.example, archived: archive.example/register}
        """,
        "CT501",
    )


def test_a_snapshot_will_do_wherever_its_text_is() -> None:
    judge(
        f"""
        sources:
          - {{id: a, kind: dataset, title: A, url: a.example, snapshot: {{file: a.txt, sha256: {"0" * 64}}}}}
        """,
        "CT501",
    )


def test_what_has_no_address_cannot_vanish_from_it() -> None:
    judge("sources: [{id: a, kind: interview, title: A}]\n", "CT501")


def test_the_article_is_a_source_like_any_other() -> None:
    judge_texts(
        {"letter": "Text.\n"},
        """
        sources:
          - {id: port-sale, kind: article, title: Port sold, url: ledger.example/port}  # <- CT501
        """,
        "CT501",
    )
