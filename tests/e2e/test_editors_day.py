"""An editor's day without the mouse: three drafts from a folder, read, decided, compared, reported and handed in."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.camera import Wear
from pr_editor.app.comparison import compare_with_received
from pr_editor.app.services import build_services
from pr_editor.checks.ports import Against
from pr_editor.gui.speech import Speech
from pr_editor.library.store import Library
from pr_editor.review.model import ReleaseState
from tests.e2e.desk import ALBUM, Desk, choose_settings
from tests.e2e.person import EDITOR, SECRETS, SUPERVISOR, Person
from tests.e2e.program import command, running
from tests.e2e.screen import until

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pr_editor.app.session import Session
    from pr_editor.checks.engine import Engine
    from pr_editor.text.draft import Paragraph
    from tests.e2e.screen import Screen

DAY = Path(__file__).parent / "day"
BYLINE = "نویسنده: مهتاب سپهری، کارشناس روابط عمومی شرکت آب و فاضلاب استان"
NOTE = "از بهمن‌ماه"
LOOKS = ("light-fa", "dark-en", "dark-fa-200", "light-en-200") if ALBUM else ("light-fa",)
"""How the window looks on such a day: in all ways if pictures are wanted."""

pytestmark = pytest.mark.e2e


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with two accounts and one release of last year."""
    office = tmp_path / "office"
    both = (SECRETS[SUPERVISOR], SECRETS[EDITOR])
    for words, secrets in (
        (("library", "init", "--as", SUPERVISOR), both[:1]),
        (("account", "add", EDITOR, "--role", "editor", "--as", SUPERVISOR), both),
        (("library", "import", str(DAY / "archive"), "--as", SUPERVISOR), both[:1]),
    ):
        done = command(office, *words, secrets=secrets)
        assert done.returncode == 0, done.stderr.decode()
    return office / "data" / "library.db"


@pytest.fixture(params=LOOKS)
def wear(request: pytest.FixtureRequest) -> Wear:
    """How the window looks."""
    return Wear.named(request.param)


@pytest.fixture
def desk(screen: Screen, home: Path, library: Path, engine: Engine, wear: Wear, tmp_path: Path) -> Iterator[Desk]:
    """A window that knows the library, in which a folder of three drafts was opened by keys."""
    folder = tmp_path / "today"
    shutil.copytree(DAY / "queue", folder)
    look = {"language": wear.language, "theme": wear.theme, "scale": wear.scale}
    choose_settings(home, library=str(library), autosave_seconds=1, **look)
    # Where the program begins to look for files.
    screen.environment["HOME"] = str(tmp_path)
    services = build_services()
    published = services.published(library)
    known = Against(published)
    with closing(published), running(screen, home) as window:
        speech = Speech(services.translator(wear.language))
        made = Desk(screen, window.pid, home, engine, known, wear, speech, "1-water.txt")
        made.wait_for_window("PR Editor")
        screen.press("ctrl+alt+o")
        made.wait_for_window("Open a folder of drafts")
        screen.write(folder.name)
        screen.press("Return")
        sessions = home / "data" / "sessions"
        until(lambda: len(list(sessions.glob("*/session.json"))) == 3, "three drafts open")
        made.settle()
        yield made
        screen.press("ctrl+q")
        assert window.wait(30) == 0


def test_an_editors_day(desk: Desk, library: Path, tmp_path: Path) -> None:
    _repair(desk)
    _repent(desk)
    _rewrite(desk)
    _report(desk, tmp_path / "changes.html")
    _leave(desk)
    _hand_in(desk, library)
    assert len(desk.decisions) >= 30, desk.decisions
    for received in (DAY / "queue").glob("*.txt"):
        assert (tmp_path / "today" / received.name).read_bytes() == received.read_bytes()


