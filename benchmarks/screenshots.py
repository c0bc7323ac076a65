"""Pictures of the window for the documentation: ``python -m benchmarks.screenshots [FOLDER]``, as ``make screenshots``.

One faulty release is taken through a review; after each step the window is painted into ``docs/images``. It needs no
screen. The checker is the real one, so a picture shows what the program finds.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, QTimer

from benchmarks.figures import own_home
from pr_editor.app.services import build_services
from pr_editor.gui.application import build
from pr_editor.gui.dialogs.pages import Page
from pr_editor.gui.house.first_run import FirstRun
from pr_editor.profile.lists import Pack, Term

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from pr_editor.gui.mainwindow import MainWindow

FOLDER = Path(__file__).parents[1] / "docs" / "images"
SIZE = (1360, 860)
_PATIENCE = 30_000
_MOMENT = 150
_TERMS = (
    Term("می‌باشد", ("است",), Pack.ADVICE, "«است» کوتاه‌تر و روشن‌تر است."),
    Term("سوبسید", ("یارانه",), Pack.ERROR),
    Term("جهت", ("برای",), Pack.TASTE, "در معنای «برای» اداری است.", ("جهت جغرافیایی", "در جهت")),
)
_BYLINE = "مریم کاظمی، کارشناس روابط عمومی"


class Photographer:
    """Works the window and takes its picture."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        """Keep pictures in ``folder``."""
        self._window = window
        self._folder = folder

    def take(self, name: str) -> None:
        """Paint the window, and what lies over it, as ``name``.png."""
        self._window.autosave.save_all()
        self.settle()
        picture = self._window.grab()
        for page in self._window.findChildren(Page):
            if page.isVisible():
                page.move(self._window.pos() + self._middle(page))
                self.settle()
                page.render(picture, self._middle(page))
        picture.save(str(self._folder / f"{name}.png"), quality=0)

    def take_only(self, part: QWidget, name: str) -> None:
        """Paint a window that stands before the other as ``name``.png."""
        self.settle()
        part.grab().save(str(self._folder / f"{name}.png"), quality=0)

    def check(self) -> None:
        """Wait until the draft in front has been checked as it stands."""
        self._window.checking.check_again()
        self._wait_until(lambda: self._draft_checked())
        self.settle()

    def settle(self) -> None:
        """Let everything be laid out and painted, and what other threads report arrive."""
        loop = QEventLoop()
        QTimer.singleShot(_MOMENT, loop.quit)
        loop.exec()

    def hold(self, code: str) -> None:
        """Take the first finding of a rule in hand."""
        finding = next(one for one in self._window.reviewing.open if one.code == code)
        self._window.reviewing.take(finding.fingerprint)

    def _draft_checked(self) -> bool:
        draft = self._window.drafts.current
        return draft is not None and draft.review.checked

    def _middle(self, page: QWidget) -> QPoint:
        return QPoint((self._window.width() - page.width()) // 2, (self._window.height() - page.height()) // 2)

    def _wait_until(self, there: Callable[[], bool]) -> None:
        loop = QEventLoop()
        self._window.checking.finished.connect(loop.quit)
        QTimer.singleShot(_PATIENCE, loop.quit)
        if not there():
            loop.exec()
        if not there():
            raise RuntimeError("the checker did not answer")


def review(window: MainWindow, camera: Photographer) -> None:
    """From opening to a clean text, in Persian by day; the same in the dark, and in English."""
    actions = window.menus.actions
    camera.take("welcome-light-fa")
    for sample in ("clean.txt", "small.txt", "faulty.txt"):
        window.drafts.open_sample(sample)
        camera.check()
    camera.take("1-repeated-light-fa")
    camera.hold("SPL001")
    camera.take("2-typo-light-fa")
    actions["theme-dark"].trigger()
    camera.take("2-typo-dark-fa")
    actions["theme-contrast"].trigger()
    camera.take("2-typo-contrast-fa")
    actions["theme-light"].trigger()
    actions["language-en"].trigger()
    camera.take("2-typo-light-en")
    actions["language-fa"].trigger()
    window.fixing.fix_current()
    camera.check()
    camera.hold("DUP001")
    window.fixing.fix_current()
    camera.check()
    camera.hold("ZWN001")
    actions["why"].trigger()
    camera.take("3-why-light-fa")
    for page in window.findChildren(Page):
        page.close()
    actions["half-spaces"].trigger()
    actions["fix-safe"].trigger()
    camera.check()
    camera.take("4-sure-fixes-light-fa")
    actions["half-spaces"].trigger()
    window.notices.clear()
    camera.hold("BYL001")
    camera.take("5-byline-light-fa")
    window.fixing.add_line()
    draft = window.drafts.current
    assert draft is not None
    assert draft.editor is not None
    draft.editor.insertPlainText(_BYLINE)
    camera.check()
    camera.take("6-byline-added-light-fa")


def house(window: MainWindow, camera: Photographer) -> None:
    """An office says who it is; then its words."""
    office = window.services.house()
    window.house.first_step()
    form = window.findChildren(FirstRun)[0]
    form.fields_of_house.organisation.setText("شهرداری مهرآباد")
    for field, words in zip(form.lines[0], ("مریم کاظمی", "کارشناس روابط عمومی"), strict=True):
        field.setText(words)
    camera.take_only(form, "7-house-first-step-light-fa")
    form.accept_button.click()
    office.save_list("terms", _TERMS)
    window.house.open()
    made = window.house.window
    assert made is not None
    made.tabs.setCurrentWidget(made.lists["terms"])
    camera.take_only(made, "8-house-terms-light-fa")
    made.reject()


def main(folder: Path) -> None:
    """Take all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with own_home():
        _, window = build(build_services())
        window.resize(*SIZE)
        window.show()
        window.offers.learn()
        window.display.everything()
        camera = Photographer(window, folder)
        review(window, camera)
        house(window, camera)
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
