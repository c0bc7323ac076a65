"""What is chosen in the settings holds at once, is found again, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontDatabase, QKeyEvent
from PySide6.QtWidgets import QApplication

from pr_editor.app.config import Settings
from pr_editor.gui.dialogs.pages import Page
from pr_editor.gui.settings.pages import LETTERS, persian_families
from pr_editor.gui.settings.recorder import RecordKey
from pr_editor.gui.settings.rows import Choice, SettingRow, Switch
from pr_editor.gui.theme import font, scale
from tests.gui.driver import PATIENCE, TYPO, open_checked, press, shown, take, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from pr_editor.gui.settings.window import SettingsWindow
    from pr_editor.gui.window.mainwindow import MainWindow


def opened(window: MainWindow) -> SettingsWindow:
    window.menus.actions["settings"].trigger()
    made = window.preferences.window
    assert made is not None
    return made


def row(made: SettingsWindow, field: str) -> SettingRow:
    return next(row for page in made.pages for row in page.rows if row.field == field)


def choose(made: SettingsWindow, field: str, value: object) -> None:
    """Choose as a user does: with the list or the box."""
    chosen = row(made, field)
    if isinstance(chosen, Switch):
        if chosen.box.isChecked() is not value:
            chosen.box.click()
    elif isinstance(chosen, Choice):
        at = chosen.box.findData(value)
        assert at >= 0
        chosen.box.setCurrentIndex(at)
        chosen.box.activated.emit(at)


def press_key(widget: QWidget, key: int, modifiers: Qt.KeyboardModifier, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))


def test_every_page_shows_what_holds(window: MainWindow) -> None:
    window.look.keep(advance=False, autosave_seconds=2)
    made = opened(window)
    advance, seconds = row(made, "advance"), row(made, "autosave_seconds")
    assert isinstance(advance, Switch)
    assert isinstance(seconds, Choice)
    assert not advance.box.isChecked()
    assert seconds.box.currentData() == 2
    assert all(row.about.text() for page in made.pages for row in page.rows)


@pytest.mark.parametrize(
    ("field", "value"),
    [("theme", "contrast"), ("text_size", 16.0), ("autosave_seconds", 3), ("at_start", "nothing"), ("advance", False)],
)
def test_a_choice_holds_and_is_kept(window: MainWindow, field: str, value: object) -> None:
    made = opened(window)
    choose(made, field, value)
    assert getattr(window.look.settings, field) == value
    assert getattr(window.services.settings.load(), field) == value


def test_everything_grows_at_once_and_stays_large(
    qtbot: QtBot, window: MainWindow, open_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    _, editor = shown(window)
    before = {name: label.font().pointSizeF() for name, label in window.status.labels.items()}
    points = editor.font().pointSizeF()
    choose(opened(window), "scale", 200)
    after = {name: label.font().pointSizeF() for name, label in window.status.labels.items()}
    assert after == {name: 2 * size for name, size in before.items()}
    assert editor.font().pointSizeF() == 2 * points
    window.menus.actions["theme-dark"].trigger()
    assert {name: label.font().pointSizeF() for name, label in window.status.labels.items()} == after
    assert window.minimumSizeHint().width() <= 1360
    qtbot.waitUntil(lambda: window.preferences.window is not None and window.preferences.window.isVisible())
    choose(opened(window), "scale", 100)
    assert scale() == 1.0
    assert {name: label.font().pointSizeF() for name, label in window.status.labels.items()} == before
    window.look.keep(scale=150)
    other = open_window()
    assert other.findings_panel.title.font().pointSizeF() == 18
    other.look.use_scale(100)


def test_language_makes_the_settings_anew_at_the_same_page(qtbot: QtBot, window: MainWindow) -> None:
    made = opened(window)
    choose(made, "language", "en")
    qtbot.waitUntil(lambda: window.preferences.window not in (None, made), timeout=PATIENCE)
    again = window.preferences.window
    assert again is not None
    assert again.windowTitle() == "Settings"
    assert again.at == 0


def test_search_shows_only_what_is_about_it(window: MainWindow) -> None:
    made = opened(window)
    made.search.setText("نیم فاصله")
    listed = [made.list.item(at).text() for at in range(made.list.count()) if not made.list.item(at).isHidden()]
    assert "بازبینی" in listed
    assert "عمومی" not in listed
    assert not row(made, "show_half_spaces").isHidden()
    assert row(made, "advance").isHidden()
    made.search.setText("چیزی که نیست")
    assert made.nothing.isVisibleTo(made)
    made.search.clear()
    assert not row(made, "advance").isHidden()


def test_a_page_goes_back_to_its_defaults_and_no_other(window: MainWindow) -> None:
    made = opened(window)
    for field, value in (("advance", False), ("show_half_spaces", True), ("text_size", 15.0)):
        choose(made, field, value)
    made.go_to(2)
    made.defaults.click()
    settings = window.look.settings
    assert (settings.advance, settings.show_half_spaces) == (True, False)
    assert settings.text_size == 15.0


def test_without_going_on_the_text_stays_where_it_is(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    moves: list[bool] = []
    window.reviewing.moved.connect(lambda _, reveal: moves.append(reveal))
    take(window, "SPL001")
    choose(opened(window), "advance", False)
    moves.clear()
    window.menus.actions["leave-here"].trigger()
    assert True not in moves
    choose(opened(window), "advance", True)
    window.menus.actions["leave-here"].trigger()
    assert True in moves


def test_only_families_with_persian_letters_are_offered(window: MainWindow) -> None:
    assert "Vazirmatn" not in persian_families()
    assert set(persian_families()) <= set(QFontDatabase.families())
    assert "گ" in LETTERS


def test_a_family_is_for_drafts_alone(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    window.look.use_font("DejaVu Sans")
    assert shown(window)[1].font().family() == "DejaVu Sans"
    assert font().family() == "Vazirmatn"
    window.look.use_font("")
    assert shown(window)[1].font().family() == "Vazirmatn"


def test_what_another_window_wrote_stays_written(window: MainWindow) -> None:
    store = window.services.settings
    store.save(replace(store.load(), account="مریم کاظمی"))
    window.look.keep(text_size=14.0)
    assert store.load() == replace(store.load(), account="مریم کاظمی", text_size=14.0)


def record(window: MainWindow, name: str) -> RecordKey:
    made = opened(window)
    made.go_to(3)
    made.keys.choose(name)
    made.keys.record()
    form = made.findChild(RecordKey)
    assert isinstance(form, RecordKey)
    return form


def test_a_key_is_pressed_on_the_persian_keyboard_and_holds(window: MainWindow) -> None:
    form = record(window, "counts")
    press(form.field, Qt.Key.Key_A, "a")
    assert not form.accept_button.isEnabled(), "a letter alone is for typing"
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    press_key(form.field, 0x638, both, "ظ")
    form.accept_button.click()
    action = window.menus.actions["counts"]
    assert [key.toString() for key in action.shortcuts()] == ["Ctrl+Alt+Z"]
    assert "Ctrl+Alt+Z" in action.toolTip()
    assert window.services.settings.load().keys == (("counts", "Ctrl+Alt+Z"),)
    window.menus.actions["keys"].trigger()
    (page,) = window.findChildren(Page)
    assert "Ctrl+Alt+Z" in page.text.toPlainText()
    assert "Ctrl+Shift+G" not in page.text.toPlainText()
    page.close()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_whatever_names_a_key_names_the_one_that_was_given(window: MainWindow, language: str) -> None:
    window.menus.actions[f"language-{language}"].trigger()
    window.tour.begin()
    callout, labels, bar = window.tour.callout, window.status.labels, window.seeking.bar
    assert callout is not None
    press(callout, Qt.Key.Key_Return)
    places: dict[str, Callable[[], str]] = {
        "counts": labels["words"].toolTip,
        "half-spaces": labels["half_spaces"].toolTip,
        "invisibles": labels["half_spaces"].toolTip,
        "find-next": bar.next.toolTip,
        "find-previous": bar.previous.toolTip,
        "next": callout.text.accessibleName,
    }
    for name, said in places.items():
        own, given = f"\u2066{window.keys_of(name)[0]}\u2069", "\u2066Ctrl+Alt+Shift+F9\u2069"
        assert own in said()
        window.look.use_keys(((name, given.strip("\u2066\u2069")),))
        assert given in said()
        assert own not in said()
        window.look.use_keys(((name,),))
        assert given not in said()
    assert window.menus.actions["next"].text() in callout.text.accessibleName(), "no key: its name in the menus"


def test_a_key_that_is_taken_names_both_and_changes_hands(window: MainWindow) -> None:
    form = record(window, "counts")
    press(form.field, Qt.Key.Key_F7)
    words = form.windowTitle() + form.problem.text()
    names = [window.menus.actions[name].text().rstrip("…") for name in ("counts", "next")]
    assert all(name in words for name in names)
    form.accept_button.click()
    assert window.menus.actions["next"].shortcuts() == []
    assert [key.toString() for key in window.menus.actions["counts"].shortcuts()] == ["F7"]
    made = opened(window)
    made.keys.choose("next")
    made.keys.reset.click()
    assert [key.toString() for key in window.menus.actions["next"].shortcuts()] == ["F7"]
    assert window.menus.actions["counts"].shortcuts() == []
    made.defaults.click()
    assert window.services.settings.load().keys == ()
    assert [key.toString() for key in window.menus.actions["counts"].shortcuts()] == ["Ctrl+Shift+G"]


def test_escape_leaves_the_recorder_and_tab_goes_on(window: MainWindow) -> None:
    form = record(window, "counts")
    form.activateWindow()
    form.field.setFocus()
    press(form.field, Qt.Key.Key_Tab, "\t")
    assert form.focusWidget() is not form.field
    press(form.field, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert window.look.settings.keys == Settings().keys
