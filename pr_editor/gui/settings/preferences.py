"""Opens the settings and lets what is chosen there hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from pr_editor.gui.settings.window import SettingsWindow
    from pr_editor.gui.window.mainwindow import MainWindow


class Preferences(QObject):
    """The settings window of a main window, while it is open."""

    def __init__(self, window: MainWindow) -> None:
        """Nothing is open yet."""
        super().__init__(window)
        self._window = window
        self.window: SettingsWindow | None = None
        look = window.look
        for signal in (look.changed, look.keys_changed, look.profile_changed):
            signal.connect(self._show)
        for signal in (look.language_changed, look.resized):
            # Not while the window that asked for it is still in its own handler.
            signal.connect(lambda: QTimer.singleShot(0, self, self._again))

    def open(self) -> None:
        """Come to the front with the settings."""
        if self.window is None:
            self.window = self._make()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _make(self) -> SettingsWindow:
        from pr_editor.gui.settings.window import SettingsWindow

        window = self._window
        names = window.services.profile_names()
        now = window.look.settings.profile
        titles = [(name, window.offers.profile_title(name)) for name in (names if now in names else [*names, now])]
        made = SettingsWindow(window, window.speech, titles)
        made.chosen.connect(self._choose)
        made.keys_chosen.connect(window.look.use_keys)
        made.finished.connect(self._closed)
        made.show_settings(window.look.settings)
        return made

    def _choose(self, field: str, value: object) -> None:
        if field == "profile":
            self._window.styles.choose(str(value))
            self._show()  # Nothing is switched before the preview has been agreed to.
        else:
            self._window.look.choose(field, value)

    def _show(self) -> None:
        if self.window is not None:
            self.window.show_settings(self._window.look.settings)

    def _again(self) -> None:
        """Make the window anew, in another language or size, at the same page."""
        if (old := self.window) is None:
            return
        at, words = old.at, old.search.text()
        self.window = None
        old.finished.disconnect(self._closed)
        new = self._make()
        new.search.setText(words)
        new.go_to(at)
        new.move(old.pos())
        old.close()
        self.window = new
        new.show()

    def _closed(self) -> None:
        self.window = None
