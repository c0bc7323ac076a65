"""The icons of the window: Lucide drawings, tinted by theme, mirrored where they point along the line of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pr_editor.gui.theme import scaled

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.gui.theme import Theme

DIRECTIONAL = frozenset(
    {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "list", "redo-2", "send", "undo-2"}
)
"""Icons that point forwards or back. They are drawn for left-to-right reading and mirrored for right-to-left."""

_RATIOS = (1.0, 2.0, 3.0)


class Icons:
    """Draws the SVG files of a folder and keeps the pictures. One object for each theme and direction."""

    def __init__(self, folder: Path, theme: Theme, *, right_to_left: bool) -> None:
        """Draw icons of ``folder`` in the colours of ``theme``."""
        self.theme = theme
        self._folder = folder
        self._right_to_left = right_to_left
        self._icons: dict[tuple[str, str, int], QIcon] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def in_theme(self, theme: Theme) -> Icons:
        """The same icons in other colours."""
        return Icons(self._folder, theme, right_to_left=self._right_to_left)

    def icon(self, name: str, ink: str = "text", size: int = 16) -> QIcon:
        """An icon in the colour of the token ``ink``, muted where disabled.

        ``size`` in device-independent pixels is the ordinary one; the icon is as large as everything is.
        """
        wanted = (name, ink, scaled(size))
        if wanted not in self._icons:
            icon = QIcon()
            for ratio in _RATIOS:
                icon.addPixmap(self.pixmap(name, ink, wanted[2], ratio))
                icon.addPixmap(self.pixmap(name, "muted", wanted[2], ratio), QIcon.Mode.Disabled)
            self._icons[wanted] = icon
        return self._icons[wanted]

    def pixmap(self, name: str, ink: str = "text", size: int = 16, ratio: float = 1.0) -> QPixmap:
        """A picture ``size`` device-independent pixels wide for a screen of ``ratio`` pixels to one of these."""
        wanted = (name, ink, size, ratio)
        if wanted not in self._pixmaps:
            self._pixmaps[wanted] = self._draw(name, ink, size, ratio)
        return self._pixmaps[wanted]

    def _draw(self, name: str, ink: str, size: int, ratio: float) -> QPixmap:
        drawing = (self._folder / f"{name}.svg").read_bytes()
        tinted = drawing.replace(b"currentColor", self.theme.color(ink).name().encode("ascii"))
        pixels = round(size * ratio)
        pixmap = QPixmap(QSize(pixels, pixels))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        if self._right_to_left and name in DIRECTIONAL:
            painter.translate(pixels, 0)
            painter.scale(-1, 1)
        QSvgRenderer(QByteArray(tinted)).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
