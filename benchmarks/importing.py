"""Importing an archive: seconds, bytes written, memory, and how long somebody who reads meanwhile waits.

``python -m benchmarks.importing [--releases 20000] [--archive FILE.jsonl]`` makes a library in a temporary folder below
``--folder`` and imports into it what ``--archive`` holds, or as many releases of pseudo-news. A hundred thousand of
them take 2 GB there and some twenty minutes. Then they are imported once more, and a draft is held against them.
Counting the bytes needs Linux.
"""

from __future__ import annotations

import argparse
import json
import resource
import select
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.archive import PARAGRAPHS, PASSPHRASE, SUPERVISOR, Archive
from benchmarks.pseudo_news import PseudoNews
from pr_editor.app.archive_import import ArchiveImport, Wishes
from pr_editor.app.services import build_services
from pr_editor.library.store import Environment, Library
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.text.message import Message

_SEED = 1407
_TOLD = 10_000
_PAUSE = 0.1
"""Seconds between two readings."""


class _Watch:
    """Hears everything; each ten thousandth release it tells how far it is."""

    def __init__(self) -> None:
        """Begin to count."""
        self._count, self._cost = 0, _Cost()

    def passed(self, size: int) -> None: ...

    def trouble(self, what: Message) -> None: ...

    def remark(self, what: Message) -> None: ...

    def arrived(self, release: str, place: str) -> None:
        """One more."""
        self._count += 1
        if self._count % _TOLD == 0:
            print(f"  {self._count:,}: {self._cost}", flush=True)


class _Cost:
    """What has been used up since it was made."""

    def __init__(self) -> None:
        """Begin to count."""
        self._written, self._used, self._begun = _written(), time.process_time(), time.perf_counter()

    def __str__(self) -> str:
        """Time, computing time, writing, and the memory of the whole process."""
        seconds, used = time.perf_counter() - self._begun, time.process_time() - self._used
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        written = (_written() - self._written) / 1e9
        return (
            f"{seconds:.0f} s, {used:.0f} s of computing, {written:.2f} GB written, {memory:.0f} MB of memory at most"
        )


def main(folder: Path, releases: int, given: Path | None) -> None:
    """Import twice, check once, print."""
    path = given or _archive(folder / "archive.jsonl", releases)
    library = Archive.make(folder, _SEED)
    with _reader(library.path) as reader:
        _measured(library, path, "imported")
    print(f"slowest of {reader[0]:.0f} readings meanwhile: {reader[1]:.2f} s", flush=True)
    print(f"the file: {library.path.stat().st_size / 1e6:,.0f} MB", flush=True)
    _measured(library, path, "imported again")
    texts = _texts(path)
    with Library.open(library.path, readonly=True, environment=library.environment) as opened:
        begun = time.perf_counter()
        found = opened.reuse(texts)
        print(f"a draft of {len(texts)} paragraphs: {time.perf_counter() - begun:.2f} s, {len(found)} matches")


def _archive(path: Path, releases: int) -> Path:
    news = PseudoNews(_SEED)
    with path.open("w", encoding="utf-8") as file:
        for number in range(releases):
            text = "\n".join(news.paragraph() for _ in range(PARAGRAPHS - 1))
            day = f"{1380 + number // 4300}/{1 + number % 12:02}/{1 + number % 28:02}"
            line = {"title": news.headline(), "text": text, "date": day, "id": number}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return path


def _texts(path: Path) -> list[str]:
    """The paragraphs of the first release of an archive."""
    with path.open(encoding="utf-8") as file:
        first = json.loads(file.readline())
    return [first["title"], *first["text"].split("\n")]


def _measured(archive: Archive, path: Path, what: str) -> None:
    cost = _Cost()
    with Library.open(archive.path, environment=archive.environment) as library:
        supervisor = library.accounts.login(SUPERVISOR, PASSPHRASE)
        job = ArchiveImport(build_services(), library, supervisor, Wishes(), _Watch())
        job.run([str(path)])
    print(f"{what}: {job.tally.imported:,} new, {job.tally.known:,} known, {cost}", flush=True)


def _written() -> int:
    """Bytes this process has had written to the disk so far."""
    lines = Path("/proc/self/io").read_text("ascii").splitlines()
    return int(dict(line.split(": ") for line in lines)["write_bytes"])


@contextmanager
def _reader(path: Path) -> Iterator[list[float]]:
    """Somebody who reads meanwhile, in a process of his own; afterwards how often, and the most seconds it took."""
    seen: list[float] = []
    command = [sys.executable, "-m", "benchmarks.importing", "--read", str(path)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        yield seen
    finally:
        out, _ = process.communicate()
        seen += map(float, out.split())


def _read(path: Path) -> None:
    """Look at the newest releases until standard input ends, as a window does; tell how often and how long it took."""
    slowest, count = 0.0, 0
    while not select.select([sys.stdin], [], [], _PAUSE)[0]:
        begun = time.perf_counter()
        try:
            with Library.open(path, readonly=True, environment=Environment(timeout=60)) as library:
                library.list(limit=20)
        except KnownError as error:
            print(error, file=sys.stderr)
        slowest, count = max(slowest, time.perf_counter() - begun), count + 1
    print(count, slowest)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.importing", description=__doc__)
    parser.add_argument("--releases", type=int, default=20_000)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    wanted = _parse()
    if wanted.read:
        _read(wanted.read)
    else:
        with tempfile.TemporaryDirectory(prefix="pr-editor-importing-", dir=wanted.folder) as temporary:
            main(Path(temporary), wanted.releases, wanted.archive)
