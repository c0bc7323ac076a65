"""The list of releases: what was looked for, narrowed to a state."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QTextDocument, QTextOption
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QWidget

from pr_editor.app.dates import show_day
from pr_editor.gui.signoff.marks import isolated, mark_of, name_of
from pr_editor.gui.theme import SECONDARY_POINTS, font, scale, scaled
from pr_editor.review.model import ReleaseState
from pr_editor.review.names import STATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem

    from pr_editor.gui.icons import Icons
    from pr_editor.gui.speech import Speech
    from pr_editor.review.ports import Highlight, Hit, Summary

STATE_ICONS = {
    ReleaseState.SUBMITTED: ("clock", "note"),
    ReleaseState.RETURNED: ("undo-2", "warning"),
    ReleaseState.APPROVED: ("check", "success"),
    ReleaseState.WITHDRAWN: ("x", "error"),
}
_ID = Qt.ItemDataRole.UserRole
_ROW = Qt.ItemDataRole.UserRole + 1
_PAD = 12
_ICON = 13
_BEFORE = 30
"""Code points of the paragraph shown before a hit."""
_AROUND = 110


@dataclass(frozen=True, slots=True)
class Row:
    """A release in the list; ``hit`` is what was found in it, when something was looked for."""

    summary: Summary
    hit: Hit | None = None


class Shelf(QListWidget):
    """Releases, newest first."""

    chosen = Signal(str)
    """A release (id) is to be shown."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """An empty list."""
        super().__init__(parent)
        self._speech = speech
        self._painter = _Painter(speech, self)
        self.setItemDelegate(self._painter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(speech.tr("Releases"))
        self.currentItemChanged.connect(self._changed)

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self._painter.icons = icons
        self.viewport().update()

    def rows(self) -> list[Row]:
        """What is listed."""
        return [self.item(at).data(_ROW) for at in range(self.count())]

    def show_rows(self, rows: Sequence[Row], current: str | None) -> str | None:
        """List these; stay with ``current`` if it is among them, else take the first. Gives which one is current."""
        self.blockSignals(True)
        self.clear()
        chosen = current if any(row.summary.id == current for row in rows) else None
        for row in rows:
            item = QListWidgetItem()
            item.setData(_ID, row.summary.id)
            item.setData(_ROW, row)
            told = facts(row.summary, self._speech)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.summary.headline} — {told}")
            item.setToolTip(f"\u200f{row.summary.headline}\n{self._speech.sentence(told)}")
            self.addItem(item)
            if row.summary.id == chosen or chosen is None:
                chosen = row.summary.id
                self.setCurrentItem(item)
        self.blockSignals(False)
        return chosen

    def select(self, release: str) -> None:
        """Take a release in hand, if it is listed."""
        for at in range(self.count()):
            if self.item(at).data(_ID) == release:
                self.setCurrentRow(at)

    def _changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_ID))


class _Painter(QStyledItemDelegate):
    """The headline, what was found, and a line about the state."""

    def __init__(self, speech: Speech, parent: QListWidget) -> None:
        super().__init__(parent)
        self._speech = speech
        self._list = parent
        self.icons: Icons | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's
        width = self._list.viewport().width() - 2 * _PAD
        return QSize(0, int(self._document(index.data(_ROW), width).size().height()) + scaled(18 + 22))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if self.icons is None:
            return
        theme = self.icons.theme
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect).adjusted(0.5, 2.5, -0.5, -2.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            focused = state & QStyle.StateFlag.State_HasFocus
            painter.setPen(theme.color("accent") if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection"))
            painter.drawRoundedRect(box, 8, 8)
        row: Row = index.data(_ROW)
        inner = box.adjusted(_PAD, 8, -_PAD, -6)
        painter.save()
        painter.translate(inner.topLeft())
        self._document(row, inner.width()).drawContents(painter)
        painter.restore()
        self._paint_facts(painter, inner, row.summary)
        painter.restore()

    def _document(self, row: Row, width: float) -> QTextDocument:
        ink = self.icons.theme.color("text").name() if self.icons else "black"
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(font(10))
        option = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        document.setDefaultTextOption(option)
        document.setTextWidth(width)
        lines = [f'<div dir="rtl" style="color:{ink}; font-weight:500">{escape(row.summary.headline)}</div>']
        if row.hit is not None and row.hit.highlights:
            lines.append(f'<div dir="rtl">{self._snippet(row.hit.highlights)}</div>')
        document.setHtml("".join(lines))
        return document

    def _snippet(self, highlights: Sequence[Highlight]) -> str:
        """The place of the first hit in the original text; a hit outside of the headline tells more."""
        shown = next((one for one in highlights if one.paragraph > 0), highlights[0])
        theme = self.icons.theme if self.icons else None
        muted, ground, ink = (theme.color(t).name() if theme else "gray" for t in ("muted", "selection", "text"))
        first = shown.spans[0][0] if shown.spans else 0
        start = shown.text.rfind(" ", 0, max(first - _BEFORE, 0)) + 1
        end = min(len(shown.text), start + _AROUND)
        parts, at = [escape("… " if start else "")], start
        for a, b in shown.spans:
            if b <= end:
                style = f"background:{ground}; color:{ink}; font-weight:600; text-decoration:underline"
                mark = f'<span style="{style}">{escape(shown.text[a:b])}</span>'
                parts += [escape(shown.text[at:a]), mark]
                at = b
        rest = escape(shown.text[at:end]) + (" …" if end < len(shown.text) else "")
        return f'<span style="color:{muted}; font-size:{SECONDARY_POINTS * scale()}pt">{"".join(parts)}{rest}</span>'

    def _paint_facts(self, painter: QPainter, rect: QRectF, summary: Summary) -> None:
        assert self.icons is not None
        name, ink = STATE_ICONS.get(summary.state, ("pencil", "muted"))
        painter.setFont(font(SECONDARY_POINTS))
        painter.setPen(self.icons.theme.color("muted"))
        high, side = scaled(18), scaled(_ICON)
        line = QRectF(rect.left(), rect.bottom() - high, rect.width(), high)
        ratio = painter.device().devicePixelRatio()
        place = QPointF(line.right() - side, line.center().y() - side / 2)
        painter.drawPixmap(place, self.icons.pixmap(name, ink, side, ratio))
        painter.setLayoutDirection(self._speech.direction)
        alignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        room = int(line.width()) - side - 6
        text = painter.fontMetrics().elidedText(facts(summary, self._speech), Qt.TextElideMode.ElideRight, room)
        painter.drawText(line.adjusted(0, 0, -side - 6, 0), alignment, text)


def facts(summary: Summary, speech: Speech) -> str:
    """State, number, date and who handed it in, in one line."""
    mark = speech.tr(mark_of(summary.eyes))
    parts = (
        speech.tr(STATES[summary.state]),
        mark,
        name_of(summary.id, speech),
        isolated(show_day(summary.metadata.date, speech.translator)),
        summary.submitted_by,
    )
    return " · ".join(filter(None, parts))
