"""Text that was published before, in an archive of a million paragraphs: how well and how fast it is found.

``python -m benchmarks.reuse [--paragraphs 1000000] [--peers]`` prints the tables of ``docs/reuse.md``; ``--peers`` adds
MinHash LSH. The library is made in a temporary folder below ``--folder``: a million paragraphs take about 1.5 GB.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks.archive import PARAGRAPHS, PASSPHRASE, SUPERVISOR, Archive, draft
from benchmarks.copies import KINDS, plant
from benchmarks.pseudo_news import PseudoNews
from pr_editor.library.keys import Cost, seal
from pr_editor.library.store import Library
from pr_editor.text.similarity import containment, split_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from benchmarks.copies import Copy
    from pr_editor.checks.ports import Match

_SIZES = (10_000, 100_000)
_SEED, _OTHER_SEED = 1405, 1406
_WARM, _COLD, _APPROVED = 500, 100, 200
_PLANTED, _UNRELATED = 1000, 5000
_SURE, _SURE_SENTENCE = 0.5, 0.7
"""From here on a paragraph counts as surely taken over (``checks.reuse``)."""
_NAIVE = 5000
_PEER = "datasketch==2.0.0"
_SKETCHED, _ASKED_PEER = 20_000, 300


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds, told as median and ninety-ninth percentile in milliseconds: two cells of a table."""

    values: Sequence[float]

    def __str__(self) -> str:
        """The cells."""
        ordered = sorted(self.values)
        return f"{1000 * statistics.median(ordered):.1f} | {1000 * ordered[int(len(ordered) * 0.99)]:.1f}"


def main(paragraphs: int, folder: Path, peers: bool) -> None:
    """Build, measure, print."""
    archive = Archive.make(folder, _SEED)
    news, dice = PseudoNews(_OTHER_SEED), Random(_SEED)
    _growth(archive, paragraphs, dice, news)
    copies = {name: plant(archive.kept, alter, _PLANTED, dice, news) for name, alter in KINDS.items()}
    with archive.open() as library:
        _recall(library, copies)
        _false_alarms(library, news)
    if peers:
        _sketches(archive, copies, news)
    scan = _naive(archive, news) * archive.paragraphs / _NAIVE
    print(
        f"\nHolding such a draft against all paragraphs one by one takes {scan:.0f} s (from {_NAIVE:,}, extrapolated)."
    )
    _approvals(archive)


def row(*cells: object) -> None:
    """Print a row of a table."""
    print(f"| {' | '.join(map(str, cells))} |", flush=True)


def _growth(archive: Archive, paragraphs: int, dice: Random, news: PseudoNews) -> None:
    row("paragraphs", "bytes of index each", "indexed a second", "warm p50", "p99", "cold p50", "p99")
    row(*["---:"] * 7)
    for size in (*(size for size in _SIZES if size < paragraphs), paragraphs):
        before, indexing = archive.paragraphs, archive.indexing
        archive.grow(size)
        rate = (archive.paragraphs - before) / (archive.indexing - indexing)
        drafts = [_draft(archive, dice, news) for _ in range(_WARM + _COLD)]
        # What texts are drawn from and copies are made of is no part of the program, whose garbage collector would
        # walk through all of it in the middle of a question.
        gc.collect()
        gc.freeze()
        warm, cold = _warm(archive, drafts[:_WARM]), _cold(archive, drafts[_WARM:])
        row(f"{archive.paragraphs:,}", f"{archive.bytes_per_paragraph():.0f}", f"{rate:,.0f}", warm, cold)


def _draft(archive: Archive, dice: Random, news: PseudoNews) -> list[str]:
    """Twelve paragraphs, two of which were taken over with a word changed here and there."""
    texts = [paragraph.text for paragraph in draft(news).paragraphs]
    copies = plant(archive.kept, KINDS["10 % of the words edited"], 2, dice, news)
    texts[3], texts[7] = (copy.text for copy in copies)
    return texts


def _warm(archive: Archive, drafts: Iterable[Sequence[str]]) -> Times:
    with archive.open() as library:
        return Times([_timed(partial(library.reuse, texts)) for texts in drafts])


def _cold(archive: Archive, drafts: Iterable[Sequence[str]]) -> Times:
    """Nothing of the file is in memory but what opening it reads."""
    values = []
    for texts in drafts:
        _forget(archive.path)
        with Library.open(archive.path, readonly=True, environment=archive.environment) as library:
            values.append(_timed(partial(library.reuse, texts)))
    return Times(values)


def _forget(path: Path) -> None:
    """Make the system drop what it holds of a file in memory."""
    file = os.open(path, os.O_RDONLY)
    os.fsync(file)
    os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(file)


