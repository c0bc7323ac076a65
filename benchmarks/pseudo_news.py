"""Text that nobody wrote, with the word statistics of real text: what an archive of a million paragraphs is made of.

A word follows the one before it as often as the pairs counted in the news say (``resources/dictionaries/pairs.tsv``),
or is drawn by its frequency in general Persian (``general.tsv``, which follows Zipf's law). How often the one and how
often the other is fitted to real news: of the runs of four words of an article, 6.5 % stand in one to four of 30,000
paragraphs of other articles and 2.9 % in five or more. Here it is 6 % and 3 %. Formulas open some paragraphs; names and
figures are strewn in. The same seed gives the same text.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate, product
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LISTS = Path(__file__).parents[1] / "resources" / "dictionaries"
_FOLLOWS = 0.9
"""How often a word is drawn from those that follow the one before."""
_STREWN = 0.03
"""Figures and names for each word."""
_FORMULA = 0.08
_SENTENCE = (6, 32)
_DRAWN = 100_000

_OPENINGS = ("به گزارش", "به گزارش خبرنگار", "به نقل از", "به گزارش گروه اقتصادی")
_SOURCES = (
    "روابط عمومی شرکت آب و فاضلاب استان", "روابط عمومی وزارت نیرو", "روابط عمومی اداره‌کل راه و شهرسازی استان",
    "روابط عمومی شهرداری", "مرکز اطلاع‌رسانی سازمان برنامه و بودجهٔ کشور", "پایگاه خبری شرکت توزیع نیروی برق",
)  # fmt: skip
_PURPOSES = ("،", " و با هدف ارتقای کیفیت خدمات به شهروندان،", " و در راستای سیاست‌های اقتصاد مقاومتی،")
_TURNS = (
    "وی با بیان اینکه", "وی در ادامه با اشاره به این موضوع گفت:", "وی در پایان خاطرنشان کرد:",
    "مدیرعامل این شرکت با اشاره به اهمیت موضوع افزود:", "گفتنی است", "شایان ذکر است",
    "وی در پایان از همهٔ همکاران و مردم شریف استان قدردانی کرد و گفت:",
    "در این آیین که با حضور جمعی از مسئولان استانی و محلی برگزار شد،",
)  # fmt: skip
FORMULAS = (*map("".join, product(_OPENINGS, (" ",), _SOURCES, _PURPOSES)), *_TURNS)
"""Beginnings of paragraphs, the commonest last."""


class PseudoNews:
    """A source of paragraphs."""

    def __init__(self, seed: int, follows: float = _FOLLOWS) -> None:
        """Read the counts."""
        self._dice = Random(seed)
        self._follows = follows
        self._words, weights = _table("general.tsv")
        self._weights = list(accumulate(weights))
        self._names, _ = _table("names.txt")
        self._after = _successors()
        self._stream = self._drawn()

    def paragraph(self) -> str:
        """A paragraph of one to three sentences, 38 words on average."""
        dice = self._dice
        sentences = [self.sentence(dice.randint(*_SENTENCE)) for _ in range(dice.choice((1, 2, 2, 3)))]
        if dice.random() < _FORMULA:
            # The square makes the last ones the commonest.
            sentences[0] = f"{FORMULAS[int(len(FORMULAS) * (1 - dice.random() ** 2))]} {sentences[0]}"
        return " ".join(sentences)

    def headline(self) -> str:
        """Six to eleven words."""
        return self.sentence(self._dice.randint(6, 11))[:-1]

    def sentence(self, words: int) -> str:
        """A sentence of so many words."""
        random, after, stream, follows = self._dice.random, self._after, self._stream, self._follows
        line: list[str] = []
        word = ""
        for _ in range(words):
            known = after.get(word)
            chance = random() / follows
            word = known[int(chance * len(known))] if known and chance < 1 else next(stream)
            line.append(word)
        if random() < _STREWN * words:
            line[int(random() * words)] = self._strewn()
        return " ".join(line) + "."

    def _strewn(self) -> str:
        dice = self._dice
        if dice.random() < 0.5:
            return str(dice.randint(2, 9999)).translate(_PERSIAN)
        return f"{dice.choice(self._names)} {dice.choice(self._names)}"

    def _drawn(self) -> Iterator[str]:
        """Words by their frequency, without end."""
        while True:
            yield from self._dice.choices(self._words, cum_weights=self._weights, k=_DRAWN)


_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def _table(name: str) -> tuple[list[str], list[int]]:
    lines = (_LISTS / name).read_text("utf-8").splitlines()
    rows = [(word, int(count or 1)) for word, _, count in (line.partition("\t") for line in lines)]
    return [word for word, _ in rows], [count for _, count in rows]


def _successors() -> dict[str, list[str]]:
    """The words that follow each word, each as often as it was counted there."""
    after: defaultdict[str, list[str]] = defaultdict(list)
    for line in (_LISTS / "pairs.tsv").read_text("utf-8").splitlines():
        pair, count = line.split("\t")
        first, second = pair.split(" ")
        after[first] += [second] * int(count)
    return dict(after)
