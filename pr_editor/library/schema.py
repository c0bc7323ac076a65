"""The tables of the library, as SQL. What each column means is told in docs/library.md.

``version`` and ``event`` are what the library is; triggers keep them from being changed. ``sealed_key``,
``wrong_passphrase`` and ``own_word`` are kept beside them. All other tables are derived and can be rebuilt.
"""

from __future__ import annotations

APPLICATION_ID = 0x50524544
"""«PRED»: bytes 68 to 71 of the file."""

_READABLE = ",\n".join(
    f"    json_extract(body, '$.{name}') AS {name}" for name in ("at", "actor", "kind", "release", "version", "data")
)

LASTING = f"""
CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 71),
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE TABLE event (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    body TEXT NOT NULL CHECK (json_valid(body)),
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE INDEX event_by_release ON event (json_extract(body, '$.release'), seq);
CREATE INDEX event_by_kind ON event (json_extract(body, '$.kind'), seq);
CREATE VIEW happened AS SELECT seq,
{_READABLE},
    body, hash, signature FROM event;
CREATE TABLE sealed_key (
    name TEXT PRIMARY KEY NOT NULL,
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    passes INTEGER NOT NULL,
    memory INTEGER NOT NULL,
    lanes INTEGER NOT NULL,
    salt BLOB NOT NULL,
    nonce BLOB NOT NULL,
    sealed BLOB NOT NULL,
    checksum TEXT NOT NULL
) STRICT;
CREATE TABLE wrong_passphrase (
    name TEXT PRIMARY KEY NOT NULL,
    count INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE TABLE own_word (
    owner TEXT NOT NULL,
    word TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (owner, word)
) STRICT, WITHOUT ROWID;
"""  # noqa: S608 - constants

DERIVED = """
CREATE TABLE account (
    name TEXT PRIMARY KEY NOT NULL,
    role TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    emergency INTEGER NOT NULL,
    public_key BLOB NOT NULL
) STRICT;
CREATE TABLE house (
    library TEXT PRIMARY KEY NOT NULL,
    solo INTEGER NOT NULL
) STRICT;
CREATE TABLE house_word (
    word TEXT PRIMARY KEY NOT NULL,
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT;
CREATE TABLE release (
    id TEXT PRIMARY KEY NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    headline TEXT NOT NULL,
    kind TEXT NOT NULL,
    outlet TEXT NOT NULL,
    author TEXT NOT NULL,
    keywords TEXT NOT NULL,
    date TEXT NOT NULL,
    jalali TEXT NOT NULL,
    embargo TEXT,
    versions INTEGER NOT NULL,
    in_force INTEGER,
    latest TEXT NOT NULL,
    submitted_by TEXT NOT NULL,
    submitted_at TEXT NOT NULL,
    decided_by TEXT,
    decided_at TEXT,
    eyes TEXT,
    UNIQUE (year, number)
) STRICT;
CREATE TABLE submission (
    seq INTEGER PRIMARY KEY,
    release TEXT NOT NULL,
    number INTEGER NOT NULL,
    digest TEXT NOT NULL,
    received TEXT,
    state TEXT NOT NULL,
    corrects INTEGER,
    submitted_by TEXT NOT NULL,
    submitted_at TEXT NOT NULL,
    decided_by TEXT,
    decided_at TEXT,
    eyes TEXT,
    UNIQUE (release, number)
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
    text, pieces, about, content = '', tokenize = "unicode61 remove_diacritics 0"
);
"""
"""``search`` has a row for each submission (its ``seq``): folded text, the parts of its half-spaced words, metadata."""

REUSE = """
CREATE TABLE published (
    first INTEGER PRIMARY KEY,
    paragraphs INTEGER NOT NULL,
    release TEXT NOT NULL,
    submission INTEGER NOT NULL,
    approval INTEGER NOT NULL
) STRICT;
CREATE TABLE fingerprint (
    hash INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    PRIMARY KEY (hash, paragraph)
) STRICT, WITHOUT ROWID;
"""
"""Derived as well, since schema 2: what a draft is held against to find text that was published before."""

DERIVED_TABLES = ("account", "house", "house_word", "release", "submission", "published")
"""Derived tables that are compared row by row; ``search`` is compared word by word, ``fingerprint`` by its key."""


def _guards() -> dict[str, str]:
    guards = {
        f"{table}_keeps_rows_from_{action}": (
            f"BEFORE {action.upper()} ON {table} BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
        )
        for table in ("version", "event")
        for action in ("update", "delete")
    }
    guards["event_follows_the_last"] = (
        "BEFORE INSERT ON event WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event)"
        " OR json_extract(NEW.body, '$.seq') IS NOT NEW.seq OR json_extract(NEW.body, '$.prev') IS NOT"
        " coalesce((SELECT hash FROM event ORDER BY seq DESC LIMIT 1), printf('%064d', 0))"
        " BEGIN SELECT RAISE(ABORT, 'not the next event'); END"
    )
    return {name: f"CREATE TRIGGER {name} {rest}" for name, rest in guards.items()}


TRIGGERS = _guards()
"""By name, in the form in which SQLite keeps them."""
