"""Colours and type of the window. A theme is data: ``resources/themes/<name>.toml`` holds its tokens.

Widgets ask for tokens by name and never write a colour down. The shared stylesheet ``window.qss`` beside the themes
refers to tokens by an at-sign and their name.

How large everything is and the font of drafts are kept where Qt keeps the font of all widgets: at the application.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FAMILY = "Vazirmatn"
INTERFACE_POINTS = 10.0
SECONDARY_POINTS = 9.0

_TOKEN = re.compile(r"@(\w+)")
_PIXELS = re.compile(r"\b(\d+)px")
_LENGTHS = re.compile(rf"(?P<padding>\bpadding:[^;}}]*)|{_PIXELS.pattern}")
_HAIRLINE = 2
"""Pixels up to which a line is a line at any size."""
_NEAREST_TO = {"tick": "on_accent", "mark": "text"}
"""Pictures come in black and white: the one nearest to the token takes its place."""
_SCALE = "interface-scale"
_READING = "reading-family"
_TITLE_BAR = 36
"""Pixels of the screen that the system's frame takes above and below a window."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of a theme by their use. Every text colour keeps 4.5:1 on window, surface and raised."""

    window: QColor
    surface: QColor
    raised: QColor
    text: QColor
    muted: QColor
    border: QColor
    accent: QColor
    on_accent: QColor
    """Text on the accent colour."""
    selection: QColor
    blocker: QColor
    error: QColor
    warning: QColor
    note: QColor
    success: QColor
    halfspace: QColor
    duplicate: QColor
    duplicate_ground: QColor
    """Ground of repeated text."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A named set of tokens with the stylesheet they are put into."""

    name: str
    dark: bool
    tokens: Tokens
    sheet: str
    """The stylesheet with ``@token`` places."""
    folder: str
    """Where the pictures lie that the stylesheet names, such as the tick of a check box."""

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a theme and the ``window.qss`` beside it. Raises ``KnownError`` naming what is missing or no colour."""
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            sheet = path.with_name("window.qss").read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise KnownError(
                "The theme {file} could not be read: {reason}", file=path.name, reason=str(error)
            ) from error
        name, dark = str(data.get("name", path.stem)), bool(data.get("dark", False))
        return cls(name, dark, _tokens(data, path), sheet, path.parent.as_posix())

    def color(self, token: str) -> QColor:
        """The colour of a token by its name, such as ``error``. Raises ``AttributeError`` for one there is not."""
        color: QColor = getattr(self.tokens, token)
        return color

    def stylesheet(self) -> str:
        """The stylesheet of the application in the colours of this theme.

        Widgets choose a look by properties: ``primary``, ``link`` and ``chip`` (a severity) on buttons, ``panel`` and
        ``card`` (with ``current``) on frames, ``tone`` (``muted`` or a token) on labels.
        """
        sheet = _LENGTHS.sub(_scaled_lengths, self.sheet)
        return _TOKEN.sub(lambda found: self._value(found[1]), sheet)

    def _value(self, name: str) -> str:
        """What ``@name`` in the stylesheet stands for: the folder, the ink of a picture of its own, else a colour.

        ``scrolls`` is whether long menus are scrolled: columns of large words go past the edge of the screen.
        """
        if name == "folder":
            return self.folder
        if name == "scrolls":
            return str(int(scale() > 1))
        if name in _NEAREST_TO:
            return "black" if self.color(_NEAREST_TO[name]).lightness() < 128 else "white"
        return self.color(name).name()

    def palette(self) -> QPalette:
        """The palette for all that the stylesheet leaves to Qt's own style."""
        tokens = self.tokens
        palette = QPalette()
        for role, color in _roles(tokens).items():
            palette.setColor(role, color)
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.muted)
        return palette


