"""No crash costs a word, and no window disturbs another's drafts."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.app.decisions import Decisions
from pr_editor.app.sessions import SessionStore
from pr_editor.text.draft import Draft, Kind, draft_of
from tests.unit.app.strategies import changes, drafts

if TYPE_CHECKING:
    from pr_editor.checks.engine import Engine

TEXTS = ["شهرداری سه پارک تازه می‌سازد", "به گزارش روابط عمومی شهرداری، کار از فردا آغاز می‌شود."]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sessions"


@pytest.fixture
def store(folder: Path) -> SessionStore:
    return SessionStore(folder)


def received(title: str = "پارک‌ها") -> Draft:
    return draft_of(TEXTS, title, "پارک‌ها.txt")


@settings(deadline=None, max_examples=50)
@given(drafts, st.data())
def test_what_is_saved_comes_back_equal(draft: Draft, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as place:
        store = SessionStore(Path(place))
        session = data.draw(changes(store.create(draft)))
        store.save(session)
        assert SessionStore(Path(place)).all() == [session]
        store.close(session)


def test_a_long_draft_comes_back_equal(store: SessionStore) -> None:
    long = store.create(draft_of([f"بند {number}" for number in range(250)], "دراز", ""))
    long.known = {f"نشان {number}": "SPL001 واژه" for number in range(250)}
    long.overrides = dict.fromkeys(range(250), Kind.BODY)
    store.save(long)
    assert store.all() == [long]


def test_the_newest_change_comes_first(store: SessionStore) -> None:
    first, second = store.create(received("۱")), store.create(received("۲"))
    first.changed, second.changed = 20.0, 10.0
    store.save(first)
    store.save(second)
    assert [session.title for session in store.all()] == ["۱", "۲"]


def test_a_session_is_called_as_its_folder(store: SessionStore, folder: Path) -> None:
    session = store.create(received())
    shutil.copytree(folder / session.id, folder / "copy")
    (copy,) = (one for one in store.all() if one != session)
    assert copy == replace(session, id="copy")
    store.close(copy)
    assert store.all() == [session]


def test_the_original_stays_as_it_came(store: SessionStore) -> None:
    session = store.create(received(), b"\xef\xbb\xbfold\r\n", ".txt")
    session.paragraphs = ()
    store.save(session)
    original = store.original(session)
    assert original is not None
    assert original.suffix == ".txt"
    assert original.read_bytes() == b"\xef\xbb\xbfold\r\n"


@pytest.mark.parametrize("suffix", ["", "/../x", ".", ".a b", ".txt/../../x"])
def test_an_odd_suffix_leads_nowhere(store: SessionStore, folder: Path, suffix: str) -> None:
    session = store.create(received(), b"x", suffix)
    assert store.original(session) == folder / session.id / "original"


def test_a_pasted_draft_has_no_original(store: SessionStore) -> None:
    assert store.original(store.create(received())) is None


def test_a_session_from_before_changes_were_kept_is_read(store: SessionStore, folder: Path) -> None:
    session = store.create(received())
    state = folder / session.id / "session.json"
    data = json.loads(state.read_text("utf-8"))
    del data["changes"]
    state.write_text(json.dumps(data), "utf-8")
    assert store.all() == [session]


def test_a_session_that_does_not_tell_whether_it_was_looked_at_was(store: SessionStore, folder: Path) -> None:
    session = store.create(received())
    state = folder / session.id / "session.json"
    data = json.loads(state.read_text("utf-8"))
    assert data.pop("shown") == 0
    state.write_text(json.dumps(data), "utf-8")
    assert store.all() == [replace(session, shown=session.changed)]


def test_a_closed_session_is_gone(store: SessionStore, folder: Path) -> None:
    session = store.create(received(), b"x", ".txt")
    store.close(session)
    assert store.all() == []
    assert list(folder.iterdir()) == []


def test_a_save_cut_off_half_way_leaves_the_state_before(store: SessionStore, folder: Path) -> None:
    session = store.create(received())
    (folder / session.id / ".session.json.k3j2.tmp").write_bytes(b'{"schema": "pr-ed')
    assert store.all() == [session]
    assert store.problems == []
    store.close(session)
    assert list(folder.iterdir()) == []


def test_killed_while_saving_nothing_saved_is_lost(folder: Path) -> None:
    """A process that saves without pause is killed; what it had reported as saved is there, or something newer."""
    program = (
        "import sys, itertools\n"
        "from pathlib import Path\n"
        "from pr_editor.app.sessions import SessionStore\n"
        "from pr_editor.text.draft import draft_of\n"
        "store = SessionStore(Path(sys.argv[1]))\n"
        "session = store.create(draft_of(['متن'] * 50))\n"
        "for number in itertools.count(1):\n"
        "    session.caret = (0, number)\n"
        "    store.save(session)\n"
        "    print(number, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        reported = [int(writer.stdout.readline()) for _ in range(30)]
        writer.kill()
    (session,) = SessionStore(folder).all()
    assert session.caret[1] >= reported[-1]
    assert session.paragraphs == draft_of(["متن"] * 50).paragraphs


def test_killed_before_its_first_save_a_session_leaves_nothing(folder: Path, store: SessionStore) -> None:
    place = folder / "20250101-000000-0badcafe"
    place.mkdir(parents=True)
    (place / "original.txt").write_bytes(b"x")
    (folder / "20250101-000000-0badcafe.lock").write_bytes(b"1\n")
    assert store.all() == []
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("bad", [b"", b"{}", b"[]", b"\xff\xfe", b'{"schema": "pr-editor/session/9"}', b"null"])
def test_an_unreadable_session_is_told_and_kept(store: SessionStore, folder: Path, bad: bytes) -> None:
    good, spoilt = store.create(received()), store.create(received())
    state = folder / spoilt.id / "session.json"
    state.write_bytes(bad)
    assert store.all() == [good]
    assert [spoilt.id in str(problem) for problem in store.problems] == [True]
    assert state.read_bytes() == bad


def test_a_session_of_another_window_can_not_be_claimed(folder: Path, store: SessionStore) -> None:
    session = store.create(received())
    other = SessionStore(folder)
    assert not other.claim(session)
    store.release(session)
    assert other.claim(session)
    assert not store.claim(session)


def test_what_another_window_wrote_last_is_what_is_taken_over(folder: Path, store: SessionStore) -> None:
    session, other = store.create(received()), SessionStore(folder)
    (found,) = other.all()
    assert other.take(found) is None
    session.caret = 0, 3
    store.save(session)
    store.release(session)
    assert other.take(found) == session


def test_what_another_window_closes_meanwhile_is_not_taken_over(folder: Path, store: SessionStore) -> None:
    session, other = store.create(received()), SessionStore(folder)
    (found,) = other.all()
    store.close(session)
    assert other.take(found) is None
    assert list(folder.iterdir()) == []


def test_what_can_not_be_read_any_more_is_told_and_left_to_others(folder: Path, store: SessionStore) -> None:
    session, other = store.create(received()), SessionStore(folder)
    (found,) = other.all()
    (folder / session.id / "session.json").write_bytes(b"{")
    store.release(session)
    assert other.take(found) is None
    assert [session.id in str(problem) for problem in other.problems] == [True]
    assert store.claim(session)


def test_a_session_whose_window_died_can_be_claimed(folder: Path, store: SessionStore) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from pr_editor.app.sessions import SessionStore\n"
        "from pr_editor.text.draft import draft_of\n"
        "store = SessionStore(Path(sys.argv[1]))\n"
        "store.create(draft_of(['متن']))\n"
        "print('ready', flush=True)\n"
        "sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", program, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == "ready\n"
        (session,) = store.all()
        assert not store.claim(session)
        assert (folder / f"{session.id}.lock").read_text() == f"{window.pid}\n"
        window.kill()
    assert store.claim(session)


def test_decisions_hide_this_finding_or_these_words(engine: Engine) -> None:
    draft = draft_of(["كار و كار ديگر", "همان كار"])
    findings = [finding for finding in engine.review(draft).findings if finding.code == "CHR001"]
    assert {finding.text for finding in findings} >= {"كار", "ديگر"}
    here = Decisions(left_here={findings[0].fingerprint})
    assert [here.hides(finding) for finding in findings] == [True] + [False] * (len(findings) - 1)
    everywhere = Decisions(left_in_draft={("CHR001", "کار")})
    assert [everywhere.hides(f) for f in findings] == [f.text == "كار" for f in findings]
    assert not everywhere.hides(replace(findings[0], text="دیگر"))


def test_the_draft_of_a_session_is_the_text_as_it_is_now(store: SessionStore) -> None:
    session = store.create(received())
    session.overrides = {0: Kind.HEADLINE}
    session.paragraphs = session.paragraphs[:1]
    assert session.draft == Draft(session.received.paragraphs[:1], "پارک‌ها", "پارک‌ها.txt")
