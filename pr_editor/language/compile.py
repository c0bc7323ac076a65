"""Makes the word lists the program ships with: ``python -m pr_editor.language.compile --news … --sources … --out …``.

The news are text files, a blank line between two articles; the sources are packages of others with word lists. Both
are described in the README beside the lists, and so is what comes out. Of the articles nothing is kept but counts of
words and of words in a row.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from hazm.utils import words_list

from pr_editor.language import sources
from pr_editor.language.lexicon import (
    BY_HAND,
    COMMON,
    COUNTS,
    GENERAL,
    NAMES,
    NEWS,
    NGRAMS,
    PAIRS,
    TRIGRAMS,
    VERBS,
    WORDS,
    Lexicon,
)
from pr_editor.language.morphology import Morphology
from pr_editor.language.ngrams import Ngrams, count_rows
from pr_editor.language.normal import normal
from pr_editor.language.sources import PERSIAN_WORD
from pr_editor.language.speller import Speller
from pr_editor.language.trigrams import trigram_counts
from pr_editor.language.verbs import verb_forms
from pr_editor.language.vetting import vetted, vetted_general, vetted_names
from pr_editor.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LEAST_ARTICLES = 3
"""A word in fewer articles is no evidence of anything."""
_ARTICLE_END = re.compile(r"\n\s*\n")
_USUAL = 20
"""Thousands of occurrences in general Persian from which a word's letters are no accident."""


def article_counts(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """In how many articles each word stands, and each pair of words with but a space between them."""
    counts: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for text in texts:
        for article in _ARTICLE_END.split(text):
            found = [_words_of(line) for line in article.split("\n")]
            counts.update({word for line in found for _, _, word in line if word})
            pairs.update(
                {f"{a[2]} {b[2]}" for line in found for a, b in pairwise(line) if a[2] and b[2] and b[0] - a[1] == 1}
            )
    return counts, pairs


def _words_of(line: str) -> list[tuple[int, int, str]]:
    """Start, end and normal form of each word; the form is empty for what is no word of Persian letters."""
    forms = ((token, normal(token.text)) for token in words(line))
    return [(token.start, token.end, form if PERSIAN_WORD.fullmatch(form) else "") for token, form in forms]


def hazm_words() -> dict[str, int]:
    """hazm's words and their frequency in a large corpus; those without one accept typos and stay out."""
    entries = ((normal(word), count) for word, count, _ in words_list())
    return {word: count for word, count in entries if count > 0 and PERSIAN_WORD.fullmatch(word)}


def compile_lists(news: Path, packages: Path, out: Path) -> None:
    """Write the lists into ``out``, which holds the Lilak dictionary in ``fa``, and those kept by hand."""
    listed, general, found = hazm_words(), sources.general_counts(packages), sources.names(packages)
    texts = [path.read_text("utf-8") for path in sorted(news.glob("*.txt"))]
    with Speller(out / "fa") as speller:
        verbs = verb_forms(lambda word: word in listed or speller.check(word))
        common, pairs = map(_frequent, article_counts(texts))
        by_hand = frozenset(word for name in BY_HAND for word in (out / name).read_text("utf-8").split())
        accepted = _accepted(Lexicon(verbs, listed, by_hand, common, speller, general), found)
    for name, forms in accepted.items():
        _write(out / name, sorted(forms))
    _write(out / VERBS, sorted(verbs))
    usual = {*common, *(word for word, count in general.items() if count >= _USUAL)}
    tables = {WORDS: listed, GENERAL: general, COUNTS: common, PAIRS: pairs, TRIGRAMS: trigram_counts(usual)}
    for name, counts in tables.items():
        _write(out / name, _table(counts))
    articles = (article for text in texts for article in _ARTICLE_END.split(text))
    Ngrams.of(count_rows(articles, LEAST_ARTICLES)).save(out / NGRAMS)


def _accepted(lexicon: Lexicon, names: frozenset[str]) -> dict[str, frozenset[str]]:
    """The lists of words no dictionary has, by file; each holds what those before it leave unexplained."""
    morphology, counts, general = Morphology(lexicon), lexicon.counts, lexicon.general
    news = vetted(counts, morphology)
    lexicon.accepted |= news
    common = vetted_general(general, counts, morphology)
    lexicon.accepted |= common
    return {NEWS: news, COMMON: common, NAMES: vetted_names(names, general, counts, morphology)}


def _frequent(counts: Counter[str]) -> dict[str, int]:
    return {entry: count for entry, count in counts.items() if count >= LEAST_ARTICLES}


def _table(counts: Mapping[str, int]) -> list[str]:
    return [f"{word}\t{count}" for word, count in sorted(counts.items())]


def _write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


def main(arguments: list[str] | None = None) -> None:
    """Read the command line and compile."""
    parser = argparse.ArgumentParser(prog="python -m pr_editor.language.compile", description=__doc__)
    parser.add_argument("--news", type=Path, required=True, metavar="DIR", help="folder of news texts")
    parser.add_argument("--sources", type=Path, required=True, metavar="DIR", help="folder of unpacked packages")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the dictionaries")
    options = parser.parse_args(arguments)
    if not any(options.news.glob("*.txt")):
        sys.exit(f"no .txt files in {options.news}")
    try:
        compile_lists(options.news, options.sources, options.out)
    except FileNotFoundError as error:
        sys.exit(f"missing: {error.filename}")


if __name__ == "__main__":
    main()
