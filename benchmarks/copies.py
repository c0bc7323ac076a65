"""Copies of published paragraphs, altered as copies are."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.text.sentences import sentence_spans
from pr_editor.text.similarity import split_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from random import Random

    from benchmarks.pseudo_news import PseudoNews

    type Alter = Callable[[str, Random, PseudoNews], str]

LONG = 10
"""Words of a sentence that is looked for by itself."""


def long_enough(text: str) -> bool:
    """Whether copies can be made of it: it has a sentence of ten words or more."""
    return any(len(split_words(text[start:end])) >= LONG for start, end in sentence_spans(text))


def _same(text: str, dice: Random, news: PseudoNews) -> str:
    return text


def _embedded(text: str, dice: Random, news: PseudoNews) -> str:
    """Between sentences of another paragraph."""
    return f"{news.sentence(dice.randint(8, 25))} {text} {news.sentence(dice.randint(8, 25))}"


def _one_sentence(text: str, dice: Random, news: PseudoNews) -> str:
    """A single long sentence of it, put into a paragraph of other sentences."""
    sentences = [text[start:end] for start, end in sentence_spans(text)]
    taken = dice.choice([sentence for sentence in sentences if len(split_words(sentence)) >= LONG])
    return _embedded(taken, dice, news)


def _edited(share: float) -> Alter:
    """Words replaced, left out and put in."""

    def edited(text: str, dice: Random, news: PseudoNews) -> str:
        words: list[str] = []
        for word in text.split():
            if dice.random() >= share:
                words.append(word)
                continue
            other = news.sentence(1).rstrip(".")
            words += dice.choice(([other], [other], [], [word, other]))
        return " ".join(words)

    return edited


def _moved(text: str, dice: Random, news: PseudoNews) -> str:
    """Its sentences in another order."""
    sentences = [text[start:end] for start, end in sentence_spans(text)]
    return " ".join((*sentences[1:], sentences[0]))


KINDS: Mapping[str, Alter] = MappingProxyType(
    {
        "word for word": _same,
        "inside a longer paragraph": _embedded,
        "one sentence of ten words or more": _one_sentence,
        "sentences in another order": _moved,
        "10 % of the words edited": _edited(0.1),
        "20 % of the words edited": _edited(0.2),
        "30 % of the words edited": _edited(0.3),
    }
)
"""How copies are altered, by what is printed."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a paragraph, and the release it is from."""

    release: str
    original: str
    text: str


def plant(
    kept: Sequence[tuple[str, tuple[str, ...]]], alter: Alter, count: int, dice: Random, news: PseudoNews
) -> list[Copy]:
    """Copies of so many paragraphs, headlines left out."""
    planted: list[Copy] = []
    while len(planted) < count:
        release, paragraphs = dice.choice(kept)
        original = dice.choice(paragraphs[1:])
        if long_enough(original):
            planted.append(Copy(release, original, alter(original, dice, news)))
    return planted
