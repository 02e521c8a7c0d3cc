"""The texts of articles: sentences that state facts, among others that state nothing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from benchmarks import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

SMALLEST, LARGEST = 5_000, 50_000
"""Bytes of an article, about."""
_PARAGRAPH = 4
_FILLING = [
    f"{subject} {deed} {ending}."
    for subject, deed, ending in product(words.SUBJECTS, words.DEEDS, words.ENDINGS)
]  # fmt: skip
_MEAN = sum(map(len, _FILLING)) // len(_FILLING) + 1


@dataclass(frozen=True, slots=True)
class Article:
    """The text of an article, and where its facts stand."""

    text: str
    paragraphs: list[str]
    """Of each fact the paragraph around it."""
    numbers: list[int]
    """Of each fact the number of its paragraph; the headline has none."""


def write_article(rng: Random, title: str, sentences: Sequence[str], extra: Sequence[str] = ()) -> Article:
    """Write an article in which each sentence stands in a paragraph of its own among filling.

    `extra` are further sentences, of which nobody makes a claim.
    """
    size = rng.randint(SMALLEST, LARGEST)
    room = max(0, size - sum(map(len, (*sentences, *extra))))
    filling = rng.choices(_FILLING, k=room // _MEAN)
    stated = [*sentences, *extra]
    every = max(_PARAGRAPH, len(filling) // max(1, len(stated)))
    blocks, numbers, around = [title], [], []
    for at, sentence in enumerate(stated):
        mine = filling[at * every : (at + 1) * every]
        blocks.append(" ".join([*mine[:1], sentence, *mine[1:_PARAGRAPH]]))
        numbers.append(len(blocks) - 1)
        around.append(blocks[-1])
        blocks += _paragraphs(mine[_PARAGRAPH:])
    blocks += _paragraphs(filling[len(stated) * every :])
    return Article("\n\n".join(blocks) + "\n", around[: len(sentences)], numbers[: len(sentences)])


def _paragraphs(sentences: Sequence[str]) -> list[str]:
    return [" ".join(sentences[at : at + _PARAGRAPH]) for at in range(0, len(sentences), _PARAGRAPH)]
