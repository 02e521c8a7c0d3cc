from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimtrack.rules import codes
from claimtrack.store import memory
from claimtrack.store.cache import Cache
from claimtrack.store.decode import Text
from claimtrack.store.memory import GROUP, Memory
from claimtrack.store.recordfile import read_records

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.store.recorded import FileRecords

PATH = "claims/a.yaml"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def file(name: str = "Ode", path: str = PATH) -> FileRecords:
    return read_records(Text(path, f"parties: [{{id: ode, name: {name}}}]\n"), codes())


def learned(cache: Cache, *paths: str, basis: str = "basis", digest: str = "digest") -> None:
    learning = Memory(cache, basis, {})
    for path in paths:
        learning.learn(path, digest, file(path=path))
    learning.save()


def names(found: FileRecords | None) -> list[str]:
    return [record.name for record in found.sound] if found else []  # type: ignore[union-attr]  # parties alone


def test_what_was_learned_is_recalled_with_its_places(cache: Cache) -> None:
    learned(cache, PATH)
    found = Memory(cache, "basis", {}).recall(PATH, "digest")
    assert found
    assert names(found) == ["Ode"]
    assert found.sound[0].marks.place(("name",)) == file().sound[0].marks.place(("name",))


@pytest.mark.parametrize(
    ("basis", "path", "digest"),
    [("other", PATH, "digest"), ("basis", "claims/b.yaml", "digest"), ("basis", PATH, "other"), ("basis", PATH, "")],
)
def test_what_was_learned_of_another_file_or_program_is_not_recalled(
    cache: Cache, basis: str, path: str, digest: str
) -> None:
    learned(cache, PATH)
    assert Memory(cache, basis, {}).recall(path, digest) is None


def test_nothing_is_known_before_it_is_saved(cache: Cache) -> None:
    learning = Memory(cache, "basis", {})
    learning.learn(PATH, "digest", file())
    assert cache.size() == (0, 0)
    learning.save()
    assert cache.size()[0] == 1


def test_a_file_with_a_fault_is_not_learned(cache: Cache) -> None:
    found = file()
    found.not_read = 1
    learning = Memory(cache, "basis", {})
    learning.learn(PATH, "digest", found)
    learning.save()
    assert cache.size() == (0, 0)


def test_a_project_that_is_seen_but_once_is_not_learned(cache: Cache) -> None:
    learning = Memory(cache, "basis", {}, learns=False)
    learning.learn(PATH, "digest", file())
    learning.save()
    assert cache.size() == (0, 0)


def test_what_was_read_under_settings_that_have_changed_since_is_not_kept(cache: Cache) -> None:
    for holds in (False, True):
        learning = Memory(cache, "basis", {}, holds=lambda holds=holds: holds)  # type: ignore[misc]  # bound here
        learning.learn(PATH, "digest", file())
        learning.save()
        assert bool(Memory(cache, "basis", {}).recall(PATH, "digest")) == holds


def test_files_that_are_gone_are_forgotten_where_others_are_written(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_SHARDS", 1)
    learned(cache, PATH, "claims/b.yaml")
    learning = Memory(cache, "basis", {})
    learning.learn("claims/c.yaml", "digest", file())
    learning.save({PATH, "claims/c.yaml"})
    now = Memory(cache, "basis", {})
    assert [bool(now.recall(f"claims/{name}.yaml", "digest")) for name in "abc"] == [True, False, True]


def test_many_files_share_a_few_of_the_cache(cache: Cache) -> None:
    paths = [f"claims/{number}.yaml" for number in range(500)]
    learned(cache, *paths)
    assert cache.size()[0] == 64
    now = Memory(cache, "basis", {})
    assert all(now.recall(path, "digest") for path in paths)


def test_what_is_much_is_written_before_the_end(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_AT_ONCE", 500)
    learning = Memory(cache, "basis", {})
    for number in range(9):
        learning.learn(f"claims/{number}.yaml", "digest", file())
    written = cache.size()[0]
    learning.save()
    assert 0 < written < cache.size()[0]
    now = Memory(cache, "basis", {})
    assert all(now.recall(f"claims/{number}.yaml", "digest") for number in range(9))


def test_a_path_that_is_no_text_is_recalled_like_any_other(cache: Cache) -> None:
    learned(cache, "claims/\udcff é.yaml")
    assert Memory(cache, "basis", {}).recall("claims/\udcff é.yaml", "digest")


LINE = json.dumps([PATH, "digest"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        '"basis"',
        '"basis"\n',
        f'"basis"\n{LINE}',
        '"basis"\n7\n{}',
        '"basis"\n[1, 2, 3]\n{}',
        '"basis"\n[[], "digest"]\n{}',
        f'"basis"\n{"[" * 100_000}\n{{}}',
        f'"basis"\n{LINE}\nwords',
        f'"basis"\n{LINE}\n{{}}',
        f'"basis"\n{LINE}\n[]',
        f'"basis"\n{LINE}\n{"[" * 100_000}',
        f'"basis"\n{LINE}\n{{"lines": "x", "article": null, "shapes": [], "records": []}}',
        f'"basis"\n{LINE}\n{{"lines": "", "article": 1, "shapes": [], "records": []}}',
        f'"basis"\n{LINE}\n{{"lines": "", "article": null, "shapes": [], "records": [[9, {{}}, 0, "", []]]}}',
        f'"basis"\n{LINE}\n{{"lines": "", "article": null, "shapes": [[]], "records": [[0, {{"no": 1}}, 0, "", []]]}}',
    ],
)
def test_what_somebody_has_made_up_is_not_recalled_and_can_be_learned_anew(cache: Cache, text: str) -> None:
    learned(cache, PATH)
    (name,) = [f"{GROUP}/{path.name}" for path in (cache.folder / GROUP).iterdir()]
    cache.write(name, text.encode())
    assert Memory(cache, "basis", {}).recall(PATH, "digest") is None
    learned(cache, PATH)
    assert Memory(cache, "basis", {}).recall(PATH, "digest")


def test_bytes_that_are_no_text_are_not_recalled(cache: Cache) -> None:
    learned(cache, PATH)
    (name,) = [f"{GROUP}/{path.name}" for path in (cache.folder / GROUP).iterdir()]
    cache.write(name, b'"basis"\n\xff\n\xff')
    assert Memory(cache, "basis", {}).recall(PATH, "digest") is None
