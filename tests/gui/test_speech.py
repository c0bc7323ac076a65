"""Words of two directions beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from pr_editor.gui.speech import Speech

if TYPE_CHECKING:
    from pr_editor.app.services import Services

HEADLINE = "گشایش کتابخانه"


def _places(text: str, *words: str) -> list[float]:
    """How far from the left each of ``words`` begins in a line of ``text``, laid out as a title is."""
    layout = QTextLayout(text, QApplication.font())
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    found: list[float] = []
    for word in words:
        at, end = text.index(word), text.index(word) + len(word)
        found.append(min(line.cursorToX(at)[0], line.cursorToX(end)[0]))  # type: ignore[index]
    return found


@pytest.mark.parametrize(("language", "parts"), [("en", (HEADLINE, "32 findings")), ("fa", ("PDF", "۳۲ یافته"))])
@pytest.mark.usefixtures("qapp")
def test_parts_of_a_row_follow_each_other_in_the_order_of_the_language(
    services: Services, language: str, parts: tuple[str, str]
) -> None:
    speech = Speech(services.translator(language))
    first, second = _places(speech.row(parts), *parts)
    assert (first < second) is (speech.direction is Qt.LayoutDirection.LeftToRight)
