"""The strip along the scroll bar: where in the whole text findings are, and where the caret is."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from pr_editor.gui.editor.along import Rows
from pr_editor.gui.speech import as_html
from pr_editor.profile.model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from pr_editor.app.i18n import Translator
    from pr_editor.gui.editor.along import Stretch, Tick
    from pr_editor.gui.icons import Icons

WIDTH = 14
"""Pixels."""
_PAUSE = 300
"""Milliseconds without a change before the ticks are worked out anew: longer than any between two letters of a word."""
_END = 3.0
_NEAR = 4.0
_MOST_TOLD = 4
_GROUND = 4
_LENGTHS = {Severity.BLOCKER: 1.0, Severity.ERROR: 1.0, Severity.WARNING: 0.6, Severity.NOTE: 0.3}
"""How much of the strip a tick takes up: heavier ones are longer, blockers thicker as well."""


class Overview(QWidget):
    """Paints a tick for each finding. A click or drag goes to that part of the text, a click on a tick to its finding.

    Weight shows in length and colour, repeated text as a bar along it, what is missing as a wedge.
    """

    finding_clicked = Signal(str)
    """Fingerprint."""
    moved = Signal(float)
    """This part of the text, from 0 to 1, is to be in the middle."""

    def __init__(
        self, stretches: Callable[[], Iterable[Stretch]], describe: Callable[[str], str], parent: QWidget
    ) -> None:
        """Show the findings of what ``stretches`` yields; ``describe`` explains one by its fingerprint."""
        super().__init__(parent)
        self._find = stretches
        self._describe = describe
        self._stretches: Sequence[Stretch] = ()
        self._rows = Rows()
        self._picture: QPixmap | None = None
        """The rows as they are painted; the caret moves more often than they change."""
        self._caret = (0.0, 0.0)
        self._clicked: Tick | None = None
        self._clock = QTimer(self, singleShot=True, interval=_PAUSE)
        self._clock.timeout.connect(self.work_out)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def dress(self, tr: Translator, icons: Icons) -> None:
        """Take the language, and icons that know the theme."""
        self._tr = tr
        self._theme = icons.theme
        self.setAccessibleName(tr("Findings along the text"))
        self._tell()
        self._picture = None
        self.update()

    def renew(self) -> None:
        """The findings or their places have changed; they are worked out when nothing changes for a moment."""
        self._clock.start()

    def work_out(self) -> None:
        """Find out anew where the findings are; painted is only what looks otherwise than before."""
        self._clock.stop()
        self._stretches = tuple(self._find())
        self._tell()
        self._show_rows()

    def _show_rows(self) -> None:
        rows = Rows.of(self._stretches, self._y)
        if rows != self._rows:
            self._rows, self._picture = rows, None
            self.update()

    @property
    def ticks(self) -> list[Tick]:
        """Every finding, the heaviest last."""
        ticks = chain.from_iterable(stretch.ticks() for stretch in self._stretches)
        return sorted(ticks, key=lambda tick: tick.finding.severity)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """There are other rows."""
        super().resizeEvent(event)
        self._show_rows()

    def set_caret(self, start: float, end: float) -> None:
        """Show where the paragraph with the caret is, in parts of the text."""
        if (start, end) != self._caret:
            self._caret = start, end
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the caret's place and over it all ticks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_caret(painter)
        size = self.size() * self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != size:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(self.devicePixelRatioF())
            self._picture.fill(Qt.GlobalColor.transparent)
            self._paint_rows(self._picture)
        painter.drawPixmap(0, 0, self._picture)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go there; what happens to be under the pointer is taken when the button is let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            near = self._near(event.position().y())
            self._clicked = near[-1] if near else None
            self.moved.emit(self._part(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._clicked = None
            self.moved.emit(self._part(event.position().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take the finding that was clicked."""
        clicked, self._clicked = self._clicked, None
        if clicked is not None:
            self.finding_clicked.emit(clicked.finding.fingerprint)

    def event(self, event: QEvent) -> bool:
        """Name the findings under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            told = self._explain(event.pos().y())
            QToolTip.showText(event.globalPos(), as_html(told, self.layoutDirection()) if told else "", self)
            return True
        return super().event(event)

    def _explain(self, y: float) -> str:
        near = self._near(y)[::-1]
        lines = [self._describe(tick.finding.fingerprint) for tick in near[:_MOST_TOLD]]
        if len(near) > _MOST_TOLD:
            lines.append(self._tr("and {number} more", number=len(near) - _MOST_TOLD))
        return "\n".join(lines)

    def _near(self, y: float) -> list[Tick]:
        """The ticks at a height, the heaviest last."""
        return [tick for tick in self.ticks if self._y(tick.start) - _NEAR <= y <= self._y(tick.end) + _NEAR]

    def _y(self, part: float) -> float:
        return _END + part * (self.height() - 2 * _END)

    def _part(self, y: float) -> float:
        return max(0.0, min(1.0, (y - _END) / max(1.0, self.height() - 2 * _END)))

    def _paint_caret(self, painter: QPainter) -> None:
        top, bottom = self._y(self._caret[0]), self._y(self._caret[1])
        painter.setPen(QPen(self._theme.tokens.muted, 1.0))
        painter.setBrush(self._theme.tokens.selection)
        painter.drawRoundedRect(QRectF(0.5, top - 1, self.width() - 1, max(4.0, bottom - top + 2)), 2, 2)

    def _paint_rows(self, picture: QPixmap) -> None:
        """Draw what each row shows, the lightest first, so that heavy ones lie on top."""
        painter = QPainter(picture)
        colours = {token: self._theme.color(token) for token in self._rows.tokens()}
        for row, (end, look) in self._rows.grounds.items():
            painter.fillRect(2, row, _GROUND, max(3, end - row), colours[look.token])
        for row, look in sorted(self._rows.ticks.items(), key=lambda one: one[1].severity):
            length = round((self.width() - 4) * _LENGTHS[look.severity])
            thickness = 4 if look.severity is Severity.BLOCKER else 2
            painter.fillRect(self.width() - 2 - length, row - thickness // 2, length, thickness, colours[look.token])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for row, look in sorted(self._rows.flags.items(), key=lambda one: one[1].severity):
            painter.setBrush(colours[look.token])
            painter.drawPolygon(QPolygonF([QPointF(2, row - 4), QPointF(2, row + 4), QPointF(9, row)]))
        painter.end()

    def _tell(self) -> None:
        """For those who hear the window: how many there are."""
        number = sum(len(stretch.findings) for stretch in self._stretches)
        self.setAccessibleDescription(self._tr("{number} findings", number=number))
