"""What somebody changed in the file is noticed, and named exactly."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pr_editor.library.canonical import canonical
from pr_editor.library.events import hash_of
from pr_editor.library.file import DamagedError
from pr_editor.library.pace import Pace, heeded
from pr_editor.library.store import Library
from pr_editor.library.verify import Report, verify
from pr_editor.text.message import KnownError
from tests.unit.library.office import (
    CHANGED,
    EDITOR,
    PASSPHRASE,
    SUPERVISOR,
    TEXT,
    Office,
    handover,
    tamper,
    without_checkpoint,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any


@pytest.fixture
def full(office: Office) -> Office:
    """An office whose library, now closed, holds a returned, an approved and a corrected release, and words."""
    first = office.approved()
    office.library.correct(first, handover(*CHANGED), office.editor)
    office.approve(first)
    second = office.submit("باران در شمال", "لید", keywords=("هوا",))
    office.library.return_(second, office.supervisor, "منبع ندارد")
    office.library.words.add_to_house("آبفا", office.editor)
    office.library.words.add("شهرآفتاب", EDITOR)
    office.library.close()
    return office


def problems(report: Report) -> list[str]:
    return [str(problem.message) for problem in report.problems]


def found(office: Office, *, checkpoint: bool = True) -> list[str]:
    return problems(verify(office.path, office.checkpoint if checkpoint else None))


def test_a_sound_library_is_accepted_and_told_what_was_checked(full: Office) -> None:
    report = verify(full.path, full.checkpoint)
    assert problems(report) == []
    assert report.sound
    checked = " ".join(map(str, report.checked))
    assert "signatures: 9" in checked
    assert "digests: 3" in checked
    assert "accounts: 2" in checked
    assert "checkpoint, at event 9" in checked


def test_progress_is_told_in_percent(full: Office) -> None:
    heard: list[int] = []
    assert verify(full.path, progress=heard.append).sound
    assert heard == sorted(heard)
    assert heard[0] < 10
    assert 50 < heard[-1] < 100, "the last part is over when the report is there"


def test_verifying_can_be_called_off_at_any_moment(full: Office) -> None:
    heard: list[int] = []
    verify(full.path, progress=heard.append)
    for at in range(len(heard)):
        left = iter(range(at))

        def call_off(_percent: int, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise KnownError("called off")

        with pytest.raises(KnownError, match="called off"):
            verify(full.path, progress=call_off)
    assert verify(full.path, full.checkpoint).sound


def test_a_long_statement_can_be_called_off() -> None:
    def call_off(_percent: int) -> None:
        raise KnownError("called off")

    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with closing(sqlite3.connect(":memory:")) as db:
        with pytest.raises(KnownError, match="called off"), heeded(db, Pace(call_off, 1)):
            db.execute(endless).fetchone()
        assert db.execute("SELECT 1").fetchone() == (1,)


def test_a_changed_byte_of_a_text(full: Office) -> None:
    content = full.path.read_bytes()
    word = "پنج روستای".encode()
    assert content.count(word) == 2, "a text and its correction hold it once each"
    full.path.write_bytes(content.replace(word, "شش روستاهی".encode()[: len(word)].ljust(len(word)), 1))
    (problem,) = found(full)
    assert problem in {
        "The text of release 1405-0001, version 1 was changed.",
        "The text of release 1405-0001, version 2 was changed.",
    }
    with (
        Library.open(full.path, environment=full.environment) as library,
        pytest.raises(DamagedError, match="not what was signed"),
    ):
        library.versions("1405-0001")


def test_a_changed_event(full: Office) -> None:
    tamper(full.path, "UPDATE event SET body = replace(body, 'منبع ندارد', 'منبع دارد') WHERE seq = 8")
    assert found(full)[0] == "Event 8 was changed: its bytes do not have the hash kept beside it."
    with Library.open(full.path, environment=full.environment) as library, pytest.raises(DamagedError, match="Event 8"):
        library.release("1405-0002")


def test_a_changed_event_with_its_hash_made_fit(full: Office) -> None:
    rewrite(full.path, 8, lambda event: event["data"].update(note="بد است"))
    assert found(full)[:2] == [
        f"Event 8 is not signed with the key of {SUPERVISOR}.",
        "Event 9 does not follow the one before it.",
    ]


def test_a_removed_event(full: Office) -> None:
    tamper(full.path, "DELETE FROM event WHERE seq = 5")
    assert found(full)[0] == "Event 5 is missing."
    with pytest.raises(DamagedError, match="are missing"):
        Library.open(full.path, environment=full.environment)


def test_removed_last_events_are_seen_from_outside(full: Office) -> None:
    tamper(full.path, "DELETE FROM event WHERE seq > 7")
    assert found(full) == ["9 events were seen here, but the library has only 7."]


def test_an_older_file_put_back_is_seen_from_outside_and_not_built_upon(office: Office) -> None:
    office.approved()
    office.library.close()
    older = office.path.with_suffix(".old")
    shutil.copy(office.path, older)
    with Library.open(office.path, environment=office.environment) as library:
        library.words.add_to_house("آبفا", office.editor)
    shutil.copy(older, office.path)
    assert found(office, checkpoint=False) == []
    assert found(office) == ["5 events were seen here, but the library has only 4."]
    with pytest.raises(KnownError, match="lacks what was last known here"):
        office.reopen().words.add_to_house("فردا", office.editor)
    office.checkpoint.unlink()
    office.library.words.add_to_house("فردا", office.editor)
    assert found(office) == []


def test_another_history_of_the_same_length_is_seen_from_outside(office: Office) -> None:
    older = office.path.with_suffix(".old")
    shutil.copy(office.path, older)
    office.library.words.add_to_house("آبفا", office.editor)
    office.library.close()
    seen = office.checkpoint.read_bytes()
    shutil.copy(older, office.path)
    with Library.open(office.path, environment=without_checkpoint(office.environment)) as library:
        library.words.add_to_house("فردا", office.editor)
    office.checkpoint.write_bytes(seen)
    assert found(office) == ["Event 3 is not the one that was seen here."]


def test_a_forged_checkpoint(full: Office) -> None:
    line = json.loads(full.checkpoint.read_bytes())
    line["signature"] = Ed25519PrivateKey.generate().sign(line["body"].encode()).hex()
    full.checkpoint.write_bytes(canonical(line))
    assert found(full) == [f"The checkpoint is not signed with the key of {EDITOR}."]
    full.checkpoint.write_bytes(b"{}")
    (problem,) = found(full)
    assert problem.startswith("The checkpoint can't be read")


@pytest.mark.parametrize("table", ["sealed_key", "account"])
def test_a_swapped_key(full: Office, table: str) -> None:
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    tamper(full.path, f"UPDATE {table} SET public_key = ? WHERE name = '{SUPERVISOR}'", values=(other,))
    assert found(full) == [f"The key of {SUPERVISOR} was swapped: it is not the one the events name."]


def test_a_key_swapped_in_the_events_with_the_chain_made_fit(full: Office) -> None:
    mine = Ed25519PrivateKey.generate().public_key().public_bytes_raw().hex()
    rewrite(full.path, 2, lambda event: event["data"].update(public_key=mine), to_the_end=True)
    assert found(full)[0] == f"Event 2 is not signed with the key of {SUPERVISOR}."


def test_the_first_key_swapped_and_everything_signed_anew_is_seen_from_outside(full: Office) -> None:
    key = Ed25519PrivateKey.generate()
    mine = key.public_key().public_bytes_raw()

    def swap(event: dict[str, Any]) -> None:
        if "public_key" in event["data"]:
            event["data"]["public_key"] = mine.hex()

    rewrite(full.path, 1, swap, to_the_end=True, key=key)
    tamper(full.path, "UPDATE sealed_key SET public_key = ?", "UPDATE account SET public_key = ?", values=(mine,))
    assert "Event 9 is not the one that was seen here." in found(full)


def test_an_approval_slipped_in_by_its_editor(office: Office) -> None:
    release = office.submit()
    digest = office.library.show(release).version.submission.digest
    office.library.close()
    with closing(sqlite3.connect(office.path, isolation_level=None)) as db:
        body, seq, last = db.execute("SELECT body, seq, hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()
        data = {"note": "", "comments": [], "eyes": "four"}
        event = {**json.loads(body), "kind": "approved", "seq": seq + 1, "prev": last, "data": data, "version": digest}
        forged = canonical(event)
        db.execute(
            "INSERT INTO event (seq, body, hash, signature) VALUES (?, ?, ?, ?)",
            (seq + 1, forged.decode(), hash_of(forged), office.editor.key.sign(forged)),
        )
    report = verify(office.path, office.checkpoint)
    assert problems(report)[0] == "Event 4 was not allowed."
    assert "Only a supervisor" in str(report.problems[0].reason)
    with pytest.raises(DamagedError, match="Event 4"):
        office.reopen().export_draft(release)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("UPDATE release SET state = 'approved' WHERE id = '1405-0002'", "Table release does not say"),
        ("UPDATE submission SET eyes = NULL", "Table submission does not say"),
        ("UPDATE account SET role = 'supervisor'", "Table account does not say"),
        ("UPDATE house SET solo = 1", "Table house does not say"),
        ("DELETE FROM house_word", "Table house_word does not say"),
        ("INSERT INTO search (rowid, text, pieces, about) VALUES (99, 'x', '', '')", "The search index does not fit"),
    ],
)
def test_derived_tables_are_held_against_the_events_and_rebuilt(full: Office, change: str, named: str) -> None:
    tamper(full.path, change)
    report = verify(full.path, full.checkpoint)
    (problem,) = report.problems
    assert problem.derived
    assert str(problem.message).startswith(named)
    with Library.open(full.path, environment=full.environment) as library:
        library.rebuild()
    assert found(full) == []


def test_rebuilding_changes_nothing_in_a_sound_library(full: Office) -> None:
    def content() -> list[Any]:
        with closing(sqlite3.connect(full.path)) as db:
            tables = ("account", "house", "house_word", "release", "submission", "event", "version", "own_word")
            return [db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables]

    before = content()
    with Library.open(full.path, environment=full.environment) as library:
        library.rebuild()
        assert [hit.summary.id for hit in library.search("باران")] == ["1405-0002"]
    assert content() == before


def test_nothing_is_rebuilt_from_events_that_cannot_be_believed(full: Office) -> None:
    tamper(full.path, "UPDATE event SET body = replace(body, 'منبع ندارد', 'منبع دارد') WHERE seq = 8")
    with Library.open(full.path, environment=full.environment) as library, pytest.raises(DamagedError, match="damaged"):
        library.rebuild()


def test_missing_guards_are_noticed_at_opening_and_named(full: Office) -> None:
    with closing(sqlite3.connect(full.path)) as db:
        db.execute("DROP TRIGGER event_keeps_rows_from_update")
    assert found(full) == ["The table, index or guard «event_keeps_rows_from_update» is not as the program made it."]
    with pytest.raises(DamagedError, match="guards"):
        Library.open(full.path, environment=full.environment)


@pytest.mark.parametrize("table", ["event", "version", "account", "sealed_key"])
def test_a_missing_table(full: Office, table: str) -> None:
    with closing(sqlite3.connect(full.path)) as connection:
        connection.execute(f"DROP TABLE {table}")
    assert f"«{table}»" in " ".join(str(problem.message) for problem in verify(full.path).problems)


def test_a_missing_text(full: Office) -> None:
    tamper(full.path, "DELETE FROM version WHERE id = 1")
    assert found(full) == ["The text of release 1405-0001, version 1 is missing."]


def test_a_text_nobody_handed_in(full: Office) -> None:
    with closing(sqlite3.connect(full.path, isolation_level=None)) as db:
        db.execute("INSERT INTO version (digest, body) VALUES (?, '{}')", ("sha256:" + hash_of(b"{}"),))
    assert found(full) == [f"The text sha256:{hash_of(b'{}')} was never handed in."]


def test_a_changed_sealed_key(full: Office) -> None:
    tamper(full.path, f"UPDATE sealed_key SET salt = zeroblob(16) WHERE name = '{EDITOR}'")
    assert found(full) == [f"The sealed key of {EDITOR} was changed."]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET signature = zeroblob(64)",
        "DELETE FROM event WHERE seq = 9",
        "UPDATE version SET body = '{}'",
        "DELETE FROM version",
        "REPLACE INTO version SELECT id, digest, '{}' FROM version",
        "REPLACE INTO event (seq, body, hash, signature) SELECT seq, body, hash, zeroblob(64) FROM event WHERE seq = 9",
        "INSERT INTO event (seq, body, hash, signature) VALUES (11, '{}', printf('%064d', 1), zeroblob(64))",
        "INSERT INTO event (seq, body, hash, signature) VALUES (10, '{\"seq\": 10}', printf('%064d', 1), zeroblob(64))",
    ],
)
def test_the_guards_refuse_any_tool(full: Office, statement: str) -> None:
    with closing(sqlite3.connect(full.path)) as db:
        db.execute("PRAGMA recursive_triggers = ON")
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(statement)
    assert found(full) == []


def test_flipped_bits_are_noticed_wherever_they_count(full: Office) -> None:
    """A flip that nothing notices has changed nothing that is kept: it hit an unused byte."""
    content = full.path.read_bytes()
    used = [at for at, byte in enumerate(content) if byte]
    dice = random.Random(1405)
    noticed = 0
    for _ in range(60):
        at, bit = dice.choice(used), 1 << dice.randrange(8)
        full.path.write_bytes(content[:at] + bytes([content[at] ^ bit]) + content[at + 1 :])
        try:
            sound = verify(full.path, full.checkpoint).sound
        except KnownError:
            sound = False
        noticed += not sound
        if sound:
            with Library.open(full.path, environment=full.environment) as library:
                assert [p.text for p in library.show("1405-0001").draft.paragraphs] == list(CHANGED)
                assert [p.text for p in library.show("1405-0001", 1).draft.paragraphs] == list(TEXT)
                library.accounts.login(SUPERVISOR, PASSPHRASE)
    assert noticed > 30


def rewrite(
    path: Path,
    seq: int,
    change: Callable[[dict[str, Any]], None],
    *,
    to_the_end: bool = False,
    key: Ed25519PrivateKey | None = None,
) -> None:
    """Change event ``seq``, or all from there on with the chain made to fit, signed by ``key`` if it is given."""
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute("SELECT seq, body, hash, signature FROM event WHERE seq >= ? ORDER BY seq", (seq,)).fetchall()
    prev = json.loads(rows[0][1])["prev"]
    for number, body, _, signature in rows if to_the_end else rows[:1]:
        event = {**json.loads(body), "prev": prev}
        if number == seq or key:
            change(event)
        data = canonical(event)
        prev = hash_of(data)
        tamper(
            path,
            f"UPDATE event SET body = ?, hash = ?, signature = ? WHERE seq = {number}",
            values=(data.decode(), prev, key.sign(data) if key else signature),
        )
