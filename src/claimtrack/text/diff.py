"""Which words differ between two versions of a quotation.

Quotation marks, closing punctuation, the initial capital, `[…]` insertions and `…` are not
differences: an editor may change them and still quote faithfully.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.text.normalise import hyphen_breaks, normalise
from claimtrack.text.patterns import later
from claimtrack.text.printable import one_line
from claimtrack.text.words import is_unspaced, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.text.normalise import Normalised
    from claimtrack.text.words import Word

    Span = tuple[int, int]

LEFT_OUT = later(r"\[\s*(?:…+|\.\s?\.\s?\.+)\s*\]|\(\s*(?:…+|\.{3,})\s*\)|…[….]*|\.\.\.+|\. \. \.(?: \.)?")
"""What says in a quotation that words are left out there.

Each way begins with a plain sign, so that `re` skips to the next one of them.
"""
INSERTED = later(r"\[[^\[\]\n]*\]")
"""An editor's own words inside a quotation, or a letter changed: `[the minister]`, `[W]e`."""
_EM_DASH = later(r"(?<!\d)[–—―]|[–—―](?!\d)")
_ABSORBED = 6
"""How many words an insertion can stand for."""
_NO_END = 1_000_000
_SHOWN = 4
_MOST_BREAKS = 8
"""How many hyphens at line ends, or brackets, one word can hold."""


class Change(NamedTuple):
    """Words that stand in one version, and what stands for them in the other; empty is nothing."""

    from_: str
    to: str


class _Token(NamedTuple):
    """A word as it compares, and where it stands; a key of None is a gap."""

    key: str | None
    start: int
    end: int
    absorbs: int = 0
    """How many words of the other side a gap stands for; _NO_END is any number."""
    others: tuple[str, ...] = ()
    """Other forms that are the same word: with the hyphen at a line end, with the other initial."""
    tail: str = ""
    """What a word with inserted letters (`[W]e`, `sell[ing]`) must have, as a pattern."""


def word_changes(old: str, new: str) -> list[Change]:
    """Return the words that differ from an old version to a new one, neighbours joined.

    Method: longest common subsequence (rapidfuzz `Indel`) of the words, or of the letters in a
    script without blanks. Where no word differs but punctuation does, that is not reported.
    """
    before, after = _tokens(old), _tokens(new)
    left = _agreed(before, {token.key for token in after if token.key})
    right = _agreed(after, set(left))
    if _fits_gaps(left, after, right) or _fits_gaps(right, before, left):
        return []
    changes = []
    for (a, b), (c, d) in _differing(left, right):
        gone, come = _beside_gaps(before[a:b], after[c:d]), _beside_gaps(after[c:d], before[a:b])
        if gone or come:
            changes.append(Change(_slice(old, gone), _slice(new, come)))
    return changes


def punctuation_changes(old: str, new: str) -> list[Change]:
    """Return what differs where the words do not: each word with the punctuation on it."""
    before, after = old.split(), new.split()
    left, right = ([normalise(word).text for word in side] for side in (before, after))
    return [Change(" ".join(before[a:b]), " ".join(after[c:d])) for (a, b), (c, d) in _differing(left, right)]


def shared_words(one: str, other: str) -> float:
    """Return which share of the words of the shorter text the other one has too; 0 where one has none."""
    a, b = (Counter(key.casefold() for key in _keys(text)) for text in (one, other))
    shorter = min(a.total(), b.total())
    return (a & b).total() / shorter if shorter else 0.0


def render_changes(changes: Sequence[Change]) -> str:
    """Return changes as a phrase: `“seen” → “visible”, left out “allegedly”`."""
    shown = [_rendered(change) for change in changes[:_SHOWN]]
    if len(changes) > _SHOWN:
        shown.append(f"and {len(changes) - _SHOWN:,} more")
    return ", ".join(shown)


def _rendered(change: Change) -> str:
    old, new = one_line(change.from_), one_line(change.to)
    if old and new:
        return f"“{old}” → “{new}”"
    return f"added “{new}”" if new else f"left out “{old}”"


def _keys(text: str) -> list[str]:
    """Return the words of a text as they compare; where they stand need not be found out for that."""
    if LEFT_OUT.search(text) or "[" in text:
        return [token.key for token in _tokens(text) if token.key]
    return [word.text for word in words(normalise(_without_dashes(text)).text)]


def _tokens(text: str) -> list[_Token]:
    """Return words and gaps in order, with their places in the text."""
    text = _without_dashes(text)
    gaps = [_Token(None, *found.span(), absorbs=_NO_END) for found in LEFT_OUT.finditer(text)]
    glued: list[Span] = []
    left_out = {gap.start for gap in gaps}
    for found in INSERTED.finditer(text):
        start, end = found.span()
        if text[end : end + 1].isalpha() or text[max(start - 1, 0) : start].isalpha():
            glued.append((start, end))
        elif start not in left_out:
            gaps.append(_Token(None, start, end, absorbs=_ABSORBED))
    found_words = _words(text, _blanked(text, gaps, glued), glued)
    tokens = sorted([*gaps, *found_words], key=lambda token: token.start)
    return [_with_initial(token, before) for before, token in pairwise([None, *tokens]) if token]


def _without_dashes(text: str) -> str:
    """Return a text of the same length without the dashes between words."""
    return _EM_DASH.sub(" ", text) if "–" in text or "—" in text or "―" in text else text


