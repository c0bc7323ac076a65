"""Choosing another house style: first what it would change in the draft in front, then the switch, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pr_editor.gui.dialogs.switching import SwitchForm
from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from pr_editor.app import protocol
    from pr_editor.app.services import Services
    from pr_editor.gui.dialogs.ask import Ask
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.look import Look
    from pr_editor.gui.review.work import CheckerClient
    from pr_editor.gui.speech import Speech


class HouseStyles(QObject):
    """Asks the checker for the preview and shows it; nothing is switched before the user has said so."""

    def __init__(
        self,
        services: Services,
        client: CheckerClient,
        drafts: Drafts,
        look: Look,
        speech: Speech,
        ask: Ask,
        tell: Tell,
        window: QWidget,
    ) -> None:
        """Listen for previews."""
        super().__init__(window)
        self._services = services
        self._client = client
        self._drafts = drafts
        self._look = look
        self._speech = speech
        self._ask = ask
        self._tell = tell
        self._window = window
        self._title: Callable[[str], str] = str
        self._form: SwitchForm | None = None
        self._asked = ("", "")
        client.previewed.connect(self._previewed)

    def call_by(self, title: Callable[[str], str]) -> None:
        """Take what says how a house style is called."""
        self._title = title

    def choose(self, name: str) -> None:
        """Show what the house style ``name`` would change in the draft in front; without a draft, switch at once."""
        draft = self._drafts.current
        if name == self._look.settings.profile:
            return
        if draft is None or not self._client.preview(draft.id, name):
            self._switch(name)
            return
        self._asked = (draft.id, name)
        self._form = SwitchForm(
            self._window, self._speech, self._services, self._title(name), lambda: self._switch(name)
        )
        self._form.finished.connect(self._closed)
        self._form.open()

    def choose_file(self) -> None:
        """Let the user pick the file of a house style."""
        self._ask.house_style(self.choose)

    def _previewed(self, event: protocol.Previewed) -> None:
        if self._form is None or (event.draft, event.name) != self._asked:
            return
        if event.trouble:
            self._form.refuse(event.trouble)
        else:
            self._form.answer(event.changes)

    def _closed(self) -> None:
        self._form = None

    def _switch(self, name: str) -> None:
        before = self._look.settings.profile
        self._look.use_profile(name)
        what = message("Drafts are reviewed by the house style “{name}” now.", name=self._title(name))
        back = message("Take back")
        self._tell(Notice(what, tone=Tone.DONE, action=back, do=lambda: self._look.use_profile(before)))
