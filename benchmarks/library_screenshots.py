"""Pictures of the way to approval for the documentation: ``python -m benchmarks.library_screenshots [FOLDER [LOOK]]``.

A look is a theme and a language, such as ``dark-en``; every step is painted in it, ``light-fa`` if none is named.
Two people bring the faulty sample to approval at one window; after each step what they see is painted into
``docs/images``. Library, passphrases and checker are the real ones.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from benchmarks.figures import own_home
from benchmarks.screenshots import FOLDER, SIZE, Photographer
from pr_editor.app.services import build_services
from pr_editor.gui.application import build
from pr_editor.gui.library.accounts import AccountsForm
from pr_editor.gui.library.form import Form
from pr_editor.gui.library.login import BeginForm, LoginForm
from pr_editor.gui.signoff.deciding import ApproveForm
from pr_editor.gui.signoff.reason import ReasonForm
from pr_editor.gui.signoff.submit import SubmitForm
from pr_editor.review.model import ReleaseState
from pr_editor.review.people import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.mainwindow import MainWindow

SUPERVISOR, EDITOR = "نسرین کاوه", "فائزه امینی"
_PASSPHRASE = "گذرواژه‌ای برای نمونه"
_LOOKS = (("light", "fa"), ("dark", "fa"), ("light", "en"), ("contrast", "en"))
_TURN, _TURNS = 25, 1_200
"""Milliseconds between two looks at what is waited for, and how many of them."""


class Story:
    """What the two do, and the pictures of it."""

    def __init__(self, window: MainWindow, folder: Path, look: str) -> None:
        """Begin at an empty window that wears ``look`` already."""
        self._window = window
        self._folder = folder
        self._look = look
        self._camera = Photographer(window, folder)
        self._actions = window.menus.actions
        self._library = window.approval.library
        self._reader = window.approval.library.reader

    def tell(self) -> None:
        """From the first start to an approved release that is found again."""
        self._begin()
        self._submit("تکرار به خواست نویسنده")
        self._return("لید دو بار آمده است؛ یکی را بردارید و نام نویسنده را بیفزایید.")
        self._repair()
        self._submit("")
        self._approve()
        self._find()

    def _begin(self) -> None:
        self._actions["log-in"].trigger()
        form = self._form(BeginForm)
        form.name.setText(SUPERVISOR)
        for field in (form.passphrase.first, form.passphrase.second):
            field.setText(_PASSPHRASE)
        form.four_eyes.setChecked(True)
        form.place.setText("\u200elibrary.db")
        self._take("1-begin", form)
        self._finish(form)
        people = self._window.approval.people
        self._until(lambda: people.signer is not None)
        signer = people.signer
        done: list[object] = []
        self._window.approval.librarian.ask(
            lambda library: library.accounts.add(EDITOR, Role.EDITOR, _PASSPHRASE, signer),  # type: ignore[arg-type] # somebody is logged in
            done.append,
            lambda why: sys.exit(str(why)),
        )
        self._until(lambda: bool(done))
        self._actions["accounts"].trigger()
        accounts = self._form(AccountsForm)
        self._take("2-accounts", accounts)
        self._finish(accounts)

    def _log_in(self, name: str) -> None:
        self._window.approval.people.log_out()
        self._actions["log-in"].trigger()
        form = self._form(LoginForm)
        form.name.setCurrentText(name)
        form.passphrase.setText(_PASSPHRASE)
        self._take("3-login", form)
        self._finish(form)

    def _submit(self, reason: str) -> None:
        draft = self._window.drafts.current
        if draft is None:
            self._window.drafts.open_sample("faulty.txt")
            self._camera.check()
        self._log_in(EDITOR)
        self._actions["submit"].trigger()
        form = self._form(SubmitForm)
        form.keywords.setText("انرژی خورشیدی، شهرک صنعتی")
        form.outlet.setText("وبگاه روابط عمومی")
        for blocker in form.blockers:
            blocker.reason.setCurrentText(reason)
        if reason:
            self._take("4-submit", form)
        self._finish(form)
        self._state(ReleaseState.SUBMITTED)
        if reason:
            self._take("5-submitted")

    def _return(self, note: str) -> None:
        self._log_in(SUPERVISOR)
        self._window.notices.clear()
        self._read(ReleaseState.SUBMITTED)
        self._reader.buttons["return"].click()
        form = self._form(ReasonForm)
        form.reason.setPlainText(note)
        self._take("6-return", self._library, form)
        self._finish(form)
        self._state(ReleaseState.RETURNED)
        self._library.close()
        self._window.notices.clear()
        self._take("7-returned")

    def _repair(self) -> None:
        # Who is logged in while a text is changed can't approve it.
        self._log_in(EDITOR)
        self._camera.hold("DUP001")
        self._window.fixing.fix_current()
        self._camera.check()
        self._actions["fix-safe"].trigger()
        self._camera.check()
        self._camera.hold("SPL001")
        self._window.fixing.fix_current()
        self._camera.check()
        self._camera.hold("BYL001")
        self._window.fixing.add_line()
        draft = self._window.drafts.current
        assert draft is not None
        assert draft.editor is not None
        draft.editor.insertPlainText("مریم کاظمی، کارشناس روابط عمومی")
        self._camera.check()

    def _approve(self) -> None:
        self._log_in(SUPERVISOR)
        self._library.notices.clear()
        self._read(ReleaseState.SUBMITTED)
        self._each_look("8-sheet", self._library)
        self._reader.buttons["approve"].click()
        form = self._form(ApproveForm)
        form.passphrase.setText(_PASSPHRASE)
        self._take("9-approve", self._library, form)
        self._finish(form)
        self._state(ReleaseState.APPROVED)

    def _find(self) -> None:
        self._window.approval.search_for("تأمين كارگاهها")
        self._until(lambda: any(row.hit for row in self._library.shelf.rows()))
        self._reader.tabs.setCurrentIndex(1)
        self._each_look("10-found", self._library)
        self._reader.tabs.setCurrentIndex(2)
        self._take("11-history", self._library)
        self._library.close()
        self._take("12-approved")

    def _read(self, state: ReleaseState) -> None:
        self._library.begin(state)
        self._until(lambda: self._reader.shown is not None and self._reader.shown.release.state is state)
        self._until(lambda: self._reader.shown is not None and self._reader.shown.power.decides)

    def _state(self, state: ReleaseState) -> None:
        draft = self._window.drafts.current
        self._until(lambda: draft is not None and draft.release_state is state)

    def _form[F: Form](self, kind: type[F]) -> F:
        def shown() -> list[F]:
            return [form for form in self._window.findChildren(kind) if form.isVisible()]

        self._until(lambda: bool(shown()))
        self._camera.settle()
        return shown()[0]

    def _finish(self, form: Form) -> None:
        gone: list[int] = []
        form.finished.connect(gone.append)
        form.accept_button.click()
        self._until(lambda: bool(gone))

    def _each_look(self, name: str, window: QDialog) -> None:
        for theme, language in _LOOKS:
            self._actions[f"theme-{theme}"].trigger()
            self._actions[f"language-{language}"].trigger()
            self._camera.settle()
            self._take(name, window, look=f"{theme}-{language}")
        wear(self._window, self._look)

    def _take(self, name: str, *windows: QDialog, look: str = "") -> None:
        """Paint the last of these windows over the one before it; the main window when there is none."""
        self._camera.settle()
        below, *over = windows if windows else (self._window,)
        picture = below.grab()
        for window in over:
            middle = QPoint((below.width() - window.width()) // 2, (below.height() - window.height()) // 2)
            window.render(picture, middle)
        picture.save(str(self._folder / f"library-{name}-{look or self._look}.png"), quality=0)

    def _until(self, there: Callable[[], bool]) -> None:
        for _ in range(_TURNS):
            if there():
                return
            pause = QEventLoop()
            QTimer.singleShot(_TURN, pause.quit)
            pause.exec()
        raise RuntimeError("it never happened")


def wear(window: MainWindow, look: str) -> None:
    """Dress the window in a theme and a language."""
    theme, language = look.split("-")
    window.menus.actions[f"theme-{theme}"].trigger()
    window.menus.actions[f"language-{language}"].trigger()


def main(folder: Path, look: str) -> None:
    """Take all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with own_home():
        _, window = build(build_services())
        window.resize(*SIZE)
        window.show()
        window.offers.learn()
        wear(window, look)
        window.display.everything()
        Story(window, folder, look).tell()
        window.close()
        QApplication.processEvents()


def _main(folder: str = str(FOLDER), look: str = "light-fa") -> None:
    main(Path(folder), look)


if __name__ == "__main__":
    _main(*sys.argv[1:])
