"""Spell checkers compared on sentences with slips in them, as one Markdown table.

    python -m benchmarks.spelling [FOLDER] [--peers]

``FOLDER`` holds ``wrong.txt`` and ``right.txt``, a sentence a line; without one it is ``benchmarks/data/slips``.
``--peers`` adds shekar, which is installed for the run with uv (needs the network once) and thrown away again.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import time
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import own_home
from benchmarks.rivals import Hazm, Hunspell, shekar
from benchmarks.slips import misspelled, overlaps, read_pairs, same_words
from benchmarks.spellers import PrEditor
from pr_editor.app.services import build_services
from pr_editor.language.normal import normal
from pr_editor.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.slips import Pair
    from benchmarks.spellers import Mark, Speller

SAMPLES = Path(__file__).parent / "data" / "slips"
_HEADINGS = (
    "", "found", "warned of", "precision of warnings", "right first", "right in five",
    "false warnings per 1,000 words", "marks per 1,000 right words", "words/s (asked again)", "ms a list, median (p95)",
)  # fmt: skip
_MOST = 5


@dataclass(slots=True)
class Tally:
    """What was counted over all sentences."""

    slips: int = 0
    found: int = 0
    warned: int = 0
    first: int = 0
    in_five: int = 0
    warnings: int = 0
    """Those that can be judged: warnings where only half-spaces or hamza differ are left out."""
    false: int = 0
    right_warnings: int = 0
    """Warnings on the sentences without slips …"""
    right_marks: int = 0
    """… and all marks there."""

    def add_wrong(self, pair: Pair, marks: Sequence[Mark]) -> None:
        """Count a sentence with slips."""
        for mark in (mark for mark in marks if mark.loud):
            place = mark.start, mark.end
            on_slip = any(overlaps(place, (slip.start, slip.end)) for slip in pair.slips)
            false = not any(overlaps(place, other) for other in pair.touched)
            self.warnings += on_slip or false
            self.false += false
        for slip in pair.slips:
            over = [mark for mark in marks if overlaps((mark.start, mark.end), (slip.start, slip.end))]
            proposals = [text for mark in over for text in mark.proposals][:_MOST]
            wanted = pair.wrong[: slip.start] + slip.meant + pair.wrong[slip.end :]
            right = [same_words(text, wanted) for text in proposals]
            self.slips += 1
            self.found += bool(over)
            self.warned += any(mark.loud for mark in over)
            self.first += any(right[:1])
            self.in_five += any(right)

    def add_right(self, marks: Sequence[Mark]) -> None:
        """Count a sentence without slips."""
        self.right_marks += len(marks)
        self.right_warnings += sum(mark.loud for mark in marks)


def row(speller: Speller, pairs: Sequence[Pair]) -> Sequence[str]:
    """Ask one spell checker everything; the cells of its row."""
    forms = [normal(token.text) for pair in pairs for token in words(pair.right)]
    first, again = (len(forms) / _time_known(speller, forms) for _ in range(2))
    lists = sorted(_list_times(speller, pairs))
    tally = Tally()
    slips = [[(slip.start, slip.end) for slip in pair.slips] for pair in pairs]
    for pair, marks in zip(pairs, speller.marks([pair.wrong for pair in pairs], slips), strict=True):
        tally.add_wrong(pair, marks)
    for marks in speller.marks([pair.right for pair in pairs], [()] * len(pairs)):
        tally.add_right(marks)
    return [
        speller.name,
        _percent(tally.found, tally.slips),
        _percent(tally.warned, tally.slips),
        _percent(tally.warnings - tally.false, tally.warnings),
        _percent(tally.first, tally.found),
        _percent(tally.in_five, tally.found),
        f"{1000 * tally.right_warnings / len(forms):.1f}",
        f"{1000 * tally.right_marks / len(forms):.1f}",
        f"{round(first, -3):,.0f} ({round(again, -3):,.0f})",
        f"{1000 * statistics.median(lists):.0f} ({1000 * lists[int(0.95 * len(lists))]:.0f})",
    ]


def _time_known(speller: Speller, forms: Sequence[str]) -> float:
    began = time.perf_counter()
    speller.known(forms)
    return time.perf_counter() - began


def _list_times(speller: Speller, pairs: Sequence[Pair]) -> Iterator[float]:
    """Seconds for the proposals for each unknown word that is a slip, every word once."""
    forms = misspelled(pairs)
    unknown = [form for form, is_known in zip(forms, speller.known(forms), strict=True) if not is_known]
    speller.propose("گزارس")  # what is built on first use is not the price of a list
    for form in unknown:
        began = time.perf_counter()
        speller.propose(form)
        yield time.perf_counter() - began


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.1f} %"


def main(folder: Path, uv: str) -> None:
    """Print the table; with shekar in it if there is a ``uv`` to install it with."""
    pairs = read_pairs(folder)
    lines = [_HEADINGS, ("---", *["---:"] * (len(_HEADINGS) - 1))]
    with own_home(), ExitStack() as stack:
        services = build_services()
        spellers: list[Speller] = [
            PrEditor(services), Hunspell(services.paths.resources / "dictionaries" / "fa"), Hazm()
        ]  # fmt: skip
        if uv:
            spellers.append(stack.enter_context(shekar(uv)))
        for cells in chain(lines, (row(speller, pairs) for speller in spellers)):
            print(f"| {' | '.join(cells)} |", flush=True)


def _parse() -> tuple[Path, str]:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.spelling", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES)
    parser.add_argument("--peers", action="store_true")
    given = parser.parse_args()
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(__file__).parents[1] / ".tools" / "bin"))
    if given.peers and uv is None:
        parser.error("shekar is installed with uv, which is not there")
    return given.folder, uv or "" if given.peers else ""


if __name__ == "__main__":
    main(*_parse())
