"""A layout that sets widgets in lines like words, in the direction of the language."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_GAP = 6
"""Pixels between lines, and between widgets unless something else is asked for."""


class Flow(QLayout):
    """Lines of widgets, each as wide as it likes; a widget wider than the line gets the line's width."""

    def __init__(self, parent: QWidget | None = None, gap: int = _GAP, between: int = _GAP) -> None:
        """An empty flow without margins, with a ``gap`` (pixels) between widgets of a line, and ``between`` lines."""
        super().__init__(parent)
        self._gap = gap
        self._between = between
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """The item at ``index``, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Take the item at ``index`` out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of all lines in ``width``."""
        around = self.contentsMargins()
        high = self._place(QRect(0, 0, width - around.left() - around.right(), 0), really=False)
        return high + around.top() + around.bottom()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Set the widgets."""
        super().setGeometry(rect)
        self._place(rect.marginsRemoved(self.contentsMargins()), really=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As small as it gets."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the highest widget; a wide one is cut down to the line."""
        around = self.contentsMargins()
        high = max((item.sizeHint().height() for item in self._shown()), default=0)
        return QSize(0, high + around.top() + around.bottom())

    @property
    def _mirrored(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, really: bool) -> int:
        x, y, line = 0, rect.y(), 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), 1), 1 << 14))
            if x and x + size.width() > rect.width():
                x, y, line = 0, y + line + self._between, 0
            if really:
                left = rect.right() + 1 - x - size.width() if self._mirrored else rect.x() + x
                item.setGeometry(QRect(QPoint(left, y), size))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line - rect.y()


class TwoEnds(Flow):
    """Widgets at both ends of one line; where the line is too short, they follow one another in several lines."""

    def __init__(self, parent: QWidget | None = None, gap: int = _GAP) -> None:
        """Empty at both ends."""
        super().__init__(parent, gap)
        self._at_end: set[QWidget] = set()

    def add_at_end(self, widget: QWidget) -> None:
        """Add a widget at the end of the line; those at its beginning have been added before."""
        self._at_end.add(widget)
        self.addWidget(widget)

    def _place(self, rect: QRect, *, really: bool) -> int:
        items = self._shown()
        sizes = [item.sizeHint() for item in items]
        needed = sum(size.width() + self._gap for size in sizes) - self._gap
        if needed > rect.width():
            return super()._place(rect, really=really)
        high = max((size.height() for size in sizes), default=0)
        x, gap = 0, rect.width() - needed
        for item, size in zip(items, sizes, strict=True):
            if item.widget() in self._at_end:
                x, gap = x + gap, 0
            if really:
                left = rect.right() + 1 - x - size.width() if self._mirrored else rect.x() + x
                item.setGeometry(QRect(QPoint(left, rect.y() + (high - size.height()) // 2), size))
            x += size.width() + self._gap
        return high