def _words(text: str, blanked: str, glued: list[Span]) -> list[_Token]:
    """Return the words of a text that is blanked where there are gaps."""
    bare = blanked.strip(" ")
    if not glued and bare.isascii() and normalise(bare).text is bare:
        # Most quotations are plain, and their words stand where they stood.
        pad = blanked.find(bare)
        return [_Token(word.text, word.start + pad, word.end + pad) for word in words(bare)]
    normalised = normalise(blanked)
    breaks = hyphen_breaks(text)
    return [_word(text, word, normalised, breaks, glued) for word in words(normalised.text)]


def _word(text: str, word: Word, normalised: Normalised, breaks: list[Span], glued: list[Span]) -> _Token:
    """Return a word with whatever else it may be."""
    start, end = normalised.original_span(word.start, word.end)
    if not (breaks or glued):
        return _Token(word.text, start, end)
    within = breaks[bisect_right(breaks, (start, len(text))) : bisect_left(breaks, (end, 0))]
    kept = [f"{text[start:first]}-{text[last:end]}" for first, last in within[:_MOST_BREAKS]]
    tail = ""
    for first, last in glued[bisect_right(glued, start, key=itemgetter(1)) : bisect_left(glued, (end, 0))][
        :_MOST_BREAKS
    ]:
        if first < end and start < last:
            start, end = min(start, first), max(end, last)
            sides = (re.escape(normalise(side).text) for side in (text[start:first], text[last:end]))
            tail = r"\w{0,12}".join(sides)
    return _Token(word.text, start, end, 0, tuple(normalise(form).text for form in kept), tail)


def _blanked(text: str, gaps: list[_Token], glued: list[Span]) -> str:
    """Return the text, as long as it was, without gaps and without the brackets around letters."""
    characters = list(text)
    for gap in gaps:
        characters[gap.start : gap.end] = " " * (gap.end - gap.start)
    for start, end in glued:
        # An invisible character holds the place of a bracket and vanishes in normalising.
        characters[start] = characters[end - 1] = "\u2060"
    return "".join(characters)


def _with_initial(token: _Token, before: _Token | None) -> _Token:
    """Let the first word of a text, or after a gap, begin with either case."""
    if token.key is None or (before and before.key is not None):
        return token
    other = token.key[0].swapcase() + token.key[1:]
    return _Token(token.key, token.start, token.end, 0, (*token.others, other), token.tail)


def _agreed(side: list[_Token], known: set[str]) -> list[str]:
    """Return the keys of one side, where a word has several in the form that the other side has."""
    keys = []
    for index, token in enumerate(side):
        if token.key in known:
            keys.append(token.key)
            continue
        forms = [form for form in token.others if form in known]
        if token.tail and not forms:
            forms = [form for form in sorted(known) if re.fullmatch(token.tail, form)]
        keys.append(forms[0] if forms else token.key or f"\0{id(side)}-{index}")
    return keys


def _fits_gaps(whole: list[str], tokens: list[_Token], keys: list[str]) -> bool:
    """Tell whether one side is the other with words left out at its gaps, and nothing else.

    The alignment cannot know: of two equal words it may take the one on the wrong side of a gap.
    """
    gaps = [index for index, token in enumerate(tokens) if token.absorbs == _NO_END]
    if not gaps or any(key.startswith("\0") for key in whole):
        return False
    pieces = [keys[a + 1 : b] for a, b in pairwise([-1, *gaps, len(keys)])]
    done = 0
    for index, piece in enumerate(pieces):
        last = len(whole) - len(piece)
        starts = range(done, last + 1) if index else range(min(1, last + 1))
        if index == len(pieces) - 1 and piece:
            starts = range(last, last + 1) if last >= done else range(0)
        at = next((at for at in starts if whole[at : at + len(piece)] == piece), None)
        if at is None:
            return False
        done = at + len(piece)
    return True


def _differing(left: list[str], right: list[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the stretches of two lists that differ, between those that are the same."""
    # Imported here because most quotations have not changed at all.
    if left == right:
        return
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    done_left = done_right = 0
    blocks = [
        (op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(left, right)
        if op.tag == "equal"
    ]
    for a, c, size in [*blocks, (len(left), len(right), 0)]:
        if a > done_left or c > done_right:
            yield (done_left, a), (done_right, c)
        done_left, done_right = a + size, c + size


def _beside_gaps(side: list[_Token], other: list[_Token]) -> list[_Token]:
    """Return the words of one side, without as many as the gaps of the other stand for.

    The words of the other side before its first gap face the first words here, those after its
    last gap the last ones.
    """
    mine = [token for token in side if token.key is not None]
    gaps = [index for index, token in enumerate(other) if token.key is None]
    if not gaps:
        return mine
    first, last = gaps[0], len(other) - gaps[-1] - 1
    middle = mine[first : len(mine) - last]
    if len(middle) > sum(other[index].absorbs for index in gaps):
        return mine
    return mine[:first] + mine[max(first, len(mine) - last) :]


def _slice(text: str, tokens: list[_Token]) -> str:
    """Return the words as they stand in the text, with what is between them."""
    if not tokens:
        return ""
    parts = [text[tokens[0].start : tokens[0].end]]
    for before, token in pairwise(tokens):
        between = text[before.end : token.start]
        joint = "" if is_unspaced(text[before.end - 1]) and not between else " "
        parts.append(joint + text[token.start : token.end])
    return " ".join("".join(parts).split())
