"""How the window looks and which language it speaks; every choice is kept in the settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from pr_editor.gui.icons import Icons
from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.gui.reasons import reason
from pr_editor.gui.theme import Theme, dress, use_reading_family, use_scale
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from pr_editor.app.config import Settings
    from pr_editor.app.services import Services
    from pr_editor.gui.speech import Speech

SIZES = (9.0, 24.0)
"""Points of text in drafts."""
_PLAIN_SIZE = 12.0
SCALES = (100, 110, 125, 150, 175, 200)
"""Percent of the ordinary size that everything can be shown in."""


class QtTexts(QTranslator):
    """Qt's own Persian texts, without its names of keys: «کنترل+Z» is on no keyboard."""

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """Qt's translation, except of keys."""
        return sourceText if context == "QShortcut" else super().translate(context, sourceText, disambiguation, n)


class Look(QObject):
    """Theme, language, size of the text, half-spaces, panels, house style."""

    dressed = Signal(object)
    """The ``Icons`` of another theme or direction; ``icons.theme`` is the theme."""
    language_changed = Signal()
    changed = Signal()
    """Something else changed: a size, a panel, half-spaces."""
    resized = Signal()
    """The fonts of the window or of drafts are others."""
    keys_changed = Signal()
    """Commands have other keys."""
    profile_changed = Signal(str)

    def __init__(self, services: Services, speech: Speech, tell: Tell, parent: QObject) -> None:
        """Take the settings as they are; nothing is shown before ``apply``."""
        super().__init__(parent)
        self._services = services
        self._speech = speech
        self._tell = tell
        self._qt_texts: QTranslator | None = None
        self.settings: Settings = services.settings.load()
        self.icons: Icons | None = None
        self.show_drafts = self.show_findings = True
        self._use_reading_family()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        use_scale(application, self.settings.scale / 100)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def apply(self) -> None:
        """Dress the application and let everything speak the language of the settings."""
        self._speech.use(self._services.translator(self.settings.language))
        self._speak_qt()
        self._dress()
        self.language_changed.emit()

    def keep(self, **changes: object) -> None:
        """Change settings and write them; when they can't be written, they hold until the window closes.

        What another window has written meanwhile stays written.
        """
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type] # the callers name the fields
        try:
            written = self._services.settings.load()
            self._services.settings.save(replace(written, **changes))  # type: ignore[arg-type] # as above
        except OSError as error:
            self._tell(Notice(message("Your settings could not be saved."), reason(error), Tone.ERROR))

    def theme_system(self) -> None:
        """Light or dark as the system is."""
        self.use_theme("system")

    def theme_light(self) -> None:
        """Paper by day."""
        self.use_theme("light")

    def theme_dark(self) -> None:
        """By night."""
        self.use_theme("dark")

    def theme_contrast(self) -> None:
        """As plain as can be."""
        self.use_theme("contrast")

    def language_fa(self) -> None:
        """Speak Persian."""
        self.use_language("fa")

    def language_en(self) -> None:
        """Speak English."""
        self.use_language("en")

    def larger(self) -> None:
        """Larger text in drafts."""
        self.use_size(self.settings.text_size + 1)

    def smaller(self) -> None:
        """Smaller text in drafts."""
        self.use_size(self.settings.text_size - 1)

    def plain_size(self) -> None:
        """Text in its ordinary size."""
        self.use_size(_PLAIN_SIZE)

    def toggle_half_spaces(self) -> None:
        """Show half-spaces, or hide them."""
        self.keep(show_half_spaces=not self.settings.show_half_spaces)
        self.changed.emit()

    def toggle_invisibles(self) -> None:
        """Show everything that shows nothing by itself, or hide it."""
        self.keep(show_invisibles=not self.settings.show_invisibles)
        self.changed.emit()

    def toggle_drafts(self) -> None:
        """Show the list of drafts, or hide it."""
        self.show_drafts = not self.show_drafts
        self.changed.emit()

    def toggle_findings(self) -> None:
        """Show the findings, or hide them."""
        self.show_findings = not self.show_findings
        self.changed.emit()

    def use_profile(self, name: str) -> None:
        """Review by another house style."""
        if name != self.settings.profile:
            self.keep(profile=name)
            self.profile_changed.emit(name)

    def profile_again(self) -> None:
        """The house style in use says something else than before."""
        self.profile_changed.emit(self.settings.profile)

    def everything_larger(self) -> None:
        """Everything in the window larger by a step."""
        self.use_scale(next((step for step in SCALES if step > self.settings.scale), SCALES[-1]))

    def everything_smaller(self) -> None:
        """Everything in the window smaller by a step."""
        self.use_scale(next((step for step in reversed(SCALES) if step < self.settings.scale), SCALES[0]))

    def use_scale(self, percent: int) -> None:
        """Show everything larger or smaller."""
        self.keep(scale=percent)
        self._dress()
        self.resized.emit()

    def use_font(self, family: str) -> None:
        """Set drafts in another family; empty for the bundled one."""
        self.keep(text_font=family)
        self._use_reading_family()
        self.resized.emit()

    def use_size(self, points: float) -> None:
        """Set drafts in another size."""
        self.keep(text_size=max(SIZES[0], min(SIZES[1], points)))
        self.changed.emit()

    def use_theme(self, name: str) -> None:
        """Dress otherwise."""
        self.keep(theme=name)
        self._dress()

    def use_language(self, language: str) -> None:
        """Speak another language."""
        self.keep(language=language)
        self.apply()

    def use_keys(self, keys: tuple[tuple[str, ...], ...]) -> None:
        """Give commands other keys than their own."""
        self.keep(keys=keys)
        self.keys_changed.emit()

    def choose(self, field: str, value: object) -> None:
        """Let a setting hold by the name of its field."""
        ways: dict[str, Callable[[Any], None]] = {
            "language": self.use_language,
            "theme": self.use_theme,
            "scale": self.use_scale,
            "text_font": self.use_font,
            "text_size": self.use_size,
        }
        if value == getattr(self.settings, field):
            return
        if field in ways:
            ways[field](value)
        else:
            self.keep(**{field: value})
            self.changed.emit()

    def _use_reading_family(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        use_reading_family(application, self.settings.text_font)

    def _system_changed(self) -> None:
        if self.settings.theme == "system":
            self._dress()

    def _dress(self) -> None:
        name = self.settings.theme
        if name == "system":
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            name = "dark" if dark else "light"
        resources = self._services.paths.resources
        theme = Theme.load(resources / "themes" / f"{name}.toml")
        right_to_left = self._speech.direction is Qt.LayoutDirection.RightToLeft
        self.icons = Icons(resources / "icons", theme, right_to_left=right_to_left)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        dress(application, theme, self.settings.scale / 100)
        self.dressed.emit(self.icons)
        self.changed.emit()

    def _speak_qt(self) -> None:
        """Let Qt's own dialogs and menus speak the language too."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        if self._qt_texts is not None:
            application.removeTranslator(self._qt_texts)
            self._qt_texts = None
        if self._speech.language == "fa":
            texts = QtTexts(self)
            if texts.load("qtbase_fa", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
                application.installTranslator(texts)
                self._qt_texts = texts
        application.setLayoutDirection(self._speech.direction)
