"""Nothing in a record runs code, reaches the network, writes, waits for ever, or drives the terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from claimtrack.cli import run
from claimtrack.store.snapshots import digest_of
from fuzz.hostile import ARTICLE, RECORDS
from fuzz.test_verify import OBEYED
from support import lay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ESCAPES = "\x1b[2J\x1b]0;owned\x07\x9b31m\x08\x7f\u202egnp\u2066\u2069\u200f\u2028\x00"
READING = [
    *(["list", what] for what in ("claims", "sources", "parties", "articles")),
    *(["show", name] for name in ("six-votes", "source:harbour-sale", "party:ana")),
    *(["verify"], ["verify", "--all"], ["coverage"], ["coverage", "harbour-sale"], ["stale"], ["trace", "six-votes"]),
    *(["trace", "source:harbour-sale"], ["snapshot", "--status"], ["explain"], ["explain", "CT104"]),
]
WATCHED = """\
import json, sys
told = []
def watch(event, arguments):
    named = event == "open" and not isinstance(arguments[0], int)  # a number is a pipe or a file that is open already
    writes = named and set("wax+") & set(str(arguments[1] or ""))
    if writes or event in FORBIDDEN or event.startswith(NETWORK):
        told.append([event, repr(arguments)[:500]])
NETWORK = ("socket.", "urllib.", "ftplib.", "smtplib.", "http.", "webbrowser.")
FORBIDDEN = {"os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.remove", "os.rename", "os.mkdir",
             "os.rmdir", "os.chmod", "os.chown", "os.link", "os.symlink", "os.truncate", "shutil.rmtree", "pty.spawn",
             "subprocess.Popen", "pickle.find_class"}
