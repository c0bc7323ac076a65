"""pr-editor's sure fixes and two normalisers on one text that is meant to break them, as one Markdown table.

    python -m benchmarks.normalisers [--peers] [--show]

``benchmarks/data/torture.txt`` holds a sentence a line. In the same line of ``torture.keep`` stands what must come out
of it as it went in, of ``torture.want`` what should stand there afterwards. ``--peers`` adds virastar, which is
installed for the run with npm (needs the network once) and thrown away again; ``--show`` tells what each one damaged.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hazm import Normalizer

from benchmarks.figures import own_home, release
from pr_editor.app.services import build_services
from pr_editor.checks.fixes import fix_all
from pr_editor.text.draft import draft_of
from pr_editor.text.fold import DIGITS, PERSIAN_DIGITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pr_editor.app.services import Services

DATA = Path(__file__).parent / "data"
_HEADINGS = ("", "damaged", "lines with damage", "put right", "600 words, median (least) ms")
_VIRASTAR = "virastar@0.22.1"
_SCRIPT = """
const Virastar = require("virastar"), editor = new Virastar(), fs = require("fs");
for (const line of fs.readFileSync(0, "utf8").split("\\n").filter(Boolean)) console.log(editor.cleanup(line));
"""
_RUNS = 15
_FIRST_SIGHTS = 5
_PERSIAN = str.maketrans(DIGITS + ",.", PERSIAN_DIGITS + "٬٫")
_DECIMAL = re.compile(r"\d+\.\d+(?!\.)|\d{1,3}(?:,\d{3})+")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, what it must keep, and what should stand in it afterwards, each with the forms that will do."""

    text: str
    keep: tuple[frozenset[str], ...]
    want: tuple[frozenset[str], ...]


def read_lines() -> list[Line]:
    """The whole text."""
    texts, keep, want = ((DATA / f"torture.{part}").read_text("utf-8").splitlines() for part in ("txt", "keep", "want"))
    return [
        Line(text, tuple(map(kept_forms, _parted(kept))), tuple(frozenset(item.split("=")) for item in _parted(wanted)))
        for text, kept, wanted in zip(texts, keep, want, strict=True)
    ]


def _parted(items: str) -> list[str]:
    return items.split(";") if items else []


def kept_forms(item: str) -> frozenset[str]:
    """What an item may look like afterwards: as it was; without Latin letters, its digits may have become Persian."""
    if re.search("[A-Za-z]", item):
        return frozenset((item,))
    script = item.translate(str.maketrans(DIGITS, PERSIAN_DIGITS))
    return frozenset((item, script, _DECIMAL.sub(lambda number: number.group().translate(_PERSIAN), item)))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the sentences under one program, and seconds for a long release, if they were taken."""

    name: str
    texts: Sequence[str]
    times: Sequence[float] = ()

    def lost(self, lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
        """Each item that did not survive, with the sentence it was in."""
        for line, text in zip(lines, self.texts, strict=True):
            yield from ((min(forms), text) for forms in line.keep if not any(form in text for form in forms))

    def row(self, lines: Sequence[Line]) -> Sequence[str]:
        """The cells of its row."""
        lost = list(self.lost(lines))
        paired = list(zip(lines, self.texts, strict=True))
        right = sum(any(form in text for form in forms) for line, text in paired for forms in line.want)
        kept, wanted = sum(len(line.keep) for line in lines), sum(len(line.want) for line in lines)
        times = f"{1000 * statistics.median(self.times):.0f} ({1000 * min(self.times):.0f})" if self.times else "–"
        return self.name, f"{len(lost)} of {kept}", str(len({text for _, text in lost})), f"{right} of {wanted}", times


def pr_editor(services: Services, lines: Sequence[Line]) -> Iterator[Outcome]:
    """``pr-editor fix`` on every sentence; and the whole review: of words it has met, and of words it has not."""
    profile = services.profile("pr")
    engine = services.engine(profile)
    texts = ["\n".join(p.text for p in fix_all(engine, draft_of([line.text]))[0].paragraphs) for line in lines]
    times = timed(lambda paragraphs: engine.review(draft_of(paragraphs)))
    yield Outcome("pr-editor fix; a whole review", texts, times)
    paragraphs, first_sights = release(), []
    for _ in range(_FIRST_SIGHTS):
        fresh = services.engine(profile)
        fresh.review(draft_of(line.text for line in lines))
        began = time.perf_counter()
        fresh.review(draft_of(paragraphs))
        first_sights.append(time.perf_counter() - began)
    yield Outcome("… with candidates for words not met before", texts, first_sights)


def hazm(lines: Sequence[Line]) -> Outcome:
    """hazm's ``Normalizer`` as it comes."""
    normalise = Normalizer().normalize
    times = timed(lambda paragraphs: [normalise(text) for text in paragraphs])
    return Outcome("hazm Normalizer", [normalise(line.text) for line in lines], times)


def virastar(npm: str, lines: Sequence[Line]) -> Outcome:
    """virastar as it comes, in a folder that is thrown away afterwards."""
    with tempfile.TemporaryDirectory(prefix="pr-editor-virastar-") as folder:
        subprocess.run([npm, "install", "--silent", "--no-audit", "--no-fund", _VIRASTAR], cwd=folder, check=True)
        given = "\n".join(line.text for line in lines)
        command = ["node", "-e", _SCRIPT]
        done = subprocess.run(command, cwd=folder, check=True, input=given, capture_output=True, text=True)
    return Outcome(_VIRASTAR.replace("@", " "), done.stdout.splitlines())


def timed(work: Callable[[list[str]], object]) -> list[float]:
    """Seconds for a long release, several times, each time with a word more in every paragraph."""
    paragraphs, times = release(), []
    work(paragraphs)
    for run in range(_RUNS):
        changed = [f"{text} {run + 1}" for text in paragraphs]
        began = time.perf_counter()
        work(changed)
        times.append(time.perf_counter() - began)
    return times


def main(npm: str, show: bool) -> None:
    """Print the table; with virastar in it if there is an ``npm`` to install it with."""
    lines = read_lines()
    with own_home():
        outcomes = [*pr_editor(build_services(), lines), hazm(lines)]
    if npm:
        outcomes.append(virastar(npm, lines))
    for cells in (_HEADINGS, ("---", *["---:"] * (len(_HEADINGS) - 1)), *(one.row(lines) for one in outcomes)):
        print(f"| {' | '.join(cells)} |")
    for outcome in outcomes if show else ():
        for item, text in outcome.lost(lines):
            print(f"{outcome.name}: «{item}» in «{text}»")


def _parse() -> tuple[str, bool]:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.normalisers", description=__doc__)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    npm = shutil.which("npm") or "" if given.peers else ""
    if given.peers and not npm:
        parser.error("--peers needs npm to install virastar with")
    return npm, given.show


if __name__ == "__main__":
    main(*_parse())
