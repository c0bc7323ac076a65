"""Hands and eyes for what the window does with the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from pr_editor.gui.library.form import Form
from pr_editor.gui.library.login import LoginForm
from pr_editor.gui.signoff.deciding import ApproveForm
from pr_editor.gui.signoff.reason import ReasonForm
from pr_editor.gui.signoff.submit import SubmitForm
from tests.gui.driver import PATIENCE, open_checked, shown, wait_checked, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.app.sign_off import Sheet
    from pr_editor.gui.window.mainwindow import MainWindow
    from pr_editor.review.model import ReleaseState

SUPERVISOR, SECOND, EDITOR = "نسرین کاوه", "بهمن راد", "فائزه امینی"

REPEATED = "\n".join(
    (
        "تأمین کتاب برای روستاهای بهاران",
        "هزار جلد کتاب‌ تازه روز شنبه ۱۲ مهر به کتابخانه‌های روستایی بهاران رسید و مردم از امروز آن را می‌خوانند.",
        "رضا احمدی، مدیر کتابخانه‌ها، گفت: این کتابها با همکاری ۴۵ خانواده خریده شد.",
        "کتابخانه‌ها هر روز از ساعت ۹ باز است و عضویت در همه آنها رایگان می‌ماند تا کودکان بیشتری بیایند.",
        "کتابخانه‌ها هر روز از ساعت ۹ باز است و عضویت در همه آنها رایگان می‌ماند تا کودکان بیشتری بیایند.",
        "نویسنده: مریم کاظمی، کارشناس روابط عمومی شهرداری بهاران",
        "منبع: روابط عمومی شهرداری بهاران",
    )
)
"""One paragraph stands in it twice, which blocks it."""
CLEAN = "\n".join(line for at, line in enumerate(REPEATED.splitlines()) if at != 4)


def passphrase_of(name: str) -> str:
    """What everybody in the tests types."""
    return f"گذرواژه {name}"


class Desk:
    """A window with a user before it."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        """Sit down."""
        self.qtbot = qtbot
        self.window = window
        self.approval = window.approval
        self.library = window.approval.library
        self.reader = window.approval.library.reader

    def until(self, there: Callable[[], object]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(lambda: bool(there()), timeout=PATIENCE)

    def do(self, command: str) -> None:
        """Give a command."""
        action = self.window.menus.actions[command]
        assert action.isEnabled(), command
        action.trigger()

    def open_forms(self) -> list[Form]:
        """All forms that are open."""
        return [form for form in self.window.findChildren(Form) if form.isVisible()]

    def form[F: Form](self, kind: type[F]) -> F:
        """Wait for a form of this kind."""
        self.until(lambda: any(isinstance(form, kind) for form in self.open_forms()))
        return next(form for form in self.open_forms() if isinstance(form, kind))

    def press(self, form: Form) -> None:
        """Press the primary button."""
        self.until(form.accept_button.isEnabled)
        form.accept_button.click()

    def finish(self, form: Form) -> None:
        """Press the primary button and wait until the form has gone."""
        with self.qtbot.waitSignal(form.finished, timeout=PATIENCE):
            self.press(form)

    def log_in(self, name: str) -> None:
        """Log in, whoever was there before."""
        self.approval.people.log_out()
        self.do("log-in")
        form = self.form(LoginForm)
        form.name.setCurrentText(name)
        form.passphrase.setText(passphrase_of(name))
        self.finish(form)
        assert self.approval.people.signer is not None
        assert self.approval.people.signer.person.name == name

    def draft(self, folder: Path, text: str) -> None:
        """Open a text and wait until it has been checked."""
        open_checked(self.qtbot, self.window, written(folder, text))

    def rewrite(self, old: str, new: str) -> None:
        """Change words of the draft in front, as by typing."""
        _, editor = shown(self.window)
        cursor = editor.document().find(old)
        assert not cursor.isNull()
        cursor.insertText(new)
        wait_checked(self.qtbot, self.window)

    def ask_submit(self) -> SubmitForm:
        """Open the sheet to submit, and wait until the text has been checked as the kind the sheet says."""
        self.do("submit")
        form = self.form(SubmitForm)
        wait_checked(self.qtbot, self.window)
        return form

    def submit(self, reason: str = "") -> str:
        """Submit the draft in front; every blocker is left with the ``reason``. Gives the release's id."""
        form = self.ask_submit()
        for blocker in form.blockers:
            blocker.reason.setCurrentText(reason)
        self.finish(form)
        draft, _ = shown(self.window)
        self.until(lambda: draft.release_state is not None and draft.session.release)
        return draft.session.release

    def read(self, state: ReleaseState) -> Sheet:
        """Show the releases of a state and wait until the first of them is read."""
        self.library.begin(state)
        self.until(lambda: (sheet := self.reader.shown) and sheet.release.state is state and self._mine(sheet))
        assert self.reader.shown is not None
        return self.reader.shown

    def _mine(self, sheet: Sheet) -> bool:
        signer = self.approval.people.signer
        return sheet.person == (signer.person if signer else None)

    def return_(self, note: str) -> None:
        """Send what is read back."""
        self.reader.buttons["return"].click()
        form = self.form(ReasonForm)
        form.reason.setPlainText(note)
        self.finish(form)

    def approve(self) -> None:
        """Approve what is read."""
        signer = self.approval.people.signer
        assert signer is not None
        self.reader.buttons["approve"].click()
        form = self.form(ApproveForm)
        form.passphrase.setText(passphrase_of(signer.person.name))
        self.finish(form)

    def state_shown(self) -> str:
        """What the list of drafts says about the first one, to who hears it."""
        return str(self.window.drafts_panel.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole))
