from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from benchmarks.articles import LARGEST, SMALLEST
from benchmarks.defects import DEFECTS
from benchmarks.generator import Options, generate
from support import check_folder

if TYPE_CHECKING:
    from pathlib import Path


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def records_of(folder: Path) -> list[dict[str, Any]]:
    paths = (folder / "claims").rglob("*.yaml")
    return [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in paths]


def verified(folder: Path) -> Counter[tuple[str, str]]:
    subjects = ((found.code, found.subject) for found in check_folder(folder).findings)
    return Counter((code, subject.claim or subject.source or "") for code, subject in subjects)


def test_the_same_seed_makes_the_same_bytes_and_another_seed_makes_others(tmp_path: Path) -> None:
    for name, seed in (("one", 7), ("two", 7), ("other", 8)):
        generate(tmp_path / name, Options(claims=60, snapshots=True, seed=seed))
    one, two, other = (files_of(tmp_path / name) for name in ("one", "two", "other"))
    assert one == two
    assert one != other


@pytest.mark.parametrize(
    "options",
    [
        Options(claims=260, defects=0.3),
        Options(claims=150, defects=0.3, per_file=1),
        Options(claims=150, defects=0.3, shape="deep"),
        Options(claims=150, defects=0.3, shape="wide"),
        Options(claims=150, defects=0.3, snapshots=True),
        Options(claims=100),
    ],
    ids=str,
)
def test_verify_finds_what_was_planted_and_nothing_else(tmp_path: Path, options: Options) -> None:
    corpus = generate(tmp_path, options)
    assert verified(tmp_path) == corpus.findings


def test_every_kind_of_defect_is_planted(tmp_path: Path) -> None:
    planted = {code for code, _ in generate(tmp_path, Options(claims=400, defects=0.3, snapshots=True)).findings}
    assert planted >= {code for defect in DEFECTS for code in defect.codes} | {"CT402", "CT206", "CT501", "CT109"}


def test_without_defects_there_are_infos_alone(tmp_path: Path) -> None:
    corpus = generate(tmp_path, Options(claims=200, defects=0))
    assert {code for code, _ in corpus.findings} <= {"CT402", "CT206", "CT501", "CT109"}


@pytest.mark.parametrize(("claims", "per_file", "files"), [(100, 25, 5), (110, 25, 6), (100, 1, 105)])
def test_the_sizes_are_those_asked_for(tmp_path: Path, claims: int, per_file: int, files: int) -> None:
    corpus = generate(tmp_path, Options(claims=claims, per_file=per_file))
    records = records_of(tmp_path)
    assert corpus.claims == claims == sum(len(record.get("claims", ())) for record in records)
    assert corpus.sources == sum(len(record.get("sources", ())) for record in records)
    assert corpus.files == len(records) == files


def test_a_claim_takes_about_760_bytes_and_there_are_a_tenth_as_many_sources(tmp_path: Path) -> None:
    corpus = generate(tmp_path, Options(claims=500))
    texts = (path.read_text(encoding="utf-8") for path in (tmp_path / "claims").rglob("*.yaml"))
    claims = sum(len(text.partition("\nclaims:\n")[2].encode()) for text in texts)
    assert corpus.sources == 50
    assert 720 < claims / 500 < 800


def test_articles_have_5_to_50_kilobytes(tmp_path: Path) -> None:
    corpus = generate(tmp_path, Options(claims=250, snapshots=True))
    sizes = [path.stat().st_size for path in (tmp_path / "claims" / "snapshots").iterdir()]
    assert len(sizes) == 10
    assert sum(sizes) == corpus.text_bytes
    assert SMALLEST * 0.8 < min(sizes) <= max(sizes) < LARGEST * 1.2


@pytest.mark.parametrize(
    ("options", "depth"),
    [
        (Options(claims=300), 4),
        (Options(claims=300, shape="deep"), 18),
        (Options(claims=300, shape="wide"), 2),
    ],
    ids=str,
)
def test_a_shape_is_as_deep_as_it_says(tmp_path: Path, options: Options, depth: int) -> None:
    generate(tmp_path, options)
    upstream: dict[str, list[str]] = {}
    for record in records_of(tmp_path):
        for source in record.get("sources", ()):
            if "author" not in source:  # The articles that are checked are not cited.
                derived = source.get("derived_from", ())
                upstream[source["id"]] = [item if isinstance(item, str) else item["source"] for item in derived]
    depths: dict[str, int] = {}
    while len(depths) < len(upstream):
        ready = {name: over for name, over in upstream.items() if name not in depths and depths.keys() >= set(over)}
        depths |= {name: 1 + max((depths[item] for item in over), default=0) for name, over in ready.items()}
    assert max(depths.values()) == depth


def test_the_corpus_names_claims_to_look_at(tmp_path: Path) -> None:
    corpus = generate(tmp_path, Options(claims=100))
    assert len(set(corpus.samples)) == 10
    for sample in corpus.samples:
        article, _, claim = sample.partition("/")
        text = next((tmp_path / "claims").rglob(f"{article}.yaml")).read_text(encoding="utf-8")
        assert f"  - id: {claim}\n" in text
