"""Is the library what was written and signed? Everything is looked at, and what is wrong is named."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlite_utils import Database

from pr_editor.library.audit import Audit, Problem, audit, fill
from pr_editor.library.canonical import digest as digest_of
from pr_editor.library.checkpoint import Checkpoint
from pr_editor.library.file import Access, DamagedError, LibraryFile, Tables, known_errors
from pr_editor.library.keys import SealedKey
from pr_editor.library.migrations import MIGRATIONS, run_each
from pr_editor.library.opening import journal_of
from pr_editor.library.pace import Pace, heeded
from pr_editor.library.schema import DERIVED, DERIVED_TABLES, REUSE
from pr_editor.text.message import KnownError, Message, message

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.library.pace import Progress

_PAGE = 500
_TEXT = 5
"""So many events are read while a text is read for one of the indices."""
_END = "SELECT coalesce(max(first + paragraphs), 1) FROM library.published"
"""The first paragraph whose fingerprints are still to be written."""


@dataclass(slots=True)
class Report:
    """What was looked at and what was found wrong."""

    checked: list[Message] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    def note(self, what: Message, *, derived: bool = False) -> None:
        """Add a problem."""
        self.problems.append(Problem(what, derived=derived))


def verify(path: Path, checkpoint: Path | None = None, progress: Progress = lambda _: None) -> Report:
    """Look at the whole library at ``path``. Raises ``KnownError`` when it is none, or can't be read now.

    ``checkpoint`` is where its newest state was remembered; without it nobody can tell whether the last events were cut
    off. ``progress`` hears percent.
    """
    _roll_back(path)
    report = Report()
    try:
        file = LibraryFile(path, Access(readonly=True))
        try:
            _look(file, checkpoint, progress, report)
        finally:
            file.close()
    except DamagedError as error:
        # Usually this is told more exactly by what was found before it.
        report.problems.append(Problem(error.message))
    return report


def rebuild(file: LibraryFile) -> None:
    """Write the derived tables anew. Raises ``KnownError`` when the events themselves can't be believed."""
    with file.writing():
        result = audit(file)
        if result.problems:
            raise DamagedError("The events of the library are damaged; verify names them: {path}", path=str(file.path))
        fill(file, result)


def _look(file: LibraryFile, checkpoint: Path | None, progress: Progress, report: Report) -> None:
    if file.schema < MIGRATIONS.newest:
        raise KnownError("The library is of an older version; open it once for writing: {path}", path=str(file.path))
    with file.reading():
        _check_pages(file, report)
        _check_schema(file, report)
        pace = Pace(progress, _parts(file))
        result = audit(file, pace)
        report.problems += result.problems
        report.checked.append(message("events, their order, hashes and signatures: {count}", count=result.count))
        _check_texts(file, result, report)
        if result.register.last:
            _check_keys(file, result, report)
            _check_checkpoint(checkpoint, result, report)
        sound = report.sound
    if sound:
        _check_derived(file, result, report, pace)


def _check_pages(file: LibraryFile, report: Report) -> None:
    try:
        lines = [line for (line,) in file.rows("PRAGMA integrity_check") if line != "ok"]
    except DamagedError as error:
        lines = [str(error.__cause__)]
    for line in lines:
        report.note(message("SQLite finds the file damaged: {detail}", detail=line))
    report.checked.append(message("the file itself, by SQLite"))


def _check_schema(file: LibraryFile, report: Report) -> None:
    """Tables, indexes and guards must be those a new library has."""
    query = "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
    fresh = Database(sqlite3.connect(":memory:", isolation_level=None), execute_plugins=False)
    try:
        fresh.execute("BEGIN")
        MIGRATIONS.apply(fresh, 0)
        expected = dict(fresh.execute(query).fetchall())
    finally:
        fresh.close()
    found = dict(file.rows(query))
    for name in sorted(expected.keys() | found.keys()):
        if expected.get(name) != found.get(name):
            report.note(message("The table, index or guard «{name}» is not as the program made it.", name=name))


def _check_texts(file: LibraryFile, result: Audit, report: Report) -> None:
    named = {
        digest: (name, version.number)
        for name, release in result.releases.items()
        for version in release.versions
        for digest in (version.submission.received, version.submission.digest)
        if digest
    }
    kept: set[str] = set()
    last = 0
    while rows := file.rows(
        f"SELECT id, digest, CAST(body AS BLOB) FROM version WHERE id > ? ORDER BY id LIMIT {_PAGE}",  # noqa: S608
        (last,),
    ):
        for last, digest, body in rows:  # noqa: B007 - read after the loop
            kept.add(digest)
            if digest_of(body) != digest:
                report.note(_about_text(digest, named, "changed"))
    for digest in sorted(named.keys() - kept):
        report.note(_about_text(digest, named, "missing"))
    if result.problems:
        return
    for digest in sorted(kept - named.keys()):
        report.note(message("The text {digest} was never handed in.", digest=digest))
    report.checked.append(message("texts and their digests: {count}", count=len(kept)))


def _about_text(digest: str, named: dict[str, tuple[str, int]], what: str) -> Message:
    if digest not in named:
        return message("The text {digest} was changed.", digest=digest)
    release, number = named[digest]
    if what == "missing":
        return message("The text of release {release}, version {number} is missing.", release=release, number=number)
    return message("The text of release {release}, version {number} was changed.", release=release, number=number)


