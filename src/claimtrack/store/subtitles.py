"""The words of subtitles, SRT and VTT, each cue on a line of its own behind its time."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Cue = tuple[str, list[str]]

_TIMING = re.compile(r"\s*(?:(\d+):)?(\d{1,2}):(\d{2})[.,]\d{1,3}\s*-->")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}|\{[a-zA-Z]:[^{}]*\}")
_ROLLING = re.compile(r"<\d+:\d\d")
"""Times inside a cue, word by word: captions that roll, where each cue repeats the line before it."""


def srt(text: str) -> str:
    """Return the cues of an SRT file. Out: lines such as `[00:12:05] carried, six votes`; empty without cues."""
    return _lines(_srt_cues(text.split("\n")), rolling=False)


def vtt(text: str) -> str:
    """Return the cues of a VTT file; header, notes, styles and regions are left out."""
    cues = ((time, [html.unescape(_TAG.sub("", line)) for line in lines]) for time, lines in _vtt_cues(text))
    return _lines(cues, rolling=bool(_ROLLING.search(text)))


def _srt_cues(lines: list[str]) -> Iterator[Cue]:
    """Yield cues up to the next time, for many a file has blank lines inside a cue."""
    cue: Cue | None = None
    for line in lines:
        time = _time(line)
        if time is None:
            if cue:
                cue[1].append(_TAG.sub("", line))
            continue
        if cue:
            yield cue[0], _without_number(cue[1])
        cue = (time, [])
    if cue:
        yield cue


def _without_number(lines: list[str]) -> list[str]:
    """Take out the number of the next cue: digits alone behind a blank line, or behind nothing."""
    numbered = bool(lines) and lines[-1].strip().isdecimal() and not "".join(lines[-2:-1]).strip()
    return lines[:-1] if numbered else lines


def _vtt_cues(text: str) -> Iterator[Cue]:
    """Yield cues up to the next empty line (one of blanks is none); a block without a time is no cue."""
    for block in text.split("\n\n"):
        lines = block.split("\n")
        for number, line in enumerate(lines):
            time = _time(line)
            if time is not None:
                yield time, lines[number + 1 :]
                break


def _time(line: str) -> str | None:
    found = _TIMING.match(line)
    return f"{int(found[1] or 0):02d}:{int(found[2]):02d}:{found[3]}" if found else None


def _lines(cues: Iterator[Cue], *, rolling: bool) -> str:
    last = None
    shown: list[str] = []
    for time, lines in cues:
        kept: list[str] = []
        for line in (" ".join(line.split()) for line in lines):
            if line and not (rolling and line == last):
                kept.append(line)
                last = line
        if kept:
            shown.append(f"[{time}] {' '.join(kept)}")
    return "\n".join(shown)
