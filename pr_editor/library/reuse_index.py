"""The fingerprints of what was published: tables that grow with each approval, and are derived like the others.

``published`` has a row for each approved version, ``fingerprint`` one for each mark of each paragraph. Paragraphs are
numbered through, version by version in the order of the approvals. A version stays when it is corrected or withdrawn:
it was out, and who repeats what was recalled has to know.

An import lets them lag behind the events, since a few thousand releases at once cost hardly more than one. That is safe
at any moment: what has to be added follows from the newest version in ``published`` alone, whoever adds it writes the
same rows, and rows of ``fingerprint`` beyond the last version are not looked at until it is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.library.pace import unheard
from pr_editor.library.projection import read_body
from pr_editor.library.texts import decode_draft
from pr_editor.text.reuse import LEAST_WORDS, LEFT_OUT, marks
from pr_editor.text.similarity import folded_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pr_editor.library.file import Tables
    from pr_editor.text.draft import Draft

    type _Row = tuple[int, int, str, int, int]
    """Of ``published``."""


_APPROVED = """
SELECT seq, (SELECT max(seq) FROM happened AS handed WHERE handed.release = approved.release
    AND handed.kind IN ('submitted', 'imported') AND handed.seq <= approved.seq), release, version
FROM happened AS approved WHERE kind IN ('approved', 'imported') AND seq > ? ORDER BY seq
"""


_NEWEST = """
SELECT max(coalesce((SELECT max(seq) FROM happened WHERE kind = 'approved'), 0),
    coalesce((SELECT max(seq) FROM happened WHERE kind = 'imported'), 0))
"""
_LAST = "SELECT first + paragraphs, approval FROM published ORDER BY first DESC LIMIT 1"
_HASHES = 1 << 32
SLICE = 75_000
"""Paragraphs whose rows are passed over in one transaction of ``catch_up``: 15 MB of the file."""


def publish(tables: Tables, heard: Callable[[], None] = unheard) -> None:
    """Add every approval that is newer than the last one added, one or a hundred thousand, inside a transaction.

    ``heard`` is called after each.
    """
    if is_behind(tables):
        versions = _gather(tables, heard)
        _add_marks(tables, 0, _HASHES)
        _add_versions(tables, versions)
        tables.rows("DROP TABLE temp.fresh")


def catch_up(tables: Tables, paragraphs: int = SLICE) -> None:
    """Do what ``publish`` does, but outside of a transaction and in many short ones, so that nobody else waits long.

    Each passes over the rows of so many ``paragraphs``. Broken off it has done no harm: the versions come last, and
    until then nobody looks at their marks. Raises ``KnownError``.
    """
    # Another process may add it all in between.
    if not is_behind(tables) or not (versions := _gather(tables)):
        return
    slices = versions[-1][0] // paragraphs + 1
    # Pages written before the commit would keep readers out that long.
    tables.rows("PRAGMA cache_spill = OFF")
    try:
        for at in range(slices):
            with tables.writing():
                _add_marks(tables, at * _HASHES // slices, (at + 1) * _HASHES // slices)
        with tables.writing():
            _add_versions(tables, versions)
    finally:
        tables.rows("PRAGMA cache_spill = ON")
    tables.rows("DROP TABLE temp.fresh")


def is_behind(tables: Tables) -> bool:
    """Whether something was approved that is not published yet: two steps into indices. Raises ``KnownError``."""
    ((newest,),) = tables.rows(_NEWEST)
    return bool(newest > _end(tables)[1])


def _end(tables: Tables) -> tuple[int, int]:
    """The number of the next paragraph, and the newest approval that is published."""
    return tables.row(_LAST) or (1, 0)


def _gather(tables: Tables, heard: Callable[[], None] = unheard) -> list[_Row]:
    """Put the marks of what is to be added into ``temp.fresh``; gives the rows that are due in ``published``."""
    first, last = _end(tables)
    tables.rows("DROP TABLE IF EXISTS temp.fresh")
    tables.rows("CREATE TEMP TABLE fresh (hash INTEGER, paragraph INTEGER)")
    versions = []
    for approval, submission, release, digest in tables.rows(_APPROVED, (last,)):
        draft = decode_draft(read_body(tables, digest))
        count = len(draft.paragraphs)
        versions.append((first, count, release, submission, approval))
        # Of its own, so that outside of a transaction no lock is held on the library meanwhile.
        with tables.together():
            tables.run_each("INSERT INTO temp.fresh VALUES (?, ?)", _marked(draft, first))
        first += count
        heard()
    return versions


def _add_marks(tables: Tables, least: int, below: int) -> None:
    """Add the marks within these bounds. They are sorted first, so that each page of the table is visited once."""
    tables.run(
        "INSERT OR IGNORE INTO fingerprint SELECT hash, paragraph FROM temp.fresh WHERE hash >= ? AND hash < ?"
        " ORDER BY hash, paragraph",
        (least, below),
    )


def _add_versions(tables: Tables, versions: Iterable[_Row]) -> None:
    # Another process may have added the same in the meantime.
    tables.run_each("INSERT OR IGNORE INTO published VALUES (?, ?, ?, ?, ?)", versions)


def _marked(draft: Draft, first: int) -> Iterator[tuple[int, int]]:
    for number, paragraph in enumerate(draft.paragraphs, first):
        if paragraph.kind not in LEFT_OUT:
            words = folded_words(paragraph.text)
            if len(words) >= LEAST_WORDS:
                yield from ((mark, number) for mark in marks(words))
