"""A text to be read beside another one: shared words on a ground of their own, different ones underlined."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from pr_editor.gui.editor.kinds import BODY_STYLE, TYPE_STYLES
from pr_editor.gui.theme import font
from pr_editor.text.draft import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pr_editor.gui.theme import Theme
    from pr_editor.text.alignment import Figure, Run

_POINTS = 11.5
_LINE_HEIGHT = 165.0
_GAP = 10
"""Pixels below a paragraph."""


class Look(Enum):
    """How words are marked."""

    PLAIN = auto()
    ASIDE = auto()
    """Not what is talked about."""
    SHARED = auto()
    DIFFERENT = auto()
    FIGURE = auto()


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph of such a text. What lies outside of its runs steps back, as do paragraphs without any."""

    text: str
    kind: Kind = Kind.BODY
    runs: tuple[Run, ...] = ()
    figures: tuple[Figure, ...] = ()
    """Those that differ."""
    held: bool = False
    """Whether it is the one that is talked about."""


class PassageView(QTextBrowser):
    """Shows paragraphs from the right, in whatever language the window speaks."""

    def __init__(self, parent: QWidget) -> None:
        """Nothing to read yet."""
        super().__init__(parent, openLinks=False)
        self.setFont(font(_POINTS))
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_paragraphs(self, paragraphs: Sequence[Shown], theme: Theme) -> None:
        """Show these, with the first one that is held in sight."""
        self.clear()
        cursor = QTextCursor(self.document())
        held: int | None = None
        for at, paragraph in enumerate(paragraphs):
            shape = _shape()
            if at:
                cursor.insertBlock(shape)
            else:
                cursor.setBlockFormat(shape)
            if paragraph.held and held is None:
                held = cursor.position()
            style = TYPE_STYLES.get(paragraph.kind, BODY_STYLE)
            base = font(_POINTS * style.scale, style.weight)
            for piece, look in _pieces(paragraph):
                cursor.insertText(piece, format_of(look, theme, base))
        self._bring_into_sight(held or 0)

    def _bring_into_sight(self, position: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - _GAP)


def _pieces(paragraph: Shown) -> Iterator[tuple[str, Look]]:
    """The text cut where its look changes, and the look of each piece."""
    rest = Look.ASIDE if paragraph.runs or not paragraph.held else Look.PLAIN
    figures = [(one.start, one.end, Look.FIGURE) for one in paragraph.figures]
    runs = [(run.start, run.end, Look.SHARED if run.shared else Look.DIFFERENT) for run in paragraph.runs]
    marks = [*figures, *runs]
    ends = sorted({0, len(paragraph.text), *(at for start, end, _ in marks for at in (start, end))})
    for start, end in pairwise(ends):
        look = next((look for first, last, look in marks if first <= start and end <= last), rest)
        yield paragraph.text[start:end], look


def format_of(look: Look, theme: Theme, base: QFont) -> QTextCharFormat:
    """Different words are told by weight and line, figures by a line of another kind; colour comes on top."""
    made = QTextCharFormat()
    made.setFont(base)
    made.setForeground(theme.color("muted" if look is Look.ASIDE else "text"))
    match look:
        case Look.SHARED:
            made.setBackground(theme.color("duplicate_ground"))
        case Look.DIFFERENT:
            made.setFontWeight(QFont.Weight.Bold)
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            made.setUnderlineColor(theme.color("warning"))
        case Look.FIGURE:
            made.setFontWeight(QFont.Weight.Bold)
            made.setForeground(theme.color("error"))
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            made.setUnderlineColor(theme.color("error"))
    return made


def _shape() -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shape.setAlignment(Qt.AlignmentFlag.AlignLeft)  # where lines begin: Qt mirrors it
    shape.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    shape.setBottomMargin(_GAP)
    return shape
