"""Whatever somebody does to the files of the cache, no command says anything else for it."""

from __future__ import annotations

import json
import os
import shutil
from itertools import cycle
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cached import ARTICLE, CLAIMS, COMMANDS, Said, assert_same, basis, cache_of, held, project_files, said
from claimtrack.recheck import again
from claimtrack.store import state
from fuzz.hostile import tried
from support import lay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from claimtrack.store.cache import Cache


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CLAIMTRACK_SNAPSHOTS", raising=False)
    monkeypatch.setenv("CLAIMTRACK_CACHE", str(tmp_path / "caches"))
    monkeypatch.setattr(again, "MOST", 1.0)  # So that of a tiny project a part is judged alone.
    return lay(tmp_path / "desk", project_files())


def filled(root: Path) -> tuple[Cache, dict[tuple[str, ...], Said]]:
    """Ask everything until the cache holds it all. Out: the cache, and what is said without it."""
    expected: dict[tuple[str, ...], Said] = {command: said(root, *command, "--no-cache") for command in COMMANDS}
    for command in COMMANDS:
        said(root, *command)
    # Records are learned from the second look on, when there is something new to read.
    claims = (root / "claims/x.yaml").read_bytes()
    lay(root, {"claims/x.yaml": claims + b" "})
    said(root, "list")
    lay(root, {"claims/x.yaml": claims})
    assert {command: said(root, *command) for command in COMMANDS} == expected
    cache = cache_of(root)
    assert {name.partition("/")[0] for name in held(cache)} == {"answers", "records", "sheets", "state"}
    return cache, expected


def put(cache: Cache, files: dict[str, bytes]) -> None:
    shutil.rmtree(cache.folder, ignore_errors=True)
    lay(cache.folder, files)


def broken(data: bytes) -> Iterator[bytes]:
    """Yield a file cut short, and with a byte changed: at each place of a small one, at many of a large one."""
    step = len(data) // 100 + 1
    yield from (data[:end] for end in range(0, len(data), step))
    yield from (data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] for at in range(0, len(data), step))
    yield data + b"\0"


def test_a_file_that_is_cut_short_or_changed_anywhere_counts_as_not_there(root: Path) -> None:
    cache, _ = filled(root)
    for name, data in held(cache).items():
        for changed in broken(data):
            (cache.folder / name).write_bytes(changed)
            assert cache.read(name) is None
        (cache.folder / name).write_bytes(data)


def test_whichever_files_are_broken_nothing_else_is_said(root: Path) -> None:
    cache, expected = filled(root)
    whole = held(cache)
    for name, data in whole.items():
        for changed in (b"", data[:-1], data[: len(data) // 2], data[:-1] + b"\0", bytes(len(data))):
            put(cache, {**whole, name: changed})
            for command in (("verify",), ("show", "six")):
                assert said(root, *command) == expected[command], name
        put(cache, {**whole, name: b"other"})
        assert said(root, "verify") == expected["verify",]
    for damage in (dict.fromkeys(whole, b"words"), {}, dict.fromkeys(whole, b"")):
        put(cache, damage)
        assert {command: said(root, *command) for command in COMMANDS} == expected
        assert {command: said(root, *command) for command in COMMANDS} == expected


def test_whichever_files_are_broken_nothing_else_is_said_after_an_edit(root: Path) -> None:
    cache, _ = filled(root)
    whole = held(cache)
    lay(root, {"claims/x.yaml": CLAIMS.replace("It was a bargain", "It was no bargain")})
    expected = said(root, "verify", "--no-cache")
    for name, data in whole.items():
        for changed in (b"", data[: len(data) // 2], data[:-1] + b"\0", b"words"):
            put(cache, {**whole, name: changed})
            assert said(root, "verify") == expected, name
    put(cache, {name: data for name, data in whole.items() if not name.startswith("sheets/of-")})
    assert said(root, "verify") == expected


def test_files_that_change_their_names_count_as_not_there(root: Path) -> None:
    cache, expected = filled(root)
    whole = held(cache)
    names = [*whole]
    for shift in range(1, len(names)):
        turned = dict(zip(names, [whole[name] for name in (names[shift:] + names[:shift])], strict=True))
        put(cache, turned)
        assert said(root, "verify") == expected["verify",]
        assert said(root, "trace", "six") == expected["trace", "six"]


def test_the_cache_of_another_project_is_none_of_this_one(root: Path, tmp_path: Path) -> None:
    other = lay(tmp_path / "other", {**project_files(), "claims/x.yaml": CLAIMS.replace("Six of nine", "Two of two")})
    theirs, _ = filled(other)
    cache, expected = filled(root)
    put(cache, held(theirs))
    assert {command: said(root, *command) for command in COMMANDS} == expected


def test_the_cache_of_another_version_is_none_of_this_one(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "program", lambda: ("older",))
    cache, expected = filled(root)
    older = held(cache)
    monkeypatch.undo()
    monkeypatch.setenv("CLAIMTRACK_CACHE", str(cache.folder.parent))
    lied = {name: b"words" if name.startswith("answers") else data for name, data in older.items()}
    for files in (older, lied):
        put(cache, files)
        assert {command: said(root, *command) for command in COMMANDS} == expected


# ---- strange files


def huge(path: Path) -> None:
    path.touch()
    os.truncate(path, 2**40)


STRANGE: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a folder": lambda path: (path / "deep").mkdir(parents=True),
    "a loop": lambda path: path.symlink_to(path),
    "a dead link": lambda path: path.symlink_to("nowhere"),
    "a device": lambda path: path.symlink_to("/dev/full"),
    "a huge file": huge,
}


@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE)
def test_strange_things_in_the_place_of_files_are_passed_over(root: Path, strange: Callable[[Path], object]) -> None:
    cache, expected = filled(root)
    for name in held(cache):
        (cache.folder / name).unlink()
        strange(cache.folder / name)
    for _ in range(2):
        assert {command: said(root, *command) for command in COMMANDS} == expected


@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE)
@pytest.mark.parametrize("name", ["", "answers", "records", "sheets"])
def test_strange_things_in_the_place_of_folders_are_passed_over(
    root: Path, strange: Callable[[Path], object], name: str
) -> None:
    cache, expected = filled(root)
    shutil.rmtree(cache.folder / name)
    strange(cache.folder / name)
    for _ in range(2):
        assert said(root, "verify") == expected["verify",]
    assert said(root, "cache").code == 0
    assert said(root, "cache", "clear").code == 0


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), OSError(30, "Read-only file system")])
@pytest.mark.parametrize("refused", [("open",), ("mkdir",), ("replace",), ("utime",), ("unlink", "replace")])
def test_a_cache_that_cannot_be_written_is_none(
    root: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, refused: tuple[str, ...]
) -> None:
    expected = {command: said(root, *command, "--no-cache") for command in COMMANDS}

    def refusing(name: str) -> Callable[..., object]:
        real = getattr(os, name)

        def refuse(*arguments: Any, **options: Any) -> object:  # noqa: ANN401  (of any function)
            if name == "open" and not arguments[1] & os.O_WRONLY:
                return real(*arguments, **options)
            raise error

        return refuse

    for name in refused:
        monkeypatch.setattr(os, name, refusing(name))
    for _ in range(2):
        assert {command: said(root, *command) for command in COMMANDS} == expected


