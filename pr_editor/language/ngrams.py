"""How often words stand side by side: counts of one, two and three pieces in a row, in one compact file.

A *piece* is a word without its half-spaces, in the plainest letters: «می‌شود» is «می» and «شود», so that careless and
careful half-spaces count alike. The file keeps a checksum of each row of pieces instead of its letters, sorted, and
the count beside it: eight bytes a row, looked up by bisection in about two microseconds. A checksum can stand for a row
that was never counted: with 130,000 rows once in thirty thousand questions, which is harmless.
"""

from __future__ import annotations

import re
import struct
import sys
import zlib
from array import array
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Self

from pr_editor.language.normal import normal
from pr_editor.text.files import write_atomically
from pr_editor.text.letters import HAMZA_ABOVE, TANVIN, ZWNJ
from pr_editor.text.message import KnownError
from pr_editor.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

type Row = tuple[str, ...]
"""One to three pieces in a row."""

EDGE = "|"
"""Stands for whatever is no word of Persian letters: a punctuation mark, a figure, the end of a paragraph."""
_PLAIN = str.maketrans({HAMZA_ABOVE: None, TANVIN: None, "أ": "ا", "ؤ": "و", "ئ": "ی", "ة": "ه", "ء": None})
_PERSIAN_WORD = re.compile("[\u0621-\u063a\u0641-\u0654\u067e\u0686\u0698\u06a9\u06af\u06cc\u200c]+")
_MAGIC = b"PENG"
_VERSION = 1
_HEADER = struct.Struct("<4sHxxIQ16s")
"""Magic, version, rows, pieces counted, key."""
_MOST = (1 << 32) - 1


def pieces(word: str) -> list[str]:
    """The pieces of a word in normal form."""
    return [piece for part in word.split(ZWNJ) if (piece := part.translate(_PLAIN))]


def runs(text: str) -> Iterator[list[str]]:
    """The words of ``text`` in normal form, as runs with but white space between."""
    run: list[str] = []
    end = 0
    for token in words(text):
        form = normal(token.text)
        if run and not text[end : token.start].isspace():
            yield run
            run = []
        end = token.end
        if _PERSIAN_WORD.fullmatch(form):
            run.append(form)
        elif run:
            yield run
            run = []
    if run:
        yield run


def rows(text: str) -> Iterator[Row]:
    """Every row of one, two and three pieces in ``text``, edges included."""
    for run in runs(text):
        line = [piece for word in run for piece in pieces(word)]
        yield from ((piece,) for piece in line)
        line = [EDGE, *line, EDGE]
        yield (EDGE,)
        yield from pairwise(line)
        yield from zip(line, line[1:], line[2:], strict=False)


def count_rows(texts: Iterable[str], least: int) -> Counter[Row]:
    """How often each row occurs, for those that stand in ``least`` texts or more."""
    counts: Counter[Row] = Counter()
    within: Counter[Row] = Counter()
    for text in texts:
        found = Counter(row for line in text.split("\n") for row in rows(line))
        counts.update(found)
        within.update(found.keys())
    return Counter({row: count for row, count in counts.items() if within[row] >= least})


@dataclass(frozen=True, slots=True)
class Ngrams:
    """Counts of rows. ``total`` is how many pieces were counted, ``key`` names what they were counted in."""

    total: int
    key: bytes
    _rows: array[int]
    _counts: array[int]

    @classmethod
    def of(cls, counts: Mapping[Row, int], key: bytes = b"") -> Self:
        """The table of these counts; ``key`` has at most 16 bytes. Of rows with one checksum the commonest stays."""
        table: dict[int, int] = {}
        for row, count in counts.items():
            checksum = _checksum(row)
            table[checksum] = min(_MOST, max(count, table.get(checksum, 0)))
        total = sum(count for row, count in counts.items() if len(row) == 1 and row[0] != EDGE)
        ordered = sorted(table.items())
        columns = array("I", (row for row, _ in ordered)), array("I", (count for _, count in ordered))
        return cls(total, key.ljust(16, b"\0"), *columns)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a table. Raises ``KnownError`` when it is missing, damaged or of another version."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise KnownError(
                "The word counts {path} can't be read: {reason}", path=str(path), reason=str(error)
            ) from error
        head = data[: _HEADER.size]
        if len(head) == _HEADER.size:
            magic, version, length, total, key = _HEADER.unpack(head)
            if (magic, version) == (_MAGIC, _VERSION) and len(data) == _HEADER.size + 8 * length + 4:
                body = data[:-4]
                if zlib.crc32(body) == int.from_bytes(data[-4:], "little"):
                    middle = _HEADER.size + 4 * length
                    return cls(total, key, _numbers(body[_HEADER.size : middle]), _numbers(body[middle:]))
        raise KnownError(
            "The word counts {path} can't be read: {reason}", path=str(path), reason="not in the form expected"
        )

    def save(self, path: Path) -> None:
        """Write the table. The same counts give the same bytes. Raises ``OSError``."""
        head = _HEADER.pack(_MAGIC, _VERSION, len(self._rows), self.total, self.key)
        body = head + _bytes(self._rows) + _bytes(self._counts)
        write_atomically(path, body + zlib.crc32(body).to_bytes(4, "little"))

    def __len__(self) -> int:
        """How many rows were counted."""
        return len(self._rows)

    def count(self, *row: str) -> int:
        """How often these one, two or three pieces stand in a row; 0 when too seldom to be kept."""
        checksum = _checksum(row)
        at = bisect_left(self._rows, checksum)
        return self._counts[at] if at < len(self._rows) and self._rows[at] == checksum else 0


def _checksum(row: Sequence[str]) -> int:
    return zlib.crc32(" ".join(row).encode())


def _numbers(data: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _bytes(numbers: array[int]) -> bytes:
    if sys.byteorder == "big":
        numbers = array("I", numbers)
        numbers.byteswap()
    return numbers.tobytes()
