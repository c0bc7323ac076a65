"""The parts around the text: notices, prose, questions, and that all of it can be reached and heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog

from pr_editor.gui.dialogs.pages import Page
from pr_editor.gui.help.book import Book
from pr_editor.gui.notices import Notice, Tone
from pr_editor.gui.panels.prose import fitted
from pr_editor.gui.speech import as_html, isolated
from pr_editor.gui.theme import font
from pr_editor.text.message import message
from tests.gui.driver import TYPO, open_checked, open_files, press, shown, take, written

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow

_LONG = "کتابخانهٔ سیار مهرگان با ۴۰۰ جلد کتاب تازه به ده روستای دیگر شهرستان بهاران می‌رود 😀"


def test_an_error_outlives_what_is_told_after_it(window: MainWindow) -> None:
    error = Notice(message("The copy could not be saved."), tone=Tone.ERROR)
    window.notices.tell(error)
    window.notices.tell(Notice(message("Left as it is, here."), tone=Tone.DONE))
    window.notices.clear()
    assert window.notices.notice is error
    window.notices.clear()
    assert window.notices.isHidden()


def test_a_withdrawn_error_does_not_come_back(window: MainWindow) -> None:
    error = Notice(message("The copy could not be saved."), tone=Tone.ERROR)
    window.notices.tell(error)
    window.notices.tell(Notice(message("Left as it is, here.")))
    window.notices.withdraw(error.what)
    assert window.notices.isVisible()
    window.notices.clear()
    assert window.notices.isHidden()


def test_a_notice_does_not_move_the_text(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    editor = shown(window)[1]
    before = editor.mapToGlobal(editor.viewport().pos())
    window.notices.tell(Notice(message("Left as it is, here.")))
    QApplication.processEvents()
    assert window.notices.isVisible()
    assert editor.mapToGlobal(editor.viewport().pos()) == before


def test_names_of_files_stand_apart_in_a_sentence(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_files(qtbot, window, tmp_path / "there is none.txt")
    said = QTextDocumentFragment.fromHtml(window.notices.text.text()).toPlainText()
    assert isolated("there is none.txt") in said


@pytest.mark.parametrize(
    ("name", "written_as"),
    [
        ("خبر.txt", "\u2068خبر.txt\u2069"),
        ("/srv/press", "\u2068/srv/press\u2069"),
        ("/srv/بایگانی/خبر.txt:2", "\u2066/\u200esrv/\u200eبایگانی/\u200eخبر.txt:2\u2069"),
    ],
)
def test_folders_of_a_path_keep_their_order(window: MainWindow, name: str, written_as: str) -> None:
    said = window.speech.render(message("{name}: this line is no JSON that can be read.", name=name))
    assert written_as in said


def test_words_that_look_like_html_are_shown_as_they_are() -> None:
    text = "نشانی <b>a&b</b>\nسطر دوم"
    shown_as = QTextDocumentFragment.fromHtml(as_html(text, Qt.LayoutDirection.RightToLeft))
    assert shown_as.toPlainText() == text


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_title_is_cut_only_where_its_lines_end(qtbot: QtBot, lines: int) -> None:
    shape = font(10)
    width = QFontMetricsF(shape).horizontalAdvance(_LONG) / 2.5
    got = fitted(_LONG, shape, width, lines)
    assert len(got) == lines
    assert got[-1].endswith("…") == (lines < 3)
    shown_text = " ".join(got).rstrip("…\u200d")  # Qt keeps the last letter joined
    assert _LONG.startswith(shown_text)
    assert all(QFontMetricsF(shape).horizontalAdvance(line) <= width for line in got)


def test_a_path_in_the_file_dialog_reads_from_the_left(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    window.menus.actions["save-copy"].trigger()
    dialog = window.findChildren(QFileDialog)[-1]
    folders = dialog.findChild(QComboBox, "lookInCombo")
    kinds = dialog.findChild(QComboBox, "fileTypeCombo")
    assert isinstance(folders, QComboBox)
    assert isinstance(kinds, QComboBox)
    assert folders.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert "*" not in kinds.currentText()
    for at, suffix in ((0, "docx"), (1, "txt")):
        kinds.setCurrentIndex(at)
        kinds.textActivated.emit(kinds.currentText())
        assert dialog.defaultSuffix() == suffix
    dialog.reject()


def test_the_book_of_rules_is_read_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    window.menus.actions["rules"].trigger()
    book = window.findChild(Book)
    assert isinstance(book, Book)
    assert book.focusWidget() is book.list
    first = book.text.toPlainText()
    press(book.list, Qt.Key.Key_Down)
    assert book.text.toPlainText() != first
    book.close()


def test_keys_in_a_persian_page_stand_apart(window: MainWindow) -> None:
    window.menus.actions["keys"].trigger()
    page = next(page for page in window.findChildren(Page) if not isinstance(page, Book))
    assert isolated("Ctrl+K") in page.text.toPlainText()
    page.close()


def chain(window: QWidget) -> list[QWidget]:
    """Every widget Tab comes to, in order."""
    found: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget.isVisibleTo(window) and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def nameless(window: QWidget) -> list[str]:
    """What a screen reader could only call «button» or «text»."""
    return [
        f"{type(widget).__name__} {widget.objectName()} {widget.parentWidget()}"
        for widget in chain(window)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip(" \u2002\u200f\u200e")
    ]


@pytest.mark.parametrize("language", ["fa", "en"])
def test_everything_tab_comes_to_has_a_name(qtbot: QtBot, window: MainWindow, tmp_path: Path, language: str) -> None:
    window.menus.actions[f"language-{language}"].trigger()
    assert nameless(window) == []
    assert {window.welcome.begin, window.welcome.paste, window.welcome.sample} <= set(chain(window))
    open_checked(qtbot, window, written(tmp_path, TYPO))
    take(window, "SPL001")
    window.notices.tell(Notice(message("Left as it is, here."), action=message("Take back")))
    reached = chain(window)
    assert nameless(window) == []
    panel = window.findings_panel
    assert {shown(window)[1], panel.view, window.drafts_panel.list, window.notices.action} <= set(reached)
    assert len([widget for widget in reached if panel.card.isAncestorOf(widget)]) >= 5
    for name in ("why", "rules", "keys", "about"):
        window.menus.actions[name].trigger()
    pages = window.findChildren(Page)
    assert len(pages) == 4
    assert [name for page in pages for name in nameless(page)] == []
    for page in pages:
        page.close()


def test_tab_leaves_every_widget(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    take(window, "SPL001")
    window.activateWindow()
    shown(window)[1].setFocus()
    seen = []
    for _ in range(len(chain(window)) + 1):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        press(focused, Qt.Key.Key_Tab, "\t")
        assert QApplication.focusWidget() is not focused, f"{focused} keeps the focus"
    assert set(seen) >= set(chain(window))
