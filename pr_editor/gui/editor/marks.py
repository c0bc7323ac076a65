"""Findings marked in the text: which shape and colour, and where they stand while the text moves.

Shape says what sort of fault it is, colour how heavy it weighs; neither is needed to tell them apart.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from pr_editor.gui.review.families import family_of
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QTextCursor

    from pr_editor.checks.model import Finding
    from pr_editor.gui.theme import Theme

_Underline = QTextCharFormat.UnderlineStyle
_OWN_COLOUR = frozenset({"halfspace", "duplicate"})


class Shape(Enum):
    """How a finding shows."""

    WAVE = "wave"
    """Misspelled."""
    DOTS = "dots"
    """Half-spaces."""
    DASHES = "dashes"
    """Characters, digits, punctuation, spacing."""
    LINE = "line"
    """Style, and notes of every sort."""
    GROUND = "ground"
    """Repeated text: a tinted ground, and a mark beside the kind of a paragraph that is repeated as a whole."""
    FLAG = "flag"
    """Something is missing here: a flag in the margin."""


_SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "SPL": Shape.WAVE,
        "ZWN": Shape.DOTS,
        "HEH": Shape.DOTS,
        **dict.fromkeys(("CHR", "NUM", "PUN", "SPC", "QUO", "BID", "REP"), Shape.DASHES),
        "DUP": Shape.GROUND,
    }
)
_UNDERLINES: Mapping[Shape, QTextCharFormat.UnderlineStyle] = MappingProxyType(
    {
        Shape.WAVE: _Underline.WaveUnderline,
        Shape.DOTS: _Underline.DotLine,
        Shape.DASHES: _Underline.DashUnderline,
        Shape.LINE: _Underline.SingleUnderline,
        Shape.GROUND: _Underline.SingleUnderline,
    }
)


def shape_of(finding: Finding) -> Shape:
    """The shape a finding shows in."""
    if finding.span.start == finding.span.end:
        return Shape.FLAG
    shape = _SHAPES.get(finding.rule.family, Shape.LINE)
    return Shape.LINE if finding.severity is Severity.NOTE and shape is Shape.WAVE else shape


def token_of(finding: Finding) -> str:
    """The theme's token for a finding: its family's own colour, else that of its severity."""
    own = family_of(finding.code).colour
    return own if own in _OWN_COLOUR else finding.severity.label


@dataclass(slots=True, eq=False)
class Mark:
    """A finding in the text. ``cursor`` covers its words and moves with them; ``whole``: it is a whole paragraph.

    ``joined`` says whether a letter stood right before or after its words when they were found.
    """

    finding: Finding
    cursor: QTextCursor
    whole: bool
    shape: Shape
    joined: tuple[bool, bool]
    selection: QTextEdit.ExtraSelection | None = None

    @classmethod
    def of(cls, finding: Finding, cursor: QTextCursor, line: str) -> Mark:
        """Mark ``finding`` where ``cursor`` is, in a paragraph that reads ``line``."""
        cursor.setKeepPositionOnInsert(True)  # what is typed right behind is not part of it
        return cls(finding, cursor, finding.text == line.strip(), shape_of(finding), _joined(cursor))

    @property
    def fingerprint(self) -> str:
        """The finding's fingerprint."""
        return self.finding.fingerprint

    @property
    def painted(self) -> bool:
        """Whether it shows as a selection of Qt's: flags and wholly repeated paragraphs are drawn by the editor."""
        return self.shape is not Shape.FLAG and not (self.shape is Shape.GROUND and self.whole)

    @property
    def alive(self) -> bool:
        """Whether the words it is about are still there, and have not become part of longer ones."""
        if self.shape is Shape.FLAG:
            return True
        return self.cursor.selectedText() == self.finding.text and _joined(self.cursor) == self.joined

    def touches(self, position: int) -> bool:
        """Whether a document position is within or at either end of its words."""
        return self.cursor.selectionStart() <= position <= self.cursor.selectionEnd()

    def style(self, theme: Theme, *, current: bool) -> None:
        """Set the selection that Qt paints for it in the colours of ``theme``."""
        if not self.painted and not current:
            self.selection = None
            return
        selection = QTextEdit.ExtraSelection()
        text_format = QTextCharFormat()
        if self.painted:
            text_format.setUnderlineStyle(_UNDERLINES[self.shape])
            text_format.setUnderlineColor(theme.color(token_of(self.finding)))
        if current:
            text_format.setBackground(theme.tokens.selection)
        elif self.shape is Shape.GROUND:
            text_format.setBackground(theme.tokens.duplicate_ground)
        selection.cursor = self.cursor
        selection.format = text_format
        self.selection = selection


def _joined(cursor: QTextCursor) -> tuple[bool, bool]:
    """Whether a letter stands right before, and right after, the selection."""
    document, start, end = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    return start > 0 and _is_letter(document.characterAt(start - 1)), _is_letter(document.characterAt(end))


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == ZWNJ or unicodedata.combining(character[:1] or " ") > 0
