"""Pictures of the library for the documentation: ``python -m benchmarks.library_screenshots [FOLDER [LOOK…]]``.

Looks are written as for ``benchmarks.screenshots``. Two people bring the faulty sample to approval at one window; the
sheet on which it is decided and the release as it is found again are painted into ``docs/images``. Library, passphrases
and checker are the real ones.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.camera import FOLDER, Photographer, Wear, studio
from pr_editor.gui.library.form import Form
from pr_editor.gui.library.login import BeginForm, LoginForm
from pr_editor.gui.signoff.deciding import ApproveForm
from pr_editor.gui.signoff.reason import ReasonForm
from pr_editor.gui.signoff.submit import SubmitForm
from pr_editor.review.model import ReleaseState
from pr_editor.review.people import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

SUPERVISOR, EDITOR = "نسرین کاوه", "فائزه امینی"
_PASSPHRASE = "گذرواژه‌ای برای نمونه"
_LOOKS = ("light-fa", "light-en")


class Story:
    """What the two do, and the pictures of it."""

    def __init__(self, camera: Photographer) -> None:
        """Begin at an empty window."""
        self._camera = camera
        self._window = camera.window
        self._actions = camera.window.menus.actions
        self._library = camera.window.approval.library
        self._reader = camera.window.approval.library.reader

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
        self._finish(form)
        people = self._window.approval.people
        self._camera.until(lambda: people.signer is not None)
        signer = people.signer
        done: list[object] = []
        self._window.approval.librarian.ask(
            lambda library: library.accounts.add(EDITOR, Role.EDITOR, _PASSPHRASE, signer),  # type: ignore[arg-type] # somebody is logged in
            done.append,
            lambda why: sys.exit(str(why)),
        )
        self._camera.until(lambda: bool(done))

    def _log_in(self, name: str) -> None:
        self._window.approval.people.log_out()
        self._actions["log-in"].trigger()
        form = self._form(LoginForm)
        form.name.setCurrentText(name)
        form.passphrase.setText(_PASSPHRASE)
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
        self._finish(form)
        self._state(ReleaseState.SUBMITTED)

    def _return(self, note: str) -> None:
        self._log_in(SUPERVISOR)
        self._window.notices.clear()
        self._read(ReleaseState.SUBMITTED)
        self._reader.buttons["return"].click()
        form = self._form(ReasonForm)
        form.reason.setPlainText(note)
        self._finish(form)
        self._state(ReleaseState.RETURNED)
        self._library.close()
        self._window.notices.clear()

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
        self._camera.take("library-1-sheet", below=self._library)
        self._compare()
        self._reader.buttons["approve"].click()
        form = self._form(ApproveForm)
        form.passphrase.setText(_PASSPHRASE)
        self._finish(form)
        self._state(ReleaseState.APPROVED)

    def _compare(self) -> None:
        self._reader.buttons["compare"].click()
        versions = self._window.approval.versions
        self._camera.until(lambda: versions.view is not None and versions.view.page.text.filled)
        assert versions.view is not None
        versions.view.page.text.go(1)
        self._camera.take("library-3-versions", below=versions.view)
        versions.view.close()

    def _find(self) -> None:
        self._window.approval.search_for("تأمين كارگاهها")
        self._camera.until(lambda: any(row.hit for row in self._library.shelf.rows()))
        self._reader.tabs.setCurrentIndex(1)
        self._camera.take("library-2-found", below=self._library)
        self._library.close()

    def _read(self, state: ReleaseState) -> None:
        self._library.begin(state)
        self._camera.until(lambda: self._reader.shown is not None and self._reader.shown.release.state is state)
        self._camera.until(lambda: self._reader.shown is not None and self._reader.shown.power.decides)

    def _state(self, state: ReleaseState) -> None:
        draft = self._window.drafts.current
        self._camera.until(lambda: draft is not None and draft.release_state is state)

    def _form[F: Form](self, kind: type[F]) -> F:
        def shown() -> list[F]:
            return [form for form in self._window.findChildren(kind) if form.isVisible()]

        self._camera.until(lambda: bool(shown()))
        self._camera.settle()
        return shown()[0]

    def _finish(self, form: Form) -> None:
        gone: list[int] = []
        form.finished.connect(gone.append)
        form.accept_button.click()
        self._camera.until(lambda: bool(gone))


def main(folder: Path, looks: Sequence[str]) -> None:
    """Take all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    for look in looks:
        wear = Wear.named(look)
        with studio(wear) as window:
            Story(Photographer(window, folder, wear)).tell()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER, sys.argv[2:] or _LOOKS)