def _repair(desk: Desk) -> None:
    """The lead that stands there twice, side by side; words one by one; some alike at once; all the rest at once."""
    screen = desk.screen
    lead = desk.session().paragraphs[1].text
    desk.hold("DUP001")
    desk.picture("1-findings")
    screen.press("space")
    desk.wait_for_window("Side by side")
    desk.picture("2-side-by-side")
    desk.decide("delete the repeated paragraph", "Farsi_1", proof=lambda now: _texts(now.paragraphs).count(lead) == 1)
    desk.leave_window("Side by side")
    typos = ("همکری", "پیمانکران", "ازمحل", "توسهه", "اقتصاذی", "مشترکلن", "برگزرا", "آزاذ")
    desk.fix(("REP001", ""), *(("SPL", words) for words in typos))
    assert "آزاد است" in desk.text()
    screen.press("ctrl+Farsi_2")
    desk.decide("undo the last of them", "ctrl+z", proof=lambda now: "آزاذ است" in now.paragraphs[6].text)
    desk.decide("redo it", "ctrl+shift+z", proof=lambda now: "آزاد است" in now.paragraphs[6].text)
    desk.hold("ZWN001")
    desk.decide("fix all of these", "ctrl+shift+Return", proof=lambda now: " می ش" not in _whole(now))
    desk.decide("fix everything that is sure", "F8", proof=lambda now: "شركت" not in _whole(now))
    assert not [one for one in desk.findings() if one.code in {"CHR001", "NUM001", "SPC001", "QUO001", "ZWN001"}]
    desk.fix(("ZWN009", "تصفیه خانه"))


def _repent(desk: Desk) -> None:
    """One fix is reversed from the list of changes, whatever has happened since, and made again."""
    change = desk.session().changes[-3]
    desk.screen.press("ctrl+Farsi_4", "Down", "Down")
    desk.picture("3-changes")
    desk.decide(
        "reverse the third last change",
        "Delete",
        proof=lambda now: [one.id for one in now.changes if one.reversed] == [change.id],
    )
    assert change.shown[0][0] in desk.text()
    desk.decide("make it again", "Delete", proof=lambda now: not any(one.reversed for one in now.changes))
    assert change.shown[0][0] not in desk.text()
    desk.screen.press("ctrl+Farsi_4")


def _rewrite(desk: Desk) -> None:
    """A word replaced everywhere as one step, a byline put in its place, and a place found through the comparison."""
    screen = desk.screen
    before = desk.text()
    assert before.count("کنتور") == 2
    screen.press("ctrl+r")
    screen.write("كنتور")
    screen.press("Tab")
    screen.write("شمارگر")
    desk.decide("replace all", "ctrl+alt+Return", proof=lambda now: before.replace("کنتور", "شمارگر") == _whole(now))
    screen.press("Escape")

    number = len(desk.session().paragraphs)
    screen.press("ctrl+g")
    screen.write(desk.speech.digits(number))
    screen.press("Return")
    desk.come_back()
    screen.write(BYLINE)
    screen.press("Return")
    desk.decide("add a byline", proof=lambda now: _texts(now.paragraphs)[-2:-1] == [BYLINE])
    assert not [one for one in desk.findings() if one.code.startswith("BYL")]

    session = desk.session()
    compared = compare_with_received(session.received, session.draft, session.changes)
    changes = ((compared.passages[one.passage], one.change) for one in compared.differences)
    places = {(passage.new, passage.changes[at].b_start) for passage, at in changes if passage.new is not None}
    screen.press("F4")
    comparing = f"· {desk.speech.tr('Comparison')} ·"
    desk.wait_for(comparing)
    screen.press("F7")
    desk.picture("4-compare")
    screen.press("Return")
    until(lambda: not screen.shows(desk.pid, comparing), "back in the draft")
    screen.write(NOTE)
    desk.decide("write where something differs", proof=lambda now: bool(_places(now, NOTE) & places))
    desk.decide("think better of it", "ctrl+z", proof=lambda now: not _places(now, NOTE))


