from __future__ import annotations

from textwrap import dedent

import pytest

from claimtrack.store.subtitles import srt, vtt


def test_srt_cues_stand_behind_their_times() -> None:
    text = dedent("""\
        1
        00:00:01,000 --> 00:00:02,500 X1:40 X2:600 Y1:20 Y2:50
        <i>Carried,</i> {\\an8}six
        votes   to three.

        2
        01:02:03,000 --> 01:02:04,000
        <font color="#fff">Order!</font> 3 < 5 > 4

        3
        00:00:09,000 --> 00:00:10,000

        4
        123:00:09,000 --> 123:00:10,000
        9
        """)
    assert srt(text).split("\n") == [
        "[00:00:01] Carried, six votes to three.",
        "[01:02:03] Order! 3 < 5 > 4",
        "[123:00:09] 9",
    ]


def test_a_blank_line_inside_an_srt_cue_loses_nothing() -> None:
    text = "00:00:01,0 --> 00:00:02,0\nOne\n\ntwo\n\n17\n\n2\n00:00:03,0 --> 00:00:04,0\n1984"
    assert srt(text) == "[00:00:01] One two 17\n[00:00:03] 1984"


def test_vtt_cues_stand_behind_their_times() -> None:
    text = dedent("""\
        WEBVTT - a title

        STYLE
        ::cue { color: red }

        NOTE nobody
        reads this

        intro
        00:01.000 --> 00:02.000 align:start position:0%
        <v.loud Ana>Salt &amp; pepper</v> {\\an8}
        <b>here</b> &lt;b&gt;

        1:00:03.000 --> 1:00:04.000
        Good\x20\t
        \x20.
        night

        lost
        """)
    assert vtt(text) == "[00:00:01] Salt & pepper here <b>\n[01:00:03] Good . night"


def test_captions_that_roll_say_everything_once() -> None:
    text = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n \nno no<00:00:01.500><c> no</c>\n\n"
        "00:00:03.000 --> 00:00:03.010\nno no no\n \n\n"
        "00:00:03.010 --> 00:00:05.000\nno no no\nand<00:00:04.000><c> yes</c>\n"
    )
    assert vtt(text) == "[00:00:01] no no no\n[00:00:03] and yes"


def test_what_is_said_twice_is_there_twice() -> None:
    assert vtt("WEBVTT\n\n00:01.000 --> 00:02.000\nNo.\n\n00:02.000 --> 00:03.000\nNo.").count("No.") == 2


@pytest.mark.parametrize("text", ["", "WEBVTT", "words\n\n1\n12:30\n", "--> \n"])
def test_without_cues_there_is_nothing(text: str) -> None:
    assert (srt(text), vtt(text)) == ("", "")
