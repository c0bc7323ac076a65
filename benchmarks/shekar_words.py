"""Answers about single words with shekar: JSON lines in, JSON lines out. Runs where shekar is installed, alone."""

from __future__ import annotations

import json
import sys

from shekar.spelling import StatisticalSpellChecker  # type: ignore[import-not-found] # lives in an environment of its own


def main() -> None:
    """Answer until the input ends: ``{"known": [words]}`` with booleans, ``{"propose": word}`` with words."""
    checker = StatisticalSpellChecker()
    for line in sys.stdin:
        question = json.loads(line)
        if "known" in question:
            answer = [_known(checker, word) for word in question["known"]]
        else:
            answer = checker.suggest(question["propose"], n_best=5)
        print(json.dumps(answer), flush=True)


def _known(checker: StatisticalSpellChecker, word: str) -> bool:
    """Whether ``correct_text`` would leave a word as it is: normalised as there, in the vocabulary, or its stem is."""
    word = checker.normalizer(word)
    stem = checker.stemmer(word)
    return word in checker.words or (stem != word and stem in checker.words)


if __name__ == "__main__":
    main()
