"""The margin beside the text: what each paragraph is, that it is repeated, and that something is missing there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from pr_editor.gui.editor.kinds import KIND_NAMES
from pr_editor.gui.editor.marks import token_of
from pr_editor.gui.speech import as_html
from pr_editor.gui.theme import SECONDARY_POINTS, font

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from pr_editor.app.i18n import Translator
    from pr_editor.checks.model import Finding
    from pr_editor.gui.icons import Icons
    from pr_editor.text.draft import Kind

_ICON = 16
_GAP = 6.0
_EDGE = 8.0
_MARKS = 2 * (_ICON + _GAP)
"""Room for a mark of repetition and a flag, at the outer side of the label."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the margin says about one paragraph. ``top``, ``bottom`` and ``baseline`` (of its first line) in pixels."""

    key: int
    kind: Kind
    top: float
    bottom: float
    baseline: float
    repeated: bool
    copy: Finding | None
    """The finding that says the whole paragraph is repeated."""
    missing: Sequence[Finding]
    """What is missing here, the heaviest first."""


class Margin(QWidget):
    """Paints entries in step with the text, and tells what was clicked."""

    kind_clicked = Signal(int, QPoint)
    """Key of the paragraph, and where a menu should open (global)."""
    finding_clicked = Signal(str)
    """Fingerprint."""

    def __init__(self, entries: Callable[[], Iterable[Entry]], describe: Callable[[str], str], parent: QWidget) -> None:
        """Show what ``entries`` yields for the visible paragraphs; ``describe`` explains a finding by fingerprint."""
        super().__init__(parent)
        self._entries = entries
        self._describe = describe
        self._current = -1
        self._hovered = -1
        self.setMouseTracking(True)
        self.setFont(font(SECONDARY_POINTS))

    def dress(self, tr: Translator, icons: Icons) -> None:
        """Take the language, and icons that know the theme."""
        self._tr = tr
        self._icons = icons
        self.setAccessibleName(tr("Kinds of paragraphs"))
        self.update()

    def needed_width(self) -> int:
        """How wide (pixels) it must be for its longest label with both marks beside it."""
        metrics = QFontMetricsF(self._font(bold=True))
        longest = max(metrics.horizontalAdvance(self._tr(name)) for name in KIND_NAMES.values())
        return round(2 * _EDGE + _MARKS + longest)

    def set_current(self, key: int) -> None:
        """Stress the paragraph with the caret."""
        if key != self._current:
            self._current = key
            self.update()

    def label_place(self, key: int) -> QPoint:
        """Where a menu for the label of paragraph ``key`` should open (global)."""
        for entry in self._entries():
            if entry.key == key:
                return self.mapToGlobal(self._label(entry).bottomLeft().toPoint())
        return self.mapToGlobal(QPoint(0, self.height() // 2))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the entries of the visible paragraphs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for entry in self._entries():
            self._paint(painter, entry)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show that a label can be clicked."""
        entry = self._entry_at(event.position())
        hovered = entry.key if entry else -1
        self.setCursor(Qt.CursorShape.PointingHandCursor if entry else Qt.CursorShape.ArrowCursor)
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is hovered any more."""
        self._hovered = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A mark leads to its finding, a label to the menu of kinds."""
        entry = self._entry_at(event.position())
        if entry is None:
            return
        finding = self._finding_at(entry, event.position())
        if finding is None:
            self.kind_clicked.emit(entry.key, self.mapToGlobal(self._label(entry).bottomLeft().toPoint()))
        else:
            self.finding_clicked.emit(finding.fingerprint)

    def event(self, event: QEvent) -> bool:
        """Explain what is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            told = self._explain(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), as_html(told, self.layoutDirection()) if told else "", self)
            return True
        return super().event(event)

    def _explain(self, place: QPointF) -> str:
        entry = self._entry_at(place)
        if entry is None:
            return ""
        finding = self._finding_at(entry, place)
        if finding is None:
            return self._tr("{kind} — click or Alt+K to change", kind=self._tr(KIND_NAMES[entry.kind]))
        told = entry.missing if finding in entry.missing else (finding,)
        return "\n".join(self._describe(one.fingerprint) for one in told)

    def _paint(self, painter: QPainter, entry: Entry) -> None:
        tokens = self._icons.theme.tokens
        label = self._label(entry)
        if entry.key == self._hovered:
            painter.setPen(tokens.border)
            painter.setBrush(tokens.raised)
            painter.drawRoundedRect(label.adjusted(-_GAP, -4, _GAP, 4), 6, 6)
        current = entry.key == self._current
        painter.setFont(self._font(bold=current))
        painter.setPen(tokens.duplicate if entry.repeated else tokens.text if current else tokens.muted)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, self._tr(KIND_NAMES[entry.kind]))
        for place, (name, token, _finding) in zip(self._mark_places(entry), self._marks(entry), strict=False):
            painter.drawPixmap(place.toPoint(), self._icons.pixmap(name, token, _ICON, self.devicePixelRatioF()))

    def _marks(self, entry: Entry) -> list[tuple[str, str, Finding | None]]:
        """Icon, its colour and the finding it stands for, from the label outwards."""
        marks: list[tuple[str, str, Finding | None]] = []
        if entry.repeated:
            marks.append(("copy", "duplicate", entry.copy))
        if entry.missing:
            marks.append(("flag", token_of(entry.missing[0]), entry.missing[0]))
        return marks

    def _label(self, entry: Entry) -> QRectF:
        metrics = QFontMetricsF(self._font(bold=True))
        width = metrics.horizontalAdvance(self._tr(KIND_NAMES[entry.kind]))
        top = entry.baseline - metrics.ascent()
        return QRectF(self.width() - _EDGE - _MARKS - width, top, width, metrics.height())

    def _mark_places(self, entry: Entry) -> list[QPointF]:
        label = self._label(entry)
        y = label.center().y() - _ICON / 2
        return [QPointF(label.right() + _GAP + n * (_ICON + _GAP), y) for n in range(2)]

    def _entry_at(self, place: QPointF) -> Entry | None:
        return next((entry for entry in self._entries() if entry.top <= place.y() <= entry.bottom), None)

    def _finding_at(self, entry: Entry, place: QPointF) -> Finding | None:
        for corner, (_name, _token, finding) in zip(self._mark_places(entry), self._marks(entry), strict=False):
            if QRectF(corner.x() - _GAP / 2, corner.y() - 4, _ICON + _GAP, _ICON + 8).contains(place):
                return finding
        return None

    def _font(self, *, bold: bool) -> QFont:
        return font(SECONDARY_POINTS, QFont.Weight.Medium if bold else QFont.Weight.Normal)