def load_fonts(folder: Path) -> None:
    """Make the bundled fonts known to the application. Raises ``KnownError`` when one can't be used."""
    for path in sorted(folder.glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise KnownError("The font {file} could not be loaded.", file=path.name)


def scale() -> float:
    """How large everything is, 1.0 being ordinary."""
    application = QApplication.instance()
    kept = application.property(_SCALE) if application is not None else None
    return float(kept) if kept else 1.0


def use_scale(application: QApplication, factor: float) -> None:
    """Make everything that is shown from now on ``factor`` times as large as ordinary."""
    application.setProperty(_SCALE, factor)
    application.setFont(font())


def dress(application: QApplication, theme: Theme, factor: float) -> None:
    """Show everything, also what is there already, in the colours of ``theme`` and ``factor`` times as large."""
    ratio = factor / scale()
    # A new stylesheet gives widgets the font back they had when the first one came.
    own = [widget for widget in QApplication.allWidgets() if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)]
    fonts = [QFont(widget.font()) for widget in own]
    use_scale(application, factor)
    application.setPalette(theme.palette())
    if application.styleSheet() != theme.stylesheet():
        application.setStyleSheet(theme.stylesheet())
    for widget, had in zip(own, fonts, strict=True):
        if had.pointSizeF() > 0:
            had.setPointSizeF(had.pointSizeF() * ratio)
        if widget.font() != had:
            widget.setFont(had)


def use_reading_family(application: QApplication, family: str) -> None:
    """Set drafts in this family of fonts from now on; empty for the bundled one."""
    application.setProperty(_READING, family)


def scaled(pixels: float) -> int:
    """A length of the ordinary size (pixels) at the size everything has."""
    return round(pixels * scale())


def padded(pixels: float) -> int:
    """What surrounds words (pixels of the ordinary size) at the size everything has: it grows half as fast as they."""
    return round(pixels * (1 + scale()) / 2)


def fit(window: QWidget, width: int, height: int) -> None:
    """Give a window its ordinary size (pixels) at the size everything has, but no more than its screen has room for."""
    room = window.screen().availableSize()
    window.resize(min(scaled(width), room.width()), min(scaled(height), room.height() - _TITLE_BAR))


def widen(window: QWidget, width: int) -> None:
    """Let a window never be narrower than this (pixels of the ordinary size), unless its screen is."""
    window.setMinimumWidth(min(scaled(width), window.screen().availableSize().width()))


def font(points: float = INTERFACE_POINTS, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The bundled font in a weight; ``points`` are those of the ordinary size."""
    return _font(FAMILY, points * scale(), weight)


def reading_font(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The font of drafts in a weight; ``points`` are those of the ordinary size."""
    application = QApplication.instance()
    family = application.property(_READING) if application is not None else None
    return _font(family or FAMILY, points * scale(), weight)


def _font(family: str, points: float, weight: QFont.Weight) -> QFont:
    made = QFont(family)
    made.setPointSizeF(points)
    made.setWeight(weight)
    return made


def _scaled_lengths(found: re.Match[str]) -> str:
    """Lengths of the stylesheet at the size everything has."""
    larger = padded if found["padding"] else scaled
    return _PIXELS.sub(lambda one: _scaled_length(int(one[1]), larger), found[0])


def _scaled_length(pixels: int, larger: Callable[[float], int]) -> str:
    return f"{pixels if pixels <= _HAIRLINE else larger(pixels)}px"


def _tokens(data: dict[str, Any], path: Path) -> Tokens:
    colors = data.get("tokens", {})
    made: dict[str, QColor] = {}
    for field in fields(Tokens):
        value = colors.get(field.name)
        if not isinstance(value, str) or not QColor.isValidColorName(value):
            raise KnownError("The theme {file} has no colour “{token}”.", file=path.name, token=field.name)
        made[field.name] = QColor(value)
    return Tokens(**made)


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, QColor]:
    role = QPalette.ColorRole
    return {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.raised,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.error,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.text,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.note,
        role.Light: tokens.raised,
        role.Midlight: tokens.border,
        role.Mid: tokens.border,
        role.Dark: tokens.muted,
        role.Shadow: tokens.border,
    }
