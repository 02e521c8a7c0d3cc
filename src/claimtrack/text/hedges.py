"""Words that hold an assertion at arm's length, and those that get lost on the way.

English, by this list; a desk adds its own words, in any language.

- adverbs: reportedly, allegedly, purportedly, supposedly, apparently, seemingly, ostensibly,
  presumably, possibly, probably, potentially, conceivably, perhaps, maybe, likely, unlikely
- adjectives: alleged, purported, supposed, suspected, presumed, unverified, unconfirmed,
  unsubstantiated, rumoured
- verbs: suggests (that), appears to, appears that, seems, is said (thought, believed, understood,
  reported, alleged, rumoured, suspected, claimed, presumed, assumed, feared, expected) to or that
- modals: may, might, could
- phrases: could not be verified or confirmed, if true, if confirmed, unclear whether

Look-alikes that are none: the month (`May 2022`, `in May`) and the name (`Theresa May`), so only
`may` in small letters counts; the noun (`military might`, `the might of`); `could not` and
`couldn't`, which say that something did not happen, and `could hear`, `could no longer`, which say
what somebody was able to; `suggested moving`, a proposal; `supposed to`, a duty; `appears on`.
`may not have` is one: nobody knows.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.text.patterns import by_initial, caseless, later
from claimtrack.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Span = tuple[int, int]

_SAID = "said|thought|believed|understood|reported|alleged|rumou?red|suspected|claimed|presumed|assumed|feared|expected"
_BE = "(?:is|are|was|were|be|been|being)"
_OF_MIGHT = (
    "the|his|her|its|their|our|your|my|all|full|sheer|with|of|and|military|economic|financial|political|industrial"
)
_LISTED = rf"""
    could(?:\ not|n[’']t)\ (?:\w+ly\ )?(?:be\ )?(?:\w+ly\ )?(?:verif|confirm)(?:y|ied|ed)?\b
  | (?:if\ (?:true|confirmed)|(?:un|not\ )clear\ (?:whether|if))\b
  | (?:reported|alleged|purported|supposed|apparent|seeming|ostensib|presumab|possib|probab|potential|conceivab)ly\b
  | (?:perhaps|maybe|likely|unlikely)\b
  | (?:alleged|purported|suspected|presumed|unverified|unconfirmed|unsubstantiated|rumou?red)\b | supposed\b(?!\ to\b)
  | suggest(?:s|ed|ing)?\b(?!\ \w+ing\b|\ to\b)
  | (?:appear(?:s|ed|ing)?)\ (?:to|that|as\ if|as\ though|likely)\b | seem(?:s|ed|ing)?\b
  | {_BE}\ (?:\w+ly\ )?(?:{_SAID})\ (?:to|that)\b | said\ to\ (?:be|have)\b
  | (?-i:may)(?=\s+[a-z’'])
  | (?-i:might)(?=\s+(?!of\b|and\b|to\b|in\b|on\b|is\b|was\b|against\b|alone\b|for\b|by\b|from\b)[a-z])
  | could(?=\s+[a-z])(?!\s+(?:not|no\ longer|hear|smell|taste|remember|hardly|barely)\b)
""".replace("\\ ", r"\s+")
_STEM_OF_HEDGE = later(
    by_initial(
        (
            *(
                "could",
                "clear",
                "may",
                "might",
                "reportedly",
                "alleged",
                "purported",
                "supposed",
                "apparent",
                "ostensib",
            ),
            *("presum", "possib", "probab", "potential", "conceivab", "perhaps", "likely", "suspected", "unverified"),
            *("confirmed", "unsubstantiated", "rumo", "suggest", "appear", "seem", r"if\s+true"),
            *(rf"{word}\s+t(?:o|hat)" for word in _SAID.split("|")),
        )
    )
)
"""What some hedge holds of each kind, in small letters."""
_NOUN_MIGHT = later(rf"\b(?:{_OF_MIGHT})\s+$", re.IGNORECASE)

_ATTRIBUTED = later(r"\b(?:alleg(?:e|es|ing)|claims?(?!\s+of\b)|according\s+to)\b", re.IGNORECASE)
"""What an article may put in the place of a hedge: whose word it is."""
_BOUNDARY = later(
    r"""(?:,(?!\d)|[;:()“”"«»„—–]|\s-\s|[.!?](?=\s|$)
    |\b(?:but|while|whereas|although|though|because|which|who|after|before|when|if)\b)+""",
    re.IGNORECASE | re.VERBOSE,
)
_STRONG = later(r";|\b(?:but|while|whereas|although|though)\b", re.IGNORECASE)
_WORD = later(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)*")
_STOP_WORDS = """
    a an the this that these those it its he she they we you i his her their our your my him them us who which
    what is are was were be been being am do does did have has had will would shall should can could may might
    must not no of in on at by for from with to into about as than and or but if then so there here up out over
    also very more most one
"""
_REPORTING_WORDS = """
    say said told state claim add testify write wrote report source rumour rumor account inform information
    explain warn reveal describe note argue tell voice admit insist declare according
"""
"""Content words behind a hedge that hand it on to what is reported: `purportedly said`, `unverified reports`."""

_ENDINGS = ("ing", "ies", "ed", "es", "ly", "s")
_MOST = 50
"""How many hedges of one sentence are looked at: prose has a few."""
_COMMON = 4_096
"""How many words are remembered with their stems: half of any text is made of fewer."""
_SHORTEST = 4
"""What an ending must leave of a word for it to be cut off."""


def hedges_in(text: str, extra: Sequence[str] = ()) -> list[tuple[str, Span]]:
    """Return the hedges of a text in order, each in small letters with its place.

    In: the text, and a desk's own words and phrases.
    """
    return _hedges_in(text, extra) if may_hedge(text, extra) else []


def _hedges_in(text: str, extra: Sequence[str]) -> list[tuple[str, Span]]:
    """Return the same of a text that may have some."""
    found: list[tuple[str, Span]] = []
    for match in _pattern(tuple(extra)).finditer(text):
        before = text[max(0, match.start() - len("industrial  ")) : match.start()]
        if match[0].lower() != "might" or not _NOUN_MIGHT.search(before):
            found.append((" ".join(match[0].lower().split()), match.span()))
    return found


def may_hedge(text: str, extra: Sequence[str] = ()) -> bool:
    """Tell whether there may be a hedge in a text, or in a sentence of it; in most there is none."""
    if _STEM_OF_HEDGE.search(caseless(text)):
        return True
    return bool(extra) and _pattern_of_own(tuple(extra)).search(text) is not None


@lru_cache(1)
def _pattern_of_own(extra: tuple[str, ...]) -> re.Pattern[str]:
    """Return what a desk's own hedges begin with, whatever stands around it."""
    return re.compile("|".join(re.escape(phrase.split()[0]) for phrase in extra if phrase.strip()), re.IGNORECASE)


@lru_cache(1)
def _pattern(extra: tuple[str, ...]) -> re.Pattern[str]:
    own = [_own(phrase) for phrase in sorted(extra, key=len, reverse=True) if phrase.strip()]
    return re.compile("|".join([*own, rf"(?<![\w-])(?:{_LISTED})"]), re.IGNORECASE | re.VERBOSE)


def dropped_hedge(upstream: str, passage: str, extra: Sequence[str] = ()) -> str | None:
    """Return the hedge that the upstream words put on what the passage states bare, or None.

    In: the words upstream, the article's words, and a desk's own hedges. A hedge belongs to the
    words that it governs: those behind it in its clause (before it where nothing is behind), and
    the whole of the sentence where it stands on a word of reporting (`purportedly said`). It is
    on this assertion where at least half of these words, or the first of them, are in the
    passage too; of a whole sentence, half of the passage's words. A passage that hedges the same
    words, by whatever hedge, has dropped nothing; nor has one that says whose word it is. Upstream
    words that are nothing but a hedge (`purportedly said`) were quoted for its sake: they are on
    whatever the passage says.
    """
    if not may_hedge(upstream, extra) or _ATTRIBUTED.search(passage):
        return None
    found = _hedges_in(upstream, extra)[:_MOST]
    if found and _REPORTING.issuperset(_stems(_without(upstream, [span for _, span in found]))):
        return None if hedges_in(passage, extra) or not _stems(passage) else found[0][0]
    kept = {stem for scope in _scopes(passage, extra) for stem in scope.stems}
    bare = set(_stems(passage)) - kept
    for scope in _scopes(upstream, extra):
        shared = bare.intersection(scope.stems)
        enough = 2 * len(shared) >= len(bare if scope.whole else set(scope.stems))
        if shared and (enough or (scope.stems[0] in shared and not scope.whole)):
            return scope.hedge
    return None


class _Scope(NamedTuple):
    """A hedge, and the stems of the content words that it governs."""

    hedge: str
    stems: list[str]
    whole: bool = False
    """Whether that is all that the sentence reports."""


def _scopes(text: str, extra: Sequence[str]) -> Iterator[_Scope]:
    if not may_hedge(text, extra):
        return
    for sentence in sentences(text):
        found = hedges_in(sentence.text, extra)[:_MOST]
        others = _without(sentence.text, [span for _, span in found])
        for hedge, span in found:
            yield _scope(hedge, others, span)


def _scope(hedge: str, text: str, span: Span) -> _Scope:
    """Return what a hedge governs in its sentence, from which all hedges are blanked out."""
    pieces = list(_cut(text, _BOUNDARY))
    mine = next(index for index, (start, end) in enumerate(pieces) if span[0] <= end)
    behind = _stems(text[span[1] : pieces[mine][1]])
    if behind and not _REPORTING.issuperset(behind):
        return _Scope(hedge, [stem for stem in behind if stem not in _REPORTING])
    before = _stems(text[pieces[mine][0] : span[0]])
    if behind or _REPORTING.intersection(before):
        return _Scope(hedge, _reported(text, span), whole=True)
    around = [text[slice(*piece)] for piece in (*pieces[mine + 1 : mine + 2], *pieces[max(0, mine - 1) : mine])]
    return _Scope(hedge, before or next((stems for piece in around if (stems := _stems(piece))), []))


def _reported(text: str, span: Span) -> list[str]:
    """Return the stems of what is reported: the sentence as far as nothing sets a part of it against the rest."""
    start, end = next(piece for piece in _cut(text, _STRONG) if span[0] <= piece[1])
    return [stem for stem in _stems(text[start:end]) if stem not in _REPORTING]


def _without(text: str, spans: Sequence[Span]) -> str:
    """Return a text with blanks in place of some spans."""
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _cut(text: str, at: re.Pattern[str]) -> Iterable[Span]:
    start = 0
    for found in at.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _stems(text: str) -> list[str]:
    """Return the content words of a text without their endings."""
    return [stem for stem in map(_content, _WORD.findall(text)) if stem is not None]


@lru_cache(_COMMON)
def _content(word: str) -> str | None:
    """Return a word of a text without its ending, None where it is no content word."""
    small = word.lower()
    owner = small[:-2] if small.endswith(("'s", "’s")) else small
    return None if owner in _STOP else _stem(owner)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending).rstrip("e")
    return word.rstrip("e") if len(word) > _SHORTEST else word


def _own(phrase: str) -> str:
    """Return the pattern of a desk's own hedge; letters of scripts without blanks need no boundary."""
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    first, last = phrase.strip()[0], phrase.strip()[-1]
    return rf"{_edge(first, '<!')}{words}{_edge(last, '!')}"


def _edge(character: str, look: str) -> str:
    return rf"(?{look}\w)" if character.isalnum() and character.lower() != character.upper() else ""


_STOP = frozenset(_STOP_WORDS.split())
_REPORTING = frozenset(_stem(word) for word in _REPORTING_WORDS.split())