def _timed(question: Callable[[], object]) -> float:
    begun = time.perf_counter()
    question()
    return time.perf_counter() - begun


def _recall(library: Library, copies: dict[str, list[Copy]]) -> None:
    print(f"\nOf {_PLANTED} copies of each kind:\n")
    row("copy", "found", "as sure", "best match")
    row("---", *["---:"] * 3)
    for name, planted in copies.items():
        found = sure = first = 0
        for copy in planted:
            matches = library.reuse([copy.text])
            right = [match for match in matches if (match.source.release, match.text) == (copy.release, copy.original)]
            found += bool(right)
            sure += any(map(_is_sure, right))
            first += bool(right) and right[0] is matches[0]
        row(name, *(f"{count / len(planted):.3f}" for count in (found, sure, first)))


def _false_alarms(library: Library, news: PseudoNews) -> None:
    matches = [library.reuse([news.paragraph()]) for _ in range(_UNRELATED)]
    sure = sum(any(map(_is_sure, of_one)) for of_one in matches)
    print(f"\nOf {_UNRELATED:,} unrelated paragraphs {sum(map(bool, matches))} are found, {sure} as sure.")


def _is_sure(match: Match) -> bool:
    return match.share >= _SURE or match.sentence >= _SURE_SENTENCE


def _sketches(archive: Archive, copies: dict[str, list[Copy]], news: PseudoNews) -> None:
    """MinHash LSH over a part of the archive that holds the paragraphs copied."""
    asked = [(name, copy) for name, planted in copies.items() for copy in planted[:_ASKED_PEER]]
    published = list({copy.original: None for _, copy in asked})
    others = (text for _, texts in archive.kept for text in texts)
    published += [text for text in others if text not in set(published)][: _SKETCHED - len(published)]
    unrelated = [news.paragraph() for _ in range(_ASKED_PEER)]
    answer = _ask_peer(published, [*(copy.text for _, copy in asked), *unrelated])
    number = {text: at for at, text in enumerate(published)}
    print(f"\n{_PEER.replace('==', ' ')}, MinHash LSH over {len(published):,} paragraphs:\n")
    row("copy", "found")
    row("---", "---:")
    answered = list(zip(asked, answer["found"][: len(asked)], strict=True))
    for name in copies:
        found = [number[copy.original] in got for (kind, copy), got in answered if kind == name]
        row(name, f"{sum(found) / len(found):.3f}")
    times = (1000 * answer["indexing"] / len(published), 1000 * answer["asking"] / len(answer["found"]))
    print("\nIn memory; {:.2f} ms to index a paragraph, {:.2f} ms to ask about one.".format(*times))


def _ask_peer(published: Sequence[str], asked: Sequence[str]) -> dict[str, Any]:
    """Install the peer into a folder that is thrown away afterwards, and ask it."""
    question = {"published": [_words(text) for text in published], "asked": [_words(text) for text in asked]}
    with tempfile.TemporaryDirectory(prefix="pr-editor-peer-") as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = str(Path(folder) / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", _PEER], check=True)
        command = [python, str(Path(__file__).with_name("lsh.py"))]
        done = subprocess.run(command, input=json.dumps(question), capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _words(text: str) -> list[str]:
    return [word.text for word in split_words(text)]


def _naive(archive: Archive, news: PseudoNews) -> float:
    """Seconds to hold a draft against so many paragraphs, word triple by word triple."""
    texts = [text for _, paragraphs in archive.kept for text in paragraphs]
    published = [_words(texts[at % len(texts)]) for at in range(_NAIVE)]
    asked = [_words(paragraph.text) for paragraph in draft(news).paragraphs]
    return _timed(lambda: [containment(one, other) for one in asked for other in published])


def _approvals(archive: Archive) -> None:
    """The whole step as the program takes it, journal and checkpoint included; what opens the key is told apart."""
    with archive.open() as library:
        waiting = [library.submit(archive.handover(), archive.editor) for _ in range(_APPROVED)]
        approved = Times([_timed(partial(library.approve, name, SUPERVISOR, PASSPHRASE)) for name in waiting])
    print(f"\nApproving releases of {PARAGRAPHS} paragraphs (p50 | p99, ms): {approved}.")
    print(f"Opening a key by its passphrase takes {1000 * _unsealing():.0f} ms more.")


def _unsealing() -> float:
    sealed = seal(Ed25519PrivateKey.generate(), PASSPHRASE, Cost())
    return _timed(partial(sealed.open, PASSPHRASE))


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reuse", description=__doc__)
    parser.add_argument("--paragraphs", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--peers", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    wanted = _parse()
    with tempfile.TemporaryDirectory(prefix="pr-editor-reuse-", dir=wanted.folder) as temporary:
        main(wanted.paragraphs, Path(temporary), wanted.peers)
