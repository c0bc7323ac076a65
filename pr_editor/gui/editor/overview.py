"""The strip along the scroll bar: where in the whole text findings are, and where the caret is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from pr_editor.gui.editor.marks import Shape, shape_of, token_of
from pr_editor.gui.speech import as_html
from pr_editor.profile.model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from pr_editor.app.i18n import Translator
    from pr_editor.checks.model import Finding
    from pr_editor.gui.icons import Icons

WIDTH = 14
"""Pixels."""
_PAUSE = 150
"""Milliseconds after the last change before the strip is worked out anew."""
_END = 3.0
_NEAR = 4.0
_MOST_TOLD = 4
_GROUND = 4.0
_LENGTHS = {Severity.BLOCKER: 1.0, Severity.ERROR: 1.0, Severity.WARNING: 0.6, Severity.NOTE: 0.3}
"""How much of the strip a tick takes up: heavier ones are longer, blockers thicker as well."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A finding along the text; ``start`` and ``end`` go from 0 at the top of the text to 1 at its bottom."""

    finding: Finding
    start: float
    end: float
    shape: Shape
    token: str
    """The theme's token for its colour."""

    @classmethod
    def of(cls, finding: Finding, start: float, end: float) -> Tick:
        """A tick in the shape and colour of the finding's mark in the text."""
        return cls(finding, start, end, shape_of(finding), token_of(finding))


class Overview(QWidget):
    """Paints a tick for each finding. A click or drag goes to that part of the text, a click on a tick to its finding.

    Weight shows in length and colour, repeated text as a bar along it, what is missing as a wedge.
    """

    finding_clicked = Signal(str)
    """Fingerprint."""
    moved = Signal(float)
    """This part of the text, from 0 to 1, is to be in the middle."""

    def __init__(self, ticks: Callable[[], Iterable[Tick]], describe: Callable[[str], str], parent: QWidget) -> None:
        """Show what ``ticks`` yields; ``describe`` explains a finding by its fingerprint."""
        super().__init__(parent)
        self._find = ticks
        self._describe = describe
        self._ticks: Sequence[Tick] = ()
        self._picture: QPixmap | None = None
        """The ticks as they are painted; the caret moves more often than they."""
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
        """Find out anew where the ticks are, the lightest first, so that heavy ones are painted on top."""
        self._clock.stop()
        self._ticks = sorted(self._find(), key=lambda tick: tick.finding.severity)
        self._tell()
        self._picture = None
        self.update()

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
            self._paint_ticks(self._picture)
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
        return [tick for tick in self._ticks if self._y(tick.start) - _NEAR <= y <= self._lower(tick) + _NEAR]

    def _lower(self, tick: Tick) -> float:
        return self._y(tick.end if tick.shape is Shape.GROUND else tick.start)

    def _y(self, part: float) -> float:
        return _END + part * (self.height() - 2 * _END)

    def _part(self, y: float) -> float:
        return max(0.0, min(1.0, (y - _END) / max(1.0, self.height() - 2 * _END)))

    def _paint_caret(self, painter: QPainter) -> None:
        top, bottom = self._y(self._caret[0]), self._y(self._caret[1])
        painter.setPen(QPen(self._theme.tokens.muted, 1.0))
        painter.setBrush(self._theme.tokens.selection)
        painter.drawRoundedRect(QRectF(0.5, top - 1, self.width() - 1, max(4.0, bottom - top + 2)), 2, 2)

    def _paint_ticks(self, picture: QPixmap) -> None:
        """Draw all ticks once; of those that would cover each other only one."""
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        done = set()
        for tick in self._ticks:
            alike = round(self._y(tick.start)), round(self._lower(tick)), tick.shape, tick.token
            if alike not in done:
                done.add(alike)
                self._paint_tick(painter, tick)
        painter.end()

    def _paint_tick(self, painter: QPainter, tick: Tick) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(tick.token))
        y, room = self._y(tick.start), self.width() - 4.0
        if tick.shape is Shape.GROUND:
            painter.drawRect(QRectF(2, y, _GROUND, max(3.0, self._y(tick.end) - y)))
        elif tick.shape is Shape.FLAG:
            painter.drawPolygon(QPolygonF([QPointF(2, y - 4), QPointF(2, y + 4), QPointF(9, y)]))
        else:
            length = room * _LENGTHS[tick.finding.severity]
            thickness = 4.0 if tick.finding.severity is Severity.BLOCKER else 2.0
            painter.drawRect(QRectF(2 + room - length, y - thickness / 2, length, thickness))

    def _tell(self) -> None:
        """For those who hear the window: how many there are."""
        self.setAccessibleDescription(self._tr("{number} findings", number=len(self._ticks)))
