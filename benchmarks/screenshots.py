"""Pictures of an editor's day for the documentation: ``python -m benchmarks.screenshots [FOLDER [LOOK…]]``.

Looks are themes, languages and sizes, such as ``light-fa`` or ``dark-en-200``; without any, those of the guides are
made, as by ``make screenshots``. Two releases are taken through a review; after each step the window is painted as
``day-N-what-LOOK.png``. It needs no screen. Checker and library are the real ones, so a picture shows what is found.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.camera import FOLDER, Photographer, Wear, studio
from pr_editor.gui.house.first_run import FirstRun
from pr_editor.gui.library.login import LoginForm
from pr_editor.gui.settings.window import SettingsWindow
from pr_editor.gui.signoff.submit import SubmitForm
from pr_editor.profile.lists import Pack, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QDialog

LOOKS = ("light-fa", "light-en")
GLIMPSES = ("dark-fa", "dark-en", "contrast-fa", "light-fa-200", "light-en-200")
"""In these the guides show only how the findings look."""
SUPERVISOR, EDITOR = "نسرین کاوه", "فائزه امینی"
PASSPHRASE = "گذرواژه‌ای برای نمونه"
EARLIER = """\
نیروگاه خورشیدی بهاران آزمایش شد

نیروگاه خورشیدی شهرک صنعتی بهاران پیش از گشایش با ۴۰ درصد توان خود آزمایش شد و نتیجهٔ آن رضایت‌بخش بود.

او شعار این طرح را «برق پاک برای همه» خواند و افزود: نتیجه این کار از نظر اقتصادی برای استان مهم است، زیرا هزینه برق \
۳۹۰ خانوار روستای نزدیک شهرک نیز کمتر خواهد شد و درآمد فروش برق به صندوق عمران روستا می‌رود.

کریمی گفت: مشترکان خانگی هم تا پایان سال می‌توانند با نصب صفحه‌های خورشیدی بر بام خانه‌های خود برق بفروشند. تأمین \
صفحه‌ها با شرکت است و دوره آموزش نصب، هر هفته در دو نوبت برگزار خواهد شد.

نویسنده: مریم کاظمی، کارشناس روابط عمومی شهرک صنعتی بهاران

