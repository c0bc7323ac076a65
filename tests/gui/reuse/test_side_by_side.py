"""Repeated text of a draft, both places side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.gui.driver import PATIENCE, codes, open_checked, press, shown, take, text_of, wait_checked, written

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.reuse.passage import PassageView
    from pr_editor.gui.reuse.side_by_side import SideBySide
    from pr_editor.gui.window.mainwindow import MainWindow

LINES = (
    "نمایشگاه کتاب بهاران گشایش یافت",
    "چهارمین نمایشگاه کتاب شهرداری بهاران روز شنبه با حضور ناشران در بوستان مرکزی شهر گشایش یافت.",
    "در این نمایشگاه بیش از ۱۲ هزار عنوان کتاب با تخفیف عرضه می‌شود و هر روز درهای آن به روی مردم باز است.",
    "رضا احمدی، رئیس سازمان فرهنگی بهاران، گفت: کتاب‌های کودک در بخشی جداگانه چیده شده است.",
    "در این نمایشگاه بیش از ۱۵ هزار عنوان کتاب با تخفیف عرضه می‌شود و هر روز درهای آن به روی شهروندان باز است.",
    "رضا احمدی، رئیس سازمان فرهنگی بهاران، گفت: کتاب‌های کودک در بخشی جداگانه چیده شده است.",
    "نویسنده: مریم کاظمی، کارشناس روابط عمومی شهرداری بهاران",
    "منبع: روابط عمومی شهرداری بهاران",
)
"""One paragraph comes back with another figure and another word, and one comes back as it was."""
BOTH = "\n".join(LINES)


def opened(window: MainWindow, code: str) -> SideBySide:
    """Take the first finding of a rule in hand and see it side by side."""
    take(window, code)
    window.menus.actions["side-by-side"].trigger()
    view = window.reuse.pairs.view
    assert view is not None
    assert view.isVisible()
    return view


def shows(qtbot: QtBot, view: SideBySide, text: str) -> None:
    """Wait until a pair shows whose first place is ``text``."""
    qtbot.waitUntil(lambda: view.texts[0].toPlainText() == text, timeout=PATIENCE)


def formats(text: PassageView) -> dict[str, QTextCharFormat]:
    """Every piece of a text that looks alike, and how it looks."""
    found: dict[str, QTextCharFormat] = {}
    block = text.document().begin()
    while block.isValid():
        it = block.begin()
        while not it.atEnd():
            found[it.fragment().text()] = it.fragment().charFormat()
            it += 1
        block = block.next()
    return found


def test_both_places_show_what_is_shared_and_which_figures_differ(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, BOTH))
    view = opened(window, "DUP002")
    first, second = view.texts
    assert first.toPlainText() == LINES[2]
    assert second.toPlainText() == LINES[4]
    assert "۱۲ هزار" in view.figures.accessibleName()
    assert "۱۵ هزار" in view.figures.accessibleName()
    figure, word = formats(second)["۱۵ هزار"], formats(second)["شهروندان"]
    for look in (figure, word):
        assert look.fontWeight() == QFont.Weight.Bold, "not told by colour alone"
    assert figure.underlineStyle() != word.underlineStyle()
    assert formats(first)["در این نمایشگاه بیش از"].underlineStyle() is QTextCharFormat.UnderlineStyle.NoUnderline


def test_escape_leads_back_to_the_caret(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, BOTH))
    _, editor = shown(window)
    window.reviewing.take(next(one.fingerprint for one in window.reviewing.open if one.code == "DUP001"), reveal=False)
    editor.move_caret(editor.paragraphs()[1].key, 7)
    before = editor.caret_place()
    window.edit.focus_findings()
    press(window.findings_panel.view, Qt.Key.Key_Space, " ")
    view = window.reuse.pairs.view
    assert view is not None
    press(view, Qt.Key.Key_Escape)
    assert window.reuse.pairs.view is None
    assert editor.caret_place() == before
    assert window.focusWidget() is editor
    assert text_of(window) == BOTH


def test_each_fix_has_a_button_and_can_be_taken_back(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, BOTH))
    for number, gone in ((0, 5), (1, 3)):
        view = opened(window, "DUP001")
        view.buttons[number].click()
        wait_checked(qtbot, window)
        left = [line for at, line in enumerate(LINES) if at != gone]
        assert text_of(window) == "\n".join(left)
        shows(qtbot, view, LINES[2])
        QTest.keyClick(view.texts[1], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert text_of(window) == BOTH
        wait_checked(qtbot, window)
        view.reject()


def test_undo_beside_each_other_takes_back_a_decision_too(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, BOTH))
    view = opened(window, "DUP002")
    press(view.texts[1], Qt.Key.Key_Delete)
    shows(qtbot, view, LINES[3])
    QTest.keyClick(view.texts[1], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "DUP002" in codes(window), timeout=PATIENCE)
    assert view.place.text() == "۲ از ۲"
    assert text_of(window) == BOTH


def test_deciding_by_keys_goes_on_to_the_next_and_closes_after_the_last(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, BOTH))
    view = opened(window, "DUP002")
    assert view.place.text() == "۱ از ۲"
    press(view.texts[1], Qt.Key.Key_1, "۱")
    press(view.texts[1], Qt.Key.Key_2, "۲")
    assert text_of(window).count("عنوان کتاب") == 1, "one decision at a time"
    wait_checked(qtbot, window)
    shows(qtbot, view, LINES[3])
    press(view.texts[1], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: window.reuse.pairs.view is None, timeout=PATIENCE)
    assert {"DUP001", "DUP002"}.isdisjoint(codes(window))
    assert shown(window)[0].review.decisions.left_here


def test_pairs_are_gone_through_round_the_ends(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, BOTH))
    view = opened(window, "DUP002")
    seen = []
    for _ in range(3):
        seen.append(view.texts[1].toPlainText())
        view.next.click()
    assert seen == [LINES[4], LINES[5], LINES[4]]
    assert view.previous.accessibleName()


def test_the_card_and_the_context_menu_offer_it(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, BOTH))
    finding = take(window, "DUP002")
    card = [button.text() for button in window.findings_panel.card.findChildren(QPushButton)]
    assert any("کنار هم ببین" in text for text in card)
    _, editor = shown(window)
    window.display.card.menu(finding.fingerprint, editor.mapToGlobal(editor.rect().center()))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert window.menus.actions["side-by-side"] in menu.actions()
    menu.close()


def test_the_other_words_of_a_paragraph_step_back(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    lead = LINES[1]
    text = BOTH.replace(LINES[3], f"به گفتهٔ شهردار این رویداد تازه است. {lead}", 1)
    open_checked(qtbot, window, written(tmp_path, text))
    view = opened(window, "DUP003")
    looks = formats(view.texts[1])
    aside = next(look for piece, look in looks.items() if piece.startswith("به گفتهٔ شهردار"))
    assert window.look.icons is not None
    assert aside.foreground().color() == window.look.icons.theme.color("muted")
    cursor = QTextCursor(view.texts[1].document())
    assert cursor.blockFormat().layoutDirection() is Qt.LayoutDirection.RightToLeft
