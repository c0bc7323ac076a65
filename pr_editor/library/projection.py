"""The derived tables: what people look at, computed from versions and events and never trusted for a decision."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pr_editor.library.canonical import digest as digest_of
from pr_editor.library.canonical import write_time
from pr_editor.library.events import EventKind
from pr_editor.library.file import DamagedError
from pr_editor.library.jalali import to_jalali
from pr_editor.library.schema import DERIVED_TABLES
from pr_editor.library.search import indexed
from pr_editor.library.texts import decode_draft, decode_metadata
from pr_editor.review.model import SignOff, Verdict
from pr_editor.text.draft import Draft, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.library.events import Event
    from pr_editor.library.file import Tables
    from pr_editor.library.register import Roll
    from pr_editor.review.model import Metadata, Release, Version


def read_body(tables: Tables, digest: str) -> bytes:
    """The bytes of a version. Raises ``DamagedError`` when they are gone or not those of the digest."""
    row = tables.row("SELECT CAST(body AS BLOB) FROM version WHERE digest = ?", (digest,))
    if row is None or digest_of(row[0]) != digest:
        raise DamagedError(
            "The text {digest} of the library is not what was signed; verify the library.", digest=digest
        )
    body: bytes = row[0]
    return body


def project_people(tables: Tables, roll: Roll) -> None:
    """Write who is there and how the house approves."""
    tables.run("DELETE FROM account")
    for name, member in roll.members.items():
        emergency = name in roll.house.emergency
        person = member.person
        tables.run(
            "INSERT INTO account (name, role, enabled, emergency, public_key) VALUES (?, ?, ?, ?, ?)",
            (name, person.role.value, int(person.enabled), int(emergency), member.public_key),
        )
    tables.run("DELETE FROM house")
    tables.run("INSERT INTO house (library, solo) VALUES (?, ?)", (roll.library, int(roll.house.solo)))


def project_word(tables: Tables, event: Event) -> None:
    """Follow an event about the house's dictionary."""
    word = event.data["word"]
    tables.run("DELETE FROM house_word WHERE word = ?", (word,))
    if event.kind is EventKind.WORD_ADDED:
        tables.run("INSERT INTO house_word VALUES (?, ?, ?)", (word, event.actor, write_time(event.at)))


def project_release(tables: Tables, release: Release, seqs: Iterable[int]) -> None:
    """Write the rows of a release; ``seqs`` are the numbers of the events by which its versions were handed in."""
    for table, column in (("release", "id"), ("submission", "release")):
        tables.run(f"DELETE FROM {table} WHERE {column} = ?", (release.id,))  # noqa: S608 - constants
    for version, seq in zip(release.versions, seqs, strict=True):
        _project_version(tables, release.id, version, seq)
    newest = release.versions[-1]
    body = read_body(tables, newest.submission.digest)
    metadata = decode_metadata(body)
    year, _, number = release.id.partition("-")
    in_force = release.in_force
    values = (
        release.id,
        int(year),
        int(number),
        release.state.value,
        headline_of(decode_draft(body)),
        metadata.kind.value,
        metadata.outlet,
        metadata.author,
        json.dumps(metadata.keywords, ensure_ascii=False),
        metadata.date.isoformat(),
        to_jalali(metadata.date),
        metadata.embargo and write_time(metadata.embargo),
        len(release.versions),
        in_force and in_force.number,
        newest.submission.digest,
        newest.submission.by,
        write_time(newest.submission.at),
        *_decision(newest),
    )
    tables.run(f"INSERT INTO release VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608 - only marks


def index_version(tables: Tables, release: str, digest: str, seq: int) -> None:
    """Make the version that event ``seq`` handed in searchable."""
    body = read_body(tables, digest)
    text, pieces, about = indexed(decode_draft(body), facts(release, decode_metadata(body)))
    tables.run("INSERT INTO search (rowid, text, pieces, about) VALUES (?, ?, ?, ?)", (seq, text, pieces, about))


def facts(release: str, metadata: Metadata) -> tuple[str, ...]:
    """What a release is found by beside its text."""
    return (release, metadata.outlet, metadata.author, *metadata.keywords)


def empty_derived(tables: Tables) -> None:
    """Empty all derived tables, to fill them anew."""
    for table in (*DERIVED_TABLES, "fingerprint"):
        tables.run(f"DELETE FROM {table}")  # noqa: S608 - constants
    tables.run("INSERT INTO search (search) VALUES ('delete-all')")


def headline_of(draft: Draft) -> str:
    """The headline, or the first paragraph where nothing is marked as one."""
    found = next((p.text for p in draft.paragraphs if p.kind is Kind.HEADLINE), None)
    return found if found is not None else next((p.text for p in draft.paragraphs), "")


def _project_version(tables: Tables, release: str, version: Version, seq: int) -> None:
    handed = version.submission
    tables.run(
        "INSERT INTO submission VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            seq,
            release,
            version.number,
            handed.digest,
            handed.received,
            version.state.value,
            handed.corrects,
            handed.by,
            write_time(handed.at),
            *_decision(version),
        ),
    )


def _decision(version: Version) -> tuple[str | None, str | None, str | None]:
    """Who decided last about a version, when, and how independent its approval is."""
    last: SignOff | None = version.sign_offs[-1] if version.sign_offs else None
    approval = next((s for s in version.sign_offs if s.verdict is Verdict.APPROVE), None)
    eyes = approval.eyes.value if approval and approval.eyes else None
    return (last.by, write_time(last.at), eyes) if last else (None, None, None)