منبع: روابط عمومی شهرک صنعتی بهاران
"""

TERMS = (
    Term("می‌باشد", ("است",), Pack.ADVICE, "«است» کوتاه‌تر و روشن‌تر است."),
    Term("سوبسید", ("یارانه",), Pack.ERROR),
    Term("جهت", ("برای",), Pack.TASTE, "در معنای «برای» اداری است.", ("جهت جغرافیایی", "در جهت")),
)


class Day:
    """What is done on it, and the pictures of that."""

    def __init__(self, camera: Photographer) -> None:
        """Begin at an empty window."""
        self._camera = camera
        self._window = camera.window
        self._actions = camera.window.menus.actions

    def tell(self) -> None:
        """From the empty window to the sheet on which a draft is handed in."""
        self._camera.take("day-1-welcome")
        self._open()
        self._tour()
        self._findings()
        self._repeated()
        self._published()
        self._submit()
        self._repair()
        self._settings()
        self._clean()
        self._house()

    def glimpse(self) -> None:
        """The findings alone."""
        self._open()
        self._findings()

    def _open(self) -> None:
        for sample in ("small.txt", "faulty.txt"):
            self._window.drafts.open_sample(sample)
            self._camera.check()
        self._window.notices.clear()

    def _tour(self) -> None:
        self._actions["tour"].trigger()
        self._camera.take("day-2-tour")
        self._window.tour.end()

    def _findings(self) -> None:
        self._camera.hold("SPL001")
        self._camera.take("day-3-findings")

    def _repeated(self) -> None:
        self._camera.hold("DUP001")
        self._actions["side-by-side"].trigger()
        self._camera.until(lambda: self._window.reuse.pairs.view is not None)
        view = self._window.reuse.pairs.view
        assert view is not None
        self._camera.settle()
        self._camera.take("day-4-repeated", view)
        view.reject()

    def _published(self) -> None:
        self._camera.hold("DUP101")
        self._actions["reuse-report"].trigger()
        report = self._window.reuse.reports.view
        self._camera.until(lambda: bool(report.beside.headline.text()))
        self._camera.settle()
        self._camera.take("day-5-published", report)
        report.close()
        self._window.notices.clear()

    def _repair(self) -> None:
        self._camera.hold("DUP001")
        self._window.fixing.fix_current()
        self._camera.check()
        for _ in range(3):
            self._camera.hold("SPL001")
            self._window.fixing.fix_current()
            self._camera.check()
        self._actions["fix-safe"].trigger()
        self._camera.check()
        self._window.notices.clear()
        self._actions["replace"].trigger()
        bar = self._window.seeking.bar
        bar.words.setText("نيروگاه")
        bar.new_words.setText("سامانه")
        bar.options.setChecked(True)
        self._camera.settle()
        self._camera.take("day-6-find", bar.choices)
        bar.options.setChecked(False)
        bar.left.emit()
        self._actions["compare"].trigger()
        self._camera.until(lambda: self._window.comparing.shown)
        self._camera.take("day-7-compare")
        self._actions["compare"].trigger()
        self._actions["changes"].trigger()
        self._camera.take("day-8-changes")
        self._window.changes.close()

    def _settings(self) -> None:
        self._actions["settings"].trigger()
        self._camera.settle()
        (window,) = self._window.findChildren(SettingsWindow)
        self._camera.take("day-9-settings", window)
        window.close()

    def _submit(self) -> None:
        self._actions["log-in"].trigger()
        login = self._shown(LoginForm)
        login.name.setCurrentText(EDITOR)
        login.passphrase.setText(PASSPHRASE)
        login.accept_button.click()
        self._camera.until(lambda: self._window.approval.people.signer is not None)
        self._actions["submit"].trigger()
        form = self._shown(SubmitForm)
        for blocker in form.blockers:
            blocker.reason.setCurrentIndex(1)
        self._window.notices.clear()
        self._camera.take("day-10-submit", form)
        form.reject()
        self._window.approval.people.log_out()
        self._window.notices.clear()

    def _clean(self) -> None:
        self._window.drafts.open_sample("clean.txt")
        self._camera.check()
        self._camera.take("day-11-clean")

    def _house(self) -> None:
        """An office says who it is; then its words."""
        house = self._window.house
        house.first_step()
        form = self._shown(FirstRun)
        form.fields_of_house.organisation.setText("شهرک صنعتی بهاران")
        for field, words in zip(form.lines[0], ("مریم کاظمی", "کارشناس روابط عمومی"), strict=True):
            field.setText(words)
        self._camera.take("day-12-first-step", form)
        form.accept_button.click()
        self._window.services.house().save_list("terms", TERMS)
        house.open()
        made = house.window
        assert made is not None
        made.tabs.setCurrentWidget(made.lists["terms"])
        self._camera.take("day-13-terms", made)
        made.reject()

    def _shown[F: QDialog](self, kind: type[F]) -> F:
        def shown() -> list[F]:
            return [form for form in self._window.findChildren(kind) if form.isVisible()]

        self._camera.until(lambda: bool(shown()))
        return shown()[0]


def make_library(folder: Path) -> Path:
    """A library with a supervisor, an editor and one earlier release, made by the command line."""
    archive = folder / "1404-03-12.txt"
    archive.write_text(EARLIER, "utf-8")
    for words, secrets in (
        (("library", "init", "--as", SUPERVISOR), 1),
        (("account", "add", EDITOR, "--role", "editor", "--as", SUPERVISOR), 2),
        (("library", "import", str(archive), "--as", SUPERVISOR), 1),
    ):
        _command(folder, words, [PASSPHRASE] * secrets)
    return folder / "data" / "library.db"


def _command(home: Path, words: Sequence[str], secrets: Sequence[str]) -> None:
    read, write = os.pipe()
    os.write(write, "".join(f"{secret}\n" for secret in secrets).encode())
    os.close(write)
    subprocess.run(
        [sys.executable, "-m", "pr_editor", *words, "--passphrase-fd", str(read)],
        env={**os.environ, "PR_EDITOR_HOME": str(home)},
        pass_fds=[read],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    os.close(read)


def main(folder: Path, looks: Sequence[str], glimpses: Sequence[str] = ()) -> None:
    """Take all pictures in ``looks``, and a few in the others."""
    folder.mkdir(parents=True, exist_ok=True)
    for look in (*looks, *glimpses):
        wear = Wear.named(look)
        with tempfile.TemporaryDirectory() as office:
            library = make_library(Path(office))
            with studio(wear, library=str(library)) as window:
                day = Day(Photographer(window, folder, wear))
                day.tell() if look in looks else day.glimpse()


if __name__ == "__main__":
    if len(sys.argv) > 2:
        main(Path(sys.argv[1]), sys.argv[2:])
    else:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER, LOOKS, GLIMPSES)
