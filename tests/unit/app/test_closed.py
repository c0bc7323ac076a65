"""What was closed lately comes back whole; what is older, more or larger than is kept goes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.app.closed import ClosedDraft, ClosedDrafts, Limits
from pr_editor.app.sessions import SessionStore
from pr_editor.text.draft import Draft, draft_of
from pr_editor.text.message import KnownError
from tests.unit.app.strategies import changes, drafts

if TYPE_CHECKING:
    from collections.abc import Callable


LIMITS = Limits(days=14, most=5, room=100_000)
NOW = 4_000 * 24 * 3600.0


class Clock:
    """A clock that is set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def sessions(tmp_path: Path) -> SessionStore:
    return SessionStore(tmp_path / "sessions")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(tmp_path: Path, sessions: SessionStore, clock: Clock) -> ClosedDrafts:
    return ClosedDrafts(tmp_path / "closed", sessions, LIMITS, clock)


@pytest.fixture
def close(kept: ClosedDrafts, sessions: SessionStore, clock: Clock) -> Callable[..., str]:
    """Closes a draft so many seconds from now, with an original of so many bytes; gives its id."""

    def closed(later: float = 0, size: int = 1) -> str:
        clock.now = NOW + later
        session = sessions.create(draft_of(["خبر تازه"], "خبر", ""), bytes(size), ".txt")
        kept.put_away(session, "خبر تازه")
        kept.sweep()
        return session.id

    return closed


