"""The library in a window of its own: looking for releases, reading them, and the supervisor's queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from pr_editor.app.sign_off import sheet_of
from pr_editor.gui.library.narrowing import Narrowing
from pr_editor.gui.library.reader import Reader
from pr_editor.gui.library.shelf import Row, Shelf
from pr_editor.gui.panels.flow import Flow
from pr_editor.gui.panels.notice_bar import NoticeBar
from pr_editor.gui.theme import fit
from pr_editor.review.model import ReleaseState
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from pr_editor.app.sign_off import Sheet
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.library.people import People
    from pr_editor.gui.speech import Speech
    from pr_editor.library.store import Library
    from pr_editor.text.message import Message

_SIZE = (1180, 760)
_PAUSE = 120
"""Milliseconds without a keystroke before a search."""
_LIMIT = 200
_NARROW = "Ctrl+L"
_STATES: tuple[tuple[ReleaseState | None, str], ...] = (
    (None, N_("All")),
    (ReleaseState.SUBMITTED, N_("Waiting")),
    (ReleaseState.RETURNED, N_("Returned")),
    (ReleaseState.APPROVED, N_("Approved")),
    (ReleaseState.WITHDRAWN, N_("Withdrawn")),
)


class LibraryWindow(QDialog):
    """A list at the side where lines begin, what it holds beside it. It stands in the way of nothing."""

    wanted = Signal(str, object)
    """What the user wants to do about a release, see ``Reader``."""

    def __init__(self, window: QWidget, speech: Speech, librarian: Librarian, people: People) -> None:
        """Nothing is listed before ``look`` is called."""
        super().__init__(window)
        self.setObjectName("library")
        fit(self, *_SIZE)
        self._speech, self._librarian, self._people = speech, librarian, people
        self._state: ReleaseState | None = None
        self._release: str | None = None
        self._number: int | None = None
        self._asked = 0
        self.notices = NoticeBar(speech, self)
        self.shelf = Shelf(speech, self)
        self.shelf.chosen.connect(self.show_release)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda _: self._pause.start())
        self.words.returnPressed.connect(lambda: self.shelf.setFocus())
        self.chips = self._make_chips()
        self.narrowing = Narrowing(speech, self)
        self.narrowing.changed.connect(self._pause.start)
        self.narrow = QPushButton(self)
        self.narrow.setAutoDefault(False)
        self.narrow.setShortcut(QKeySequence(_NARROW))
        self.narrow.clicked.connect(lambda: self.narrowing.open(self.narrow))
        self.count = QLabel(self)
        self.count.setProperty("tone", "muted")
        self.reader = Reader(speech, self)
        self.reader.wanted.connect(self.wanted)
        self.reader.version_chosen.connect(self._show_version)
        QShortcut(QKeySequence("Ctrl+F"), self, self.words.setFocus)
        QShortcut(QKeySequence("Ctrl+Q"), self, window.close)
        self._lay_out()
        librarian.changed.connect(self._changed)
        people.changed.connect(self._changed)

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        for part in (self.shelf, self.reader, self.notices):
            part.dress(icons)

    def retranslate(self) -> None:
        """Speak the language of the window."""
        tr = self._speech.tr
        self._say_title()
        self.setLayoutDirection(self._speech.direction)
        self.words.setPlaceholderText(tr("Search the library…"))
        self.words.setAccessibleName(tr("Search the library…"))
        for (_, text), chip in zip(_STATES, self.chips.buttons(), strict=True):
            chip.setText(tr(text))
        self.narrowing.retranslate()
        self._say_narrowed()
        self.reader.retranslate()
        self.notices.retranslate()
        self._changed()

    def begin(self, state: ReleaseState | None = None, release: str = "") -> None:
        """Come to the front with the releases of a state, or with one release."""
        self._state = state
        self.chips.buttons()[[one for one, _ in _STATES].index(state)].setChecked(True)
        if release:
            self.words.clear()
            self._release, self._number = release, None
        self.show()
        self.raise_()
        self.activateWindow()
        (self.shelf if state is not None or release else self.words).setFocus()
        self.look()

    def look(self) -> None:
        """List what there is to see now."""
        words, filters = self.words.text().strip(), self.narrowing.filters(self._state)
        self._say_narrowed()
        self._asked += 1
        asked = self._asked

        def find(library: Library) -> list[Row]:
            if words:
                return [Row(hit.summary, hit) for hit in library.search(words, filters, _LIMIT)]
            return [Row(summary) for summary in library.list(filters, _LIMIT)]

        def found(rows: list[Row]) -> None:
            if asked == self._asked:
                self._list(rows)

        if self._librarian.there:
            self._librarian.ask(find, found, self._failed)
        else:
            self._list([])

    def show_release(self, release: str) -> None:
        """Read a release."""
        self._release, self._number = release, None
        self._read()

    def _make_chips(self) -> QButtonGroup:
        group = QButtonGroup(self)
        for state, _ in _STATES:
            chip = QPushButton(self)
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.setProperty("chip", "state")
            chip.clicked.connect(lambda _=False, state=state: self._narrow(state))
            group.addButton(chip)
        group.buttons()[0].setChecked(True)
        return group

    def _lay_out(self) -> None:
        side = QFrame(self)
        side.setProperty("panel", True)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.words)
        states = QWidget(side)
        row = Flow(states)
        for chip in self.chips.buttons():
            row.addWidget(chip)
        row.addWidget(self.narrow)
        column.addWidget(states)
        column.addWidget(self.shelf, 1)
        column.addWidget(self.count)
        sides = QSplitter(Qt.Orientation.Horizontal, self)
        sides.addWidget(side)
        sides.addWidget(self.reader)
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(1)
        sides.setStretchFactor(1, 1)
        sides.setSizes([400, 780])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notices)
        layout.addWidget(sides, 1)

    def _narrow(self, state: ReleaseState | None) -> None:
        self._state = state
        self.look()

    def _changed(self) -> None:
        if self.isVisible():
            self.look()

    def _list(self, rows: list[Row]) -> None:
        before = self._release
        self._release = self.shelf.show_rows(rows, before)
        self._say_count(len(rows))
        if self._release is None:
            self.reader.say_nothing(self._why_empty())
            self._say_title()
            return
        if self._release != before:
            self._number = None
        self._read()

    def _say_count(self, number: int) -> None:
        tr = self._speech.tr
        many = tr("{number} releases", number=number) if number != 1 else tr("{number} release", number=number)
        self.count.setText(many if number else "")

    def _say_narrowed(self) -> None:
        """The button tells how much narrows the list; new words take its key away."""
        number, name = self.narrowing.number, self._speech.tr("Filter")
        self.narrow.setText(f"{name} ({self._speech.digits(number)}) ▾" if number else f"{name} ▾")
        self.narrow.setAccessibleName(self.narrow.text().removesuffix(" ▾"))
        self.narrow.setShortcut(QKeySequence(_NARROW))
        self.narrow.setToolTip(_NARROW)

    def _say_title(self) -> None:
        """The title tells what can be seen, so it changes last."""
        self.setWindowTitle(" · ".join(filter(None, (self._speech.tr("Library"), self.count.text()))))

    def _read(self) -> None:
        release, number, signer = self._release, self._number, self._people.signer
        if release is None:
            return
        person = signer.person if signer else None
        hit = next((row.hit for row in self.shelf.rows() if row.summary.id == release), None)
        # What was found may stand in an older version than the newest.
        number = number or (hit.number if hit else None)

        def read(sheet: Sheet) -> None:
            if release != self._release:
                return
            fits = hit is not None and hit.number == sheet.text.version.number
            marks = {one.paragraph: one.spans for one in hit.highlights} if hit and fits else {}
            self.reader.show_sheet(sheet, marks)
            self._say_title()

        self._librarian.ask(lambda library: sheet_of(library, release, number, person), read, self._failed)

    def _show_version(self, release: str, number: int) -> None:
        self._release, self._number = release, number
        self._read()

    def _why_empty(self) -> str:
        """What there is to do when nothing is listed."""
        tr = self._speech.tr
        if loss := self._librarian.shelf.loss:
            return self._speech.render(loss)
        if not self._librarian.there:
            return tr("There is no library yet. It is made when the first text is submitted, or from the menu.")
        if self.words.text().strip() or self.narrowing.number:
            return tr("Nothing was found. Fewer words find more; how they are spelled makes no difference.")
        if self._state is ReleaseState.SUBMITTED:
            return tr("Nothing waits for a decision.")
        if self._state is not None:
            return tr("No release is in this state.")
        return tr("The library is empty. Open a draft and submit it: it will be here.")

    def _failed(self, why: Message) -> None:
        self.reader.say_nothing(self._speech.render(why))
