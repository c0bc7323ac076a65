"""Who is there: logging in, and the first start of a library."""

from __future__ import annotations

from os import sep
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)

from pr_editor.gui.library.form import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.speech import Speech
    from pr_editor.library.log import Identity
    from pr_editor.library.store import Library
    from pr_editor.text.message import Message

_MAY_BREAK = "\u200b"
"""Lets a line end here."""
LEAST = 8
"""Characters a new passphrase needs; the library insists on as many."""


class LoginForm(Form):
    """Name and passphrase."""

    def __init__(
        self,
        window: QWidget,
        speech: Speech,
        librarian: Librarian,
        names: Sequence[str],
        last: str,
        done: Callable[[Identity], None],
    ) -> None:
        """Offer these ``names``, the ``last`` one first; ``done`` gets who has logged in."""
        super().__init__(window, speech, speech.tr("Log in"), speech.tr("Log in"))
        self.setObjectName("login")
        self._librarian = librarian
        self._done = done
        self.explain(speech.tr("Submitting and deciding are signed with your key. Reviewing needs no log-in."))
        self.name = self.row(speech.tr("Name"), QComboBox(self, editable=True))
        self.name.addItems(list(names))
        self.name.setCurrentText(last if last in names else next(iter(names), ""))
        self.name.currentTextChanged.connect(self.look)
        self.passphrase = self.line(speech.tr("Passphrase"), secret=True)
        self.passphrase.setFocus()

    def why_not(self) -> str:
        """Both are needed."""
        if not self.name.currentText().strip():
            return self.speech.tr("Say who you are.")
        return "" if self.passphrase.text() else self.speech.tr("Type your passphrase.")

    def go(self) -> None:
        """Unlock the key."""
        name, passphrase = self.name.currentText(), self.passphrase.text()

        def log_in(library: Library) -> Identity:
            return library.accounts.login(name, passphrase)

        self.wait(True)
        self._librarian.ask(log_in, self._logged_in, self._refused)

    def _logged_in(self, identity: Identity) -> None:
        self.accept()
        self._done(identity)

    def _refused(self, message: Message) -> None:
        self.fail(message)
        self.passphrase.selectAll()
        self.passphrase.setFocus()


class NewPassphrase:
    """Two secret lines of a form that have to agree."""

    def __init__(self, form: Form) -> None:
        """Add them to ``form``."""
        self._speech = form.speech
        self.first = form.line(form.speech.tr("Passphrase"), secret=True)
        self.first.setPlaceholderText(form.speech.tr("at least {number} characters", number=LEAST))
        self.second = form.line(form.speech.tr("The same once more"), secret=True)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.first.text()

    def why_not(self) -> str:
        """What is wrong with them."""
        if len(self.text) < LEAST:
            return self._speech.tr("The passphrase needs at least {number} characters.", number=LEAST)
        return "" if self.second.text() == self.text else self._speech.tr("The two passphrases differ.")


class BeginForm(Form):
    """The first start: the first supervisor, how the house approves, and where the file lies."""

    def __init__(
        self,
        window: QWidget,
        speech: Speech,
        librarian: Librarian,
        use: Callable[[Path], None],
        done: Callable[[str, str], None],
    ) -> None:
        """``use`` makes another place the one in use; ``done`` gets name and passphrase of who began."""
        super().__init__(window, speech, speech.tr("A library for your releases"), speech.tr("Make the library"))
        self.setObjectName("begin-library")
        tr = speech.tr
        self._librarian, self._use, self._done = librarian, use, done
        self.explain(
            tr(
                "The library keeps what is submitted and approved, in one file on this computer. You are its first"
                " supervisor; others get their accounts from you."
            )
        )
        self.name = self.line(tr("Your name"))
        self.passphrase = NewPassphrase(self)
        self._add_ways()
        self._add_place()
        self._show_place()
        self.name.setFocus()

    def _add_ways(self) -> None:
        tr = self.speech.tr
        self.four_eyes = QRadioButton(tr("We are several: who wrote a text can't approve it"), self)
        self.solo = QRadioButton(tr("I work alone: I may approve my own texts"), self)
        self._way = QButtonGroup(self)
        for choice in (self.four_eyes, self.solo):
            self._way.addButton(choice)
            choice.toggled.connect(self.look)
        self.fields.addRow(tr("Approval"), self.four_eyes)
        self.fields.addRow("", self.solo)
        self.hint = self.label(
            tr(
                "Every approval of a text of one's own is marked “without a second pair of eyes”, for ever. You can"
                " change to several people later, not back."
            ),
            tone="muted",
        )
        self.fields.addRow("", self.hint)

    def _add_place(self) -> None:
        tr = self.speech.tr
        self.place = QLabel(self)
        self.place.setTextFormat(self.problem.textFormat())
        self.place.setProperty("tone", "muted")
        self.place.setWordWrap(True)
        row, other = QHBoxLayout(), QPushButton(tr("Another place…"), self)
        row.addWidget(other)
        row.addStretch()
        other.setProperty("link", True)
        other.setAutoDefault(False)
        other.clicked.connect(self._choose_place)
        self.fields.addRow(tr("File"), self.place)
        self.fields.addRow("", row)

    def why_not(self) -> str:
        """What is missing."""
        tr = self.speech.tr
        if not self.name.text().strip():
            return tr("Say who you are.")
        if missing := self.passphrase.why_not():
            return missing
        if self._way.checkedButton() is None:
            return tr("Choose how your house approves.")
        if self._librarian.there:
            return tr("There is already a library in this place; choose another one.")
        return ""

    def go(self) -> None:
        """Make the file."""
        name, passphrase = self.name.text().strip(), self.passphrase.text
        self.wait(True)

        def made(_path: Path) -> None:
            self.accept()
            self._done(name, passphrase)

        self._librarian.create(name, passphrase, solo=self.solo.isChecked(), then=made, failed=self.fail)

    def _show_place(self) -> None:
        # The direction mark keeps the slashes of a path where they are.
        path = str(self._librarian.path)
        self.place.setText("\u200e" + path.replace(sep, sep + _MAY_BREAK))
        self.look()

    def _choose_place(self) -> None:
        dialog = QFileDialog(self, self.speech.tr("Where the library lies"), str(self._librarian.path.parent))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("db")
        dialog.selectFile("library.db")
        dialog.fileSelected.connect(self._placed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _placed(self, path: str) -> None:
        from pathlib import Path

        self._use(Path(path))
        self._show_place()