@settings(deadline=None, max_examples=40)
@given(drafts, st.data())
def test_what_was_closed_comes_back_equal(draft: Draft, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as place:
        sessions = SessionStore(Path(place) / "sessions")
        kept = ClosedDrafts(Path(place) / "closed", sessions)
        session = data.draw(changes(sessions.create(draft, b"as received", ".txt")))
        sessions.save(session)
        kept.put_away(session, "خبر")
        assert sessions.all() == []
        assert kept.reopen(session.id) == session
        assert (kept.all(), sessions.all()) == ([], [session])
        original = sessions.original(session)
        assert original is not None
        assert original.read_bytes() == b"as received"
        sessions.close(session)


def test_the_one_closed_last_comes_first_by_name(kept: ClosedDrafts, close: Callable[..., str]) -> None:
    first, second = close(), close(60)
    assert [(one.id, one.name) for one in kept.all()] == [(second, "خبر تازه"), (first, "خبر تازه")]


def test_old_ones_go(kept: ClosedDrafts, close: Callable[..., str], clock: Clock, tmp_path: Path) -> None:
    old, young = close(), close(2 * 24 * 3600)
    clock.now = NOW + 14 * 24 * 3600 + 1
    kept.sweep()
    assert [one.id for one in kept.all()] == [young]
    assert [place.name for place in (tmp_path / "closed").iterdir()] == [young]
    with pytest.raises(KnownError, match="not kept any more"):
        kept.reopen(old)


def test_only_so_many_are_kept(kept: ClosedDrafts, close: Callable[..., str]) -> None:
    every = [close(at) for at in range(8)]
    assert [one.id for one in kept.all()] == every[:2:-1]


def test_only_so_much_is_kept_but_always_the_last(kept: ClosedDrafts, close: Callable[..., str]) -> None:
    large = [close(at, 40_000) for at in range(3)]
    assert [one.id for one in kept.all()] == [large[2], large[1]]
    huge = close(9, 200_000)
    assert [one.id for one in kept.all()] == [huge]


def test_forgetting_leaves_nothing(kept: ClosedDrafts, close: Callable[..., str], tmp_path: Path) -> None:
    close()
    (tmp_path / "closed" / ".half removed").mkdir()
    kept.forget()
    assert kept.all() == []
    assert list((tmp_path / "closed").iterdir()) == []
    assert list((tmp_path / "sessions").iterdir()) == []


def test_windows_that_forget_at_once_do_not_get_in_the_way_of_each_other(
    kept: ClosedDrafts, sessions: SessionStore, tmp_path: Path
) -> None:
    for _ in range(40):
        kept.put_away(sessions.create(draft_of(["خبر تازه"], "", "")), "خبر تازه")
    windows = [ClosedDrafts(tmp_path / "closed", SessionStore(tmp_path / "sessions")) for _ in range(3)]
    with ThreadPoolExecutor(len(windows)) as at_once:
        for forgotten in [at_once.submit(window.forget) for window in windows]:
            forgotten.result()
    assert list((tmp_path / "closed").iterdir()) == []


def test_what_another_window_closes_meanwhile_is_not_forgotten(
    close: Callable[..., str], sessions: SessionStore, tmp_path: Path
) -> None:
    """It is put away right after the drafts to be forgotten have been counted."""
    old, kept = close(), ClosedDrafts(tmp_path / "closed", sessions)

    class Forgetful(ClosedDrafts):
        def all(self) -> list[ClosedDraft]:
            found = super().all()
            kept.put_away(sessions.create(draft_of(["خبر دیگر"], "", "")), "خبر دیگر")
            return found

    Forgetful(tmp_path / "closed", SessionStore(tmp_path / "sessions")).forget()
    assert [one.name for one in kept.all()] == ["خبر دیگر"]
    assert kept.all()[0].id != old


def test_nothing_closed_is_no_error(kept: ClosedDrafts) -> None:
    kept.sweep()
    kept.forget()
    assert kept.all() == []


def test_what_can_not_be_put_away_stays_open(kept: ClosedDrafts, sessions: SessionStore, tmp_path: Path) -> None:
    session = sessions.create(draft_of(["خبر"], "", ""))
    (tmp_path / "closed").write_text("no folder")
    with pytest.raises(OSError, match="closed"):
        kept.put_away(session, "خبر")
    assert sessions.all() == [session]
    assert not SessionStore(tmp_path / "sessions").claim(session), "and it is still owned"


def test_a_damaged_note_costs_only_the_name(kept: ClosedDrafts, close: Callable[..., str], tmp_path: Path) -> None:
    name = close()
    (tmp_path / "closed" / name / "closed.json").write_text("[]")
    assert [one.name for one in kept.all()] == [name]
    assert kept.reopen(name).draft.paragraphs[0].text == "خبر تازه"


def test_a_damaged_draft_is_told_and_stays(
    kept: ClosedDrafts, close: Callable[..., str], sessions: SessionStore, tmp_path: Path
) -> None:
    name = close()
    (tmp_path / "closed" / name / "session.json").write_text("{")
    with pytest.raises(KnownError, match="could not be read"):
        kept.reopen(name)
    assert [one.id for one in kept.all()] == [name]
    assert sessions.all() == []


def test_a_draft_is_opened_again_by_one_window_alone(
    kept: ClosedDrafts, close: Callable[..., str], tmp_path: Path
) -> None:
    name = close()
    session = kept.reopen(name)
    other = ClosedDrafts(tmp_path / "closed", SessionStore(tmp_path / "sessions"))
    with pytest.raises(KnownError):
        other.reopen(name)
    assert not SessionStore(tmp_path / "sessions").claim(session)


def test_killed_while_closing_and_reopening_a_draft_is_there_once(tmp_path: Path) -> None:
    """A process that closes and reopens a draft without pause is killed: it is open or closed, and whole."""
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from pr_editor.app.closed import ClosedDrafts\n"
        "from pr_editor.app.sessions import SessionStore\n"
        "from pr_editor.text.draft import draft_of\n"
        "sessions = SessionStore(Path(sys.argv[1], 'sessions'))\n"
        "kept = ClosedDrafts(Path(sys.argv[1], 'closed'), sessions)\n"
        "session = sessions.create(draft_of(['خبر تازه'], '', ''))\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    kept.put_away(session, 'خبر')\n"
        "    session = kept.reopen(session.id)\n"
        "    print('once', flush=True)\n"
    )
    for rounds in (1, 7, 20):
        home = tmp_path / str(rounds)
        env = {**os.environ, "PYTHONUTF8": "1"}
        with subprocess.Popen([sys.executable, "-c", program, str(home)], stdout=subprocess.PIPE, env=env) as process:
            assert process.stdout is not None
            for _ in range(rounds + 1):
                process.stdout.readline()
            process.kill()
        sessions = SessionStore(home / "sessions")
        kept = ClosedDrafts(home / "closed", sessions)
        found = [*sessions.all(), *map(kept.reopen, [one.id for one in kept.all()])]
        assert [session.paragraphs[0].text for session in found] == ["خبر تازه"]
        assert sessions.problems == []
