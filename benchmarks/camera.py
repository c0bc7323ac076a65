"""What pictures of the window are taken with: a window in a look of its own, and a camera that waits for it."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from benchmarks.figures import own_home
from pr_editor.app.services import build_services
from pr_editor.gui.application import build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QColor, QPixmap
    from PySide6.QtWidgets import QWidget

    from pr_editor.gui.window.mainwindow import MainWindow

FOLDER = Path(__file__).parents[1] / "docs" / "images"
SIZE = (1360, 860)
_SCREEN = (1920, 1080)
_MOMENT = 150
_TURN, _TURNS = 25, 1_200
"""Milliseconds between two looks at what is waited for, and how many of them."""


@dataclass(frozen=True, slots=True)
class Wear:
    """How the window looks: ``light-fa``, ``dark-en``, or ``light-fa-200`` for everything at 200 percent."""

    theme: str
    language: str
    scale: int = 100

    def __str__(self) -> str:
        """As files are named."""
        size = f"-{self.scale}" if self.scale != 100 else ""
        return f"{self.theme}-{self.language}{size}"

    @classmethod
    def named(cls, name: str) -> Wear:
        """The look that is written so."""
        theme, language, *scale = name.split("-")
        return cls(theme, language, int(scale[0]) if scale else 100)


@contextmanager
def studio(wear: Wear, **settings: object) -> Iterator[MainWindow]:
    """A window in this look, with the drafts and settings of nobody; ``settings`` are those of ``app.config``."""
    with own_home() as home, tempfile.TemporaryDirectory() as rooms:
        _furnish(Path(rooms))
        path = home / "config" / "settings.json"
        path.parent.mkdir(parents=True)
        look = {"theme": wear.theme, "language": wear.language, "scale": wear.scale}
        path.write_text(json.dumps({**look, "tour_seen": True, "house_offered": True, **settings}), "utf-8")
        _, window = build(build_services())
        window.resize(*SIZE)
        window.show()
        window.open(())
        window.display.everything()
        yield window
        window.close()
        QApplication.processEvents()


def _furnish(folder: Path) -> None:
    """Paint off screen, but for a screen of ordinary size: windows grow no larger than theirs."""
    plan = folder / "screen.json"
    width, height = _SCREEN
    screen = {"name": "paper", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    plan.write_text(json.dumps({"screens": [screen]}), "utf-8")
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={plan}")


class Photographer:
    """Works the window and takes its picture."""

    def __init__(self, window: MainWindow, folder: Path, wear: Wear) -> None:
        """Keep pictures in ``folder``, named by the look."""
        self.window = window
        self._folder = folder
        self._wear = wear

    def take(self, name: str, *over: QWidget, below: QWidget | None = None) -> None:
        """Paint the window (or ``below``) and before it, one above the other, other windows.

        What pops up stands where it does on the screen, a dialog in the middle.
        """
        self.window.autosave.save_all()
        self.settle()
        ground = below or self.window
        picture = ground.grab()
        for part in over:
            corner = _corner(part, ground)
            part.render(picture, corner)
            if part.windowType() is not Qt.WindowType.Popup:
                _frame(picture, QRect(corner, part.size()), part.palette().placeholderText().color())
        _save(picture.toImage(), self._folder / f"{name}-{self._wear}.png")

    def check(self) -> None:
        """Wait until the draft in front has been checked as it stands."""
        self.window.checking.check_again()
        self.until(lambda: (draft := self.window.drafts.current) is not None and draft.review.checked)
        self.settle()

    def settle(self) -> None:
        """Let everything be laid out and painted, and what other threads report arrive."""
        _pause(_MOMENT)

    def until(self, there: Callable[[], bool]) -> None:
        """Wait for something that is sure to happen."""
        for _ in range(_TURNS):
            if there():
                return
            _pause(_TURN)
        raise RuntimeError("it never happened")

    def hold(self, code: str) -> None:
        """Take the first finding of a rule in hand."""
        finding = next(one for one in self.window.reviewing.open if one.code == code)
        self.window.reviewing.take(finding.fingerprint)


def _corner(part: QWidget, ground: QWidget) -> QPoint:
    if part.windowType() is Qt.WindowType.Popup:
        return ground.mapFromGlobal(part.mapToGlobal(QPoint(0, 0)))
    return QPoint((ground.width() - part.width()) // 2, (ground.height() - part.height()) // 2)


def _pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _frame(picture: QPixmap, around: QRect, colour: QColor) -> None:
    """Draw the edge that a window manager gives a window."""
    painter = QPainter(picture)
    painter.setPen(QPen(colour, 1))
    painter.drawRect(around.adjusted(-1, -1, 0, 0))
    painter.end()


def _save(image: QImage, path: Path) -> None:
    """As a PNG without what nobody sees: no transparency, the highest compression."""
    image.convertToFormat(QImage.Format.Format_RGB888).save(str(path), quality=0)