# ---- files with the right digest that this program never wrote

plain: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=12,
)


def spoilt(value: Any, change: Any, place: int) -> tuple[Any, int]:  # noqa: ANN401  (whatever JSON holds)
    """Put another value in one place of a JSON document. Out: the document, and the places that are left."""
    if place == 0:
        return change, -1
    place -= 1
    if isinstance(value, dict):
        made = {}
        for key, item in value.items():
            made[key], place = spoilt(item, change, place) if place >= 0 else (item, place)
        return made, place
    if isinstance(value, list):
        items = []
        for item in value:
            spoilt_item, place = spoilt(item, change, place) if place >= 0 else (item, place)
            items.append(spoilt_item)
        return items, place
    return value, place


def forged(root: Path, cache: Cache, change: Any, place: int, name: str) -> bytes:  # noqa: ANN401  (as above)
    """Return what a file holds with one value in its JSON replaced."""
    data = cache.read(name)
    assert data
    assert basis(root)
    lines = data.split(b"\n")
    first = 0 if name.startswith(("answers", "sheets")) else 1
    at = 0 if name.startswith("answers") else place % (len(lines) - first) + first
    lines[at] = json.dumps(spoilt(json.loads(lines[at]), change, place % 60)[0]).encode()
    return b"\n".join(lines)


def test_files_that_somebody_made_up_with_the_right_digest_end_in_no_defect(root: Path) -> None:
    cache, expected = filled(root)
    whole = held(cache)
    names = cycle([*whole])

    @tried(80)
    @given(plain, st.integers(0, 1_000))
    def attack(change: object, place: int) -> None:
        put(cache, whole)
        name = next(names)
        cache.write(name, forged(root, cache, change, place, name))
        if name.startswith("records"):
            # Only where no answer is known, records are remembered.
            shutil.rmtree(cache.folder / "answers")
        if name.startswith("sheets"):
            # Only after an edit somebody looks at what was found before.
            lay(root, {"claims/x.yaml": f"{CLAIMS}# {place}\n"})
        for command in (("verify",), ("list",)):
            code, _, err = said(root, *command)
            # An answer that is made up may have any code, for it is not made anew.
            assert code in (0, 1, 2, 3) or name.startswith("answers"), err
            assert "defect" not in err

    attack()
    lay(root, {"claims/x.yaml": CLAIMS})
    put(cache, whole)
    assert said(root, "verify") == expected["verify",]


def test_a_cache_inside_of_the_claims_folder_is_no_record_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("claims", "claims/x", "claims/snapshots", "claims/cache.yaml"):
        monkeypatch.setenv("CLAIMTRACK_CACHE", str(root / folder))
        assert_same(root)
        assert cache_of(root).read("state")
        assert not [name for name in held(cache_of(root)) if name.endswith((".yaml", ".yml"))]
        assert_same(root)


@pytest.mark.parametrize("variables", [{"HOME": None}, {"XDG_CACHE_HOME": "relative"}, {"HOME": "relative"}])
def test_without_a_place_for_it_commands_say_the_same(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str | None]
) -> None:
    monkeypatch.delenv("CLAIMTRACK_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name, value in variables.items():
        if value is None:
            monkeypatch.delenv(name)
        else:
            monkeypatch.setenv(name, value)
    if variables == {"HOME": None}:
        monkeypatch.setattr("pathlib.Path.home", lambda: root.parent / "home")
    monkeypatch.chdir(tmp_path)
    before = {path.name for path in tmp_path.iterdir()}
    assert_same(root)
    assert {path.name for path in tmp_path.iterdir()} - before <= {"home"}
    assert ARTICLE.encode() in {path.read_bytes() for path in root.rglob("*.txt")}
