"""What an attacker, a broken editor or a tired desk puts into files: strategies for the tests in this folder.

In the suite each test tries a few examples, always the same ones. The long run looks for new ones:
`pytest tests/fuzz --hypothesis-profile=search`. What it finds goes into `test_found.py`, in its
smallest form.
"""

from __future__ import annotations

import codecs

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

RECORDS = """\
article: harbour-sale
parties:
  - {id: board, name: Harbour Board, kind: organisation, aliases: [the Board, HB], x-desk: {a: [1, {b: c}]}}
  - id: ana
    name: "Ana Ruiz"
    of: board
    identity: confidential
sources:
  - id: harbour-sale
    kind: article
    title: Harbour sold in secret, leaked minutes show
    party: board
    author: Ana Ruiz
    url: https://ledger.example/harbour-sale
    published: 2026-03
    snapshot: {file: harbour-sale.txt, sha256: SHA}
    derived_from:
      - {source: minutes, relation: quoted, acknowledged: false}
    set_aside: [{quote: Mayor Ode called that a bargain, why: 'an ''opinion'''}]
  - {id: minutes, kind: document, title: Minutes, published: 2026-02-11~, reliability: B, status: corrected}
claims:
  - id: six-votes
    text: >
      Six of nine board members
      voted to sell.
    quote: {exact: six of the nine members voted … for the sale, prefix: "…", at: para 1}
    type: numerical
    claimant: board
    about: [ana]
    reply: {sought: 2026-03-10, got: No answer.}
    serious: true
    figures: [{value: 6, unit: members, is: in favour}, {value: "9", to: 10, comparator: at-most}]
    when: 2026-02-11/2026-03
    sources: &cited
      - source: minutes
        cue: the minutes say
        quote: "carried, six votes to three"
        at: page 4
        stance: supports
        upstream: []
    verdict: {label: supported, why: Page 4., by: ben, date: 2026}
    checks: [{by: ben, role: checker, date: 2026-03-15, digest: "1:0123456789abcdef:-:fedcba9876543210"}]
    relations: [{claim: secret, as: qualifies}]
    waivers: [{rule: CT105, why: The only record., until: 2026-12-31}]
    tags: [sale, "#MeToo"]
  - id: secret  # and a comment
    text: |-
      The sale was kept secret for a month.
    quote: kept secret for last year
    sources: *cited
  - {id: short, text: T, sources: [minutes, harbour-sale], relations: [{claim: harbour-sale/secret, as: depends-on}]}
"""
"""A file that uses all of the format; broken in every way below."""

ARTICLE = """\
Harbour sold in secret, leaked minutes show

Six of the nine members voted this month for the sale, the minutes say. The vote was
kept secret for last year.

The harbour reportedly went for £4.2 million, “a bargain”, said Mayor Ode in March 2026.
"""

_CHARACTERS = (
    "\0\a\b\t\n\v\f\r\x1a\x1b\x7f\x80\x85\x9b\xa0\xad\u0301\u034f\u061c\u0640\u1160\u200b\u200e\u200f\u2028\u2029"
)
_CHARACTERS += (
    "\u202a\u202e\u2060\u2066\u3000\ufe0f\ufeff\ufffd\ufffe\uff9e\U0001f600\U000e0041\U0010ffff…“”‘’«»「」–—-"
)
_CHARACTERS += "\"'()[]{}<>|&*!%@`#,:;?.~^$\\/=+_ aAzZ019٣①½ﬁßİſ一가ا"
_TOKENS = (
    *("- ", "? ", ": ", ", ", "---\n", "...\n", "%YAML 1.1\n", "%TAG ! tag:x,2000:\n", "<<: *a", "<<: {a: b}"),
    *(
        "&a ",
        "*a",
        "*cited",
        "&cited ",
        "!!python/object/apply:os.system [id]",
        "!!binary aGk=",
        "!!int 1",
        "! ",
        "!x ",
    ),
    *("|", ">", "|+2\n", ">-\n", "{", "}", "[", "]", "{}", "[]", "null", "~", '""', "''", "true", "no", "0x1", "1e999"),
    *(
        "\r\n",
        "\r",
        "\n\n",
        "\n",
        "\x85",
        "\u2028",
        "\t",
        "\n\t",
        " #",
        "\n#",
        " # 4",
        '"\\u0000"',
        '"\\x1b[2J"',
        "\x1b]0;t\a",
    ),
    *(
        "id: a",
        "id: six-votes\n",
        "article: x\n",
        "claims:\n",
        "sources: []\n",
        "marks: 1",
        "x-a: 1\n",
        "text: ",
        "\ufeff",
    ),
    *(
        "harbour-sale/",
        "../../etc/passwd",
        "/etc/passwd",
        "claims:",
        "'",
        '"',
        "[" * 60,
        "{a: " * 60,
        "- " * 60,
        "9" * 50,
    ),
)

nasty_text = st.one_of(
    st.text(alphabet=st.sampled_from(_CHARACTERS), max_size=60),
    st.text(max_size=40),
    st.lists(st.sampled_from([*_TOKENS, *ARTICLE.split(" "), *_CHARACTERS]), max_size=30).map("".join),
    st.tuples(st.sampled_from([*_TOKENS, *_CHARACTERS, "a-", "1,", "(a", "“a ”"]), st.integers(1, 400)).map(
        lambda pair: pair[0] * pair[1]
    ),
)
"""Text of any kind: odd characters, pieces of YAML and prose, and one thing over and over."""


def tried(number: int) -> settings:
    """Return settings for so many examples in the suite, and for as many as the profile says in the long run."""
    profile = settings()
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
    return settings(max_examples=number if profile.derandomize else profile.max_examples, suppress_health_check=slow)


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """Break a text in up to four ways, each somewhere."""
    for _ in range(draw(st.integers(0, 4))):
        at, length = draw(st.integers(0, len(text))), draw(st.sampled_from([0, 1, 2, 5, 20, 80]))
        piece = text[at : at + length]
        match draw(st.integers(0, 5)):
            case 0:
                text = text[:at] + text[at + length :]
            case 1:
                text = text[:at] + piece * 2 + text[at + length :]
            case 2:
                to = draw(st.integers(0, len(text)))
                text = text[:to] + piece + text[to:]
            case 3:
                text = text[:at] + draw(st.sampled_from([*_TOKENS, *_CHARACTERS])) + text[at + length :]
            case 4:
                text = text[:at] + draw(nasty_text) + text[at:]
            case _:
                text = text.replace("\n", draw(st.sampled_from(["\r\n", "\r", "\n\n", "\n ", "\x85", "\u2028"])))
    return text


def encoded(texts: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    """Return texts in the encodings that editors save, right or wrong, now and then with a byte changed."""
    return st.builds(_encoded, texts, st.sampled_from([*_ENCODINGS, *["utf-8"] * 8]), st.none() | st.integers(0, 2**24))


_ENCODINGS = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32": b"",
    "latin-1": b"",
}


def _encoded(text: str, encoding: str, harm: int | None) -> bytes:
    data = bytearray(_ENCODINGS[encoding] + text.encode(encoding, errors="replace"))
    if harm is not None and data:
        data[(harm >> 8) % len(data)] = harm & 0xFF
    return bytes(data)