def _report(desk: Desk, path: Path) -> None:
    """What the author is told."""
    screen = desk.screen
    screen.press("ctrl+shift+e")
    desk.wait_for_window("Change report")
    screen.press("ctrl+Return")
    desk.wait_for_window("Save the change report")
    screen.press("ctrl+a")
    screen.write(path.name)
    with screen.slow_manager():
        screen.press("Return")
        until(path.exists, "a report of the changes")
        until(lambda: len(screen.titles(desk.pid)) == 1, "both windows closed")
    desk.come_back()
    told = path.read_text("utf-8")
    assert "همکری" in told
    assert "همکاری" in told


def _leave(desk: Desk) -> None:
    """The second draft: what is right after all."""
    desk.turn_to("2-clinic.txt", "Down")
    desk.hold("SPL", "مهرآوا")
    desk.screen.press("ctrl+l")
    words = desk.home / "data" / "words.txt"
    until(lambda: words.exists() and "مهرآوا" in words.read_text("utf-8").split(), "a word in the dictionary")
    desk.known.add("مهراوا")
    desk.decisions.append("add to the dictionary")
    desk.settle()
    one = desk.hold("ZWN001", "می کند")
    desk.decide("leave here", "ctrl+d", proof=lambda now: now.decisions.left_here == {one.fingerprint})
    desk.hold("NUM001")
    desk.decide("leave in this draft", "ctrl+shift+d", proof=lambda now: len(now.decisions.left_in_draft) == 1)
    desk.fix(("ZWN001", "می زند"), ("ZWN001", "می شود"), ("ZWN002", ""), ("SPC001", ""))
    assert not desk.findings()
    desk.screen.press("ctrl+shift+b", "ctrl+Farsi_3", "Home")
    desk.decide("open again what was left here", "ctrl+alt+b", proof=lambda now: not now.decisions.left_here)
    desk.screen.press("ctrl+Farsi_3", "End")
    desk.decide("open again what was left in the draft", "ctrl+alt+b", proof=lambda now: not now.decisions)
    desk.screen.press("ctrl+shift+b")
    desk.fix(("ZWN001", "می کند"), ("NUM001", ""))


def _hand_in(desk: Desk, library: Path) -> None:
    """The third draft: a paragraph of it was published before; it goes to the library."""
    screen = desk.screen
    desk.turn_to("3-market.txt", "Down")
    desk.hold("DUP101")
    screen.press("ctrl+shift+r")
    desk.wait_for_window("What was published before")
    desk.picture("5-published")
    desk.leave_window("What was published before")
    desk.fix(("ZWN009", "قالی بافان"), ("ZWN002", "کارگاه های"), ("ZWN001", "می شود"), ("CHR001", "ميان"))
    desk.hold("ZWN009", "صنایع دستی")
    desk.decide("leave in this draft", "ctrl+shift+d", proof=lambda now: len(now.decisions.left_in_draft) == 1)
    published = desk.hold("DUP101")
    desk.decide("leave here", "ctrl+d", proof=lambda now: now.decisions.left_here == {published.fingerprint})
    editor = Person(screen, desk.pid)
    editor.press("ctrl+shift+s")
    editor.log_in(EDITOR, desk.speech.tr("Log in"))
    editor.look_at(f"^{desk.speech.tr('Submit for approval')}$")
    desk.picture("6-submit")
    editor.press("ctrl+Return")
    desk.decisions.append("submit")

    def submitted() -> list[str]:
        with Library.open(library, readonly=True) as opened:
            return [one.id for one in opened.list() if one.state is ReleaseState.SUBMITTED]

    (release,) = until(submitted, "a release in the library")
    until(lambda: desk.session().release == release, "the number of the release in the session")
    with Library.open(library, readonly=True) as opened:
        shown = opened.show(release, 1)
    assert _texts(shown.draft.paragraphs) == _texts(desk.session().paragraphs)
    assert shown.version.submission.by == EDITOR


def _texts(paragraphs: Iterable[Paragraph]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]


def _whole(session: Session) -> str:
    return "\n".join(_texts(session.paragraphs))


def _places(session: Session, words: str) -> set[tuple[int, int]]:
    """Where words stand: the paragraph, counted from 0, and the place in it."""
    return {(at, text.find(words)) for at, text in enumerate(_texts(session.paragraphs)) if words in text}
