"""Hands and eyes for the window tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from pr_editor.checks.model import Finding
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.editor import DraftEditor
    from pr_editor.gui.window.mainwindow import MainWindow

PATIENCE = 60_000
"""Milliseconds a machine busy with other things may need."""

TYPO = "\n".join(
    (
        "گشایش کتابخانه تازه در شهر بهاران",
        "کتابخانه تازه شهر بهاران روز شنبه با حضور شهردار گشایش یافت و از امروز پذیرای شهروندان است.",
        "شهردار بهاران در این آیین گفت: این کتابخانه با همکری مردم ساخته شده و بخش کودک نیز دارد.",
        "وی افزود: برنامه های دیگری هم در راه است و مردم می توانند از فردا عضو شوند.",
        "نویسنده: مریم کاظمی، کارشناس روابط عمومی شهرداری بهاران",
        "منبع: روابط عمومی شهرداری بهاران",
    )
)
"""One misspelled word («همکری» for «همکاری») and two spaces in place of half-spaces."""


def written(folder: Path, text: str, name: str = "draft.txt") -> Path:
    """A file with a text."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def shown(window: MainWindow) -> tuple[OpenDraft, DraftEditor]:
    """The draft in front and its editor."""
    draft = window.drafts.current
    assert draft is not None
    assert draft.editor is not None
    return draft, draft.editor


def wait_checked(qtbot: QtBot, window: MainWindow) -> list[Finding]:
    """Wait until the text in front has been checked as it stands; gives what is open."""

    def checked() -> bool:
        draft = window.drafts.current
        known = draft is not None and draft.review.checked and draft.review.texts == draft.texts()
        return known and window.reviewing.settled

    qtbot.waitUntil(checked, timeout=PATIENCE)
    return window.reviewing.open


def open_files(qtbot: QtBot, window: MainWindow, *paths: Path) -> None:
    """Open files and wait until they are open, or were told to be none."""
    window.drafts.open_files(map(str, paths))
    qtbot.waitUntil(lambda: not window.drafts.opening, timeout=PATIENCE)


def open_checked(qtbot: QtBot, window: MainWindow, path: Path) -> list[Finding]:
    """Open a file and wait until it has been checked."""
    open_files(qtbot, window, path)
    return wait_checked(qtbot, window)


def text_of(window: MainWindow) -> str:
    """The draft in front, a line a paragraph."""
    return "\n".join(paragraph.text for paragraph in shown(window)[0].paragraphs())


def press(
    widget: QWidget,
    key: Qt.Key,
    text: str = "",
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press and release a key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))


def type_words(widget: QWidget, words: str) -> None:
    """Type a text, letter by letter."""
    for letter in words:
        press(widget, Qt.Key.Key_unknown, letter)


def take(window: MainWindow, code: str, text: str | None = None) -> Finding:
    """Take the first finding of a rule (about some words) in hand."""
    finding = next(one for one in window.reviewing.open if one.code == code and text in (None, one.text))
    window.reviewing.take(finding.fingerprint)
    return finding


def codes(window: MainWindow) -> set[str]:
    """The rules with open findings."""
    return {finding.code for finding in window.reviewing.open}
