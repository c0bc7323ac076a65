"""What every window owes to those who can't see it, or have no mouse: names, roles, an order, and a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QTabBar,
    QTableView,
    QTextBrowser,
    QTextEdit,
    QTreeView,
)

from tests.gui.driver import press
from tests.gui.test_panels import chain, nameless

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ROLES = {
    QAbstractButton: {
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.ButtonMenu,
        QAccessible.Role.ButtonDropDown,
    },
    QComboBox: {QAccessible.Role.ComboBox},
    QLineEdit: {QAccessible.Role.EditableText},
    QTextEdit: {QAccessible.Role.EditableText, QAccessible.Role.StaticText, QAccessible.Role.Document},
    QListView: {QAccessible.Role.List},
    QTreeView: {QAccessible.Role.Tree},
    QTableView: {QAccessible.Role.Table},
    QTabBar: {QAccessible.Role.PageTabList},
}
SMALL = (1024, 700)
"""Pixels of the smallest screen in which every window has to find room at any size of its words."""

LAPTOP = (1366, 768)
"""Pixels of the screen many have."""


def examine(window: QWidget) -> None:
    """Names, roles, Tab through everything and back, and for a dialog a title and Esc as the way out."""
    assert nameless(window) == []
    assert chain(window)
    for widget in chain(window):
        assert role(widget) in allowed(widget), widget
    go_round(window)
    if isinstance(window, QDialog):
        assert window.windowTitle()
        focused = QApplication.focusWidget()
        press(window if focused is None else focused, Qt.Key.Key_Escape)
        assert not window.isVisible()


def role(widget: QWidget) -> QAccessible.Role:
    """What a screen reader takes a widget for."""
    return QAccessible.queryAccessibleInterface(widget).role()


def allowed(widget: QWidget) -> set[QAccessible.Role]:
    """What it may take it for; any role for kinds of widgets that are not listed."""
    return next((roles for kind, roles in ROLES.items() if isinstance(widget, kind)), {role(widget)})


def go_round(window: QWidget) -> None:
    """Press Tab, and Shift+Tab, as often as there are things to come to."""
    if len(chain(window)) == 1:
        return
    window.activateWindow()
    QApplication.processEvents()
    inside = QApplication.focusWidget()
    if inside is None or not window.isAncestorOf(inside):
        chain(window)[0].setFocus()
    for key, modifiers in (
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
    ):
        for _ in range(len(chain(window))):
            focused = QApplication.focusWidget()
            assert focused is not None
            press(focused, key, "\t", modifiers)
            # A text with links keeps the focus from link to link.
            assert QApplication.focusWidget() is not focused or isinstance(focused, QTextBrowser), focused


def roomy(window: QDialog) -> None:
    """Fits a small screen, shows all its words there, and goes."""
    assert not too_large(window), window.minimumSizeHint()
    window.resize(*SMALL)
    assert cut(window) == []
    window.reject()


def tops(window: QWidget, widgets: list[QWidget]) -> list[int]:
    """How far down in a window the middles of these widgets stand."""
    return [widget.mapTo(window, QPoint(0, widget.height() // 2)).y() for widget in widgets]


def cut(window: QWidget) -> list[str]:
    """Words that don't find room: labels and buttons that are smaller than what they say, or stand outside."""
    QApplication.processEvents()
    found = []
    parts: list[QLabel | QPushButton] = [*window.findChildren(QLabel), *window.findChildren(QPushButton)]
    for widget in parts:
        if not widget.isVisible() or widget.window() is not window or not widget.text():
            continue
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        needed = widget.minimumSizeHint() if isinstance(widget, QLabel) else widget.sizeHint()
        high = widget.heightForWidth(widget.width()) if wraps else needed.height()
        if high > widget.height() + 1 or (not wraps and needed.width() > widget.width() + 1):
            found.append(f"{widget.text()} {widget.size()} {needed} {high}")
    return found


def lines_in_sight(editor: QTextEdit) -> int:
    """How many lines of a text are wholly in sight."""
    block, edge = editor.document().begin(), editor.verticalScrollBar().value()
    seen = 0
    while block.isValid():
        layout = block.layout()
        for at in range(layout.lineCount()):
            box = layout.lineAt(at).rect().translated(layout.position()).translated(0, -edge)
            seen += box.top() >= 0 and box.bottom() <= editor.viewport().height()
        block = block.next()
    return seen


def too_large(window: QWidget) -> bool:
    """Whether a window can't be made as small as a small screen."""
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    return least.width() > SMALL[0] or least.height() > SMALL[1]
