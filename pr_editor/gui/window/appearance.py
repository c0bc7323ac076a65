"""Hands colours, language, sizes and keys on to every part of the window when the user changes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.window.mainwindow import MainWindow


class Appearance(QObject):
    """Follows the settings; decides nothing."""

    def __init__(self, window: MainWindow) -> None:
        """Follow the look of ``window``, whose parts are all there."""
        super().__init__(window)
        self._window = window
        look = window.look
        look.dressed.connect(self._dress)
        look.language_changed.connect(self._retranslate)
        look.changed.connect(self._use)
        look.resized.connect(self._resize)
        look.keys_changed.connect(self._use_keys)
        look.profile_changed.connect(self._use_profile)

    def _use(self) -> None:
        window, settings = self._window, self._window.look.settings
        window.reviewing.reveals_next = settings.advance
        window.autosave.use(settings.autosave_seconds)
        window.desk.use(
            points=settings.text_size, half_spaces=settings.show_half_spaces, invisibles=settings.show_invisibles
        )
        window.drafts_panel.setVisible(window.look.show_drafts)
        window.findings_panel.setVisible(window.look.show_findings)
        window.display.look_changed()

    def _use_keys(self) -> None:
        window = self._window
        window.menus.use_keys(window.look.settings.keys)
        for part in (window.arrangement.side, window.status, window.seeking, window.comparing, window.tour):
            part.retranslate()
        window.display.everything()

    def _use_profile(self, name: str) -> None:
        self._window.client.use_profile(name)
        self._window.checking.check_all()
        self._window.display.everything()

    def _resize(self) -> None:
        window = self._window
        window.arrangement.refit()
        window.bar.resize_icons()
        for editor in window.desk.editors():
            editor.set_text_size(window.look.settings.text_size)
        assert window.look.icons is not None, "what is resized is dressed"
        window.comparing.dress(window.look.icons)

    def _dress(self, icons: Icons) -> None:
        window = self._window
        for part in (
            window.menus,
            window.bar,
            window.desk,
            window.drafts_panel,
            window.findings_panel,
            window.notices,
            window.approval,
            window.changes,
            window.comparing,
            window.seeking,
            window.counting,
        ):
            part.dress(icons)

    def _retranslate(self) -> None:
        window = self._window
        window.setLayoutDirection(window.speech.direction)
        for part in (
            window.menus,
            window.bar,
            window.drafts_panel,
            window.findings_panel,
            window.arrangement.side,
            window.status,
            window.progress,
            window.notices,
            window.welcome,
            window.desk,
            window.approval,
            window.changes,
            window.comparing,
            window.seeking,
        ):
            part.retranslate()
        window.display.everything()
