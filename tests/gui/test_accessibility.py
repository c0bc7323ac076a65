"""The whole window and every dialog without eyes and without a mouse: names, order, ways out, ways in, contrast."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog

from pr_editor.gui.theme import Theme
from pr_editor.gui.window.actions import COMMANDS, MENUS
from pr_editor.gui.window.command import commands_of
from tests.gui.accessible import allowed, go_round, role
from tests.gui.driver import TYPO, open_checked, press, shown, take, written
from tests.gui.editor.test_theme import THEMES, contrast
from tests.gui.test_panels import chain, nameless

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow

DIALOGS: dict[str, Callable[[MainWindow], object]] = {
    "settings": lambda window: window.menus.actions["settings"].trigger(),
    "rules": lambda window: window.menus.actions["rules"].trigger(),
    "guide": lambda window: window.menus.actions["guide"].trigger(),
    "keys": lambda window: window.menus.actions["keys"].trigger(),
    "about": lambda window: window.menus.actions["about"].trigger(),
    "why": lambda window: window.menus.actions["why"].trigger(),
    "first step": lambda window: window.house.first_step(),
    "house": lambda window: window.house.open(),
    "begin": lambda window: window.menus.actions["submit"].trigger(),
    "go to": lambda window: window.menus.actions["go-to"].trigger(),
    "counts": lambda window: window.menus.actions["counts"].trigger(),
    "open": lambda window: window.menus.actions["open"].trigger(),
}
PARTS = {"go to", "counts"}
"""These two are no windows of their own."""


def windows(window: MainWindow) -> list[QWidget]:
    """The dialogs that are open."""
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def prepared(qtbot: QtBot, window: MainWindow, folder: Path, language: str = "fa") -> None:
    """A draft with the finding about a misspelled word in hand."""
    window.menus.actions[f"language-{language}"].trigger()
    open_checked(qtbot, window, written(folder, TYPO))
    take(window, "SPL001")


def test_every_dialog_names_what_tab_comes_to_and_is_left_by_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    prepared(qtbot, window, tmp_path)
    for name, open_dialog in DIALOGS.items():
        open_dialog(window)
        dialogs = windows(window)
        assert dialogs or name in PARTS
        for dialog in dialogs:
            assert nameless(dialog) == [], name
            assert chain(dialog), name
            assert dialog.windowTitle(), name
            go_round(dialog)
            dialog.close()
        assert nameless(window) == [], name


def test_roles_are_what_things_do(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    prepared(qtbot, window, tmp_path)
    window.menus.actions["settings"].trigger()
    for place in (window, *windows(window)):
        for widget in chain(place):
            assert role(widget) in allowed(widget), widget


def test_what_opens_round_the_text_is_named_and_left_by_escape(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    prepared(qtbot, window, tmp_path)
    window.fixing.fix_current()
    window.activateWindow()
    parts: dict[str, Callable[[], QWidget]] = {
        "replace": lambda: window.seeking.bar,
        "changes": lambda: window.changes.panel,
        "compare": lambda: window.comparing.page,
    }
    for name, part in parts.items():
        window.menus.actions[name].trigger()
        QApplication.processEvents()
        assert part().isVisible(), name
        assert nameless(window) == [], name
        inside = [widget for widget in chain(window) if part().isAncestorOf(widget)]
        assert inside, name
        assert [widget for widget in inside if role(widget) not in allowed(widget)] == [], name
        focused = QApplication.focusWidget()
        assert focused is not None
        assert part().isAncestorOf(focused), name
        press(focused, Qt.Key.Key_Escape)
        assert not part().isAncestorOf(focused_now()), name
        if part().isVisible():
            window.menus.actions[name].trigger()


def focused_now() -> QWidget:
    """What has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


