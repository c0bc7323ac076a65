"""An editor with a real theme, real icons and the real Persian words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from pr_editor.app.i18n import Translator
from pr_editor.checks.model import Finding, Rule
from pr_editor.gui.editor import DraftEditor
from pr_editor.gui.icons import Icons
from pr_editor.gui.theme import Theme, load_fonts
from pr_editor.profile.model import Severity
from pr_editor.text.draft import draft_of
from pr_editor.text.message import Message
from pr_editor.text.span import Span

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

HEADLINE = "کتابخانه‌های محلی شب‌ها هم باز می‌مانند"
LEAD = "معاون فرهنگی از تمدید ساعت کار بیست کتابخانه خبر داد."
BODY = "به گزارش روابط عمومی، خواسته خوانندگان بسیاد ساده بود 😀 و کتابخانه ها تا ساعت ۲۲ باز هستند."
SOURCE = "ادارهٔ کل روابط عمومی"
TEXTS = (HEADLINE, LEAD, BODY, SOURCE)


class Made(Protocol):
    """Makes an editor with these paragraphs, keys from 0."""

    def __call__(self, *texts: str) -> DraftEditor: ...


@pytest.fixture
def make(qtbot: QtBot, resources: Path) -> Made:
    load_fonts(resources / "fonts")
    tr = Translator("fa", resources / "locale")
    icons = Icons(resources / "icons", Theme.load(resources / "themes" / "light.toml"), right_to_left=True)

    def build(*texts: str) -> DraftEditor:
        editor = DraftEditor(tr, icons, describe=lambda fingerprint: f"explains {fingerprint}")
        qtbot.addWidget(editor)
        editor.load(draft_of(texts))
        editor.resize(900, 700)
        editor.show()
        qtbot.waitExposed(editor)
        return editor

    return build


@pytest.fixture
def editor(make: Made) -> DraftEditor:
    return make(*TEXTS)


def press(
    widget: QWidget, text: str = "", key: int = 0, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """One key, sent to the widget itself: Persian letters have no key code."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


def write(widget: QWidget, text: str) -> None:
    """Type ``text`` letter by letter."""
    for letter in text:
        press(widget, letter)


def found(
    editor: DraftEditor, code: str, key: int, words: str, severity: Severity = Severity.ERROR, nth: int = 0
) -> Finding:
    """A finding on the ``nth`` occurrence of ``words`` in a paragraph; on no words, at its end."""
    text = next(paragraph.text for paragraph in editor.paragraphs() if paragraph.key == key)
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    span = Span(key, start, start + len(words)) if words else Span(key, len(text), len(text))
    rule = Rule(code, "a-rule", "A summary.", severity, None, "the test")
    name = f"{code}-{key}-{span.start}"
    return Finding(rule, span, words, Message("A message."), severity, (), (), name)


def texts(editor: DraftEditor) -> list[str]:
    """The paragraphs as they stand."""
    return [paragraph.text for paragraph in editor.paragraphs()]


def keys(editor: DraftEditor) -> list[int]:
    """Their keys."""
    return [paragraph.key for paragraph in editor.paragraphs()]


def underlined(editor: DraftEditor) -> list[str]:
    """The words Qt paints a mark on."""
    return [selection.cursor.selectedText() for selection in editor.extraSelections()]
