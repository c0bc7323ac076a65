"""A small window with everything large keeps its text and its buttons in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.gui.accessible import SMALL, cut, too_large
from tests.gui.driver import TYPO, open_checked, shown, take, written

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow


def small(window: MainWindow, language: str = "fa") -> None:
    """Everything twice as large on a small screen."""
    window.menus.actions[f"language-{language}"].trigger()
    window.look.use_scale(200)
    window.resize(*SMALL)
    QApplication.processEvents()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_nothing_is_cut(qtbot: QtBot, window: MainWindow, tmp_path: Path, language: str) -> None:
    small(window, language)
    assert cut(window) == []
    open_checked(qtbot, window, written(tmp_path, TYPO))
    take(window, "SPL001")
    for name in ("replace", "changes", "compare"):
        window.menus.actions[name].trigger()
        QApplication.processEvents()
        assert not too_large(window), name
        assert shown(window)[1].isVisible() or window.comparing.page.isVisible()
        bars = [*window.seeking.bar.findChildren(QPushButton), *window.changes.panel.findChildren(QPushButton)]
        assert [one.text() for one in bars if one.isVisible() and one.visibleRegion().isEmpty()] == [], name
        if name == "replace":
            window.seeking.leave()
        else:
            window.menus.actions[name].trigger()


def test_drafts_fold_away_and_come_back(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1200, 800)
    assert window.drafts_panel.isVisible()
    small(window)
    assert not window.drafts_panel.isVisible()
    window.menus.actions["show-drafts"].trigger()
    assert window.drafts_panel.isVisible(), "whoever wants them gets them"
    window.menus.actions["show-drafts"].trigger()
    window.look.use_scale(100)
    assert window.drafts_panel.isVisible()


def test_icons_do_without_words_where_there_is_no_room(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    window.resize(1800, 800)
    QApplication.processEvents()
    styles = {button.toolButtonStyle() for button in window.bar._offers}
    assert styles == {Qt.ToolButtonStyle.ToolButtonTextBesideIcon}
    small(window)
    assert {button.toolButtonStyle() for button in window.bar._offers} == {Qt.ToolButtonStyle.ToolButtonIconOnly}
    assert all(button.toolTip() for button in window.bar._offers)


def test_the_status_line_says_the_most_needed(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    window.resize(1800, 800)
    QApplication.processEvents()
    labels = window.status.labels
    assert all(label.isVisible() for label in labels.values() if label.text())
    small(window)
    window.status.show_person("نسرین کاوه، سرپرست روابط عمومی شهرداری بهاران")
    QApplication.processEvents()
    assert labels["words"].isVisible()
    assert labels["saved"].isVisible()
    assert not labels["reading"].isVisible()
    assert len({label.geometry().center().y() for label in labels.values() if label.isVisible()}) == 1, "in one line"
