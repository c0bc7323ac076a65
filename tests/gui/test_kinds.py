"""What the editor decides about a paragraph: it holds while he types, and is there again the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from pr_editor.text.draft import Kind
from tests.gui.driver import open_checked, shown, text_of, wait_checked, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow

RELEASE = """گشایش پل تازهٔ لنگرود
پل تازهٔ رودخانه پس از یک سال کار به روی خودروها باز شد.
این پل صد متر درازا دارد و راه روستاها را کوتاه می‌کند.
مردم شهر در آیین گشایش آن جشن گرفتند."""
PAGE = """<nav>منو</nav><h3>فرماندار خبر داد:</h3><h1>پل تازه باز شد. مردم شادند.</h1>
<p>پل تازهٔ رودخانه پس از یک سال کار به روی خودروها باز شد.</p><h2>این بخش جمله است.</h2><p>مردم جشن گرفتند.</p>"""


def kinds(window: MainWindow) -> list[Kind]:
    """The kinds the margin shows, in order."""
    return [paragraph.kind for paragraph in shown(window)[0].paragraphs()]


def choose(qtbot: QtBot, window: MainWindow, at: int, name: str) -> None:
    """Take a kind from the menu of the paragraph ``at``."""
    draft, _editor = shown(window)
    menu = window.kinds.menu(draft, draft.paragraphs()[at].key)
    next(action for action in menu.actions() if action.text() == name).trigger()
    wait_checked(qtbot, window)


def put_caret(window: MainWindow, at: int, offset: int) -> None:
    """Put the caret into the paragraph ``at``."""
    draft, editor = shown(window)
    editor.move_caret(draft.paragraphs()[at].key, offset)


def test_a_choice_outlives_typing_splitting_and_undo(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, RELEASE))
    choose(qtbot, window, 2, "معرفی سازمان")
    chosen = [Kind.HEADLINE, Kind.LEAD, Kind.BOILERPLATE, Kind.BODY]
    assert kinds(window) == chosen
    _draft, editor = shown(window)
    put_caret(window, 2, 8)
    editor.insertPlainText(" تازه")
    wait_checked(qtbot, window)
    assert kinds(window) == chosen
    put_caret(window, 2, 20)
    editor.insertPlainText("\n")
    wait_checked(qtbot, window)
    assert kinds(window)[:3] == [Kind.HEADLINE, Kind.LEAD, Kind.BOILERPLATE]
    assert len(kinds(window)) == 5
    while editor.document().isUndoAvailable():
        editor.undo()
    wait_checked(qtbot, window)
    assert text_of(window) == RELEASE
    assert kinds(window) == chosen


def test_a_choice_follows_its_paragraph_and_can_be_given_back(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, RELEASE))
    proposed = kinds(window)
    choose(qtbot, window, 3, "تماس")
    _draft, editor = shown(window)
    put_caret(window, 0, 0)
    editor.insertPlainText("بند نو بالای همه\n")
    wait_checked(qtbot, window)
    assert kinds(window)[-1] is Kind.CONTACT
    editor.undo()
    choose(qtbot, window, 3, "پیشنهاد برنامه")
    assert kinds(window) == proposed


def test_choices_are_there_when_the_window_comes_back(
    qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    open_checked(qtbot, window, written(tmp_path, RELEASE))
    choose(qtbot, window, 1, "متن")
    before = kinds(window)
    assert before[1] is Kind.BODY
    window.close()
    again = open_window()
    again.drafts.restore()
    wait_checked(qtbot, again)
    assert kinds(again) == before


def test_headings_of_a_pasted_page_are_believed(qtbot: QtBot, window: MainWindow) -> None:
    data = QMimeData()
    data.setHtml(PAGE)
    data.setText("منو\nفرماندار خبر داد:\nپل")
    QGuiApplication.clipboard().setMimeData(data)
    window.menus.actions["paste-draft"].trigger()
    wait_checked(qtbot, window)
    assert "منو" not in text_of(window)
    assert kinds(window) == [Kind.KICKER, Kind.HEADLINE, Kind.LEAD, Kind.SUBHEAD, Kind.BODY]