def _check_keys(file: LibraryFile, result: Audit, report: Report) -> None:
    sealed = {
        row[0]: (SealedKey(*row[1:-1]), row[-1])
        for row in file.rows(
            "SELECT name, public_key, passes, memory, lanes, salt, nonce, sealed, checksum FROM sealed_key"
        )
    }
    shown = dict(file.rows("SELECT name, public_key FROM account"))
    members = result.register.now.members
    for name, member in members.items():
        key, checksum = sealed.get(name, (None, ""))
        if key is None or key.public_key != member.public_key or shown.get(name) != member.public_key:
            report.note(message("The key of {name} was swapped: it is not the one the events name.", name=name))
        elif key.checksum != checksum:
            report.note(message("The sealed key of {name} was changed.", name=name))
    for name in sorted(sealed.keys() - members.keys()):
        report.note(message("There is a key of {name}, who has no account.", name=name))
    report.checked.append(message("keys of accounts: {count}", count=len(members)))


def _check_checkpoint(path: Path | None, result: Audit, report: Report) -> None:
    known = None
    try:
        known = Checkpoint.read(path) if path else None
    except KnownError as error:
        report.problems.append(Problem(error.message))
    if known is None:
        return
    roll = result.register.before(known.count + 1)
    if known.library != result.register.now.library:
        report.note(message("The checkpoint belongs to another library: {path}", path=str(path)))
    elif known.count > result.count:
        report.note(
            message(
                "{known} events were seen here, but the library has only {count}.",
                known=known.count,
                count=result.count,
            )
        )
    elif result.hashes.get(known.count) != known.head:
        report.note(message("Event {seq} is not the one that was seen here.", seq=known.count))
    elif roll is None or known.by not in roll.members or not known.signed_by(roll.members[known.by].public_key):
        report.note(message("The checkpoint is not signed with the key of {name}.", name=known.by))
    report.checked.append(message("the checkpoint, at event {count}", count=known.count))


def _parts(tables: Tables) -> int:
    """How many parts of about one length there are: an event is quickly read, a text is read for each index anew."""
    ((events, texts),) = tables.rows(
        "SELECT (SELECT coalesce(max(seq), 0) FROM event), (SELECT coalesce(max(id), 0) FROM version)"
    )
    return int(events + 2 * _TEXT * texts)


def _check_derived(file: LibraryFile, result: Audit, report: Report, pace: Pace) -> None:
    """Derive everything once more beside the library and hold both together.

    That the fingerprints lag behind an import is no damage: what is still to be written need not be there.
    """
    scratch = _scratch(file.path)
    try:
        with heeded(scratch.connection, pace):
            with scratch.writing():
                fill(scratch, result, lambda: pace(_TEXT))
                scratch.run(f"DELETE FROM main.published WHERE first >= ({_END})")  # noqa: S608 - a constant
            _compare_derived(scratch, report)
    finally:
        scratch.close()
    report.checked.append(message("the search index and the other derived tables"))


def _compare_derived(scratch: Tables, report: Report) -> None:
    for table in DERIVED_TABLES:
        if difference := _difference(scratch, f"main.{table}", f"library.{table}"):
            report.note(
                message("Table {table} does not say what the events say: {row}", table=table, row=difference),
                derived=True,
            )
    written = f"a.paragraph < ({_END})"
    if difference := _other_mark(scratch, "main", "library", written) or _other_mark(scratch, "library", "main"):
        report.note(message("The fingerprints do not fit the texts: {row}", row=difference), derived=True)
    scratch.rows("CREATE VIRTUAL TABLE temp.due USING fts5vocab ('main', 'search', 'instance')")
    scratch.rows("CREATE VIRTUAL TABLE temp.kept USING fts5vocab ('library', 'search', 'instance')")
    if difference := _difference(scratch, "temp.due", "temp.kept"):
        report.note(message("The search index does not fit the texts: {row}", row=difference), derived=True)


def _difference(tables: Tables, due: str, kept: str) -> str:
    """The first row that only one of two tables has, or nothing."""
    for one, other in ((due, kept), (kept, due)):
        if row := tables.row(f"SELECT * FROM {one} EXCEPT SELECT * FROM {other} LIMIT 1"):  # noqa: S608 - constants
            return ", ".join(map(str, row[:3]))
    return ""


def _other_mark(tables: Tables, one: str, other: str, due: str = "true") -> str:
    """The first fingerprint only one side has, or nothing. Both are walked in order: there may be millions."""
    row = tables.row(
        f"SELECT hash, paragraph FROM {one}.fingerprint AS a WHERE {due} AND NOT EXISTS ("  # noqa: S608 - constants
        f"SELECT 1 FROM {other}.fingerprint AS b WHERE b.hash = a.hash AND b.paragraph = a.paragraph) LIMIT 1"
    )
    return ", ".join(map(str, row)) if row else ""


def _scratch(path: Path) -> Tables:
    """Empty derived tables on a temporary disk, with the library attached for its texts."""
    with known_errors(path):
        connection = sqlite3.connect("file:", uri=True, isolation_level=None)
        db = Database(connection, execute_plugins=False)
        db.execute("ATTACH ? AS library", (f"{path.resolve().as_uri()}?mode=ro",))
        run_each(db, DERIVED + REUSE)
        return Tables(path, db)


def _roll_back(path: Path) -> None:
    """Let SQLite undo what a crash has left half done: only who may write can."""
    journal = journal_of(path)
    if journal.exists() and journal.stat().st_size:
        LibraryFile(path, Access()).close()
