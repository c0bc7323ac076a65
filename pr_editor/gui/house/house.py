"""The way to the house's own style: the first step of an office, then its window; what is saved holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.gui.reasons import reason
from pr_editor.text.message import KnownError, message

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pr_editor.app.services import Services
    from pr_editor.gui.house.draft import HouseDraft
    from pr_editor.gui.house.first_run import FirstRun
    from pr_editor.gui.house.window import HouseWindow
    from pr_editor.gui.house_styles import HouseStyles
    from pr_editor.gui.look import Look
    from pr_editor.gui.speech import Speech


class House(QObject):
    """Opens the windows about the house; all are made when they are first wanted."""

    def __init__(
        self, services: Services, look: Look, styles: HouseStyles, speech: Speech, tell: Tell, window: QWidget
    ) -> None:
        """Open them over ``window``."""
        super().__init__(window)
        self._services = services
        self._look = look
        self._styles = styles
        self._speech = speech
        self._tell = tell
        self._window = window
        self._shown: HouseWindow | None = None
        look.language_changed.connect(self._retranslate)
        look.profile_changed.connect(lambda _: self._offer_use())

    @property
    def _name(self) -> str:
        return self._services.paths.house_style.stem

    def offer(self) -> None:
        """Ask once, at the very first start, who the house is."""
        if not self._look.settings.house_offered and not self._services.house().exists:
            self.first_step()

    def begin(self) -> None:
        """The window of the house; its first step where nothing has been said yet."""
        if self._services.house().exists:
            self.open()
        else:
            self.first_step()

    def first_step(self) -> None:
        """Ask who the house is."""
        from pr_editor.gui.house.first_run import FirstRun

        self._look.keep(house_offered=True)
        FirstRun(self._window, self._speech, self._set_up).open()

    def open(self) -> None:
        """Come to the front with the house's window, or with what is wrong in its files."""
        from pr_editor.gui.house.broken import BrokenHouse
        from pr_editor.gui.house.draft import HouseDraft

        if self._shown is None:
            draft = HouseDraft(self._services)
            try:
                draft.read()
            except (KnownError, OSError) as error:
                folder = self._services.paths.house_style.parent
                BrokenHouse(self._window, self._speech, folder, error, self.open).open()
                return
            self._shown = self._make(draft)
        self._shown.show()
        self._shown.raise_()
        self._shown.activateWindow()

    def _make(self, draft: HouseDraft) -> HouseWindow:
        from pr_editor.gui.house.transfer import Transfer
        from pr_editor.gui.house.window import HouseWindow

        made = HouseWindow(self._window, self._speech, self._services, draft, Transfer(self._speech))
        made.saved.connect(self._saved)
        made.use_wanted.connect(lambda: self._styles.choose(self._name))
        made.finished.connect(self._closed)
        made.offer_use(used=self._look.settings.profile == self._name)
        return made

    def _set_up(self, form: FirstRun) -> None:
        """Write what the form says and go on by it."""
        house = self._services.house()
        try:
            house.save_facts(form.facts)
            if form.people:
                house.save_list("people", (*house.lists().people, *form.people))
        except KnownError as error:
            form.fail(error.message)
            return
        except OSError as error:
            form.fail(reason(error))
            return
        form.accept()
        self._look.use_profile(self._name)
        self._tell(
            Notice(
                message("Drafts are reviewed by the style of your house now."),
                message("Names, terms and rules of your house can be added any time."),
                Tone.DONE,
                message("Add more…"),
                self.open,
            )
        )

    def _saved(self) -> None:
        """Review by what was saved, if drafts are reviewed by it at all."""
        if self._look.settings.profile == self._name:
            self._look.profile_again()

    def _offer_use(self) -> None:
        if self._shown is not None:
            self._shown.offer_use(used=self._look.settings.profile == self._name)

    def _retranslate(self) -> None:
        if self._shown is not None:
            self._shown.retranslate()

    def _closed(self) -> None:
        self._shown = None