sys.dont_write_bytecode = True
sys.addaudithook(watch)
from claimtrack.cli import run
code = run(sys.argv[1:])
sys.stderr.write("\\n" + json.dumps({"code": code, "told": told, "modules": sorted(sys.modules)}))
"""


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CLAIMTRACK_SNAPSHOTS", raising=False)
    monkeypatch.setenv("CLAIMTRACK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")


def project(folder: Path) -> Path:
    """Return a project that uses all of the format, with its text."""
    records = RECORDS.replace("SHA", digest_of(ARTICLE))
    return lay(folder / "p", {"claims/x.yaml": records, "claims/snapshots/harbour-sale.txt": ARTICLE})


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    script = [sys.executable, "-m", "claimtrack", *arguments]
    return subprocess.run(script, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603  (our own)


def content(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and not path.is_symlink()}


# ---- code, network, files


@pytest.mark.parametrize("arguments", [["verify"], ["trace", "six-votes"], ["coverage"]])
def test_what_reads_opens_no_connection_starts_no_program_and_writes_no_record(
    tmp_path: Path, arguments: list[str]
) -> None:
    folder = project(tmp_path)
    before = content(folder)
    script = [sys.executable, "-c", WATCHED, *arguments, "-C", str(folder)]
    done = subprocess.run(script, capture_output=True, text=True, timeout=60, check=True)  # noqa: S603  (our own)
    seen = json.loads(done.stderr.splitlines()[-1])
    assert seen["code"] in (0, 1)
    cache = str(tmp_path / "cache")
    assert [each for each in seen["told"] if cache not in each[1]] == []
    assert content(folder) == before
    # `socket` itself comes with the standard library's reader of package metadata; above all, none was made.
    network = {"ssl", "urllib.request", "http.client", "ftplib", "smtplib", "asyncio", "requests", "httpx"}
    assert network.isdisjoint(seen["modules"])


@pytest.mark.parametrize(
    "tag",
    [
        "!!python/object/apply:os.system ['touch {0}']",
        '!!python/object/apply:subprocess.check_output [["touch", "{0}"]]',
        "!!python/object/new:type {{args: [z, !!python/tuple [], {{}}], state: !!python/name:exec}}",
        "!!python/module:this",
        "&a !!python/object/apply:eval [\"open('{0}', 'w')\"]",
        "!include {0}",
        "!ENV ${{HOME}}",
    ],
)
def test_a_tag_never_runs_anything(tmp_path: Path, tag: str, capsys: pytest.CaptureFixture[str]) -> None:
    ran = tmp_path / "ran"
    lay(tmp_path, {"claims/x.yaml": f"claims:\n  - id: a\n    text: {tag.format(ran)}\n"})
    assert run(["verify", "-C", str(tmp_path)]) in (1, 3)
    assert "CT002" in capsys.readouterr().out
    assert not ran.exists()


def test_an_entity_of_a_page_reads_no_file_and_a_page_is_not_fetched_from(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    folder = project(tmp_path)
    secret = lay(tmp_path, {"secret.txt": "the secret words"}) / "secret.txt"
    paragraph = "<p>Six of nine members voted for the sale of the harbour, the minutes of the board say. &x;</p>"
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><article>{paragraph * 3}'
    page += f'<img src="{secret.as_uri()}"><iframe src="{secret.as_uri()}"></iframe></article></body></html>'
    lay(tmp_path, {"in.html": page})
    script = [sys.executable, "-c", WATCHED, "snapshot", "minutes", str(tmp_path / "in.html"), "-C", str(folder)]
    done = subprocess.run(script, capture_output=True, text=True, timeout=60, check=True)  # noqa: S603  (our own)
    seen = json.loads(done.stderr.splitlines()[-1])
    assert seen["code"] == 0, done.stderr[:500]
    stored = (folder / "claims/snapshots/minutes.txt").read_text(encoding="utf-8")
    assert "Six of nine" in stored
    assert "secret words" not in stored
    assert not [each for each in seen["told"] if each[0] in ("socket.connect", "urllib.Request", "socket.getaddrinfo")]


# ---- waiting


@pytest.mark.parametrize("kind", ["fifo", "folder", "loop", "zero", "nowhere"])
def test_what_is_no_file_is_told_or_passed_over_and_never_waited_for(tmp_path: Path, kind: str) -> None:
    folder = project(tmp_path)
    for name in ("claims/f.yaml", "claims/snapshots/harbour-sale.txt", "pyproject.toml"):
        path = folder / name
        path.unlink(missing_ok=True)
        match kind:
            case "fifo":
                os.mkfifo(path)
            case "folder":
                path.mkdir()
            case _:
                path.symlink_to({"loop": path.name, "zero": "/dev/zero", "nowhere": "nowhere"}[kind])
    done = command("verify", "-C", str(folder), "--format", "plain")
    assert done.returncode == 1, done.stderr
    assert "harbour-sale/six-votes" in done.stdout
    assert ("claims/f.yaml" in done.stdout) == (kind != "folder")
    assert "defect" not in done.stderr


def test_a_settings_file_that_is_none_is_told_or_passed_over_and_never_waited_for(tmp_path: Path) -> None:
    folder = project(tmp_path)
    os.mkfifo(folder / "claimtrack.toml")
    done = command("verify", "-C", str(folder))
    assert done.returncode in (1, 2)
    assert "defect" not in done.stderr


def test_a_text_to_be_stored_that_is_a_pipe_or_has_no_end_is_refused(tmp_path: Path) -> None:
    folder = project(tmp_path)
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    for name in ("pipe.txt", "zero.txt"):
        done = command("snapshot", "minutes", name, "-C", str(folder))
        assert (done.returncode, done.stdout) == (2, "")
        assert f"{name} is no regular file." in done.stderr


def test_a_file_that_is_gone_when_its_turn_comes_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = os.open

    def gone(path: str | Path, *arguments: Any, **options: Any) -> int:  # noqa: ANN401  (as `os.open`)
        if str(path).endswith("gone.yaml"):
            raise FileNotFoundError(2, "No such file or directory")
        return real(path, *arguments, **options)

    folder = lay(project(tmp_path), {"claims/gone.yaml": "claims: []\n"})
    monkeypatch.setattr(os, "open", gone)
    assert run(["verify", "-C", str(folder), "--format", "plain"]) == 1
    assert "claims/gone.yaml cannot be read: no such file or directory." in capsys.readouterr().out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["claims/x.yaml", "claims", "claims/deep", "claims/snapshots", "claimtrack.toml"])
def test_what_may_not_be_read_is_told_and_no_defect(tmp_path: Path, name: str) -> None:
    folder = lay(project(tmp_path), {"claims/deep/y.yaml": "claims: []\n", "claimtrack.toml": "format = 1\n"})
    mode = (folder / name).stat().st_mode
    (folder / name).chmod(0)
    try:
        done = command("verify", "-C", str(folder), "--format", "plain")
    finally:
        (folder / name).chmod(mode)
    assert done.returncode in (1, 2, 3), done.stderr
    assert "permission denied" in done.stdout + done.stderr


# ---- the terminal


def printed(capsys: pytest.CaptureFixture[str], folder: Path, known: list[str]) -> Iterator[tuple[list[str], str]]:
    """Yield all that the commands print about a project, in every format."""
    for arguments in READING:
        for chosen in ["", *known]:
            wanted = [*arguments, "-C", str(folder), *(["--format", chosen] if chosen else [])]
            code = run(wanted)
            out, err = capsys.readouterr()
            assert code in (0, 1, 2, 3), (wanted, err)
            yield wanted, err
            yield wanted, out.replace("\r\n", "\n") if chosen == "csv" else out


FORMATS = ["table", "plain", "json", "jsonl", "csv", "markdown", "tree", "dot", "mermaid"]


@pytest.mark.parametrize("where", ["values", "file names", "settings", "text"])
def test_nothing_that_is_written_anywhere_drives_the_terminal(
    tmp_path: Path, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project(tmp_path)
    named = ESCAPES.replace("\x00", "")
    escaped = json.dumps(ESCAPES)[1:-1]
    records = (folder / "claims/x.yaml").read_text(encoding="utf-8")
    match where:
        case "values":
            for name, text in {
                "Six of nine board members": f'"{escaped}"',
                "Harbour Board": f'"Board{escaped}"',
            }.items():
                records = records.replace(name, text.strip('"')) if "\n" in name else records.replace(name, text)
            more = f'  - {{id: "{escaped}", text: "{escaped}", sources: ["{escaped}"], "{escaped}": 1}}\n'
            lay(folder, {"claims/x.yaml": records + more, "claims/y.yaml": f'"{escaped}": "{escaped}"\n'})
            lay(folder, {"claims/z.yaml": f"claims: [{{id: {named}}}]\n", "claims/v.yaml": f"a: *{named}\n"})
        case "file names":
            lay(folder, {f"claims/{named}.yaml": "claims: [1]\n", "claims/a\nb\udc80.yaml": "claims: [{id: A}]\n"})
            lay(folder, {f"claims/{named}/x.yaml": "parties: 1\n"})
        case "settings":
            lay(folder, {"claimtrack.toml": f'hedges = ["{escaped}"]\nper-path-ignores = {{"{escaped}" = ["CT1"]}}\n'})
        case _:
            text = ARTICLE.replace("Mayor Ode", f"Mayor {ESCAPES} Ode").replace("kept", named)
            lay(folder, {"claims/snapshots/harbour-sale.txt": text})
            lay(folder, {"claims/x.yaml": records.replace(digest_of(ARTICLE), digest_of(text))})
    for wanted, shown in printed(capsys, folder, FORMATS):
        obeyed = OBEYED.search(shown)
        assert not obeyed, (wanted, shown[max(obeyed.start() - 60, 0) : obeyed.end() + 60])


@pytest.mark.parametrize(
    "text", ['"{0}" = 1', 'select = ["{0}"]', '[severity]\n"{0}" = "error"', '[limits]\n"{0}" = 1']
)
def test_nothing_in_settings_that_are_refused_drives_the_terminal(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = lay(project(tmp_path), {"claimtrack.toml": text.format(json.dumps(ESCAPES)[1:-1])})
    assert run(["verify", "-C", str(folder)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "claimtrack.toml" in err
    assert not OBEYED.search(err)


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["trace"],
        ["sign", "--by", "b"],
        ["coverage"],
        ["explain"],
        ["verify"],
        ["snapshot", "--status"],
        ["list"],
    ],
)
def test_nothing_on_the_command_line_drives_the_terminal(
    tmp_path: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project(tmp_path)
    where = ["-C", str(folder)] if arguments != ["explain"] else []
    assert run([*arguments, ESCAPES.replace("\x00", ""), *where]) == 2
    out, err = capsys.readouterr()
    assert not OBEYED.search(out + err), err


# ---- places


@pytest.mark.parametrize(
    "file",
    [
        *(
            "../secret.txt",
            "/etc/passwd",
            "a/../../secret.txt",
            "..\\secret.txt",
            "C:\\secret.txt",
            "file:///etc/passwd",
        ),
        *("link.txt", "folder/secret.txt", "LINK.TXT", "./../secret.txt", "a\\x00.txt", "n" * 300 + ".txt", "nul", "."),
        *("x.txt/..", "~/secret.txt", "$HOME/secret.txt", "loop/x.txt", "loop", "\\u202etxt.exe", "con.txt", "a\\nb"),
    ],
)
def test_no_snapshot_path_reads_what_lies_outside_its_folder(
    tmp_path: Path, file: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    private = "The secret words, six of the nine members voted, are nobody's business."
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = project(tmp_path)
    lay(tmp_path, {"secret.txt": private, "p/claims/secret.txt": private})
    texts = folder / "claims/snapshots"
    (texts / "link.txt").symlink_to("../../../secret.txt")
    (texts / "folder").symlink_to("..")
    (texts / "loop").symlink_to("loop")
    snapshot = f'"{file}", sha256: {digest_of(private)}'
    record = f"sources:\n- {{id: s, kind: document, title: S, snapshot: {{file: {snapshot}}}}}\n"
    lay(folder, {"claims/y.yaml": record})
    assert run(["verify", "-C", str(folder), "--format", "plain", "--select", "CT003,CT5"]) in (0, 1)
    assert run(["snapshot", "--status", "-C", str(folder), "--format", "plain"]) == 0
    out = capsys.readouterr().out
    assert "s\there" not in out
    assert "secret words" not in out