@pytest.mark.parametrize("language", ["fa", "en"])
def test_tab_goes_down_the_settings_as_they_are_read(window: MainWindow, language: str) -> None:
    window.menus.actions[f"language-{language}"].trigger()
    window.menus.actions["settings"].trigger()
    made = window.preferences.window
    assert made is not None
    for at, page in enumerate(made.pages):
        made.go_to(at)
        fields = [widget for widget in chain(made) if page.isAncestorOf(widget)]
        tops = [widget.mapTo(made, QPoint(0, 0)).y() for widget in fields]
        assert tops == sorted(tops)
        assert len(fields) == len(page.rows)
        assert all(widget.accessibleDescription() for widget in fields)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_bar_is_read_from_the_side_reading_begins(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, language: str
) -> None:
    prepared(qtbot, window, tmp_path, language)
    window.resize(1800, 800)
    QApplication.processEvents()
    places = [widget.mapTo(window, QPoint(0, 0)).x() for widget in chain(window) if window.bar.isAncestorOf(widget)]
    assert len(places) >= 5
    assert places == sorted(places, reverse=language == "fa")


def test_the_editor_is_left_by_keys(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    prepared(qtbot, window, tmp_path)
    window.activateWindow()
    _, editor = shown(window)
    for name in ("to-findings", "to-drafts"):
        editor.setFocus()
        action = window.menus.actions[name]
        assert action.shortcuts()
        action.trigger()
        assert QApplication.focusWidget() is not editor
        window.menus.actions["to-text"].trigger()
        assert QApplication.focusWidget() is editor


def test_every_action_has_a_key_and_a_place_in_a_menu(window: MainWindow) -> None:
    offered = {name for menu in MENUS for name in commands_of(menu)}
    assert offered == {command.id for command in COMMANDS}
    assert [name for name, action in window.menus.actions.items() if not action.shortcuts()] == []
    assert all(action.text() for action in window.menus.actions.values())


@pytest.mark.parametrize(("language", "severity"), [("fa", "خطا"), ("en", "error")])
def test_a_finding_is_read_out_whole(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, language: str, severity: str
) -> None:
    prepared(qtbot, window, tmp_path, language)
    finding = window.reviewing.current
    assert finding is not None
    view = window.findings_panel.view
    said = str(view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    number = (window.reviewing.place or 0) + 1
    total = len(window.reviewing.shown)
    digits = window.speech.digits
    wanted = [
        severity,
        finding.text,
        window.speech.render(finding.message),
        *(fix.edits[0].text for fix in window.fixing.candidates(finding)),
        digits(number),
        digits(total),
    ]
    assert [part for part in wanted if part.casefold() not in said.casefold()] == []


_RULE = re.compile(r"([^{}]+)\{([^}]*)\}")


def pairs(sheet: str) -> set[tuple[str, str]]:
    """Ink and ground of every rule of the stylesheet that sets both, disabled ones left out."""
    found = set()
    for selector, body in _RULE.findall(re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)):
        if ":disabled" in selector or "::handle" in selector:
            continue
        ink = re.search(r"(?<!-)\bcolor:\s*@(\w+)", body)
        ground = re.search(r"(?<![\w-])background(?:-color)?:\s*@(\w+)", body)
        if ink and ground:
            found.add((ink[1], ground[1]))
        elif ink:
            found |= {(ink[1], one) for one in ("window", "surface", "raised")}
        if chosen := re.search(r"selection-color:\s*@(\w+)", body):
            behind = re.search(r"selection-background-color:\s*@(\w+)", body)
            assert behind is not None
            found.add((chosen[1], behind[1]))
    return found - {("on_accent", "window"), ("on_accent", "surface"), ("on_accent", "raised")}


@pytest.mark.parametrize("name", THEMES)
def test_every_pair_of_the_stylesheet_is_legible(name: str, resources: Path) -> None:
    theme = Theme.load(resources / "themes" / f"{name}.toml")
    used = pairs(theme.sheet)
    assert ("on_accent", "accent") in used
    assert ("text", "selection") in used
    # What is pressed keeps the ink of its severity on the ground of a selection.
    used |= {(ink, "selection") for ink in ("blocker", "error", "warning", "note", "text")}
    weak = {pair: contrast(theme.color(pair[0]), theme.color(pair[1])) for pair in used}
    assert {pair: round(ratio, 2) for pair, ratio in weak.items() if ratio < 4.5} == {}
