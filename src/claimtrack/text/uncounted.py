"""Numbers that count nothing: dates and times, ordinals, and numbers that are only a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from claimtrack.text.patterns import Endings, by_initial, later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.text.numerals import Numeral

Kind = Literal["figure", "ordinal", "date", "label"]

_ENGLISH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_OTHER = (
    "januar|februar|märz|juni|juli|oktober|dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre"
    "|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|januari|februari|maret|mei|agustus|desember|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre"
    "|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|maart|augustus"
)
_MONTH = rf"(?:(?:{_ENGLISH})|(?i:{by_initial(_OTHER.split('|'))}))(?!\w)"
_DATE_BEGINS = later(r"[0-9'A-Z](?:(?<!\w.)(?:(?<=[0-9'])|(?=\w+\.?,?\ (?:the\ |del?\ )?\d))|(?<=\d)(?=\d{0,3}[年月]))")
"""Where _DATE may begin: at a number, or at a capital whose word stands before a number.

It begins with a class of characters: `re` skips to the next one of them.
"""
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(?:1\d|20)\d{2}(?!\d|[.,]\d)"
_DATE = later(
    rf"""(?=[\d'])(?:
      (?<!\w){_YEAR}-\d{{2}}(?:-\d{{2}}(?:T[\d:]+Z?)?)?(?![\d-])
    | (?<!\w){_YEAR}\ ?[-–/]\ ?(?:{_YEAR}|\d{{2}}(?!\d))(?!\ ?%)
    | (?<![\w.])(?:\d{{1,2}}[./-]\d{{1,2}}[./-](?:\d{{4}}|\d{{2}})|\d{{4}}[./]\d{{1,2}}[./]\d{{1,2}})(?!\w|[.,/]\d)
    | (?<!\w)9/11(?!\w)
    | \d{{2,4}}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?=\D|$)(?<!\b\d{{2}}年) | \d{{1,2}}月(?:\d{{1,2}}日)?
    | (?<![\w.,])(?:{_DAY}\ ?(?:[-–]|to|and)\ ?)?{_DAY}\ (?:(?:of|de|di)\ )?{_MONTH}(?:,?\ (?:de\ |del\ )?{_YEAR})?
    | (?<![\w.])\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\w|:)(?:\ ?[ap]\.?m\b\.?)?
    | (?<![\w.])\d{{1,2}}(?:[.:]\d{{2}})?\ ?[apAP]\.?[mM]\b\.?
    | (?<![\w.])\d{{1,2}}\ o['’]clock
    | (?<!\w)\d{{4}}\ ?(?:GMT|UTC|BST|EST|EDT|PST|PDT|CET|CEST|hrs|hours(?=\ on\b))(?!\w)
    | (?<!\w)(?:'?\d0s|\d{{3}}0s)(?!\w)
    ) | (?=[A-Z])(?<!\w){_MONTH}(?:
      \ (?:the\ )?\d{{1,2}}(?:st|nd|rd|th)?(?![\w%]|[.,:]\d|\ (?:million|billion|per))
      (?:\ ?[-–]\ ?\d{{1,2}}\b)?(?:,?\ {_YEAR})?
    | ,?\ (?:de\ |del\ )?{_YEAR}
    )""",
    re.VERBOSE,
)
"""What begins with a digit and what begins with a month are kept apart, so that a capital is not tried for both."""
_LABEL = later(
    r"""(?=[\d+(])(?:
      (?<!\w)\+\d[\d\ ().-]{6,}\d
    | (?<![\w.,])\(?0\d{1,5}\)?[\ -]\d{2,8}(?:[\ -]\d{2,6})*(?!\w)
    | (?<!\w)(?:\(\d{3}\)\ ?|\d{3}[-.])\d{3}[-.]\d{4}(?!\w) | (?<![\w-])\d{3}-\d{4}(?![\w-])
    | (?<![\w.])(?!\d{1,3}(?:\.\d{3})+(?![.\d]))\d+(?:\.\d+){2,}(?!\w)
    | (?<!\w)24/7(?!\w)
    ) | \b(?:https?://|www\.)\S+
    """,
    re.VERBOSE,
)
_MAY_LABEL = later(r"[0-9+(](?:(?<=[0-9])(?:[-/][0-9]|\.[0-9]+\.[0-9])|(?<=[+(])[0-9]|(?<=0)(?<![\w.,]0)[0-9])")
"""Some of the signs in each label but an address: most texts have none of them."""
_REFERENCE = later(
    r"(?:\b(?:pages?|pp?\.|paras?\.?|paragraphs?|lines?|sections?|chapters?|clauses?|articles?|annex|appendix|rules?|no\."
    r"|nr\.|number|room|gate|route|flight|channel)|§) ?$",
    re.IGNORECASE,
)
_REFERENCES = Endings((
    "page", "pages", "p.", "para", "paras", "para.", "paras.", "paragraph", "paragraphs", "line", "lines", "section",
    "sections", "chapter", "chapters", "clause", "clauses", "article", "articles", "annex", "appendix", "rule", "rules",
    "no.", "nr.", "number", "room", "gate", "route", "flight", "channel",
    "§",
))  # fmt: skip
"""How words end that _REFERENCE may find."""
_AFTER = later(
    r"(?:\b(?:in|since|by|until|till|from|during|before|after|early|late|mid|through|throughout|back|circa|of|year"
    r"|spring|summer|autumn|fall|winter|the|and|to)[ -]|[(‘'“\"]|^)$",
    re.IGNORECASE,
)
_PLURAL = r"(?!(?:was|has|his|its|this|does|says|thus|plus)\b)[a-z]+[^s'\W]s"
_PLURAL_FOLLOWS = later(
    rf"[ -](?:more |other |new |US |of the )?(?:[a-z'-]+ )?(?:{_PLURAL}|people|men|women|children|per)\b"
)

_NO_FIGURE_BEFORE = later(
    r"\b(?:several|few|many|couple(?: of)?|some|tens of|hundreds of|thousands of|per|by the|multi)[ -]$", re.IGNORECASE
)
_PRONOUN_BEFORE = later(
    r"\b(?:no|any|every|each|this|that|which|the|only|some|last|first|next|other|another|good|big|little|loved|by|for"
    r"|new|old|square|day|back to square)[ -]$",
    re.IGNORECASE,
)
_PRONOUN_AFTER = later(
    r"(?: (?:of|another|who|that|which|is|was|has|had|can|could|may|might|must|should|would|will|in|on|at|by|for|and|to"
    r"|day|time|thing|by one|more|last)\b|['.,;:!?)”’\"]|-(?!\w+ )|$)",
    re.IGNORECASE,
)
_HALF_BEFORE = later(r"\b(?:first|second|latter|other|better|top|bottom|opening|final)[ -]$", re.IGNORECASE)
_CAPITAL_BEFORE = later(r"(?<![.!?:“\"] )(?<!^)\b[A-Z][\w'-]* $")
_COUNTED_AFTER = later(
    r" ?%|[ -](?:(?!of |in |to |by |and )[\w'-]+ ){0,2}?"
    rf"(?:{_PLURAL}|people|men|women|children|per ?cent|percent|staff|police)\b"
)
_GLUED_UNIT = later(
    r"(?:km|kg|mph|kph|cm|mm|ft|lbs?|mg|mi|hrs?|mins?|secs?|[GMTgmt][Bb]|[MGmgk][Ww]h?|[mgcfx]|bps)\b", re.IGNORECASE
)
_LETTERS = later(r"[A-Za-z]+")
_GOES_ON = later(r"[\w,;] ")
_NAME_FOLLOWS = later(r"(?: of)? [A-Z]|$")
_DIGIT = later("[0-9]")
_FOUR = later(r"1[0-9]\d{2}|20\d{2}")
_PER_CENT = later(r" ?%| per ?cent")
_REACH = 60
"""How far around a number its neighbours are looked at."""
_SOMETIMES_IDLE = frozenset({"one", "half", "hundred", "dozen", "thousand", "million", "billion", "trillion"})


def not_figures(text: str) -> Iterator[tuple[int, int, Literal["date", "label"]]]:
    """Yield the spans of a plain text that are a date, a time, or a number which is only a name."""
    if not _DIGIT.search(text):
        return
    if _MAY_LABEL.search(text) or "://" in text or "www." in text:
        for match in _LABEL.finditer(text):
            yield match.start(), match.end(), "label"
    done = 0
    for begin in _DATE_BEGINS.finditer(text):
        start = begin.start()
        if start >= done and (date := _DATE.match(text, start)):
            done = date.end()
            yield start, done, "date"


def is_year(text: str, start: int, end: int) -> bool:
    """Tell whether four bare digits are a year: `in 2022` is one, `2000 people` is not."""
    if end - start != len("2022") or not _FOUR.fullmatch(text, start, end) or _PER_CENT.match(text, end):
        return False
    after_preposition = _AFTER.search(text[max(0, start - _REACH) : start])
    counts = _PLURAL_FOLLOWS.match(text, end)
    if counts and after_preposition:
        return after_preposition[0].strip().lower() in ("in", "since", "by", "until", "during", "early", "late", "mid")
    return not counts


def kind_of(line: str, numeral: Numeral) -> Kind:
    """Tell what a numeral is that is no part of a longer date or name."""
    if numeral.ordinal:
        return "ordinal"
    start, end = numeral.start, numeral.end
    if line.startswith(" o'clock", end):
        return "date"
    if not numeral.digits:
        return "label" if _is_idle_word(line, start, end) else "figure"
    if numeral.currency:
        return "figure"
    if is_year(line, start, end):
        return "date"
    return "label" if _is_in_a_name(line, start, end) else "figure"


def _is_in_a_name(line: str, start: int, end: int) -> bool:
    """Tell whether digits belong to a name: `5G`, `Executive Order 13942`, but not `London 14 people`."""
    glued = _LETTERS.match(line, end)
    if glued and (glued[0] in ("D", "G", "K") or not _GLUED_UNIT.match(line, end)):
        return True
    before = line[max(0, start - _REACH) : start]
    if _REFERENCES.may_end(before) and _REFERENCE.search(before):
        return True
    last = _last_word(before)
    if last == last.lower():
        # Without a capital in the last word there is nothing to look for.
        return False
    return bool(_CAPITAL_BEFORE.search(before)) and not _COUNTED_AFTER.match(line[end : end + _REACH])


def _last_word(before: str) -> str:
    """Return the last word of what stands before a number, with the marks on it."""
    return before[before.rfind(" ", 0, -1) + 1 :].removesuffix(" ")


def _is_idle_word(line: str, start: int, end: int) -> bool:
    """Tell whether a number word counts nothing: `no one`, `the first half`, `several hundred`, `the Big Four`."""
    words = line[start:end]
    lowered = words.lower()
    if lowered in _SOMETIMES_IDLE:
        before = line[max(0, start - _REACH) : start]
        if lowered == "one":
            return bool(_PRONOUN_BEFORE.search(before) or _PRONOUN_AFTER.match(line[end : end + _REACH]))
        if lowered == "half":
            return bool(_HALF_BEFORE.search(before))
        if _NO_FIGURE_BEFORE.search(before):
            return True
    inside = words[0].isupper() and not words.isupper() and _GOES_ON.fullmatch(line, max(0, start - 2), start)
    return bool(inside and _NAME_FOLLOWS.match(line[end : end + _REACH]))
