"""The dictionaries: how soon they are there, how fast words are looked up, how long a list of candidates takes."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, own_home, release
from benchmarks.slips import misspelled, read_pairs
from benchmarks.spelling import SAMPLES
from pr_editor.app.services import build_services
from pr_editor.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.language.language import Language

RUNS = 5
LOOKED_UP = 300_000


def seconds(job: Callable[[], object]) -> float:
    """What a job takes."""
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def look_up(language: Language, forms: list[str]) -> float:
    """Seconds for ``LOOKED_UP`` words of running text, all of them asked before."""

    def ask() -> None:
        for form in running:
            language.knows(form)

    running = (forms * (LOOKED_UP // len(forms) + 1))[:LOOKED_UP]
    return seconds(ask)


def main() -> None:
    """Measure and print all."""
    with own_home():
        services = build_services()
        load = [seconds(services.language) for _ in range(RUNS)]
        language = services.language()
    forms = [token.text for text in release() for token in words(text)]
    slips = [form for form in misspelled(read_pairs(SAMPLES)) if not language.knows(form)]
    language.candidates("گزارس")  # builds the search tables, as the checker's first misspelling does
    lists = [seconds(partial(language.candidates, form)) for form in slips]
    print(Figure("dictionaries loaded", 1.0, load))
    print(Figure(f"{LOOKED_UP:,} words looked up again", 1.0, [look_up(language, forms) for _ in range(RUNS)]))
    print(Figure("candidates for a misspelled word", 0.03, lists, share=0.95))
    print(Figure("candidates for any misspelled word", 0.15, lists, share=1))


if __name__ == "__main__":
    main()
