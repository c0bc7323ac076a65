"""The fingerprints of what was published: tables that grow with each approval, and are derived like the others.

``published`` has a row for each approved version, ``fingerprint`` one for each mark of each paragraph. Paragraphs are
numbered through, version by version in the order of the approvals. A version stays when it is corrected or withdrawn:
it was out, and who repeats what was recalled has to know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.library.projection import read_body
from pr_editor.library.texts import decode_draft
from pr_editor.text.draft import Kind
from pr_editor.text.reuse import LEAST_WORDS, marks
from pr_editor.text.similarity import folded_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.library.file import Tables
    from pr_editor.text.draft import Draft

LEFT_OUT = frozenset({Kind.BYLINE, Kind.SOURCE, Kind.KICKER, Kind.DATELINE, Kind.CONTACT, Kind.BOILERPLATE, Kind.OTHER})
"""What releases of one office have in common by its nature."""

_APPROVED = """
SELECT seq, (SELECT max(seq) FROM happened AS handed WHERE handed.release = approved.release
    AND handed.kind IN ('submitted', 'imported') AND handed.seq <= approved.seq), release, version
FROM happened AS approved WHERE kind IN ('approved', 'imported') AND seq > ? ORDER BY seq
"""


def publish(tables: Tables) -> None:
    """Add every approval that is newer than the last one added, one or a hundred thousand, inside a transaction.

    All marks are sorted before they are written, so that each page of the table is visited once: thousands of approvals
    at a time cost far less than one by one.
    """
    (first, last) = tables.rows(
        "SELECT coalesce(max(first + paragraphs), 1), coalesce(max(approval), 0) FROM published"
    )[0]
    tables.run("CREATE TEMP TABLE fresh (hash INTEGER, paragraph INTEGER)")
    for approval, submission, release, digest in tables.rows(_APPROVED, (last,)):
        draft = decode_draft(read_body(tables, digest))
        count = len(draft.paragraphs)
        tables.run("INSERT INTO published VALUES (?, ?, ?, ?, ?)", (first, count, release, submission, approval))
        tables.run_each("INSERT INTO temp.fresh VALUES (?, ?)", _marked(draft, first))
        first += count
    tables.run("INSERT OR IGNORE INTO fingerprint SELECT hash, paragraph FROM temp.fresh ORDER BY hash, paragraph")
    tables.run("DROP TABLE temp.fresh")


def _marked(draft: Draft, first: int) -> Iterator[tuple[int, int]]:
    for number, paragraph in enumerate(draft.paragraphs, first):
        if paragraph.kind not in LEFT_OUT:
            words = folded_words(paragraph.text)
            if len(words) >= LEAST_WORDS:
                yield from ((mark, number) for mark in marks(words))
