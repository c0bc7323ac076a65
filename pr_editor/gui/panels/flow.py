"""A layout that sets widgets in lines like words, in the direction of the language."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_GAP = 6
"""Pixels between lines, and between widgets unless something else is asked for."""

type _Line = list[tuple[QLayoutItem, QSize]]


class Flow(QLayout):
    """Lines of widgets, each as wide as it likes; a widget wider than the line gets the line's width."""

    def __init__(
        self, parent: QWidget | None = None, gap: int = _GAP, between: int = _GAP, *, centred: bool = False
    ) -> None:
        """An empty flow without margins, with a ``gap`` (pixels) between widgets of a line, and ``between`` lines.

        Lines begin where reading begins, unless they are ``centred``.
        """
        super().__init__(parent)
        self._centred = centred
        self._gap = gap
        self._between = between
        self._items: list[QLayoutItem] = []
        self._growing: set[QWidget] = set()
        self._first: set[QWidget] = set()
        self.setContentsMargins(0, 0, 0, 0)

    def grow(self, widget: QWidget, *, on: bool) -> None:
        """Let a widget take what others leave of its line, or as much as it likes."""
        self._growing.add(widget) if on else self._growing.discard(widget)
        self.invalidate()

    def begin_line(self, widget: QWidget, *, on: bool) -> None:
        """Let a widget begin a line, or only where there is no room for it in the one before."""
        self._first.add(widget) if on else self._first.discard(widget)
        self.invalidate()

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

    def _lines(self, width: int) -> list[_Line]:
        lines: list[_Line] = []
        x = 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(width, 1), 1 << 14))
            if not lines or item.widget() in self._first or (x and x + size.width() > width):
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + self._gap
        return lines

    def _place(self, rect: QRect, *, really: bool) -> int:
        """Set all lines, or only say how high they are together."""
        y = rect.y()
        for line in self._lines(rect.width()):
            high = max(size.height() for _, size in line)
            if really:
                self._set(line, QRect(rect.x(), y, rect.width(), high))
            y += high + self._between
        return max(0, y - self._between - rect.y())

    def _set(self, line: _Line, rect: QRect) -> None:
        """Set a line in ``rect``, each widget in the middle of its height."""
        x = 0
        for item, size in self._grown(line, rect.width()):
            x += self._before(item, line, rect.width())
            left = rect.right() + 1 - x - size.width() if self._mirrored else rect.x() + x
            item.setGeometry(QRect(QPoint(left, rect.y() + (rect.height() - size.height()) // 2), size))
            x += size.width() + self._gap

    def _grown(self, line: _Line, width: int) -> _Line:
        """A line whose growing widgets fill it."""
        growing = [item for item, _ in line if item.widget() in self._growing]
        more = max(0, self._left(line, width)) // max(1, len(growing))
        return [(item, QSize(size.width() + more * (item in growing), size.height())) for item, size in line]

    def _before(self, item: QLayoutItem, line: _Line, width: int) -> int:
        """Pixels left free before an item of a line."""
        first = item is line[0][0]
        return self._left(line, width) // 2 if self._centred and first else 0

    def _left(self, line: _Line, width: int) -> int:
        return width - sum(size.width() + self._gap for _, size in line) + self._gap


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

    def fits(self, width: int) -> bool:
        """Whether everything stands in one line, in a widget of this width (pixels)."""
        around = self.contentsMargins()
        return len(self._lines(width - around.left() - around.right())) <= 1

    def _before(self, item: QLayoutItem, line: _Line, width: int) -> int:
        """The room that is left, before the first of those at the end; in several lines there are no ends."""
        at_end = next((one for one, _ in line if one.widget() in self._at_end), None)
        if item is not at_end or len(line) < len(self._shown()):
            return 0
        return self._left(line, width)
