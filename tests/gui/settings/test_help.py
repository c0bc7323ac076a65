"""The books of the help are searched, gone through and followed from page to page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from pr_editor.checks.registry import RULES
from pr_editor.gui.help.book import SCHEME, Book
from pr_editor.gui.help.chapters import guide_chapters, rule_chapters
from pr_editor.text.fold import fold
from tests.gui.driver import TYPO, open_checked, take, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow

_WRAPPED = Qt.TextFlag.TextWordWrap


def rules(window: MainWindow) -> Book:
    window.menus.actions["rules"].trigger()
    book = window.findChild(Book, "rules")
    assert isinstance(book, Book)
    return book


def listed(book: Book) -> list[str]:
    return [book.list.item(at).text() for at in range(book.list.count()) if not book.list.item(at).isHidden()]


def test_every_rule_is_there_and_found_by_code_and_words(window: MainWindow) -> None:
    book = rules(window)
    assert len(listed(book)) == len(RULES)
    book.search.setText("spl001")
    assert any(title.endswith("SPL001") for title in listed(book))
    assert len(listed(book)) < 30
    book.search.setText("نيم فاصله")  # the other keyboard's letter
    assert listed(book)
    assert book.chapter in " ".join(listed(book))
    book.close()


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("language", ["fa", "en"])
def test_titles_are_read_whole(qtbot: QtBot, window: MainWindow, scale: int, language: str) -> None:
    window.look.use_language(language)
    window.look.use_scale(scale)
    book = rules(window)
    book.resize(1024, 700)
    qtbot.waitUntil(lambda: book.list.verticalScrollBar().maximum() > 0)
    book.list.doItemsLayout()
    assert [title for title, there, needed in titled(book) if needed > there] == []
    book.close()
    window.look.use_scale(100)


def titled(book: Book) -> Iterator[tuple[str, int, int]]:
    """Each title in the list, the height (pixels) it has, and the one it needs where Qt writes it."""
    view, style = book.list, QApplication.style()
    for at in range(view.count()):
        index = view.indexFromItem(view.item(at))
        option = QStyleOptionViewItem()
        view.initViewItemOption(option)
        option.rect, option.text = view.visualRect(index), view.item(at).text()
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, view)
        width = QRect(0, 0, room.width(), 1 << 14)
        yield option.text, room.height(), view.fontMetrics().boundingRect(width, _WRAPPED, option.text).height()


def test_what_is_sought_comes_to_the_rule_named_so_with_the_words_marked(window: MainWindow) -> None:
    book = rules(window)
    book.search.setText("واژه ناشناخته")
    assert book.chapter == "SPL005"
    marked = [place.cursor.selectedText() for place in book.text.extraSelections()]
    assert {fold(words) for words in marked} == {"واژه", "ناشناخته"}
    assert book.text.textCursor().position() == book.text.extraSelections()[0].cursor.selectionStart()
    book.close()


def test_where_nothing_is_found_it_is_said_and_escape_ends_the_search(window: MainWindow) -> None:
    book = rules(window)
    book.search.setText("قیقیقی")
    assert listed(book) == []
    assert "چیزی پیدا نشد" in book.text.toPlainText()
    book.search.setFocus()
    QTest.keyClick(book.search, Qt.Key.Key_Escape)
    assert book.isVisible()
    assert len(listed(book)) == len(RULES)
    assert book.text.toPlainText().startswith(listed(book)[0].partition(" ·")[0])
    QTest.keyClick(book.search, Qt.Key.Key_Escape)
    assert not book.isVisible()


def test_next_and_previous_stay_among_what_is_listed(window: MainWindow) -> None:
    book = rules(window)
    assert not book.previous.isEnabled()
    first = book.chapter
    book.next.click()
    second = book.chapter
    assert second != first
    book.previous.click()
    assert book.chapter == first
    book.search.setText("SPL001")
    while book.next.isEnabled():
        book.next.click()
    assert any(book.chapter in title for title in listed(book))
    book.close()


def test_codes_lead_to_their_pages(window: MainWindow) -> None:
    chapters = rule_chapters(window.services, window.speech)
    linked = [chapter for chapter in chapters if f"]({SCHEME}:" in chapter.markdown]
    assert linked
    book = rules(window)
    book.search.setText("SPL001")
    book.text.anchorClicked.emit(QUrl(f"{SCHEME}:DUP001"))
    assert book.chapter == "DUP001"
    assert book.search.text() == ""
    book.close()


def test_why_opens_at_the_rule_in_hand(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    take(window, "SPL001")
    window.menus.actions["why"].trigger()
    book = window.findChild(Book, "why")
    assert isinstance(book, Book)
    assert book.chapter == "SPL001"
    book.close()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_guide_is_read_in_parts_without_pictures(window: MainWindow, language: str) -> None:
    window.menus.actions[f"language-{language}"].trigger()
    chapters = guide_chapters(window.services, window.speech)
    assert len(chapters) >= 5
    assert all("![" not in chapter.markdown for chapter in chapters)
    window.menus.actions["guide"].trigger()
    book = next(book for book in window.findChildren(Book) if book.isVisible())
    assert len(listed(book)) == len(chapters)
    book.close()
