"""The list of changes below the text: what was changed by which rule, and how to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pr_editor.gui.changes.menu import ListMenu
from pr_editor.gui.changes.model import ChangesModel
from pr_editor.gui.panels.flow import Flow
from pr_editor.gui.settings.keymap import with_key
from pr_editor.gui.theme import SECONDARY_POINTS, font, scaled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from pr_editor.app.changes import Change
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.speech import Speech

_HEIGHT = 240
"""Pixels of the ordinary size it takes, where there is room for them."""
_SHARE = 0.45
"""Of the window's height, which it takes even where the text is left with less."""
_TITLED = 420
"""Pixels of the ordinary size below which the list does without its title."""
_COLUMN = 0.22
"""Of its width, which no column takes more of but that of the words."""
_ROW = 34
_WIDTHS = {1: 170, 2: 200, 3: 130}
"""Pixels of the columns at first; the words take what is left."""


class ChangesPanel(QFrame):
    """Delete reverses what is chosen, or makes it again; Return goes to its place; Escape goes back to the text.

    The menu key offers all there is to do. Folded, the panel lists words alone, and a button opens that menu.
    """

    go_wanted = Signal(object)
    """To the place of a ``Change``."""
    turn_wanted = Signal(list)
    """These ``Change`` are to be reversed, or made again."""
    called = Signal()
    """Somebody goes to it."""
    left = Signal()
    """Back to the text."""
    closed = Signal()

    def __init__(self, speech: Speech, title: Callable[[str], str], parent: QWidget) -> None:
        """An empty list; ``title`` says what a rule is called."""
        super().__init__(parent)
        self._speech = speech
        self._folded = False
        self.setProperty("panel", True)
        self.model = ChangesModel(speech, title, self)
        self.title, self.empty = QLabel(self), QLabel(self)
        self.title.setProperty("tone", "muted")
        self.empty.setProperty("tone", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.rules = QComboBox(self)
        self.rules.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rules.setMinimumWidth(min(scaled(220), 310))
        self.rules.currentIndexChanged.connect(lambda _: self._filter())
        self.go, self.turn, self.turn_all = QPushButton(self), QPushButton(self), QPushButton(self)
        self.go.clicked.connect(self._go)
        self.turn.clicked.connect(self._turn)
        self.turn_all.clicked.connect(lambda: self.turn_wanted.emit(self._in_force()))
        self.more = QToolButton(self)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.more.hide()
        self.dismiss = QToolButton(self)
        self.dismiss.setAutoRaise(True)
        self.dismiss.setProperty("link", True)
        self.dismiss.clicked.connect(self.closed)
        offered = (self.go, "Return"), (self.turn, "Delete"), (self.turn_all, "")
        self.menu = ListMenu(offered, self.rules, self.dismiss, speech, self.more)
        self.more.setMenu(self.menu)
        self.table = self._make_table()
        self.table.setMinimumHeight(_ROW * 2)
        self.setFocusProxy(self.table)
        for keys, do in (
            ("Return", self._go),
            ("Enter", self._go),
            ("Delete", self._turn),
            ("Esc", self.left.emit),
        ):
            QShortcut(QKeySequence(keys), self.table, do).setContext(Qt.ShortcutContext.WidgetShortcut)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lay_out()

    def fold(self, *, folded: bool) -> None:
        """Beside the text, have all of the room there is and show the words of changes; the rest is in the menu."""
        self._folded = folded
        high = QSizePolicy.Policy.Expanding if folded else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, high)
        for part in (self.rules, self.go, self.turn_all, self.dismiss):
            part.setVisible(not folded)
        self.more.setVisible(folded)
        self.table.horizontalHeader().setVisible(not folded)
        for column in _WIDTHS:
            self.table.setColumnHidden(column, folded)
        self._title()

    def show_changes(self, changes: Sequence[Change], texts: Mapping[int, str]) -> None:
        """List these changes, which stand in a text (paragraphs by key)."""
        self.model.show_changes(changes, texts)
        self._fill_rules()
        if not self.table.currentIndex().isValid() and self.model.rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.look()

    def take_focus(self) -> None:
        """Have the keys."""
        self.called.emit()
        self.setFocus()

    def chosen(self) -> list[Change]:
        """What is chosen in the list."""
        return [self.model.rows[index.row()] for index in self.table.selectionModel().selectedRows()]

    def look(self) -> None:
        """Offer what can be done now."""
        tr, chosen = self._speech.tr, self.chosen()
        self.go.setEnabled(len(chosen) == 1)
        self.turn.setEnabled(bool(chosen))
        again = bool(chosen) and all(change.reversed for change in chosen)
        number = len(chosen)
        if number > 1:
            self.turn.setText(
                tr("Make {number} again", number=number) if again else tr("Reverse {number}", number=number)
            )
        else:
            self.turn.setText(tr("Make it again") if again else tr("Reverse it"))
        self.turn_all.setEnabled(bool(self._in_force()))
        self.turn_all.setText(tr("Reverse all listed"))
        had_keys, empty = self.table.hasFocus(), not self.model.rows
        self.table.setVisible(not empty)
        self.empty.setVisible(empty)
        if had_keys and empty:
            self.left.emit()

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self.model.theme = icons.theme
        self.title.setFont(font(SECONDARY_POINTS))
        self.dismiss.setIcon(icons.icon("x", "muted"))
        self.table.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as a few rows need."""
        return QSize(super().sizeHint().width(), scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Before its rows give way, the text does."""
        if self._folded:
            return super().minimumSizeHint()
        most = round(self.window().height() * _SHARE)
        return QSize(super().minimumSizeHint().width(), min(scaled(_HEIGHT), most))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the words the widest column."""
        super().resizeEvent(event)
        self._title()
        for at, width in _WIDTHS.items():
            self.table.setColumnWidth(at, min(scaled(width), round(event.size().width() * _COLUMN)))

    def retranslate(self) -> None:
        """Speak the language of the window."""
        tr = self._speech.tr
        self.table.setAccessibleName(tr("Changes"))
        self.table.setAccessibleDescription(
            tr("Return goes to the place of a change, Delete reverses it or makes it again.")
        )
        self.rules.setAccessibleName(tr("Show only changes by this rule"))
        self.go.setText(tr("Go to its place"))
        for button, key in ((self.go, "Return"), (self.turn, "Delete")):
            button.setToolTip(key)
        self.more.setText(f"{tr('More')} ▾")
        self.more.setAccessibleName(tr("More"))
        self.more.setToolTip(self._speech.sentence(with_key(tr("More"), ("Shift+F10",))))
        self.dismiss.setAccessibleName(tr("Close the list"))
        self.dismiss.setToolTip(tr("Close the list"))
        self.empty.setText(
            self._speech.sentence(
                tr("No fix has been applied to this draft yet. Each one is listed here and can be reversed alone.")
            )
        )
        self.model.retranslate()
        self._fill_rules()
        self.look()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        table.selectionModel().selectionChanged.connect(lambda *_: self.look())
        table.doubleClicked.connect(lambda _: self._go())
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        return table

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        # In a narrow window they take more than a line.
        parts = QWidget(self)
        line = Flow(parts, gap=8)
        for part in (self.title, self.rules, self.go, self.turn, self.turn_all, self.more):
            line.addWidget(part)
        head.addWidget(parts, 1)
        head.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 10, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)

    def _fill_rules(self) -> None:
        """The rules that have changed anything; the chosen one stays chosen while it is among them."""
        tr, rules = self._speech.tr, self.model.rules()
        total = sum(number for _, _, number in rules)
        entries = [
            (tr("All rules ({number})", number=total), ""),
            *((f"{t} ({self._speech.digits(n)})", c) for c, t, n in rules),
        ]
        now = self.rules.currentData()
        if [(self.rules.itemText(at), self.rules.itemData(at)) for at in range(self.rules.count())] == entries:
            return
        with QSignalBlocker(self.rules):
            self.rules.clear()
            for text, code in entries:
                self.rules.addItem(text, code)
            self.rules.setCurrentIndex(max(0, self.rules.findData(now)))
        self._filter()

    def _filter(self) -> None:
        self.model.filter(self.rules.currentData() or "")
        self._title()
        self.look()

    def _title(self) -> None:
        """Say what is listed, where there is room or nothing else says it."""
        one_rule = self._folded and self.rules.currentIndex() > 0
        self.title.setText(self.rules.currentText() if one_rule else self._speech.tr("Changes"))
        self.title.setVisible(one_rule or (not self._folded and self.width() > scaled(_TITLED)))

    def _show_menu(self, at: QPoint) -> None:
        self.menu.popup(self.table.viewport().mapToGlobal(at))

    def _in_force(self) -> list[Change]:
        return [change for change in self.model.rows if not change.reversed]

    def _go(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.go_wanted.emit(self.model.rows[index.row()])

    def _turn(self) -> None:
        if chosen := self.chosen():
            self.turn_wanted.emit(chosen)
